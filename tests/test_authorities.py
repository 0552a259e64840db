"""Authority files: read into entries, faults told at their places; labels and mentions resolved through them, with the evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition import annotate, authorities, load, xml
from tei_edition.check import check_bytes
from tei_edition.errors import MarkupError
from tei_edition.ingest.txt import read
from tei_edition.rules.who import letter_titles, who
from tests.conftest import ROOT

LIST = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>\n{}\n</listPerson></standOff></TEI>'


def person(id_: str, forename: str, surname: str, more: str = "", father: str = "") -> str:
    """Return the entry of a person."""
    between = f' <addName type="patronymic">{father}</addName>' if father else ""
    return f'<person xml:id="{id_}"><persName><forename>{forename}</forename>{between} <surname>{surname}</surname></persName>{more}</person>'


def edition(folder: Path, shared: str = "", own: str = "") -> Path:
    """Make the folder of an edition, with authority files beside it and in it."""
    home = folder / "talks"
    for place, text in ((folder / "authorities", shared), (home / "authorities", own)):
        place.mkdir(parents=True)
        if text:
            (place / "persons.xml").write_text(LIST.format(text), encoding="utf-8")
    return home


def resolved(folder: Path, label: str, day: str = "") -> tuple[str, str]:
    """Return the id of whom *label* is found to be, and the evidence."""
    answer = who(label, day, authorities.load(folder))
    return (answer.entry.id if answer.entry else "", answer.evidence) if answer else ("", "")


GORIN = person("gorin", "Maksim", "Gorin", "<persName>Maxim Gorine</persName>", "Pavlovich")
HART = person("hart", "Ann Mary", "Hart", '<occupation from="1970-01-01" to="1974-06">Secretary of Trade</occupation>')
BELL = person("bell", "Tom", "Bell", '<occupation from="1974-07" notAfter="1980">Secretary of Trade</occupation><persName>B</persName>')


def test_without_a_folder_or_files_there_is_nothing(tmp_path: Path) -> None:
    """A lone transcript and an edition without authority files have no entries."""
    assert authorities.load(None).entries == authorities.load(tmp_path / "notes").entries == ()


def test_an_entry_holds_what_the_file_states(tmp_path: Path) -> None:
    """Names with their parts, offices with their dates, birth and identifiers are read as given."""
    more = '<birth when="1901"/><idno type="X">7</idno><affiliation from="1950">The Board</affiliation>'
    (entry,) = authorities.load(edition(tmp_path, person("lee", "Ann", "Lee", more, "Petrovna"))).entries

    assert (entry.id, entry.sort, entry.name, entry.file, entry.own) == ("lee", "person", "Ann Petrovna Lee", "persons.xml", False)
    assert (entry.names[0].forename, entry.names[0].patronymic, entry.names[0].surname) == ("Ann", "Petrovna", "Lee")
    assert entry.when("birth") == "1901"
    assert entry.identifiers == (("X", "7"),)
    assert [(office.text, office.element, office.first, office.last) for office in entry.offices] == [("The Board", "affiliation", "1950", "")]


def test_a_name_with_its_office_dates_the_office(tmp_path: Path) -> None:
    """A roleName in a dated name is an office of that time."""
    dated = '<persName from="1970" to="1971"><roleName>Chair</roleName> <surname>Lee</surname></persName>'
    (entry,) = authorities.load(edition(tmp_path, person("lee", "Ann", "Lee", dated))).entries

    assert [(office.text, office.first, office.last) for office in entry.offices] == [("Chair", "1970", "1971")]


def test_the_editions_own_list_comes_first(tmp_path: Path) -> None:
    """Of two entries with one id the edition's own is taken, and of two that bear a name likewise."""
    home = edition(tmp_path, person("lee", "Ann", "Lee") + person("lee-b", "Bob", "Lee"), person("lee", "Amy", "Lee"))

    assert [entry.name for entry in authorities.load(home).entries] == ["Amy Lee", "Bob Lee"]
    assert resolved(home, "Lee")[0] == "lee"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("<person><persName>Ann Lee</persName></person>", "2:1", "has no id"),
        ('<person xml:id="lee"/>', "2:1", "lee has no name"),
        (person("t2", "Ann", "Lee"), "2:9", "documents give the id t2"),
        (person("sic", "Ann", "Lee"), "2:9", "documents give the id sic"),
        (person("lee", "Ann", "Lee", '<birth when="1986-02-30"/>'), "2:97", "is no date"),
        (person("lee", "Ann", "Lee", '<occupation from="1990" to="1980">Chair</occupation>'), "2:102", "is later than"),
        ("<person", "2:1", ""),
    ],
)
def test_a_fault_is_told_at_its_place(tmp_path: Path, text: str, place: str, said: str) -> None:
    """Whatever is wrong in an authority file is told with the file, the line and the column."""
    with pytest.raises(MarkupError) as error:
        authorities.load(edition(tmp_path, text))

    finding = error.value.findings[0]
    assert finding.path == str(tmp_path / "authorities" / "persons.xml")
    assert said in finding.message
    assert str(finding.start) == place


