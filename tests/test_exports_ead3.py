"""Finding aids: what jing says of them by the grammar of EAD3, and that they say what is stated and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition import export
from tei_edition.edition import Document as Settings
from tei_edition.edition import Edition, Licence
from tei_edition.errors import SettingsError, UsageError
from tei_edition.exports._known.document import Document
from tests import jing
from tests.conftest import shared
from tests.described import HOSTILE, KNOWN, TITLE_ONLY, hostile, kept, made, tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EAD = "{http://ead3.archivists.org/schema/}"
OWN = {"record-id": "IE-HA-talks", "agency-name": "Harbour Archive", "agency-code": "IE-HA", "country-code": "IE", "extent": "2 documents",
       "repository": "Harbour Archive, Reading Room", "description-language": "en", "instance-url": "https://example.org/talks/ead.xml", "level": "fonds", "document-level": "file"}
AIDED = replace(KNOWN, export_settings={"ead3": OWN})
LEAST = Edition(title="Talks", address="https://example.org/t", export_settings={"ead3": {"record-id": "x", "agency-name": "A"}})
DATES = ('<date when="1921"/>', '<date from="1921-05-04" to="1923-01">long</date>', '<date notBefore="1921"/>', "<date>Spring</date>", "<date/>", "")


def aid(documents: Iterable[Document], edition: Edition = AIDED) -> etree._Element:
    """Return the finding aid of *documents*."""
    return etree.fromstring(made("ead3", documents, edition)["ead.xml"])


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the texts at *path*, whose names are those of EAD."""
    return [" ".join("".join(map(str, element.itertext())).split()) for element in root.iterfind(path.replace("/", f"/{EAD}").replace(f"/{EAD}/", "//"))]


def various() -> Iterable[Document]:
    """Give documents with all that a header can have, and with almost nothing, in several scripts."""
    yield from hostile()
    for number, date in enumerate(DATES):
        yield Document(f"dated{number}", tree(date=date))
    for number, (title, language) in enumerate((("議事録", "zh-Hant"), ("محضر الجلسة", "ar"), ("Протокол", "ru"), ("Notes", "und"), ("X", "yue"))):
        yield Document(f"script{number}", tree(title=title, language=language))
    bare = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>Yes.</p></body></text></TEI>'
    yield Document("bare", etree.ElementTree(etree.fromstring(bare)))


@pytest.mark.parametrize("edition", [AIDED, LEAST], ids=["known", "least"])
def test_jing_finds_the_finding_aid_valid(tmp_path: Path, edition: Edition) -> None:
    """The grammar of EAD3 accepts the finding aid of documents of all kinds, and refuses it with one element too many."""
    grammar, path = shared("platforms/ead3/ead3.rng"), tmp_path / "ead.xml"
    path.write_bytes(made("ead3", various(), edition)["ead.xml"])
    assert jing.run(grammar, [path]) == {}

    path.write_bytes(path.read_bytes().replace(b"<recordid", b"<nonsense/><recordid", 1))
    assert jing.run(grammar, [path])


def test_each_component_can_be_put_into_another_finding_aid(tmp_path: Path) -> None:
    """The files with single components are those of the finding aid, and are valid within it."""
    files = made("ead3", [Document("a", tree()), Document("b", tree(title="Other"))], AIDED)
    whole, parts = etree.fromstring(files["ead.xml"]), [etree.fromstring(files[f"components/{name}.xml"]) for name in "ab"]

    listed = whole.findall(f"{EAD}archdesc/{EAD}dsc/{EAD}c")
    assert [described_(one) for one in listed] == [described_(one) for one in parts]


def described_(component: etree._Element) -> list[str]:
    """Return what a component says."""
    return [f"{element.tag} {dict(element.attrib)} {(element.text or '').strip()}" for element in component.iter()]


