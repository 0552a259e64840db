"""
Has it the elements and attributes the schema wants? RELAX NG, the toolkit's own grammar or one that the user names.

libxml2 decides; what it says is no help to an archivist ("Did not expect element x there", no column, follow-up noise), so
the words and places come from the grammar itself (`_explain`). A grammar of the user's is loaded in a process of its own,
with a time limit: some grammars keep libxml2 busy for hours.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import xml
from tei_edition.check import _stranger
from tei_edition.check._explain import explain
from tei_edition.check._grammar import Grammar, UnreadableGrammarError
from tei_edition.errors import MarkupError, UsageError
from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.check import Document
    from tei_edition.check._explain import Misfit
    from tei_edition.model import Finding

CODE = "rng"
SUFFIXES = (".xml",)
AFTER = ("wellformed",)
OWN = SCHEMAS / "tei_edition.rng"


def check(document: Document) -> Iterator[Finding]:
    """
    Yield where *document* does not fit its schema.

    Raises `UsageError` where the schema is not there, is none, or takes too long to load.
    """
    schema = document.schema or OWN
    data = _read(schema)
    messages = _stranger.validate(schema, document.text.parsed) if document.schema else _own(data, document.tree)
    if not messages:
        return
    findings = [] if messages == _stranger.TOO_SLOW and not _grammar(data) else list(_explained(document, data))
    if messages == _stranger.TOO_SLOW and not _grammar(data):
        raise UsageError(f"{schema}: this schema did not load in {_stranger.LIMIT} seconds; give a smaller one")
    yield from findings or ([] if messages == _stranger.TOO_SLOW else [_in_other_words(document, *messages[0])])


def _explained(document: Document, schema: bytes) -> Iterator[Finding]:
    grammar = _grammar(schema)
    if not grammar:
        return
    for misfit in explain(grammar, document.tree.getroot()):
        yield document.finding(f"{CODE}-{misfit.what}", misfit.message, misfit.advice, _place(document, misfit))


def _place(document: Document, misfit: Misfit) -> tuple[int, int]:
    """Return the very characters at fault."""
    positions = document.positions
    if misfit.what == "text":
        return positions.text_after(misfit.element, misfit.gap)
    if misfit.attribute:
        return positions.indexes(misfit.element, misfit.attribute, "value" if misfit.what == "value" else "name")
    if misfit.what == "value":
        return positions.indexes(misfit.element, part="text")
    return positions.indexes(misfit.element, part="end" if misfit.at_end else "name")


def _in_other_words(document: Document, message: str, path: str) -> Finding:
    """Return what libxml2 says, where the grammar could not be asked."""
    place = document.positions.place(path)
    where = document.positions.indexes(place.path, place.attribute, "name")
    return document.finding(f"{CODE}-schema", f"the schema does not allow this: {message}", "See what it allows here.", where)


def _read(schema: Path) -> bytes:
    if schema.suffix.lower() == ".rnc":
        raise UsageError(f"{schema}: this is RELAX NG's compact syntax; give the schema in XML syntax (.rng)")
    return xml.read(schema)


@lru_cache(maxsize=4)
def _grammar(data: bytes) -> Grammar | None:
    """Return the grammar in *data*, or None where it uses what is not read here."""
    try:
        return Grammar.of(xml.parse_bytes(data, "schema"))
    except UnreadableGrammarError:
        return None


@lru_cache(maxsize=4)
def _validator(data: bytes) -> etree.RelaxNG:
    try:
        return etree.RelaxNG(xml.parse_bytes(data, str(OWN)))
    except (MarkupError, etree.RelaxNGParseError) as error:
        raise UsageError(f"{OWN}: the toolkit's own schema cannot be read ({error}); install the toolkit anew") from error


def _own(data: bytes, tree: etree._ElementTree) -> list[tuple[str, str]]:
    """Return what libxml2 says of *tree*: messages with paths."""
    validator = _validator(data)
    if validator.validate(tree):
        return []
    return [(str(entry.message), str(entry.path)) for entry in validator.error_log] or [("it does not fit", "/*")]
