"""Reading the records of interventions from JSON, as the stylesheet says them and as `tables` writes them."""

from __future__ import annotations

import json
from typing import Any

from tei_edition.intervening.model import Amount, Interventions, Named, Row, SpeakerSum, Sum, Words


def row_of(data: dict[str, Any]) -> Row:
    """Return the row that *data* says."""
    return Row(**_fields(data))


def sum_of(data: dict[str, Any]) -> Sum:
    """Return the sum that *data* says."""
    named = {key: tuple(Named(**one) for one in data[key]) for key in ("things", "codes")}
    return Sum(**{**_fields(data), **named, "amounts": tuple(Amount(**one) for one in data["amounts"])})


def speaker_of(data: dict[str, Any]) -> SpeakerSum:
    """Return what *data* says of a speaker."""
    return SpeakerSum(**_fields(data))


def document(data: bytes) -> Interventions:
    """Return the interventions of a document from the JSON that `tables.as_json` wrote. Raises `ValueError` for other JSON."""
    said = json.loads(data)
    rows = ({key: value for key, value in row.items() if key != "link"} for row in said["interventions"])
    return Interventions(
        said["document"], said["title"], tuple(map(row_of, rows)), tuple(map(sum_of, said["sums"])),
        tuple(map(speaker_of, said["speakers"])), Words(**said["words"]),
    )


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    """Return *data* of JSON as the fields of a record: lists as tuples, what is not stated as nothing."""
    held = {"class_" if key == "class" else key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return {key: "" if value is None and key != "amount" else value for key, value in held.items()}
