"""
Who speaks: a label at the start of a paragraph, taken or refused with its reasons.

A label that opens several paragraphs is believed; one seen once only where the edition shows its stop to be the stop of labels, or
where the name stands elsewhere in it. "Note this:" opens a sentence, not a speech.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.model import Finding, Piece, Span
from tei_edition.rules import Rank
from tei_edition.rules.labels import INITIAL, Label, candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Cert
    from tei_edition.rules.context import Context
    from tei_edition.rules.lexicon import Lexicon

RANK = Rank.FORM
CLASS = "speaker"
Verdict = tuple["Cert", str] | None


def annotate(context: Context) -> Iterator[Span]:
    """Return a span for each label that is taken."""
    for paragraph in context.source.paragraphs:
        text = context.source.text[paragraph.start : paragraph.end]
        label, verdict = choose(text, paragraph.start, context.lexicon)
        if label and verdict:
            cert, evidence = verdict
            who = () if is_collective(label) else (("who", f"#{person_id(label.name)}"),)
            piece = Piece("speaker", label.start, label.end)
            yield Span(label.start, label.end, "speaker", CLASS, CLASS, evidence, cert, who, (piece,))


def refused(context: Context) -> Iterator[Finding]:
    """Return a finding for each label-like opening that is no label, for the report."""
    source = context.source
    for paragraph in source.paragraphs:
        text = source.text[paragraph.start : paragraph.end]
        found = [] if text.endswith("]") else list(candidates(text, paragraph.start))
        if found and not any(_verdict(label, context.lexicon) for label in found):
            place = source.position(found[0].start)
            yield Finding(
                source.name, "label-refused", f"{found[0].name!r} opens a paragraph but is not taken for a speaker.",
                _why_not(found[0], context.lexicon), place, source.position(found[0].end), "info", source.line(place.line),
            )


def choose(text: str, offset: int, lexicon: Lexicon) -> tuple[Label | None, Verdict]:
    """Return the label that opens *text*, the one seen most often of several, and why it is taken."""
    taken = [(label, verdict) for label in candidates(text, offset) if (verdict := _verdict(label, lexicon))]
    if not taken:
        return None, None
    return max(taken, key=lambda pair: (lexicon.labels.get(pair[0].key, 0), pair[0].end))


def _verdict(label: Label, lexicon: Lexicon) -> Verdict:
    """Return how sure it is that *label* is one, and why; nothing if it is not."""
    if _why_not(label, lexicon):
        return None
    count = lexicon.labels.get(label.key, 0)
    if count > 1:
        return "high", f"{label.name!r} opens {count} paragraphs with {label.stop!r} after it."
    if _named(label, lexicon):
        return "high", f"{label.name!r} opens a paragraph, and the name stands elsewhere in the text."
    return "medium", f"{label.name!r} opens a paragraph in the form of this edition's labels, but only once."


def _why_not(label: Label, lexicon: Lexicon) -> str:
    """Return why *label* is none, or nothing."""
    key, count = label.key, lexicon.labels.get(label.key, 0)
    first = key.split()[0] if key else ""
    if not key or key in languages.words("unspoken"):
        return "The word opens a note or a sentence, not a speech."
    if first in languages.words("function") and not is_collective(label) and not INITIAL.fullmatch(label.name):
        return "It begins with a word that begins a sentence."
    if count > 1 and (label.strict or label.stop == ":"):
        common = label.stop == "." and all(word in lexicon.small for word in key.split()) and not is_collective(label)
        return "The word is written small elsewhere: it is a sentence of one word." if common else ""
    if not label.strict:
        return "It does not look like a name, and opens one paragraph only."
    if all(word in lexicon.small for word in key.split()):
        return "It opens one paragraph only, and its words are written small elsewhere."
    return "" if _named(label, lexicon) or label.stop in lexicon.proven else "It opens one paragraph only, and no other label is like it."


def _named(label: Label, lexicon: Lexicon) -> bool:
    """Tell whether the name of *label* stands within a sentence somewhere."""
    words = [word for word in label.key.split() if len(word) > 1 and word not in languages.words("title")]
    return bool(words) and any(lexicon.names.get(word, 0) for word in words)


def is_collective(label: Label) -> bool:
    """Tell whether *label* names no one: a voice, several, the question and the answer."""
    return label.key in languages.words("collective")


def person_id(name: str) -> str:
    """
    Return the id of the person that *name* stands for: the same label, the same person.

    >>> person_id("M. S. Gorbachev")
    'm-s-gorbachev'
    """
    letters = unicodedata.normalize("NFC", name.casefold())
    kept = "".join(c if c.isalnum() or c == "_" or unicodedata.combining(c) else " " for c in letters)
    slug = "-".join(kept.split())
    if not slug or not (slug[0].isalpha() or slug[0] == "_"):
        slug = f"person-{slug}"
    return f"person-{slug}" if re.fullmatch(r"[a-z]\d+", slug) else slug
