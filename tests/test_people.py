"""People: who speaks by which labels, suggestions, and the authority files out to a table and back."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tei_edition import assign, authorities, import_people, people, people_table
from tei_edition.authorities import cells
from tei_edition.cli import main
from tei_edition.errors import MarkupError, SettingsError, ToolError
from tei_edition.suggestions import Label, suggest

PERSONS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Kept by hand. -->
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <!-- The chair. -->
      <person   xml:id="gorin">
        <persName><forename>Maksim</forename>  <surname>Gorin</surname></persName>
        <persName xml:lang='fr'>Maxime Gorine</persName>
        <occupation from="1980" to="1984-05">Minister
          of Trade</occupation>
        <idno type="X">7</idno>
      </person>
      <person xml:id="hart"><persName>Ann Hart &amp; Co</persName></person>
    </listPerson>
  </standOff>
</TEI>
"""

TALK = """Talk of 3 May 1982

Gorin: Let us begin with the harvest of this year, which was good.

Mr. Gorin: The Minister agrees with what Bell said about the harvest.

Dr. Bell: I cannot agree, since nobody has seen any figures so far.

Gorin: You will have them tomorrow, as soon as they are printed.

Bell: Then let us speak of them tomorrow, when we have seen them.

Q.: Is that all that we are to be told today?
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition with one talk, and a list of persons beside it."""
    folder = tmp_path / "editions" / "talks"
    (folder / "source").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "Talks"\nlanguage = "en"\n', encoding="utf-8")
    (folder / "source" / "a.txt").write_text(TALK, encoding="utf-8")
    (folder.parent / "authorities").mkdir()
    (folder.parent / "authorities" / "persons.xml").write_text(PERSONS, encoding="utf-8")
    return folder


def persons(edition: Path) -> str:
    """Return the list of persons beside *edition*."""
    return (edition.parent / "authorities" / "persons.xml").read_text(encoding="utf-8")


def rows(table: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(table, newline="")))


def put(edition: Path, changed: list[dict[str, str]]) -> Path:
    """Write *changed* rows to a file, as a spreadsheet does."""
    path = edition / "people.csv"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(changed[0]))
    writer.writeheader()
    writer.writerows(changed)
    path.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    return path


def test_each_label_is_listed_with_whom_it_means(edition: Path) -> None:
    """The roster has each label with its person, its turns and its documents; who is not listed keeps a person of the document."""
    found = people([edition])

    assert [(row.label, row.id, row.name, row.turns, row.documents) for row in found.rows] == [
        ("Gorin", "gorin", "Maksim Gorin", 2, ("a.txt",)),
        ("Bell", "bell", "", 1, ("a.txt",)),
        ("Dr. Bell", "dr-bell", "", 1, ("a.txt",)),
        ("Mr. Gorin", "gorin", "Maksim Gorin", 1, ("a.txt",)),
        ("Q", "", "", 1, ("a.txt",)),
    ]
    assert "Gorin (#gorin, persons.xml)" in found.rows[0].evidence
    assert {finding.code for finding in found.open} == {"person-unlisted"}


def test_a_merger_is_suggested_with_reasons_and_not_made(edition: Path) -> None:
    """Two labels of one surname are suggested as one person, and stay two."""
    (one,) = people([edition]).suggestions

    assert (one.label, one.other, one.score, one.listed) == ("Bell", "Dr. Bell", 0.9, False)
    assert one.reasons == ("the same last name", "one of them with a title")
    assert persons(edition) == PERSONS


def test_one_man_with_five_labels() -> None:
    """A surname, three titles and a letter are each suggested for one person, the letter with least weight."""
    labels = [Label(label, label.lower()) for label in ("Dr. Kellogg", "Kellogg", "Secretary Kellogg", "Mr. Kellogg", "K")]
    found = suggest(labels, authorities.EMPTY)

    assert len(found) == 10
    assert max(one.score for one in found if "K" in (one.label, one.other)) <= 0.5
    assert min(one.score for one in found if "K" not in (one.label, one.other)) > 0.8


