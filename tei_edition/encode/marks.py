"""
The printed marks that markup replaces, declared in the header where TEI has a place for them.

``encodingDesc/tagsDecl/rendition[@scheme='css']`` with ``scope="before"`` or ``"after"`` and a ``selector`` that is only ``gi`` or
``gi[att="value"]``, looked up as a string (Guidelines, chapter HD, section 2.3.4.2). The narrower selector wins, of two equally
narrow ones the later. The forms that are the rule in a document are declared; a rarer one gets an instruction at its place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from tei_edition.model import Attributes

TELLING = ("type", "reason", "ana", "rend", "cert")
"""The attributes that may tell one mark from another, in the order of their weight."""

SELECTOR = re.compile(r'([\w:.-]+)(?:\[([\w:.-]+)="([^"]*)"\])?')
CONTENT = re.compile(r'content:\s*"((?:[^"\\]|\\.)*)"')
CSS_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)

Pair = tuple[str, str]
Use = tuple[str, "Attributes", Pair]


@dataclass(frozen=True)
class Marks:
    """The marks of a document: selector to what stands before and after; later entries win over earlier ones."""

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)

    def of(self, element: str, attributes: Iterable[tuple[str, str]]) -> Pair:
        """Return the marks before and after *element* with *attributes*."""
        selectors = [element, *(f'{element}[{name}="{value}"]' for name, value in attributes)]
        return _last(self.before, selectors), _last(self.after, selectors)


def _last(declared: dict[str, str], selectors: list[str]) -> str:
    """Return the mark of the narrowest selector declared last."""
    order = {selector: number for number, selector in enumerate(declared)} if len(selectors) > 2 else {}  # noqa: PLR2004
    narrow = [selector for selector in selectors[1:] if selector in declared]
    if narrow:
        return declared[max(narrow, key=lambda selector: order.get(selector, 0))]
    return declared.get(selectors[0], "")


def choose(uses: Iterable[Use]) -> Marks:
    """
    Return the marks that are the rule among *uses*: element, attributes, and what is printed before and after.

    >>> marks = choose([("sic", (("ana", "#sic"),), ("", " [sic]")), ("sic", (), ("", ""))])
    >>> marks.after
    {'sic': '', 'sic[ana="#sic"]': ' [sic]'}
    """
    by_element: dict[str, list[tuple[Attributes, Pair]]] = defaultdict(list)
    for element, attributes, pair in uses:
        by_element[element].append((attributes, pair))
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for element in sorted(by_element):
        found = by_element[element]
        if any(pair != ("", "") for _, pair in found):
            for selector, (left, right) in _rules(element, found):
                before[selector], after[selector] = left, right
    return Marks(before, after)


def _rules(element: str, found: list[tuple[Attributes, Pair]]) -> Iterator[tuple[str, Pair]]:
    """Return the selectors of *element* and their marks, the widest first."""
    plain = [pair for attributes, pair in found if not any(name in TELLING for name, _ in attributes)]
    usual = _most(plain or [pair for _, pair in found])
    yield element, usual
    groups: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    for attributes, pair in found:
        for name, value in attributes:
            if name in TELLING:
                groups[-TELLING.index(name), value].append(pair)
    for weight, value in sorted(groups):
        most = _most(groups[weight, value])
        if most != usual and '"' not in value:
            yield f'{element}[{TELLING[-weight]}="{value}"]', most


def _most(pairs: list[Pair]) -> Pair:
    """Return the commonest pair, of equals the first in order."""
    counts = Counter(pairs)
    return min(counts, key=lambda pair: (-counts[pair], pair))


def declare(marks: Marks) -> Iterator[tuple[str, str, str]]:
    """Return scope, selector and CSS of each `rendition`, in the order in which they must stand."""
    for scope, declared in (("before", marks.before), ("after", marks.after)):
        for selector, mark in declared.items():
            if mark or "[" in selector:
                yield scope, selector, f'content: "{_css(mark)}"'


def read(header: Iterable[etree._Element]) -> Marks:
    """Return the marks that *header*'s `rendition` elements declare."""
    marks = Marks()
    for rendition in header:
        content = CONTENT.search(rendition.text or "")
        selector = rendition.get("selector") or ""
        declared = {"before": marks.before, "after": marks.after}.get(rendition.get("scope") or "")
        if content and declared is not None and rendition.get("scheme") == "css" and SELECTOR.fullmatch(selector):
            declared.pop(selector, None)
            declared[selector] = CSS_ESCAPE.sub(_character, content[1])
    return marks


def _css(mark: str) -> str:
    """Return *mark* as the inside of a CSS string (CSS Syntax 3, section 4.3.5)."""
    return "".join(c if c.isprintable() and c not in '"\\' else f"\\{ord(c):X} " for c in mark)


def _character(match: re.Match[str]) -> str:
    """Return what a CSS escape stands for."""
    return chr(int(match[1], 16)) if match[1] else match[2]
