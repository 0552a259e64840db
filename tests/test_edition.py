"""``edition.toml``: what it may say, and how it is refused."""

from __future__ import annotations

import json
import pickle
import tomllib
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tei_edition import edition, edition_fields, pages, toml
from tei_edition.errors import SettingsError
from tei_edition.resources import SCHEMAS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FULL = """
title = "Notes"
publisher = "Archive"
place = "Vienna"
date = "2026-05"
editors = ["A", "B"]
language = "en"
profile = "nsarchive"
encoding = "windows-1251"
brackets-by = "Translator"
description = "Notes."
keywords = ["peace", "arms"]
titles = { ru = "Записи", zh-Hant = "筆記" }
address = "https://example.org/n/"
repository = "Archive"
collection = "Fond 2"
call-number = "Opis 1"
exports = ["text", "speeches"]
identifiers = { DOI = "10.1/x", ISBN = "1" }

[licence]
target = "https://example.org/l"
text = "CC BY"

[check]
ignore = ["header-terms"]
schema = ["schemas/ours.rng"]
catalog = "catalog.xml"
source = "p5subset.xml"

[check.files."letters/**"]
ignore = ["date"]
schema = ["schemas/letters.rnc"]

[documents."1986-11-13.txt"]
title = "T"
date = 1986-11-13
place = "Moscow"
language = "ru"
author = "A"
notetaker = "N"
encoding = "utf-8"
titles = { de = "D" }
"""


def folder(path: Path, settings: str) -> Path:
    """Make an edition with one transcript."""
    (path / "source").mkdir(parents=True, exist_ok=True)
    (path / "source" / "1986-11-13.txt").write_text("x", encoding="utf-8")
    (path / "edition.toml").write_text(settings, encoding="utf-8")
    return path


def faults(path: Path, settings: str) -> list[str]:
    """Return what is said of *settings*, without the folder."""
    with pytest.raises(SettingsError) as caught:
        edition.load(folder(path, settings))
    return [str(finding).removeprefix(f"{path}/") for finding in caught.value.findings]


def test_every_setting_is_read(tmp_path: Path) -> None:
    """What the file says arrives, and a worker process can be given it."""
    read = edition.load(folder(tmp_path / "notes", FULL))
    assert (read.name, read.title, read.date, read.editors) == ("notes", "Notes", "2026-05", ("A", "B"))
    assert read.brackets_by == "Translator"
    assert (read.exports, read.keywords, read.call_number) == (("text", "speeches"), ("peace", "arms"), "Opis 1")
    assert read.identifiers == {"DOI": "10.1/x", "ISBN": "1"}
    assert read.licence == edition.Licence("https://example.org/l", "CC BY")
    assert read.titles == {"ru": "Записи", "zh-Hant": "筆記"}
    assert read.documents["1986-11-13.txt"] == edition.Document("T", "1986-11-13", "Moscow", "ru", "A", "N", "utf-8", titles={"de": "D"})
    assert pickle.loads(pickle.dumps(read)) == read


def test_a_document_takes_language_and_encoding_from_the_edition(tmp_path: Path) -> None:
    """What a document does not say of itself the edition says, and nothing else is taken over."""
    read = edition.load(folder(tmp_path, 'title = "T"\nplace = "Vienna"\nlanguage = "de"\nencoding = "latin-1"'))
    assert read.document("any.txt") == edition.Document(language="de", encoding="latin-1")


