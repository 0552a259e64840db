"""The lists: of an edition's documents and its interventions, and of all editions, written where they changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition import digests, files
from tei_edition.building import cache, makers
from tei_edition.intervening import read, sums, tables
from tei_edition.outputs import html

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from tei_edition.building.parts import Part
    from tei_edition.building.plan import Plan

TITLE = "Editions"
PAGE = "index.html"


def write(plan: Plan, parts: list[Part], failed: Collection[str], offered: Mapping[str, tuple[html.Offered, ...]]) -> None:
    """
    Write the list of each of *parts*, and the list of all editions where *plan* is of all.

    *offered* is what each edition, by the name of its folder, offers for other programs.
    A list has the documents whose outputs are there, by their records. Of an edition with one of *failed*, which are
    named ``<edition>/<document>``, the key is not kept: it is not built.
    """
    listed = []
    for part in parts:
        edition, folder = part.planned.edition, part.planned.folder
        records = [record for name in part.planned.transcripts if (record := cache.read(folder / cache.name(name)))]
        whole = not any(f"{folder.name}/{name}" in failed for name in part.planned.transcripts)
        up = html.Link("../index.html", TITLE) if plan.whole else None
        _edition(folder, edition.title, records, up, part.key if whole else "", offered.get(folder.name, ()))
        listed.append(html.edition_facts(folder.name, edition.title, [record.facts for record in records]))
    listed += [facts for name in plan.broken if (facts := _earlier(plan.out / name))]
    if plan.whole:
        page = html.site_index(TITLE, sorted(listed, key=lambda facts: facts.name))
        _write(plan.out, {PAGE: page.encode()}, cache.Record("", "", "", html.DocumentFacts("index", TITLE), {}))


def _edition(
    folder: Path, title: str, records: list[cache.Record], up: html.Link | None, key: str, offered: tuple[html.Offered, ...]
) -> None:
    """Write the lists of the edition called *title* into *folder*, unless they are there of the very same *records*."""
    old = cache.read(folder / cache.INDEX)
    about = digests.digest_of([digests.tool(), title, up, offered, [(record.facts, record.outputs) for record in records]])
    record = cache.Record(key, "", about, html.DocumentFacts("index", title), old.outputs if old else {})
    is_there = bool(old and old.links == about and cache.intact(old, folder))
    _write(folder, {} if is_there else _lists(folder, title, records, up, offered), record)


def _lists(
    folder: Path, title: str, records: list[cache.Record], up: html.Link | None, offered: tuple[html.Offered, ...]
) -> dict[str, bytes]:
    """Return the lists of an edition by file name: its page, and its interventions."""
    ordered = makers.ordered(record.facts for record in records)
    kept = {record.facts.name: record.outputs for record in records}
    paths = [folder / f"{one.name}.{makers.JSON}" for one in ordered if f"{one.name}.{makers.JSON}" in kept[one.name]]
    documents = [read.document(path.read_bytes()) for path in paths if path.exists()]
    made = {makers.CSV: tables.as_csv(documents), makers.JSON: tables.edition_json(title, documents)}
    downloads = tuple(html.Download(makers.LABELS[name], html.address(name), len(data)) for name, data in made.items())
    summed = html.Summed(sums.sums(documents), sums.words(documents), downloads)
    names = html.names_index(title, ordered, html.Link(html.address(PAGE), title)).encode() if any(one.names for one in ordered) else b""
    index = html.edition_index(title, ordered, up, summed, offered, html.address(makers.NAMES) if names else "").encode()
    return {PAGE: index, **({makers.NAMES: names} if names else {}), **made}


def _earlier(folder: Path) -> html.EditionFacts | None:
    """Return what the list of all says of an edition that is broken now and was built into *folder* before; else None."""
    own = cache.read(folder / cache.INDEX)
    paths = sorted(folder.glob(f".*{cache.SUFFIX}"))
    records = [record for path in paths if path.name != cache.INDEX and (record := cache.read(path))]
    return html.edition_facts(folder.name, own.facts.title, [record.facts for record in records]) if own else None


def _write(folder: Path, contents: Mapping[str, bytes], record: cache.Record) -> None:
    """Write lists and their record, unless they are there as they should be."""
    outputs = {name: digests.sha256(data) for name, data in contents.items()}
    written = cache.write(replace(record, outputs=outputs or record.outputs))
    path = folder / cache.INDEX
    if not all(cache.is_ours(folder / name, value) for name, value in outputs.items()) or not cache.is_ours(path, digests.sha256(written)):
        files.write_all({**{folder / name: data for name, data in contents.items()}, path: written})
