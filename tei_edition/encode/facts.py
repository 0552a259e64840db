"""What the header can say of a document: taken from its spans and from the edition's settings, and from nowhere else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from tei_edition.authorities import Known
from tei_edition.model import Finding, Piece, Source, Span
from tei_edition.rules.naming import pointers_of
from tei_edition.rules.printed import label_of, name_of
from tei_edition.rules.source_note import Statement, parse
from tei_edition.rules.withheld import Category, codes, things

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tei_edition.edition import Document, Edition


Part = Literal["speakers", "present", "absent", "mentioned"]
"""What part somebody has in a document: speaks, is listed as present or as absent, or is only named. The first that is true counts."""


LISTED: Mapping[str, Part] = {"absentee": "absent", "participant": "present"}
"""What part those have whom a list names, by the classes of their names, the stronger last."""


@dataclass(frozen=True, slots=True)
class Person:
    """
    A person of the document: id, the name as printed, its parts where a bracket completes it, and what *part* it has.

    *labels* are all labels as printed that stand for it.
    """

    id: str
    name: str
    forename: str = ""
    surname: str = ""
    part: Part = "speakers"
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """Where the original of a document is kept; empty where nothing is known."""

    repository: str = ""
    collection: str = ""
    call_number: str = ""

    @property
    def is_stated(self) -> bool:
        """Whether anything is known."""
        return bool(self.repository or self.collection or self.call_number)


@dataclass(frozen=True, slots=True)
class Facts:
    """
    The facts of one document; empty where nothing is known.

    *date* is ISO 8601, *printed_date* as the document has it; where it holds several sessions they are those of the first day, and
    *last* and *printed_last* those of the last. *stated* holds TEI's attributes for a date of which no more than a bound is known;
    *calendars* are the ids of those that dates of the text name. *deciders* are the names of those who decided something.
    *witnesses* are the ids and names of those that words come from; *withheld* are the kinds of things that were withheld,
    *exemptions* the codes that say why.
    """

    source: Source
    edition: Edition
    settings: Document
    title: str = ""
    date: str = ""
    printed_date: str = ""
    last: str = ""
    printed_last: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)
    calendars: tuple[str, ...] = ()
    statement: Statement = field(default_factory=Statement)
    people: tuple[Person, ...] = ()
    topics: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    witnesses: tuple[tuple[str, str], ...] = ()
    withheld: tuple[Category, ...] = ()
    exemptions: tuple[Category, ...] = ()
    findings: tuple[Finding, ...] = ()
    deciders: tuple[str, ...] = ()
    known: Known = field(default_factory=Known)

    @property
    def file(self) -> str:
        """The name of the transcript's file, or of the one that is written of it where it was made of another kind of file."""
        return self.source.file

    @property
    def holding(self) -> Holding:
        """Where the original is: what the settings of the document say, else its source note, else the edition, of one repository."""
        own, said, edition = self.settings, self.statement, self.edition
        repository = own.repository or said.repository or edition.repository
        of_note, of_edition = repository == said.repository, repository == edition.repository
        return Holding(
            repository,
            own.collection or (edition.collection if of_edition else ""),
            own.call_number or (said.call_number if of_note else "") or (edition.call_number if of_edition else ""),
        )


