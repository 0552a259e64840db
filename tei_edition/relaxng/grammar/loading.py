"""Loading a schema from a file or a text, by way of those that are kept in their simple form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.relaxng._schema import Schema
from tei_edition.relaxng.grammar import store

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.patterns import Grammar


def load(source: Path | str | bytes, *, base: Path | str = "", ids: bool = True, cache: bool = True) -> Schema:
    """
    Return the schema in *source*: the path of a file, in XML or compact syntax, or the text of a schema itself.

    A `str` that holds a line end, ``<``, ``{`` or ``=`` is a text; *base* is the file from which the references of a text go
    out. *ids* tells whether the ids of documents are to be checked; with *cache* the simple form of the schema is kept on the
    disk. Raises `SchemaError` with all the faults of a schema that is not correct, `OSError` where the file cannot be read.
    """
    if isinstance(source, bytes) or (isinstance(source, str) and set(source) & set("\n<{=")):
        data = source.encode() if isinstance(source, str) else source
        name = "<schema>.rng" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else "<schema>.rnc"
        return Schema(_of_text(data, name, str(base), cache=cache), ids=ids)
    path = Path(source)
    data = path.read_bytes()
    place = str(path.absolute())
    found = store.find(data, place) if cache else None
    if not found:
        from tei_edition.relaxng.reading import load as loading  # noqa: PLC0415 - a grammar that is kept needs none of it

        found = loading.load(path)
        if cache:
            store.keep(data, place, found)
    return Schema(found, ids=ids)


def _of_text(data: bytes, name: str, base: str, *, cache: bool) -> Grammar:
    found = store.find(data, base) if cache else None
    if not found:
        from tei_edition.relaxng.reading import load as loading  # noqa: PLC0415 - a grammar that is kept needs none of it

        found = loading.loads(data, name, base)
        if cache:
            store.keep(data, base, found)
    return found
