"""DraCor: the features that its guidelines and its API ask for, each restated here, and TEI's own schema."""

from __future__ import annotations

import gc
import re
import tracemalloc
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tei_edition.edition import Edition, Licence
from tei_edition.errors import SettingsError
from tei_edition.exports import dracor
from tei_edition.exports._known.document import Document
from tests import jing
from tests.conftest import shared
from tests.families import FAMILIES, encoded
from tests.pages import rich
from tests.teidoc import document

if TYPE_CHECKING:
    from pathlib import Path

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
KNOWN = Edition(title="Harbour <Board>", address="https://example.org/board", licence=Licence(target="https://example.org/by", text="BY & more"),
                export_settings={"dracor": {"corpus": "har"}})
DIVISIONS = {"act", "scene", "part", "prologue", "epilogue", "appendix"}
SPEAKERS = """<div type="session"><sp who="#ann"><speaker>LEE:</speaker><p>One <supplied>two</supplied> three &lt;&amp; ]]&gt;
<gap reason="redacted"><desc>2 lines</desc></gap> <incident><desc>Laughter</desc></incident> <unclear>four</unclear></p></sp>
<sp><speaker>2 Голоса.</speaker><p>пять</p></sp><sp who="#nobody"><speaker>2 Голоса.</speaker><p>six</p></sp><sp><p>seven</p></sp>
<incident><desc>Bell</desc></incident></div>"""


def made(documents: list[Document], edition: Edition = KNOWN) -> dict[str, bytes]:
    return dict(dracor.files(iter(documents), edition))


def plays() -> list[tuple[Any, etree._Element]]:
    """Each family that has speeches, with what is made of it."""
    found = [(family, made([Document(family.name, encoded(family).tree)])) for family in FAMILIES]
    return [(family, etree.fromstring(next(iter(files.values())))) for family, files in found if files]


def spoken(speech: etree._Element) -> str:
    """Return what DraCor's API takes for spoken: `p` and `l` in a speech without stage directions and notes."""
    blocks = speech.xpath(".//t:p | .//t:l", namespaces=NS)
    return " ".join(" ".join("".join(block.xpath(".//text()[not(ancestor::t:stage or ancestor::t:note)]", namespaces=NS)).split()) for block in blocks)


def test_each_play_has_what_dracor_asks_for() -> None:
    """Type, id, title, licence, sources, characters with ids, divisions of known types, speeches that lead to characters."""
    for _, root in plays():
        assert root.get("type") == "dracor"
        assert re.fullmatch("[a-z]+[0-9]{6}", root.get(ID, ""))
        assert root.find(".//t:titleStmt/t:title[@type='main']", NS) is not None
        assert root.find(".//t:publicationStmt/t:availability/t:licence[@target]", NS) is not None
        assert {bibl.get("type") for bibl in root.iterfind(".//t:sourceDesc/t:bibl", NS)} <= {"digitalSource", "originalSource"}
        assert root.find("t:standOff", NS) is None
        listed = root.findall("t:teiHeader/t:profileDesc/t:particDesc/t:listPerson/*", NS)
        assert all(one.get(ID) and "".join(one[0].itertext()).strip() for one in listed)
        ids = {f"#{one.get(ID)}" for one in listed}
        pointed = {word for speech in root.iterfind(".//t:sp[@who]", NS) for word in speech.get("who").split()}
        assert pointed == ids
        assert {division.get("type") for division in root.iterfind("t:text//t:div", NS)} <= DIVISIONS
        assert {name.get("type") for name in root.iterfind(".//t:particDesc//t:persName", NS)} <= {None, "variant"}


def test_each_play_is_tei(tmp_path: Path) -> None:
    """TEI's own schema accepts all of them."""
    schema = shared("tei/rng/tei_all.rng")
    for family, root in plays():
        (tmp_path / f"{family.name}.xml").write_bytes(etree.tostring(root))

    assert jing.run(schema, tmp_path.glob("*.xml")) == {}


@pytest.mark.parametrize("family", [family for family in FAMILIES if Document("a", encoded(family).tree).speeches], ids=lambda family: family.name)
def test_no_word_of_an_editor_is_spoken(family: Any) -> None:
    """What DraCor takes for spoken is what the tables of speeches have without the editor's words."""
    tree = encoded(family).tree
    (data,) = made([Document("a", tree)]).values()
    found = " ".join(map(spoken, etree.fromstring(data).iterfind(".//t:sp", NS)))
    expected = " ".join(speech.source for speech in Document("a", tree).speeches)

    assert Counter(re.findall(r"\w+", found)) == Counter(re.findall(r"\w+", expected))


def test_words_of_the_editor_stay_with_their_brackets() -> None:
    """What was put in is a note, what happened a stage direction, what is missing a gap with a note; nothing is lost."""
    (data,) = made([Document("a", document(SPEAKERS, marks=(("supplied", "[", "]"), ("gap", "[", "]"), ("incident", "(", ")"))))]).values()
    root = etree.fromstring(data)
    first = root.find(".//t:sp/t:p", NS)

    assert " ".join("".join(first.itertext()).split()) == "One [two] three <& ]]> [2 lines] (Laughter) four"
    assert [(one.tag.partition("}")[2], one.get("type")) for one in first] == [
        ("note", "supplied"), ("gap", None), ("note", "gap"), ("stage", None), ("unclear", None),
    ]
    assert spoken(root.find(".//t:sp", NS)) == "One three <& ]]> four"
    assert "".join(root.find(".//t:div/t:stage", NS).itertext()) == "(Bell)"


