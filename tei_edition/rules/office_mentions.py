"""
Offices in running text that stand for a person: found by their words, decided by the day.

What stands beside an office tells whether it is one person's: the article or a title before it, no name and no country after it.
Where several held such an office on the day, or the day is not known, nobody is linked, and it is listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Finding, Piece, Span
from tei_edition.rules.endings import bases
from tei_edition.rules.grammar import counted, tongues
from tei_edition.rules.name_forms import fold
from tei_edition.rules.names import offices
from tei_edition.rules.names_found import Branch, Found, grown, search
from tei_edition.rules.neighbours import BEFORE, REACH
from tei_edition.rules.offices import among, held_on, holders
from tei_edition.rules.parts import is_role
from tei_edition.rules.who import either, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tei_edition.authorities import Authorities, Entry
    from tei_edition.model import Paragraph
    from tei_edition.rules.context import Context
    from tei_edition.rules.mentions import Borders, Mention

AFTER = re.compile(r"(?P<gap>[-‐‑]|(?:[ \t\xa0]|\r\n|\n|\r)+)(?P<word>(?:[^\W_]|[\u0300-\u036f])+)(?:[ \t\xa0\r\n]+(?P<next>\w))?")

ALTERING = frozenset({"under"})
"""What joins words elsewhere, and before an office makes it another."""

WITHOUT_ARTICLE = frozenset({"ru", "uk"})
"""The languages without articles whose adjectives are known by their endings."""

ADJECTIVE = re.compile(r"(?:[иыо]й|[ое]го|[ое]му|[иы]м|[ое]м|ая|ую|[ое]ю)$")
"""Endings of adjectives: "бывший", "нового"."""


@dataclass(frozen=True, slots=True)
class Meant:
    """An office in the text, the *day* there, and who of the listed held it then (or ever, where no day is known)."""

    found: Found
    day: str
    entries: tuple[Entry, ...]

    @property
    def settled(self) -> bool:
        """Whether it means one person."""
        return bool(self.day) and len(self.entries) == 1


@lru_cache(maxsize=4)
def tree(authorities: Authorities) -> Branch:
    """Return the tree of all dated offices of all persons."""
    return grown(form for entry in authorities.of("person") for form in offices.forms(entry))


@dataclass(frozen=True, slots=True)
class Around:
    """
    What an office in the text is judged by.

    *names* are the offsets where names begin; *day* tells of an offset the day (ISO 8601) of the document there; *speakers* are the
    pointers of those who speak, by the offsets of the paragraphs that open with their labels.
    """

    names: frozenset[int]
    day: Callable[[int], str]
    speakers: Mapping[int, str]


def meant(context: Context, limits: Borders, around: Around) -> Iterator[Meant]:
    """Return the offices in the text that stand for somebody, in order. Nobody speaks of himself by his office."""
    root = tree(context.authorities)
    for paragraph in context.source.paragraphs if root.words else ():
        at = paragraph.start
        for found in _in_paragraph(context.source.text, paragraph, root, around.names):
            day = around.day(found.start)
            entries = _holders(context.authorities, found, day) if found.start >= at and limits.allow(found.start, found.end) else ()
            if entries and around.speakers.get(paragraph.start) != " ".join(f"#{entry.id}" for entry in entries):
                yield Meant(found, day, entries)
                at = found.end


def told_apart(context: Context, mention: Mention, day: str) -> Mention:
    """Return a *mention* that may be of several, of the one who held the office before the name on *day*, if that is one."""
    text, start, root = context.source.text, mention.found.start, tree(context.authorities)
    if len(mention.entries) < 2 or not day or not root.words:  # noqa: PLR2004 - of several
        return mention
    german = "de" in tongues(text[max(0, start - 1000) : start + 1000])
    groups = search(text, max(0, start - REACH), start, root, german=german)
    title = next((found for group in groups for found in group if not text[found.end : start].strip(" \t\xa0\r\n")), None)
    held = [entry for entry in mention.entries if title and entry in _holders(context.authorities, title, day)]
    if title is None or len(held) != 1:
        return mention
    why = f", and of those called so the only one who was {text[title.start : title.end]!r} on {day}"
    return replace(mention, entries=(held[0],), why=why)


def _in_paragraph(text: str, paragraph: Paragraph, root: Branch, names: frozenset[int]) -> Iterator[Found]:
    """Return the offices of a paragraph that may stand for a person, of each place the longest."""
    spoken = tongues(text[paragraph.start : min(paragraph.end, paragraph.start + 2000)])
    for found, *_ in search(text, paragraph.start, paragraph.end, root, german="de" in spoken):
        beside = _Beside(text, found, spoken, names)
        if beside.is_led(paragraph.start) and not beside.is_followed(paragraph.end):
            yield found


def _holders(authorities: Authorities, found: Found, day: str) -> tuple[Entry, ...]:
    """Return who held the office *found* on *day*; who ever did, where none is known."""
    return among(entry for words in dict.fromkeys(form.words for form in found.forms) for entry in held_on(authorities, words, day))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside an office in a text of some languages (*spoken*), in which *names* begin at those offsets."""

    text: str
    found: Found
    spoken: frozenset[str]
    names: frozenset[int]

    def is_led(self, low: int) -> bool:
        """Tell whether what stands before lets it be one person's: an article or a title; before several words little else does not."""
        head = self.text[max(low, self.found.start - REACH) : self.found.start]
        match, several = BEFORE.search(head), len(self.found.words) > 1
        if match is None:
            return several
        word = fold(match["word"])
        titled = len(word) > 1 and word in languages.words("title") | languages.words("honorific")
        if titled or self._is_a(word, "definite"):
            return True
        return several and (match["gap"].startswith(".") or not self._alters(match["word"]))

    def _alters(self, before: str) -> bool:
        """Tell whether the word *before* an office of several words may make it another's; where a language has no articles few do."""
        word = fold(before)
        if self._is_a(word, "preposition", "conjunction") and word not in ALTERING:
            return False
        roles = (word, *bases(word, german=False))
        known = self._is_a(word, "determiner", "indefinite") or any(is_role(one) for one in roles) or ADJECTIVE.search(word)
        return bool(known) or not self.spoken <= WITHOUT_ARTICLE or before[0].isupper()

    def is_followed(self, high: int) -> bool:
        """Tell whether a name, or the country or body whose office it is, stands after: it is another's office, or a title then."""
        match = AFTER.match(self.text, self.found.end, high)
        if match is None:
            return False
        word, german = fold(match["word"]), "de" in self.spoken
        if match["gap"] in "-‐‑" or match.start("word") in self.names or self._is_a(word, "of_office"):
            return True
        if match["word"][0].isupper():
            return not german
        return not german and match["next"] is not None and match["next"].isupper() and self._is_a(word, "preposition")

    def _is_a(self, word: str, *kinds: str) -> bool:
        """Tell whether *word* (folded) is one of *kinds* in one of the languages."""
        return any(word in languages.words_of(code, kind) for code in self.spoken for kind in kinds)


