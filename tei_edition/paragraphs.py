"""
Where paragraphs begin and end in plain text.

Blank lines part paragraphs. Where lines stand together, they are the lines of one paragraph if the transcript is hard-wrapped
(no line is longer than `WRAPPED` characters), else each line is a paragraph. In a hard-wrapped transcript, lines that each end
early and open with a label are paragraphs too: a dialogue typed without blank lines.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tei_edition.model import BLANK, LINE_END, Paragraph

WRAPPED = 110
LABELLED = re.compile(r"[^\W\d_][^\n:.]{0,40}[:.](?=\s)")

Line = tuple[int, int]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *text*, in order."""
    lines = _lines(text)
    wrapped = max((end - start for start, end in lines), default=0) <= WRAPPED
    blocks = [block for group in _groups(text, lines) for block in _divide(text, group, wrapped=wrapped)]
    return tuple(Paragraph(*_trim(text, *block), number) for number, block in enumerate(blocks, 1))


def _lines(text: str) -> list[Line]:
    """Return the start and end of each line, without its line end."""
    ends = [(match.start(), match.end()) for match in LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def _groups(text: str, lines: list[Line]) -> list[list[Line]]:
    """Return the runs of lines between blank ones."""
    groups: list[list[Line]] = [[]]
    for start, end in lines:
        if text[start:end].strip(BLANK):
            groups[-1].append((start, end))
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _divide(text: str, group: list[Line], *, wrapped: bool) -> list[Line]:
    """Return the paragraphs that the lines of *group* make."""
    if len(group) > 1 and (not wrapped or _is_dialogue(text, group)):
        return group
    return [(group[0][0], group[-1][1])]


def _is_dialogue(text: str, group: list[Line]) -> bool:
    """Tell whether each line of *group* opens with a label."""
    return all(LABELLED.match(text, start) for start, _ in group)


def _trim(text: str, start: int, end: int) -> Line:
    """Return the range without the blanks at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip(BLANK)), start + len(inner.rstrip(BLANK))


def breaks(text: str, paragraph: Paragraph) -> tuple[int, ...]:
    """Return the offsets where a line of *paragraph* begins although the word there had fitted the line before."""
    starts = [paragraph.start, *(m.end() for m in LINE_END.finditer(text, paragraph.start, paragraph.end))]
    lines = list(pairwise([*starts, paragraph.end + 1]))
    width = max(end - start for start, end in lines)
    full = max(width, 60)
    return tuple(
        after for (start, after), (_, _) in pairwise(lines) if after - start + _word(text, after, paragraph.end) < 0.8 * full
    )


def _word(text: str, start: int, end: int) -> int:
    """Return the length of the word at *start*."""
    match = re.compile(r"\S*").match(text, start, end)
    return len(match[0]) if match else 0
