"""
Read the text layer of a PDF, by pdfminer.six (MIT): lines in the order in which they are read, grouped into paragraphs.

Lines end where they are printed, hyphens included. Fonts tell italic, bold and small capitals; a page's beginning is a form feed.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from typing import TYPE_CHECKING

from tei_edition.ingest import _pdf_furniture, _pdf_lines, _zip
from tei_edition.ingest._decode import NOT_XML
from tei_edition.ingest._rich import Block, Remark, Run, compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.ingest._pdf_lines import Line, Page
    from tei_edition.model import Source

ENDED = re.compile(r"[.?!:;…]['\"’”»)\]]*$")
UNREAD = re.compile(r"\(cid:\d+\)")
INDENT = 0.8
"""By how much, in parts of the size of its type, a line is indented that begins a paragraph."""

GAP = 1.6
"""By how much, in parts of the height of a line, the next one is lower that begins a paragraph."""

LARGER = 0.12
"""By how much, in parts of its size, the type of a heading differs from that of the text."""

SHORT = 0.8
"""What part of its column a line fills at most that may be the last of its paragraph."""

BROKEN = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError, struct.error, zlib.error,
)
"""What the parser raises on damaged files besides its own exceptions."""



def read(data: bytes, name: str, encoding: str | None = None) -> Source:  # noqa: ARG001 - a PDF says its encodings itself
    """Return the transcript of the text layer in *data*; raises `SourceError` where there is none, or it cannot be read."""
    pages = _pages(data, name)
    if not any(page.lines for page in pages):
        advice = "Run text recognition on it, as OCRmyPDF does, and read what it made; or type the transcript."
        raise _zip.fault(name, "this PDF has no text, only pictures of pages.", advice)
    furniture, remarks = _pdf_furniture.find(pages)
    blocks = list(_joined(_blocks(page, [line for line in page.lines if id(line) not in furniture]) for page in pages))
    return compose(data, name, [_clean(block) for block in blocks], remarks=(*_whole(pages), *remarks, *_unread(blocks)), printed=True)


def _pages(data: bytes, name: str) -> list[Page]:
    """Return the pages of a PDF."""
    from pdfminer.high_level import extract_pages  # noqa: PLC0415 - it takes time to load
    from pdfminer.layout import LAParams  # noqa: PLC0415
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect  # noqa: PLC0415
    from pdfminer.psexceptions import PSException  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    advice = "Open it in a reader of PDF, and print it into a new PDF."
    try:
        layouts = extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True))
        pages = [_pdf_lines.page(layout, number) for number, layout in enumerate(layouts, 1)]
    except (PDFEncryptionError, PDFPasswordIncorrect) as error:
        raise _zip.fault(name, "this PDF is encrypted with a password.", "Save it without a password.") from error
    except (PSException, *BROKEN) as error:
        raise _zip.fault(name, "this is no PDF, or it is broken.", advice) from error
    if not pages:
        raise _zip.fault(name, "this PDF has no pages, or it is broken.", advice)
    return pages


def _blocks(page: Page, lines: Sequence[Line]) -> tuple[Page, list[Block]]:
    """Return the paragraphs of *page*, which has these *lines*."""
    columns = {box: _Column([line for line in lines if line.box == box]) for box in {line.box for line in lines}}
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or (_begins(columns[line.box], before, line) if line.box == before.box else not _goes_on(before.text, line.text)):
            groups.append([])
        groups[-1].append(line)
    return page, [Block(tuple(_runs(group))) for group in groups]


class _Column:
    """Where the lines of a box begin and end; *hanging*: its paragraphs begin left of their other lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.left = min(line.left for line in lines)
        self.right = max(line.right for line in lines)
        indented = sum(self.is_indented(line) for line in lines)
        self.hanging = indented * 2 > len(lines)

    def is_indented(self, line: Line) -> bool:
        """Tell whether *line* begins right of the others."""
        return line.left > self.left + INDENT * line.size


def _begins(column: _Column, before: Line, line: Line) -> bool:
    """Tell whether *line* begins a paragraph, after *before* in the same column."""
    lower = before.bottom - line.bottom > GAP * max(before.top - before.bottom, line.top - line.bottom)
    short = before.right - column.left < SHORT * (column.right - column.left) and ENDED.search(before.text) is not None
    larger = abs(before.size - line.size) > LARGER * line.size
    return larger or lower or short or column.is_indented(line) != column.hanging


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a paragraph goes on with *text* in the next column or on the next page."""
    return not ENDED.search(before.rstrip()) and text.lstrip()[:1].islower()


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    """Yield the runs of a paragraph, its lines as printed."""
    for number, line in enumerate(lines):
        if number:
            yield Run("\n")
        yield from line.runs


def _joined(pages: Iterator[tuple[Page, list[Block]]]) -> Iterator[Block]:
    """Yield the paragraphs of all pages, those that go on over a page as one."""
    waiting: Block | None = None
    for page, blocks in pages:
        for number, block in enumerate(blocks):
            begins = number == 0 and page.number > 1
            if begins and waiting and _goes_on(_text(waiting), _text(block)):
                waiting = Block((*waiting.runs, Run("\n\f"), *block.runs), waiting.page)
                continue
            if waiting:
                yield waiting
            waiting = Block(block.runs, page=begins)
    if waiting:
        yield waiting


def _text(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def _clean(block: Block) -> Block:
    """Return *block* without the control characters that a PDF may hold, and that mean nothing in a text."""
    return Block(tuple(Run(NOT_XML.sub("", run.text), run.styles) for run in block.runs), block.page)


def _whole(pages: Sequence[Page]) -> Iterator[Remark]:
    """Yield a remark on pages that have no text."""
    empty = [str(page.number) for page in pages if not page.lines]
    if empty:
        shown = ", ".join(empty[:20]) + (" ..." if len(empty) > 20 else "")  # noqa: PLR2004 - enough to see which
        message = f"{len(empty)} of {len(pages)} pages have no text (page {shown})."
        yield Remark("input-left-out", message, "If they are pictures of pages, run text recognition on them; else they are empty.")


def _unread(blocks: Sequence[Block]) -> Iterator[Remark]:
    """Yield a remark on characters of which the PDF does not say which they are."""
    text = "\n".join(map(_text, blocks))
    unread, controls = UNREAD.findall(text), NOT_XML.findall(text)
    if unread:
        message = f"{len(unread)} characters are only numbers of glyphs to this PDF ({unread[0]}), and stand so in the transcript."
        yield Remark("input-left-out", message, "Find what is printed there, and write the transcript as plain text.")
    if controls:
        message = f"{len(controls)} control characters, the first U+{ord(controls[0]):04X}, print nothing and are left out."
        yield Remark("input-left-out", message, severity="info")
