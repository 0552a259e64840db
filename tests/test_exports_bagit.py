"""Bags: what `bagit` and `rocrate` say of them, and what is refused."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import bagit
import pytest
from rocrate.rocrate import ROCrate

from tei_edition import build, edition, export
from tei_edition.edition import Edition, Licence
from tei_edition.errors import ProofError, SettingsError, UsageError
from tei_edition.exports._known.document import Document
from tei_edition.exports.bagit.bag import encoded
from tests.described import HOSTILE, KNOWN, TITLE_ONLY, hostile, kept, made, tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TALK = "Meeting of the Board, May 4, 1921\n\nHOLM: The pier [at Wexford] cost more.\n"
RUSSIAN = "Заседание правления, 4 мая 1921\n\nХОЛЬМ: Причал [в порту] подорожал.\n"
SETTINGS = """title = "Harbour Talks"
language = "en"
publisher = "Harbour Archive"
date = "2026-05-01"
editors = ["Doe, Jane"]
description = "Talks of the board."
[identifiers]
DOI = "10.1234/abcd"
[licence]
target = "https://creativecommons.org/licenses/by/4.0/"
[documents."Отчёт 2.txt"]
language = "ru"
author = "Ann Holm"
"""
MADE = {"html", "pdf", "proof.json", "txt", "xml"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an edition of two documents in ``editions``, and what was built of it in ``build``."""
    root = tmp_path_factory.mktemp("bags")
    source = root / "editions" / "talks" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    (source / "100%.txt").write_text(TALK, encoding="utf-8")
    (source / "Отчёт 2.txt").write_text(RUSSIAN, encoding="utf-8")
    build(source.parent, root / "build")
    return root


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Path:
    """The same, for one test to change."""
    shutil.copytree(built, tmp_path / "own")
    return tmp_path / "own"


def bagged(root: Path, to: str = "bag") -> Path:
    """Return the bag of the edition that was built in *root*."""
    export("bagit", [root / "editions" / "talks"], root / to, built=root / "build")
    return root / to


def entities(data: bytes) -> dict[str, dict[str, Any]]:
    """Return the entities of a crate by their ids."""
    return {entity["@id"]: entity for entity in json.loads(data)["@graph"]}


def crate(root: Path) -> dict[str, dict[str, Any]]:
    """Return the entities of the bag *root*."""
    return entities((root / "data" / "ro-crate-metadata.json").read_bytes())


def test_bagit_finds_the_bag_valid_and_a_changed_file_not(own: Path) -> None:
    """The reference tool verifies both digests of every file, and refuses the bag once a byte has changed."""
    root = bagged(own)
    assert bagit.Bag(str(root)).validate()

    (root / "data" / "Отчёт 2.txt").write_text("other", encoding="utf-8")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(root)).validate()


def test_the_bag_says_what_the_edition_says(own: Path) -> None:
    """``bag-info.txt`` has the labels of RFC 8493 with the edition's words, and how much there is."""
    root = bagged(own)
    files = [path for path in (root / "data").rglob("*") if path.is_file()]

    assert bagit.Bag(str(root)).info == {
        "Source-Organization": "Harbour Archive", "Bagging-Date": "2026-05-01", "External-Description": "Harbour Talks. Talks of the board.",
        "External-Identifier": "DOI: 10.1234/abcd", "Bag-Software-Agent": "tei-edition 0.1.0",
        "Payload-Oxum": f"{sum(path.stat().st_size for path in files)}.{len(files)}",
    }


def test_all_that_was_built_is_in_the_bag(own: Path) -> None:
    """Transcript, TEI, HTML, PDF and certificate of each document are there, byte for byte, and the schema."""
    root = bagged(own)
    data = {path.relative_to(root / "data").as_posix() for path in (root / "data").rglob("*") if path.is_file()}

    assert data == {f"{name}.{suffix}" for name in ("100_", "Отчёт 2") for suffix in MADE} | {
        "ro-crate-metadata.json", "schema/tei_edition.odd", "schema/tei_edition.rng", "schema/tei_edition.sch",
    }
    assert (root / "data" / "100_.pdf").read_bytes() == (own / "build" / "talks" / "100%.pdf").read_bytes()
    assert (root / "data" / "Отчёт 2.txt").read_text(encoding="utf-8") == RUSSIAN


def test_rocrate_reads_the_crate_back(own: Path) -> None:
    """The reference library finds a crate of version 1.2, its root, and every file of the payload but the crate's own."""
    root = bagged(own)
    found = ROCrate(str(root / "data"))
    files = {path.relative_to(root / "data").as_posix() for path in (root / "data").rglob("*") if path.is_file()}

    assert (found.version, found.name, found.description) == ("1.2", "Harbour Talks", "Talks of the board.")
    assert found.license.id == "https://creativecommons.org/licenses/by/4.0/"
    assert found.root_dataset["editor"][0]["familyName"] == "Doe"
    assert {one.source.relative_to(root / "data").as_posix() for one in found.data_entities} == files - {"ro-crate-metadata.json"}


