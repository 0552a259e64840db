"""What speaks for a label: one kind of evidence a function, each with its weight and a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules import attendance, name_forms
from tei_edition.rules.dialogue import Evidence, is_shouted, stands_alone, surnames
from tei_edition.rules.label_forms import names_office, opens_surname
from tei_edition.rules.lexicon import is_form
from tei_edition.rules.parts import SMALL, is_nobody, is_role

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_edition.rules.dialogue import Dialogue
    from tei_edition.rules.labels import Label

MANY, SEVERAL, TWICE = 5, 3, 2
"""How often something comes."""

NEARLY_ALL = 0.8
"""From which share of its paragraphs a document is nothing but talk."""

MOST, NEARLY_ALL = 0.6, 0.8
"""Shares of the paragraphs of a document."""


def recurs(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that a label comes again."""
    count = dialogue.counts.get(label.key, 0)
    if count < TWICE:
        return None
    weight = 3 if count >= MANY else 2 if count >= SEVERAL else 1
    return Evidence(weight, f"it opens {count} paragraphs")


def elsewhere(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that another document of the edition has the label again and again."""
    most = dialogue.lexicon.most.get(label.key, 0)
    if most >= SEVERAL and most > dialogue.counts.get(label.key, 0):
        return Evidence(2, f"it opens {most} paragraphs of another document of the edition")
    return None


def alternates(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that others which recur stand beside it: talk goes to and fro."""
    if dialogue.counts.get(label.key, 0) < TWICE:
        return None
    return Evidence(1, "it alternates with other labels") if label.key in dialogue.alternating else None


def alike(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it has the stop of the sure labels of the document."""
    if label.stop not in dialogue.stops:
        return None
    here = dialogue.source.paragraph_at(label.start)
    same = is_shouted(label.name) or not dialogue.capitals
    if here and same and label.strict and label.follows and here.number in dialogue.full.get(label.stop, ()):
        return Evidence(4, "between labels that come again nearly every paragraph opens in this form")
    if dialogue.dense or (label.stop == ":" and dialogue.shares.get(":", 0) > NEARLY_ALL):
        return Evidence(2, "nearly every paragraph opens with a label in this form")
    return Evidence(1, "it has the form of the document's labels")


def talk(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that, before any label is sure, most paragraphs open in the same form, and labels among them come again."""
    share = 0.0 if dialogue.anchors or not label.follows else dialogue.shares.get(label.stop, 0.0)
    if share < MOST:
        return None
    return Evidence(3 if share >= NEARLY_ALL else 2, "most paragraphs of the document open in this form")


def alone(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it comes again on a line of its own, as others do, with a speech after it."""
    stands = stands_alone(label) and label.key in dialogue.alone
    if not stands and is_once_alone(label, dialogue):
        return Evidence(2, "it stands on a line of its own as the labels of the document do, between speeches")
    return Evidence(4, "it stands on a line of its own, as others do, with a speech after it") if stands else None


def is_once_alone(label: Label, dialogue: Dialogue) -> bool:
    """Tell whether it stands in capitals on a line of its own, as the labels do, with no such line before or after it."""
    here = dialogue.source.paragraph_at(label.start)
    if here is None or dialogue.stops != {""} or not (dialogue.capitals and stands_alone(label) and is_shouted(label.name)):
        return False
    near = [dialogue.chains[number][-1] for number in (here.number - 1, here.number + 1) if number in dialogue.chains]
    last = here.number == len(dialogue.source.paragraphs)
    return not last and label.start > dialogue.first and not any(stands_alone(one) and is_shouted(one.name) for one in near)


def styled(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that the input sets it in another style than the words after it."""
    head = dialogue.heads.get(label.start)
    if head is None or not label.end - 2 <= head.end <= label.end + 1:
        return None
    return Evidence(2, f"it is set in {head.style}, and what follows is not")


def between(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that others speak right before and right after it."""
    paragraph = dialogue.source.paragraph_at(label.start)
    if paragraph and paragraph.number in dialogue.exchanged:
        return Evidence(1, "others speak right before and right after it")
    return None


def enclosed(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is in a run of speeches in one form that ends with the name it began with."""
    paragraph = dialogue.source.paragraph_at(label.start)
    if paragraph and paragraph.number in dialogue.enclosed and label.stop == ":" and label.strict:
        return Evidence(1, "the name before it is written anew after it, as after another's speech")
    return None


def enrolled(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that one of those who took part is listed by that name or office."""
    attendee = attendance.find(label.words, dialogue.source, dialogue.present) if dialogue.present else None
    return Evidence(2, "one of the participants is listed by that name or office") if attendee else None


def titled(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that a title or an office is in it."""
    if names_office(label):
        return Evidence(4, "it is an office with a title before it")
    sure = len(label.words[0]) > 1 or label.words[0] in dialogue.titles
    if label.words[0] in languages.words("title") and len(label.words) > 1 and sure:
        return Evidence(2, f"it begins with the title {label.name.split()[0]!r}")
    title = next((word for word in label.words[1:-1] if len(word) > 1 and word in languages.words("title")), "")
    if title and label.strict:
        return Evidence(2, f"it holds the title {title!r}")
    role = next((word for word in label.words if is_role(word)), "")
    return Evidence(2, f"{role!r} is an office or a part in the talk") if role else None


def collective(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it names a question, a voice, several."""
    nobody = is_nobody(label.words) or label.key in dialogue.questioning
    return Evidence(2, "it stands for a question, an answer, a voice or several") if nobody else None


def unnamed(label: Label, _: Dialogue) -> Evidence | None:
    """Return that it speaks of somebody unnamed: "A delegate", "Another"."""
    if len(label.words[0]) > 1 and label.words[0] in languages.words("indefinite"):
        return Evidence(1, "it speaks of somebody without a name")
    return None


def named(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that the name stands before the talk, or within a sentence."""
    words = [word for word in label.words if len(word) > 1 and word not in languages.words("title") and word not in SMALL]
    lexicon = dialogue.lexicon
    if words and label.start >= dialogue.first and not lexicon.is_small(words[-1]) and is_form(words[-1], dialogue.listed):
        return Evidence(2, "the name stands before the talk begins")
    if any(map(lexicon.mentions, words)):
        return Evidence(1, "the name stands in a sentence elsewhere")
    return None


def formed(label: Label, _: Dialogue) -> Evidence | None:
    """Return that it has the form of a name: initials before a surname, or after it."""
    lengths = [len(word) for word in label.words if word not in languages.words("title") or len(word) == 1]
    if opens_surname(label):
        return Evidence(1, "it begins with a small word of surnames")
    first = label.name.split()[0].casefold()
    word = len(first) == 1 and first in languages.words("function")
    if label.strict and not word and len(lengths) > 1 and min(lengths) == 1 < max(lengths[0], lengths[-1]):
        return Evidence(1, "initials stand beside a surname")
    return None


def asks(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that its paragraph asks and that of another label in the same form answers, or the other way about."""
    here = dialogue.source.paragraph_at(label.start)
    if here and (here.number, label.key) in dialogue.asked:
        return Evidence(2, "it asks what another label in the same form answers, or answers it")
    return None


def replies(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is one of those whose short speeches answer each other."""
    return Evidence(3, "the paragraphs are few, open in this form, and answer each other") if dialogue.replying and label.strict else None


def kin(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it shares a word with sure labels: "Dr. Barth" and "Barth", "Mr. Lee" and "Mr. Low"."""
    if label.key in dialogue.anchors or label.initials:
        return None
    if dialogue.surnames & set(surnames(label)):
        return Evidence(2, "it has initials and a surname, as another label of the document has")
    if len(label.words[-1]) > 1 and dialogue.lasts.get(label.words[-1]):
        return Evidence(2, "another label of the document ends with the same word")
    if len(label.words) > 1 and (label.strict or is_role(label.words[0])) and dialogue.firsts.get(label.words[0], 0) >= TWICE:
        return Evidence(2, "other labels of the document begin with the same word")
    return None


def listed(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that the authority files list the name, alone or after titles and offices."""
    words = name_forms.words(label.name) if dialogue.lexicon.listed else ()
    for at in range(len(words)):
        if words[at:] in dialogue.lexicon.listed:
            return Evidence(2, "the authority files list the name")
        if not (words[at] in languages.words("title") or words[at] in languages.words("article") or is_role(words[at])):
            return None
    return None


def stop(label: Label, _: Dialogue) -> Evidence | None:
    """Return that a colon, a tab or a bracket sets it apart, more clearly than a point does."""
    if label.bracketed:
        return Evidence(2, "it stands in brackets")
    return Evidence(1, f"it is set apart by {label.stop!r}") if label.stop in {":", "\t"} else None


def shouted(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is in capitals, and what follows is not."""
    place = label.end
    rest = dialogue.source.text[place : place + 40]
    if is_shouted(label.name) and not rest.isupper() and any(letter.islower() for letter in rest):
        return Evidence(2, "it is in capitals, and what follows is not")
    return None


def marked(label: Label, _: Dialogue) -> Evidence | None:
    """Return that words in brackets after the name say how or to whom somebody speaks."""
    return Evidence(1, "words in brackets follow the name") if label.marked else None


def counted(label: Label, dialogue: Dialogue) -> Evidence | None:
    """Return that it is counted, as others are: labels with numbers come in a series."""
    series = label.number and sum(1 for chain in dialogue.chains.values() if chain[-1].number) >= SEVERAL
    if not series or not ("." in label.number or is_nobody(label.words)):
        return None
    return Evidence(3 if "." in label.number.strip(".") else 1, "it is counted as others are")


KINDS: tuple[Callable[[Label, Dialogue], Evidence | None], ...] = (
    recurs, elsewhere, alternates, asks, replies, styled, alike, talk, alone, between, enrolled, titled, collective, unnamed, named,
    listed, formed, kin, stop, shouted, marked, counted, enclosed,
)
"""All that may speak for a label."""
