"""
Interventions as CSV, JSON and text.

The CSV is that of RFC 4180, in UTF-8, one row for each intervention. A cell that a spreadsheet would take for a formula has an
apostrophe before it (OWASP, CSV Injection). Lists in a cell are parted by ``; ``.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from tei_edition.intervening import sums
from tei_edition.intervening.model import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.intervening.model import Amount, Interventions, Sum

COLUMNS = (*(field.name.rstrip("_") for field in fields(Row)), "link")
"""The columns of the CSV, and the keys of a row in JSON."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet reads as a formula."""


def as_csv(documents: Iterable[Interventions]) -> bytes:
    """Return the rows of *documents* as CSV, with a line of names first."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in row.values()] for document in documents for row in _rows(document))
    return stream.getvalue().encode()


def _cell(value: Any) -> str:
    """Return a cell of the CSV."""
    if isinstance(value, (int, float)):
        return number(value)
    shown = "; ".join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def as_json(document: Interventions) -> bytes:
    """Return the interventions of *document* as JSON, UTF-8."""
    return _json({"document": document.document, "title": document.title, **_sums([document]), "interventions": _rows(document)})


def edition_json(title: str, documents: Sequence[Interventions]) -> bytes:
    """Return the interventions of all *documents* of the edition called *title* as JSON, UTF-8."""
    listed = [
        {"document": one.document, "title": one.title, "interventions": len(one.rows), "words": asdict(one.words)} for one in documents
    ]
    rows = [row for document in documents for row in _rows(document)]
    return _json({"edition": title, "documents": listed, **_sums(documents), "interventions": rows})


def _sums(documents: Sequence[Interventions]) -> dict[str, Any]:
    """Return the sums of *documents*."""
    return {
        "words": asdict(sums.words(documents)),
        "speakers": [asdict(one) for one in sums.speakers(documents)],
        "sums": [_plain(asdict(one)) for one in sums.sums(documents)],
    }


def _rows(document: Interventions) -> list[dict[str, Any]]:
    """Return the rows of *document* by the names of the columns."""
    return [{**_plain(asdict(row)), "link": row.link} for row in document.rows]


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return *record* with the names that are not Python's."""
    return {key.rstrip("_"): value for key, value in record.items()}


def _json(data: dict[str, Any]) -> bytes:
    """Return *data* as JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def as_text(document: Interventions) -> str:
    """Return the interventions of *document* for a person: the sums, then one line for each."""
    words = document.words
    told = [document.document, "", f"Words: {words.text} of the text, {words.supplied} supplied; {words.remarks} about the text."]
    told += [f"  {one.speaker}: {one.text}, {one.supplied} supplied; {_count(one.turns, 'turn')}" for one in document.speakers]
    told += ["", "Interventions:" if document.rows else "No interventions."]
    told += [f"  {one.interventions:4} {one.act:<12} {one.meaning}{_size(one)}" for one in document.sums]
    told += [""] if document.rows else []
    told += [f"  {row.line}:{row.column}: {row.printed[:70]}: {row.class_}{_said(row)}" for row in document.rows]
    return "\n".join([*told, ""])


def _said(row: Row) -> str:
    """Return who speaks and by whom it is, for a line."""
    said = [f"in the turn of {row.speaker}"] if row.speaker else []
    said += [f"by {', '.join(row.by)}"] if row.by else []
    said += [f"certainty {row.certainty}"] if row.certainty else []
    return f" ({'; '.join(said)})" if said else ""


def _size(one: Sum) -> str:
    """Return how much the interventions of a class are, for a line."""
    left = [f"{one.unmeasured} without a size"] if one.unmeasured else []
    named = [f"{kind.name} ({kind.interventions})" for kind in (*one.things, *one.codes)]
    told = [*map(amount, one.amounts), *(left if one.amounts else []), *named]
    return f": {', '.join(told)}" if told else ""


def amount(one: Amount) -> str:
    """
    Return an amount in words.

    >>> from tei_edition.intervening.model import Amount
    >>> amount(Amount("line", "at most", 1.5, 1)), amount(Amount("word", "exactly", 3, 2))
    ('at most 1.5 lines', '3 words')
    """
    bound = "" if one.bound == "exactly" else f"{one.bound} "
    return f"{bound}{number(one.amount)} {one.unit}{'' if one.amount == 1 or not one.unit else 's'}".strip()


def number(value: float) -> str:
    """
    Return a number without zeros that say nothing.

    >>> number(2.0), number(1.5)
    ('2', '1.5')
    """
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _count(found: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{found} {noun}{'' if found == 1 else 's'}"
