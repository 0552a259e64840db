"""Offices in running text: linked where one listed person held such an office on the day, else listed; never a part of another office."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import Document, Edition
from tei_edition.encode import encode
from tei_edition.ingest.txt import read
from tei_edition.reporting import report_bytes
from tei_edition.reporting.text import as_text
from tests.growth import growth

PERSONS = {
    "marlow": ("Marlow", 'from="1981-02-01" to="1984-01-31"', "Secretary of Fisheries"),
    "abbot": ("Abbot", 'from="1984-02-01"', "Secretary of Fisheries"),
    "hale": ("Hale", 'from="1979" to="1986"', "Prime Minister"),
    "quirin": ("Quirin", 'from="1980" to="1990"', "Ambassador to Kesten"),
    "tarrant": ("Tarrant", 'from="1980" to="1990"', "Ambassador to Orland"),
    "vesnin": ("Веснин", 'from="1980" to="1990"', "министр иностранных дел"),
    "marbach": ("Marbach", 'from="1980" to="1990"', "Bundeskanzler"),
    "aubert": ("Aubert", 'from="1980" to="1990"', "ministre des Affaires étrangères"),
    "undated": ("Olm", "", "Director"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of an edition with these persons, two of whom hold one office one after the other, and two a like one."""
    home = tmp_path_factory.mktemp("offices")
    (home / "authorities").mkdir()
    persons = "".join(
        f'<person xml:id="{id_}"><persName><surname>{name}</surname></persName><occupation {dates}>{office}</occupation></person>'
        for id_, (name, dates, office) in PERSONS.items()
    )
    lists = f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{persons}</listPerson>'
    (home / "authorities" / "persons.xml").write_text(lists, encoding="utf-8")
    return home


def annotated(folder, text, day="1982-05-03"):
    """Return the annotation of *text*, a document of *day*."""
    edition = Edition(folder=folder, documents={"a.txt": Document(date=day)})
    return annotate([read(text.encode(), "a.txt")], edition)[0]


def meant(folder, text, day="1982-05-03"):
    """Return the offices linked in *text*, with whom each means."""
    found = annotated(folder, text, day)
    return [(found.source.text[one.start : one.end], dict(one.attributes)["ref"]) for one in found.spans if one.rule == "offices"]


@pytest.mark.parametrize(("words", "said"), [
    ("Then the Secretary agreed.", [("Secretary", "#marlow")]), ("He asked the Secretary's clerk.", [("Secretary", "#marlow")]),
    ("The Secretary of Fisheries and Mr. Secretary, too.", [("Secretary of Fisheries", "#marlow"), ("Secretary", "#marlow")]),
    ("The [Prime]\nMinister left.", [("[Prime]\nMinister", "#hale")]), ("Prime Minister left; so he told me.", [("Prime Minister", "#hale")]),
    ("He went with Prime Minister and clerk.", [("Prime Minister", "#hale")]),
    ("Als der Bundeskanzler die Lage des Bundeskanzlers sah.", [("Bundeskanzler", "#marbach"), ("Bundeskanzlers", "#marbach")]),
    ("Le ministre a parlé avec le ministre des Affaires étrangères.", [("ministre", "#aubert"), ("ministre des Affaires étrangères", "#aubert")]),
    ("Министр иностранных дел говорил. С министром иностранных дел мы согласны.",
     [("Министр иностранных дел", "#vesnin"), ("министром иностранных дел", "#vesnin")]),
    ("Потом он поддержал министра иностранных дел. Министр иностранных дел молчал.",
     [("министра иностранных дел", "#vesnin"), ("Министр иностранных дел", "#vesnin")]),
])
def test_an_office_means_who_held_it_on_the_day(folder, words, said):
    """With the article, a title, or in full, in any case and across brackets, an office is linked to who held it."""
    assert meant(folder, f"He wrote to them.\n\n{words}\n") == said


@pytest.mark.parametrize("words", [
    "The secretary typed it.", "The Secretary of Defense left.", "The Secretary-General left.", "The Under Secretary left.",
    "Under Secretary of Fisheries, he was paid.", "A Secretary is paid.", "Our Prime Minister is ill.", "The former Prime Minister left.",
    "Prime Minister Hale left.", "The Prime Minister of Orland left.", "The Secretary in Geneva knew.", "The Director left.",
    "Er sah den Bundeskanzler Marbach nicht.", "Ein Bundeskanzler weiß das.", "Le ministre de la Défense est parti.", "Un ministre est parti.",
    "Он написал заместителю министра иностранных дел.", "Министр обороны молчал.", "Бывший министр иностранных дел молчал.", "Он видел нового министра иностранных дел.", "Наш министр иностранных дел молчал.",
    "Министры иностранных дел молчали.",
])
def test_another_office_and_a_title_before_a_name_are_nobody_s(folder, words):
    """Small letters, another body's or place's office, a deputy's, any holder's, and the title of a name that follows are not linked."""
    assert meant(folder, f"He wrote to them.\n\n{words}\n") == []


@pytest.mark.parametrize(("day", "who"), [("1984-01-31", "#marlow"), ("1984-02-01", "#abbot"), ("1984-02", "#abbot")])
def test_the_day_decides(folder, day, who):
    """The same words mean another person after the office has changed hands."""
    assert meant(folder, "Then the Secretary agreed.\n", day) == [("Secretary", who)]