def test_marks_of_an_instruction_stay() -> None:
    """What is printed for a blank, which only an instruction tells, stands in a note; no instruction is left."""
    (data,) = made([Document("a", rich())]).values()
    text = etree.fromstring(data).find("t:text", NS)

    assert text.find(".//t:space", NS).getnext().text == "[blank]"
    assert text.xpath(".//processing-instruction()") == []


def test_a_label_without_a_person_is_a_character() -> None:
    """Speeches that name nobody, or somebody unknown, lead to a character of their label; one without a label to nobody."""
    (data,) = made([Document("a", document(SPEAKERS))]).values()
    root = etree.fromstring(data)

    assert [(one.get(ID), one[0].text) for one in root.iterfind(".//t:listPerson/*", NS)] == [("ann", "Ann  Lee"), ("speaker-2-голоса", "2 Голоса")]
    assert [speech.get("who") for speech in root.iterfind(".//t:sp", NS)] == ["#ann", "#speaker-2-голоса", "#speaker-2-голоса", None]


def test_sex_and_wikidata_stand_as_they_are_stated() -> None:
    """An item of Wikidata and a sex are taken over in DraCor's form; other identifiers and silence are not made into one."""
    tree = document('<div><sp who="#ann"><p>A</p></sp></div>')
    plain = etree.fromstring(next(iter(made([Document("a", tree)]).values()))).find(".//t:person", NS)
    person = tree.getroot().find(".//t:person", NS)
    person.extend(etree.fromstring(
        '<x xmlns="http://www.tei-c.org/ns/1.0"><sex value="2"/><idno type="VIAF">Q9</idno><idno type="wikidata">http://www.wikidata.org/entity/Q42</idno></x>'))
    stated = etree.fromstring(next(iter(made([Document("a", tree)]).values()))).find(".//t:person", NS)

    assert (plain.get("sex"), plain.find("t:idno", NS)) == (None, None)
    assert (stated.get("sex"), [(one.get("type"), one.text) for one in stated.iterfind("t:idno", NS)]) == ("FEMALE", [("wikidata", "Q42")])


def test_the_year_is_that_of_the_header() -> None:
    """The year of writing is that of the creation; without one there is none."""
    roots = {family.name: root for family, root in plays()}
    event = roots["1986-11-13"].find(".//t:sourceDesc/t:listEvent/t:event", NS)

    assert dict(event.attrib) == {"type": "written", "when": "1986"}
    assert [name for name, root in roots.items() if root.find(".//t:creation/t:date", NS) is None and root.find(".//t:event", NS) is not None] == []


def test_ids_count_the_plays_and_keep_their_own() -> None:
    """Documents in which nobody is named who speaks are left out and not counted; an id that a document has already stays its own."""
    own = document("<div><sp><speaker>A</speaker><p>A</p></sp></div>")
    own.getroot().set(ID, "har000007")
    documents = [Document("letter", document("<div><p>A</p></div>")), Document("nobody", document("<div><sp><p>A</p></sp></div>")),
                 Document("a", document(SPEAKERS)), Document("b", own), Document("c", document(SPEAKERS))]
    found = {name: etree.fromstring(data).get(ID) for name, data in made(documents).items()}

    assert found == {"tei/a.xml": "har000001", "tei/b.xml": "har000007", "tei/c.xml": "har000002"}


def test_corpus_and_licence_are_asked_for() -> None:
    """Without the name of the corpus or a licence there is no play; the error names the key."""
    play = [Document("a", document(SPEAKERS))]
    with pytest.raises(SettingsError, match=r"export\.dracor\.corpus"):
        made(play, Edition(title="T"))
    with pytest.raises(SettingsError, match=r"licence\.target"):
        made(play, Edition(title="T", export_settings={"dracor": {"corpus": "har"}}))
    with pytest.raises(SettingsError, match="must be letters"):
        made(play, Edition(title="T", export_settings={"dracor": {"corpus": "Har-1"}}))


def test_same_documents_same_bytes_and_none_is_changed() -> None:
    """The plays made twice are the same, and the documents stay as they were."""
    play = document(SPEAKERS)
    before = etree.tostring(play)

    assert made([Document("a", play)]) == made([Document("a", play)])
    assert etree.tostring(play) == before


def test_memory_does_not_grow_with_the_documents() -> None:
    """Of documents made one after the other none is kept."""
    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in dracor.files((Document(f"d{number}", document(SPEAKERS * 9)) for number in range(count)), KNOWN):
            gc.collect()  # what lxml's iterators leave behind
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    gc.collect()
    gc.freeze()
    try:
        assert peak(30) < 1.4 * peak(10)
    finally:
        gc.unfreeze()
