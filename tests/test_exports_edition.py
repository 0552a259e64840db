"""What an export knows of the edition: its settings, what a platform needs, and which TEI files are its documents."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from lxml import html

from tei_edition import build, edition, export, exporting, exports, xml
from tei_edition.cli import main
from tei_edition.conversion import convert_bytes
from tei_edition.encode import serialize
from tei_edition.errors import SettingsError, UsageError
from tei_edition.exports._known.document import Document
from tei_edition.exports._known.documents import documents
from tei_edition.exports._known.needed import needed, stated
from tei_edition.fields import ADDRESS, TEXT, Field
from tei_edition.outputs.html import render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT_OF = "Session of May 1, 1986\n\nSMITH: We [should] begin.\n\n[Source: National Archive, box 3.]\n"
LIST = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listPerson/></standOff></TEI>"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """An edition of two documents, with an authority file."""
    folder = tmp_path / "editions" / "notes"
    (folder / "source").mkdir(parents=True)
    (folder / "authorities").mkdir()
    (folder / "authorities" / "own.xml").write_text(LIST, encoding="utf-8")
    (folder / "edition.toml").write_text('title = "Notes"\nlanguage = "en"\n', encoding="utf-8")
    for name in ("a", "b"):
        (folder / "source" / f"{name}.txt").write_text(TEXT_OF, encoding="utf-8")
    return folder


@pytest.fixture
def harbour(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A platform that asks for something of its own, and says in its one file what it was told."""
    module = ModuleType("tei_edition.exports.harbour_list")
    fields = (Field("base", ADDRESS, "where it is served", '"https://example.org/"'), Field("first-name", TEXT, "a name", '"A"'))
    vars(module).update(SETTINGS=fields, TITLE="T", FOR="F", CHECKED="C", files=_told)
    monkeypatch.setattr(exports, "names", lambda: ("harbour-list", "text"))
    monkeypatch.setattr(exports, "settings", lambda name: fields if name == "harbour-list" else ())
    monkeypatch.setattr(exports, "platforms", lambda: {"harbour-list": module})
    return module


def _told(documents: Iterator[object], whose: edition.Edition) -> Iterator[tuple[str, bytes]]:
    yield "told.txt", f"{stated(whose, 'export.harbour-list.base')} {stated(whose, 'export.harbour-list.first-name')}".encode()


def with_settings(folder: Path, *lines: str) -> edition.Edition:
    """Return the edition in *folder* with *lines* added to its settings."""
    path = folder / "edition.toml"
    path.write_text("\n".join([path.read_text(encoding="utf-8"), *lines, ""]), encoding="utf-8")
    return edition.load(folder)


def test_an_unknown_export_is_refused_at_its_place(notes: Path) -> None:
    """A platform that is not there is told with line, column and the nearest name."""
    with pytest.raises(SettingsError, match=r'edition.toml:4:20: .*there is no export "speches". Did you mean "speeches"'):
        with_settings(notes, 'exports = ["text", "speches"]')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[export.harbor-list]\nbase = "x"', r'edition.toml:4:\d+: .*unknown key "harbor-list". Did you mean "harbour-list"'),
        ('[export.harbour-list]\nbse = "x"', r'edition.toml:5:1: .*unknown key "bse". Did you mean "base"'),
        ("[export.harbour-list]\nbase = 3", r'edition.toml:5:8: .*"base" must be a text'),
        ("export = 1", r'edition.toml:4:10: .*"export" must be a table'),
    ],
)
def test_unknown_settings_of_a_platform_are_refused_at_their_place(notes: Path, harbour: ModuleType, line: str, said: str) -> None:
    """An unknown platform, key or kind of value is told with line, column and the nearest name."""
    with pytest.raises(SettingsError, match=said):
        with_settings(notes, line)


def test_settings_go_by_platform_and_key(notes: Path, harbour: ModuleType) -> None:
    """Platform and key are written in Python as in the file."""
    own = with_settings(notes, '[export.harbour-list]\nbase = "x:y"\nfirst-name = "A"')
    assert own.export_settings == {"harbour-list": {"base": "x:y", "first-name": "A"}}


def test_the_command_line_comes_before_the_edition(notes: Path, harbour: ModuleType, tmp_path: Path) -> None:
    """`--set` overrides one key and leaves the others."""
    with_settings(notes, '[export.harbour-list]\nbase = "x:y"\nfirst-name = "A"')
    build(notes, tmp_path / "build")
    words = ["export", "harbour-list", str(notes), "--built", str(tmp_path / "build"), "--set", "base=z:1", "-o", str(tmp_path / "out")]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "told.txt").read_text() == "z:1 A"


