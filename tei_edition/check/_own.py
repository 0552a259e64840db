"""A note for a file that names no schema and is written by another than the toolkit's own, by which it is checked then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.check import Document
    from tei_edition.model import Finding

FOREIGN = ("rng-element", "rng-attribute")
"""What is found where a file is written by another schema."""

MANY = 5
"""So many of them are no slips."""

HOUSE, RULES = "sch-", 20
"""How the codes of the house's own rules begin, and how often they are broken where nobody thought of them."""

MADE_HERE = b'ident="tei-edition"'
"""What the header of a file says that was made here."""


def note(document: Document, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the note, where *findings* are those of *document* and tell that its schema is another."""
    grammar, rules = sum(one.code in FOREIGN for one in findings), sum(one.code.startswith(HOUSE) for one in findings)
    if (grammar < MANY and rules < RULES) or MADE_HERE in document.data or not document.is_ours:
        return
    message = "This file names no schema, so it is checked by the toolkit's own, a small part of TEI."
    ways = '--schema tei_all.rng, [check] schema in edition.toml, or <?xml-model href="tei_all.rng"?>'
    advice = f"If it is written by another, name that: {ways}."
    yield document.finding("schema-own", message, advice, document.positions.indexes(()), (), "info")
