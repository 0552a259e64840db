"""The cases of ``tests/brackets``, read by `tei_edition.notation`, and what is made of them."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import Encoded, encode
from tei_edition.ingest.txt import read
from tei_edition.notation import Case, cases

FOLDER = Path(__file__).parent / "brackets"
XML = "{http://www.w3.org/XML/1998/namespace}"
CONTAINERS = {"text", "body", "div", "sp", "argument", "opener", "closer", "postscript"}


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