@pytest.mark.parametrize(
    ("settings", "said"),
    [({"bse": "x"}, 'has no setting "bse". Did you mean "base"'), ({"base": "a b"}, "base must be an address without blanks")],
)
def test_wrong_settings_on_the_command_line_are_refused(harbour: ModuleType, tmp_path: Path, settings: dict[str, str], said: str) -> None:
    """An unknown key and a wrong value are told."""
    with pytest.raises(UsageError, match=said):
        export("harbour-list", [tmp_path], tmp_path / "out", settings=settings)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("publisher", 'Write publisher = "National Security Archive"'),
        ("editors", r'Write editors = \["Jane Doe"\]'),
        ("identifiers.DOI", r'Write under \[identifiers\]: DOI = "10.1234/abcd"'),
        ("licence.target", r"Write under \[licence\]: target = "),
        ("licence", r"Write under \[licence\]: target = "),
        ("export.harbour-list.base", r'Write under \[export.harbour-list\]: base = "https://example.org/"'),
    ],
)
def test_what_is_needed_and_not_there_is_an_error_that_names_the_key(notes: Path, harbour: ModuleType, key: str, line: str) -> None:
    """The error names the file, the key, why it is asked for, and an example of what to write."""
    with pytest.raises(SettingsError, match=rf'notes/edition.toml: .*needs "{key}": the list names it.*{line}'):
        needed(edition.load(notes), key, "harbour-list", "the list names it")
    with pytest.raises(SettingsError, match="Name the edition's folder with --edition"):
        needed(edition.lone(), key, "harbour-list", "the list names it")


def test_what_is_needed_and_there_is_given(notes: Path) -> None:
    """Texts and lists are given as they are; capitals in the type of an identifier do not matter."""
    own = with_settings(notes, 'publisher = "P"', 'editors = ["A"]', 'identifiers = { doi = "10.1/x" }')
    assert [needed(own, key, "text", "w") for key in ("publisher", "editors", "identifiers.DOI")] == ["P", ("A",), "10.1/x"]


def test_the_folder_of_an_edition_exports_what_build_made(notes: Path, tmp_path: Path) -> None:
    """Before the build the error says to build; after it every document is there, and no authority file."""
    built = tmp_path / "build"
    with pytest.raises(UsageError, match=r"not built yet; run first: tei-edition build"):
        export("text", [notes], tmp_path / "out", built=built)
    build(notes, built)
    made = export("text", [notes], tmp_path / "out", built=built)
    assert [path.name for path in made if path.parent.name == "printed"] == ["a.txt", "b.txt"]
    assert exporting.edition_among([notes]).title == "Notes"


def test_what_was_built_of_an_edition_that_has_changed_is_not_exported(notes: Path, tmp_path: Path) -> None:
    """A transcript, a setting or a decision changed since the build asks for another one; what only exports are told does not."""
    built = tmp_path / "build"
    build(notes, built)
    with_settings(notes, 'exports = ["text"]', "[export.dts]", 'base = "https://example.org/"')
    assert export("text", [notes], tmp_path / "out", built=built)
    (notes / "source" / "a.txt").write_text(f"{TEXT_OF}x", encoding="utf-8")
    with pytest.raises(UsageError, match=r"not in .*build/notes as it stands now; run first: tei-edition build"):
        export("text", [notes], tmp_path / "out", built=built)
    assert not build(notes, built).failed
    assert export("text", [notes], tmp_path / "out", built=built)


