"""The records of interventions: one row for each, their sums, the words of each speaker."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """
    One intervention; an empty value is one that nobody states.

    *line* and *column* (from 1, in code points) are those of the transcript, *printed* its characters there in one line,
    *words* the same without marks and *count* how many these are. *act* is what was done (``withheld``, ``supplied``), *class_*
    what the bracket means and *meaning* that in plain words. *id*, *paragraph* and *turn* are ids of the TEI, *page* the number
    of the last page break. *who* are the pointers of the turn, *speaker* the names they lead to, *label* the label as printed.
    *amount* is counted in *unit* and is *bound*: ``exactly``, ``at most``, ``at least``; *things* say what kind of thing it is,
    *codes* under which it is exempt from release. *by* and *certainty* are the editor's, *doubt* and *evidence* the encoding's.
    """

    document: str
    line: int
    column: int
    act: str
    class_: str
    meaning: str
    printed: str
    words: str
    count: int
    speaker: str
    label: str
    who: str
    turn: str
    paragraph: str
    page: str
    id: str
    amount: float | None
    bound: str
    unit: str
    things: tuple[str, ...]
    codes: tuple[str, ...]
    reason: str
    by: tuple[str, ...]
    source: tuple[str, ...]
    certainty: str
    doubt: str
    evidence: str
    decided: tuple[str, ...]
    element: str

    @property
    def link(self) -> str:
        """The address of its paragraph on the reading page, relative to the edition's folder."""
        place = self.id or self.paragraph
        return f"{self.document}.html" + (f"#{place}" if place else "")


@dataclass(frozen=True, slots=True)
class Amount:
    """The sum of what is stated in one *unit*, ``exactly``, ``at most`` or ``at least``, by so many *interventions*."""

    unit: str
    bound: str
    amount: float
    interventions: int


@dataclass(frozen=True, slots=True)
class Named:
    """How many *interventions* are of the kind, or under the code, that is called *name*."""

    name: str
    interventions: int


@dataclass(frozen=True, slots=True)
class Sum:
    """
    The interventions of one class: how many, their *words*, the *amounts* they state, and how many state none.

    *things* and *codes* count what kinds of thing they are, and the codes under which these are exempt from release.
    *order* is the place of the *act* among all acts: what was withheld stands first.
    """

    order: int
    act: str
    class_: str
    meaning: str
    interventions: int
    words: int
    unmeasured: int
    amounts: tuple[Amount, ...] = ()
    things: tuple[Named, ...] = ()
    codes: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """
    How many words there are.

    They are those of the *text* itself, those *supplied* to it, speakers' *labels*, words in brackets of which nobody knows what
    they mean (*undecided*), and *remarks* about the text: descriptions, notes, labels of topics.
    """

    text: int = 0
    supplied: int = 0
    labels: int = 0
    undecided: int = 0
    remarks: int = 0

    def __add__(self, other: Words) -> Words:
        """Return the sums of both."""
        return Words(
            self.text + other.text, self.supplied + other.supplied, self.labels + other.labels,
            self.undecided + other.undecided, self.remarks + other.remarks,
        )


@dataclass(frozen=True, slots=True)
class SpeakerSum:
    """What somebody says in a document: the *labels* as printed, *turns*, and words as in `Words`."""

    who: str
    speaker: str
    labels: tuple[str, ...]
    turns: int
    text: int
    supplied: int
    undecided: int
    remarks: int


@dataclass(frozen=True, slots=True)
class Interventions:
    """The interventions of one document, called *document*, with their sums."""

    document: str
    title: str
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    speakers: tuple[SpeakerSum, ...]
    words: Words
