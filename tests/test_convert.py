"""Converting: what an expert asks of the model document, what becomes of bad input, and what holds of any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition import annotate, convert, lone, serialize, text, xml
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.encode.ledger import Ledger
from tei_edition.encode.weave import TEI
from tei_edition.errors import SourceError
from tei_edition.ingest.txt import read
from tests.conftest import ROOT
from tests.families import FAMILIES, GOLDEN, encoded, tei
from tests.growth import growth

NS = {"t": TEI}
SCHEMA = etree.RelaxNG(etree.parse(ROOT / "schemas" / "tei_edition.rng"))
BODY = "/t:TEI/t:text/t:body"


@pytest.fixture(scope="module")
def seed():
    """The TEI of the model document, read again from its bytes."""
    return xml.parse_bytes(tei(FAMILIES[0]), "1986-11-13.xml")


def found(tree, path):
    return tree.xpath(path, namespaces=NS)


def words(element):
    return "".join(element.itertext())


# --- what an expert asks of the model document


def test_its_title_is_that_of_the_document(seed):
    """The title of the file is the title line."""
    assert found(seed, "string(//t:titleStmt/t:title)") == "Notes from a Politburo session, November 13, 1986"


def test_its_translator_is_responsible_for_the_translation(seed):
    """A `respStmt` names the translator, who stands in the source note and nowhere else."""
    assert [words(e) for e in found(seed, "//t:titleStmt/t:respStmt[t:resp='translator']/t:name")] == ["Svetlana Savranskaya"]


def test_its_original_is_kept_where_the_note_says(seed):
    """The repository of the original is taken from the source note."""
    path = "string(//t:sourceDesc/t:msDesc/t:msIdentifier/t:repository)"
    assert found(seed, path) == "Archive of the Gorbachev Foundation"


def test_its_translation_was_made_for_a_sponsor(seed):
    """"Translated for" names a sponsor; the note names no publisher, and the header has none."""
    bibl = "//t:sourceDesc/t:bibl[@type='translation']"
    assert found(seed, f"string({bibl}/t:editor[@role='translator'])") == "Svetlana Savranskaya"
    assert found(seed, f"string({bibl}/t:sponsor)") == "National Security Archive"
    assert found(seed, "//t:publisher") == []


def test_nothing_is_invented(seed):
    """There is no author, no licence, no note-taker, no sex and no original language: nobody has stated one."""
    assert found(seed, "//t:author | //t:availability | //t:licence | //t:sex | //@sex | //t:resp[contains(., 'note')]") == []
    assert found(seed, "//t:langUsage/t:language/@ident") == ["en"]
    assert found(seed, "string(//t:publicationStmt)").strip() == "No publisher is stated."


def test_its_date_is_that_of_the_title_line(seed):
    """The date of the session is taken from the title line, and both places agree."""
    assert found(seed, "//t:profileDesc/t:creation/t:date/@when") == ["1986-11-13"]
    assert found(seed, "//t:settingDesc//t:date/@when") == ["1986-11-13"]
    assert [(words(e), e.get("when")) for e in found(seed, f"{BODY}//t:head/t:date")] == [("November 13, 1986", "1986-11-13")]


def test_its_speakers_and_the_people_it_mentions_are_listed(seed):
    """The header lists who speaks, and apart from them who is mentioned, as the authority files have them, with the labels as printed."""
    listed = {
        e.get("type"): [" ".join(words(p).split()) for p in found(e, "t:person/t:persName[1]")] for e in found(seed, "//t:listPerson")
    }
    assert listed == {
        "speakers": ["Eduard Amvrosievich Shevardnadze", "Mikhail Sergeevich Gorbachev"],
        "mentioned": [
            "George Shultz", "Sergei Fyodorovich Akhromeyev", "Helmut Kohl", "François Mitterrand", "Yuri Fyodorovich Orlov",
            "Anatoly Borisovich Shcharansky",
        ],
    }
    assert [words(e) for e in found(seed, "//t:persName[@type = 'label']")] == ["Shevardnadze", "Gorbachev"]


def test_its_body_is_one_session(seed):
    """The body is one division of the type session: head, argument, two speeches, source note, in this order."""
    assert found(seed, f"{BODY}/t:div/@type") == ["session"]
    children = [etree.QName(e).localname for e in found(seed, f"{BODY}/t:div/*")]
    assert children == ["head", "argument", "sp", "sp", "note"]


def test_its_topic_line_is_an_argument(seed):
    """The line under the title is the argument of the session."""
    assert [words(e) for e in found(seed, f"{BODY}/t:div/t:argument/t:p")] == [
        "About discussions between Shevardnadze and Shultz in Vienna.",
    ]


def test_its_speeches_have_their_speakers(seed):
    """There are two turns; each has its label as printed and points at a person of the header."""
    speeches = found(seed, f"{BODY}/t:div/t:sp")
    people = {
        f"#{e.get('{http://www.w3.org/XML/1998/namespace}id')}": words(found(e, "t:persName[@type = 'label']")[0])
        for e in found(seed, "//t:listPerson[@type = 'speakers']/t:person")
    }
    assert [(words(e[0]), people[e.get("who")], len(found(e, "t:p"))) for e in speeches] == [
        ("Shevardnadze.", "Shevardnadze", 1), ("Gorbachev.", "Gorbachev", 15),
    ]


def test_its_source_note_is_in_no_ones_mouth(seed):
    """The source note is a note after the last speech, outside any."""
    (note,) = found(seed, "//t:text//t:note")
    assert note.get("type") == "source"
    assert words(note).startswith("Source: Archive of the Gorbachev Foundation.")
    assert words(note).endswith("for the National Security Archive.")
    assert found(note, "ancestor::t:sp") == []
    assert found(note, "following-sibling::*") == []


SUBAUDIBLE = [
    "We should", "in terms of", "we should", "We should", "America", "and", "efforts to", "regime",
]


def test_its_words_put_in_for_the_sense(seed):
    """Eight brackets hold words understood from the context."""
    assert [words(e) for e in found(seed, "//t:supplied[@reason='subaudible']")] == SUBAUDIBLE


def test_its_explanation(seed):
    """One bracket explains the words before it."""
    (explained,) = found(seed, "//t:supplied[@reason='explanation']")
    assert words(explained) == "abroad"
    assert explained.getprevious() is None
    assert explained.getparent().text.endswith("got out of the country ")


def test_its_topic(seed):
    """One bracket is a label for the matter, in its paragraph, with a milestone before it."""
    (label,) = found(seed, "//t:text//t:sp/t:p/t:label[@type='topic']")
    assert words(label) == "On human rights"
    (milestone,) = found(label, "preceding-sibling::t:milestone")
    assert (milestone.get("unit"), milestone.get("n")) == ("topic", "1")


def test_its_completed_names(seed):
    """Two brackets complete a name; the whole name is that person's, and only the forename is supplied."""
    names = found(seed, "//t:text//t:persName[t:forename/t:supplied]")
    people = {
        f"#{e.get('{http://www.w3.org/XML/1998/namespace}id')}": words(found(e, "t:persName")[0]) for e in found(seed, "//t:person")
    }
    assert [(words(e), people[e.get("ref")]) for e in names] == [
        ("Yuri Orlov", "Yuri Fyodorovich Orlov"), ("Anatoly Shcharansky", "Anatoly Borisovich Shcharansky"),
    ]
    assert [words(e) for e in found(seed, "//t:persName/t:forename/t:supplied")] == ["Yuri", "Anatoly"]
    assert found(seed, "//t:persName[t:forename]//t:surname/t:supplied") == []


