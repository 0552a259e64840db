"""What brackets become beside their own element: divisions, categories in the header, whom a speech is addressed to."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import encode
from tei_edition.ingest.txt import read

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def made(text: str, profile: str = "frus") -> etree._Element:
    """Return the TEI of *text*."""
    edition = lone(profile)
    return encode(annotate([read(text.encode(), "case.txt")], edition)[0], edition).tree.getroot()


@pytest.mark.parametrize("heading", ["Enclosure", "Tab A", "Attachment 2", "Enclosure No. 1", "Anlage 3", "Tab B: Plan of the Harbour"])
def test_an_attachment_is_a_division(heading: str):
    """What is attached to a document is a division of its own, with the heading that the editor supplied."""
    root = made(f"A Talk, May 3, 1950\n\nThe letter ends here.\n\n[{heading}]\n\nThe ships are in port.\n")
    (part,) = root.iterfind(".//t:body/t:div/t:div", TEI)

    assert part.get("type") == "attachment"
    assert part.findtext("t:head/t:supplied", None, TEI) == heading
    assert part.findtext("t:p", None, TEI) == "The ships are in port."


def test_another_heading_is_a_section():
    """A heading that names no attachment opens a section."""
    root = made("A Talk, May 3, 1950\n\nThe letter ends here.\n\n[Plan of Work]\n\nThe ships are in port.\n")

    assert [part.get("type") for part in root.iterfind(".//t:body/t:div/t:div", TEI)] == ["section"]


def test_two_attachments_stand_side_by_side():
    """A second attachment is no part of the first."""
    root = made("A Talk, May 3, 1950\n\nIt ends.\n\n[Tab A]\n\nThe ships.\n\n[Tab B]\n\nThe mills.\n")

    assert [part.get("type") for part in root.iterfind(".//t:body/t:div/t:div", TEI)] == ["attachment", "attachment"]


@pytest.mark.parametrize(("bracket", "names"), [
    ("25X1", {"exempt-25X1": "25X1"}),
    ("(b)(1), (b)(3)", {"foia-b1": "(b)(1)", "foia-b3": "(b)(3)"}),
    ("E.O. 13526, section 1.4(c)", {"eo13526-1.4c": "E.O. 13526, 1.4(c)"}),
    ("1.4(c)", {"section-1.4c": "1.4(c)"}),
    ("FOIA b1", {"foia-b1": "(b)(1)"}),
])
def test_codes_of_withholding_are_categories(bracket: str, names: dict[str, str]):
    """A code that says why something is withheld is a category of the header, to which the gap points."""
    root = made(f"The clerk saw [{bracket}] at the mill.\n")
    (gap,) = root.iterfind(".//t:gap", TEI)
    declared = {one.get(ID): one.get("n") for one in root.iterfind(".//t:taxonomy[@xml:id='exemptions']/t:category", {
        **TEI, "xml": "http://www.w3.org/XML/1998/namespace",
    })}

    assert declared == names
    assert gap.get("ana") == " ".join(f"#{name}" for name in names)


def test_what_was_withheld_is_a_category():
    """What a statement says was withheld is a category; one without is declared nowhere."""
    root = made("He met [name and title not declassified] there. [2 lines not declassified]\n")
    gaps = [gap.get("ana") for gap in root.iterfind(".//t:gap", TEI)]
    every = [one.get(ID) for one in root.iterfind(".//t:category", TEI)]

    assert gaps == ["#redacted-name #redacted-office", None]
    assert every == ["redaction", "redacted-name", "redacted-office"]


def test_no_category_without_its_use():
    """A document in which nothing is withheld declares no such taxonomy."""
    root = made("He met the name of the place.\n\nThe [old] mill.\n")

    assert [one.get(ID) for one in root.iterfind(".//t:taxonomy", TEI)] == ["brackets"]


TALK = "A Talk, May 3, 1950\n\nRusk: Yes.\n\nColby: Why so?\n\nRusk: [to Colby] Since it is late.\n\nColby: I see.\n\nRusk: Good.\n"


def test_an_addressee_at_the_start_of_a_speech():
    """A bracket that says to whom a speech is addressed gives it @toWhom where that person speaks in the document, else nothing."""
    told = [speech.get("toWhom") for speech in made(TALK).iterfind(".//t:sp", TEI)]
    strange = [speech.get("toWhom") for speech in made(TALK.replace("to Colby", "to Lodge")).iterfind(".//t:sp", TEI)]

    assert told == [None, None, "#colby", None, None]
    assert strange == [None] * 5


def test_a_witness_is_listed():
    """The witness from which words come is listed in the header as it is named, once, and the words point at it."""
    root = made("The pilot wept [from the draft: and sang]. He left [from the draft: at noon].\n")
    sources = {supplied.get("source") for supplied in root.iterfind(".//t:supplied", TEI)}
    listed = [(one.get(ID), one.text) for one in root.iterfind(".//t:sourceDesc/t:bibl[@type='witness']", TEI)]

    assert (sources, listed) == ({"#witness-from-the-draft"}, [("witness-from-the-draft", "from the draft")])


@pytest.mark.parametrize(("text", "when", "words"), [
    ("He came on [November] 6th, 1952 at noon.", "1952-11-06", "November 6th, 1952"),
    ("He came on July [14], 1950.", "1950-07-14", "July 14, 1950"),
    ("He came on 5 [May] and left.", "--05-05", "5 May"),
    ("He came in February [1952] and left.", "1952-02", "February 1952"),
    ("Он пришел 5 [мая] 1953 и ушел.", "1953-05-05", "5 мая 1953"),
    ("It was a cold [May] and a wet one.", None, "May"),
])
def test_a_completed_date_states_its_day(text: str, when: str | None, words: str):
    """The date that a bracket completes is one element with what the text says of its day, and no year that it does not say."""
    (date,) = made(f"{text}\n").iterfind(".//t:text//t:date", TEI)

    assert (date.get("when"), "".join(date.itertext())) == (when, words)
