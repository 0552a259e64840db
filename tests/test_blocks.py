"""The forms of blocks: title, dateline, topic line, salutation, close, heading, footnotes."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.ingest import txt

LETTER = "I write once more about the winch, which was promised for the first week of May and of which nothing has been heard since. "
LETTER = (LETTER * 3).strip()


def blocks(*paragraphs):
    source = txt.read("\n\n".join(paragraphs).encode(), "x.txt")
    (annotation,) = annotate([source], lone())
    kinds = {"block", "note"}
    return [(span.class_, source.text[span.start : span.end]) for span in annotation.spans if span.kind in kinds]


def texts(class_, *paragraphs):
    return [text for name, text in blocks(*paragraphs) if name == class_]


@pytest.mark.parametrize("line", [
    "Ford, October 4, 1962, 3:15 p.m.", "Washington, March 26, 1965, 1:15–2:40 p.m.", "Dar es Salaam, April 25, 1976, 7:05–8:15 p.m.",
    "Wien, 30. 7. 1905", "г. Брод, 4 сентября 1934 года", "Paris, le 1er mai 1950", "November 12–14, 1986",
])
def test_a_place_with_a_date_is_a_dateline(line):
    """A line near the start that holds a date, perhaps with a place and the hours, is a dateline."""
    assert texts("dateline", "Memorandum of Conversation", line, LETTER) == [line]


@pytest.mark.parametrize("line", [
    "The meeting of October 4, 1962 was attended by all the members of the board and by two guests.", "Ford, the Harbour Office", "1962",
])
def test_a_sentence_with_a_date_is_no_dateline(line):
    """A date among many words, or no date at all, makes no dateline."""
    assert texts("dateline", "Memorandum of Conversation", line, LETTER) == []


def test_a_speech_with_a_date_is_no_dateline():
    """What somebody says is no dateline, although it may be a date."""
    talk = ("Lane: When was it?", "Miller: May 12, 1950.", "Lane: Are you sure?", "Miller: I am.")
    assert texts("dateline", "Talk", *talk) == []


def test_a_title_is_short_and_no_sentence():
    """The first paragraph is a title if it is short and no sentence."""
    assert texts("title", "Notes of the session", LETTER) == ["Notes of the session"]
    assert texts("title", "The session was long and nobody spoke of it again.", LETTER) == []


def test_each_session_of_a_file_has_its_title():
    """A later line with the words of the title and a date of its own begins another session."""
    found = texts("title", "Council, Session of May 8, 1923", LETTER, "Council, Session of May 15, 1923", LETTER)
    assert found == ["Council, Session of May 8, 1923", "Council, Session of May 15, 1923"]


def test_the_topic_stands_before_the_first_speech():
    """A line that says what the talk is about stands between title and first speech."""
    talk = ("Lane: When was it?", "Miller: In May.", "Lane: Are you sure?", "Miller: I am.")
    assert texts("topic-line", "Notes", "About the winch at the Ford.", *talk) == ["About the winch at the Ford."]
    assert texts("topic-line", "Notes", LETTER, "About the winch at the Ford.") == []


@pytest.mark.parametrize(("salutation", "close"), [
    ("Dear Miss Lee,", "Yours sincerely,"), ("Sehr geehrter Herr Lee,", "Hochachtungsvoll"), ("Уважаемый товарищ редактор!", "С уважением,"),
    ("Cher Monsieur,", "Bien à vous,"), ("Estimado señor:", "Atentamente,"), ("Gentile signora,", "Cordiali saluti"), ("Geachte heer,", "Hoogachtend"),
])
def test_letters_have_their_salutation_and_close(salutation, close):
    """A letter's address and farewell are known in each language, and the address is no speaker."""
    found = dict(blocks("Letter to the board", salutation, LETTER, LETTER, close, "A. Low"))
    assert found.get("salutation") == salutation
    assert texts("closing", "Letter to the board", salutation, LETTER, LETTER, close, "A. Low") == [close, "A. Low"]


def test_a_line_in_capitals_is_a_heading():
    """A short line in capitals within the text is a heading."""
    assert texts("heading", "Report", LETTER, "THE SLUICE", LETTER) == ["THE SLUICE"]


def test_a_footnote_needs_its_mark_in_the_text():
    """A note at the end whose mark stands in the text is a footnote; one without is a paragraph."""
    assert texts("footnote", "Report", "The mill is old.[1] So is the race.", "[1] Built in 1611.") == ["[1] Built in 1611."]
    assert texts("footnote", "Report", "The mill is old. So is the race.", "[1] Built in 1611.") == []


@pytest.mark.parametrize("line", ["(signed) [A. Holm]", "[signed] [A. Holm]", "(gez.) [A. Holm]", "(signé) [A. Holm]", "[подпись] [А. Хольм]", "w.g. [A. Holm]"])
def test_a_name_in_brackets_after_a_word_for_a_signature_signs(line):
    """Who signed may stand in brackets, as the editor supplies it: no words of the last speaker."""
    talk = ("Lane: When was it?", "Miller: In May.", "Lane: Are you sure?", "Miller: I am.")
    assert texts("signature", "Talk", *talk, line) == [line]


@pytest.mark.parametrize("title", ["Интервью с А. Яковлевым, 5 мая 1991 г.", "Беседа с А. Холмом, 5–6 мая 1991 г."])
def test_a_word_for_the_year_cut_short_ends_no_sentence(title):
    """A title may end with a date whose last word is cut short with a stop."""
    assert texts("title", title, LETTER) == [title]
    assert texts("title", f"Он долго молчал. {title}", LETTER) == []