def test_an_edition_that_is_named_comes_before_the_one_beside(notes: Path, tmp_path: Path) -> None:
    """`--edition` says whose settings count, for files that are of no edition and for those that are of another."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "edition.toml").write_text('title = "Other Notes"\n', encoding="utf-8")
    build(tmp_path / "editions", tmp_path / "build")
    alone = tmp_path / "alone.xml"
    alone.write_bytes((tmp_path / "build" / "notes" / "a.xml").read_bytes())
    for number, path in enumerate((alone, tmp_path / "build" / "notes")):
        words = ["export", "bibtex", str(path), "--edition", str(other), "-o", str(tmp_path / f"out{number}")]
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 0, done.output
        said = (tmp_path / f"out{number}" / "references.bib").read_text(encoding="utf-8")
        assert said.startswith("@book{other,\n  title = {{Other Notes}}")
    refused = CliRunner().invoke(main, ["export", "bibtex", str(alone), "--edition", str(tmp_path), "-o", str(tmp_path / "no")])
    assert (refused.exit_code, (tmp_path / "no").exists()) == (1, False)
    assert "edition.toml" in refused.output


def test_a_built_folder_knows_its_edition(notes: Path, tmp_path: Path) -> None:
    """The folder that build made, and a file in it, are of the edition of their name; a stranger is of none."""
    built = tmp_path / "build"
    build(tmp_path / "editions", built)
    for path in (built / "notes", built / "notes" / "a.xml"):
        assert exporting.edition_among([path]).title == "Notes"
    assert exporting.edition_among([built]).folder is None
    with_settings(notes)
    (notes / "edition.toml").write_text('title = "Others"\n', encoding="utf-8")
    assert exporting.edition_among([built / "notes"]).folder is None


def test_a_folder_holds_no_documents_but_texts(notes: Path, tmp_path: Path) -> None:
    """Authority files, registers, hidden files and what build exported are left out; a register that is named is refused."""
    folder = tmp_path / "build" / "notes"
    build(notes, tmp_path / "build")
    (folder / "exports").mkdir()
    (folder / "exports" / ".exports.json").write_text("{}", encoding="utf-8")
    for name in ("authorities/persons.xml", "register.xml", ".hidden.xml", "exports/mods/a.xml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(LIST, encoding="utf-8")
    made = export("text", [tmp_path / "build"], tmp_path / "out")
    assert [path.name for path in made if path.parent.name == "printed"] == ["a.txt", "b.txt"]
    with pytest.raises(Exception, match="text"):
        export("text", [folder / "register.xml"], tmp_path / "out")


def test_a_document_finds_what_stands_beside_it(notes: Path, tmp_path: Path) -> None:
    """The page, the PDF, the transcript and the certificate are found; what is not there is None."""
    build(notes, tmp_path / "build")
    (document, _) = documents(sorted((tmp_path / "build" / "notes").glob("*.xml")))
    found = [document.beside(suffix) for suffix in (".html", ".pdf", ".txt", ".proof.json", ".map.json")]
    assert [path.name for path in found if path] == ["a.html", "a.pdf", "a.txt", "a.proof.json", "a.map.json"]
    assert document.beside(".txt").read_text(encoding="utf-8") == TEXT_OF
    assert document.beside(".epub") is None
    assert Document("a", document.tree).beside(".txt") is None


def test_the_header_says_where_the_original_is(notes: Path) -> None:
    """The source note comes before the edition, a document's own settings before both; a collection is never of another repository."""
    lines = ['repository = "Edition\'s"', 'collection = "C"', 'call-number = "1"']

    def held(text: str, *own: str) -> list[str | None]:
        whose = with_settings(notes, *lines, *(["[documents.'a.txt']", *own] if own else []))
        (notes / "edition.toml").write_text('title = "Notes"\n', encoding="utf-8")
        tree = xml.parse_bytes(serialize(convert_bytes(text.encode(), whose, "a.txt").tree), "a")
        return [one.text for one in tree.find(".//{*}msIdentifier")]

    assert held(TEXT_OF) == ["National Archive", "box 3"]
    assert held("A: Yes.\n") == ["Edition's", "C", "1"]
    assert held(TEXT_OF, 'repository = "Own"', 'call-number = "2"') == ["Own", "2"]
    assert held(TEXT_OF, 'collection = "D"') == ["National Archive", "D", "box 3"]


def test_the_header_says_what_an_edition_is_about(notes: Path) -> None:
    """Description, keywords and address have their places in a header that the schema accepts."""
    from tei_edition import check  # noqa: PLC0415

    whose = with_settings(
        notes, 'publisher = "P"', 'description = "About."', 'keywords = ["x", "y"]', 'address = "https://e.org/"', 'collection = "C"',
        "[documents.'a.txt']", 'description = "A session."', 'address = "https://e.org/a"', 'keywords = ["y", "z"]',
    )
    data = serialize(convert_bytes(b"A: Yes.\n", whose, "a.txt").tree)
    root = xml.parse_bytes(data, "a").getroot()
    assert [finding.code for finding in check.check_bytes(data, "a.xml")] == ["header-terms"]
    places = [".//{*}projectDesc/{*}p", ".//{*}abstract/{*}p", ".//{*}seriesStmt/{*}idno[@type='URL']", ".//{*}publicationStmt/{*}idno[@type='URL']", ".//{*}collection"]
    assert [root.findtext(place) for place in places] == ["About.", "A session.", "https://e.org/", "https://e.org/a", "C"]
    assert [term.text for term in root.iterfind(".//{*}keywords/{*}term")] == ["y", "z", "x"]
    page = html.fromstring(render(root.getroottree()))
    facts = {one.findtext("dt"): one.find("dd").text_content() for one in page.findall(".//section[@id='about']//dl/div")}
    assert [facts[key] for key in ("About", "Keywords", "Original")] == ["A session.", "y, z, x", "C"]
