"""Loading a schema: all its files read, simplified and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.relaxng import _compatibility, _datatypes
from tei_edition.relaxng._files import Files
from tei_edition.relaxng._patterns import NOTHING, Grammar
from tei_edition.relaxng._scopes import resolve
from tei_edition.relaxng._simplify import Simplifying
from tei_edition.relaxng._tree import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.relaxng._tree import Node


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
    if any(_datatypes.id_type(leaf.library, leaf.type_) for leaf in meaning.leaves.values()):
        _compatibility.check(((elements[number], content) for number, content in simplifying.contents.items()), simplifying.places, ids)
    contents = tuple(simplifying.contents.get(number, NOTHING) for number in range(len(simplifying.nodes)))
    return Grammar(start, elements, contents, tuple(files.read), ids.sorted())
