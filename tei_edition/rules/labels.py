"""
The shapes of a speaker's label at the head of a paragraph: ``Name.`` ``NAME:`` ``[Name]:`` ``Rusk (to Colby):`` ``Q. —``, and so on.

A shape makes a candidate, and one paragraph may offer several (``L. C. J.`` and ``L. C. J. Holt.``); whether one of them is a label
is decided by evidence from the whole edition. Only the head of a paragraph is looked at, so long lines cost nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.pages import pages
from tei_edition.rules.parts import SMALL, WORDS, fold, is_capital, is_nobody, is_office, is_role
from tei_edition.rules.stops import NONE, STYLE, stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_edition.model import Paragraph, Source, StyleRun

MOST_WORDS = {":": 12, ".": 9, "": 6, "\t": 8, "–": 8, STYLE: 6, NONE: 1}
"""How many words a label may have, by its stop; the empty stop is the end of the line."""

NUMBER = re.compile(r"^\s*\(?\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=\D)")
ASIDE = re.compile(r"(?:\s*\([^()]*\)|\s+\[[^\[\]]*\])\s*$")
SETTING = frozenset({"bold", "smallcaps", "italic", "underline"})
"""The styles in which labels are set."""

SINGLE = re.compile(r"[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class Label:
    """
    What may be a label: its range, the name in it, its stop.

    The stop is ``.``, ``:``, a tab, a dash, ``style`` where a style ends, ``none`` after a letter for question or answer that has none,
    or nothing where the line ends. *strict* tells whether each
    word of it looks like a name; *marked* whether words in round or square brackets follow the name; *bracketed* whether it stands in
    brackets itself; *number* is what counts it; *follows* is the word after it, empty where nothing is; *low* whether a small letter
    follows its point; *key* is the name without regard to case, punctuation or numbers.
    """

    start: int
    end: int
    name: str
    stop: str
    strict: bool
    marked: bool = False
    bracketed: bool = False
    number: str = ""
    follows: str = ""
    low: bool = False

    key: str = field(init=False, compare=False)
    words: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Set the name without regard to case, punctuation or numbers (*key*), and its words."""
        object.__setattr__(self, "key", fold(self.name))
        object.__setattr__(self, "words", tuple(self.key.split()))

    @property
    def initials(self) -> bool:
        """Whether it is made of single letters alone, such as Q, K or L. C. J."""
        return all(len(word) == 1 for word in self.words)


def bare(label: str) -> str:
    """
    Return the name in *label*: without its number, brackets round it, or words in brackets after it.

    >>> bare("01.02 Ann Lee (Labour)"), bare("[Barth"), bare("Rusk [to Colby]")
    ('Ann Lee', 'Barth', 'Rusk')
    """
    name = NUMBER.sub("", label, count=1).strip(" \t–—：")
    if name.startswith("[") and name.count("[") == name.count("]") + 1:
        name = name[1:]
    whole = re.fullmatch(r"\[([^\[\]]+)\]", name)
    name = whole[1].removesuffix(":") if whole else name
    while ASIDE.search(name):
        name = ASIDE.sub("", name)
    return re.sub(r"[\[\]]", "", name).strip()


def openings(source: Source) -> Iterator[tuple[Paragraph, tuple[Label, ...]]]:
    """Return what may be a label at the head of each paragraph that may have one: no row of a table of the file, no page's number."""
    heads = styled_heads(source)
    others = {run.start for run in source.styles if run.style == "table"} | pages(source).keys()
    for paragraph in source.paragraphs:
        if paragraph.start in others:
            continue
        head = heads.get(paragraph.start)
        chain = candidates(source.text, paragraph.start, paragraph.end, head.end if head else 0)
        if chain:
            yield paragraph, chain


def styled_heads(source: Source) -> Mapping[int, StyleRun]:
    """Return the style in which each paragraph begins that ends in another one."""
    starts = {paragraph.start: paragraph for paragraph in source.paragraphs} if source.styles else {}
    return {
        run.start: run for run in source.styles
        if run.start in starts and run.end < starts[run.start].end and run.style in SETTING
    }