def test_nothing_is_invented() -> None:
    """A lone transcript has no title, no publisher, no licence and an undetermined language."""
    assert edition.lone() == edition.Edition(language="und", profile="nsarchive")
    assert not any([edition.lone().title, edition.lone().publisher, edition.lone().editors, edition.lone().licence])


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('title = "T"\npublsher = "A"', 'edition.toml:2:1: unknown key "publsher". Did you mean "publisher"?'),
        ('title = "T"\nbrackets_by = "A"', 'edition.toml:2:1: unknown key "brackets_by". Did you mean "brackets-by"?'),
        ('publisher = "A"', 'edition.toml:1:1: the key "title" (title of the edition) is missing.'),
        ("title = 3", 'edition.toml:1:9: "title" must be a text between double quotes, not the number 3.'),
        ('title = ""', 'edition.toml:1:9: "title" is empty;'),
        ('title = "a\\u0001b"', 'edition.toml:1:9: "title" holds the character U+0001'),
        ('title = "T"\neditors = "A"', 'edition.toml:2:11: "editors" must be a list. Write editors = ["A"]'),
        ('title = "T"\neditors = ["A",\n  7]', 'edition.toml:3:3: "editors" must be a text between double quotes'),
        ('title = "T"\ndate = "May 1986"', 'edition.toml:2:8: "date" must be a day such as 1986-11-13'),
        ('title = "T"\ndate = "1986-13"', 'edition.toml:2:8: "date" is not a date of the calendar'),
        ('title = "T"\nlanguage = "English language"', 'edition.toml:2:12: "language" must be a language tag'),
        ('title = "T"\nencoding = "utf-99"', 'edition.toml:2:12: "encoding" must be a character encoding'),
        ('title = "T"\nencoding = "rot13"', 'edition.toml:2:12: "encoding" must be a character encoding'),
        ('title = "T"\nprofile = "nsarchiv"', 'edition.toml:2:11: there is no profile "nsarchiv".'),
        ('title = "T"\nlicence = "CC"', 'edition.toml:2:11: "licence" must be a table, not "CC".'),
        ('title = "T"\n[licence]', "edition.toml:2:1: the licence says nothing."),
        ('title = "T"\n[licence]\nurl = "x"', 'edition.toml:3:1: unknown key "url".'),
        ('title = "T"\n[licence]\ntarget = "a b"', 'edition.toml:3:10: "target" must be an address without blanks'),
        ('title = "T"\n[identifiers]\n"a b" = "x"', 'edition.toml:3:1: "a b" cannot be a name here.'),
        ('title = "T"\n[titles]\nRussian = "R"', "edition.toml:3:1: a key of titles must be a language tag"),
        ('title = "T"\n[documents."1986-11-13.txt".titles]\n"e" = "E"', "edition.toml:3:1: a key of titles must be a language tag"),
        ('title = "T"\n[documents."1986-11-13.txt"]\ntitles = "E"', 'edition.toml:3:10: "titles" must be a table'),
        ('title = "T"\n[documents."1986-11-31.txt"]', 'edition.toml:2:1: there is no "1986-11-31.txt" in source/. Did'),
        ('title = "T"\n[documents.1986-11-13.txt]', 'is not a whole file name. Write [documents."1986-11-13.txt"]'),
        ('title = "T"\ndocuments = { "1986-11-13.txt" = { day = 1 } }', 'edition.toml:2:36: unknown key "day".'),
        ('title = "T"\ndocuments."1986-11-13.txt" = 1', 'edition.toml:2:30: "1986-11-13.txt" must be a table, not the'),
        ("title = 'T'\ntitle = 'U'", "edition.toml:2:12: this is not TOML: cannot overwrite a value. Each key"),
        ('title = " "', '"title" is empty; there must be a title of the edition. Write such as: title = "Politburo Notes"'),
        ('title = "T"\n[documents.1986-11-13]\nplace = "X"', 'edition.toml:2:1: "1986-11-13" is not a whole file name.'),
    ],
)
def test_a_fault_is_named_at_its_place(tmp_path: Path, settings: str, said: str) -> None:
    """Each fault is told with line, column and what to write instead."""
    assert any(said in fault for fault in faults(tmp_path, settings)), faults(tmp_path, settings)


def test_a_file_name_without_quotation_marks_is_one_fault(tmp_path: Path) -> None:
    """Of a document whose name is parted by its points the transcript is named, never its ledger, at its own line."""
    folder(tmp_path, "")
    (tmp_path / "source" / "1986-11-13.ids.toml").write_text("", encoding="utf-8")
    for inside in ("", 'place = "X"'):
        said = 'edition.toml:2:1: "1986-11-13" is not a whole file name. Write [documents."1986-11-13.txt"], with the quotation marks'
        assert faults(tmp_path, f'title = "T"\n[documents.1986-11-13.txt]\n{inside}') == [said]
    (told,) = faults(tmp_path, 'title = "T"\n\n[documents.1986-11-13]')
    assert told == 'edition.toml:3:1: "1986-11-13" is not a whole file name. Write [documents."1986-11-13.txt"]'