def test_files_say_what_they_are_and_from_what_they_were_made(own: Path) -> None:
    """Formats, schema, derivation, language, date and author are those of the document."""
    found = crate(bagged(own))
    report = found["Отчёт%202.xml"]

    assert (report["encodingFormat"], report["inLanguage"], report["temporalCoverage"]) == ("application/tei+xml", "ru", "1921-05-04")
    assert report["conformsTo"] == {"@id": "schema/tei_edition.rng"}
    assert report["isBasedOn"] == {"@id": "Отчёт%202.txt"}
    assert found[report["author"][0]["@id"]]["name"] == "Ann Holm"
    assert found["Отчёт%202.html"]["isBasedOn"] == found["Отчёт%202.pdf"]["isBasedOn"] == {"@id": "Отчёт%202.xml"}
    assert found["Отчёт%202.pdf"]["encodingFormat"][0] == "application/pdf"
    assert [one["@id"] for one in found["Отчёт%202.proof.json"]["about"]] == [f"Отчёт%202.{suffix}" for suffix in ("xml", "html", "pdf")]
    assert "author" not in found["100_.xml"]


@pytest.mark.parametrize(
    ("licence", "said"), [(Licence(text="In copyright"), "In copyright"), (Licence("https://example.org/l"), {"@id": "https://example.org/l"})]
)
def test_a_licence_is_said_as_it_is_stated(licence: Licence, said: object) -> None:
    """Words alone are words, an address alone is a pointer, which arrives at an entity with a name."""
    found = entities(made("bagit", [], replace(KNOWN, licence=licence))["data/ro-crate-metadata.json"])

    assert found["./"]["license"] == said
    assert [one["name"] for one in found.values() if one["@id"] == "https://example.org/l"] == ["https://example.org/l"] * bool(licence.target)


def test_every_pointer_arrives(own: Path) -> None:
    """Whatever an entity points to is described, or is the specification itself."""
    found = crate(bagged(own))
    pointers = re.findall(r'\{"@id": "([^"]*)"\}', json.dumps(list(found.values()), ensure_ascii=False))

    assert {one for one in pointers if one not in found} == {"https://w3id.org/ro/crate/1.2"}


def test_a_file_that_is_not_built_is_left_out() -> None:
    """Of a TEI file by itself there is that file, made from nothing that is there."""
    files = made("bagit", [Document("board", tree())])
    found = entities(files["data/ro-crate-metadata.json"])

    assert {name for name in files if "board" in name} == {"data/board.xml"}
    assert "isBasedOn" not in found["board.xml"]
    assert "#made-board.xml" not in found


def test_a_file_that_does_not_fit_the_schema_is_not_said_to() -> None:
    """The schema is named only where the file is valid."""
    broken = Document("board", tree())
    broken.tree.getroot()[1][0][0].tag = "{http://www.tei-c.org/ns/1.0}nonsense"

    assert "conformsTo" not in entities(made("bagit", [broken])["data/ro-crate-metadata.json"])["board.xml"]


def test_a_transcript_that_does_not_belong_is_refused(own: Path) -> None:
    """A transcript that is not the one of the TEI file ends the export, and nothing is written."""
    (own / "build" / "talks" / "100%.txt").write_text("another", encoding="utf-8")

    with pytest.raises(ProofError, match="was made from another transcript"):
        bagged(own)
    assert not [path for path in (own / "bag").rglob("*") if path.is_file()]


@pytest.mark.parametrize(("suffix", "said"), [(".html", "certificate is of another 100%.html"), (".proof.json", "is no certificate")])
def test_a_certificate_that_does_not_belong_is_refused(own: Path, suffix: str, said: str) -> None:
    """A certificate of other files, or none at all, ends the export."""
    (own / "build" / "talks" / f"100%{suffix}").write_text("{}", encoding="utf-8")

    with pytest.raises(ProofError, match=said):
        bagged(own)


def test_a_folder_with_another_file_is_refused_and_stays_as_it_was(own: Path) -> None:
    """A file that is no part of the bag would make it invalid: it is named, and nothing is written; the same bag is written anew."""
    before = {path: path.read_bytes() for path in bagged(own).rglob("*") if path.is_file()}
    other = own / "bag" / "data" / "gone.xml"
    other.write_text("left", encoding="utf-8")
    (own / "build" / "talks" / "100%.pdf").unlink()

    with pytest.raises(UsageError, match=r"data/100_.pdf: this file was in the folder before"):
        bagged(own)
    assert {path: path.read_bytes() for path in (own / "bag").rglob("*") if path.is_file()} == {**before, other: b"left"}
    other.unlink()
    (own / "bag" / "data" / "100_.pdf").unlink()
    assert bagit.Bag(str(bagged(own))).validate()


