"""
What an edition offers for other platforms: the exports that ``edition.toml`` names, each one file, made anew where it is out of date.

They stand in ``<edition>/exports/<platform>/``: the one file that a platform takes, or a zip of all of them. A record beside them keeps of
what each was made. Of an edition of which a document could not be made they stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import digests, exports, files, timestamps
from tei_edition.belonging import EXPORTED
from tei_edition.building import cache, zipped
from tei_edition.building.document import told
from tei_edition.edition import FILE, given
from tei_edition.exports._known.documents import documents
from tei_edition.outputs import html

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tei_edition.building.parts import Part
    from tei_edition.edition import Edition
    from tei_edition.model import Finding

FOLDER = "exports"


@dataclass(frozen=True, slots=True)
class Made:
    """An export: the digest of all that went into it, the *file* relative to the edition's folder, its digest and its size in bytes."""

    key: str
    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Offers:
    """What an edition *offered*, in the order of its settings, and what was found."""

    offered: tuple[html.Offered, ...] = ()
    findings: tuple[Finding, ...] = ()


def offers(part: Part, failed: Collection[str]) -> Offers:
    """Make the exports of the edition of *part* that are out of date, unless one of its documents *failed*, and return all of them."""
    folder, edition = part.planned.folder, part.planned.edition
    old = _read(folder / FOLDER / EXPORTED)
    if not edition.exports and not old:
        return Offers()
    if any(f"{folder.name}/{name}" in failed for name in part.planned.transcripts):
        there = {name: old[name] for name in edition.exports if name in old and _is_there(folder, old[name])}
        return Offers(_offered(there))
    now: dict[str, Made] = {}
    findings: list[Finding] = []
    for platform in dict.fromkeys(edition.exports):
        try:
            if made := _current(part, platform, old.get(platform)):
                now[platform] = made
        except Exception as error:  # noqa: BLE001 - whatever stops one export, the others are made
            findings += told(error, str((edition.folder or folder) / FILE))
    _keep(folder, old, now)
    return Offers(_offered(now), tuple(findings))


def _current(part: Part, platform: str, old: Made | None) -> Made | None:
    """Return the export for *platform*: the *old* one where it is up to date, else a new one; None where there is nothing in it."""
    folder, edition = part.planned.folder, part.planned.edition
    key = _key(part, platform)
    if old and old.key == key and _is_there(folder, old):
        return old
    paths = [folder / f"{name}.xml" for name in part.planned.transcripts]
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder / FOLDER, prefix=".") as name:
        place = Path(name)
        pieces = exports.platforms()[platform].files(documents(paths), edition)
        made = files.write_pieces((place / "all" / file, piece) for file, piece in pieces)
        if not made:
            return None
        whole = made[0] if len(made) == 1 else zipped.zipped(place, f"{folder.name}-{platform}", made, timestamps.timestamp(edition))
        target = folder / FOLDER / platform / whole.name
        target.parent.mkdir(exist_ok=True)
        size, digest = whole.stat().st_size, _sha256(whole)
        whole.replace(target)
    return Made(key, target.relative_to(folder).as_posix(), digest, size)


def _key(part: Part, platform: str) -> str:
    """Return the digest of all that goes into the export for *platform*: the documents as built, the edition, its own files."""
    edition, folder = part.planned.edition, part.planned.folder
    records = [cache.read(folder / cache.name(name)) for name in part.planned.transcripts]
    settings = edition.export_settings.get(platform, {})
    return digests.digest(
        platform, cache.surroundings(edition), cache.settings(edition), cache.lists(edition), digests.digest_of(settings),
        digests.digest_of([record.outputs for record in records if record]), *_own_files(edition, settings),
    )


def _own_files(edition: Edition, settings: Mapping[str, str]) -> list[bytes | str]:
    """Return the files of *edition* that an export may take besides what was built: in its ``source/``, and those its *settings* name."""
    assert edition.folder, "only an edition with a folder is built"
    named = [path for value in settings.values() for path in (edition.folder / value, Path(value)) if path.is_file()]
    return [part for path in (*given(edition.folder), *named) for part in (path.name, _sha256(path))]


def _keep(folder: Path, old: Mapping[str, Made], now: Mapping[str, Made]) -> None:
    """Write the record of what is there *now*, and take away what was made before and is not offered any more."""
    kept = {made.file for made in now.values()}
    for made in old.values():
        if made.file not in kept and _is_there(folder, made):
            (folder / made.file).unlink()
    if dict(old) != dict(now):
        data = {name: asdict(made) for name, made in sorted(now.items())}
        files.write(folder / FOLDER / EXPORTED, json.dumps(data, indent=1, sort_keys=True) + "\n")


def _read(path: Path) -> dict[str, Made]:
    """Return what the record at *path* says was made; nothing where there is none or it is broken."""
    try:
        data = json.loads(path.read_bytes())
        return {str(name): Made(str(one["key"]), str(one["file"]), str(one["sha256"]), int(one["size"])) for name, one in data.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _offered(made: Mapping[str, Made]) -> tuple[html.Offered, ...]:
    """Return what is *made*, as the page of the edition lists it."""
    known = exports.platforms() if made else {}
    return tuple(html.Offered(known[name].TITLE, known[name].FOR, html.address(one.file), one.size) for name, one in made.items())


def _is_there(folder: Path, made: Made) -> bool:
    """Tell whether the file of an export is there as it was made."""
    return (folder / made.file).is_file() and _sha256(folder / made.file) == made.sha256


def _sha256(path: Path) -> str:
    """Return the SHA-256 of the file at *path*, however large it is."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        for piece in iter(partial(file.read, 1 << 20), b""):
            whole.update(piece)
    return whole.hexdigest()
