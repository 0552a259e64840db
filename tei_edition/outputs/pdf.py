"""
The printed edition: ``xslt/print.xsl`` makes Typst of the TEI, typst makes a tagged PDF of that.

The PDF is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at once, with the TEI file attached as its source. Nothing is
fetched, no font of the system is used, no clock is read: the same input gives the same bytes.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from tei_edition import fonts, stylesheets
from tei_edition.errors import TransformError
from tei_edition.model import Finding, Position
from tei_edition.resources import XSLT

if TYPE_CHECKING:
    import datetime as dt

    from lxml import etree

STYLE = XSLT / "print" / "edition.typ"
CODE = "print/character"
ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")

ATTACH = """
#pdf.attach(
  sys.inputs.attachment-name,
  read("/attachment", encoding: none),
  relationship: "source",
  mime-type: "application/tei+xml",
  description: "The TEI document from which this edition was made",
)
"""


def render(
    tree: etree._ElementTree, *, attachment: bytes, attachment_name: str, timestamp: dt.datetime, view: str = "published"
) -> bytes:
    """
    Return the printed edition of the TEI *tree* as PDF.

    *view* is the text to print: ``published``, ``clean`` or ``interventions`` (see `views`).
    *attachment* are the bytes of the TEI file and *attachment_name* its name, by which findings call it too; *timestamp*
    is the time to stamp (see `timestamps`). Raises `TransformError`; where a character cannot be printed, with a finding
    for each at its first place in the TEI.
    """
    source = markup(tree, view)
    try:
        return _typeset(source, attachment, attachment_name, timestamp)
    except typst.TypstError as error:
        raise _explained(error, source, attachment, attachment_name) from None


def markup(tree: etree._ElementTree, view: str = "published") -> str:
    """Return the Typst markup of the TEI *tree* in a *view*. Raises `TransformError` for an element that has no rule."""
    return stylesheets.transform("print", tree, {"view": view})


def _typeset(source: str, attachment: bytes, attachment_name: str, timestamp: dt.datetime) -> bytes:
    """Return the PDF of *source*; typst sees a folder of three files and nothing else."""
    with tempfile.TemporaryDirectory(prefix="tei-edition-") as name:
        folder = Path(name)
        (folder / "main.typ").write_text(source + ATTACH, encoding="utf-8", newline="")
        (folder / "edition.typ").write_bytes(STYLE.read_bytes())
        (folder / "attachment").write_bytes(attachment)
        compiler = typst.Compiler(
            folder / "main.typ",
            root=folder,
            font_paths=fonts.loaded(),
            ignore_system_fonts=True,
            sys_inputs=fonts.inputs() | {"attachment-name": attachment_name},
            package_path=folder / "packages",
            package_cache_path=folder / "packages",
        )
        made = compiler.compile(format="pdf", pdf_standards=fonts.STANDARDS, timestamp=timestamp)
    assert isinstance(made, bytes), "one document is one file"
    return made


def _explained(error: typst.TypstError, source: str, attachment: bytes, name: str) -> TransformError:
    """Return what typst refused in words: the characters that cannot be printed, else typst's own message."""
    used = ESCAPE.sub(lambda match: chr(int(match[1], 16)), source)
    findings = tuple(_finding(character, attachment, name) for character in fonts.missing_characters(used))
    if findings:
        return TransformError(str(findings[0]), findings)
    said = "; ".join([error.message, *error.hints])
    finding = Finding(name, "print/typst", f"the PDF could not be typeset: {said}.", "TEI and HTML are not touched by this.")
    return TransformError(str(finding), (finding,))


def _finding(character: str, attachment: bytes, name: str) -> Finding:
    """Return the finding for a *character* that cannot be printed, at its first place in the TEI."""
    text = attachment.decode("utf-8", "replace")
    start = max(text.find(character, max(text.find("<text"), 0)), text.find(character)) if character in text else -1
    position = _position(text, start) if start >= 0 else None
    shown = fonts.describe(character)
    if "private use" in shown:
        message = f"the character {shown} means something in one font only, and PDF/A forbids it."
        advice = "Put the Unicode character that is meant in its place."
    else:
        message = f"no font of the printed edition has the character {shown}."
        advice = _remedy(shown)
    excerpt = text.splitlines()[position.line - 1] if position else ""
    return Finding(name, CODE, message, advice, position, excerpt=excerpt)


def _remedy(shown: str) -> str:
    """Return what to do about a character that no font has."""
    if "ARABIC" in shown:
        return "Install the fonts for Arabic: pip install 'tei-edition[fonts]'."
    return "Install a font that has it, from PyPI, as a package fontpkg-... beside tei-edition; the TEI and the HTML are made without it."


def _position(text: str, offset: int) -> Position:
    """Return the line and column of *offset*."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
