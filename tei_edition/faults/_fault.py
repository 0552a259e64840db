"""Where parsing stopped, and what stands round it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.xmlscan import NAME

if TYPE_CHECKING:
    from tei_edition.model import Finding
    from tei_edition.xmlscan import Node
    from tei_edition.xmltext import MarkupText


@dataclass(frozen=True, slots=True)
class Fault:
    """Where parsing stopped: *index*, the *fragment* from the last ``<`` before it, and the elements open there."""

    text: MarkupText
    index: int
    open: tuple[Node, ...]
    began: bool

    @property
    def tag(self) -> int:
        """The index of the last ``<`` before the place, or -1."""
        return self.text.data.rfind(b"<", 0, self.index)

    @property
    def fragment(self) -> bytes:
        """What stands from the last ``<`` to the place."""
        return self.text.data[self.tag : self.index] if self.tag >= 0 else b""

    @property
    def here(self) -> str:
        """The character at the place, or nothing at the end."""
        return self.text.data[self.index : self.index + 4].decode(errors="ignore")[:1]

    def finding(self, code: str, message: str, advice: str, start: int | None = None, end: int | None = None) -> Finding:
        """Return the finding, by default at the character where parsing stopped."""
        if start is None:
            start, end = self.index, self.index + len(self.here.encode())
        return self.text.finding(code, message, advice, start, end)


def name_place(text: MarkupText, node: Node) -> tuple[int, int]:
    match = NAME.match(text.data, node.start)
    return match.span() if match else (node.start, node.start + 1)


def name_of(text: MarkupText, node: Node) -> str:
    """Return the name of *node* as written."""
    start, end = name_place(text, node)
    return text.data[start + 1 : end].decode()
