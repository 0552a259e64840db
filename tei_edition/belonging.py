"""Which edition a transcript belongs to: the one it stands in, the one that is named, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.edition import FILE, SOURCE, Edition, load, lone, profiles, readable
from tei_edition.edition_fields import EDITION_FIELDS
from tei_edition.errors import UsageError
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


EXPORTED = ".exports.json"
"""The record in a folder into which `build` exported: what is in it is for other programs, and TEI only by chance."""


def edition_of(
    transcripts: Sequence[Path],
    folder: Path | None = None,
    *,
    profile: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> Edition:
    """
    Return the edition of *transcripts*: that in *folder*, else that in whose ``source/`` they stand, else a lone one.

    *profile*, *language* and *encoding* speak of a lone transcript and make it one. Raises `UsageError` where they are
    given with a folder, or the transcripts are of several editions.
    """
    alone = {"profile": profile, "language": language, "encoding": encoding}
    told = {name: value for name, value in alone.items() if value}
    if folder and told:
        raise UsageError(f"--{next(iter(told))} is for a lone transcript; an edition says it in {FILE}")
    homes = {path.resolve().parent.parent for path in transcripts if _is_in_edition(path)}
    apart = sum(not _is_in_edition(path) for path in transcripts)
    if folder or (homes and not told):
        if not folder and len(homes) + bool(apart) > 1:
            raise UsageError("these transcripts are of several editions; give those of one at a time")
        return load(folder or _home(transcripts[0]))
    return lone(**{name: _told(name, value) for name, value in told.items()})


def is_transcript(path: Path) -> bool:
    """Tell whether *path* is a transcript of an edition: in its ``source/``, in a form that can be read."""
    return path.suffix.lower() in readable() and _is_in_edition(path)


def exported(folder: Path) -> frozenset[Path]:
    """Return the folders in *folder*, at any depth, into which `build` exported."""
    return frozenset(record.parent for record in folder.rglob(EXPORTED))


def _is_in_edition(path: Path) -> bool:
    """Tell whether *path* is in the ``source/`` of an edition."""
    return path.resolve().parent.name == SOURCE and (_home(path) / FILE).is_file()


def _home(path: Path) -> Path:
    """Return the folder of the edition in whose ``source/`` *path* is, as the path itself puts it."""
    return path.parent.parent if path.parent.name == SOURCE else path.resolve().parent.parent


def _told(name: str, value: str) -> str:
    """Return what an option says of a lone transcript, checked as in `FILE`."""
    kind = next(field.kind for field in EDITION_FIELDS if field.key == name)
    try:
        checked = str(kind.read(value))
    except ValueError as error:
        raise UsageError(f"--{name} {error}") from None
    if name == "profile" and value not in profiles():
        raise UsageError(f'there is no profile "{value}". {suggestion(value, profiles())}')
    return checked
