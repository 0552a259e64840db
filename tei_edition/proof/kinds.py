"""
What a reading page may hold beside the transcript's words: the kinds of what is generated, the elements, the attributes.

These lists are closed: what the stylesheet does not write is no part of a page, and a page that has it is not proved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GENERATED = "data-generated"
"""The attribute by which an element declares that it is generated, and of which kind."""

LABEL = "label of an intervention"
"""The kind of the words of ``data-label``, which the style sheet shows in the view with interventions."""


@dataclass(frozen=True, slots=True)
class Kind:
    """
    A kind of what is generated.

    It says whether this may stand *within* the transcript and whether *beside* it, the *form* of its words where it stands
    within (white space as one space), and whether a page has *one* such element at most.
    """

    within: bool = False
    beside: bool = False
    form: re.Pattern[str] | None = None
    one: bool = False


KINDS = {
    "contents": Kind(beside=True, one=True),
    "explanation": Kind(within=True, beside=True, form=re.compile("")),
    "facts": Kind(beside=True, one=True),
    "furniture": Kind(within=True, beside=True, one=True),
    "navigation": Kind(beside=True),
    "note-mark": Kind(within=True, form=re.compile("↩")),
    "page-number": Kind(within=True, form=re.compile("page .+")),
    "person": Kind(within=True, beside=True, form=re.compile("")),
    "permalink": Kind(within=True, form=re.compile(r"\S+")),
    "title": Kind(beside=True, one=True),
}
"""Every value of ``data-generated``."""

TEXT = frozenset(
    [
        "a",
        "b",
        "blockquote",
        "br",
        "caption",
        "div",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "p",
        "s",
        "section",
        "span",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "time",
        "tr",
        "u",
    ]
)
"""The elements in which the transcript's words stand. None of them hides its words by itself."""

GENERATING = frozenset(
    [
        "a",
        "aside",
        "b",
        "bdi",
        "button",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "h1",
        "h2",
        "h3",
        "header",
        "i",
        "input",
        "label",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "section",
        "span",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""The elements in which generated words stand, and those that hold them."""

HEAD = frozenset(["head", "link", "meta", "script", "style", "title"])
"""The elements of the head."""

ATTRIBUTES = frozenset(
    [
        "aria-label",
        "aria-labelledby",
        "class",
        "colspan",
        "data-generated",
        "data-label",
        "data-mark",
        "datetime",
        "dir",
        "href",
        "id",
        "lang",
        "rel",
        "role",
        "rowspan",
        "style",
    ]
)
"""The attributes of an element of the text."""

CONTROLS = frozenset(["autofocus", "checked", "name", "popover", "popovertarget", "tabindex", "type", "value"])
"""The attributes that stand on generated elements besides."""

RESERVED = frozenset(["back", "permalink", "skip"])
"""Classes of generated links, which the style sheet hides in places; no link of the text has them."""

STYLE = re.compile(r"--size:\d+(\.\d+)?")
"""All that a ``style`` attribute may say: the size of a gap."""
