"""
Has it the elements and attributes the schema wants? RELAX NG, the toolkit's own grammar or one that the user names.

The package `tei_edition.relaxng` does the work; here its findings become those of a check.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tei_edition import relaxng
from tei_edition.check import _compiled
from tei_edition.check import _html_names as html_names
from tei_edition.errors import UsageError
from tei_edition.model import Edit, Position
from tei_edition.positions import path_from
from tei_edition.resources import SCHEMAS
from tei_edition.xmlscan import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check import Document
    from tei_edition.model import Finding

CODE = "rng"
SUFFIXES = (".xml",)
AFTER = ("wellformed", "include")
OWN = SCHEMAS / "tei_edition.rng"


def check(document: Document) -> Iterator[Finding]:
    """
    Yield where *document* does not fit its schema.

    Raises `UsageError` where the schema is not there, or is none.
    """
    for path in _grammars(document) if document.wanted.looks_for(CODE) else ():
        yield from _validated(document, path)


def _grammars(document: Document) -> Iterator[Path]:
    """Yield the grammars to check *document* with."""
    if document.is_ours:
        yield OWN
    for path in document.schemas:
        if path.suffix.lower() == ".odd":
            yield _compiled.of_odd(path, document.wanted.source)[0]
        elif path.suffix.lower() != ".sch":
            yield path


def _validated(document: Document, schema: Path) -> Iterator[Finding]:
    for found in _schema(schema).validate_text(document.text):
        start, end = Position(found.line, found.column), Position(found.end_line, found.end_column)
        advice = html_names.advice(found, document) or found.advice
        placed = document.placed(found.code, found.message, advice, (start, end), found.path)
        yield replace(placed, edits=_edits(document, found)) if found.instead else placed


def _edits(document: Document, found: relaxng.Finding) -> tuple[Edit, ...]:
    """Return what to write for the name or the value at fault: of an element in both its tags."""
    path, positions = path_from(found.path), document.positions
    if found.code != "rng-element":
        start, end = positions.indexes(path, found.attribute, "name" if found.code == "rng-attribute" else "value")
        return (Edit(start, end, escape(found.instead, {'"': "&quot;", "'": "&apos;"})),)
    places = [positions.indexes(path), positions.indexes(path, part="end")]
    names = [NAME.match(document.text.data, start) for start, _ in places]
    ends = dict.fromkeys((name.end(1), len(name[1].rpartition(b":")[2])) for name in names if name)
    return tuple(Edit(end - length, end, found.instead) for end, length in ends)


Stamp = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A *schema*, and the *stamps* of the files it was read from."""

    schema: relaxng.Schema
    stamps: tuple[Stamp, ...]


_loaded: dict[Path, _Loaded] = {}


def _schema(path: Path) -> relaxng.Schema:
    """Return the schema at *path*, loaded anew where one of its files has changed."""
    known = _loaded.get(path)
    if known and known.stamps == _stamps(known.schema):
        return known.schema
    try:
        schema = relaxng.load(path)
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such schema") from error
    except OSError as error:
        raise UsageError(f"{path}: this schema cannot be read ({error.strerror})") from error
    except relaxng.SchemaError as error:
        raise UsageError(f"this schema cannot be used: {error}") from error
    _loaded[path] = _Loaded(schema, _stamps(schema))
    return schema


def _stamps(schema: relaxng.Schema) -> tuple[Stamp, ...]:
    """Return names, times and sizes of the files *schema* was read from; nothing where one is gone."""
    try:
        known = [(file.path, Path(file.path).stat()) for file in schema.grammar.files]
    except OSError:
        return ()
    return tuple((path, status.st_mtime_ns, status.st_size) for path, status in known)
