"""A file with all that it includes (XInclude) as one text, of which every place is known: in which file, and where in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.model import Edit, Finding, Position
    from tei_edition.xmltext import MarkupText


OUTERMOST = re.compile(rb"<!--.*?-->|<\?.*?\?>|(<[^!?])", re.DOTALL)
"""What may stand before the outermost element, or the beginning of that."""


@dataclass(frozen=True, slots=True)
class Piece:
    """
    The stretch of a whole from *start* on: what stands in *text* from *index* on.

    *made*: it stands nowhere, but was made for the thing at *index*, such as the declaration of a namespace.
    """

    start: int
    text: MarkupText
    index: int
    made: bool = False


@dataclass(frozen=True)
class Whole:
    """
    A *text* made of *pieces* in their order, of files that stand in *folders* (by the names of the files).

    *faults* tell what could not be included.
    """

    text: MarkupText
    pieces: tuple[Piece, ...]
    folders: dict[str, Path]
    faults: tuple[Finding, ...] = ()

    def piece(self, index: int) -> Piece:
        """Return the piece that holds *index* of the text."""
        return self.pieces[max(0, bisect_right(self.pieces, index, key=lambda piece: piece.start) - 1)]

    def opened_by(self, index: int) -> str:
        """Return the name of the included file before whose outermost element *index* stands; nothing where it stands elsewhere."""
        piece = self.piece(index)
        first = next((match.start(1) for match in OUTERMOST.finditer(piece.text.data) if match[1]), 0)
        return piece.text.name if piece.text is not self.pieces[0].text and _own(piece, index) < first else ""

    def folder(self, index: int) -> Path:
        """Return the folder of the file that *index* of the text is from."""
        return self.folders[self.piece(index).text.name]

    def in_its_file(self, finding: Finding) -> Finding:
        """Return *finding*, whose places are those of the text, with the file, the places and the edits of where it comes from."""
        if finding.path != self.text.name or not finding.start:
            return finding
        index = self._index(finding.start)
        piece = self.piece(index)
        start = piece.text.position(_own(piece, index))
        end = self._end(piece, finding.end) if finding.end else None
        edits = tuple(replace(edit, start=self._own(edit.start), end=self._own(edit.end)) for edit in finding.edits)
        kept = edits if all(self._is_in(piece.text, edit) for edit in finding.edits) else ()
        also = tuple(map(self.in_its_file, finding.also))
        return replace(finding, path=piece.text.name, start=start, end=end, excerpt=piece.text.line(start.line), edits=kept, also=also)

    def _index(self, position: Position) -> int:
        return min(self.text.index(position), len(self.text.data))

    def _own(self, index: int) -> int:
        return _own(self.piece(index), index)

    def _end(self, first: Piece, end: Position) -> Position:
        """Return where a stretch ends that begins in the piece *first*: in the same file, and in that piece at the latest."""
        following = next((piece.start for piece in self.pieces if piece.start > first.start), len(self.text.data))
        return first.text.position(_own(first, min(self._index(end), following)))

    def _is_in(self, text: MarkupText, edit: Edit) -> bool:
        """Tell whether *edit* is of one piece that stands in *text*."""
        piece = self.piece(edit.start)
        return piece.text is text and not piece.made and self.piece(edit.end) in (piece, self._after(piece))

    def _after(self, piece: Piece) -> Piece:
        number = self.pieces.index(piece) + 1
        return self.pieces[min(number, len(self.pieces) - 1)]


def _own(piece: Piece, index: int) -> int:
    """Return where *index* of the whole stands in the file of *piece*."""
    return piece.index if piece.made else min(piece.index + index - piece.start, len(piece.text.data))