def candidates(text: str, start: int = 0, end: int | None = None, styled: int = 0) -> tuple[Label, ...]:
    """
    Return what may be a label at the head of the paragraph ``text[start:end]``, the shortest first.

    *styled* is where the style ends in which the paragraph begins, if it does in one of its own.

    >>> [label.name for label in candidates("Mr. Smith. I see.")]
    ['Mr. Smith']
    >>> [label.name for label in candidates("Rusk (to Colby): Yes.")]
    ['Rusk']
    """
    end = len(text) if end is None else end
    found: list[Label] = []
    for stop, at, after in stops(text, start, end, styled):
        label = _label(text, (start, at, after, end), stop)
        if label is None:
            continue
        if found and label.key == found[-1].key and not (label.number and is_nobody(label.words)):
            continue
        if found and (label.key == found[-1].key or _goes_on(found[-1], label)):
            found.pop()
        found.append(label)
    return tuple(found)


def _goes_on(one: Label, two: Label) -> bool:
    """Tell whether *two* is *one* with an initial more: ``L. C. J.`` and ``L. C. J. H.``."""
    one_more = two.stop == "." and len(two.words) == len(one.words) + 1
    return one_more and len(one.words[-1]) == len(two.words[-1]) == 1


def _label(text: str, places: tuple[int, int, int, int], stop: str) -> Label | None:
    """Return the label between those places (start, end of its words, end of its stop, end of the paragraph), if it has a shape."""
    start, at, after, end = places
    printed = text[start:at]
    name, manner = _parted(bare(printed))
    words = name.split()
    if not words or len(words) > MOST_WORDS[stop] or not _opens(name, stop):
        return None
    strict = all(map(is_capital, words)) and not name.endswith(",") and not any(word.isdigit() for word in words[:-1])
    strict = strict and not (words[-1].endswith(".") and words[-1].islower())
    rest = text[after : min(end, after + 40)]
    if stop != ":" and not ((strict or is_office(name)) and _ends(words) and _may_follow(rest, stop)):
        return None
    if not stop and printed.startswith("["):
        return None
    number = NUMBER.match(printed)
    return Label(
        start, after, name, stop, strict, marked=(manner or bool(ASIDE.search(printed))) and not printed.startswith("["),
        bracketed=printed.startswith("["), number=number[0].strip() if number else _counter(words),
        follows=_next(rest), low=stop == "." and not printed.endswith("]") and rest.lstrip(" \t—–")[:1].islower(),
    )


def _parted(name: str) -> tuple[str, bool]:
    """Return the name in capitals that *name* opens with, and whether small words after a comma say how it is said: ``DORINE, à part``."""
    head, comma, manner = name.partition(",")
    parted = bool(comma) and head.isupper() and len(head) > 2 and manner.strip().islower() and not is_role(fold(manner).split(" ")[0])  # noqa: PLR2004
    return (head, True) if parted else (name, False)


def _opens(name: str, stop: str) -> bool:
    """Tell whether *name* begins as a name does: with a letter that is not small."""
    return name[0].isalpha() and not name[0].islower() and not (stop == "." and name.endswith("."))


def _ends(words: list[str]) -> bool:
    """Tell whether a label may end with the last of *words*: not with a title alone, nor with a word that joins."""
    last = words[-1].strip(".,").casefold()
    if last in SMALL and words[-1][0].islower():
        return False
    return len(words) > 1 or last not in languages.words("title") or SINGLE.match(last) is not None


def _may_follow(rest: str, stop: str) -> bool:
    """Tell whether a speech may begin with *rest*: after a blank or a dash."""
    return stop in {"", "\t", "–", STYLE, NONE} or not rest or rest[0].isspace() or rest[0] in "—–"


def _counter(words: list[str]) -> str:
    """Return the number that ends *words*, if they are a word and a number: ``Frage 12``."""
    last = words[-1].strip(".,")
    return last if len(words) > 1 and last.isdigit() else ""


def _next(rest: str) -> str:
    """Return the first word of *rest*, or its first sign, casefolded; nothing if it is blank."""
    match = WORDS.search(rest)
    return match[0].casefold() if match else rest.strip()[:1]
