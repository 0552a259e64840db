"""The styles that tags, inline CSS and the usual class names give to characters in HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TAGS = {
    "i": "italic", "em": "italic", "cite": "italic", "var": "italic", "dfn": "italic", "b": "bold", "strong": "bold", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "sup": "superscript", "sub": "subscript",
}
"""How browsers set these elements (HTML, section 15.3.4)."""

CLASSES = {"smallcaps": "smallcaps", "small-caps": "smallcaps", "underline": "underline"}
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
BOLD = re.compile(r"bold(er)?|[6-9]00|1000")
VALUES = (
    ("font-style", re.compile("italic|oblique"), "italic"),
    ("font-weight", BOLD, "bold"),
    ("font-variant", re.compile("small-caps"), "smallcaps"),
    ("font-variant-caps", re.compile("small-caps"), "smallcaps"),
    ("text-decoration", re.compile("underline"), "underline"),
    ("text-decoration", re.compile("line-through"), "strikethrough"),
    ("text-decoration-line", re.compile("underline"), "underline"),
    ("text-decoration-line", re.compile("line-through"), "strikethrough"),
    ("vertical-align", re.compile("super"), "superscript"),
    ("vertical-align", re.compile("sub(?!-|er)"), "subscript"),
)
"""A property, what its value must hold, and the style that is."""

UNDONE = {"font-style": "italic", "font-weight": "bold", "font-variant": "smallcaps"}
"""The style that the value ``normal`` of a property takes away."""


def declarations(attributes: Mapping[str, str | None]) -> dict[str, str]:
    """
    Return what an element's own ``style`` declares.

    >>> declarations({"style": "FONT-STYLE: Italic; x: y"})
    {'font-style': 'italic', 'x': 'y'}
    """
    return {name.lower(): value.strip().lower() for name, value in DECLARATION.findall(attributes.get("style") or "")}


def styles(tag: str, attributes: Mapping[str, str | None], outer: frozenset[str]) -> frozenset[str]:
    """Return the styles of the characters in an element, in an element with the styles *outer*."""
    found = set(outer) | ({TAGS[tag]} if tag in TAGS else set())
    found |= {CLASSES[name] for name in (attributes.get("class") or "").split() if name in CLASSES}
    declared = declarations(attributes)
    found |= {style for name, value, style in VALUES if value.search(declared.get(name, ""))}
    return frozenset(found - {style for name, style in UNDONE.items() if declared.get(name) == "normal"})


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is not shown."""
    declared = declarations(attributes)
    return "hidden" in attributes or declared.get("display") == "none" or declared.get("visibility") == "hidden"


def breaks(attributes: Mapping[str, str | None], side: str) -> bool:
    """Tell whether a page breaks before or after (*side*) an element."""
    declared = declarations(attributes)
    return any(declared.get(name, "") in {"page", "always", "left", "right"} for name in (f"break-{side}", f"page-break-{side}"))
