"""Who took part: lists in one line and with a line for each, in eight languages; who speaks is found in them."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.ingest import txt
from tei_edition.rules import attendance
from tests.growth import growth


def listed(text):
    """Return type, names and offices of the lists in *text*."""
    source = txt.read(text.encode(), "x.txt")
    return [
        (roll.type, [(source.text[slice(*one.name)], source.text[slice(*one.role)]) for one in roll.attendees])
        for roll in attendance.rolls(source)
    ]


def encoded(text):
    """Return the TEI of *text*."""
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], Edition())
    return encode(annotation, Edition()).tree.getroot()


@pytest.mark.parametrize(("line", "people"), [
    ("Present: Mr. A. Holm, Chairman; Miss Dray; Mr. Poole, Secretary.", [("Mr. A. Holm", "Chairman"), ("Miss Dray", ""), ("Mr. Poole", "Secretary")]),
    ("Anwesend: Dr. Meili (Vorsitz), Frau Stutz und Herr Vogt.", [("Dr. Meili", "Vorsitz"), ("Frau Stutz", ""), ("Herr Vogt", "")]),
    ("Présents : MM. Aubert, président ; Perrin ; Mme Colas.", [("Aubert", "président"), ("Perrin", ""), ("Mme Colas", "")]),
    ("Presenti: on. Balbo (presidente), dott. Ferri, sig.ra Conti.", [("on. Balbo", "presidente"), ("dott. Ferri", ""), ("sig.ra Conti", "")]),
    ("Asistentes: Sr. Ibarra, presidente, Sra. Luna y D. José Cano.", [("Sr. Ibarra", "presidente"), ("Sra. Luna", ""), ("D. José Cano", "")]),
    ("Присутствовали: тт. Волков М.С., Ершов П.К.; посол Брант.", [("Волков М.С.", ""), ("Ершов П.К.", ""), ("Брант", "посол")]),
    ("Присутствовали: Волков М.С., секретарь; посол Брант, переводчик Хилл.", [("Волков М.С.", "секретарь"), ("Брант", "посол"), ("Хилл", "переводчик")]),
    ("Present: Mr. Holm, Secretary of State, Capt. Ames, Harbor Commission.", [("Mr. Holm", "Secretary of State"), ("Capt. Ames", "Harbor Commission")]),
    ("Přítomni: předseda Vondra, dr. Hájková, p. Souček (zapisovatel).", [("Vondra", "předseda"), ("dr. Hájková", ""), ("p. Souček", "zapisovatel")]),
    ("Aanwezig: de heer Van Dam (voorzitter), mevrouw De Wit.", [("de heer Van Dam", "voorzitter"), ("mevrouw De Wit", "")]),
])
def test_a_list_in_one_line_is_read_in_each_language(line, people):
    """Each part of the line is a person, with the office that stands before, after a comma or in brackets."""
    assert listed(f"Minutes\n\n{line}\n\nWe met at noon.\n") == [("participants", people)]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_list_with_a_line_for_each_ends_where_no_person_is(between):
    """Lines are persons as long as they look like some; a sentence ends the list."""
    lines = ["PARTICIPANTS", "Mr. Holm, Chairman", "Miss Dray", "Capt. J. Poole, R.N.", "They met at the mill and spoke of the dues."]
    assert listed("Minutes\n\n" + between.join(lines) + "\n") == [
        ("participants", [("Mr. Holm", "Chairman"), ("Miss Dray", ""), ("Capt. J. Poole", "R.N.")]),
    ]


def test_lines_without_title_among_others_name_their_side():
    """Two delegations in one list are told apart by the lines that head them."""
    text = "Minutes\n\nParticipants:\n\nUnited States\n\nSecretary Holm\n\nMr. Dray\n\nNorvania\n\nMinister Lukin\n\nWe met at noon today.\n"
    (roll,) = attendance.rolls(txt.read(text.encode(), "x.txt"))
    assert [one.side for one in roll.attendees] == ["United States", "United States", "Norvania"]


def test_who_is_absent_is_in_a_list_of_its_own():
    """The absent are listed as absent, and no label is theirs."""
    text = "Minutes\n\nPresent: Mr. Holm, Miss Dray.\n\nAbsent: Mr. Poole.\n\nHolm: Is it late?\n\nDray: It is.\n"
    assert [type_ for type_, _ in listed(text)] == ["participants", "absent"]


@pytest.mark.parametrize(("present", "absent"), [
    ("Present: Mr. Holm, Miss Dray.", "Absent: Mr. Poole."), ("Present: Mr. Holm, Miss Dray.", "Apologies for absence received from: Mr. Poole."),
    ("Present: Mr. Holm, Miss Dray.", "Excused: Mr. Poole."), ("Anwesend: Herr Holm, Frau Dray.", "Abwesend: Herr Poole."),
    ("Anwesend: Herr Holm, Frau Dray.", "Es fehlten entschuldigt: Herr Poole."), ("Présents : M. Holm, Mme Dray.", "Absents et excusés : M. Poole."),
    ("Présents : M. Holm, Mme Dray.", "S’est excusé : M. Poole."), ("Presenti: sig. Holm, sig.ra Dray.", "Assenti giustificati: sig. Poole."),
    ("Asistentes: Sr. Holm, Sra. Dray.", "Excusan su asistencia: Sr. Poole."), ("Присутствовали: тов. Хольм, тов. Дрей.", "Отсутствовали: тов. Пуль."),
    ("Přítomni: p. Holm, pí Dray.", "Nepřítomni: p. Poole."), ("Přítomni: p. Holm, pí Dray.", "Omluveni: p. Poole."),
    ("Aanwezig: de heer Holm, mevrouw Dray.", "Met kennisgeving afwezig: de heer Poole."),
])
def test_who_came_and_who_did_not_are_told_apart_in_the_header(present, absent):
    """In eight languages the silent are in the list of those present, and the absent and excused in one of their own."""
    first = present.partition(",")[0].split()[-1]
    root = encoded(f"Minutes\n\n{present}\n\n{absent}\n\n{first}: Is it late?\n\nA voice: It is.\n\n{first}: So it is.\n")
    parts = {part.get("type"): ["".join(name.itertext()).split()[-1] for name in part.iterfind(".//{*}persName[1]")] for part in root.iter("{*}listPerson")}
    assert parts in ({"speakers": ["Holm"], "present": ["Dray"], "absent": ["Poole"]}, {"speakers": ["Хольм"], "present": ["Дрей"], "absent": ["Пуль"]})


def test_who_is_listed_twice_came_and_who_is_only_named_is_mentioned(tmp_path):
    """Who stands among those present and those absent came; one who is named before the list is still present; others are mentioned."""
    edition = _edition(tmp_path, {"p-holm": "Holm", "p-dray": "Dray", "p-vane": "Vane", "p-poole": "Poole"})
    text = "Talk of Dray and Vane\n\nPresent: Mr. Poole, Miss Dray, Mr. Holm.\n\nAbsent: Mr. Poole (from noon).\n\nHolm: Where is Vane?\n\nHolm: Gone.\n"
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], edition)
    root = encode(annotation, edition).tree.getroot()
    parts = {part.get("type"): [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in part] for part in root.iter("{*}listPerson")}
    assert parts == {"speakers": ["p-holm"], "present": ["p-dray", "p-poole"], "mentioned": ["p-vane"]}


@pytest.mark.parametrize("text", [
    "Present: the barn was cold, and nobody spoke of the dues before noon.", "Present day: a report.", "Those present rose.",
    "PRESENT\n\nThe barn was cold, and nobody spoke.", "Absent any proof, the case fell.", "Chairman: I open the meeting. Let us begin.",
])
def test_a_sentence_is_no_list(text):
    """A word that opens a list opens a sentence, too."""
    assert listed(f"Minutes\n\n{text}\n\nWe met at noon.\n") == []


@pytest.mark.parametrize(("label", "person"), [
    ("Holm", "mr-a-holm"), ("Mr. Holm", "mr-a-holm"), ("A. Holm", "mr-a-holm"), ("MR. HOLM", "mr-a-holm"), ("The Chairman", "mr-a-holm"), ("The Under Secretary", "mr-vane"), ("The Chair", "mr-a-holm"), ("Under Secretary", "mr-vane"),
    ("Chairman", "mr-a-holm"), ("B. Holm", "b-holm"), ("Dray", "miss-dray"), ("Poole", "poole"), ("The Secretary", "the-secretary"),
])
def test_a_label_finds_its_person_in_the_list(label, person):
    """A label is the person listed with its surname and its initials, or with its office; else a person of its own."""
    text = f"Minutes\n\nPresent: Mr. A. Holm, Chairman; Miss Dray; Mr. Vane, Under Secretary.\n\n{label}: Is it late?\n\nMr. Vane: It is.\n"
    (sp, _) = encoded(text).iter("{*}sp")
    assert sp.get("who") == f"#{person}"


@pytest.mark.parametrize(("label", "person"), [("The Secretary", "holm"), ("The Minister", "the-minister"), ("The Under Secretary", "mr-vane")])
def test_an_office_is_found_by_its_first_words_where_one_holds_it(label, person):
    """"The Secretary" is the only one listed as Secretary of something; of two ministers neither is "The Minister"."""
    text = (
        "Minutes\n\nPresent: Mr. Holm, Secretary of Trade; Mr. Vane, Under Secretary; Miss Dray, Minister of Mines; Mr. Poole, Minister of War.\n\n"
        f"{label}: Is it late?\n\nDray: It is.\n\n{label}: So it is.\n"
    )
    assert next(encoded(text).iter("{*}sp")).get("who").removeprefix("#mr-").removeprefix("#") == person.removeprefix("mr-")


def test_two_of_one_name_are_nobody_s_label():
    """A surname that two of those listed bear names neither of them."""
    text = "Minutes\n\nPresent: Mr. A. Holm, Mr. B. Holm.\n\nHolm: Is it late?\n\nMr. B. Holm: It is.\n"
    assert [sp.get("who") for sp in encoded(text).iter("{*}sp")] == ["#holm", "#mr-b-holm"]


def test_those_listed_are_persons_of_the_header_by_the_name_that_is_printed():
    """The header has everybody listed, those who speak first, by the name of the list."""
    text = "Minutes\n\nPresent: Mr. A. Holm, Miss Dray, Mr. Poole.\n\nDray: Is it late?\n\nHolm: It is.\n"
    assert ["".join(name.itertext()) for name in encoded(text).findall(".//{*}person/{*}persName[1]")] == ["Miss Dray", "Mr. A. Holm", "Mr. Poole"]


def test_no_line_of_a_list_is_a_label():
    """A line of the list that looks like a label is none."""
    text = "Minutes\n\nPresent:\n\nJ. Holm\n\nK. Dray\n\nHolm: Is it late?\n\nDray: It is.\n"
    assert len(list(encoded(text).iter("{*}sp"))) == 2


def test_reading_lists_is_linear():
    """A list of eight times the lines takes some eight times the time."""
    few, many = ("Minutes\n\nPresent:\n" + "\n".join(f"Mr. Holm{number}" for number in range(count)) for count in (1_000, 8_000))
    assert growth(listed, few, many) < 40


def test_those_listed_are_the_persons_of_the_authority_files(tmp_path):
    """A name in the list and a label point at the same entry of the authority files."""
    edition = _edition(tmp_path, {"p-holm": "Holm"}, "<forename>Arne</forename> ")
    text = "Minutes\n\nPresent: Arne Holm, Miss Dray.\n\nHolm: Is it late?\n\nDray: It is.\n"
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], edition)
    root = encode(annotation, edition).tree.getroot()
    assert root.find(".//{*}item/{*}persName").get("ref") == root.find(".//{*}sp").get("who") == "#p-holm"


def test_an_office_in_the_list_is_whom_the_authority_files_know(tmp_path):
    """A label that is an office finds its person in the list, and through the name there in the authority files."""
    edition = _edition(tmp_path, {"p-holm": "Holm", "p-dray": "Dray"})
    text = "Minutes\n\nPresent: Mr. Holm (chair), Miss Vane.\n\nThe Chairman: Is it late?\n\nHolm: It is.\n\nThe Chairman: So it is.\n"
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], edition)
    assert [sp.get("who") for sp in encode(annotation, edition).tree.getroot().iter("{*}sp")] == ["#p-holm"] * 3
    assert annotation.findings == () or {one.code for one in annotation.findings} & {"person-unlisted"} == set()


def _edition(folder, surnames, forename=""):
    """Return an edition in *folder* whose authority file lists persons of those *surnames*, by id."""
    (folder / "authorities").mkdir()
    persons = "".join(f'<person xml:id="{id_}"><persName>{forename}<surname>{name}</surname></persName></person>' for id_, name in surnames.items())
    (folder / "authorities" / "persons.xml").write_text(f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{persons}</listPerson>', encoding="utf-8")
    return Edition(folder=folder)
