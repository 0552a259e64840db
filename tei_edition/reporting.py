"""Reporting: what was found in transcripts, what is uncertain, and what is missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition import edition as editions
from tei_edition import ingest
from tei_edition.annotation import annotate
from tei_edition.belonging import edition_of
from tei_edition.encode import encode
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_edition.annotation import Annotation
    from tei_edition.edition import Edition
    from tei_edition.model import Finding, Span, Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """
    What is to be said of one document.

    *found* counts the spans by what they are, *uncertain* are those the tool itself doubts, *findings* are doubts and
    what is missing.
    """

    annotation: Annotation
    found: tuple[tuple[str, int], ...]
    uncertain: tuple[Span, ...]
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """Return the report as text."""
        source = self.annotation.source
        lines = [source.name, "", "Found:"]
        lines += [f"  {count:4} {name}" for name, count in self.found] or ["  nothing"]
        lines += ["", "Uncertain:", *(self._doubt(span) for span in self.uncertain)]
        lines += [] if self.uncertain else ["  nothing"]
        decided = [self._decided(span, span.verdict) for span in self.annotation.spans if span.verdict]
        lines += ["", "Decided:", *decided] if decided else []
        lines += ["", "To look at, or missing:", *(f"  {self._place(finding)}{finding.message}" for finding in self.findings)]
        return "\n".join([*lines, *([] if self.findings else ["  nothing"]), ""])

    def _doubt(self, span: Span) -> str:
        """Return the line for a span that is not certain."""
        source = self.annotation.source
        shown = " ".join(source.text[span.start : span.end].split())
        return f"  {source.position(span.start)}: {shown[:60]}: {span.class_} ({span.cert}). {span.evidence}"

    def _decided(self, span: Span, verdict: Verdict) -> str:
        """Return the line for a span that a person decided."""
        source = self.annotation.source
        shown = " ".join(source.text[span.start : span.end].split())
        was = f", not {verdict.was}" if verdict.was not in ("", span.class_) else ""
        day = f", {verdict.when}" if verdict.when else ""
        about = f" ({verdict.match[1:]})" if verdict.match else ""
        return f"  {source.position(span.start)}: {shown[:60]}: {span.class_}{about}{was}. {verdict.resp}{day}: {verdict.why}"

    @staticmethod
    def _place(finding: Finding) -> str:
        """Return the place of a finding, where it has one."""
        return f"{finding.start}: " if finding.start else ""


def report(paths: Sequence[Path], edition: Edition | None = None) -> tuple[Report, ...]:
    """
    Return the report on each transcript of *paths*; a folder is an edition, and stands for all of its transcripts.

    *edition* is that of the transcripts, where they are not in one. Raises `UsageError` for a folder together with other
    paths, `SourceError` for a transcript that cannot be read.
    """
    if any(path.is_dir() for path in paths):
        if len(paths) > 1:
            raise UsageError("give one edition's folder, or transcripts")
        edition = editions.load(paths[0])
        paths = tuple(editions.names(editions.transcripts(paths[0])).values())
    settings = edition or edition_of(paths)
    sources = [ingest.read(path, settings.document(path.name).encoding or None) for path in paths]
    return tuple(_report(annotation, settings) for annotation in annotate(sources, settings))


def _report(annotation: Annotation, edition: Edition) -> Report:
    """Return the report on one document."""
    counts = Counter(f"{span.kind} {span.class_}" if span.class_ != span.kind else span.kind for span in annotation.spans)
    uncertain = tuple(span for span in annotation.spans if span.cert != "high")
    return Report(annotation, tuple(sorted(counts.items())), uncertain, encode(annotation, edition).findings)
