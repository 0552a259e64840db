"""
What a file itself asks to be left alone: ``<?tei-edition ignore CODE reason?>``.

The instruction speaks for the element it stands in, with all that is in it; before the outermost element for the whole file.
A reason is asked for, and an instruction that nothing needs is told, so that none outlives its cause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.check._codes import advice as code_advice
from tei_edition.check._document import XML
from tei_edition.errors import MarkupError
from tei_edition.positions import path_from, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.check import Document
    from tei_edition.model import Finding
    from tei_edition.positions import Path

TARGET = "tei-edition"
LATE = ("entry-unused", "entry")
"""Codes, and families of them, that are found only when all files are looked at."""

INSTRUCTION = b"<?tei-edition"
PLACE = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
FORM = re.compile(r"ignore\s+(?P<code>[A-Za-z][\w./-]*)\s+(?P<reason>\S.*)", re.DOTALL)


@dataclass(frozen=True)
class Ignored:
    """
    An instruction: the element *path* it speaks for (None: the whole file), its *code*, and *number* among them all.

    *file* is the name of an included file, if it speaks for the whole of that.
    """

    path: Path | None
    code: str
    number: int
    file: str = ""

    def covers(self, finding: Finding) -> bool:
        """Tell whether *finding* is one that is to be left alone."""
        if finding.code != self.code and not finding.code.startswith(self.code + "-"):
            return False
        if self.path is None:
            return True
        return bool(finding.element) and path_from(finding.element)[: len(self.path)] == self.path


def without_ignored(document: Document, findings: Sequence[Finding], *, late: bool = False) -> Iterator[Finding]:
    """
    Yield *findings* but those that *document* asks to be left alone, and what is wrong with the asking.

    *late*: these are findings of `LATE` codes, which come when all else is told.
    """
    if any(finding.code.startswith("xml") for finding in findings) or not _is_asked(document):
        yield from findings
        return
    asked, faults = _read(document)
    used: set[int] = set()
    for finding in findings:
        covering = {one.number for one in asked if one.covers(finding) and one.file in ("", document.file_of(finding))}
        used |= covering
        if not covering:
            yield finding
    if not late:
        yield from faults
        yield from (_unused(document, one) for one in asked if one.number not in used and one.code not in LATE)


def _is_asked(document: Document) -> bool:
    """Tell whether *document*, with what it includes, has an instruction at all."""
    if document.suffix != XML:
        return False
    try:
        return INSTRUCTION in document.text.data
    except MarkupError:
        return False


def _unused(document: Document, one: Ignored) -> Finding:
    """Return what is wrong with an instruction that takes nothing away: there is no such code, or nobody needs it."""
    meant = code_advice(one.code)
    if meant:
        return _finding(document, one.number, "ignore-code", f'There is no code "{one.code}".', meant)
    message = f"Nothing here needs <?{TARGET} ignore {one.code} ...?>."
    return _finding(document, one.number, "ignore-unused", message, "Take it away, or correct its code.")


def _read(document: Document) -> tuple[list[Ignored], list[Finding]]:
    asked: list[Ignored] = []
    faults: list[Finding] = []
    for number, node in enumerate(_instructions(document.tree)):
        found = FORM.fullmatch((node.text or "").strip())
        if found:
            parent = node.getparent()
            file = document.opened_by(_places(document)[number][0]) if document.whole else ""
            asked.append(Ignored(None if parent is None else path_of(parent), found["code"], number, file))
        else:
            advice = f"Write <?{TARGET} ignore CODE reason?>, for example <?{TARGET} ignore date-words as printed?>."
            faults.append(_finding(document, number, "ignore-form", f"<?{TARGET} {node.text or ''}?> is not understood.", advice))
    return asked, faults


def _instructions(tree: etree._ElementTree) -> Iterator[etree._Element]:
    """Yield the instructions of *tree*, those before and after its outermost element too, in their order."""
    root = tree.getroot()
    around = ([*root.itersiblings(preceding=True)][::-1], root.iter(), root.itersiblings())
    for nodes in around:
        yield from (node for node in nodes if isinstance(node, etree._ProcessingInstruction) and node.target == TARGET)  # noqa: SLF001 - lxml's class


def _finding(document: Document, number: int, code: str, message: str, advice: str) -> Finding:
    """Return the finding at instruction *number* of the file."""
    return document.finding(code, message, advice, _places(document)[number], severity="warning")


def _places(document: Document) -> list[tuple[int, int]]:
    """Return where the instructions stand, in their order."""
    data = document.text.data
    return [match.span() for match in PLACE.finditer(data) if data.startswith(INSTRUCTION, match.start())]
