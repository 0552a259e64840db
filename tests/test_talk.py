"""Short talks, as newcomers try them first: nobody's words are put into another's mouth without a word."""

from __future__ import annotations

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


def test_the_dateline_of_a_letter_is_no_title():
    """A first line of place and date, with an address to somebody after it, is the dateline of a letter."""
    made = source("Bellmouth, 22nd August 1859\n\nDear Miss Aldous,\n\nI have your letter.\n\nYours truly,\n\nE. Garrow")

    assert [span.class_ for span in annotate([made], lone())[0].spans if span.kind == "block"][:2] == ["dateline", "salutation"]


def test_a_script_without_capitals_makes_no_person():
    """In Hebrew or Arabic any word may stand beside any other: a bracket before a word invents nobody."""
    made = source("לא נשאר לנו [הרבה] זמן, והחורף עוד לא נגמר.")

    assert {span.class_ for span in annotate([made], lone())[0].spans if span.kind == "bracket"}.isdisjoint({"name", "role"})
