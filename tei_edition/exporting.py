"""Exports: what a platform takes, made from TEI files alone, one document after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import exports, files
from tei_edition.edition import Edition, lone
from tei_edition.errors import UsageError
from tei_edition.exports._known import found, replaced
from tei_edition.exports._known.documents import documents
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

BUILT = Path("build")
"""The folder into which `build` writes if none is named."""


def export(
    platform: str,
    paths: Sequence[Path],
    output: Path,
    edition: Edition | None = None,
    settings: Mapping[str, str] | None = None,
    built: Path = BUILT,
    *,
    force: bool = False,
) -> tuple[Path, ...]:
    """
    Write what *platform* takes of the TEI files that *paths* name into the folder *output*; return the files, sorted.

    *paths* are files, folders of them, and folders of editions, of which is taken what `build` made into the folder *built*. *edition*
    says what the files do not; without it, it is the first that *paths* belong to, if there is one. *settings* are the platform's, and
    come before those of the edition. With *force* files that are there are replaced, whoever made them.
    All files are written, or none. A whole edition takes no more memory than its greatest document.

    Raises `UsageError` for an unknown platform or setting, for a path that is not there and for a folder that must have nothing else
    in it and has, or has files that are not of the same export, `MarkupError` for a file that is no TEI,
    `SettingsError` where the platform asks for what the edition does not state.
    """
    known = exports.platforms()
    if platform not in known:
        raise UsageError(f"there is no export {platform}. {suggestion(platform, known)}")
    replaced.refuse(output)
    whose = _told(edition or edition_among(paths), platform, settings or {})
    made = known[platform].files(documents(found.files(paths, built), paths), whose)
    pieces = ((output / name, piece) for name, piece in made)
    if getattr(known[platform], "WHOLE", False):
        return files.write_pieces(_alone(pieces, output))
    return files.write_pieces(pieces if force else replaced.kept(pieces, output))


def _alone(pieces: Iterable[tuple[Path, bytes]], output: Path) -> Iterator[tuple[Path, bytes]]:
    """Give *pieces*. Raises `UsageError` at the end where *output* had a file that is none of theirs, so that nothing is written."""
    there = {path for path in output.rglob("*") if not path.is_dir()} if output.is_dir() else set()
    for path, piece in pieces:
        there.discard(path)
        yield path, piece
    if there:
        advice = "Choose a new folder with -o, or take away what is in it."
        raise UsageError(f"{min(there)}: this file was in the folder before and is no part of what is written. {advice}")


def edition_among(paths: Iterable[Path]) -> Edition:
    """Return the first edition that *paths* are the folders of, or were built from; a lone one of which nothing is known where none is."""
    return next((edition for path in paths if (edition := found.edition_of(path))), None) or lone()


def _told(edition: Edition, platform: str, settings: Mapping[str, str]) -> Edition:
    """Return *edition* with *settings* of *platform* before its own. Raises `UsageError` for one that the platform does not have."""
    known = {field.key: field for field in exports.settings(platform)}
    read = {}
    for key, value in settings.items():
        if key not in known:
            advice = suggestion(key, known) if known else "It has none."
            raise UsageError(f'the export {platform} has no setting "{key}". {advice}')
        try:
            read[key] = known[key].kind.read(value)
        except ValueError as error:
            raise UsageError(f"{key} {error}") from None
    own = {**edition.export_settings.get(platform, {}), **read}
    return replace(edition, export_settings={**edition.export_settings, platform: own})


def described() -> str:
    """Return a list of the platforms: what each makes, for whom, and by what it is checked."""
    known = exports.platforms()
    width = max(map(len, known)) + 2
    blank = " " * width
    return "\n".join(
        f"{name:{width}}{module.TITLE}\n{blank}for {module.FOR}; checked by: {module.CHECKED}" for name, module in known.items()
    )
