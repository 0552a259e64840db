"""What the minutes say after a speech: who recorded, that the sitting ended, what was decided. No speaker said it."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import encode
from tei_edition.ingest import txt

TALK = ("Talk of the harbour", "Lane: When was it?", "Miller: In May.", "Lane: Are you sure?", "Miller: I am.")
LINES = (
    "Recorded by A. Holm", "Notes taken by: A. Holm.", "Note taker: A. Holm", "Protokoll: K. Weber", "Aufgezeichnet von K. Weber", "Записал А. Хольм",
    "Запись вёл А. Хольм.", "Compte rendu rédigé par A. Holm", "Acta redactada por A. Holm", "Verbale redatto da A. Holm", "Notulist: A. Holm",
    "Zapsal A. Holm",
    "The meeting ended at 5.", "The meeting was adjourned at 5:40 p.m.", "The meeting is adjourned at 5.", "End of the meeting.", "Adjourned at 5.",
    "Die Sitzung endete um 17 Uhr.", "Ende der Sitzung: 17 Uhr.", "Заседание закончилось в 17 часов.", "Беседа закончилась.", "Заседание закрыто в 17.30.",
    "La séance est levée à 17 heures.", "L'entretien prit fin à 17 h.", "Se levanta la sesión a las 17.", "La seduta è tolta alle 17.",
    "De vergadering werd gesloten om 17 uur.", "Schůze skončila v 17 hodin.",
)
DECISIONS = (
    "Beschluss: Angenommen.", "Решение: принять.", "Result: none.", "Vote: 12 in favour.", "Décision : adoptée.", "Acuerdo: aprobado.",
    "Esito: nessuno.", "Besluit: aangenomen.", "Usnesení: přijato.",
)
SPOKEN = (
    "We shall meet again in May.", "I think the meeting ended well.", "The meeting is closed.", "Recorded by nobody, as we all know.",
    "He ended at 5.", "So the vote was lost.", "The result: we had it all, and I know that we had it, and nobody can say we had not.",
    "When the talks of last year ended, nobody had a word to say of them.",
)


def parts(*paragraphs: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of the speeches, and those outside."""
    source = txt.read("\n\n".join(paragraphs).encode(), "x.txt")
    (annotation,) = annotate([source], lone())
    root = encode(annotation, lone()).tree.getroot()
    texts = {True: [], False: []}
    for one in root.iterfind(".//{*}body//{*}p"):
        texts[one.getparent().tag.endswith("}sp")].append("".join(one.itertext()))
    outside = [text for lists in root.iterfind(".//{*}body//{*}list") for text in [" ".join("".join(lists.itertext()).split())]]
    return texts[True], texts[False] + outside


@pytest.mark.parametrize("line", LINES)
def test_who_recorded_and_when_it_ended_are_nobody_s_words(line: str) -> None:
    """A short line at the end that says who recorded, or that the sitting ended, stands after the last speech, in eight languages."""
    spoken, outside = parts(*TALK, line)

    assert outside == [line]
    assert spoken[-1] == "I am."


@pytest.mark.parametrize("line", DECISIONS)
def test_a_decision_with_a_colon_ends_the_turn(line: str) -> None:
    """A decision or a vote stands in no speech, at the end and between two turns, in eight languages."""
    assert parts(*TALK, line)[1] == [line]
    assert parts(*TALK, line, "Lane: Good.", "Miller: It is.")[1] == [line]


@pytest.mark.parametrize("line", SPOKEN)
def test_what_a_speaker_may_say_is_said(line: str) -> None:
    """A sentence that only sounds like the minutes goes on with the speech."""
    assert parts(*TALK, line) == (["When was it?", "In May.", "Are you sure?", "I am.", line], [])


def test_the_end_is_told_at_the_end() -> None:
    """The same words in a speech with others after it are the speaker's."""
    assert parts(*TALK[:3], "The meeting ended at 5.", *TALK[3:])[1] == []
