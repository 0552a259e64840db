"""
Reporting: what was found in a transcript, what was refused, what is uncertain (worst first), what is missing.

A report is made from what the rules say of a transcript and from the TEI made of it; `text`, `data` and the page in
`outputs` show it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition import edition as editions
from tei_edition import ingest, intervening
from tei_edition.annotation import annotate
from tei_edition.belonging import edition_of
from tei_edition.encode import encode
from tei_edition.errors import UsageError
from tei_edition.ingest import txt
from tei_edition.reporting import header
from tei_edition.reporting.doubts import decided, doubts, refusals, unresolved
from tei_edition.reporting.model import Doubt, Missing, Open, Report, Settled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lxml import etree

    from tei_edition.annotation import Annotation
    from tei_edition.edition import Edition
    from tei_edition.model import Finding

__all__ = ["Doubt", "Missing", "Open", "Report", "Settled", "of_document", "report", "report_bytes"]

ELSEWHERE = frozenset({"label-refused", "title-missing", "date-missing", "source-missing"})
"""The codes of findings that a report says in another place."""


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


def report_bytes(data: bytes, edition: Edition, name: str = "<stdin>") -> Report:
    """Return the report on the plain text *data*, a document of *edition* called *name*. Raises `SourceError`."""
    source = txt.read(data, name, edition.encoding or None)
    return _report(annotate([source], edition)[0], edition)


def _report(annotation: Annotation, edition: Edition) -> Report:
    """Return the report on one document."""
    made = encode(annotation, edition)
    return of_document(annotation, made.tree, made.findings)


def of_document(annotation: Annotation, tree: etree._ElementTree, findings: Sequence[Finding], path: str = "") -> Report:
    """
    Return the report on the document of *annotation*, of which the TEI *tree* was made with *findings*.

    *path* is what to call the transcript, where that is not its own name.
    """
    source = annotation.source
    name = path or source.name
    said = intervening.of_tree(tree, PurePath(source.name).stem)
    counts = Counter(f"{span.kind} {span.class_}" if span.class_ != span.kind else span.kind for span in annotation.spans)
    found = unresolved(findings, annotation, name)
    told = [finding for finding in findings if finding.code not in ELSEWHERE and finding.code not in {one.code for one in found}]
    return Report(
        name, said.title, said.speakers, said.words, refusals(findings, name), found, header.missing(tree, PurePath(source.name).name),
        doubts(annotation, name), decided(annotation), tuple(told), tuple(sorted(counts.items())),
    )
