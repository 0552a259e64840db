"""A file to be checked: its bytes, and its tree and positions once somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition import xml, xmltext
from tei_edition.model import Finding
from tei_edition.positions import Positions
from tei_edition.xmltext import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from lxml import etree

    from tei_edition.model import Severity
    from tei_edition.xmltext import MarkupText


@dataclass(frozen=True)
class Document:
    """
    A file to be checked: *name* for messages, *data* its bytes, *path* where it stands (None: standard input).

    *schema* is the grammar that was asked for; None means the one of this toolkit.
    """

    name: str
    data: bytes
    path: Path | None = None
    schema: Path | None = None

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in small letters; standard input counts as XML."""
        return self.path.suffix.lower() if self.path else ".xml"

    @cached_property
    def text(self) -> MarkupText:
        """The characters of the XML. Raises `MarkupError`."""
        return xmltext.read(self.data, self.name)

    @cached_property
    def tree(self) -> etree._ElementTree:
        """The tree of the XML. Raises `MarkupError`."""
        return xml.parse_text(self.text)

    @cached_property
    def positions(self) -> Positions:
        """The places of everything in the tree. Raises `MarkupError`; the tree must be well-formed."""
        return Positions.read(self.text)

    def finding(self, code: str, message: str, advice: str, place: tuple[int, int], severity: Severity = "error") -> Finding:
        """Return a finding at *place*, begin and end as indexes (see `Positions.indexes`)."""
        start, end = (self.text.position(index) for index in place)
        return Finding(self.name, code, sentence(message), advice, start, end, severity, self.text.line(start.line))
