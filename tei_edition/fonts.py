"""
The fonts of the printed edition: those that typst brings along, and families installed from PyPI as ``fontpkg-*``.

The system's fonts are never asked, so that the same input gives the same page on every machine. Families are asked for a
character in the order of `families`; Arabic script is set in an installed family or not at all, since the bundled face
that has it is a typewriter's.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

import typst

GROUP = "fontpkg.family"
"""The entry point group under which a ``fontpkg-*`` package announces its family."""

BUNDLED = ("Libertinus Serif", "New Computer Modern")
LAST = "DejaVu Sans Mono"
"""The bundled face of last resort: arrows, boxes, signs."""

STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]


@dataclass(frozen=True, slots=True)
class Family:
    """An installed family: its *name* and the *folder* of its files."""

    name: str
    folder: Path


@cache
def installed() -> tuple[Family, ...]:
    """Return the families that are installed as ``fontpkg-*``, in the order of their names."""
    modules = [point.load() for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    return tuple(Family(str(module.FAMILY), Path(module.ROOT) / "files") for module in modules)


def inputs() -> dict[str, str]:
    """Return the names of the families as ``print/edition.typ`` takes them."""
    names = [family.name for family in installed()]
    return {"fonts": "|".join([*BUNDLED, *names]), "last-font": LAST, "arabic-fonts": "|".join([*names, BUNDLED[0]])}


@cache
def loaded() -> typst.Fonts:
    """Return the fonts themselves, read once in a process."""
    folders = [str(family.folder) for family in installed()]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def missing_characters(characters: str) -> tuple[str, ...]:
    """
    Return those of *characters* that cannot be printed, sorted: no font has them, or PDF/A forbids them.

    Typst itself is asked: each character stands on a line of its own, and its errors name the lines.
    """
    asked = sorted(set(characters) - set(map(chr, range(0x20, 0x7F))) - set("\t\n\r"))
    if not asked:
        return ()
    lines = [PROBE, *(f'#"\\u{{{ord(character):x}}}"' for character in asked)]
    compiler = typst.Compiler("\n\n".join(lines).encode(), font_paths=loaded(), ignore_system_fonts=True, sys_inputs=inputs())
    try:
        compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=0)
    except typst.TypstError as error:
        return tuple(asked[(line - 1) // 2 - 1] for line in _lines(error.diagnostic) if line > 1)
    return ()


PROBE = (
    '#set document(title: "probe"); #set text(lang: "en", fallback: false, font: (..sys.inputs.fonts.split("|"), '
    '(name: sys.inputs.last-font, covers: regex("[^\\\\p{Arabic}]"))))'
)


def _lines(diagnostic: str) -> list[int]:
    """Return the numbers of the lines that a diagnostic of typst names, sorted."""
    places = (line.rpartition("┌─")[2] for line in diagnostic.splitlines() if "┌─" in line)
    return sorted({int(place.rsplit(":", 2)[1]) for place in places})


def describe(character: str) -> str:
    """
    Return *character* as Unicode names it.

    >>> describe("漢")
    'U+6F22 CJK UNIFIED IDEOGRAPH-6F22'
    """
    name = unicodedata.name(character, "private use" if unicodedata.category(character) == "Co" else "without a name")
    return f"U+{ord(character):04X} {name}"
