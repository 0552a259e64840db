"""A speech, and a document, as a row of a table: the columns with their kinds, the same in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.exports._known.document import Document, Speech

STRING, WHOLE, NUMBER = "string", "int64", "float64"

SPEECH = {
    "document": STRING, "id": STRING, "order": WHOLE, "date": STRING, "speaker": STRING, "person": STRING,
    "words": WHOLE, "supplied": WHOLE, "redactions": WHOLE,
    "redacted_lines": NUMBER, "redacted_lines_at_most": NUMBER, "redacted_lines_at_least": NUMBER, "text": STRING, "source": STRING,
}
"""The columns of a table of speeches, each with its kind in the words of Apache Arrow."""

DOCUMENT = {
    "document": STRING, "title": STRING, "date": STRING, "place": STRING, "language": STRING, "speeches": WHOLE, "text": STRING,
    "source": STRING,
}
"""The columns of a table of documents."""

MEANINGS = {
    "document": "name of the document", "id": "id of the turn in the TEI file", "order": "which turn of the document, from 1",
    "date": "date of the document (ISO 8601)", "speaker": "who speaks, or the label as printed",
    "person": "ids of the persons, parted by blanks", "words": "words of the text itself", "supplied": "words put in by the editor",
    "redactions": "how often something was withheld", "redacted_lines": "lines withheld, where stated exactly",
    "redacted_lines_at_most": "the same, where the most is stated", "redacted_lines_at_least": "the same, where the least is stated",
    "text": "the text as printed", "source": "the text without the editor's words", "title": "title of the document",
    "place": "where the document was made", "language": "language of the document (BCP 47)", "speeches": "number of turns",
}
"""What stands in each column."""


def of_speech(document: Document, speech: Speech) -> dict[str, Any]:
    """Return the row of one speech, by the names of the columns."""
    said = (
        document.name, speech.id, speech.order, document.facts.when, speech.speaker, speech.person, speech.words,
        speech.supplied, speech.redactions, *map(float, speech.lines), speech.text, speech.source,
    )
    return dict(zip(SPEECH, said, strict=True))


def of_speeches(document: Document) -> Iterator[dict[str, Any]]:
    """Give the rows of the speeches of *document*."""
    return (of_speech(document, speech) for speech in document.speeches)


def of_document(document: Document) -> dict[str, Any]:
    """Return the row of *document*, by the names of the columns."""
    facts = document.facts
    said = (document.name, facts.title, facts.when, facts.place, facts.language, len(document.speeches), document.text, document.source)
    return dict(zip(DOCUMENT, said, strict=True))


def json_lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """Return *rows* as JSON, one a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
