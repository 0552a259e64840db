"""Short talks, as newcomers try them first: nobody's words are put into another's mouth without a word."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tests.strategies import source


def spoken(*paragraphs: str) -> list[str]:
    """Return the labels that are taken."""
    made = source("\n\n".join(paragraphs))
    return [made.text[span.start : span.end] for span in annotate([made], lone())[0].spans if span.kind == "speaker"]


def test_a_label_seen_once_between_two_others_is_one():
    """Where every paragraph opens with a name and a colon, a name seen once speaks, too."""
    assert spoken("Gespräch am 3. Mai 1950", "Adenauer: Guten Tag.", "Heuss: Guten Tag, Herr Kanzler.", "Adenauer: Bitte.") == [
        "Adenauer:", "Heuss:", "Adenauer:",
    ]


def test_four_paragraphs_of_two_are_a_talk():
    """Two who speak in turn are speakers, however short the talk."""
    assert spoken("Talk, May 1, 1990", "Smith: Hello.", "Jones: Bye.", "Smith: Well.", "Jones: Right.") == [
        "Smith:", "Jones:", "Smith:", "Jones:",
    ]


def test_what_looks_like_a_label_within_a_speech_is_a_warning():
    """A name with a colon that is not taken, inside somebody's speech, is told as a warning: its words go to another."""
    made = source("\n\n".join(["Talk", *["SMITH: One and two.", "BROWN: Three and four."] * 3, "Round Table: chairs were brought.", "SMITH: End."]))
    refused = [finding for finding in annotate([made], lone())[0].findings if finding.code == "label-refused"]

    assert [(finding.severity, finding.message) for finding in refused] == [
        ("warning", "'Round Table' opens a paragraph but is not taken for a speaker."),
    ]


def told(text: str) -> list[tuple[str, str, str]]:
    """Return the openings that are told as refused: how grave, the words and the reason."""
    made = source(text)
    found = (finding for finding in annotate([made], lone())[0].findings if finding.code == "label-refused")
    return [(finding.severity, finding.message.split("'")[1], finding.advice) for finding in found]


@pytest.mark.parametrize("names", [("Gorbachev", "Gromyko"), ("Горбачев", "Громыко"), ("Ørsted", "Ångström"), ("GORBACHEV", "GROMYKO")])
def test_whoever_speaks_between_two_speeches_of_one_name_has_a_speech(names: tuple[str, str]):
    """A name is written anew because another has spoken, also where a signature follows the talk."""
    one, two = names
    assert spoken("Meeting of 3 May 1986", f"{one}: We begin.", f"{two}: I agree.", f"{one}: Good.", f"(signed) M. {one}") == [
        f"{one}:", f"{two}:", f"{one}:",
    ]


def test_an_aside_between_two_speeches_changes_no_speaker():
    """A paragraph in brackets stands between speeches and ends none of their runs."""
    assert spoken("Talk", "Smith: We begin.", "Jones: I agree.", "[Laughter.]", "Smith: Good.") == ["Smith:", "Jones:", "Smith:"]


def test_a_small_letter_after_the_colon_begins_no_speech():
    """A word before a colon and a small letter is no speaker; a name in the form of the labels beside it is told as a warning."""
    text = "Talk\n\nSmith: One two.\n\nImportant: the tape stops.\n\nJones: Hm.\n\nSmith: Three.\n"

    assert [label for label in spoken(text) if label.startswith("Important")] == []
    assert [(grave, name) for grave, name, _ in told(text)] == [("warning", "Jones")]


def test_one_word_with_a_colon_after_a_speaker_is_told_if_refused():
    """A name seen once in the form of the labels goes to another's speech only with a warning that says why."""
    text = "Talk\n\nSmith: We begin.\n\nJones: Yes.\n\nSmith: Good.\n\nJones: So.\n\nIt was.\n\nBrown: No idea\n\nIt was\n"

    assert told(text) == [("warning", "Brown", "Nothing else shows that it is a name.")]


