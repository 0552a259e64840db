"""What speaks against a label: one kind of evidence a function, each with its weight and a sentence."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import enumeration
from tei_edition.rules.dialogue import Evidence, is_shouted, stands_alone
from tei_edition.rules.evidence_for import (
    SEVERAL,
    TWICE,
    asks,
    elsewhere,
    enrolled,
    formed,
    is_once_alone,
    kin,
    listed,
    named,
    styled,
    titled,
)
from tei_edition.rules.label_forms import holds_office, names_office, opens_surname
from tei_edition.rules.parts import SMALL, is_nobody, is_role
from tei_edition.rules.stops import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tei_edition.rules.dialogue import Dialogue
    from tei_edition.rules.labels import Label

NEVER = -9
"""The weight of what settles that a label is none."""

COMMON = 0.4
"""From which share of its uses with an article a capitalised word is a thing rather than a name."""


def partial(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is never more than the beginning of a longer label."""
    if not dialogue.counts.get(label.key) and not dialogue.lexicon.labels.get(label.key):
        return Evidence(NEVER, "it is only the beginning of longer labels")
    return None


def unasked(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is a letter without a stop, and stands for no question and no answer."""
    if label.stop != NONE or label.key in dialogue.questioning:
        return None
    return Evidence(NEVER, "it is a letter without a stop, and no questions are asked so")


def unspoken(label: Label, _: Dialogue) -> Evidence | None:
    """Return that it is a word that opens a note, a form's field or an answer."""
    words = _fields()
    ends = {label.words[0], label.words[-1]} & (words - languages.words("function"))
    if label.key in words or (ends and not is_nobody(label.words)):
        return Evidence(NEVER, "such a word opens a note, a field of a form or a sentence")
    return None


@cache
def _fields() -> frozenset[str]:
    """Return the words that open no speech, those for somebody unnamed aside."""
    return (languages.words("unspoken") | languages.words("decision")) - languages.words("indefinite")


def roll(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it stands in a list of those who took part."""
    if any(one.head[0] <= label.start < one.end for one in dialogue.rolls):
        return Evidence(NEVER, "it stands in a list of those who took part")
    return None


def greeting(label: Label, _: Dialogue) -> Evidence | None:
    """Return that it is the address of a letter, with nothing after it in its paragraph."""
    if not label.follows and any(label.key.startswith(word + " ") for word in languages.words("salutation")):
        return Evidence(NEVER, "it is the address of a letter")
    return None


def counting(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it counts: II., III., or A., B., C."""
    if enumeration.counts(label, dialogue.counts) and label.key not in dialogue.questioning:
        return Evidence(NEVER, "it counts paragraphs, as its neighbours in the count do")
    return None


def cut(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it ends with an initial, a title or an abbreviation, and the name follows: "Henry A. Kissinger, Secretary"."""
    often = dialogue.counts.get(label.key, 0)
    lasting = label.key in dialogue.varied or (not label.initials and often >= SEVERAL)
    lasting = lasting or (often >= TWICE and not SMALL.isdisjoint(label.words[1:-1]))
    if lasting or not dialogue.lexicon.is_cut(label) or label.key in dialogue.anchors:
        return None
    return Evidence(-4, "it ends with an initial or an abbreviation, and a name follows")


def low(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that a small letter follows its point, as it does within a sentence."""
    return Evidence(-5, "a small letter follows its point") if label.low and label.key not in dialogue.anchors else None


def sentence(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it begins as a sentence does."""
    first = label.words[0]
    abbreviated = label.name.split()[0].endswith(".")
    if len(first) == 1 or abbreviated or is_nobody(label.words) or not dialogue.lexicon.begins_sentences(first):
        return None
    if first in languages.words("article") | languages.words("indefinite") and any(map(is_role, label.words[1:])):
        return None
    if opens_surname(label):
        return None
    if first in SMALL and len(label.words) > 1 and label.strict and not dialogue.lexicon.begins_sentences(label.words[1]):
        return Evidence(-1, "it begins with an article")
    return Evidence(-4, "it begins as a sentence does")


def loose(label: Label, _: Dialogue) -> Evidence | None:
    """Return that it has small words that no name has."""
    if label.strict or is_nobody(label.words):
        return None
    words = label.name.split()
    odd = sum(word[0].islower() and word not in SMALL and not is_role(word.strip(".,")) for word in words)
    office = any(map(is_role, label.words))
    if holds_office(label) or names_office(label) or (is_role(label.words[0]) and sum(map(is_role, label.words)) > 1):
        odd = min(odd, 1)
    if is_role(label.words[0]) and not words[-1][0].islower():
        odd = min(odd, TWICE)
    return Evidence(-odd if office else -odd - 1, "not all of its words look like a name") if odd or not office else None


def common(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that its words are written small elsewhere, or with an article: words, not names."""
    words = [word for word in label.words if word not in SMALL and len(word) > 1]
    if not words or is_nobody(label.words) or any(map(is_role, words)):
        return None
    if all(map(dialogue.lexicon.is_small, words)):
        rare = dialogue.counts.get(label.key, 0) < SEVERAL
        return Evidence(-2 if label.stop != ":" and rare else -1, "its words are written small elsewhere")
    used = dialogue.lexicon.names.get(words[0], 0)
    if dialogue.lexicon.things.get(words[0], 0) >= max(TWICE, COMMON * used):
        return Evidence(-2, "its words stand with an article elsewhere, as names do not")
    return None


def nameless(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that nothing shows it to be a name."""
    seen = any(kind(label, dialogue) for kind in (named, listed, enrolled, titled, kin, formed, elsewhere, asks))
    set_apart = label.strict and label.key in dialogue.alternating and styled(label, dialogue) is not None
    shown = seen or set_apart or is_nobody(label.words) or label.bracketed
    if not shown and label.name.lower() != label.name.upper() and dialogue.counts.get(label.key, 0) < SEVERAL:
        return Evidence(-1, "nothing else shows that it is a name")
    return None


def silent(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that nothing follows it in its paragraph; a label on a line of its own comes again so."""
    if label.follows:
        return None
    if (stands_alone(label) and label.key in dialogue.alone) or is_once_alone(label, dialogue):
        return None
    here = dialogue.source.paragraph_at(label.start)
    after = dialogue.chains.get(here.number + 1, ()) if here else ()
    if any(one.follows and one.key in dialogue.anchors | dialogue.questioning for one in after):
        return Evidence(NEVER, "another label follows it at once")
    forms: Mapping[str, int] = dialogue.forms.get(label.key, {})
    if not stands_alone(label) or forms.get("", 0) < TWICE or forms.get("", 0) * 2 < sum(forms.values()):
        return Evidence(NEVER, "nothing follows it")
    return Evidence(-1, "nothing follows it in its paragraph")


def early(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it stands before the first sure label, where forms have their fields."""
    apart = label.start < dialogue.first and not label.bracketed and dialogue.apart(label)
    return Evidence(-3, "it stands before the talk begins") if apart else None


def formula(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that the same word always follows: a formula, not speeches."""
    follows: Mapping[str, int] = dialogue.follows.get(label.key, {})
    named = len(label.words) > 1 and label.strict
    if dialogue.counts.get(label.key, 0) >= TWICE and not named and len(follows) == 1 and "" not in follows and not is_nobody(label.words):
        return Evidence(-2, "the same word follows each time")
    return None


def unlike(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that the sure labels of the document have another form."""
    if not dialogue.stops or label.key in dialogue.anchors or dialogue.anchors <= dialogue.questioning:
        return None
    if label.stop == ":" and len(label.words) <= TWICE and (is_nobody(label.words) or is_role(label.words[-1])):
        return None
    if label.stop not in dialogue.stops and not label.bracketed:
        return Evidence(-3, "the labels of the document have another stop")
    head = label.name.partition(",")[0] if holds_office(label) else label.name
    if is_shouted(label.name) and not dialogue.capitals and len(label.words) > SEVERAL:
        return Evidence(-3, "it is a heading in capitals")
    if dialogue.capitals and not is_shouted(head) and not label.bracketed:
        return Evidence(-1, "the labels of the document are in capitals")
    return None


KINDS: tuple[Callable[[Label, Dialogue], Evidence | None], ...] = (
    partial, unasked, unspoken, roll, greeting, counting, cut, low, sentence, loose, common,
    nameless, silent, early, formula, unlike,
)
"""All that may speak against a label."""