def test_other_given_names_are_another_person() -> None:
    """Labels whose forenames or initials differ are not suggested as one."""
    labels = [Label("A. Lee", "a"), Label("B. Lee", "b"), Label("Ann Lee", "c"), Label("Lee", "d")]

    assert {(one.label, one.other) for one in suggest(labels, authorities.EMPTY)} == {
        ("A. Lee", "Ann Lee"), ("A. Lee", "Lee"), ("B. Lee", "Lee"), ("Ann Lee", "Lee"),
    }


def test_who_answers_is_another_person() -> None:
    """Two labels that answer each other are less likely to be one person."""
    (apart,) = suggest([Label("Lee", "a"), Label("Mr. Lee", "b")], authorities.EMPTY)
    (talking,) = suggest([Label("Lee", "a", 3, {"Mr. Lee": 3}), Label("Mr. Lee", "b", 3, {"Lee": 3})], authorities.EMPTY)

    assert talking.score < apart.score
    assert talking.reasons[-1] == "but one stands next to the other 3 times"


@pytest.mark.parametrize("label", ["Gorine", "Horin", "Goryn", "Dr. Gorine", "Горин", "G"])
def test_another_spelling_is_suggested_and_not_taken(edition: Path, label: str) -> None:
    """A label in another transliteration is nobody's; the listed person is suggested, with the reason."""
    path = edition / "source" / "a.txt"
    path.write_text(TALK.replace("Dr. Bell", label).replace("Bell", label), encoding="utf-8")
    found = people([edition])
    row = next(row for row in found.rows if row.label == label)
    likely = [one.id for one in found.suggestions if one.label == label and one.listed]

    assert row.name == ""
    assert likely == ([] if label == "Horin" else ["gorin"])


def test_a_table_goes_out_and_comes_back_without_a_change(edition: Path) -> None:
    """An exported table that is imported as it is changes nothing, and every byte of the file stays."""
    path = put(edition, rows(people_table(edition, people([edition]))))
    changed = import_people(edition, path)

    assert (changed.said, changed.written) == ((), ())
    assert persons(edition) == PERSONS


def test_a_table_holds_all_that_is_stated(edition: Path) -> None:
    """Each name, office and identifier has a row, and each label that waits for a person."""
    found = rows(people_table(edition, people([edition])))

    assert [(row["id"], row["item"], row["number"], row["text"]) for row in found] == [
        ("gorin", "name", "1", "Maksim Gorin"), ("gorin", "name", "2", "Maxime Gorine"), ("gorin", "office", "1", "Minister of Trade"),
        ("gorin", "identifier", "1", "7"), ("hart", "name", "1", "Ann Hart & Co"), ("", "label", "", "Bell"), ("", "label", "", "Dr. Bell"),
    ]
    assert (found[0]["forename"], found[0]["surname"]) == ("Maksim", "Gorin")
    assert (found[2]["from"], found[2]["to"], found[5]["turns"]) == ("1980", "1984-05", "1")
    assert found[5]["suggestion"] == "Dr. Bell 0.90 (the same last name; one of them with a title)"


def test_what_is_changed_in_a_table_is_changed_in_the_file_and_nothing_else(edition: Path) -> None:
    """A changed cell changes its element; comments, layout and every other byte stay."""
    table = rows(people_table(edition))
    table[0]["forename"], table[1]["text"], table[1]["language"] = "Maxim", "Maxime <Gorine>", "fr-BE"
    table[2]["to"], table[3]["text"] = "1984-06", "8"
    changed = import_people(edition, put(edition, table))

    assert persons(edition) == (
        PERSONS.replace("Maksim", "Maxim").replace("Maxime Gorine", "Maxime &lt;Gorine&gt;").replace("xml:lang='fr'", 'xml:lang="fr-BE"')
        .replace("1984-05", "1984-06").replace(">7<", ">8<")
    )
    assert changed.said[0] == "gorin: forename of name 1 was 'Maksim', is 'Maxim'."
    assert len(changed.said) == 5