def test_all_its_brackets_are_read(seed):
    """Eight and one and one and two and the note are the thirteen brackets of the file, and none is left as text."""
    assert len(re.findall(r"\[[^\]]*\]", FAMILIES[0].transcript.read_text())) == 13
    assert len(found(seed, "//t:text//t:supplied | //t:text//t:label | //t:text//t:note")) == 13
    assert found(seed, "//t:text//text()[contains(., '[') or contains(., ']')]") == []


def test_nobody_is_said_to_have_put_the_brackets(seed):
    """Nobody has stated whose the brackets are: there is no `@resp`."""
    assert found(seed, "//t:text//@resp") == []


def test_its_declaration_counts_what_was_read(seed):
    """The editorial declaration says what the rules did and how often."""
    counted = {e.get("corresp"): words(e).rpartition(": ")[2] for e in found(seed, "//t:editorialDecl/t:p[@corresp]")}
    assert counted == {"#explanation": "1.", "#name": "2.", "#source": "1.", "#subaudible": "8.", "#topic": "1."}
    assert found(seed, "//t:appInfo/t:application/@ident") == ["tei-edition"]


def cited(node, structure):
    """Return all citations that *structure* (a `citeStructure`) gives below *node*, as TEI defines them: match, then use."""
    for target in found(node, re.sub(r"(?<![\w@:-])(?=[a-z]+(?:\[|$|/))", "t:", structure.get("match"))
                        .replace("parent::", "parent::t:").replace("t:t:", "t:")):
        name = structure.get("delim", "") + target.xpath("string(@xml:id)")
        yield name, target
        for inner in structure.iterfind(f"{{{TEI}}}citeStructure"):
            for below, last in cited(target, inner):
                yield name + below, last


