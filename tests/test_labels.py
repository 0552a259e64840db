"""The shapes of labels: what at the head of a paragraph may be one."""

from __future__ import annotations

import time

import pytest

from tei_edition.rules.labels import bare, candidates
from tei_edition.rules.parts import fold, is_nobody, is_role
from tei_edition.rules.stops import LONGEST


def names(text):
    return [label.name for label in candidates(text)]


@pytest.mark.parametrize(("text", "name", "stop"), [
    ("Miller. I saw it.", "Miller", "."),
    ("MILLER: I saw it.", "MILLER", ":"),
    ("Miller : I saw it.", "Miller", ":"),
    ("M. S. Gorin. I saw it.", "M. S. Gorin", "."),
    ("Gorin M.S. I saw it.", "Gorin M.S", "."),
    ("Mr. Att. Gen. I saw it.", "Mr. Att. Gen", "."),
    ("The President: I saw it.", "The President", ":"),
    ("Q. How long?", "Q", "."),
    ("K: Hello.", "K", ":"),
    ("PM Chou: Sit down.", "PM Chou", ":"),
    ("Herr Brandis: Gut.", "Herr Brandis", ":"),
    ("М. С. Горин. Начнём.", "М. С. Горин", "."),
    ("ГОРИН М.С. Начнём.", "ГОРИН М.С", "."),
    ("לוינסקי: כן.", "לוינסקי", ":"),
    ("السيد حداد: نعم.", "السيد حداد", ":"),
    ("王明：我们开始。", "王明", ":"),
    ("Miller\tI saw it.", "Miller", "\t"),
    ("Miller – I saw it.", "Miller", "–"),
    ("Miller—I saw it.", "Miller", "–"),
    ("Mr. Miller.—I saw it.", "Mr. Miller", "."),
    ("MILLER\nI saw it.", "MILLER", ""),
    ("MILLER", "MILLER", ""),
])
def test_each_shape_of_a_label_is_a_candidate(text, name, stop):
    """A label in each of these shapes is seen, with its name and its stop."""
    assert (name, stop) in [(label.name, label.stop) for label in candidates(text)]


@pytest.mark.parametrize(("text", "name", "printed"), [
    ("Miller (to Lane): Yes.", "Miller", "Miller (to Lane):"),
    ("Miller [softly]: Yes.", "Miller", "Miller [softly]:"),
    ("[Miller:] Yes.", "Miller", "[Miller:]"),
    ("[Miller]: Yes.", "Miller", "[Miller]:"),
    ("[Miller:]. Yes.", "Miller", "[Miller:]."),
    ("[J.] Miller: Yes.", "J. Miller", "[J.] Miller:"),
    ("01.02 Anne Lee (Labour): Yes.", "Anne Lee", "01.02 Anne Lee (Labour):"),
    ("Question 12 [A. Lee]: Why?", "Question 12", "Question 12 [A. Lee]:"),
])
def test_the_name_is_told_from_what_is_printed_round_it(text, name, printed):
    """Brackets, a number before, an addressee or a manner after are printed with the label and are no part of the name."""
    label = candidates(text)[-1]
    assert (label.name, text[label.start : label.end]) == (name, printed)


def test_a_paragraph_may_offer_several_labels():
    """Each point that may end a label is seen, so that the whole edition can decide between them."""
    assert names("Mr. Serj. Holt. And then?") == ["Mr. Serj", "Mr. Serj. Holt"]


def test_an_initial_more_belongs_to_the_initials_before_it():
    """After L. C. J. an initial goes on with them."""
    assert names("L. C. J. H. Go on.") == ["L. C. J. H"]


@pytest.mark.parametrize("text", [
    "so it was: yes.", "12. The mill.", "“Miller: yes.”", "I said it; Miller: yes.", "Was it so? Miller: yes.", "Miller...",
    "A clock at 3:15 in the afternoon", "Mr.", "", " ", "...", "]: x", "[a (b: c.",
])
def test_what_cannot_be_a_label_is_no_candidate(text):
    """A small letter, a number, a quotation, a sentence before the stop or an ellipsis make no candidate."""
    assert candidates(text) == ()


def test_a_long_opening_is_no_label():
    """What is longer than a label can be is not looked at."""
    assert candidates("A" + "bcde fghi " * (LONGEST // 10) + ": yes.") == ()


def test_only_the_head_of_a_paragraph_is_read():
    """Ten million characters on one line take no longer than a hundred."""
    text = "Miller. (" + "a. [b: " * 1_500_000
    start = time.perf_counter()
    candidates(text)
    assert time.perf_counter() - start < 0.5


def test_a_name_is_bared_of_brackets_numbers_and_asides():
    """What stands round a name in a label is taken off."""
    assert [bare(label) for label in ("[Miller", "[Miller]", "01.01 Anne Lee (Labour)", "Miller –", "Mill[er]")] == [
        "Miller", "Miller", "Anne Lee", "Miller", "Miller",
    ]


def test_labels_are_compared_without_case_points_and_numbers():
    """The same label printed in another way has the same key."""
    assert fold("MR. MILLER") == fold("Mr Miller") == fold("[Mr.] Miller 2")


@pytest.mark.parametrize("word", ["president", "vizekanzler", "председатель", "poslanec", "voorzitter", "الرئيس", "iudge"])
def test_offices_are_known_in_many_languages(word):
    """An office is known by the word lists, at the end of a compound, and in old spelling."""
    assert is_role(word)


@pytest.mark.parametrize("words", ["a voice", "several", "erste frage", "ein anderer", "un délégué", "голос с места", "plusieurs voix"])
def test_some_labels_stand_for_nobody_known(words):
    """A voice, a question, another: no person can be known by such a label."""
    assert is_nobody(words.split())


@pytest.mark.parametrize("words", ["the delegate", "miller", "a miller", "john allen"])
def test_a_name_or_an_office_stands_for_somebody(words):
    """A name or a certain office is no voice from the crowd."""
    assert not is_nobody(words.split())
