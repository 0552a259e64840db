"""The documents of an export, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import xml
from tei_edition.exports._forms.names import Names
from tei_edition.exports._known.document import Document, is_register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def documents(found: Iterable[Path], named: Iterable[Path] = ()) -> Iterator[Document]:
    """
    Give the documents in the files *found*, each read when it is asked for; no two have one name.

    A register, which has lists and no text, is none, unless it is *named*.
    """
    names, named = Names(), set(named)
    for path in found:
        tree = xml.parse(path)
        if path in named or not is_register(tree):
            yield Document(names.of_file(path), tree, path)
