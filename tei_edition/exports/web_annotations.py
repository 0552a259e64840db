"""
Interventions as Web Annotations (https://www.w3.org/TR/annotation-model/).

``text/`` has the plain texts, ``annotations/`` what is said of them.

Each annotation names its place twice: by position, counted in code points, and by the words quoted, with as many of those before and
after as tell them apart. Its bodies are the class of the intervention, and in words what it is; beside these stand, under names of the
edition's own (``te:``), the reason, whose the words are, how certain the editor is, how certain the encoding, and how much it is.

``base`` is the address of the folder in which this is published; without it addresses are relative to the files.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from tei_edition import intervening
from tei_edition.exports._known.needed import stated
from tei_edition.fields import ADDRESS, Field
from tei_edition.intervening.tables import amount
from tei_edition.outputs.html import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.intervening import Row

TITLE = "Interventions as Web Annotations (JSON-LD) on the plain text"
FOR = "Recogito, Annotorious, Hypothesis, annotation servers"
CHECKED = "Apache Annotator: every place is found, by position and by quotation"

SETTINGS = (Field("base", ADDRESS, "address of the folder in which texts and annotations are published", '"https://example.org/notes/"'),)

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"te": "https://tei-edition.org/ns/annotation#"}]
NEAR = 32
"""How many characters before and after a quotation are told at first (the specification's examples have some ten to thirty)."""

TOLD = (
    "act", "reason", "by", "source", "certainty", "doubt", "evidence", "decided", "amount", "bound", "unit", "things", "codes", "words",
    "speaker", "turn", "paragraph", "page", "element", "id",
)
"""What is told of an intervention under a name of the edition's own, where it is known."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give a text and its annotations for each of *documents*."""
    base = str(stated(edition, "export.web-annotations.base"))
    base = base if base.endswith("/") or not base else f"{base}/"
    for document in documents:
        yield f"text/{document.name}.txt", document.text.encode()
        found = json.dumps(collection(document, base), ensure_ascii=False, indent=1)
        yield f"annotations/{document.name}.jsonld", (found + "\n").encode()


def collection(document: Document, base: str = "") -> dict[str, Any]:
    """Return the annotations of *document* as a collection with one page, whose addresses begin with *base*."""
    own = f"{base}annotations/{_address(document.name)}.jsonld" if base else ""
    text = f"{base or '../'}text/{_address(document.name)}.txt"
    said, places = intervening.placed(document.tree, document.name)
    fit = _Fit(document)
    items = [
        annotation(row, f"{own}#i{number}", {"source": text, "selector": fit.selectors(*place)})
        for number, (row, place) in enumerate(zip(said.rows, places, strict=True), 1)
    ]
    page = {"id": f"{own}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    label = f"Interventions: {said.title}"
    return {"@context": CONTEXT, "id": f"{own}#all", "type": "AnnotationCollection", "label": label, "total": len(items), "first": page}


def annotation(row: Row, name: str, target: dict[str, Any]) -> dict[str, Any]:
    """Return the annotation of one intervention on its *target*, with the address *name*."""
    size = f", {amount(intervening.Amount(row.unit, row.bound, row.amount, 1))}" if row.amount is not None else ""
    told = {f"te:{key}": getattr(row, key) for key in TOLD if getattr(row, key) not in ("", None, ())}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": row.class_},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": f"{row.meaning}{size}"},
        ],
        "target": target,
        **told,
    }


class _Fit:
    """The plain text of a *document*, and its places by those of the transcript."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self._shortened = document.shortened

    def selectors(self, start: int, end: int) -> list[dict[str, Any]]:
        """Return the position of the transcript's characters from *start* to *end*, and their quotation where there are any."""
        start, end = (at - bisect_left(self._shortened, at) for at in (start, end))
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return [position, self._quotation(start, end)] if end > start else [position]

    def _quotation(self, start: int, end: int) -> dict[str, str]:
        """Return the words quoted, with so much round them as no other place has."""
        near = NEAR
        while True:
            first, last = max(start - near, 0), end + near
            quoted = self.text[first:last]
            alone = self.text.find(quoted, self.text.find(quoted) + 1) < 0
            if alone or (first == 0 and last >= len(self.text)):
                break
            near *= 2
        said = {"prefix": self.text[first:start], "suffix": self.text[end:last]}
        return {"type": "TextQuoteSelector", "exact": self.text[start:end], **{key: value for key, value in said.items() if value}}


def _address(name: str) -> str:
    """Return *name* as a part of an address."""
    return address(name).removeprefix("./")
