"""The page for whoever makes the edition: the report on one document."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_edition import stylesheets
from tei_edition.outputs import _page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_edition.reporting.model import Report

NAMESPACE = "https://tei-edition.org/ns/report"


def report_page(report: Report, address: str) -> str:
    """Return the page of *report*, which leads back to the reading page at *address*."""
    root = etree.Element(f"{{{NAMESPACE}}}report", {"title": report.title, "file": report.file, "page": address})
    _add(root, "words", [asdict(report.words)])
    _add(root, "speaker", ({**asdict(one), "labels": ", ".join(one.labels)} for one in report.speakers))
    _add(root, "refused", ({**asdict(one), "place": report.at(one.place)} for one in report.refused))
    _add(root, "unresolved", ({**asdict(one), "place": report.at(one.place)} for one in report.unresolved))
    _add(root, "doubt", ({**asdict(one), "place": report.at(one.place)} for one in report.doubts))
    _add(root, "decided", ({**asdict(one), "place": report.at(one.place)} for one in report.decided))
    _add(root, "missing", map(asdict, report.missing))
    _add(root, "finding", ({"place": report.at(one.start), "why": f"{one.message} {one.advice}".strip()} for one in report.findings))
    return _page.finished(stylesheets.transform("report", etree.ElementTree(root), _page.plain_appearance()))


def _add(root: etree._Element, name: str, records: Iterable[dict[str, Any]]) -> None:
    """Add an element *name* for each of *records*, whose attributes are its values."""
    for record in records:
        attributes = {key.rstrip("_"): _clean(str(value)) for key, value in record.items()}
        etree.SubElement(root, f"{{{NAMESPACE}}}{name}", attributes)


def _clean(words: str) -> str:
    """Return *words* without what XML cannot hold."""
    return "".join(character for character in words if character.isprintable() or character in "\t\n")