@pytest.mark.parametrize("aside", ["", "[Laughter.]\n", "(Laughter)\n"])
def test_a_line_in_brackets_changes_no_speaker_in_a_talk_of_one_line_a_speech(aside: str):
    """Each line with a label is a speech, with or without a line in brackets among them."""
    text = f"Meeting\n\nGORBACHEV: We begin.\nGROMYKO: I agree.\nRYZHKOV: No.\nGORBACHEV: Good.\n{aside}GROMYKO: Yes.\n"

    assert spoken(text) == ["GORBACHEV:", "GROMYKO:", "RYZHKOV:", "GORBACHEV:", "GROMYKO:"]


def test_a_line_in_brackets_parts_lines_of_one_speech_each():
    """A line in brackets among lines that open with labels, hardly one of which comes again, is a paragraph as they are."""
    text = "Meeting of 3 May 1986\n\nGorbachev: We begin.\n[Laughter.]\nGromyko: I agree.\nGorbachev: Good.\n"

    assert spoken(text) == ["Gorbachev:", "Gromyko:", "Gorbachev:"]


def test_a_name_seen_once_opens_a_speech_among_wrapped_lines():
    """Where names with a colon come again at line heads, another name after the end of a sentence begins a paragraph."""
    text = "Talk\n\n[Silence]\nSmith: We begin.\nIt is late.\nJones: I agree.\n[Laughter]\nBrown: No.\nSmith: Good.\nJones: Hm.\n"

    assert spoken(text) == ["Smith:", "Jones:", "Brown:", "Smith:", "Jones:"]


@pytest.mark.parametrize("blank", ["\n", "\n\n", "\n[Laughter.]\n"])
def test_two_names_in_capitals_that_come_once_are_told(blank: str):
    """Two capitals with a colon may be a talk or the fields of a form: nobody is invented, and both are told as a warning."""
    text = f"Meeting of 3 May 1986\n\nGORBACHEV: We begin.{blank}GROMYKO: I agree.\n"
    why = "Nothing else shows that it is a name."

    assert spoken(text) == []
    assert told(text) == [("warning", "GORBACHEV", why), ("warning", "GROMYKO", why)]


def test_the_fields_of_a_form_are_not_told():
    """Fields whose words are known, or that hold no sentence, are neither speakers nor told."""
    assert told("Notes\n\nNOTE: See below.\n\nSUMMARY: All is well.\n") == []
    assert told("Sheet\n\nCOLOUR: Blue\n\nWEIGHT: 20 pounds\n") == []


def test_the_dateline_of_a_letter_is_no_title():
    """A first line of place and date, with an address to somebody after it, is the dateline of a letter."""
    made = source("Bellmouth, 22nd August 1859\n\nDear Miss Aldous,\n\nI have your letter.\n\nYours truly,\n\nE. Garrow")

    assert [span.class_ for span in annotate([made], lone())[0].spans if span.kind == "block"][:2] == ["dateline", "salutation"]


def test_a_script_without_capitals_makes_no_person():
    """In Hebrew or Arabic any word may stand beside any other: a bracket before a word invents nobody."""
    made = source("לא נשאר לנו [הרבה] זמן, והחורף עוד לא נגמר.")

    assert {span.class_ for span in annotate([made], lone())[0].spans if span.kind == "bracket"}.isdisjoint({"name", "role"})


def test_what_only_stands_between_two_speeches_of_one_is_in_doubt():
    """A word with a colon that nothing else shows to be a name is taken as a speaker with a doubt, which the report lists."""
    made = source("Talk of 3 May 1986\n\nMiller: I saw it.\n\nImportant: The tape stops here.\n\nMiller: Yes, I did.")
    found = [(made.text[span.start : span.end], span.cert) for span in annotate([made], lone())[0].spans if span.kind == "speaker"]

    assert found == [("Miller:", "high"), ("Important:", "medium"), ("Miller:", "high")]
