"""What a report says: speakers, labels refused, people not resolved, what is missing, doubts, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.intervening.model import SpeakerSum, Words
    from tei_edition.model import Cert, Finding, Position


@dataclass(frozen=True, slots=True)
class Open:
    """
    What waits for a person at *place*: a label that was refused, or somebody who is not resolved.

    *code* says which kind it is, *quote* the words there, *why* the reasons; *command* would settle it, where one would.
    """

    place: Position | None
    code: str
    quote: str
    why: str
    command: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """
    A choice of which the tool is not sure: at *place* it takes *quote* as *class_*, for the reason *why*.

    *rival* is the class that comes next, empty where no other rule reads it. *confirm* is the command that says that the tool is
    right, *instead* the one that says the rival is; empty where a command cannot say it. *times* is how often the same words are so
    taken for the same reason, where *place* is the first of several.
    """

    place: Position
    quote: str
    kind: str
    class_: str
    meaning: str
    cert: Cert
    why: str
    rival: str = ""
    confirm: str = ""
    instead: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Settled:
    """
    What a person decided: at *place*, *quote* is *class_* and not what it *was* for the rules; by *resp*, on *when*, and *why*.

    *about* says that it is not about what the words are but about ``who`` or ``ref``; empty where it is about what they are.
    """

    place: Position
    quote: str
    class_: str
    about: str
    was: str
    resp: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Missing:
    """*What* the header does not state, and what to *write* into ``edition.toml`` if it is known."""

    what: str
    write: str


@dataclass(frozen=True, slots=True)
class Report:
    """
    What is to be said of one document, whose transcript is called *file*.

    *speakers* are those found, with turns and words, *words* those of the whole text; *refused* are labels that were not taken,
    *unresolved* people, *missing* what the header lacks, *doubts* the uncertain choices, worst first, *decided* what a person
    settled, *findings* what else to look at, *found* how many spans there are of each kind.
    """

    file: str
    title: str
    speakers: tuple[SpeakerSum, ...]
    words: Words
    refused: tuple[Open, ...]
    unresolved: tuple[Open, ...]
    missing: tuple[Missing, ...]
    doubts: tuple[Doubt, ...]
    decided: tuple[Settled, ...]
    findings: tuple[Finding, ...]
    found: tuple[tuple[str, int], ...]

    def at(self, place: Position | None) -> str:
        """Return a place of the transcript as a command takes it."""
        return f"{self.file}:{place}" if place else self.file
