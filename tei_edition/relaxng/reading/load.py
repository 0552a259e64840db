"""Loading a schema: all its files read, simplified and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes import libraries
from tei_edition.relaxng.grammar.patterns import NOTHING, Grammar
from tei_edition.relaxng.reading import compatibility
from tei_edition.relaxng.reading.files import Files
from tei_edition.relaxng.reading.scopes import resolve
from tei_edition.relaxng.reading.simplify import Simplifying
from tei_edition.relaxng.reading.tree import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.relaxng.reading.tree import Node


def load(path: Path) -> Grammar:
    """Return the grammar at *path* (XML or compact syntax). Raises `SchemaError` with all its faults, `OSError`."""
    files = Files(Faults())
    return _grammar(files, files.load(path))


def loads(data: bytes, name: str, base: str = "") -> Grammar:
    """Return the grammar in *data*; *name* stands for it in messages, from *base* (a path or URI) its references go out."""
    files = Files(Faults())
    return _grammar(files, files.parse(data, name, base))


def _grammar(files: Files, root: Node | None) -> Grammar:
    faults = files.faults
    faults.check()
    assert root is not None
    meaning = resolve(root, faults)
    faults.check()
    simplifying = Simplifying(meaning, faults)
    start = simplifying.start()
    faults.check()
    ids = Faults()
    elements = tuple(simplifying.elements.values())
    if any(libraries.id_type(leaf.library, leaf.type_) for leaf in meaning.leaves.values()):
        compatibility.check(((elements[number], content) for number, content in simplifying.contents.items()), simplifying.places, ids)
    contents = tuple(simplifying.contents.get(number, NOTHING) for number in range(len(simplifying.nodes)))
    return Grammar(start, elements, contents, tuple(files.read), ids.sorted())
