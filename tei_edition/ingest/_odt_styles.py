"""The styles and lists of an OpenDocument text (OpenDocument 1.3, part 3, sections 16 and 20)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tei_edition.ingest._lists import BULLET, numeral
from tei_edition.ingest._zip import local, number

if TYPE_CHECKING:
    from collections.abc import Iterable

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
STYLE, TEXT, OFFICE = (f"{OASIS}{name}:1.0}}" for name in ("style", "text", "office"))
FO = f"{OASIS}xsl-fo-compatible:1.0}}"
DEEPEST = 20
RAISED = re.compile(r"super|[1-9]")
BOLD = re.compile("bold|[6-9]00")
HEADINGS = ("heading", "title", "subtitle")
OFF = frozenset({"", "none"})

Looks = dict[str, bool]


def looks(properties: Any) -> Looks:
    """Return which styles the element ``text-properties`` sets, and whether on or off."""
    found: Looks = {}
    values = {local_name(name): value for name, value in properties.attrib.items()} if properties is not None else {}
    if "font-style" in values:
        found["italic"] = values["font-style"] in {"italic", "oblique"}
    if "font-weight" in values:
        found["bold"] = BOLD.match(values["font-weight"]) is not None
    if "font-variant" in values:
        found["smallcaps"] = values["font-variant"] == "small-caps"
    for name, style in (("text-underline-style", "underline"), ("text-line-through-style", "strikethrough")):
        if name in values:
            found[style] = values[name] not in OFF
    if "text-position" in values:
        place = values["text-position"]
        found |= {"superscript": RAISED.match(place) is not None, "subscript": place.startswith(("sub", "-"))}
    if "display" in values:
        found["hidden"] = values["display"] == "none"
    return found


def local_name(name: Any) -> str:
    """Return the name of an attribute without its namespace."""
    return str(name).rpartition("}")[2]


@dataclass
class Styles:
    """The styles of a document, by family and name, and its list styles by name."""

    known: dict[tuple[str, str], Any] = field(default_factory=dict)
    lists: dict[str, Any] = field(default_factory=dict)
    defaults: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Any]) -> Styles:
        """Return the styles that the parts with these *roots* hold; a later part wins."""
        found = cls()
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                found.known[style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""] = style
            for style in root.iter(f"{STYLE}default-style"):
                found.defaults[style.get(f"{STYLE}family") or ""] = style
            for style in root.iter(f"{TEXT}list-style"):
                found.lists[style.get(f"{STYLE}name") or ""] = style
        return found

    def chain(self, family: str, name: str) -> list[Any]:
        """Return the style *name* and its parents, the nearest first."""
        found: list[Any] = []
        while (family, name) in self.known and len(found) < DEEPEST:
            found.append(self.known[family, name])
            name = found[-1].get(f"{STYLE}parent-style-name") or ""
        return found

    def of_style(self, family: str, name: str) -> Looks:
        """Return what the style *name* sets, with its parents and the default of its *family*."""
        found: Looks = {}
        default = [self.defaults[family]] if family in self.defaults else []
        for style in reversed([*self.chain(family, name), *default]):
            found |= looks(style.find(f"{STYLE}text-properties"))
        return found

    def is_heading(self, name: str) -> bool:
        """Tell whether a paragraph in the style *name* is a heading or a title."""
        names = [style.get(f"{STYLE}name") or "" for style in self.chain("paragraph", name)]
        return any(one.lower().startswith(HEADINGS) or HEADINGS[0] in one.lower() for one in names)

    def breaks(self, name: str, side: str) -> bool:
        """Tell whether a page breaks before or after (*side*) a paragraph in the style *name*."""
        for style in self.chain("paragraph", name):
            if side == "before" and style.get(f"{STYLE}master-page-name"):
                return True
            properties = style.find(f"{STYLE}paragraph-properties")
            value = properties.get(f"{FO}break-{side}") if properties is not None else None
            if value:
                return bool(value == "page")
        return False

    def list_of(self, name: str) -> str:
        """Return the list style that a paragraph style names."""
        return next((value for style in self.chain("paragraph", name) if (value := style.get(f"{STYLE}list-style-name"))), "")

    def level(self, name: str, level: int) -> Any:
        """Return the definition of a level (from 1) of the list style *name*; None where it has none."""
        levels = self.lists.get(name, ())
        return next((one for one in levels if one.get(f"{TEXT}level") == str(level)), None)


@dataclass
class Count:
    """The count of a list at one level: *number* is that of the next item, *outer* the list in which it is nested."""

    definition: Any
    number: int
    outer: Count | None = None

    @property
    def shown(self) -> str:
        """What is printed before the next item, with a blank."""
        kind = local(self.definition) if self.definition is not None else ""
        if kind == "list-level-style-bullet":
            return f"{BULLET} "
        numbers = self.numbers if kind == "list-level-style-number" else ""
        if not numbers:
            return ""
        prefix, suffix = (self.definition.get(f"{STYLE}num-{side}") or "" for side in ("prefix", "suffix"))
        return f"{prefix}{numbers}{suffix}".strip() + " "

    @property
    def numbers(self) -> str:
        """The number of the next item, with those of the levels above that its style shows."""
        form = self.definition.get(f"{STYLE}num-format") or ""
        if not form:
            return ""
        own = numeral(self.number, form)
        levels, count = number(self.definition.get(f"{TEXT}display-levels"), 1), self.outer
        while levels > 1 and count is not None and count.definition is not None:
            own = f"{numeral(count.number - 1, count.definition.get(f'{STYLE}num-format') or '1')}.{own}"
            levels, count = levels - 1, count.outer
        return own
