"""The golden families: each transcript in ``golden/``, and that of the model edition, with its TEI and its reading page."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tei_edition import convert, serialize
from tei_edition.decisions import reading
from tei_edition.edition import Edition, load
from tei_edition.encode import Encoded
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
MODEL = ROOT / "editions" / "politburo-notes"
SEED = MODEL / "source" / "1986-11-13.txt"


@dataclass(frozen=True)
class Family:
    """A transcript and what is made of it; its settings stand in ``<name>.toml``, under the names of `Edition`.

    What persons decided of it stands in ``<name>.decisions.toml``, its authority file is ``<name>.authorities.xml``."""

    transcript: Path

    @property
    def name(self) -> str:
        return self.transcript.stem

    def golden(self, suffix: str) -> Path:
        return GOLDEN / f"{self.name}{suffix}"

    @property
    def edition(self) -> Edition:
        if self.transcript == SEED:
            return load(MODEL)
        settings = self.golden(".toml")
        values = tomllib.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {}
        decided = self.golden(".decisions.toml")
        decisions = reading.read(decided, [self.transcript.name]) if decided.exists() else ()
        told = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
        return Edition(**told, decisions=decisions, folder=_folder(self.golden(".authorities.xml")))


@cache
def _folder(lists: Path) -> Path | None:
    """Return the folder of an edition that has the authority file *lists*; None where there is no such file."""
    if not lists.exists():
        return None
    folder = Path(tempfile.mkdtemp(prefix="tei-edition-golden-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "authorities").mkdir()
    (folder / "authorities" / "lists.xml").write_bytes(lists.read_bytes())
    return folder


FAMILIES = tuple(Family(path) for path in (SEED, *sorted(GOLDEN.glob("*.txt"))))


@cache
def encoded(family: Family) -> Encoded:
    """Return what is made of *family* now."""
    return convert([family.transcript], family.edition)[0]


@cache
def tei(family: Family) -> bytes:
    """Return the TEI file that is made of *family* now."""
    return serialize(encoded(family).tree)
