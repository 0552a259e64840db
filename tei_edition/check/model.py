"""Are the schemas there that the file names for itself (``<?xml-model?>``)? Nothing is fetched; what is missing is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.check._addresses import is_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check import Document
    from tei_edition.check._models import Model
    from tei_edition.model import Finding

CODE = "schema"
SUFFIXES = (".xml",)
AFTER = ("wellformed",)
INSTRUCTION = re.compile(rb"<!--.*?-->|<\?xml-model\s.*?\?>", re.DOTALL)


def check(document: Document) -> Iterator[Finding]:
    """Yield the schemas that *document* names and that are not there; nothing where other schemas were asked for."""
    if document.asked:
        return
    for model in document.models:
        if model.path is None:
            name = model.href.rsplit("/", 1)[-1]
            advice = (
                f'Save it, for example as schemas/{name}, write <uri name="{model.href}" uri="schemas/{name}"/> into an OASIS catalog, '
                "and name the catalog with --catalog."
            )
            yield _finding(document, model, f"The schema {model.href} is on the web, and nothing is fetched.", advice)
        elif not is_file(model.path):
            yield _finding(document, model, f"There is no schema {model.href}.", f"Put it at {model.path}.")


def _finding(document: Document, model: Model, message: str, advice: str) -> Finding:
    data = document.text.data
    places = [match.span() for match in INSTRUCTION.finditer(data) if match[0].startswith(b"<?")]
    named = [place for place in places if model.href.encode() in data[slice(*place)]]
    return document.finding("schema-missing", message, advice, (named or places)[0], severity="warning")
