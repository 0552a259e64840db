"""House conventions as data: a profile is a TOML file here, or beside an edition's ``edition.toml``."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from tei_edition.errors import SettingsError
from tei_edition.model import Finding

FOLDER = Path(__file__).parent
DEFAULT = "nsarchive"
CHOICES = {"conjecture": ("unclear", "supplied"), "dots": ("omission", "lost")}


@dataclass(frozen=True, slots=True)
class Profile:
    """
    What a house's brackets mean where the wording does not say.

    *conjecture* is the element of ``[x?]``, *dots* what dots alone mean.
    """

    name: str = DEFAULT
    description: str = ""
    conjecture: str = "unclear"
    dots: str = "omission"


def load(name: str, folder: Path | None = None) -> Profile:
    """
    Return the profile *name*: of an edition's *folder* if it has one, else of this tool.

    Raises `SettingsError` where there is none, or it says what no profile can say.
    """
    for place in (folder, FOLDER):
        path = place / f"{name}.toml" if place else None
        if path and path.is_file():
            return _read(path)
    near = difflib.get_close_matches(name, names(), 1)
    advice = f"Did you mean {near[0]!r}?" if near else f"The profiles are {', '.join(names())}."
    raise SettingsError.at(Finding(name, "profile", f"there is no profile {name!r}.", advice))


def names() -> tuple[str, ...]:
    """Return the names of the tool's own profiles, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def _read(path: Path) -> Profile:
    """Return the profile in *path*, read strictly, on top of the one it extends."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        advice = "Correct it by the profile nsarchive."
        raise SettingsError.at(Finding(str(path), "profile", f"cannot be read ({error}).", advice)) from error
    base = load(values.pop("extends"), None) if "extends" in values else Profile()
    known = {field.name for field in fields(Profile)} - {"name"}
    for key, value in values.items():
        if key not in known or not isinstance(value, str) or value not in CHOICES.get(key, (value,)):
            allowed = f"{key} is one of {', '.join(CHOICES[key])}." if key in CHOICES else f"The keys are {', '.join(sorted(known))}."
            raise SettingsError.at(Finding(str(path), "profile", f"{key} = {value!r} is not understood.", allowed))
    inherited = {field: getattr(base, field) for field in known}
    return Profile(**{"name": path.stem, **inherited, **values})
