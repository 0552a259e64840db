"""
Short forms that the text itself declares: after ``Johnson [hereafter LBJ]`` LBJ is Johnson.

The short form stands for the name before the bracket, if that is a person of the lists or one who speaks. One that is declared for two
persons stands for neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Piece, Span
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.rules.name_forms import TOKEN, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Source
    from tei_edition.rules.mentions import Borders

MOST_WORDS = 4
NEAR = 60


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form, the id of whom it stands for, and the range of the bracket that declares it."""

    printed: str
    id: str
    start: int
    end: int

    @property
    def evidence(self) -> str:
        """A sentence that says so."""
        return f"The text declares {self.printed!r} as a short form for #{self.id}."


def declared(source: Source, spans: Sequence[Span]) -> tuple[Alias, ...]:
    """Return the short forms that brackets among *spans* declare, each for one person."""
    found = [alias for span in spans if span.class_ == "alias" for alias in _declared(source, span, spans)]
    ids: dict[str, set[str]] = {}
    for alias in found:
        ids.setdefault(alias.printed, set()).add(alias.id)
    return tuple(alias for alias in found if len(ids[alias.printed]) == 1)


@cache
def _opening() -> re.Pattern[str]:
    """Return the pattern of the words that declare a short form."""
    return re.compile(rf"\W*{languages.pattern('alias')}(?!\w)[\s,:]*", re.IGNORECASE)


def _declared(source: Source, span: Span, spans: Sequence[Span]) -> Iterator[Alias]:
    """Return the short form in the bracket *span*, if it is one of a known person."""
    inner = source.text[span.start + 1 : span.end - 1]
    opening = _opening().match(inner)
    short = " ".join(inner[opening.end() :].split()).strip("\"'“”‘’«»„., ") if opening else ""
    id_ = _before(source, span.start, spans) if _is_name(short) else ""
    if id_:
        yield Alias(short, id_, span.start, span.end)


def _is_name(short: str) -> bool:
    """Tell whether *short* looks like a name: few words, with capitals."""
    tokens = TOKEN.findall(short)
    return 0 < len(tokens) <= MOST_WORDS and all(word[0].isupper() for word in tokens)


def _before(source: Source, offset: int, spans: Sequence[Span]) -> str:
    """Return the id of the person whose name ends just before *offset*; nothing where none does."""
    end = offset - len(source.text[max(0, offset - NEAR) : offset]) + len(source.text[max(0, offset - NEAR) : offset].rstrip())
    for span in spans:
        if span.end == end and span.kind in {"name", "bracket"} and span.pieces and span.pieces[0].element == "persName":
            return dict(span.pieces[0].attributes).get("ref", "").removeprefix("#")
    speakers = {dict(span.attributes).get("who", "").removeprefix("#") for span in spans if span.kind == "speaker"} - {""}
    tokens = list(TOKEN.finditer(source.text, max(0, end - NEAR), end))[-MOST_WORDS:]
    names = (person_id(source.text[token.start() : end]) for token in tokens)
    return next((name for name in names if name in speakers), "")


def of_label(label: str, offset: int, found: Sequence[Alias]) -> Alias | None:
    """Return the short form that *label* at *offset* is, of those declared before it."""
    wanted = words(label)
    return next((alias for alias in found if alias.end <= offset and words(alias.printed) == wanted), None)


def used(source: Source, found: Sequence[Alias], limits: Borders) -> Iterator[Span]:
    """Return a span for each place after its declaration where a short form is used in the text."""
    if not found:
        return
    first = {alias.printed: alias for alias in reversed(found)}
    forms = "|".join(re.escape(printed) for printed in sorted(first, key=lambda printed: (-len(printed), printed)))
    for match in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", source.text):
        alias = first[match[0]]
        if match.start() >= alias.start and limits.allow(*match.span()):
            ref = ("ref", f"#{alias.id}")
            pieces = (Piece("persName", *match.span(), (ref,)),)
            yield Span(*match.span(), "name", "person", "aliases", alias.evidence, attributes=(ref,), pieces=pieces)
