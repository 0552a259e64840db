"""
Who took part, by the lists that say so: ``Anwesend: Dr. Meili, Frau Stutz (Protokoll).``, or ``PARTICIPANTS`` with a line for each.

A list opens with one of the languages' words for it. In one line its parts are set apart by semicolons or commas; with a line for each
it goes on as long as lines look like persons. A line without title, office or comma among others that have them names their side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import LINE_END
from tei_edition.rules.attendee import Attendee, attendee, is_marked, surname
from tei_edition.rules.documents import documents
from tei_edition.rules.parts import SMALL, WORDS, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Paragraph, Source
    from tei_edition.rules.attendee import Range

KINDS = {"attending": "participants", "absent": "absent", "chairing": "participants"}
"""The kinds of words that open such lists, with the type of the list."""

AMONG = 25
"""Among how many paragraphs such a list is sought."""

LONGEST = 160
"""How long a line may be that stands for a person."""

LEAST_SHARED = 5
"""How many letters an office and a label must share from their start: Vorsitz, Vorsitzender; chair, chairman."""



@dataclass(frozen=True, slots=True)
class Roll:
    """A list of those who took part (or did not): its type, where its heading stands, the headings of sides, and who is listed."""

    type: str
    head: Range
    sides: tuple[Range, ...]
    attendees: tuple[Attendee, ...]

    @property
    def end(self) -> int:
        """Where the list ends."""
        return max(self.attendees[-1].end, *(end for _, end in self.sides), self.head[1])


@lru_cache(maxsize=4)
def rolls(source: Source) -> tuple[Roll, ...]:
    """Return the lists of *source*."""
    found: list[Roll] = []
    for paragraph in (one for paragraphs in documents(source) for one in paragraphs[:AMONG]):
        roll = _roll(source, paragraph) if not found or paragraph.start >= found[-1].end else None
        if roll:
            found.append(roll)
    return tuple(found)


def present(lists: Sequence[Roll]) -> tuple[Attendee, ...]:
    """Return all who are listed in *lists* as having taken part."""
    return tuple(one for roll in lists if roll.type == "participants" for one in roll.attendees)


def find(words: Sequence[str], source: Source, listed: Sequence[Attendee]) -> Attendee | None:
    """Return the one person of those *listed* whom the *words* of a label (casefolded) name, by surname or by office."""
    name = surname(words)
    if name:
        named = [one for one in listed if one.surname(source) == name and _agree(words, one.words(source))]
        if named or not any(map(is_role, words)):
            return named[0] if len(named) == 1 else None
    office = [word for word in words if word not in languages.words("article") and word not in languages.words("title")]
    held = [one for one in listed if office and _holds(" ".join(office), one, source)]
    begun = held or [one for one in listed if office and one.office(source).startswith(f"{' '.join(office)} ")]
    return begun[0] if len(begun) == 1 else None


def _agree(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether the initials of two names do not differ, where both have some."""
    mine, others = ({word for word in words if len(word) == 1 and word not in languages.words("title")} for words in (one, two))
    return not mine or not others or bool(mine & others)


def _holds(office: str, listed: Attendee, source: Source) -> bool:
    """Tell whether the one *listed* has the *office*, or what it is made of."""
    held = listed.office(source)
    if not held and not listed.surname(source):
        held = " ".join(word for word in listed.words(source) if word not in languages.words("article"))
    longer, shorter = sorted((office, held), key=len, reverse=True)
    return held == office or (len(shorter) >= LEAST_SHARED and " " not in longer and longer.startswith(shorter))


def _roll(source: Source, paragraph: Paragraph) -> Roll | None:
    """Return the list that *paragraph* opens, if it does."""
    for kind, type_ in KINDS.items():
        match = _opening(kind).match(source.text, paragraph.start, paragraph.end)
        if match and (kind != "chairing" or _is_lone(source, match[0])):
            after = match.end()
            rest = source.text[after : paragraph.end]
            head = match.start(), match.start() + len(match[0].rstrip())
            if rest.strip() and not LINE_END.match(rest.lstrip(" \t")):
                return _in_line(source, (after, paragraph.end), head, type_)
            return _in_lines(source, paragraph, after, head, type_)
    return None


def _is_lone(source: Source, head: str) -> bool:
    """Tell whether *head*, an office with its colon, opens one paragraph only: it is no speaker's label."""
    opened = [one for one in source.paragraphs if source.text.startswith(head, one.start, one.end)]
    return ":" in head and len(opened) == 1


@cache
def _opening(kind: str) -> re.Pattern[str]:
    """Return the pattern of words of *kind* that open a list: with a colon, or alone on their line."""
    more = "" if kind == "chairing" else r"[^\n\r:.]{0,30}?"
    return re.compile(rf"(?:{languages.pattern(kind)})(?!\w){more}(?:\s*:[ \t\f]*|(?=[ \t]*(?:[\n\r]|$)))", re.IGNORECASE)


def _in_line(source: Source, place: Range, head: Range, type_: str) -> Roll | None:
    """Return the list whose parts stand in one paragraph, if each looks like a person."""
    parts = list(_parts(source.text, *place))
    found = [attendee(source.text, part) for part in parts]
    people = tuple(one for one in found if one)
    return Roll(type_, head, (), people) if people and len(people) == len(parts) else None


