"""
The styles of a Word document: what a run is set in, by itself, by its character style and by its paragraph's.

Italic, bold, small capitals, struck and hidden are toggles: set by both styles they cancel out (ECMA-376 part 1, section 17.7.3).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
TOGGLES = {"i": "italic", "b": "bold", "smallCaps": "smallcaps", "strike": "strikethrough", "dstrike": "strikethrough", "vanish": "hidden"}
OFF = frozenset({"0", "false", "off", "none"})
LINKS = frozenset({"hyperlink", "followedhyperlink", "internet link"})
"""Styles that only show that words are a link."""

HEADINGS = ("heading ", "title", "subtitle")
TOGGLED = frozenset(TOGGLES.values())
NO_OUTLINE = 9
DEEPEST = 20

Properties = dict[str, bool]


def attribute(element: Any, name: str, child: str = "") -> str:
    """Return the attribute *name* of *element*, or of its *child*; nothing where it has none."""
    found = element.find(f"{W}{child}") if element is not None and child else element
    return "" if found is None else found.get(f"{W}{name}") or ""


def properties(run_properties: Any) -> Properties:
    """Return which styles the element ``rPr`` sets, and whether on or off."""
    found: Properties = {}
    for child in run_properties if run_properties is not None else ():
        name = str(child.tag).removeprefix(W)
        value = child.get(VAL)
        if name in TOGGLES:
            style = TOGGLES[name]
            found[style] = found.get(style, False) or value not in OFF
        elif name == "u":
            found["underline"] = value not in OFF
        elif name == "vertAlign":
            found |= {"superscript": value == "superscript", "subscript": value == "subscript"}
    return found


@dataclass(frozen=True)
class Styles:
    """The styles of a document, by their ids."""

    root: Any = None
    known: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> Styles:
        """Return the styles that the element ``styles`` holds."""
        found = root.findall(f"{W}style") if root is not None else []
        return cls(root, {style.get(f"{W}styleId"): style for style in found})

    @cached_property
    def default(self) -> str:
        """The id of the style of paragraphs that name none."""
        paragraphs = {name: style for name, style in self.known.items() if attribute(style, "type") == "paragraph"}
        return next((name for name, style in paragraphs.items() if attribute(style, "default") in {"1", "true"}), "")

    @cached_property
    def _base(self) -> Properties:
        defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if self.root is not None else None
        return properties(defaults)

    def chain(self, name: str) -> list[Any]:
        """Return the style *name* and those it is based on, the nearest first."""
        found: list[Any] = []
        while name in self.known and len(found) < DEEPEST:
            found.append(self.known[name])
            name = attribute(found[-1], "val", "basedOn")
        return found

    def of_style(self, name: str) -> Mapping[str, bool]:
        """Return what the style *name* sets, with those it is based on."""
        found: Properties = {}
        for style in reversed(self.chain(name)):
            found |= properties(style.find(f"{W}rPr"))
        return found

    def called(self, name: str) -> str:
        """Return what the style with the id *name* is called, in small letters."""
        return attribute(self.known.get(name), "val", "name").lower()

    def paragraph(self, name: str, what: str) -> Any:
        """Return the element *what* of the paragraph properties that the style *name* or one it is based on has; None if none has."""
        for style in self.chain(name):
            found = style.find(f"{W}pPr/{W}{what}")
            if found is not None:
                return found
        return None

    def is_heading(self, paragraph: Any, name: str) -> bool:
        """Tell whether a paragraph in the style *name* is a heading or a title."""
        level = paragraph.find(f"{W}pPr/{W}outlineLvl")
        level = self.paragraph(name, "outlineLvl") if level is None else level
        if level is not None:
            value = level.get(VAL) or ""
            return value.isdigit() and int(value) < NO_OUTLINE
        return any(self.called(attribute(style, "styleId")).startswith(HEADINGS) for style in self.chain(name))

    def run(self, run_properties: Any, paragraph: str, *, heading: bool) -> frozenset[str]:
        """Return the styles of a run with *run_properties* in a paragraph of the style *paragraph*; a *heading* sets none itself."""
        own = properties(run_properties)
        named = attribute(run_properties, "val", "rStyle") if run_properties is not None else ""
        character = {} if self.called(named) in LINKS else self.of_style(named)
        around = {} if heading else self.of_style(paragraph)
        return frozenset(
            style for style in {*own, *character, *around, *self._base} if own.get(style, self._styled(style, character, around))
        )

    def _styled(self, style: str, character: Mapping[str, bool], around: Mapping[str, bool]) -> bool:
        """Return whether the styles of run and paragraph set *style*."""
        if style in TOGGLED and (style in character or style in around):
            return character.get(style, False) != around.get(style, False)
        return character.get(style, around.get(style, self._base.get(style, False)))