def test_session_turn_and_paragraph_can_be_cited(seed):
    """The declared citation structure leads to the session, each turn and each paragraph, by names that are unique."""
    (top,) = found(seed, "//t:refsDecl/t:citeStructure")
    resolved = list(cited(seed.getroot(), top))
    names = [name for name, _ in resolved]

    assert {"s1", "s1/t1", "s1/t1/t1.p1", "s1/t2/t2.p15", "s1/p1"} <= set(names)
    assert len(names) == len(set(names)) == 1 + 2 + 16 + 1
    assert {e for _, e in resolved} == set(found(seed, f"{BODY}//t:div | {BODY}//t:sp | {BODY}//t:p"))


# --- ids stay


def blocks(made):
    """Return the text of each block by its id."""
    root = made.tree.getroot().find(f"{{{TEI}}}text")
    return {e.get("{http://www.w3.org/XML/1998/namespace}id"): words(e) for e in root.iter(f"{{{TEI}}}p", f"{{{TEI}}}note", f"{{{TEI}}}head")}


def again(source_text, ledger=None):
    family = FAMILIES[0]
    source = read(source_text.encode(), str(family.transcript))
    return encode(annotate([source], family.edition)[0], family.edition, ledger)


SEED_TEXT = FAMILIES[0].transcript.read_text(encoding="utf-8")
EDITS = {
    "edited": lambda t: t.replace("Mitterrand is skeptical about SDI.", "Mitterrand was, and is, skeptical."),
    "first edited": lambda t: t.replace("When I proposed to discuss", "When I had proposed to discuss"),
    "inserted": lambda t: t.replace("Mitterrand is", "A paragraph that is new.\n\nMitterrand is"),
    "deleted": lambda t: t.replace("Mitterrand is skeptical about SDI.\n\n", ""),
    "divided": lambda t: t.replace("So they got stuck. ", "So they got stuck.\n\n"),
    "turn inserted": lambda t: t.replace("Gorbachev. What we", "Gromyko. I agree.\n\nShevardnadze. So do I.\n\nGorbachev. What we"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_changes_no_other_id(edit):
    """With the ledger, a paragraph that is edited keeps its id, and no other paragraph's id changes."""
    before = again(SEED_TEXT)
    changed = edit(SEED_TEXT)
    assert changed != SEED_TEXT

    after = again(changed, before.ledger)

    was, now = blocks(before), blocks(after)
    gone = {text_: id_ for id_, text_ in was.items() if text_ not in now.values()}
    assert len(gone) <= 1
    assert {id_: was[id_] for id_ in was if was[id_] in now.values()}.items() <= now.items()
    assert len(now) == len(set(now))


def test_an_edited_paragraph_keeps_its_own_id():
    """With the ledger, the paragraph whose words were changed is still called what it was."""
    before = again(SEED_TEXT)
    after = again(EDITS["edited"](SEED_TEXT), before.ledger)

    (name,) = [id_ for id_, said in blocks(before).items() if said.startswith("Mitterrand")]
    assert blocks(after)[name] == "Mitterrand was, and is, skeptical."


def test_an_id_is_never_used_again():
    """A paragraph that is put where one was deleted, two builds later, gets a number never used."""
    first = again(SEED_TEXT)
    shorter = EDITS["deleted"](SEED_TEXT)
    second = again(shorter, first.ledger)
    third = again(shorter.replace("The Europeans want", "Something else altogether.\n\nThe Europeans want"), second.ledger)

    (name,) = [id_ for id_, said in blocks(third).items() if said == "Something else altogether."]
    assert name not in blocks(first)


def test_without_change_the_ledger_stays():
    """The ledger of a second build of the same transcript is the ledger of the first."""
    first = again(SEED_TEXT)

    assert again(SEED_TEXT, first.ledger).ledger == first.ledger != Ledger()


# --- bad input


def made_of(tmp_path, data, **settings_):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    (result,) = convert([path], lone(**settings_))
    file = serialize(result.tree)
    tree = xml.parse_bytes(file, "bad.xml")
    assert SCHEMA.validate(tree), SCHEMA.error_log
    assert text(tree) == data
    return tree, result


def refused(tmp_path, data, **settings_):
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        convert([path], lone(**settings_))
    (finding, *_) = caught.value.findings
    assert finding.path == str(path)
    assert finding.advice
    return finding


@pytest.mark.parametrize("data", [b"", b"\n", b" \t\r\n\f\n"])
def test_an_empty_file_is_an_empty_document(tmp_path, data):
    """A file without a word becomes a document with one empty division, titled by its file name."""
    tree, result = made_of(tmp_path, data)

    assert found(tree, f"{BODY}/t:div//text()[normalize-space()]") == []
    assert found(tree, "string(//t:titleStmt/t:title)") == "bad"
    assert {f.code for f in result.findings} >= {"title-missing", "date-missing"}


def test_a_binary_file_is_refused(tmp_path):
    """A PNG image is refused at its first byte that is no UTF-8, with what to do."""
    finding = refused(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")

    assert str(finding.start) == "1:1"
    assert "0x89" in finding.message


def test_utf_16_with_its_mark_is_read(tmp_path):
    """UTF-16 with a byte order mark is read by it, and given back with it."""
    tree, _ = made_of(tmp_path, "Title\r\n\r\nÄ [word] и 𝄞.".encode("utf-16"))

    assert found(tree, "string(//t:text//t:supplied)") == "word"


def test_utf_16_without_its_mark_is_refused(tmp_path):
    """UTF-16 without a mark is refused, and the message says it may be that; stated, it is read."""
    data = "Title\n\nSome words.".encode("utf-16-le")
    finding = refused(tmp_path, data)

    assert "utf-16-le" in finding.advice
    assert finding.start is not None
    tree, _ = made_of(tmp_path, data, encoding="utf-16-le")
    assert found(tree, "string(//t:text//t:head)") == "Title"


def test_windows_1251_without_a_mark_is_refused(tmp_path):
    """Windows-1251 that nobody stated is refused at its first byte, and the message names the likely encoding."""
    data = (GOLDEN / "russian-collegium.txt").read_text(encoding="utf-8").replace("–", "-").encode("cp1251")
    finding = refused(tmp_path, data)

    assert str(finding.start) == "1:1"
    assert re.search("encoding", finding.advice)
    tree, _ = made_of(tmp_path, data, encoding="windows-1251")
    assert "М. С. Петров." in [words(e) for e in found(tree, "//t:speaker")]


def test_an_encoding_that_is_not_known_is_refused(tmp_path):
    """An encoding that does not exist is named in the message."""
    assert "windows-9999" in refused(tmp_path, b"word", encoding="windows-9999").message


@pytest.mark.parametrize(("character", "name"), [("\0", "U+0000"), ("\x1b", "U+001B"), ("\ufffe", "U+FFFE")])
def test_a_character_that_xml_cannot_hold_is_refused_at_its_place(tmp_path, character, name):
    """A control character is refused at its line and column, by its name."""
    finding = refused(tmp_path, f"Title\r\n\r\nSome{character} words.".encode())

    assert (str(finding.start), name in finding.message) == ("3:5", True)


TEN_MEGABYTES = 10_000_000


@pytest.mark.parametrize("piece", ["word and ", "[we] go ", "[", "]", "[]", "A. ", "Name: ", "\u05d0 ", "x"])
def test_one_long_line_takes_time_in_proportion(tmp_path, piece):
    """A line of a megabyte takes five times the time of a fifth of it, and so do ten thousand characters that are little but brackets."""
    brackets = "[" in piece or "]" in piece
    size = TEN_MEGABYTES // 1000 if brackets else TEN_MEGABYTES // 10

    assert growth(lambda size: there_and_back(tmp_path, piece, size), size // 5, size) < 18


def test_ten_megabytes_on_one_line(tmp_path):
    """A line of ten megabytes, more than parsers of XML take unasked, is converted and given back."""
    there_and_back(tmp_path, "word and ", TEN_MEGABYTES)


def there_and_back(folder, piece, size):
    """Convert a transcript of *size* bytes that repeats *piece*, and see that it is given back."""
    data = (piece * (size // len(piece.encode()))).encode()
    path = folder / "long.txt"
    path.write_bytes(data)
    (result,) = convert([path], lone())
    assert text(xml.parse_bytes(serialize(result.tree), "long.xml")) == data


@pytest.mark.parametrize("line", ["It was [so he said", "It was so] he said", "[[a]", "[a]]", "][", "[a [b] c", "[", "]"])
def test_brackets_without_a_partner_are_kept_and_told(tmp_path, line):
    """A bracket without a partner stays in the text and is a finding at its place."""
    tree, result = made_of(tmp_path, f"Title\n\n{line}\n\nMore.\n".encode())

    told = [f for f in result.findings if f.code == "bracket-unbalanced"]
    assert told
    assert all(f.start and f.start.line == 3 for f in told)
    assert len(found(tree, "//t:text//t:seg[@type='unbalanced']")) == len(told)


TALK = """Mr. Smith: We begin with the bridge, Mr. Jones, if you have the plans.

Mr. Jones: I have them, Mr. Smith. The bridge is ready.

Mr. Smith: Then we go on to the road.

Mr. Jones: The road is another matter.

Mr. Smith: So it is.

"""
SPEAKERS = ["Mr. Smith:", "Mr. Jones:", "Mr. Smith:", "Mr. Jones:", "Mr. Smith:"]


@pytest.mark.parametrize("tail", ["", "\n", "\n\n[Source: Archive of Y.]\n"])
def test_a_label_with_nothing_after_it_is_a_paragraph(tmp_path, tail):
    """A speaker's label with nothing after it makes no empty speech and no person; it is a finding."""
    tree, result = made_of(tmp_path, f"Title\n\n{TALK}Mr. Miller:{tail}".encode())

    assert [words(e) for e in found(tree, "//t:speaker")] == SPEAKERS
    assert [words(e) for e in found(tree, "//t:person/t:persName")] == ["Mr. Smith", "Mr. Jones"]
    assert [words(e) for e in found(tree, "//t:text//t:p")][-1] == "Mr. Miller:"
    assert [f.start.line for f in result.findings if f.code in {"speaker-silent", "label-refused"}] == [13]


def test_a_title_only(tmp_path):
    """A transcript of one line is a division with a head, and nothing else."""
    tree, _ = made_of(tmp_path, b"Notes of a meeting, 3 May 1950\n")

    assert found(tree, "string(//t:text//t:head)") == "Notes of a meeting, 3 May 1950"
    assert found(tree, "string(//t:titleStmt/t:title)") == "Notes of a meeting, 3 May 1950"
    assert found(tree, "//t:creation/t:date/@when") == ["1950-05-03"]


def test_no_title(tmp_path):
    """A transcript that begins with a speech has no head; its file's name stands in the header, and that is told."""
    tree, result = made_of(tmp_path, TALK.encode())

    assert found(tree, "//t:head") == []
    assert found(tree, "string(//t:titleStmt/t:title)") == "bad"
    assert "title-missing" in {f.code for f in result.findings}
    assert [words(e) for e in found(tree, "//t:speaker")] == SPEAKERS


def test_several_sessions_have_a_first_and_a_last_day(tmp_path):
    """A transcript of several sessions is dated from the first to the last of them; out of order, by the first alone."""
    sessions = [f"Session of the council, {day} May 1950\n\n{TALK}" for day in (3, 5, 9)]
    tree, _ = made_of(tmp_path, "".join(sessions).encode())
    assert [dict(e.attrib) for e in found(tree, "//t:creation/t:date")] == [{"from": "1950-05-03", "to": "1950-05-09"}]
    assert found(tree, "//t:div[@type='session']/t:head/t:date/@when") == ["1950-05-03", "1950-05-05", "1950-05-09"]

    tree, _ = made_of(tmp_path, "".join(reversed(sessions)).encode())
    assert [dict(e.attrib) for e in found(tree, "//t:creation/t:date")] == [{"when": "1950-05-09"}]


def test_a_source_line_without_brackets_is_in_no_ones_mouth(tmp_path):
    """A source note that is printed without brackets after the last speech is a note, too, and speaks for the header."""
    tree, _ = made_of(tmp_path, f"Notes of a meeting\n\n{TALK}Source: Archive of Alpha, Box 7.\n".encode())

    assert [words(e) for e in found(tree, f"{BODY}/t:div/t:note[@type='source']")] == ["Source: Archive of Alpha, Box 7."]
    assert found(tree, "string(//t:repository)") == "Archive of Alpha"


def test_a_wrapped_dialogue_without_blank_lines(tmp_path):
    """In hard-wrapped lines a label that recurs opens a speech after the end of a sentence, and a wrapped line does not."""
    tree, _ = made_of(tmp_path, b"Interview, May 1938\n\nQ. How long was it?\nA. Long. I had it from\nmy uncle. He\nwas old.\nQ. And then?\nA. Then.\n")

    assert [words(e) for e in found(tree, "//t:sp/t:p")] == ["How long was it?", "Long. I had it from\nmy uncle. He\nwas old.", "And then?", "Then."]


@pytest.mark.parametrize("name", ["Page", "Name", "T1", "Ștefănescu", "Ŀull", "ကိုကို", "हिन्दी", "Ängström-Söder", "Πρόεδρος", "O'Neil", "ー"])
def test_a_person_has_an_id_whatever_the_name(tmp_path, name):
    """Whatever letters a name has, and though it is the name of a bracket's class, its person has an id of its own."""
    tree, _ = made_of(tmp_path, f"Notes of a meeting\n\n{TALK}".replace("Mr. Smith", f"Mr. {name}").encode())
    assert found(tree, "//t:sp/t:speaker")[0].text == f"Mr. {name}:"

    alone, _ = made_of(tmp_path, f"Notes of a meeting [p. 3]\n\n{TALK}".replace("Mr. Smith", name).encode())
    ids = found(alone, "//@xml:id")
    assert len(ids) == len(set(ids))


def test_one_who_speaks_and_edits_is_one_person(tmp_path):
    """An editor who speaks in the document is pointed at by one id."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    (result,) = convert([path], Edition(editors=("Mr. Smith", "Ann Lee"), brackets_by="Mr. Smith"))

    assert [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in found(result.tree, "//t:editor")] == [None, "ann-lee"]
    assert len(found(result.tree, "//*[@xml:id='mr-smith']")) == 1


def test_two_source_notes(tmp_path):
    """Two source notes are both kept outside any speech; the header speaks of the first, and that is told."""
    notes = "[Source: Archive of Alpha.]\n\n[Source: Archive of Omega.]\n"
    tree, result = made_of(tmp_path, f"Notes of a meeting\n\n{TALK}{notes}".encode())

    assert [words(e) for e in found(tree, "//t:text//t:note[@type='source'][not(ancestor::t:sp)]")] == [
        "Source: Archive of Alpha.", "Source: Archive of Omega.",
    ]
    assert found(tree, "string(//t:repository)") == "Archive of Alpha"
    assert [f.severity for f in result.findings if f.code == "source-doubled"] == ["warning"]


# --- any text at all


LABELS = ("Smith: ", "Smith. ", "M. S. Petrov. ", "CHAIRMAN: ", "Mr. Att. Gen. ", "Петров: ", "אברמסון: ", "Q. ", "A voice: ")
WORDS = ("word ", "[we] ", "[sic] ", "[2 lines not declassified] ", "[Laughter] ", "[x?] ", "[On peace] We ", "[Yuri] Orlov ", "[1]", "¹", "*",
         "[...] ", "[p. 3] ", "[Source: Archive.]", "[Here follows a list.] ", "won[']t ", "11 [12] ", "[a [b] c] ", "1 May 1950 ", "P.S. ",
         "Dear Sir, ", "Yours truly, ", "SUBJECT: ", "IN CAPITALS ", "a\u0301", "\U0001d11e", "\u2028", "\x85", "\xa0", "שלום ", "слово ", "<&>\"' ",
         "]]>", "<?x?>", "\\", "[", "]", ".", " ", "\t")
ENDS = ("\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", "\f", "\n\n", "\n\n")

# All characters that XML 1.0 holds, those of a transcript far more often, and now and then one that it does not.
ANY = st.one_of(
    st.sampled_from(LABELS), st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(ENDS), st.sampled_from(ENDS),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=8),
)
TEXTS = st.lists(ANY, max_size=50).map("".join)
RAW = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


def holds(data):
    """Whatever *data* is: it is converted and comes back, valid by the schema, or is refused at its line and column."""
    refusal, source = "", None
    try:
        source = read(data, "any.txt")
    except SourceError as error:
        refusal = str(error)
    if source is None:
        assert re.match(r"any\.txt:\d+:\d+: ", refusal)
        return
    edition = lone()
    made = encode(annotate([source], edition)[0], edition)
    file = serialize(made.tree)
    tree = xml.parse_bytes(file, "any.xml")
    assert text(tree) == data
    assert SCHEMA.validate(tree), SCHEMA.error_log
    ids = tree.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    assert {p[1:] for v in tree.xpath("//@who|//@ref|//@target|//@next|//@prev|//@ana|//@corresp") for p in v.split() if p[0] == "#"} <= set(ids)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("IN CAPITALS [...] ")
@example("[p. 3] \fSmith: ")
@example("[Smith: word ]")
@example("Ŀ\U00014647Smith: Smith: \nSmith: Smith: ")
def test_any_text_is_converted(characters):
    """For any text that XML can hold, convert succeeds, the transcript comes back byte for byte, and the TEI is valid."""
    holds(characters.encode())


@settings(max_examples=200, deadline=None)
@given(RAW)
def test_any_characters_are_converted_or_refused(characters):
    """For any characters at all, convert does the same, or names the place of what it cannot read."""
    holds(characters.encode())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_converted_or_refused(data):
    """For any bytes at all, convert does the same, or names the place of what it cannot read."""
    holds(data)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.integers(0, 49), st.sampled_from(("New words.\n\n", "[we] ", "")))
def test_any_edit_keeps_unique_ids(characters, at, put):
    """Whatever is put where into a text, with the ledger of before each id is still there once."""
    edition = lone()
    first = encode(annotate([read(characters.encode(), "any.txt")], edition)[0], edition)
    changed = characters[:at] + put + characters[at:]
    second = encode(annotate([read(changed.encode(), "any.txt")], edition)[0], edition, first.ledger)

    ids = second.tree.getroot().xpath("//@xml:id")
    assert len(ids) == len(set(ids))


def test_the_entries_of_the_map_are_in_order():
    """The source map tells the elements in the order of the document."""
    entries = encoded(FAMILIES[0]).entries

    paths = [[int(number) for number in entry["path"].strip("/").split("/")] for entry in entries]
    assert paths == sorted(paths)
