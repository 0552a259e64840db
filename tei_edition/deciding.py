"""
Deciding: what a person decides of one place of a transcript, tried and shown, and written into ``decisions.toml``.

Nothing is written that could not be replayed: the document is annotated, encoded and checked with the decision first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from tei_edition import check, files, ingest, toml
from tei_edition import edition as editions
from tei_edition.annotation import Annotation, Whole, one, together
from tei_edition.decisions import FILE, Decision, reading, writing
from tei_edition.decisions.anchors import Flat, flat
from tei_edition.decisions.nearest import LOST
from tei_edition.decisions.replay import STOPS
from tei_edition.decisions.spotting import Target, Where, anchor, spot, targets
from tei_edition.encode import encode, ledger, serialize
from tei_edition.encode.fragment import shown
from tei_edition.errors import EditionError, UsageError
from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tei_edition.decisions.decision import Subject
    from tei_edition.edition import Edition
    from tei_edition.model import Finding, Source, Span

SUBJECTS: Mapping[str, tuple[Subject, ...]] = {
    "as": ("bracket",), "bracket": ("bracket",), "speaker": ("label",), "who": ("label",), "name": ("name",), "ref": ("name",),
    "date": ("date",),
}
"""What kind of thing each key speaks of."""

EVERY: tuple[Subject, ...] = ("bracket", "label", "name", "date")


@dataclass(frozen=True, slots=True)
class Desk:
    """A transcript among the documents of its *edition*: as read, and what all of them show."""

    transcript: Path
    edition: Edition
    source: Source
    whole: Whole

    @property
    def path(self) -> Path:
        """The file of the edition's decisions."""
        assert self.edition.folder, "a lone transcript has no decisions"
        return self.edition.folder / FILE

    def annotated(self, decisions: Sequence[Decision]) -> Annotation:
        """Return the transcript as rules and *decisions* read it."""
        return one(self.source, self.whole, replace(self.edition, decisions=tuple(decisions)))


@dataclass(frozen=True, slots=True)
class Look:
    """
    What stands at a place: the *target*, what the rules say of it (None: nothing), and the number of the decision on it, from 0.

    *spans* are those of the whole document, with all other decisions.
    """

    desk: Desk
    target: Target
    rules: Span | None
    number: int | None
    spans: tuple[Span, ...]

    def __str__(self) -> str:
        """Return it in words: place, what is printed, and what the tool thinks and why."""
        source, (start, end) = self.desk.source, self.target.place
        printed = flat(source.text[start:end])
        said = "no rule says anything of it."
        if self.rules:
            said = f"{self.rules.class_}, by the rule {self.rules.rule} ({self.rules.cert}). {self.rules.evidence}"
        return f"{source.name}:{source.position(start)}: {printed}: {said}"


@dataclass(frozen=True, slots=True)
class Decided:
    """
    A decision that was tried: what it says, the file it belongs into, and that file's new *content*.

    *look* is what stood there; *before* and *after* are the TEI without and with it. *others* are errors of other decisions.
    """

    decision: Decision
    path: Path
    content: str
    look: Look
    before: str
    after: str
    others: tuple[Finding, ...] = ()

    def write(self) -> None:
        """Write the file, in one step."""
        files.write(self.path, self.content)


def look(transcript: Path, edition: Edition, where: Where, said: Mapping[str, Any] | None = None) -> Look:
    """
    Return what stands at *where* in *transcript*, a document of *edition*, and what the rules say of it.

    *said* is what is to be decided, which tells what kind of thing is meant. Raises `EditionError` with the places to choose from
    where there is nothing, or several things; `UsageError` where the transcript is in no edition.
    """
    desk = _desk(transcript, edition)
    kinds = next((SUBJECTS[key] for key in SUBJECTS if key in (said or {})), EVERY)
    every = bool((said or {}).get("every"))
    annotation = desk.annotated(edition.decisions)
    target = spot(desk.source, annotation.spans, where, kinds, every=every)
    number = _number(desk, target, every=every)
    number = _lost(desk, target, annotation) if number is None else number
    others = [decision for at, decision in enumerate(edition.decisions) if at != number]
    spans = desk.annotated(others).spans
    rules = next((other.span for other in targets(desk.source, spans, target.subject) if other.place[0] == target.place[0]), None)
    return Look(desk, target, rules, number, spans)