def test_labels_get_their_persons_by_a_table(edition: Path) -> None:
    """A label with an id becomes a name of that person; an id that is nowhere, a new person with the parts that are given."""
    table = rows(people_table(edition, people([edition])))
    for row in table[-2:]:
        row["id"] = "bell"
    table[-2] |= {"forename": "Tom", "surname": "Bell"}
    changed = import_people(edition, put(edition, table))

    assert changed.said == ("bell: a new person.", "bell: 'Bell' is listed as a name.", "bell: 'Dr. Bell' is listed as a name.")
    added = """
      <person xml:id="bell">
        <persName><forename>Tom</forename> <surname>Bell</surname></persName>
        <persName>Bell</persName>
        <persName>Dr. Bell</persName>
      </person>
    </listPerson>"""
    assert persons(edition) == PERSONS.replace("\n    </listPerson>", added)
    assert [row.name for row in people([edition]).rows] == ["Maksim Gorin", "Tom Bell", "Tom Bell", "Maksim Gorin", ""]


def test_rows_without_a_number_are_added(edition: Path) -> None:
    """A new name, office or identifier of an entry is added after what it has, and once, however often the table is imported."""
    table = rows(people_table(edition))
    blank = dict.fromkeys(table[0], "")
    new = [
        blank | {"id": "gorin", "sort": "person", "item": "name", "forename": "Макс", "surname": "Горин", "language": "ru"},
        blank | {"id": "hart", "sort": "person", "item": "office", "text": "Chair", "from": "1981"},
        blank | {"id": "bonn", "sort": "place", "item": "name", "text": "Bonn"},
    ]
    import_people(edition, put(edition, [*table, *new]))
    name = '<persName xml:lang="ru"><forename>Макс</forename> <surname>Горин</surname></persName>'

    assert f"Maxime Gorine</persName>\n        {name}\n" in persons(edition)
    assert 'Co</persName>\n        <occupation from="1981">Chair</occupation></person>' in persons(edition)
    again = import_people(edition, edition / "people.csv")
    assert (again.said, again.written) == ((), ())
    entries = authorities.load(edition).by_id
    assert [office.text for office in entries["hart"].offices] == ["Chair"]
    assert (entries["bonn"].sort, entries["bonn"].file, entries["bonn"].name) == ("place", "places.xml", "Bonn")


@pytest.mark.parametrize(
    ("row", "column", "value", "said"),
    [
        (2, "from", "May 1980", "from must be a day"), (2, "from", "1985", "is later than"), (0, "language", "English", "language"),
        (0, "text", "Max Gorin", "made of parts"), (1, "text", "", "is gone"), (0, "surname", "", "is gone"), (0, "item", "nickname", "is none"),
        (0, "number", "9", "has no name 9"), (0, "sort", "ship", "is none"), (5, "id", "t1", "can be no id"), (5, "id", "a b", "can be no id"),
        (1, "text", "A\x07", "XML cannot hold"), (6, "id", "gorinn", "The nearest is gorin (Maksim Gorin)."), (6, "id", "nobody", "'nobody'. For a new entry"),
    ],
)
def test_a_fault_in_a_table_writes_nothing(edition: Path, row: int, column: str, value: str, said: str) -> None:
    """A cell that says what cannot be is told with its line and column, and no file is touched."""
    table = rows(people_table(edition, people([edition])))
    table[1]["type"], table[5]["surname"] = "other", "Bell"
    table[row][column] = value
    with pytest.raises(ToolError) as error:
        import_people(edition, put(edition, table))

    assert said in str(error.value)
    assert persons(edition) == PERSONS
    if isinstance(error.value, SettingsError):
        assert str(error.value).startswith(f"{edition / 'people.csv'}:{row + 2}:")


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "no column"), (b"id,sort\n", "no column"), (b"id,sort,item,number,text,file\na\n", "1 cells"), (b"\xff\xfe", "UTF-8"),
     (b'id,sort,item,number,text,file\n"a', "no table")],
)
def test_what_is_no_table_is_refused(edition: Path, data: bytes, said: str) -> None:
    """A file that is no table with the known columns is refused at its line."""
    (edition / "people.csv").write_bytes(data)
    with pytest.raises(SettingsError, match=said):
        import_people(edition, edition / "people.csv")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=20))
