"""House conventions as data: a profile is a TOML file here, or beside an edition's ``edition.toml``."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.errors import SettingsError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
DEFAULT = "nsarchive"
CHOICES = {
    "conjecture": ("unclear", "supplied"),
    "doubt": ("mark", "word"),
    "dots": ("omission", "lost", "ellipsis"),
    "plain": ("subaudible", "omitted", "lost", "conjecture", "surplus"),
    "italics": ("nothing", "correction", "note"),
    "italic_mark": ("", "_"),
    "doubled": ("same", "date-place", "correction", "description"),
    "braces": ("text", "surplus", "unclear"),
    "small": ("subaudible", "omitted"),
    "sentence": ("note", "original"),
    "apart": ("note", "event"),
    "wide": ("text", "brackets"),
    "escape": ("", "\\"),
    "reported": ("text", "said"),
    "lines": ("keep", "join"),
}
"""The values that each key may have."""


@dataclass(frozen=True, slots=True)
class Profile:
    """
    What a house's brackets mean where the wording does not say.

    *description* is a sentence for people. *conjecture* is the element of ``[x?]``; *doubt* what is in doubt where ``[?]`` stands after a
    word: the mark alone says that something is, or the word before it is; *dots* what dots alone mean (text left out, a
    letter lost for each, or the source's own ellipsis); *plain* what words in plain brackets are where nothing else is known;
    *italics* what it means that a bracket is italic; *italic_mark* how the transcript writes italics (``_so_``), empty where it
    has none; *doubled* what ``[[x]]`` is; *braces* what ``{x}`` is, ``text`` where braces are ordinary characters; *small*
    what small words that only join others are: put in for the sense, as in a translation, or dropped by the writer; *sentence* what
    a sentence is that stands in brackets by itself: a remark of the editor's, or the document's own matter; *apart* what a few words
    are that stand apart from the text, of which no wording says what they are: a remark or a heading, or what happened; *wide*
    whether full-width brackets (U+FF3B, U+FF3D) are brackets or ordinary characters; *escape* the character that makes a bracket
    after it an ordinary one; *lines* whether the lines of a hard-wrapped paragraph stay lines, or are joined by blanks (the TEI
    keeps their ends as instructions); *reported* what "Mr. X said that ..." is: ordinary text, or `said` with whom it is reported
    of; *units* the house's own words for units of text, with the TEI unit of each.
    """

    name: str = DEFAULT
    description: str = ""
    conjecture: str = "unclear"
    doubt: str = "mark"
    dots: str = "omission"
    plain: str = "subaudible"
    italics: str = "nothing"
    italic_mark: str = ""
    doubled: str = "same"
    braces: str = "text"
    small: str = "subaudible"
    sentence: str = "note"
    apart: str = "note"
    wide: str = "text"
    escape: str = "\\"
    reported: str = "text"
    lines: str = "keep"
    units: Mapping[str, str] = field(default_factory=dict)


def load(name: str, folder: Path | None = None) -> Profile:
    """
    Return the profile *name*: of an edition's *folder* if it has one, else of this tool.

    Raises `SettingsError` where there is none, or it says what no profile can say.
    """
    return _load(name, folder, ())


def _load(name: str, folder: Path | None, seen: tuple[str, ...]) -> Profile:
    """Return the profile *name*, which those in *seen* extend."""
    for place in (folder, FOLDER):
        path = place / f"{name}.toml" if place else None
        if path and path.is_file() and str(path) not in seen:
            return _read(path, folder, (*seen, str(path)))
    near = difflib.get_close_matches(name, names(), 1)
    advice = f"Did you mean {near[0]!r}?" if near and name not in near else f"The profiles are {', '.join(names())}."
    raise SettingsError.at(Finding(name, "profile", f"there is no profile {name!r}.", advice))


def names() -> tuple[str, ...]:
    """Return the names of the tool's own profiles, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def _read(path: Path, folder: Path | None, seen: tuple[str, ...]) -> Profile:
    """Return the profile in *path*, read strictly, on top of the one it extends."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        advice = "Correct it by the profile nsarchive."
        raise SettingsError.at(Finding(str(path), "profile", f"cannot be read ({error}).", advice)) from error
    base = _load(str(values.pop("extends")), folder, seen) if "extends" in values else Profile()
    known = {field.name for field in fields(Profile)} - {"name"}
    for key, value in values.items():
        if not _understood(key, value, known):
            allowed = (
                f"{key} is one of {', '.join(map(repr, CHOICES[key]))}." if key in CHOICES else f"The keys are {', '.join(sorted(known))}."
            )
            raise SettingsError.at(Finding(str(path), "profile", f"{key} = {value!r} is not understood.", allowed))
    inherited = {name: getattr(base, name) for name in known}
    return Profile(**{"name": path.stem, **inherited, **values})


def _understood(key: str, value: object, known: set[str]) -> bool:
    """Tell whether a profile may say *value* of *key*."""
    if key == "units":
        return isinstance(value, dict) and all(isinstance(unit, str) for unit in value.values())
    return key in known and isinstance(value, str) and value in CHOICES.get(key, (value,))
