"""The lists: one of an edition's documents, and one of all editions, written where they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import files
from tei_edition.building import cache
from tei_edition.outputs import html

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.building.plan import Plan
    from tei_edition.building.run import Part

TITLE = "Editions"
PAGE = "index.html"


def write(plan: Plan, parts: list[Part]) -> None:
    """
    Write the list of each of *parts*, and the list of all editions where *plan* is of all.

    A list has the documents whose outputs are there, by their records.
    """
    listed = []
    for part in parts:
        edition = part.planned.edition
        records = [cache.read(task.record) for task in part.tasks]
        documents = [record.facts for record in records if record]
        up = html.Link("../index.html", TITLE) if plan.whole else None
        _write(part.planned.folder, html.edition_index(edition.title, documents, up))
        listed.append(html.edition_facts(part.planned.folder.name, edition.title, documents))
    if plan.whole:
        _write(plan.out, html.site_index(TITLE, listed))


def _write(folder: Path, page: str) -> None:
    """Write a list and its record, unless both are there as they should be."""
    data = page.encode()
    facts = html.DocumentFacts("index", "")
    record = cache.write(cache.Record("", "", facts, {PAGE: cache.sha256(data)}))
    path = folder / ".index.build.json"
    if not cache.is_ours(folder / PAGE, cache.sha256(data)) or not cache.is_ours(path, cache.sha256(record)):
        files.write_all({folder / PAGE: data, path: record})