def test_no_cell_is_a_formula(value: str) -> None:
    """Whatever a value begins with, its cell begins with no sign of a formula, and the value comes back."""
    cell = cells.guarded(value)

    assert not re.match(r"[=+\-@\t\r\n]", cell)
    assert cells.plain(cell) == value


@given(st.lists(st.fixed_dictionaries({name: st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8) for name in "abc"}), max_size=5))
def test_a_table_comes_back(written: list[dict[str, str]]) -> None:
    """Any cells, with quotation marks, line ends and signs of formulas, come back as they were."""
    given_ = [row for row in written if any(row.values())]
    back = cells.read(cells.write("abc", given_).encode(), "t.csv", "abc")

    assert [dict(line.cells) for line in back] == given_


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_read(edition: Path, delimiter: str) -> None:
    """A table that a spreadsheet saved with semicolons or tabs is read."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(csv.reader(io.StringIO(people_table(edition), newline="")))
    (edition / "people.csv").write_text(out.getvalue(), encoding="utf-8", newline="")

    assert import_people(edition, edition / "people.csv").said == ()


def test_a_label_is_assigned(edition: Path) -> None:
    """A label becomes a name of the person whose id is given; a dry run says so and writes nothing."""
    dry = assign(edition, [("Dr. Bell", "hart")], dry=True)
    assert persons(edition) == PERSONS
    wet = assign(edition, [("Dr. Bell", "hart")])

    assert dry.said == wet.said == ("hart: 'Dr. Bell' is listed as a name (persons.xml).",)
    assert persons(edition) == PERSONS.replace("Co</persName>", "Co</persName><persName>Dr. Bell</persName>")
    assert assign(edition, [("Dr. Bell", "hart")]).said == ()


@pytest.mark.parametrize(("id_", "said"), [
    ("gorni", "The nearest is gorin (Maksim Gorin). For a new"), ("Gorine", "gorin (Maksim Gorin)"), ("Горин", "gorin (Maksim Gorin)"),
    ("xyz", "'xyz'. For a new person add: --new xyz"),
])
def test_an_id_that_is_nowhere_is_refused_with_the_nearest(edition: Path, id_: str, said: str) -> None:
    """A mistyped id makes no person: the nearest are named by id and name, in whatever script, and nothing is written."""
    with pytest.raises(SettingsError) as error:
        assign(edition, [("Bell", "hart"), ("Dr. Bell", id_)])

    assert said in str(error.value)
    assert persons(edition) == PERSONS
    with pytest.raises(SettingsError, match=r"The nearest is bell\. For"):
        assign(edition, [("Bell", "bel")], [("bell", "Bell, Tom")])
    assert assign(edition, [("Dr. Bell", "bell")], [("bell", "Bell, Tom")]).said[0] == "bell: a new person, Bell, Tom."


def test_a_list_is_begun(edition: Path) -> None:
    """Where there is no list, one is made in the edition's own folder, and it is valid TEI that is read again."""
    changed = assign(edition, [("Bell", "bell")], [("bell", "Bell, Tom")], own=True)
    (path,) = changed.written

    assert path == edition / "authorities" / "persons.xml"
    assert [entry.name for entry in authorities.load(edition).entries if entry.own] == ["Tom Bell"]
    assert etree.parse(path).getroot().tag == "{http://www.tei-c.org/ns/1.0}TEI"


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(edition: Path, ending: str) -> None:
    """What is added has the line ends of the file, and the mark before it stays."""
    path = edition.parent / "authorities" / "persons.xml"
    path.write_bytes(b"\xef\xbb\xbf" + PERSONS.replace("\n", ending).encode())
    assign(edition, [], [("bell", "Bell, Tom")])
    data = path.read_bytes()

    assert data.startswith(b"\xef\xbb\xbf<?xml")
    assert data.count(b"\n") == data.count(ending.encode()) == PERSONS.count("\n") + 3