def gather(source: Source, spans: Sequence[Span], edition: Edition, known: Known | None = None) -> Facts:
    """Return the facts of *source* that *spans* and *edition* state; *known* is what it uses of the authority files."""
    settings = edition.document(PurePath(source.name).name)
    titles = [_text(source, span) for span in spans if span.class_ == "title"]
    notes = [source.text[span.start : span.end].strip("[]") for span in spans if span.class_ == "source"]
    dated = next((span for span in spans if span.kind == "date"), None)
    found = _when(dated) if dated else ""
    printed = _text(source, dated) if dated and found == (settings.date or found) else ""
    last = _last(spans) if dated and not settings.date else None
    topics = [_text(source, span)[1:-1] for span in spans if span.class_ == "topic"]
    return Facts(
        source, edition, settings,
        title=settings.title or (titles[0] if titles else PurePath(source.name).stem),
        date=settings.date or found,
        printed_date=printed,
        last=_when(last) if last else "",
        printed_last=_text(source, last) if last else "",
        stated=dict(dated.attributes) if dated and printed and not found else {},
        calendars=tuple(sorted({
            value[1:] for span in spans for piece in span.pieces for name, names in piece.attributes if name == "calendar"
            for value in names.split()
        })),
        statement=parse(notes[0]) if notes else Statement(),
        people=tuple(_people(source, spans)),
        topics=tuple(dict.fromkeys(topics)),
        counts=Counter(span.class_ for span in spans if span.kind == "bracket"),
        witnesses=_witnesses(source, spans),
        withheld=_named(source, spans, things),
        exemptions=_named(source, spans, codes),
        deciders=tuple(dict.fromkeys(span.verdict.resp for span in spans if span.verdict)),
        findings=tuple(_findings(source, settings, titles, dated, notes)),
        known=_in_use(known or Known(), spans),
    )


def _witnesses(source: Source, spans: Sequence[Span]) -> tuple[tuple[str, str], ...]:
    """Return the id and the name, as printed, of each witness that words come from, in order."""
    found = (
        (value[1:], source.text[piece.start : piece.start + piece.open].strip("[_ ").rstrip(": "))
        for span in spans if span.class_ == "witness" for piece in span.pieces for name, value in piece.attributes if name == "source"
    )
    return tuple({id_: (id_, " ".join(words.split())) for id_, words in found}.values())


def _named(source: Source, spans: Sequence[Span], kinds: Callable[[str], Sequence[Category]]) -> tuple[Category, ...]:
    """Return the categories of one of the *kinds* that the *spans* point at, in order of their ids."""
    pointers = {
        pointer for span in spans for piece in span.pieces for name, value in piece.attributes if name == "ana" for pointer in value.split()
    }
    told = {one for span in spans if span.kind == "bracket" for one in kinds(source.text[span.start : span.end])}
    return tuple(sorted(one for one in told if f"#{one.id}" in pointers))


def _when(dated: Span) -> str:
    """Return the ISO form of a date."""
    return dict(dated.attributes).get("when", "")


def _last(spans: Sequence[Span]) -> Span | None:
    """Return the date of the last of several titles, if each has one, of one precision, in the order of time."""
    days = [span for span in spans if span.kind == "date"]
    titles = [span for span in spans if span.class_ == "title"]
    first = [next((day for day in days if title.start <= day.start < title.end), None) for title in titles]
    known = [day for day in first if day]
    order = [_when(day) for day in known]
    even = len(known) == len(titles) and len({len(when) for when in order}) == 1
    return known[-1] if even and order == sorted(order) and order[0] != order[-1] else None


def _text(source: Source, span: Span) -> str:
    """Return the characters of *span*, on one line."""
    return " ".join(source.text[span.start : span.end].split())


def _people(source: Source, spans: Sequence[Span]) -> Iterator[Person]:
    """Return who speaks, in order, by the name of the list of participants where there is one, then who is named in the text."""
    names = _labels(source, spans)
    listed = {dict(span.attributes)["ref"][1:]: _text(source, span) for span in spans if span.class_ in LISTED}
    printed: dict[str, list[str]] = {}
    for span in spans:
        who = dict(span.attributes).get("who", "#")[1:]
        if span.kind == "speaker" and who:
            printed.setdefault(who, []).append(label_of(source, span))
    for who, labels in printed.items():
        yield Person(who, listed.get(who, names[who]), labels=tuple(dict.fromkeys(labels)))
    known, attending = set(printed), _attending(spans)
    for span in spans:
        person = _mentioned(source, span)
        if person and person.id not in known:
            known.add(person.id)
            yield replace(person, part=attending.get(person.id, "mentioned"))


