"""Square brackets in pairs: within a paragraph first, then across paragraphs; what is left stands alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.model import Paragraph, Source

DEEPEST = 60
FARTHEST = 20
"""Across how many paragraphs a bracket may reach."""

MARK = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs (start and end, marks included) in order of their start, and the offsets of the marks that stand alone."""

    pairs: tuple[tuple[int, int], ...]
    alone: tuple[int, ...]


def pair(source: Source) -> Pairs:
    """Return the brackets of *source* in pairs."""
    pairs: list[tuple[int, int]] = []
    alone: list[tuple[int, int]] = []
    for paragraph in source.paragraphs:
        alone += [(offset, paragraph.number) for offset in _within(source, paragraph, pairs)]
    return Pairs(tuple(sorted(pairs)), tuple(_across(source, alone, pairs)))


def _within(source: Source, paragraph: Paragraph, pairs: list[tuple[int, int]]) -> list[int]:
    """Add the pairs of *paragraph* to *pairs*; return the marks that stand alone."""
    stack: list[int] = []
    alone: list[int] = []
    for match in MARK.finditer(source.text, paragraph.start, paragraph.end):
        if match[0] == "[":
            stack.append(match.start())
        elif not stack:
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
        elif waiting and 0 < number - waiting[1] <= FARTHEST:
            pairs.append((waiting[0], offset + 1))
            waiting = None
        else:
            left.append(offset)
    return sorted(left + ([waiting[0]] if waiting else []))