def test_a_file_in_another_encoding_is_not_written(edition: Path) -> None:
    """A list that is not in UTF-8 is refused rather than rewritten."""
    path = edition.parent / "authorities" / "persons.xml"
    data = PERSONS.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    path.write_bytes(data)
    with pytest.raises(MarkupError, match="only UTF-8 is written"):
        assign(edition, [("Bell", "hart")])

    assert path.read_bytes() == data


def run(*words: object, code: int = 0) -> str:
    """Run the command and return all that it says."""
    done = CliRunner().invoke(main, ["people", *map(str, words)])
    assert done.exit_code == code, done.output
    return done.output


def test_the_command_lists_and_writes(edition: Path, tmp_path: Path) -> None:
    """People lists, writes a table, assigns and imports; without a terminal it asks nothing."""
    assert "2  Gorin: Maksim Gorin (#gorin); a.txt" in run(edition)
    assert "0.90  Bell = Dr. Bell" in run("list", edition)
    run(edition, "--csv", tmp_path / "people.csv")
    assert (tmp_path / "people.csv").read_text(encoding="utf-8").startswith("id,sort,item")
    assert "there is no such file or folder" in run(edition.with_name("nowhere"), code=2)
    assert "it asks only on a terminal" in run("assign", edition, code=2)
    assert "1 changed." in run("assign", edition, "--is", "Bell", "hart")
    assert "Nothing is changed." in run("import", edition, tmp_path / "people.csv", code=0)
    assert "a table is of an edition" in run(_alone(edition, tmp_path), "--csv", "-", code=2)


def _alone(edition: Path, tmp_path: Path) -> Path:
    """Return a transcript that is in no edition."""
    path = tmp_path / "alone.txt"
    path.write_bytes((edition / "source" / "a.txt").read_bytes())
    return path


def test_what_is_open_is_asked_on_a_terminal(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal each open label is asked for, and what is answered is written."""
    monkeypatch.setattr("tei_edition.cli.people.is_terminal", lambda: True)
    done = CliRunner().invoke(main, ["people", "assign", str(edition)], input="\nhrat\nhart\n")

    assert done.exit_code == 0, done.output
    assert "Bell: 1 turn," in done.output
    assert "nobody who is listed has the id 'hrat'. The nearest is hart (Ann Hart & Co)." in done.output
    assert persons(edition) == PERSONS.replace("Co</persName>", "Co</persName><persName>Dr. Bell</persName>")


def test_a_new_person_can_be_answered(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a plus asks for the id and the name of a new person, whom the next question knows."""
    monkeypatch.setattr("tei_edition.cli.people.is_terminal", lambda: True)
    done = CliRunner().invoke(main, ["people", "assign", str(edition)], input="+\nbell\nBell, Tom\nbell\n")

    assert done.exit_code == 0, done.output
    assert [row.name for row in people([edition]).rows] == ["Maksim Gorin", "Tom Bell", "Tom Bell", "Maksim Gorin", ""]


def test_a_new_person_is_called_by_the_name_that_has_parts(edition: Path) -> None:
    """Whatever the order of the rows, a new person is called by surname and forename, and not by a label."""
    table = rows(people_table(edition, people([edition])))
    name = dict.fromkeys(table[0], "") | {"id": "bell", "sort": "person", "item": "name", "forename": "Tom", "surname": "Bell"}
    table[-2]["id"] = table[-1]["id"] = "bell"
    import_people(edition, put(edition, [*table, name]))

    assert authorities.load(edition).by_id["bell"].name == "Tom Bell"