def test_an_id_is_given_once(tmp_path: Path) -> None:
    """Two files of one folder cannot give one id to two entries."""
    home = edition(tmp_path, person("lee", "Ann", "Lee"))
    (tmp_path / "authorities" / "places.xml").write_text(LIST.format(person("lee", "Bob", "Lee")), encoding="utf-8")

    with pytest.raises(MarkupError, match=r"places\.xml:2:9: the id lee is given twice; 'Ann Lee' has it in persons\.xml"):
        authorities.load(home)


def test_a_file_that_is_no_list_of_tei_is_refused(tmp_path: Path) -> None:
    """A list without the namespace of the TEI is refused, and not read as an empty one."""
    home = edition(tmp_path, "x")
    (tmp_path / "authorities" / "persons.xml").write_text("<listPerson/>", encoding="utf-8")

    with pytest.raises(MarkupError, match="no list of TEI"):
        authorities.load(home)


@pytest.mark.parametrize(
    "label",
    [
        "Gorin", "GORIN", "Maksim Gorin", "Gorin, Maksim", "M. P. Gorin", "Gorin M.P.", "Gorin M. P.", "M.Gorin", "Maksim Pavlovich",
        "Maksim Pavlovich Gorin", "Gorin Maksim Pavlovich", "Maxim Gorine", "Dr. Gorin", "Mr. Gorin", "Comrade Gorin", "Minister Gorin",
        "Prime Minister Gorin", "Gorin, Minister of Trade",
    ],
)
def test_the_forms_of_a_name_are_one_person(tmp_path: Path, label: str) -> None:
    """Listed names, initials, orders, titles: each label is resolved, with the evidence in words."""
    id_, evidence = resolved(edition(tmp_path, GORIN), label)

    assert id_ == "gorin"
    assert "Maksim Pavlovich Gorin (#gorin, persons.xml)" in evidence


@pytest.mark.parametrize("label", ["N. Gorin", "Raisa Gorin", "Mrs. Gorin", "Gorina", "M", "Gorin's", "Pavlovich", "Maksim", "M. K. Gorin"])
def test_what_is_no_form_of_a_name_is_nobody(tmp_path: Path, label: str) -> None:
    """Another forename or initial, a lady's title, a form that nobody lists: no person is taken for it."""
    assert resolved(edition(tmp_path, GORIN), label) == ("", "")


def test_a_letter_is_a_title_where_the_language_has_it_so(tmp_path: Path) -> None:
    """"M. Hart" is Mr. Hart in French, and somebody with another initial elsewhere."""
    lists = authorities.load(edition(tmp_path, HART))
    french = who("M. Hart", "", lists, letter_titles("Le conseil et les ministres sont dans la salle."))

    assert who("M. Hart", "", lists, letter_titles("They are in the hall, and he is not.")) is None
    assert french is not None
    assert french.entry is not None
    assert french.entry.id == "hart"


