"""What a build is to make: which editions there are, their transcripts, and what each document is called."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition import edition as editions
from tei_edition.errors import EditionError, UsageError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tei_edition.edition import Edition

CODE = "build"
SHARED = "authorities"
"""The folder among the editions that serves them all and is none."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An edition to build: its settings, the folder it is built in, and its transcripts by the names of the documents."""

    edition: Edition
    folder: Path
    transcripts: dict[str, Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """All editions to build, what was found wrong while looking, and whether they are all that *out* is to hold."""

    out: Path
    editions: tuple[Planned, ...]
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    whole: bool = True


def plan(folder: Path, out: Path) -> Plan:
    """
    Return what to build of *folder*, which holds editions or is one, into *out*.

    An edition whose settings are broken is among the findings, and the others are planned. Raises `UsageError` where
    there is no such folder, no edition in it, or *out* lies where the editions are.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder; name the folder that holds the editions")
    lone = editions.is_meant(folder)
    folders = [folder] if lone else list(_folders(folder))
    _check_apart(folder, folders, out)
    if not folders:
        raise UsageError(f"{folder}: there is no edition in this folder; make one with: tei-edition new {folder}/NAME")
    found: list[Planned] = []
    broken: list[str] = []
    findings: list[Finding] = []
    for one in folders:
        name = one.resolve().name
        try:
            planned, faults = _edition(one, out / name)
            found.append(planned)
            findings.extend(faults)
        except EditionError as error:
            broken.append(name)
            findings.extend(error.findings)
    return Plan(out, tuple(found), tuple(broken), tuple(findings), whole=not lone)


def _folders(folder: Path) -> Iterable[Path]:
    """Yield the folders in *folder* that are editions, or ought to be."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith(".") and path.name != SHARED:
            yield path


def _check_apart(folder: Path, folders: list[Path], out: Path) -> None:
    """Refuse an output folder that would mix what is made with what is given."""
    place, given = out.resolve(), folder.resolve()
    targets = {place / one.resolve().name for one in folders}
    if place == given or given in place.parents or targets & {one.resolve() for one in folders}:
        raise UsageError(f"{out}: this is where the editions themselves are; build into another folder with -o")


def _edition(folder: Path, target: Path) -> tuple[Planned, list[Finding]]:
    """Return the edition in *folder* as planned, and what is wrong with its transcripts."""
    edition = editions.load(folder)
    transcripts = editions.transcripts(folder)
    faults = [_unread(path) for path in editions.given(folder) if path not in transcripts]
    faults += [_orphan(path) for path in editions.orphans(folder)]
    if not transcripts:
        advice = f"Put transcripts ({' '.join(sorted(editions.readable()))}) into {folder / editions.SOURCE}."
        faults.append(Finding(str(folder), CODE, "this edition has no transcript.", advice))
    return Planned(edition, target, editions.names(transcripts)), faults


def _orphan(path: Path) -> Finding:
    """Return the finding for a ledger of ids that is of no transcript."""
    advice = "Name it as the transcript is named now, so that its ids stay, or delete it if nobody cites them."
    return Finding(str(path), CODE, "the transcript whose ids are kept here is there no more.", advice, severity="warning")


def _unread(path: Path) -> Finding:
    """Return the finding for a file that no reader knows."""
    advice = f"Transcripts that are read end in {', '.join(sorted(editions.readable()))}."
    return Finding(str(path), CODE, "this file is not read.", advice, severity="warning")
