"""
Speeches as Apache Parquet (``speeches.parquet``), one row for each turn, with the columns of ``speeches.jsonl``.

Rows are written in groups, so that memory does not grow with their number. What is not stated is an empty text.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from tei_edition.exports._forms.extra import library
from tei_edition.exports._known import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Speeches as Parquet"
FOR = "pandas, Polars, DuckDB, Spark, R"
CHECKED = "pyarrow and pandas: every row is that of the JSON Lines"

NAME = "speeches.parquet"
GROUP = 4 << 20
"""How many characters the texts of one group of rows have, some more or less."""


def files(documents: Iterable[Document], _: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the table. Raises `UsageError` where pyarrow is not here."""
    arrow, parquet = (library(name, "parquet", "parquet") for name in ("pyarrow", "pyarrow.parquet"))
    schema = arrow.schema([(name, arrow.type_for_alias(kind)) for name, kind in rows.SPEECH.items()])
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema) as writer:
        for group in _groups(documents):
            writer.write_table(arrow.Table.from_pylist(group, schema))
            yield NAME, sink.take()
    yield NAME, sink.take()


def _groups(documents: Iterable[Document]) -> Iterator[list[dict[str, Any]]]:
    """Give the rows of the speeches in *documents*, some at a time."""
    group: list[dict[str, Any]] = []
    size = 0
    for document in documents:
        for row in rows.of_speeches(document):
            group.append(row)
            size += len(row["text"]) + len(row["source"])
        if size > GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


class _Sink(io.RawIOBase):
    """A file of which what is written can be taken away."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._parts.append(bytes(data))
        self._at += len(self._parts[-1])
        return len(self._parts[-1])

    def tell(self) -> int:
        return self._at

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken, self._parts = b"".join(self._parts), []
        return taken