@pytest.mark.parametrize(("words", "day", "said"), [
    ("The Ambassador left. Then the Ambassador came.", "1982-05-03",
     "'Ambassador' (2 places) may be Quirin (#quirin, persons.xml) or Tarrant (#tarrant, persons.xml), who held such offices on 1982-05-03"),
    ("The Secretary left.", "1984", "'Secretary' (1 place) may be Marlow (#marlow, persons.xml) or Abbot (#abbot, persons.xml)"),
    ("The Prime Minister left.", "", "'Prime Minister' (1 place) is an office of Hale (#hale, persons.xml), and the document states no date"),
])
def test_what_is_not_settled_is_listed_and_not_linked(folder, words, day, said):
    """Two holders, or a document without a date: nobody is linked, and a finding names who it may be, once."""
    found = annotated(folder, f"{words}\n", day)

    assert [one for one in found.spans if one.rule == "offices"] == []
    (finding,) = [one for one in found.findings if one.code == "office-ambiguous"]
    assert said in finding.message


def test_one_holder_in_two_sessions_is_one_label(folder):
    """A label that one person bears in sessions of two days stands once in the header, and the doubt about it arrives there."""
    text = "Talk of May 3, 1982\n\nThe Secretary: One.\n\nVane: Two.\n\nTalk of May 4, 1982\n\nThe Secretary: One.\n\nVane: Two.\n"
    edition = Edition(folder=folder)
    root = encode(annotate([read(text.encode(), "a.txt")], edition)[0], edition).tree.getroot()
    ids = set(root.xpath("//@xml:id"))

    assert root.xpath("count(//*[@type = 'label'])") == 1
    assert {one.get("target")[1:] for one in root.iter("{*}certainty")} - ids == set()


def test_who_did_not_hold_it_then_is_not_said(folder):
    """On a day on which nobody listed held the office there is neither a link nor a finding."""
    found = annotated(folder, "The Prime Minister left.\n", "1950-01-01")
    assert {one.code for one in found.findings} & {"office-ambiguous"} == set()
    assert meant(folder, "The Prime Minister left.\n", "1950-01-01") == []


def test_nobody_speaks_of_himself_by_his_office(folder):
    """In the turn of the one who holds it the office is left alone; in another's it is he."""
    text = "Marlow: The Secretary before me knew.\n\nVane: The Secretary knew.\n\nMarlow: No.\n\nVane: Yes.\n"
    assert meant(folder, text) == [("Secretary", "#marlow")]


def test_an_office_before_a_name_tells_two_of_one_name_apart(tmp_path):
    """Of two with one surname the one is meant who held the office that stands before it, with a doubt; without it neither is."""
    (tmp_path / "authorities").mkdir()
    persons = "".join(
        f'<person xml:id="{id_}"><persName><forename>{name}</forename> <surname>Лукин</surname></persName>{office}</person>' for id_, name, office in (
            ("p-petr", "Пётр", '<occupation from="1985" to="1990">министр обороны</occupation>'), ("p-andrej", "Андрей", ""))
    )
    (tmp_path / "authorities" / "a.xml").write_text(f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{persons}</listPerson>', encoding="utf-8")
    found = annotated(tmp_path, "Министр обороны Лукин молчал, а Лукин ушёл. Письмо [Петра] Лукина здесь.\n", "1986-11-13")
    names = [one for one in found.spans if one.rule == "persons"]
    completed = next(piece for one in found.spans for piece in one.pieces if piece.element == "persName" and one.kind == "bracket")

    assert [(dict(one.attributes)["ref"], one.cert) for one in names] == [("#p-petr", "medium")]
    assert "the only one who was 'Министр обороны' on 1986-11-13" in names[0].evidence
    assert dict(completed.attributes)["ref"] == "#p-petr"
    assert {one.code for one in found.findings} >= {"name-ambiguous"}


def test_a_report_says_it_once(folder):
    """An office that is taken for one person in many places is one doubt with the number of places."""
    text = "The Secretary left.\n\nThen the Secretary came, and the Secretary spoke.\n"
    edition = Edition(folder=folder, documents={"a.txt": Document(date="1982-05-03")})
    assert "“Secretary”, 3 places: office-of-person (medium)" in as_text(report_bytes(text.encode(), edition, "a.txt"))
    text = "The Secretary: Yes.\n\nVane: No.\n\nThe Secretary: Yes.\n\nVane: No.\n"
    assert "a.txt:1:1: “The Secretary”. Taken for #marlow (medium)" in as_text(report_bytes(text.encode(), edition, "a.txt"))


def test_long_lists_cost_a_document_little(tmp_path):
    """With a hundred times the persons, each with an office, the names and offices of a document take far less than a hundred times the time."""
    source = read((PART * 70).encode(), "0.txt")
    few, many = (listing(tmp_path / str(count), count) for count in (30, 3000))
    annotate([source], many)

    assert growth(lambda edition: annotate([source], edition), few, many) < 35
    found = annotate([source], many)[0]
    (finding,) = [one for one in found.findings if one.code == "office-ambiguous"]
    assert len([one for one in found.spans if one.rule == "offices"]) == 70
    assert "Sur4 (#p-4, persons.xml) or one of 2995 others, who held" in finding.message


PART = "Sur7: Then the Secretary of Bureau 8 met Sur9 and Fore10 Sur10 by the river, and the Secretary said nothing.\n\nVane: So they say.\n\n"


def listing(folder, count):
    """Return an edition in *folder* that lists *count* persons, each with an office."""
    persons = "".join(
        f'<person xml:id="p-{n}"><persName><forename>Fore{n}</forename> <surname>Sur{n}</surname></persName>'
        f'<occupation from="1980" to="1990">Secretary of Bureau {n}</occupation></person>' for n in range(count)
    )
    (folder / "authorities").mkdir(parents=True)
    lists = f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{persons}</listPerson>'
    (folder / "authorities" / "persons.xml").write_text(lists, encoding="utf-8")
    return Edition(folder=folder, documents={"0.txt": Document(date="1982")})
