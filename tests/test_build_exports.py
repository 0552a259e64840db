"""What a build offers for other programs: which files, when they are made anew, and how the page links to them."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import bagit
import pytest
from lxml import html as lxml_html

from tei_edition import build, check, export, exports
from tei_edition.exports import text as text_export

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "Session of May 1, 1986\n\nSMITH: We [should] begin.\n\nJONES: Yes.\n\nSMITH: So be it.\n\nJONES: It is.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """An edition of two documents that offers a file, and several in a zip."""
    folder = tmp_path / "editions" / "notes"
    (folder / "source").mkdir(parents=True)
    for name in ("a", "b"):
        (folder / "source" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    say(folder, 'exports = ["text", "csl"]')
    return folder


def say(folder: Path, *lines: str) -> None:
    """Write the settings of the edition in *folder*."""
    (folder / "edition.toml").write_text("\n".join(['title = "Notes"', 'language = "en"', *lines, ""]), encoding="utf-8")


def built(folder: Path) -> dict[str, bytes]:
    """Build the edition in *folder* and return what it offers, by path in its ``exports``."""
    report = build(folder, folder.parent.parent / "build")
    assert not report.exit_code, [str(finding) for finding in report.findings]
    place = folder.parent.parent / "build" / folder.name / "exports"
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The platforms that are exported, in their order."""
    made: list[str] = []
    for name, module in exports.platforms().items():

        def files(documents: object, edition: object, *, name: str = name, own: object = module.files) -> Iterator[tuple[str, bytes]]:
            made.append(name)
            yield from own(documents, edition)  # type: ignore[operator]

        monkeypatch.setattr(module, "files", files)
    return made


