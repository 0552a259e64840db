"""The lists: one of an edition's documents, and one of all editions, written where they changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import files
from tei_edition.building import cache
from tei_edition.outputs import html

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from tei_edition.building.parts import Part
    from tei_edition.building.plan import Plan

TITLE = "Editions"
PAGE = "index.html"


def write(plan: Plan, parts: list[Part], failed: Collection[str]) -> None:
    """
    Write the list of each of *parts*, and the list of all editions where *plan* is of all.

    A list has the documents whose outputs are there, by their records. Of an edition with one of *failed*, which are
    named ``<edition>/<document>``, the key is not kept: it is not built.
    """
    listed = []
    for part in parts:
        edition, folder = part.planned.edition, part.planned.folder
        records = [cache.read(folder / cache.name(name)) for name in part.planned.transcripts]
        documents = [record.facts for record in records if record]
        up = html.Link("../index.html", TITLE) if plan.whole else None
        whole = not any(f"{folder.name}/{name}" in failed for name in part.planned.transcripts)
        _write(folder, html.edition_index(edition.title, documents, up), edition.title, part.key if whole else "")
        listed.append(html.edition_facts(folder.name, edition.title, documents))
    listed += [facts for name in plan.broken if (facts := _earlier(plan.out / name))]
    if plan.whole:
        _write(plan.out, html.site_index(TITLE, sorted(listed, key=lambda facts: facts.name)), TITLE)


def _earlier(folder: Path) -> html.EditionFacts | None:
    """Return what the list of all says of an edition that is broken now and was built into *folder* before; else None."""
    own = cache.read(folder / cache.INDEX)
    paths = sorted(folder.glob(f".*{cache.SUFFIX}"))
    records = [record for path in paths if path.name != cache.INDEX and (record := cache.read(path))]
    return html.edition_facts(folder.name, own.facts.title, [record.facts for record in records]) if own else None


def _write(folder: Path, page: str, title: str, key: str = "") -> None:
    """Write a list and its record, unless both are there as they should be."""
    data = page.encode()
    facts = html.DocumentFacts("index", title)
    record = cache.write(cache.Record(key, "", "", facts, {PAGE: cache.sha256(data)}))
    path = folder / cache.INDEX
    if not cache.is_ours(folder / PAGE, cache.sha256(data)) or not cache.is_ours(path, cache.sha256(record)):
        files.write_all({folder / PAGE: data, path: record})
