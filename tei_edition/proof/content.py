"""The marked content of a PDF's pages (ISO 32000-1, 14.6): runs of text by page and identifier, artifacts counted."""

from __future__ import annotations

import codecs
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psparser import literal_name
from pdfminer.utils import apply_matrix_pt, mult_matrix

from tei_edition.proof.lines import Run

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument

Key = tuple[int, int]
"""The number of a page's object and the identifier of marked content (MCID) on it; -1 for text that has none."""

UNKNOWN = "\ufffd"
ARTIFACT, REVERSED = "Artifact", "ReversedChars"
ARTIFACTS = {"Header": "running head", "Page": "name of the edition"}
NUMBER, REPEATED = "line number", "repeated heading of a table"


@dataclass(slots=True)
class Content:
    """*runs* of text by their key, in the order of the pages; *artifacts* with text and their words, counted by kind."""

    runs: dict[Key, list[Run]] = field(default_factory=lambda: defaultdict(list))
    artifacts: Counter[str] = field(default_factory=Counter)
    artifact_words: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Tag:
    """A marked-content sequence that is open; *instead* is the text that stands for its glyphs, until it was given."""

    name: str
    properties: dict[str, Any]
    instead: str | None = None
    used: bool = False


def read(document: PDFDocument) -> Content:
    """Return the marked content of all pages."""
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = _Interpreter(manager, device)
    for page in PDFPage.create_pages(document):
        interpreter.process_page(page)
    return device.content


class _Device(PDFDevice):
    """Collects the text of each text object as one run."""

    def __init__(self, manager: PDFResourceManager) -> None:
        """Start with nothing."""
        super().__init__(manager)
        self.content = Content()
        self.page = 0
        self.tags: list[_Tag] = []
        self.glyphs: list[str] = []
        self.start = (0.0, 0.0)
        self.font = ""
        self.turned = False

    def begin_page(self, page: PDFPage, ctm: object) -> None:  # noqa: ARG002 - the name of the parent class
        """Begin a page."""
        self.page = int(str(page.pageid))
        self.tags = []

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Begin a marked-content sequence."""
        properties = props if isinstance(props, dict) else {}
        instead = properties.get("ActualText")
        self.tags.append(_Tag(literal_name(tag), properties, text_string(instead) if isinstance(instead, bytes) else None))

    def end_tag(self) -> None:
        """End the innermost marked-content sequence."""
        if self.tags:
            self.tags.pop()

    def render_string(self, textstate: Any, seq: Any, *_unused: Any) -> None:
        """Take the glyphs of one showing operator."""
        assert self.ctm is not None, "a page sets it"
        matrix = mult_matrix(textstate.matrix, self.ctm)
        if not self.glyphs:
            self.start = apply_matrix_pt(matrix, textstate.linematrix)
            self.font = f"{textstate.font.fontname} {textstate.fontsize}"
        cids = [cid for piece in seq if isinstance(piece, bytes) for cid in textstate.font.decode(piece)]
        self.turned |= any(tag.name == REVERSED for tag in self.tags)
        self.glyphs += self._glyphs(textstate.font, cids)

    def _glyphs(self, font: Any, cids: list[int]) -> list[str]:
        """Return the characters of each glyph, or once the text that is said to stand for them."""
        tag = next((tag for tag in self.tags if tag.instead is not None), None)
        if tag is None:
            return [_character(font, cid) for cid in cids]
        given, tag.used = [] if tag.used else [tag.instead or ""], True
        return given

    def end_text(self) -> None:
        """Keep the text object as a run."""
        glyphs, turned = self.glyphs, self.turned
        self.glyphs, self.turned = [], False
        artifact = next((tag for tag in self.tags if tag.name == ARTIFACT), None)
        if glyphs and artifact:
            shown = "".join(glyphs)
            kind = _artifact(artifact.properties, shown)
            self.content.artifacts[kind] += 1
            self.content.artifact_words[kind] += len(shown.split())
        elif glyphs:
            identifier = next((tag.properties["MCID"] for tag in reversed(self.tags) if "MCID" in tag.properties), -1)
            self.content.runs[self.page, identifier].append(Run.shown(glyphs, self.page, self.start, self.font, turned=turned))


class _Interpreter(PDFPageInterpreter):
    """Tells the device where a text object ends."""

    def __init__(self, manager: PDFResourceManager, device: _Device) -> None:
        """Start with the *device* that collects the text."""
        super().__init__(manager, device)
        self.collector = device

    def do_ET(self) -> None:  # noqa: N802 - the name of the operator, which the parent class looks for
        """End a text object."""
        self.collector.end_text()
        super().do_ET()


def _artifact(properties: dict[str, Any], text: str) -> str:
    """Return the kind of an artifact."""
    stated = [literal_name(properties[key]) for key in ("Subtype", "Type") if key in properties]
    named = [ARTIFACTS[name] for name in stated if name in ARTIFACTS]
    return named[0] if named else NUMBER if text.isdecimal() else REPEATED


def _character(font: Any, cid: int) -> str:
    """Return the characters of a glyph."""
    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return UNKNOWN


def text_string(data: bytes) -> str:
    """
    Return a text string of a PDF (ISO 32000-1, 7.9.2.2).

    >>> text_string(b"he")
    'he'
    """
    if data.startswith(codecs.BOM_UTF16_BE):
        return data.decode("utf-16", "replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
