"""The makers of a document's parts, as a build calls them: the one place where it meets the rest of the house."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition import intervening, proof, reporting, timestamps
from tei_edition.encode import transcript
from tei_edition.errors import TransformError
from tei_edition.intervening import tables
from tei_edition.outputs import html, pdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml import etree

    from tei_edition.annotation import Annotation
    from tei_edition.edition import Edition
    from tei_edition.model import Finding, Source

NAMES = "names.html"
"""The file of an edition's index."""

CSV, JSON, REPORT = "interventions.csv", "interventions.json", "report.html"

LABELS = {
    "xml": "TEI", "pdf": "PDF", "txt": "Text", CSV: "Interventions (CSV)", JSON: "Interventions (JSON)",
    REPORT: "Report on the encoding",
}
"""What the files to download are called, in their order on the page."""


def downloads(name: str, sizes: Mapping[str, int]) -> tuple[html.Download, ...]:
    """Return the downloads of the document *name*, of which there are files with the suffixes and *sizes* given."""
    there = [(suffix, label) for suffix, label in LABELS.items() if suffix in sizes]
    return tuple(html.Download(label, html.address(f"{name}.{suffix}"), sizes[suffix]) for suffix, label in there)


def ordered(documents: Iterable[html.DocumentFacts]) -> list[html.DocumentFacts]:
    """Return *documents* in the order in which they are read one after the other."""
    return sorted(documents, key=lambda document: document.order)


def links(documents: Sequence[html.DocumentFacts], number: int, edition: Edition) -> html.Links:
    """Return the neighbours of the document with *number* among *documents*, and the way up to the list of *edition*."""
    near = {at: documents[at] for at in (number - 1, number + 1) if 0 <= at < len(documents)}
    ways = {at: html.Link(html.address(f"{one.name}.html"), one.title) for at, one in near.items()}
    up = html.Link(html.address("index.html"), edition.title)
    return html.Links(documents[number].name, ways.get(number - 1), ways.get(number + 1), up, names=html.address(NAMES))


def page(tree: etree._ElementTree, around: html.Links, sizes: Mapping[str, int], source: Source) -> bytes:
    """Return the reading page of *tree*; *sizes* are those of the files to download, *source* is the transcript proved."""
    whole = replace(around, downloads=downloads(around.document, sizes), proof=source.sha256)
    return html.render(tree, whole).encode()


def interventions(tree: etree._ElementTree, name: str) -> dict[str, bytes]:
    """Return the lists of the interventions in *tree*, the document *name*, by suffix."""
    found = intervening.of_tree(tree, name)
    return {CSV: tables.as_csv([found]), JSON: tables.as_json(found)}


def report(annotation: Annotation, tree: etree._ElementTree, findings: Sequence[Finding], file: str, name: str) -> dict[str, bytes]:
    """Return the report on the document *name*, by suffix: a page that calls the transcript by its *file* in the edition's folder."""
    said = reporting.of_document(annotation, tree, findings, file)
    return {REPORT: html.report_page(said, html.address(f"{name}.html")).encode()}


def printed(tree: etree._ElementTree, edition: Edition, name: str, tei: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """
    Return the PDF of *tree* with *tei* attached as *name*, and no finding.

    Where no font has a character, return no bytes and a finding for each. Raises `TransformError` for all else.
    """
    time = timestamps.timestamp(edition, tree)
    try:
        return pdf.render(tree, attachment=tei, attachment_name=name, timestamp=time), ()
    except TransformError as error:
        if error.findings and all(finding.code == pdf.CODE for finding in error.findings):
            return b"", error.findings
        raise


def prove(source: Source, tree: etree._ElementTree, outputs: Mapping[str, bytes], name: str) -> bytes:
    """
    Return the certificate that *outputs*, by file name, have the words of *source*, whose file is called *name*.

    Raises `ProofError` where one has not.
    """
    given = source.bytes
    assert hashlib.sha256(given).hexdigest() == source.sha256, "the text and its encoding give the file's bytes"
    proved = []
    for file, data in outputs.items():
        if file.endswith(".xml"):
            found = proof.prove_tei(given, tree, transcript.text(tree), source.name)
        elif file.endswith(".html"):
            found = proof.prove_html(source.text, data, source.name)
        else:
            found = proof.prove_pdf(source.text, data, source.name)
        proved.append(proof.Output(file, data, found))
    return proof.certificate(name, given, proved)