def test_a_component_says_what_the_document_states() -> None:
    """Title, date, languages, persons with their identifiers, subjects and originals are those of the header."""
    component = etree.fromstring(made("ead3", [Document("board", tree(language="zh-Hant"))], AIDED)["components/board.xml"])
    did = component[0]

    assert component.get("level") == "file"
    assert texts(did, ".//unitid") + texts(did, ".//unittitle") == ["board", "Meeting of the Harbour Board"]
    assert [dict(one.attrib) for one in did.iter(f"{EAD}datesingle", f"{EAD}language", f"{EAD}script")] == [
        {"standarddate": "1921-05-04"}, {"langcode": "chi"}, {"scriptcode": "Hant"},
    ]
    assert texts(did, ".//origination/persname") == ["Holm, Ann"]
    assert [one.get("href") for one in did.iter(f"{EAD}dao")] == ["https://example.org/talks/board.html"]
    assert texts(component, ".//originalsloc") == ["Harbour Archive, Fond 2, Box 3"]
    assert texts(component, ".//scopecontent") == ["On the pier."]
    found = [("".join(map(str, one.itertext())).strip(), one.get("relator"), one.get("source"), one.get("identifier")) for one in component[-1]]
    assert found == [
        ("Olga Sand", "translator", None, None), ("Орлов, Юрий Фёдорович", "speaker", "VIAF", "123"), ("Ann Lee", None, None, None),
        ("Harbour Board", None, None, None), ("Wexford", None, "GeoNames", "2960964"), ("piers", None, None, None),
    ]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ('<date from="1921-05" to="1922"/>', [("fromdate", "standarddate", "1921-05"), ("todate", "standarddate", "1922")]),
        ('<date from="1921-05-04T10:00:00"/>', [("fromdate", "standarddate", "1921-05-04")]),
        ('<date notBefore="1921" notAfter="1923">early</date>', [("datesingle", "notbefore", "1921"), ("datesingle", "notafter", "1923")]),
        ("<date>Spring</date>", []),
    ],
)
def test_dates_are_normalised_where_they_can_be(date: str, said: list[tuple[str, str, str]]) -> None:
    """Intervals, open ends and bounds have their own elements; what is only worded stays so."""
    did = etree.fromstring(made("ead3", [Document("board", tree(date=date))], AIDED)["components/board.xml"])[0]
    found = [(etree.QName(one).localname, key, value) for one in did.iter() for key, value in one.attrib.items() if "date" in key or "not" in key]

    assert found == said
    assert texts(did, ".//unitdate") == ([] if said else ["Spring"])


def test_the_edition_spans_its_documents() -> None:
    """First and last date and the languages are those of the documents, a year ends after its months, and what is stated is there."""
    dates = ('<date when="1923"/>', '<date when="1923-07-01"/>', '<date when="1921-02"/>', '<date when="1921-02-03"/>', "")
    languages = ("en", "ru", "en", "und", "en")
    documents = [Document(f"d{n}", tree(date=date, language=tag)) for n, (date, tag) in enumerate(zip(dates, languages, strict=True))]
    did = aid(documents).find(f"{EAD}archdesc/{EAD}did")
    assert did is not None

    assert texts(did, ".//daterange/*") == ["1921-02", "1923"]
    assert texts(did, ".//language") == ["English", "Russian"]
    assert texts(did, ".//physdesc") == ["2 documents"]
    assert [(one.get("localtype"), one.text) for one in did.iter(f"{EAD}unitid")] == [("DOI", "10.1234/abcd")]


