"""The parts of a reading page that show words or hide them: its style sheet, its script, what its head refers to."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tei_edition.proof.kinds import HEAD
from tei_edition.resources import XSLT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

RUNNING_HEAD = re.compile(r'@page\{@top-center\{content:"((?:[A-Za-z0-9]|\\[0-9A-F]+ )*)"\}\}')
ESCAPE = re.compile(r"\\([0-9A-F]+) ")
RELATIONS = frozenset({"alternate", "next", "prev", "up"})
DATA = "application/ld+json"

Fault = tuple["HtmlElement", str]
"""An element of the page, and what is wrong with it, in words."""


def faults(page: HtmlElement) -> Iterator[Fault]:
    """Yield what in head, style sheet and script of *page* is not this package's own."""
    styles, charsets = page.findall(".//style"), page.xpath(".//meta/@charset")
    if [charset.lower() for charset in charsets] != ["utf-8"]:
        yield page, "the encoding of the page is not stated as UTF-8, once"
    if len(styles) != 1:
        yield page, f"the page has {len(styles)} style sheets, not one"
    for style in styles:
        if not _is_own_style(style.text or "", page.findtext(".//title") or ""):
            yield style, "the style sheet is not the one of this version, which could hide words or add some"
    for script in page.iterfind(".//script"):
        if script.get("type") != DATA and (script.attrib or (script.text or "") != _own("edition.js")):
            yield script, "the script is not the one of this version"
    head = page.find("head")
    for element in () if head is None else head.iterdescendants():
        if not isinstance(element.tag, str) or element.tag not in HEAD or not _is_harmless(element):
            yield element, "no page has this in its head"


def markup_faults(page: str) -> Iterator[str]:
    """Yield what is in the markup of *page* that parsers read in several ways or leave out: comments, words after the end."""
    tokens = _Tokens()
    tokens.feed(page)
    tokens.close()
    if tokens.comments:
        yield "the HTML has comments or instructions, which a build does not write"
    if tokens.ends != ["body", "html"] or tokens.after.strip():
        yield "the HTML does not end where its body ends"


class _Tokens(HTMLParser):
    """Notes *comments* and their like, the *ends* of body and page, and the characters *after* the first of these."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.comments = 0
        self.ends: list[str] = []
        self.after = ""

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 - the name of the parent class
        """Count a comment."""
        self.comments += 1

    def handle_pi(self, data: str) -> None:  # noqa: ARG002 - the name of the parent class
        """Count an instruction."""
        self.comments += 1

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002 - the name of the parent class
        """Count a marked section."""
        self.comments += 1

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the name of the parent class
        """Note an element after the end."""
        self.after += tag if self.ends else ""

    def handle_endtag(self, tag: str) -> None:
        """Note an end of body or page."""
        self.ends += [tag] if tag in {"body", "html"} else []

    def handle_data(self, data: str) -> None:
        """Note characters after the end."""
        self.after += data if self.ends else ""


def _is_own_style(css: str, title: str) -> bool:
    """Return whether *css* is the package's style sheet with a running head that says what the page's *title* begins with."""
    own = _own("edition.css")
    found = RUNNING_HEAD.fullmatch(css[len(own) :])
    said = found and ESCAPE.sub(lambda match: chr(int(match[1], 16)), found[1])
    return css.startswith(own) and said is not None and " ".join(title.split()).startswith(" ".join(said.split()))


def _is_harmless(element: HtmlElement) -> bool:
    """Return whether an element of the head brings nothing from elsewhere."""
    if element.tag == "link":
        return str(element.get("rel")) in RELATIONS
    return str(element.get("http-equiv", "Content-Security-Policy")) == "Content-Security-Policy"


@cache
def _own(name: str) -> str:
    """Return the text of the file *name* beside the stylesheets of the page."""
    return (XSLT / "html" / name).read_text(encoding="utf-8")