def test_a_folder_of_editions_is_no_edition(tmp_path: Path) -> None:
    """Whoever names the folder above an edition is shown the edition, and is not told to make one of the folder."""
    folder(tmp_path / "notes", 'title = "T"')
    with pytest.raises(SettingsError) as caught:
        edition.load(tmp_path)
    assert f"name one, such as {tmp_path / 'notes'}" in str(caught.value)
    assert "tei-edition new" not in str(caught.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """One run tells every fault, in the order of the file."""
    told = faults(tmp_path, 'tite = "T"\ndate = 3\n[licence]\nx = 1')
    assert [fault.split(": ")[0] for fault in told] == [f"edition.toml:{at}" for at in ["1:1", "1:1", "2:8", "4:1"]]


def test_a_folder_without_settings(tmp_path: Path) -> None:
    """A folder without edition.toml is named, with the command that makes one."""
    with pytest.raises(SettingsError, match=r"no edition\.toml\. .*tei-edition new"):
        edition.load(tmp_path)


def test_a_profile_beside_the_settings_can_be_named(tmp_path: Path) -> None:
    """An edition's own profile is a file in its folder."""
    folder(tmp_path, 'title = "T"\nprofile = "ours"')
    (tmp_path / "ours.toml").write_text("", encoding="utf-8")
    assert edition.load(tmp_path).profile == "ours"


def test_the_committed_schema_is_fresh() -> None:
    """schemas/edition.schema.json is what the definitions of the fields make (run: make schema)."""
    committed = (SCHEMAS / "edition.schema.json").read_text(encoding="utf-8")
    assert committed == edition_fields.schema_text()


def test_the_schema_and_the_reader_agree(tmp_path: Path) -> None:
    """The schema is a valid one, accepts the full example and refuses what the reader refuses."""
    described = json.loads(edition_fields.schema_text())
    jsonschema.Draft7Validator.check_schema(described)
    validator = jsonschema.Draft7Validator(described)
    data = tomllib.loads(FULL.replace("date = 1986-11-13", 'date = "1986-11-13"'))
    assert not list(validator.iter_errors(data))
    for wrong in ({}, {"title": ""}, {"title": "T", "editor": "A"}, {"title": "T", "editors": "A"}):
        assert list(validator.iter_errors(wrong)), wrong
        assert faults(tmp_path, "\n".join(f"{key} = {json.dumps(value)}" for key, value in wrong.items()))


def test_every_page_is_fresh() -> None:
    """The tables of the documentation are those the definitions make (run: make schema)."""
    assert [str(path) for path, text in pages.pages().items() if path.read_text(encoding="utf-8") != text] == []
    shown = (ROOT / "docs" / "edition-toml.md").read_text(encoding="utf-8")
    for field in (*edition_fields.EDITION_FIELDS, *edition_fields.DOCUMENT_FIELDS, *edition_fields.LICENCE_FIELDS):
        assert f"| `{field.key}` | {field.kind.words} | {field.says}" in shown


def test_the_examples_are_accepted(tmp_path: Path) -> None:
    """Each field's example is a value the reader takes."""
    for field in edition_fields.EDITION_FIELDS:
        if field.example:
            title = "" if field.key == "title" else 'title = "T"\n'
            edition.load(folder(tmp_path, f"{title}{field.key} = {field.example}"))


def test_the_position_is_the_keys_not_the_comments(tmp_path: Path) -> None:
    """A key named in a comment before it is not taken for it."""
    assert faults(tmp_path, "title = 'T' # dat = 1\ndat = 1")[0].startswith("edition.toml:2:1:")
    assert toml.CODE == "settings"