def test_the_record_says_whose_it_is_and_when_it_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Identifier, keeper and codes are the settings', the time that of the rule on time, or none."""
    control = aid([])[0]
    assert texts(control, ".//recordid") + texts(control, ".//agencycode") + texts(control, ".//agencyname") == ["IE-HA-talks", "IE-HA", "Harbour Archive"]
    assert [dict(one.attrib) for one in control.iterfind(f"{EAD}languagedeclaration/*")] == [{"langcode": "eng"}, {"scriptcode": "Latn"}]
    assert texts(aid([])[1], ".//did/repository") == ["Harbour Archive, Reading Room"]
    assert [one.get("standarddatetime") for one in control.iter(f"{EAD}eventdatetime")] == ["2026-05-01"]
    assert texts(aid([], LEAST)[0], ".//eventdatetime") == ["undated"]
    assert texts(aid([], replace(AIDED, date="2026"))[0], ".//eventdatetime") == ["2026"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert texts(aid([])[0], ".//eventdatetime") == ["1970-01-02"]


def test_titles_in_other_languages_are_told_with_their_language() -> None:
    """The edition and a document have their titles in each language, the first without one."""
    document = tree()
    title = document.find(".//{*}titleStmt/{*}title")
    assert title is not None
    title.addnext(etree.fromstring('<title xmlns="http://www.tei-c.org/ns/1.0" xml:lang="ru" type="alt">Заседание</title>'))
    found = aid([Document("a", document)], replace(AIDED, titles={"de": "Hafengespräche"}))

    assert [(one.text, one.get("lang")) for one in found.iter(f"{EAD}unittitle")] == [
        ("Harbour Talks", None), ("Hafengespräche", "ger"), ("Meeting of the Harbour Board", None), ("Заседание", "rus"),
    ]


def test_nothing_is_said_that_is_not_stated() -> None:
    """Of an edition of which only the least is known there is no publisher, editor, extent, licence, scope or subject."""
    archdesc = aid([], LEAST)[1]

    assert {etree.QName(one).localname for one in archdesc.iter() if isinstance(one.tag, str)} == {"archdesc", "did", "unittitle", "dao", "dsc"}


@pytest.mark.parametrize("licence", [Licence(text="In copyright"), Licence("https://example.org/l")])
def test_a_licence_is_said_as_it_is_stated(licence: Licence) -> None:
    """Words stand as they are, an address is linked."""
    use = aid([], replace(LEAST, licence=licence)).find(f".//{EAD}userestrict")
    assert use is not None

    assert texts(use, ".//p") == [licence.text or licence.target]
    assert [one.get("href") for one in use.iter(f"{EAD}ref")] == [licence.target] * bool(licence.target)


def test_a_document_leads_to_its_own_address() -> None:
    """A document's own address comes first, that of the header next; where the edition's is no folder there is none else to lead to."""
    own = replace(LEAST, documents={"a.txt": Settings(address="https://example.org/a")})
    stated = tree("c")
    publisher = stated.find(".//{*}publicationStmt/{*}publisher")
    assert publisher is not None
    publisher.addnext(etree.fromstring('<idno xmlns="http://www.tei-c.org/ns/1.0" type="URL">https://example.org/c</idno>'))
    found = aid([Document("a", tree("a")), Document("b", tree("b")), Document("c", stated)], own)

    assert [one.get("href") for one in found.iter(f"{EAD}dao")] == [f"https://example.org/{name}" for name in "tac"]


def test_a_hostile_text_is_only_text() -> None:
    """Titles come back as they are, the mark between components among them, and make no element."""
    documents = [*hostile(), Document("mark", tree(title="<!--components-->"))]

    assert texts(aid(documents), ".//c/did/unittitle") == [*(" ".join(text.split()) for text in HOSTILE), "<!--components-->"]


def test_everything_that_is_missing_is_told_at_once() -> None:
    """Of an edition of which only the title is known, each key that EAD needs is named."""
    with pytest.raises(SettingsError) as caught:
        made("ead3", [], TITLE_ONLY)

    told = [finding.message.split('"')[1] for finding in caught.value.findings]
    assert told == ["address", "export.ead3.record-id", "export.ead3.agency-name"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("level", "box", "level must be one of class, collection"), ("document-level", "", "document-level must be one of class"),
        ("country-code", "Ireland", "country-code must be a country in two capital letters"), ("agency-code", "NLI", "must be a country and a code"),
        ("description-language", "English!", "must be a language tag"), ("instance-url", "a b", "must be an address"),
    ],
)
def test_a_setting_that_ead_cannot_hold_is_refused(tmp_path: Path, key: str, value: str, said: str) -> None:
    """Levels are those of EAD, codes have the form of their standards."""
    path = tmp_path / "a.xml"
    path.write_bytes(etree.tostring(tree()))

    with pytest.raises(UsageError, match=said):
        export("ead3", [path], tmp_path / "out", AIDED, {key: value})


def test_the_same_bytes_each_time() -> None:
    """Two finding aids of one edition are the same."""
    assert made("ead3", various(), AIDED) == made("ead3", various(), AIDED)


def test_no_document_is_kept() -> None:
    """Of 300 documents none is alive while the next is described."""
    assert kept("ead3", edition=AIDED) <= 1