def test_a_lady_is_one_of_whom_it_is_known(tmp_path: Path) -> None:
    """A lady's title before a surname is taken for a person whose sex the list states."""
    home = edition(tmp_path, person("lee", "Ann", "Lee", '<sex value="F"/>'))

    assert resolved(home, "Mrs. Lee")[0] == "lee"


def test_cyrillic_labels(tmp_path: Path) -> None:
    """Initials and surname in Cyrillic, with ё or е, are the listed person."""
    home = edition(tmp_path, person("semenov", "Илья", "Семёнов", "", "Петрович"))

    assert {resolved(home, label)[0] for label in ("И. П. Семенов", "Семёнов И.П.", "Илья Петрович", "СЕМЕНОВ", "Тов. Семенов")} == {"semenov"}


def test_an_office_is_held_on_a_day(tmp_path: Path) -> None:
    """"The Secretary" is who held the office on the day of the session; without a day, or between two, nobody."""
    home = edition(tmp_path, HART + BELL)

    assert [resolved(home, "The Secretary", day)[0] for day in ("1972-05-01", "1974-06", "1975", "1960", "1974", "")] == [
        "hart", "hart", "bell", "", "", "",
    ]
    assert "on 1972-05-01 Ann Mary Hart" in resolved(home, "Mr. Secretary", "1972-05-01")[1]
    assert resolved(home, "The Secretary of Trade", "1972-05-01")[0] == "hart"
    assert resolved(home, "The General Secretary", "1972-05-01") == ("", "")


def test_a_title_tells_two_of_one_name_apart(tmp_path: Path) -> None:
    """Of two with one surname a title is the one's who held that office on the day; the surname alone is nobody's."""
    home = edition(tmp_path, HART + person("hart-b", "Bob", "Hart"))

    assert resolved(home, "Secretary Hart", "1972")[0] == "hart"
    id_, evidence = resolved(home, "Hart", "1972")
    assert (id_, evidence) == ("", "'Hart' may be Ann Mary Hart (#hart, persons.xml) or Bob Hart (#hart-b, persons.xml).")


def test_the_dead_do_not_speak(tmp_path: Path) -> None:
    """Of two with one name who lived on the day is meant."""
    home = edition(tmp_path, person("lee", "Ann", "Lee", '<death when="1960"/>') + person("lee-b", "Bob", "Lee", '<birth when="1950-02"/>'))

    assert resolved(home, "Lee", "1986-11-13")[0] == "lee-b"
    assert resolved(home, "Lee", "1955")[0] == ""


def test_a_single_letter_is_somebody_only_if_it_is_listed(tmp_path: Path) -> None:
    """K is a person where the list says so, and otherwise nobody."""
    assert resolved(edition(tmp_path, BELL + GORIN), "B")[0] == "bell"


def test_our_own_lists_are_valid() -> None:
    """No checker finds anything in the authority files of the model edition."""
    for path in sorted((ROOT / "editions" / "authorities").glob("*.xml")):
        assert check_bytes(xml.read(path), path.name) == ()


def test_a_listed_name_is_evidence_for_a_label(tmp_path: Path) -> None:
    """A label that opens one paragraph alone is believed where the authority files list the name, and says so."""
    talk = "Talk of 3 May 1982\n\nHART: Let us begin.\n\nMR. LOW: I agree.\n\nHART: Then we may go on.\n\nOld {}: And I.\n\nHART: Good.\n"
    home = edition(tmp_path, GORIN)
    (home / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")

    def taken(name: str) -> list[str]:
        made = annotate([read(talk.replace("Old {}", name).encode(), "a.txt")], load(home))[0]
        return [span.evidence for span in made.spans if span.kind == "speaker" and made.source.text[span.start :].startswith(name)]

    assert "the authority files list the name" in taken("Gorin")[0]
    assert not any("authority files list the name" in evidence for evidence in taken("Dorin"))
