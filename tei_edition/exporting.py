"""Exports: what a platform takes, made from TEI files alone, one document after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import check, exports, files, xml
from tei_edition.edition import FILE, Edition, load, lone
from tei_edition.errors import UsageError
from tei_edition.exports._document import Document
from tei_edition.exports._names import Names
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


def export(platform: str, paths: Sequence[Path], output: Path, edition: Edition | None = None) -> tuple[Path, ...]:
    """
    Write what *platform* takes of the TEI files that *paths* name into the folder *output*; return the files, sorted.

    *paths* are files and folders of them. *edition* says what the files do not; without it, the settings are those of the first
    of *paths* that is the folder of an edition, if one is. All files are written, or none. A whole edition takes no more memory
    than its greatest document.

    Raises `UsageError` for an unknown platform or a path that is not there, `MarkupError` for a file that is no TEI,
    `SettingsError` where the platform asks for what the edition does not state.
    """
    known = exports.platforms()
    if platform not in known:
        raise UsageError(f"there is no export {platform}. {suggestion(platform, known)}")
    found = [path for path in check.files(paths) if path.suffix.lower() == ".xml" or path in paths]
    if not found:
        raise UsageError(f"{paths[0]}: there is no TEI file; make them with: tei-edition build")
    made = known[platform].files(_documents(found), edition or edition_among(paths))
    return files.write_pieces((output / name, piece) for name, piece in made)


def edition_among(paths: Iterable[Path]) -> Edition:
    """Return the edition whose folder is the first of *paths* that is one; a lone one of which nothing is known where none is."""
    return next((load(path) for path in paths if (path / FILE).is_file()), None) or lone()


def described() -> str:
    """Return a list of the platforms: what each makes, for whom, and by what it is checked."""
    return "\n".join(
        f"{name}\n  {module.TITLE}\n  for: {module.FOR}\n  checked by: {module.CHECKED}"
        for name, module in exports.platforms().items()
    )


def _documents(paths: Iterable[Path]) -> Iterator[Document]:
    """Give the documents in the files at *paths*, each read when it is asked for; no two have one name."""
    names = Names()
    for path in paths:
        yield Document(names.of_file(path), xml.parse(path))
