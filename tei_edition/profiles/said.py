"""What a house's conventions mean, in sentences: for ``explain profile`` and for the `editorialDecl` of what is read by them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.profiles import Profile

PLAIN = "Words in plain brackets, of which nothing says otherwise, are"
DOTS = "Dots alone in brackets"
SMALL = "Small words that only join others, alone in brackets,"
SENTENCES = {
    ("conjecture", "unclear"): "[word?] is a reading in doubt.",
    ("conjecture", "supplied"): "[word?] is a restoration in doubt.",
    ("doubt", "mark"): "[?] after a word says that something there is in doubt, and not how much of it.",
    ("doubt", "word"): "[?] puts the word before it in doubt.",
    ("dots", "omission"): f"{DOTS} stand for text that the editor left out.",
    ("dots", "lost"): f"{DOTS} stand for lost letters, one for each.",
    ("dots", "ellipsis"): f"{DOTS} are the source's own.",
    ("plain", "subaudible"): f"{PLAIN} understood from the context.",
    ("plain", "omitted"): f"{PLAIN} words that the writer dropped.",
    ("plain", "lost"): f"{PLAIN} restored where the source is lost.",
    ("plain", "conjecture"): f"{PLAIN} readings in doubt.",
    ("plain", "surplus"): f"{PLAIN} words to be taken out.",
    ("italics", "correction"): "An italic bracket after a word corrects it; where the transcript has no italics, what they alone would "
                               "tell is not split: such a bracket is read by its words, and stands among the doubts.",
    ("italics", "note"): "An italic bracket of several words is a remark of the editor's.",
    ("italic_mark", "_"): "Italics are written _so_.",
    ("doubled", "same"): "Doubled brackets mean what single ones mean.",
    ("doubled", "date-place"): "Doubled brackets hold a date or a place.",
    ("doubled", "correction"): "Doubled brackets hold the right form of what stands before them.",
    ("doubled", "description"): "Doubled brackets describe what is on the page, or hold the right form of what stands before them.",
    ("braces", "surplus"): "Braces hold what is to be taken out.",
    ("braces", "unclear"): "Braces hold words in doubt.",
    ("small", "subaudible"): f"{SMALL} are put in for the sense.",
    ("small", "omitted"): f"{SMALL} are words that the writer dropped.",
    ("sentence", "note"): "A sentence that stands in brackets by itself is the editor's remark.",
    ("sentence", "original"): "A sentence that stands in brackets by itself is the document's own, unless its wording says that an editor "
                              "speaks.",
    ("apart", "event"): "A few words in brackets apart from the text say what happened.",
    ("wide", "brackets"): "Full-width brackets are brackets, too.",
    ("escape", "\\"): "A backslash before a bracket makes it an ordinary character.",
    ("reported", "said"): "What is reported that somebody said is marked as speech, with whom it is reported of.",
    ("lines", "join"): "The lines of a paragraph are joined by blanks where only the width of the page had ended them.",
}
"""What a key with a value means for the reader of an edition."""

NEUTRAL = {
    ("italics", "nothing"): "Whether a bracket is italic does not tell what it means.",
    ("italic_mark", ""): "Underscores are ordinary characters.",
    ("braces", "text"): "Braces are ordinary characters.",
    ("apart", "note"): "A few words in brackets apart from the text, of which no wording says what they are, are a remark or a heading.",
    ("wide", "text"): "Full-width brackets are ordinary characters.",
    ("escape", ""): "No character before a bracket makes it an ordinary one.",
    ("reported", "text"): "What is reported that somebody said is ordinary text.",
    ("lines", "keep"): "The lines of a paragraph stay lines.",
}
"""What a key means with the value that asks for nothing: told to whoever asks about the house, and in no edition."""


def sentences(profile: Profile) -> Iterator[str]:
    """Yield what *profile* says, a sentence for each convention."""
    every = profile.plain in {"lost", "surplus"}
    for one in fields(profile):
        value = getattr(profile, one.name)
        if isinstance(value, str) and (one.name, value) in SENTENCES and not (every and one.name in {"small", "sentence"}):
            yield SENTENCES[one.name, value]
    for word, unit in sorted(profile.units.items()):
        yield f"{word!r} is a word for the unit {unit}."


def neutral(profile: Profile) -> Iterator[str]:
    """Yield what the house leaves as it is, a sentence each."""
    for one in fields(profile):
        value = getattr(profile, one.name)
        if isinstance(value, str) and (one.name, value) in NEUTRAL:
            yield NEUTRAL[one.name, value]
