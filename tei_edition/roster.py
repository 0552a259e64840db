"""
Who speaks in an edition: each label as printed, whom it is found to be, how often and where; and who is mentioned.

What is not found stays a person of its document. Suggestions are scored, with their reasons, and never applied.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tei_edition import authorities, ingest
from tei_edition import edition as editions
from tei_edition.annotation import annotate
from tei_edition.belonging import edition_of
from tei_edition.errors import UsageError
from tei_edition.rules.printed import label_of, name_of
from tei_edition.suggestions import Label, Suggestion, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.annotation import Annotation
    from tei_edition.authorities import Authorities
    from tei_edition.edition import Edition
    from tei_edition.model import Finding

OPEN = frozenset({"person-ambiguous", "person-unlisted", "name-ambiguous", "office-ambiguous"})
"""The codes of findings about names that the authority files do not settle."""

NAMING = frozenset({"persName", "placeName", "orgName", "rs"})


@dataclass(frozen=True, slots=True)
class Row:
    """
    A label as printed: *id* and *name* of whom it is (empty id: nobody that could be known; empty name: nobody who is listed).

    *evidence* says why, *turns* how often it opens a turn, *documents* in which files.
    """

    label: str
    id: str
    name: str = ""
    evidence: str = ""
    cert: str = ""
    turns: int = 0
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An entry of the authority files that texts mention: how often, by which words, in which files."""

    id: str
    sort: str
    name: str
    times: int
    printed: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """All labels of an edition, whom its texts mention, which labels may be one person's, and what names leave open."""

    rows: tuple[Row, ...] = ()
    mentioned: tuple[Mentioned, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    open: tuple[Finding, ...] = ()

    def __str__(self) -> str:
        """Return the roster as text."""
        return "\n".join([*self._labels(), *self._mentions(), *self._suggested(), *self._open(), ""])

    def _labels(self) -> Iterator[str]:
        """Return the lines of the labels."""
        yield "Speakers, by their labels as printed:"
        for row in self.rows:
            who = f"{row.name} (#{row.id})" if row.name else f"not listed (#{row.id})" if row.id else "nobody who could be known"
            yield f"  {row.turns:4}  {row.label}: {who}; {', '.join(row.documents)}"
            if row.evidence:
                yield f"        {row.evidence}"
        if not self.rows:
            yield "  nobody"

    def _mentions(self) -> Iterator[str]:
        """Return the lines of who and what is mentioned."""
        if self.mentioned:
            yield from ("", "Mentioned:")
        for one in self.mentioned:
            yield f"  {one.times:4}  {one.name} (#{one.id}): {', '.join(one.printed)}; {', '.join(one.documents)}"

    def _suggested(self) -> Iterator[str]:
        """Return the lines of the suggestions."""
        if self.suggestions:
            yield from ("", "Perhaps one person (nothing is changed; tei-edition people assign):")
        for suggestion in self.suggestions:
            other = f"{suggestion.other} (#{suggestion.id})" if suggestion.label == suggestion.other else suggestion.other
            yield f"  {suggestion.score:.2f}  {suggestion.label} = {other}: {'; '.join(suggestion.reasons)}"

    def _open(self) -> Iterator[str]:
        """Return the lines of what is left open."""
        if self.open:
            yield from ("", "Left open:")
        for finding in self.open:
            yield f"  {finding.path}:{finding.start}: {finding.message}"


@dataclass(slots=True)
class _Seen:
    """What is seen of one label, or of one entry that is mentioned."""

    times: int = 0
    printed: Counter[str] = field(default_factory=Counter)
    documents: list[str] = field(default_factory=list)

    def add(self, printed: str, document: str) -> None:
        """Count one more."""
        self.times += 1
        self.printed[printed] += 1
        if document not in self.documents:
            self.documents.append(document)


def people(paths: Sequence[Path], edition: Edition | None = None) -> Roster:
    """
    Return who speaks and who is mentioned in the transcripts at *paths*; a folder is an edition, and stands for all of its transcripts.

    *edition* is that of the transcripts, where they are not in one. Raises `UsageError` for a folder together with other paths,
    `SourceError` for a transcript that cannot be read, `MarkupError` for an authority file that cannot.
    """
    if any(path.is_dir() for path in paths):
        if len(paths) > 1:
            raise UsageError("give one edition's folder, or transcripts")
        edition = editions.load(paths[0])
        paths = tuple(editions.names(editions.transcripts(paths[0])).values())
    settings = edition or edition_of(paths)
    sources = [ingest.read(path, settings.document(path.name).encoding or None) for path in paths]
    return roster(annotate(sources, settings), authorities.load(settings.folder))


def roster(annotations: Iterable[Annotation], lists: Authorities) -> Roster:
    """Return the roster of the documents of *annotations*, whose edition the authority files *lists* serve."""
    every = tuple(annotations)
    rows, labels = _rows(every, lists)
    found = tuple(finding for one in every for finding in one.findings if finding.code in OPEN)
    return Roster(rows, _mentioned(every, lists), suggest(labels, lists), found)


def unsettled(annotation: Annotation) -> tuple[Finding, ...]:
    """Return what the names of a document leave open: labels that nobody listed bears, names that may be of several."""
    return tuple(finding for finding in annotation.findings if finding.code in OPEN)


def _rows(annotations: Sequence[Annotation], lists: Authorities) -> tuple[tuple[Row, ...], tuple[Label, ...]]:
    """Return a row for each label and person, the most frequent first, and the labels that nobody listed is found for."""
    seen: dict[tuple[str, str], _Seen] = defaultdict(_Seen)
    evidence: dict[tuple[str, str], tuple[str, str]] = {}
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for one in annotations:
        evidence |= {(known.label, known.id): (known.evidence, known.cert) for known in one.known.labels}
        before = ""
        for span in one.spans:
            if span.kind == "speaker":
                label, who = label_of(one.source, span), dict(span.attributes).get("who", "").removeprefix("#")
                seen[label, who].add(label, PurePath(one.source.name).name)
                if before and before != label:
                    beside[label][before] += 1
                    beside[before][label] += 1
                before = label
    ordered = sorted(seen.items(), key=lambda item: (-item[1].times, item[0]))
    rows = tuple(
        Row(label, who, lists.by_id[who].name if who in lists.by_id else "", *evidence.get((label, who), ("", "")),
            turns=one.times, documents=tuple(one.documents))
        for (label, who), one in ordered
    )
    unknown = tuple(Label(row.label, row.id, row.turns, dict(beside[row.label])) for row in rows if row.id and not row.name)
    return rows, unknown


def _mentioned(annotations: Sequence[Annotation], lists: Authorities) -> tuple[Mentioned, ...]:
    """Return the entries that texts mention, the most frequent first."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for one in annotations:
        for span in one.spans:
            for piece in span.pieces:
                id_ = dict(piece.attributes).get("ref", "").removeprefix("#")
                if piece.element in NAMING and id_ in lists.by_id:
                    seen[id_].add(name_of(one.source, piece), PurePath(one.source.name).name)
    ordered = sorted(seen.items(), key=lambda item: (-item[1].times, item[0]))
    return tuple(
        Mentioned(id_, lists.by_id[id_].sort, lists.by_id[id_].name, one.times, tuple(one.printed), tuple(one.documents))
        for id_, one in ordered
    )
