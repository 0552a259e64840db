"""The JSON Schema of ``decisions.toml``, for editors that check and complete as one types."""

from __future__ import annotations

import json

from tei_edition.decisions.decision import FIELDS, TABLE
from tei_edition.decisions.reading import classes
from tei_edition.edition_fields import DRAFT
from tei_edition.fields import schema

SCHEMA_ID = "https://tei-edition.org/ns/decisions.schema.json"


def schema_text() -> str:
    """Return the file ``schemas/decisions.schema.json``."""
    table = schema(FIELDS)
    table["properties"]["as"]["enum"] = list(classes())
    described = {
        "$schema": DRAFT, "$id": SCHEMA_ID, "title": "decisions.toml: what persons decided of brackets, labels, names and dates",
        "type": "object", "properties": {TABLE: {"type": "array", "items": table}}, "additionalProperties": False,
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"
