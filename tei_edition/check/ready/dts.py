"""Distributed Text Services: a text that can be cited and asked for in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.ready._need import LANGUAGE, ROOT, Need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TITLE = "DTS 1.0"
SOURCE = "Distributed Text Services, specification 1.0; TEI Guidelines, section 17.2.5.4 (citeStructure)"
TAKES = "itself"

DECLARED = "t:teiHeader/t:encodingDesc/t:refsDecl"

NEEDS = (
    ROOT,
    Need("text", "/t:TEI", "t:text", "There is no text.", "Write the document in text/body."),
    Need(
        "title", "/t:TEI", "normalize-space(t:teiHeader/t:fileDesc/t:titleStmt/t:title)",
        "There is no title, which every answer of DTS gives.", "Write it in titleStmt/title.",
    ),
    Need(
        "citation", "/t:TEI[t:text]", f"{DECLARED}/t:citeStructure",
        "The header does not say how the text is cited, so no part of it can be asked for.",
        "Write refsDecl/citeStructure in encodingDesc, with unit, match and use.",
    ),
    Need(
        "unit", f"/t:TEI/{DECLARED}//t:citeStructure", "normalize-space(@unit)",
        "This citeStructure does not say what it cites.", 'Write unit="turn", or what its parts are.', "warning",
    ),
    LANGUAGE,
)  # fmt: skip

ALSO = {"reference": "The citation that the header declares cannot be followed, or finds nothing in this text."}


def also(tree: etree._ElementTree) -> Iterator[tuple[str, etree._Element, str, str]]:
    """Yield where the citation that the header declares cannot be followed, or finds nothing."""
    from tei_edition.errors import EditionError  # noqa: PLC0415
    from tei_edition.exports.dts.citation import DECLARATION, STRUCTURE, trees  # noqa: PLC0415
    from tei_edition.exports.dts.passages import Places  # noqa: PLC0415

    declared = [one for one in tree.getroot().iter(DECLARATION) if one.find(STRUCTURE) is not None]
    try:
        found = trees(tree, "", Places(tree.getroot()))
    except EditionError as error:
        for fault in error.findings:
            yield "reference", declared[0], f"The citation cannot be followed: {fault.message}", fault.advice
        return
    if declared and not any(one.units for one in found):
        yield "reference", declared[0], "The citation finds nothing in this text.", "Write in match and use the elements that are there."