def _attending(spans: Sequence[Span]) -> Mapping[str, Part]:
    """Return who is listed as absent or as present, by id; who stands in both lists came."""
    listed = sorted((span.class_, dict(span.attributes)["ref"][1:]) for span in spans if span.class_ in LISTED)
    return {id_: LISTED[name] for name, id_ in listed}


def _labels(source: Source, spans: Sequence[Span]) -> Mapping[str, str]:
    """Return the name of each speaker, by id: the label that says it, else the name that a person gives, else the label it stands for."""
    found: dict[str, str] = {}
    speakers = [span for span in spans if span.kind == "speaker" and dict(span.attributes).get("who")]
    for decided in (False, True):
        for span in speakers:
            who = dict(span.attributes)["who"][1:]
            if bool(span.verdict and span.verdict.match) is decided:
                person = span.verdict.person if span.verdict else ""
                found.setdefault(who, person or label_of(source, span))
    return found


def _mentioned(source: Source, span: Span) -> Person | None:
    """Return the person whom *span* names in the text: by the name a person gives, else by the parts that a bracket completes."""
    parts = {"persName" if piece.element == "rs" else piece.element: piece for piece in span.pieces}
    ref = dict(parts["persName"].attributes).get("ref", "")[1:] if "persName" in parts else ""
    if not ref or (span.kind != "name" and span.class_ != "name"):
        return None
    if span.verdict and span.verdict.person:
        return Person(ref, span.verdict.person, part="mentioned")
    if not {"forename", "surname", "supplied"} <= set(parts):
        return Person(ref, name_of(source, parts["persName"]), part="mentioned")
    given, surname = (_name(source, parts[part], parts["supplied"]) for part in ("forename", "surname"))
    return Person(ref, f"{given} {surname}", given, surname, part="mentioned")


def _in_use(known: Known, spans: Sequence[Span]) -> Known:
    """Return what of *known* the *spans* point at, all of which have their place in the text."""
    pointers = {pointer[1:] for span in spans for pointer in pointers_of(span)}
    return Known(
        tuple(entry for entry in known.entries if entry.id in pointers),
        tuple(labelled for labelled in known.labels if labelled.id in pointers),
        tuple(alias for alias in known.aliases if alias[0] in pointers),
    )


def _name(source: Source, part: Piece, supplied: Piece) -> str:
    """Return the characters of *part* of a name, without the marks of what is *supplied*."""
    marked = (part.start, part.end) == (supplied.start, supplied.end)
    start, end = (part.start + supplied.open, part.end - supplied.close) if marked else (part.start, part.end)
    return " ".join(source.text[start:end].split())


def _findings(
    source: Source, settings: Document, titles: list[str], dated: Span | None, notes: list[str],
) -> Iterator[Finding]:
    """Return what is missing, doubled, or said in two ways."""
    if not titles and not settings.title:
        yield Finding(source.name, "title-missing", "has no title line; the file's name stands for it.",
                      "Give the document a title in edition.toml, under [documents].", severity="info")
    if dated is None and not settings.date:
        yield Finding(source.name, "date-missing", "states no date in its title or dateline.",
                      "Give its date in edition.toml, under [documents].", severity="info")
    if not notes:
        yield Finding(source.name, "source-missing", "has no [Source: ...] note.", "Add one at the end, if its source is known.",
                      severity="info")
    if len(notes) > 1:
        yield Finding(source.name, "source-doubled", f"has {len(notes)} source notes; the header speaks of the first.",
                      "Put all of it in one note.", severity="warning")
    if dated and settings.date and not settings.date.startswith(_when(dated)):
        place = source.position(dated.start)
        message = f"the document is dated {_text(source, dated)!r}, but edition.toml says {settings.date}."
        yield Finding(source.name, "date-differs", message,
                      "Correct one of them.", place, source.position(dated.end), "warning", source.line(place.line))