def test_one_file_is_offered_as_it_is_and_several_in_a_zip(notes: Path) -> None:
    """The zip holds all files of the export in one folder, none with a time of today."""
    found = built(notes)
    assert list(found) == [".exports.json", "csl/references.json", "text/notes-text.zip"]
    assert [one["id"] for one in json.loads(found["csl/references.json"])] == ["notes", "a", "b"]
    with zipfile.ZipFile(notes.parent.parent / "build" / "notes" / "exports" / "text" / "notes-text.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("notes-text/printed/a.txt").decode() == TEXT
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(archive.infolist()) == len({entry.filename for entry in archive.infolist()}) == 8


def test_what_is_exported_is_no_tei_to_check_or_to_export(notes: Path, tmp_path: Path) -> None:
    """The XML of an export is left out where the build is checked or exported, and checked where it is named."""
    say(notes, 'exports = ["mods", "dublin-core"]')
    built(notes)
    assert [path.name for path in check.files([tmp_path / "build"])] == ["a.xml", "b.xml"]
    made = export("text", [tmp_path / "build"], tmp_path / "out")
    assert sorted(path.name for path in made if path.parent.name == "printed") == ["a.txt", "b.txt"]
    named = tmp_path / "build" / "notes" / "exports" / "mods" / "mods.xml"
    assert check.files([named]) == (named,)


def test_an_edition_may_be_older_than_zips(notes: Path, tmp_path: Path) -> None:
    """A date before 1980, which a zip cannot name, stands for the first that it can."""
    say(notes, 'exports = ["text"]', 'date = "1921"')
    built(notes)
    with zipfile.ZipFile(tmp_path / "build" / "notes" / "exports" / "text" / "notes-text.zip") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_bag_in_its_zip_is_a_bag(notes: Path, tmp_path: Path) -> None:
    """Unpacked, the zip of a bag is one folder that bagit finds valid."""
    known = ('publisher = "P"', 'description = "D"', "date = 2026-05-01", 'editors = ["E"]', "[licence]", 'text = "CC BY 4.0"')
    say(notes, 'exports = ["bagit"]', *known)
    built(notes)
    with zipfile.ZipFile(tmp_path / "build" / "notes" / "exports" / "bagit" / "notes-bagit.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    assert bagit.Bag(str(tmp_path / "unpacked" / "notes-bagit")).is_valid()


def test_the_page_links_to_each_with_its_size(notes: Path, tmp_path: Path) -> None:
    """The edition's page names each export, leads to its file, and says how large it is and for whom."""
    built(notes)
    page = lxml_html.fromstring((tmp_path / "build" / "notes" / "index.html").read_bytes())
    links = page.xpath("//section[@class='exports']//a")
    assert [link.text for link in links] == [text_export.TITLE, exports.platforms()["csl"].TITLE]
    for link in links:
        file = tmp_path / "build" / "notes" / link.get("href")
        assert file.is_file()
        assert f"{file.stat().st_size} bytes" in link.getparent().text_content() or "KB" in link.getparent().text_content()
    assert text_export.FOR in links[0].getparent().text_content()


def test_without_exports_nothing_is_offered(notes: Path, tmp_path: Path) -> None:
    """An edition that names none has neither folder nor section."""
    say(notes)
    built(notes)
    assert not (tmp_path / "build" / "notes" / "exports").exists()
    assert b"exports" not in (tmp_path / "build" / "notes" / "index.html").read_bytes().split(b"</head>")[1]


def test_only_what_is_out_of_date_is_made_anew(notes: Path, tmp_path: Path, counted: list[str]) -> None:
    """A second build makes none; a changed text, a changed setting, a file that was touched make those they concern."""
    first = built(notes)
    assert counted == ["text", "csl"]
    assert built(notes) == first
    assert counted == ["text", "csl"]
    say(notes, 'exports = ["text", "csl", "ris"]', "[export.dts]", 'base = "https://example.org/"')
    built(notes)
    assert counted[2:] == ["ris"]
    (notes / "source" / "b.txt").write_text(TEXT + "\nSMITH: No.\n", encoding="utf-8")
    assert built(notes)["csl/references.json"] == first["csl/references.json"]
    assert counted[3:] == ["text", "csl", "ris"]
    (tmp_path / "build" / "notes" / "exports" / "ris" / "references.ris").write_text("x")
    built(notes)
    assert counted[6:] == ["ris"]


def test_all_that_goes_into_an_export_counts(notes: Path, tmp_path: Path, counted: list[str]) -> None:
    """Ids kept by the ledger, the platform's own settings and a file that these name make it anew, each by itself."""
    script = notes / "CETEI.js"
    script.write_text("// CETEI 1", encoding="utf-8")
    say(notes, 'exports = ["ceteicean", "web-annotations"]', "[export.ceteicean]", 'script = "CETEI.js"')
    built(notes)
    script.write_text("// CETEI 2", encoding="utf-8")
    built(notes)
    say(notes, *(notes / "edition.toml").read_text(encoding="utf-8").splitlines()[2:], "[export.web-annotations]", 'base = "https://e.org/"')
    built(notes)
    assert counted == ["ceteicean", "web-annotations", "ceteicean", "web-annotations"]
    ledger = notes / "source" / "a.ids.toml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace(' t1"', ' t7"').replace(" t1.p1", " t7.p1"), encoding="utf-8")
    built(notes)
    assert b'xml:id="t7"' in (tmp_path / "build" / "notes" / "a.xml").read_bytes()
    assert counted[4:] == ["ceteicean", "web-annotations"]


def test_the_same_edition_gives_the_same_bytes_anywhere(notes: Path, tmp_path: Path) -> None:
    """Two builds into two folders offer the same files, records included."""
    first = built(notes)
    build(notes, tmp_path / "other")
    place = tmp_path / "other" / "notes" / "exports"
    assert {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()} == first


def test_what_is_not_offered_any_more_is_taken_away(notes: Path, tmp_path: Path) -> None:
    """A platform that left the settings leaves the build; a file that somebody changed stays."""
    built(notes)
    place = tmp_path / "build" / "notes" / "exports"
    (place / "text" / "notes-text.zip").write_bytes(b"mine")
    say(notes)
    assert list(built(notes)) == [".exports.json", "text/notes-text.zip"]


def test_an_export_that_lacks_something_is_told_and_the_others_are_made(notes: Path, tmp_path: Path) -> None:
    """The finding names the key; documents, page and other exports are there."""
    say(notes, 'exports = ["zenodo", "csl"]')
    report = build(notes, tmp_path / "build")
    assert report.exit_code == 1
    (finding,) = [finding for finding in report.findings if finding.severity == "error"]
    assert (finding.path, "editors" in finding.message) == (str(notes / "edition.toml"), True)
    assert (tmp_path / "build" / "notes" / "exports" / "csl" / "references.json").is_file()


def test_exports_stay_as_they_are_while_a_document_cannot_be_made(notes: Path, tmp_path: Path) -> None:
    """A broken transcript leaves what was offered before, and the page links to it."""
    first = built(notes)
    (notes / "source" / "b.txt").write_bytes(b"\xff\xfe\x00")
    report = build(notes, tmp_path / "build")
    assert report.failed == ("notes/b",)
    place = tmp_path / "build" / "notes" / "exports"
    assert {path.relative_to(place).as_posix(): path.read_bytes() for path in sorted(place.rglob("*")) if path.is_file()} == first
    page = (tmp_path / "build" / "notes" / "index.html").read_text(encoding="utf-8")
    assert page.index("notes-text.zip") < page.index("references.json")


def test_a_platform_that_fails_leaves_no_file_behind(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that breaks off is told as a fault of the tool, and no half of it is there."""

    def files(documents: Iterator[object], _: object) -> Iterator[tuple[str, bytes]]:
        yield "x.txt", b"x"
        raise ZeroDivisionError

    monkeypatch.setattr(exports.platforms()["text"], "files", files)
    report = build(notes, tmp_path / "build")
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["internal"]
    place = tmp_path / "build" / "notes" / "exports"
    assert [path.name for path in sorted(place.rglob("*")) if path.is_file()] == [".exports.json", "references.json"]
