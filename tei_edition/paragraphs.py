"""
Where paragraphs begin and end in plain text.

Blank lines part paragraphs. Where lines stand together, they are the lines of one paragraph if the transcript is hard-wrapped
(no line is longer than `WRAPPED` characters), else each line is a paragraph. In a hard-wrapped transcript a dialogue may be typed
without blank lines: where each line opens with a label or is an aside in brackets, each is a paragraph; where the first line of a run
opens with a label that comes again, each later line begins one that does, or that opens with a name and a colon where such labels
come again, if it stands after the end of a sentence. Lines that tabs part, and lines that count on from one or open with the same
bullet, are paragraphs, too, and so is a source note in brackets that fills the last lines of a run.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition import counters, languages
from tei_edition.model import BLANK, LINE_END, Paragraph

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

WRAPPED = 110
NAME = 3
"""How many words a name has at most that nothing but its form shows."""

HYPHENS = "-\u00ad\u2010\u2011"
TABBED = re.compile(r"[^\S\n\r]*\S[^\n\r]*\t[^\n\r]*\S|\t[^\n\r]*\S")
BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
"""A line that is an aside as a whole: ``[Laughter.]``."""

LABELLED = re.compile(r"(?P<initial>[^\W\d_])[^\n:.]{0,40}[:.](?=[ \t])")
ENDED = re.compile(r"[.?!:;…–—-]['\"’”»)\]]*$")

Line = tuple[int, int]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of *text*, in order."""
    lines = _lines(text)
    wrapped = max((end - start for start, end in lines), default=0) <= WRAPPED
    groups = _groups(text, lines)
    labels = Counter(label for group in groups for start, _ in group if (label := _label(text, start))) if wrapped else {}
    found: list[Line] = []
    for group in groups:
        rows = len(group) > 1 and all(TABBED.match(text, *line) for line in group)
        blocks = group if rows or not wrapped else _divide(text, group, labels)
        found += [_trim(text, *part, BLANK.replace("\t", "") if rows else BLANK) for block in blocks for part in _noted(text, block)]
    return tuple(Paragraph(*block, number) for number, block in enumerate(found, 1))


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


def _divide(text: str, group: list[Line], labels: Mapping[str, int]) -> list[Line]:
    """Return the paragraphs that the lines of *group* make in a hard-wrapped transcript whose lines open with *labels*."""
    counted = _counted(text, group)
    if counted:
        return [(group[one][0], group[two - 1][1]) for one, two in pairwise([*counted, len(group)])]
    found = [_label(text, start) for start, _ in group]
    asides = [BRACKETED.fullmatch(text[start:end].strip(BLANK)) is not None for start, end in group]
    each = any(found) and all(label or aside for label, aside in zip(found, asides, strict=True))
    head = next((label for label, aside in zip(found, asides, strict=True) if not aside), "")
    if not (each or labels.get(head, 0) > 1):
        return [(group[0][0], group[-1][1])]
    talks = sum(count > 1 and _is_name(label) for label, count in labels.items()) > 1
    opens = [
        each or ((labels.get(label, 0) > 1 or (talks and _is_name(label))) and (aside or ENDED.search(text[slice(*line)].rstrip(BLANK))))
        for label, aside, line in zip(found[1:], asides, group, strict=False)
    ]
    starts = [0, *(number for number, begins in enumerate(opens, 1) if begins)]
    return [(group[one][0], group[two - 1][1]) for one, two in pairwise([*starts, len(group)])]


def _is_name(label: str) -> bool:
    """Tell whether *label* is a colon after up to three words with capitals: "Van Dusen:"."""
    words = label.removesuffix(":").split()
    return label.endswith(":") and len(words) <= NAME and all(word[0].isalpha() and not word[0].islower() for word in words)


def _noted(text: str, block: Line) -> list[Line]:
    """Return *block* and the source note that fills its last lines, each by itself."""
    start, end = block
    note = _note().search(text, start + 1, end) if text[start:end].rstrip(BLANK + "\n\r.").endswith("]") else None
    return [(start, note.start()), (note.start("note"), end)] if note else [block]


@cache
def _note() -> re.Pattern[str]:
    """Return the pattern of a source note in brackets from the beginning of a line to the end of the text."""
    return re.compile(rf"[\n\r]+[ \t]*(?P<note>\[[\s_]*{languages.pattern('source')}\s*:[^\[\]]*\][_.\s]*)\Z", re.IGNORECASE)


def _counted(text: str, group: list[Line]) -> list[int]:
    """Return the places of the lines of *group* that begin a paragraph, the first among them, if some count on from one."""
    found = [counters.counter(text, _trim(text, *line, BLANK)[0], line[1]) for line in group]
    places = sorted(place for family, run in counters.runs(found, apart=True) for place in run)
    return sorted({0, *places}) if places else []


def _label(text: str, start: int) -> str:
    """Return the label that the line at *start* opens with, if it does: it begins with a capital, or in a script without them."""
    match = LABELLED.match(text, start)
    return match[0] if match and not match["initial"].islower() else ""


def _trim(text: str, start: int, end: int, blank: str) -> Line:
    """Return the range without the characters that are *blank* at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip(blank)), start + len(inner.rstrip(blank))


def breaks(text: str, paragraph: Paragraph) -> tuple[int, ...]:
    """Return the offsets where a line of *paragraph* begins although the word there had fitted the line before."""
    starts = [paragraph.start, *(m.end() for m in LINE_END.finditer(text, paragraph.start, paragraph.end))]
    lines = list(pairwise([*starts, paragraph.end + 1]))
    width = max(end - start for start, end in lines)
    full = max(width, 60)
    return tuple(
        after for (start, after), (_, _) in pairwise(lines) if after - start + _word(text, after, paragraph.end) < 0.8 * full
    )


def joined(text: str, parts: Iterable[Paragraph], kept: Collection[int] = ()) -> frozenset[int]:
    """
    Return the offsets of the line ends within the paragraphs *parts* that stand for a blank: where the next word had not fitted.

    Those before the offsets *kept* are no such ends, nor those after a hyphen, nor those beside a blank or a page break.
    """
    found: set[int] = set()
    for paragraph in parts:
        early = {*breaks(text, paragraph), *kept}
        for match in LINE_END.finditer(text, paragraph.start, paragraph.end):
            before, after = text[match.start() - 1], text[match.end()]
            if match.end() not in early and before not in HYPHENS and not (before.isspace() or after.isspace()):
                found.add(match.start())
    return frozenset(found)


def _word(text: str, start: int, end: int) -> int:
    """Return the length of the word at *start*."""
    match = re.compile(r"\S*").match(text, start, end)
    return len(match[0]) if match else 0
