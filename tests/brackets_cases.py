"""
The cases of ``tests/brackets``: what each bracket in a line of text means, and the TEI it gets.

A case is a line of text (``¶`` parts paragraphs), a line with the class of each of its brackets in order, and lines with the TEI of the
blocks that hold them. A line ``! frus`` names the profile of the cases below it; lines that begin with ``#`` are for readers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import Encoded, encode
from tei_edition.ingest.txt import read

FOLDER = Path(__file__).parent / "brackets"
XML = "{http://www.w3.org/XML/1998/namespace}"
CONTAINERS = {"text", "body", "div", "sp", "argument", "opener", "closer", "postscript"}


@dataclass
class Case:
    """A text with its profile, the classes of its brackets, and the lines of its TEI."""

    file: str
    line: int
    profile: str
    text: str
    classes: list[str] = field(default_factory=list)
    tei: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How a test names it."""
        return f"{self.file}:{self.line}"

    @property
    def transcript(self) -> str:
        """The text as a transcript."""
        return self.text.replace("¶", "\n\n") + "\n"

    @property
    def is_trap(self) -> bool:
        """Whether it shows what the class of its file is not."""
        return self.file not in self.classes


def cases(path: Path) -> list[Case]:
    """Return the cases in *path*."""
    found: list[Case] = []
    profile = "nsarchive"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("! "):
            profile = line[2:].strip()
        elif line.startswith("    "):
            found[-1].tei.append(line.strip())
        elif line.startswith("  "):
            found[-1].classes = line.split()
        elif line and not line.startswith("#"):
            found.append(Case(path.stem, number, profile, line))
    return found


def every() -> list[Case]:
    """Return the cases of all files, in order."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


def encoded(case: Case) -> tuple[list[str], Encoded]:
    """Return the classes that the rules find in *case*, and its TEI."""
    edition = lone(case.profile)
    annotation = annotate([read(case.transcript.encode(), "case.txt")], edition)[0]
    return [span.class_ for span in annotation.spans if span.kind == "bracket"], encode(annotation, edition)


def tei(made: Encoded) -> list[str]:
    """Return the blocks that are more than a plain paragraph, without their ids."""
    text = made.tree.getroot().find("{*}text")
    return [] if text is None else [line for block in _blocks(text) if (line := _line(block)) and not re.fullmatch(r"<p>[^<]*</p>", line)]


def _blocks(parent: etree._Element) -> list[etree._Element]:
    """Return the blocks below *parent*, in order."""
    found = []
    for child in parent:
        if isinstance(child.tag, str):
            container = etree.QName(child).localname in CONTAINERS
            found += _blocks(child) if container else [child]
    return found


def _line(block: etree._Element) -> str:
    """Return *block* as a line: without namespace, ids and the instructions of its layout."""
    copy = etree.fromstring(etree.tostring(block, with_tail=False))
    for element in copy.iter(etree.Element):
        element.attrib.pop(f"{XML}id", None)
    line = re.sub(r' xmlns(?::\w+)?="[^"]*"', "", etree.tostring(copy, encoding="unicode"))
    return re.sub(r"\s+", " ", re.sub(r"<\?transcript [^?]*\?>", "", line))
