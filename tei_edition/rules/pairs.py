"""Brackets in pairs: within a paragraph first, then across paragraphs; what is left stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.model import Paragraph, Source
    from tei_edition.profiles import Profile

DEEPEST = 60
FARTHEST = 20
"""Across how many paragraphs a bracket may reach."""

PARTNER = {"]": "[", "}": "{", "\uff3d": "\uff3b"}
"""The closing marks with the opening mark of each; the last are full-width brackets."""

CLOSING = {opening: closing for closing, opening in PARTNER.items()}


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A pair of brackets, the marks included; *width* is the length of each mark: 2 for ``[[x]]``."""

    start: int
    end: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs in order of their start, the offsets of marks that stand alone, and of those that an escape makes ordinary."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]
    escaped: tuple[int, ...] = ()


def pair(source: Source, profile: Profile) -> Pairs:
    """Return the brackets of *source*, by the marks that *profile* has, in pairs."""
    wide = "\uff3b\uff3d" if profile.wide == "brackets" else ""
    marks = rf"[\[\]{wide}]" if profile.braces == "text" else rf"[\[\]{{}}{wide}]"
    escape = re.escape(profile.escape) if profile.escape else r"(?!)"
    pattern = re.compile(rf"(?P<escaped>{escape}[\[\]])|{marks}")
    found: list[tuple[int, int]] = []
    alone: list[tuple[int, int]] = []
    escaped: list[int] = []
    for paragraph in source.paragraphs:
        alone += [(offset, paragraph.number) for offset in _within(source, paragraph, pattern, found, escaped)]
    lone = _across(source, alone, found)
    return Pairs(tuple(_doubled(source, found)), tuple(lone), tuple(escaped))


def _within(
    source: Source, paragraph: Paragraph, pattern: re.Pattern[str], pairs: list[tuple[int, int]], escaped: list[int],
) -> list[int]:
    """Add the pairs of *paragraph* to *pairs*; return the marks that stand alone."""
    stack: list[int] = []
    alone: list[int] = []
    for match in pattern.finditer(source.text, paragraph.start, paragraph.end):
        if match["escaped"]:
            escaped.append(match.start())
        elif match[0] in PARTNER.values():
            stack.append(match.start())
        elif not stack or source.text[stack[-1]] != PARTNER[match[0]]:
            alone.append(match.start())
        elif len(stack) > DEEPEST:
            alone += [stack.pop(), match.start()]
        else:
            pairs.append((stack.pop(), match.end()))
    return sorted(alone + stack)


def _across(source: Source, alone: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> list[int]:
    """Pair an opening mark with the closing one that is the next mark alone after it, some paragraphs on."""
    left: list[int] = []
    waiting: tuple[int, int] | None = None
    for offset, number in alone:
        if source.text[offset] == "[":
            left += [waiting[0]] if waiting else []
            waiting = offset, number
        elif waiting and source.text[offset] == "]" and 0 < number - waiting[1] <= FARTHEST:
            pairs.append((waiting[0], offset + 1))
            waiting = None
        else:
            left.append(offset)
    return sorted(left + ([waiting[0]] if waiting else []))


def _doubled(source: Source, pairs: list[tuple[int, int]]) -> list[Pair]:
    """Return *pairs* in order, two that follow straight on each other as one whose marks are doubled."""
    every = set(pairs)
    outer = {
        (start, end) for start, end in pairs
        if source.text[start] == "[" and (start + 1, end - 1) in every and (start - 1, end + 1) not in every
    }
    inner = {(start + 1, end - 1) for start, end in outer}
    return sorted(Pair(*one, 2 if one in outer else 1) for one in pairs if one not in inner)