def decide(transcript: Path, edition: Edition, where: Where, said: Mapping[str, Any], *, write: bool = True) -> Decided:
    """
    Decide what stands at *where* in *transcript*, a document of *edition*, and write it into ``decisions.toml``.

    *said* has the keys of ``decisions.toml`` but those that find the place. A decision on that place is replaced, and so is one that
    quotes the same and has lost its place. Raises
    `EditionError` where it cannot be carried out; then nothing is written, nor without *write*.
    """
    found = look(transcript, edition, where, said)
    desk, decision = found.desk, _decision(found, said)
    old = toml.read(desk.path).text if desk.path.is_file() else ""
    content = writing.added(old, decision) if found.number is None else writing.replaced(old, found.number, decision, str(desk.path))
    every = reading.of(toml.parse(content, str(desk.path)), [path.name for path in editions.transcripts(desk.path.parent)], edition.people)
    new = every[-1 if found.number is None else found.number]
    others, after = _tried(desk, every, new, found.target)
    before = shown(encode(desk.annotated(edition.decisions), edition, _ledger(desk)), found.target.place)
    made = Decided(new, desk.path, content, found, before, after, others)
    if write:
        made.write()
    return made


def withdraw(path: Path, edition: Edition, where: Where, *, write: bool = True) -> Decision:
    """
    Take a decision of *edition* out of its file, and return it.

    *path* is ``decisions.toml``, where the decision stands in the line that *where* names; or a transcript, in which *where* is what
    is decided. Raises `EditionError` where there is no such decision.
    """
    assert edition.folder, "a lone transcript has no decisions"
    file = edition.folder / FILE
    number = _in_file(edition, where) if path.name == FILE else _of_place(path, edition, where)
    if number is None:
        raise UsageError(f"{path}: nothing is decided there; tei-edition decide --list shows what is")
    content = writing.removed(toml.read(file).text, number, str(file))
    if write:
        files.write(file, content)
    return edition.decisions[number]


def _desk(transcript: Path, edition: Edition) -> Desk:
    """Return *transcript* with all that the documents of *edition* show."""
    if not transcript.is_file():
        raise UsageError(f"{transcript}: there is no such transcript; write TRANSCRIPT:LINE:COLUMN, or TRANSCRIPT and a quotation")
    if not edition.folder:
        raise UsageError(f"{transcript}: a decision belongs to an edition; make one with: tei-edition new NAME")
    paths = editions.transcripts(edition.folder)
    own = next((path for path in paths if path.resolve() == transcript.resolve()), None)
    if own is None:
        raise UsageError(f"{transcript}: is no transcript of the edition in {edition.folder}")
    sources = {path: ingest.read(path, edition.document(path.name).encoding or None) for path in paths}
    return Desk(transcript, edition, replace(sources[own], name=str(transcript)), together(sources.values(), edition))


def _number(desk: Desk, target: Target, *, every: bool) -> int | None:
    """Return the number of the decision on *target*, from 0; None where there is none."""
    text = Flat(desk.source)
    stops = STOPS if target.subject == "label" else ""
    quote = text.quoted(target.place).rstrip(stops)
    for number, decision in enumerate(desk.edition.decisions):
        same = decision.document == desk.transcript.name and decision.subject == target.subject and decision.every is every
        if same and flat(decision.quote).strip().rstrip(stops) == quote and text.holds(target.place, decision.before, decision.after):
            return number
    return None


