"""
What persons decided, recorded in the TEI: a `respons` in `standOff` for each place, and a `change` in the header.

``@resp`` on an element of the text is the editor's who supplied the words; who decided what they are answers in a `respons` with
``@locus`` (Guidelines, section 21.3), and in the `revisionDesc` (section 2.6). No day stands there that was not given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from tei_edition.encode.header import decider_id
from tei_edition.encode.people import add
from tei_edition.encode.weave import ID, TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from tei_edition.encode.facts import Facts
    from tei_edition.encode.weave import Origin
    from tei_edition.model import Span, Verdict


ABOUT = {"@who": "who speaks", "@ref": "who is named", "@when": "which day", "no-speaker": "no speaker", "no-name": "no name",
         "no-date": "no date", "no-bracket": "no bracket"}
"""What a decision is about, in words, where it is no class of a bracket."""


def record(root: etree._Element, facts: Facts, decided: Sequence[Span], origins: Sequence[Origin]) -> None:
    """Add to *root* what was *decided*, with pointers at the elements that *origins* say came of it."""
    placed = [(span, span.verdict, target) for span, target in _targets(decided, origins) if span.verdict]
    if not placed:
        return
    stand_off = root.find(f"{{{TEI}}}standOff")
    parent = add(root, "standOff") if stand_off is None else stand_off
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for span, verdict, target in placed:
        resp = decider_id(verdict.resp, facts)
        _respons(parent, verdict, target, resp)
        groups[verdict.when, resp].append((target, ABOUT.get(verdict.match or span.class_, span.class_)))
    changes = add(root[0], "revisionDesc")
    for (when, resp), told in sorted(groups.items()):
        targets = " ".join(dict.fromkeys(f"#{target}" for target, _ in told))
        counts = sorted(Counter(name for _, name in told).items())
        words = ", ".join(f"{name} ({count})" for name, count in counts)
        add(changes, "change", f"Decided what is meant: {words}.", who=f"#{resp}", when=when, target=targets)


def _respons(parent: etree._Element, verdict: Verdict, target: str, resp: str) -> None:
    """Add who answers for what the element with the id *target* is, or for one of its attributes, and why."""
    locus = "value" if verdict.match else "name"
    statement = add(parent, "respons", target=f"#{target}", match=verdict.match, locus=locus, resp=f"#{resp}", cert=verdict.cert)
    add(statement, "desc", verdict.why)


def _targets(decided: Sequence[Span], origins: Sequence[Origin]) -> Iterator[tuple[Span, str]]:
    """Yield each span with the id of the element that it made, or of the block it stands in if it made none."""
    made: dict[int, etree._Element] = {}
    for origin in origins:
        if origin.span and origin.element.get(ID):
            made.setdefault(id(origin.span), origin.element)
    for span in decided:
        element = made.get(id(span))
        if element is None and not span.pieces:
            element = _block(span, origins)
        if element is not None and span.verdict and span.verdict.match == "@who":
            element = element.getparent()
        if element is not None:
            yield span, str(element.get(ID))


def _block(span: Span, origins: Sequence[Origin]) -> etree._Element | None:
    """Return the innermost element with an id in which *span* stands."""
    holding = [one for one in origins if one.start <= span.start < one.end and one.element.get(ID)]
    return min(holding, key=lambda one: one.end - one.start).element if holding else None
