"""
A remark of the editor or the translator on the record, or a pointer to another document.

``[Translator's note: a pun.]`` is ``<note type="translator">Translator's note: a pun.</note>``. ``_so_ [emphasis added]`` says of which
words the setting is spoken: ``<emph><hi rend="italic">so</hi></emph> <note type="editorial">emphasis added</note>``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import Rank, emphasis, form, wording
from tei_edition.rules.bracket import Reading
from tei_edition.rules.brackets import delivery, event
from tei_edition.rules.brackets.source import OPENING
from tei_edition.rules.foreign import foreign
from tei_edition.rules.grammar import capitalised, finite

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Bracket
    from tei_edition.rules.context import Context

RANK = Rank.FORM
TITLE = "a remark of the editor or the translator"
FORM = form.plain("note", ("type", "editorial"))
KINDS = ("translator", "editor", "remark")
TYPES = {"translator": "translator", "editor": "editorial", "remark": "editorial"}
LEAST = 3
ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+]{2,9}://|www\.)\S+|[\w.+-]+@[\w-]+\.\w{2,}", re.IGNORECASE)
ATTACHED = re.compile(r"\s*(?:No\.?\s*|Nr\.?\s*|n°\s*|№\s*)?(?:\d{1,3}|[A-Z]|[IVX]{1,5})\s*")
PAPER = ("record", "withheld_marking", "withheld_number", "withheld_heading", "title")
LACKING = ("illegible", "inaudible", "missing", "garbled")


def read(bracket: Bracket, context: Context) -> Reading | None:
    """Read a bracket that opens with who remarks, points to a document, or is a sentence about the record."""
    emphasised = emphasis.said(bracket)
    if emphasised:
        pieces = (*emphasis.pieces(bracket, context), bracket.piece("note", ("type", "editorial")))
        why = f"It says how words are set: {emphasised.words!r}."
        return Reading("note", pieces, why, rank=Rank.FORM, attributes=(("subtype", "added"),) if emphasised.added else ())
    kind, why, rank = _why(bracket, context)
    if why:
        note = bracket.piece("note", ("type", TYPES.get(kind, "editorial")))
        return Reading("note", (*foreign(bracket), note) if kind == "translator" else (note,), why, rank=rank)
    if context.profile.italics == "note" and bracket.italic and len(bracket.words) >= LEAST:
        piece = bracket.piece("note", ("type", "editorial"))
        return Reading("note", (piece,), "It is italic: this house sets its remarks so.", rank=Rank.STYLE)
    return None


def _tongue(bracket: Bracket, context: Context) -> tuple[str, str, Rank] | None:
    """Return what a bracket is that says in which language the quotation before it stands, and why; None where it does not."""
    place = bracket.spoken or bracket.in_label or bracket.apart_from_sentence
    quoted = not place and len(bracket.words) <= LEAST * 2 and foreign(bracket)
    said = quoted and not bracket.asked(delivery, context)
    return ("translator", "It says in which language the quotation before it stands.", Rank.WORDING) if said else None


def _why(bracket: Bracket, context: Context) -> tuple[str, str, Rank]:
    """Return the kind of remark, the evidence and its kind; the evidence is empty where there is none."""
    for kind in KINDS:
        match = re.match(rf"\W*{languages.pattern(kind)}(?!\w)", bracket.inner, re.IGNORECASE)
        if kind == "translator" and (bracket.spoken or bracket.in_label):
            continue
        if kind == "remark" and any(wording.find(bracket, lacking, LEAST * 2) for lacking in LACKING):
            break
        said = match and (re.match(r"\s*[:–—-]", bracket.inner[match.end() :]) or match[0].strip(" .") == bracket.inner.strip(" ."))
        if match and (said or (kind == "remark" and _few(bracket, match[0]))):
            return kind, f"It opens with {match[0]!r}.", Rank.FORM if said else Rank.OPENING
    return _tongue(bracket, context) or _pointer(bracket) or _part(bracket) or _record(bracket, context) or ("", "", RANK)


def _pointer(bracket: Bracket) -> tuple[str, str, Rank] | None:
    """Return what a bracket is that says who translated, or points to something, and why; None where it does not."""
    source = OPENING.match(bracket.inner)
    translated = wording.opening(bracket, "translated", LEAST * 2)
    if translated and bracket.apart_from_sentence:
        return "translator", f"It opens with {translated.words!r}.", Rank.OPENING
    address = None if source and bracket.alone else ADDRESS.search(bracket.inner)
    if address:
        return "pointer", f"It holds an address of the web, {address[0]!r}: a pointer.", Rank.FORM
    if source and not bracket.alone:
        return "pointer", f"It opens with {source[0]!r} within a paragraph.", Rank.FORM
    pointer = wording.opening(bracket, "pointer", 60)
    if pointer and (len(bracket.words) > len(pointer.words.split()) or " " in pointer.words):
        return "pointer", f"It opens with {pointer.words!r}: a pointer.", Rank.OPENING
    return None


def _few(bracket: Bracket, words: str) -> bool:
    """Tell whether *bracket* says little more than *words*, or that they stand in the margin."""
    return len(bracket.words) <= len(words.split()) + LEAST or wording.find(bracket, "margin", LEAST * 3) is not None


def _part(bracket: Bracket) -> tuple[str, str, Rank] | None:
    """Return what a bracket is that names what is attached within a sentence, or says what the paper lacks, and why; None for others."""
    part = None if bracket.alone or bracket.opens else wording.opening(bracket, "attachment", LEAST)
    if part and ATTACHED.fullmatch(bracket.inner, part.end):
        return "pointer", f"It names {bracket.inner.strip()!r} within a sentence: a pointer to what is attached.", Rank.OPENING
    signed = wording.find(bracket, "signature", LEAST * 2)
    lacks = wording.opening(bracket, "lacking_any", LEAST * 2) if bracket.alone and not signed else None
    thing = next((found for kind in PAPER if (found := wording.find(bracket, kind, LEAST * 2))), None) if lacks else None
    return ("record", f"It says that the paper has no {thing.words!r}.", Rank.OPENING) if thing else None


def _record(bracket: Bracket, context: Context) -> tuple[str, str, Rank] | None:
    """Return what a bracket is that is a sentence about the record, and why; None where it is none."""
    record = wording.find(bracket, "record", 60) or wording.find(bracket, "pointer", 60)
    sentence = bracket.apart_from_sentence and capitalised(bracket.inner.strip()) and len(bracket.words) >= LEAST
    told = finite(bracket.inner, bracket.tongues) or bracket.inner.rstrip().endswith(".")
    if record and sentence and told and not bracket.asked(event, context):
        return "record", f"It is a sentence of its own and speaks of the record: {record.words!r}.", Rank.POSITION
    return None