def _lost(desk: Desk, target: Target, annotation: Annotation) -> int | None:
    """Return the number of the one decision that has lost its place and quotes what *target* is; None where there is none, or several."""
    places = {finding.start for finding in annotation.findings if finding.code == LOST}
    quote = Flat(desk.source).quoted(target.place)
    found = [
        number for number, decision in enumerate(desk.edition.decisions)
        if decision.place.start in places and (decision.document, decision.subject) == (desk.transcript.name, target.subject)
        and flat(decision.quote).strip() == quote
    ]
    return found[0] if len(found) == 1 else None


def _decision(found: Look, said: Mapping[str, Any]) -> Decision:
    """Return the decision that says *said* of what was found."""
    values = dict(said)
    if not set(values) & set(SUBJECTS):
        options = "--as CLASS, --confirm, --original, --not-bracket, --speaker, --not-speaker, --who, --ref or --date"
        raise UsageError(f"say what is decided: {options}")
    if not (values.get("resp") and values.get("why")):
        missing = 'say who decides, with --resp "...", and the reason, with --why "..."'
        raise UsageError(" And: ".join(filter(None, (class_fault(said), missing))))
    quote, before, after = anchor(found.desk.source, found.target, found.spans) if not said.get("every") else (_quoted(found), "", "")
    as_, attributes = values.pop("as", ""), tuple(dict(values.pop("attributes", {})).items())
    document = found.desk.transcript.name
    return Decision(document, quote, before=before, after=after, as_=as_, attributes=attributes, **cast("Any", values))


def class_fault(said: Mapping[str, Any]) -> str:
    """Return what is wrong with the class that *said* gives to a bracket, and which is meant; nothing where it is in order."""
    class_, known = said.get("as", ""), reading.classes()
    return f'there is no class "{class_}" of brackets. {suggestion(class_, known)}' if class_ and class_ not in known else ""


def _quoted(found: Look) -> str:
    """Return what is printed at the place, each run of white space as one blank."""
    return Flat(found.desk.source).quoted(found.target.place)


def _tried(desk: Desk, every: Sequence[Decision], new: Decision, target: Target) -> tuple[tuple[Finding, ...], str]:
    """Return the errors of other decisions than the *new* one, and the TEI with all; raises `EditionError` for the errors of that one."""
    annotation = desk.annotated(every)
    faults = [finding for finding in annotation.findings if finding.severity == "error"]
    own = [finding for finding in faults if (finding.path, finding.start) == (new.place.path, new.place.start)]
    made = encode(annotation, replace(desk.edition, decisions=tuple(every)), _ledger(desk))
    own += [finding for finding in made.findings if finding.severity == "error" and finding not in faults]
    own += [finding for finding in check.check_bytes(serialize(made.tree), desk.source.name) if finding.severity == "error"]
    if own:
        raise EditionError.at(*own)
    return tuple(finding for finding in faults if finding not in own), shown(made, target.place)


def _ledger(desk: Desk) -> ledger.Ledger | None:
    """Return the ledger of the ids of the document; None where it has none."""
    file = editions.ledger_of(desk.transcript, desk.edition)
    return ledger.read(file) if file else None


def _in_file(edition: Edition, where: Where) -> int | None:
    """Return the number of the decision whose table holds a line of ``decisions.toml``, from 0; None where the file has no such line."""
    assert edition.folder, "a lone transcript has no decisions"
    file = edition.folder / FILE
    if not file.is_file() or where.line > len(toml.read(file).text.splitlines()):
        return None
    holding = [number for number, decision in enumerate(edition.decisions) if decision.place.first <= where.line]
    return holding[-1] if holding else None


def _of_place(path: Path, edition: Edition, where: Where) -> int | None:
    """Return the number of the decision on a place of a transcript: of one that is lost, by its quotation alone."""
    quoted = [
        number for number, decision in enumerate(edition.decisions)
        if decision.document == path.name and where.quote and flat(decision.quote).strip() == flat(where.quote).strip()
    ]
    if len(quoted) == 1 and not where.line:
        return quoted[0]
    found = look(path, edition, where)
    number = found.number
    return number if number is not None else _number(found.desk, found.target, every=True)