def _parts(text: str, start: int, end: int) -> Iterator[Range]:
    """Return the parts of a list in one line: at semicolons, and at commas and joining words after which a name begins."""
    at, depth, marked = start, 0, ";" in text[start:end]
    for match in re.finditer(rf"[(),;]|\s(?={_joining()}\s)|$", text[start:end]):
        mark = match[0]
        depth += (mark == "(") - (mark == ")")
        place = start + match.start()
        if depth or mark in {"(", ")"}:
            continue
        following = re.match(rf"[,;]?\s*(?:{_joining()}\s+)?(?P<word>\S*)", text[place:end])
        if mark not in {"", ";"} and following and not _names(text, place + following.start("word"), end, marked=marked):
            continue
        yield at, place + len(mark.strip())
        at = place + (following.start("word") if following else 0)


def _names(text: str, start: int, end: int, *, marked: bool) -> bool:
    """Tell whether a name begins at *start* rather than an office or a body after a name; *marked*: only with a title or initials."""
    word = "".join(text[start:end].split(maxsplit=1)[:1])
    if not word:
        return False
    folded = word.casefold().strip(".,;:()")
    if folded in languages.words("title"):
        return True
    words = WORDS.findall(re.split(r"[,;(]", text[start:end], maxsplit=1)[0])
    if any(one.casefold() in languages.words("body") for one in words):
        return False
    if is_role(folded) and (word[0].islower() or not marked):
        return any(is_role(one.casefold()) and two[0].isupper() and not is_role(two.casefold()) for one, two in pairwise(words))
    if marked or is_role(folded):
        return any(len(one) == 1 for one in words)
    small = folded in languages.words("article") | SMALL and any(one[0].isupper() for one in words[1:])
    return bool(words) and (small or word[:1].isupper())


@cache
def _joining() -> str:
    """Return the pattern of words that join the last of several names."""
    return "(?:and|und|et|y|e|и|a|en)"


def _in_lines(source: Source, paragraph: Paragraph, after: int, head: Range, type_: str) -> Roll | None:
    """Return the list whose persons have a line each, as far as lines look like persons."""
    found = _listed(source, paragraph, after)
    bare = [one for one in found if not is_marked(source.text, one)]
    sides = [one for one in bare if _is_side(source, one, found, bare)]
    people: list[Attendee] = []
    for one in found:
        if one not in sides:
            before = [side for side in sides if side.start < one.start]
            side = source.text[before[-1].start : before[-1].end].strip(" :") if before else ""
            people.append(Attendee(one.start, one.end, one.name, one.role, side))
    return Roll(type_, head, tuple((side.start, side.end) for side in sides), tuple(people)) if people else None


def _listed(source: Source, paragraph: Paragraph, after: int) -> list[Attendee]:
    """Return the lines from *after* that may be persons or sides, up to the first that is neither."""
    found: list[Attendee] = []
    for start, end in _lines(source, paragraph, after):
        line = source.text[start:end]
        if line.startswith("[") and line.endswith("]") and end - start <= LONGEST:
            continue
        one = attendee(source.text, (start, end)) if end - start <= LONGEST else None
        if one is None or line[0] in "([" or line[-1] in "!?" or _ends(line):
            break
        found.append(one)
    while found and _comes_again(source, found[-1]):
        found.pop()
    return found


def _comes_again(source: Source, listed: Attendee) -> bool:
    """Tell whether the line of the one *listed* opens several paragraphs: it is a speaker's label then."""
    line = source.text[listed.start : listed.end]
    return sum(source.text.startswith(line, one.start, one.end) for one in source.paragraphs) > 1


def _is_side(source: Source, line: Attendee, found: Sequence[Attendee], bare: Sequence[Attendee]) -> bool:
    """Tell whether *line*, one of the *bare* ones among those *found*, names the side of those after it."""
    text = source.text[line.start : line.end]
    if text.endswith(":"):
        return True
    if found[0] not in bare or line is found[-1] or len(bare) == len(found):
        return False
    long = [one for one in bare if len(one.words(source)) > 1]
    return len(line.words(source)) == 1 or line is found[0] or len(long) * 3 <= len(found)


def _lines(source: Source, paragraph: Paragraph, after: int) -> Iterator[Range]:
    """Return the lines of *paragraph* from *after*, and those of the paragraphs after it."""
    for one in source.paragraphs[paragraph.number - 1 : paragraph.number + 80]:
        start = max(one.start, after)
        for piece in re.finditer(r"[^\n\r]+", source.text[start : one.end]):
            left = len(piece[0]) - len(piece[0].lstrip())
            if piece[0].strip():
                yield start + piece.start() + left, start + piece.start() + len(piece[0].rstrip())


def _ends(line: str) -> bool:
    """Tell whether *line* is no person's: a sentence, or a field of another kind."""
    words = line.split()
    last = words[-1].casefold().strip(".")
    sentence = line.endswith(".") and len(words) > 1 and len(last) > 1 and last not in languages.words("title") and "," not in line
    field = re.match(r"[^,:]{1,40}:\s", line) is not None
    return sentence or field or bool(_known_field().match(line))


@cache
def _known_field() -> re.Pattern[str]:
    """Return the pattern of a line that opens something else: a subject, a date, another list."""
    kinds = "|".join(languages.pattern(kind) for kind in (*KINDS, "field"))
    return re.compile(rf"(?:{kinds})\s*:?\s*$|(?:{kinds})\s*:", re.IGNORECASE)