def test_the_file_of_a_transcript_that_was_no_plain_text_is_packed(tmp_path: Path) -> None:
    """The original is there where its digest is the one of the header, and else it is not; no name leads out of ``source/``."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.docx").write_bytes(b"original")
    (tmp_path / "secret").write_bytes(b"original")
    whose, sha256 = replace(KNOWN, folder=tmp_path), hashlib.sha256(b"original").hexdigest()

    def names(file: str, digest: str) -> set[str]:
        document = Document("a", tree())
        source = document.tree.find(".//{*}bibl")
        assert source is not None
        source.set("type", "original")
        source[0].text = file
        source.append(source.makeelement("{http://www.tei-c.org/ns/1.0}idno", {"type": "sha256"}))
        source[1].text = digest
        return {name for name in made("bagit", [document], whose) if name.startswith("data/originals")}

    assert names("a.docx", sha256) == {"data/originals/a.docx"}
    assert names("a.docx", "0") == names("../secret", sha256) == set()


def test_no_name_leaves_the_bag_or_breaks_a_manifest() -> None:
    """Paths in names, line ends, percent signs and names of devices become names that every system takes, no two alike."""
    names = ("../../etc/passwd", "a\nb", "a%0Ab", "CON", "a:b", "a?b", "A_B", "..", "", "\u00e9", "e\u0301")
    files = made("bagit", [Document(name, tree()) for name in names])
    lines = files["manifest-sha512.txt"].decode().splitlines()
    paths = [line.partition("  ")[2] for line in lines]

    assert all(re.fullmatch(r"[0-9a-f]{128}  data/[^%]+", line) for line in lines)
    assert sorted(paths) == sorted(name for name in files if name.startswith("data/"))
    assert len({unicodedata.normalize("NFC", path.casefold()) for path in paths}) == len(paths) == len(names) + 4
    assert not [path for path in files if {"..", ".", ""} & set(path.split("/"))]


@pytest.mark.parametrize("name", ["a%b", "a\nb", "a\r\nb", "%0A", "plain"])
def test_paths_in_manifests_are_encoded_as_the_specification_says(name: str) -> None:
    """Percent signs and line ends are encoded, nothing else, and are read back."""
    written = encoded(name)

    assert re.sub("%(25|0A|0D)", lambda match: chr(int(match[1], 16)), written) == name
    assert encoded("Отчёт 2.txt") == "Отчёт 2.txt"


def test_a_hostile_text_is_only_text() -> None:
    """Titles, authors and descriptions come back from the crate as they are."""
    found = entities(made("bagit", hostile())["data/ro-crate-metadata.json"])

    assert [found[f"d{number}.xml"]["name"] for number in range(len(HOSTILE))] == [" ".join(text.split()) for text in HOSTILE]


def test_no_value_adds_a_label_to_the_bag_s_own_words() -> None:
    """A line end in a description or a publisher's name is a blank in ``bag-info.txt``."""
    whose = replace(KNOWN, description="Talks.\r\nPayload-Oxum: 0.0\u2028\x85\tX: y", publisher="A\nB: c")
    info = made("bagit", [], whose)["bag-info.txt"].decode()

    labels = ["Source-Organization", "Bagging-Date", "External-Description", "External-Identifier", "Bag-Software-Agent", "Payload-Oxum"]
    assert [line.partition(": ")[0] for line in info.splitlines()] == labels
    assert "External-Description: Harbour Talks. Talks. Payload-Oxum: 0.0 X: y\n" in info


@pytest.mark.parametrize(("whose", "missing"), [(TITLE_ONLY, ("description", "date", "licence")), (Edition(), ("title", "description"))])
def test_everything_that_is_missing_is_told_at_once(whose: Edition, missing: tuple[str, ...]) -> None:
    """Where the edition does not state what a crate must have, each key is named, before a document is read."""

    def documents() -> Iterator[Document]:
        pytest.fail("a document was read")
        yield

    with pytest.raises(SettingsError) as caught:
        made("bagit", documents(), whose)
    told = [finding.message for finding in caught.value.findings]
    assert [key for key in missing if not any(f'"{key}"' in message for message in told)] == []


def test_the_same_bytes_each_time(own: Path) -> None:
    """Two bags of one edition are the same, file by file."""
    first, second = bagged(own, "a"), bagged(own, "b")
    files = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())

    assert [path for path in files if (first / path).read_bytes() != (second / path).read_bytes()] == []


def test_time_is_what_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """``SOURCE_DATE_EPOCH`` dates the bagging and nothing else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    files = made("bagit", [Document("board", tree())])

    assert b"Bagging-Date: 1970-01-02\n" in files["bag-info.txt"]
    assert entities(files["data/ro-crate-metadata.json"])["./"]["datePublished"] == "2026-05-01"


def test_no_document_is_kept() -> None:
    """Of 300 documents none is alive while the next is packed."""
    assert kept("bagit") <= 1


def test_a_publisher_is_named_once(built: Path) -> None:
    """Whoever stands in several documents has one entity."""
    known = edition.load(built / "editions" / "talks")
    data = made("bagit", [Document(name, tree(name)) for name in "ab"], known)["data/ro-crate-metadata.json"]
    ids = [entity["@id"] for entity in json.loads(data)["@graph"]]

    assert len(ids) == len(set(ids))
    assert "#person-Holm%2C%20Ann" in ids
