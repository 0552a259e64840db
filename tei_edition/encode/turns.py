"""
Interrupted speech: a turn that breaks off with a dash or dots, and goes on after another's words, chained by `@next` and `@prev`.

The turn that goes on has the same speaker and begins with a dash, dots or a small letter. Right after a heading, a turn whose speaker's
last one ended no sentence goes on with it as well (Guidelines, section 7.2.2 and att.fragmentable).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from tei_edition.encode.structure import Container

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.encode.leaves import Leaf
    from tei_edition.model import Source

BROKEN = re.compile(r"(?:[—–…]|--|\.\.\.)[\"”»’]?$")
GOING_ON = re.compile(r"[\"“«„]?(?:[—–…]|--|\.\.\.)")
ENDED = re.compile(r"[.?!:;…)\]][\"'”’»)\]]*$")
WITHIN = 3
"""Among how many turns after it a broken one goes on."""


def chain(source: Source, body: Container) -> None:
    """Point from each broken turn of *body* to the one in which it goes on, and back."""
    turns = [(division, child) for division in _divisions(body) for child in division.children if _is_turn(child)]
    for number, (division, turn) in enumerate(turns):
        near = [other for place, other in turns[number + 2 : number + 1 + WITHIN] if place is division]
        after = _continuation(source, turn, near) if _breaks_off(source, turn) else None
        after = after or _over_heading(source, turns[number : number + 2])
        if after:
            turn.attributes = (*turn.attributes, ("next", f"#@{_start(after)}"))
            after.attributes = (*after.attributes, ("prev", f"#@{_start(turn)}"))


def _is_turn(child: Container | Leaf) -> TypeGuard[Container]:
    """Tell whether *child* is a speech."""
    return isinstance(child, Container) and child.element == "sp"


def _over_heading(source: Source, turns: Sequence[tuple[Container, Container]]) -> Container | None:
    """Return the second of two *turns* in which, after a heading, the first goes on: it breaks off, or ends no sentence."""
    if len(turns) < 2 or turns[0][0] is turns[1][0]:  # noqa: PLR2004 - two of them
        return None
    (_, turn), (_, other) = turns
    return _continuation(source, turn, [other]) if _breaks_off(source, turn) or not _ends_sentence(source, turn) else None


def _divisions(container: Container) -> Iterator[Container]:
    """Return *container* and all divisions below it."""
    yield container
    for child in container.children:
        if isinstance(child, Container) and child.element == "div":
            yield from _divisions(child)


def _start(turn: Container) -> int:
    """Return where *turn* begins: at its label."""
    return next(turn.leaves()).root.start


def _breaks_off(source: Source, turn: Container) -> bool:
    """Tell whether *turn* ends with a dash or dots."""
    return BROKEN.search(_last(source, turn)) is not None


def _ends_sentence(source: Source, turn: Container) -> bool:
    """Tell whether *turn* ends with a stop."""
    return ENDED.search(_last(source, turn)) is not None


def _last(source: Source, turn: Container) -> str:
    """Return the last signs of *turn*."""
    last = list(turn.leaves())[-1].root
    return source.text[max(last.start, last.end - 4) : last.end]


def _continuation(source: Source, turn: Container, others: Sequence[Container]) -> Container | None:
    """Return the first of *others* that has the speaker of *turn* and goes on with it."""
    who = dict(turn.attributes).get("who")
    same = next((other for other in others if who and dict(other.attributes).get("who") == who), None)
    leaves = [leaf for leaf in same.leaves() if leaf.element != "pb"][1:2] if same else []
    text = source.text[leaves[0].root.start : leaves[0].root.start + 4] if leaves else ""
    free = same is not None and not dict(same.attributes).get("prev")
    return same if free and (GOING_ON.match(text) or text[:1].islower()) else None
