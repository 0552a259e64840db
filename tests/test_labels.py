"""The shapes of labels: what at the head of a paragraph may be one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.ingest import txt
from tei_edition.model import StyleRun
from tei_edition.rules.labels import bare, candidates
from tei_edition.rules.parts import fold, is_nobody, is_role
from tei_edition.rules.stops import LONGEST
from tests.growth import growth


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
    """Ten million characters on one line take no longer than ten thousand."""
    few, many = ("Miller. (" + "a. [b: " * count for count in (1_500, 1_500_000))
    assert growth(candidates, few, many) < 10


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


def turns(text, styles=()):
    """Return the labels that are taken in *text*, with the attributes of their speeches."""
    source = replace(txt.read(text.encode(), "x.txt"), styles=styles)
    (annotation,) = annotate([source], Edition())
    return [(source.text[span.start : span.end], dict(span.attributes)) for span in annotation.spans if span.kind == "speaker"]


@pytest.mark.parametrize("label", ["{}.", "{}:", "{} —", "{} –", "{} -"])
def test_two_turns_are_a_talk_where_one_asks_and_the_other_answers(label):
    """A talk of two turns has no label that comes again: question and answer in one form make it one."""
    drew, lukin = label.format("Drew"), label.format("Lukin")
    assert turns(f"Talk at the mill\n\n{drew} Is it late?\n\n{lukin} It is.\n") == [(drew, {"who": "#drew"}), (lukin, {"who": "#lukin"})]


@pytest.mark.parametrize("text", [
    "Oil: two cans.\n\nRope: ten yards.\n", "Drew. A farmer.\n\nLukin. A smith.\n",
    "Mr. Amory asked. Was it late?\n\nMr. Drew said so. It was.\n",
])
def test_two_openings_without_question_and_answer_are_no_talk(text):
    """Fields of a form and entries of a list are refused, however alike they look."""
    assert turns(f"Report on the barn\n\n{text}") == []


@pytest.mark.parametrize(("question", "answer"), [("Q", "A"), ("D", "R"), ("P", "R"), ("F", "A"), ("V", "A"), ("В", "О"), ("Ot", "Odp")])
def test_letters_for_question_and_answer_are_nobody(question, answer):
    """In each language the letters of question and answer are labels of nobody: no person is invented for them."""
    text = f"Hearing\n\n{question}. Is it late?\n\n{answer}. It is.\n\n{question}. Since when?\n\n{answer}. Noon.\n"
    assert turns(text) == [(f"{question}.", {}), (f"{answer}.", {})] * 2


def test_the_same_letters_are_persons_where_nobody_asks():
    """D. and R. that do not ask and answer are two persons."""
    text = "Talk\n\nD: It is late.\n\nR: It is.\n\nD: We go.\n\nR: We do.\n\nD: Now.\n\nR: Now.\n"
    assert dict(turns(text)) == {"D:": {"who": "#d"}, "R:": {"who": "#r"}}


@pytest.mark.parametrize(("aside", "to"), [
    ("(to Lukin)", "#lukin"), ("[to Lukin]", "#lukin"), ("(laughing, to Lukin)", "#lukin"), ("(to Lukin and Amory)", "#lukin #amory"),
    ("(zu Lukin)", "#lukin"), ("(à Lukin)", "#lukin"), ("(softly)", None), ("(to the window)", None),
])
def test_an_addressee_is_one_of_the_speakers(aside, to):
    """Who is addressed in a label is pointed at by @toWhom, if a speaker has that name; the window has none."""
    text = f"Talk\n\nDrew: It is.\n\nLukin: Is it?\n\nAmory: Yes.\n\nDrew {aside}: Come.\n\nLukin: Yes.\n\nAmory: Go.\n"
    assert turns(text)[3][1].get("toWhom") == to


def test_an_inflected_addressee_is_known_by_its_stem():
    """A name in another case is that of the label: Ершову is Ершов."""
    text = "Беседа\n\nВолков: Да.\n\nЕршов: Нет.\n\nВолков (обращаясь к Ершову): Почему?\n\nЕршов: Лёд.\n"
    assert turns(text)[2][1] == {"who": "#волков", "toWhom": "#ершов"}


def test_initials_before_and_after_a_surname_are_kin():
    """P. K. Ershov is believed where Ershov P.K. speaks, too."""
    text = "Talk\n\nM. S. Gorin. Go on.\n\nP. K. Ershov. The ship is late.\n\nGorin M.S. Why?\n\nErshov P.K. Ice.\n\nM. S. Gorin. I see.\n"
    assert [label for label, _ in turns(text)] == ["M. S. Gorin.", "P. K. Ershov.", "Gorin M.S.", "Ershov P.K.", "M. S. Gorin."]


def test_a_label_may_be_told_by_its_style_alone():
    """Names in bold that open paragraphs, with no stop, are labels; without the style they are words of a sentence."""
    text = "Talk\n\nDrew It is late.\n\nLukin Is it?\n\nDrew We go.\n\nLukin Not yet.\n"
    bold = tuple(StyleRun(match.start(), match.end(), "bold") for match in re.finditer("Drew|Lukin", text))
    assert ([label for label, _ in turns(text, bold)], turns(text)) == (["Drew", "Lukin", "Drew", "Lukin"], [])


def test_bold_words_that_open_no_talk_are_no_labels():
    """Run-in headings in bold that never come again are refused."""
    text = "Report\n\nOil. Two cans.\n\nRope. Ten yards.\n\nNails. A pound.\n"
    bold = tuple(StyleRun(match.start(), match.end(), "bold") for match in re.finditer("Oil.|Rope.|Nails.", text))
    assert turns(text, bold) == []


def test_a_voice_may_have_another_stop_than_the_speakers():
    """Where labels have a point, "Voices:" with its colon is a label yet; another word with a colon is not."""
    text = "PRESIDENTE. Aperta.\n\nBALBO. Bene.\n\nPRESIDENTE. Voti.\n\nVoci: Sì!\n\nBALBO. Male.\n\nNota bene: no.\n"
    assert [label for label, _ in turns(text)] == ["PRESIDENTE.", "BALBO.", "PRESIDENTE.", "Voci:", "BALBO."]