def spans(text: str, found: Sequence[Meant]) -> list[Span]:
    """Return a span for each office that means one person."""
    return [_span(text, one) for one in found if one.settled]


def _span(text: str, one: Meant) -> Span:
    """Return the span of an office that means one person."""
    (entry,), place = one.entries, one.found
    office = next(office.text for form in place.forms if form.entry is entry for _, office in holders([entry], form.words, one.day))
    printed = " ".join(text[place.start : place.end].split())
    evidence = f"{printed!r}: on {one.day} {told(entry)} was {office}, and nobody else who is listed held such an office."
    ref = ("ref", f"#{entry.id}")
    piece = Piece(offices.ELEMENT, place.start, place.end, (("type", "person"), ref))
    return Span(place.start, place.end, "name", "office-of-person", "offices", evidence, "medium", (ref,), (piece,))


def unsettled(context: Context, found: Sequence[Meant]) -> Iterator[Finding]:
    """Return a finding for each office that several held, or of which no day tells who did, at its first place."""
    source = context.source
    several: dict[tuple[str, ...], list[Meant]] = {}
    for one in found:
        if not one.settled:
            printed = " ".join(source.text[one.found.start : one.found.end].split())
            several.setdefault((printed, one.day, *(entry.id for entry in one.entries)), []).append(one)
    for (printed, day, *_), places in several.items():
        first = places[0]
        place, end = source.position(first.found.start), source.position(first.found.end)
        who = either(first.entries)
        said = f"may be {who}, who held such offices on {day}" if day else f"is an office of {who}, and the document states no date"
        yield Finding(
            source.name, "office-ambiguous", f"{printed!r} ({counted(len(places), 'place')}) {said}; it is not linked.",
            "State the date in edition.toml, correct the dates of the offices, or decide which is meant.", place, end, "info",
            source.line(place.line)[:200],
        )
