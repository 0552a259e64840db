"""The printed edition: a tagged PDF/A-3a and PDF/UA-1 that holds the TEI, and never code from a text."""

from __future__ import annotations

import datetime as dt
import io
import re

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition import fonts, stylesheets
from tei_edition.encode import serialize
from tei_edition.encode.transcript import characters_of
from tei_edition.errors import TransformError
from tei_edition.outputs import html, pdf
from tei_edition.proof import prove_pdf, structure
from tei_edition.resources import SCHEMAS
from tests.grammar_walk import Walk
from tests.pages import BODY, MARKS
from tests.teidoc import document

TIME = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
MARKED = re.compile("[\u0590-\u06ff][\u200e\u202e]+[\u0590-\u06ff]")
"""Letters of right-to-left scripts parted by a mark of direction: the page does not show their order, and the proof may refuse it."""

HOSTILE = (
    "#panic()",
    '"]',
    "\\",
    "*/",
    "//",
    "/*",
    "`",
    "$",
    "@ref",
    "#",
    "<l>",
    "~",
    "--",
    "...",
    "'",
    '"',
    "= x",
    "- x",
    "\\u{41}",
    "\t",
    "\n",
    "\u2028",
    "\u0085",
    "\u200e",
    "ش\u200eل",
    "\u00ad",
    "]",
    "[",
    ";",
    "{",
    "}",
    "é",
    "я",
    "ש",
    "\ufeff",
    "\u202e",
    "http://a.b",
)


def printed(tree: etree._ElementTree) -> bytes:
    return pdf.render(tree, attachment=serialize(tree), attachment_name="document.xml", timestamp=TIME)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def kinds(element: pikepdf.Object) -> list[str]:
    """Return the types of all structure elements below *element*, in order."""
    if isinstance(element, pikepdf.Array):
        return [kind for kid in element for kind in kinds(kid)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [str(element.S).lstrip("/")] if "/S" in element else []
    return own + (kinds(element.K) if "/K" in element else [])


@pytest.fixture(scope="module")
def whole() -> bytes:
    return printed(document(BODY, marks=MARKS, title="Of a session"))


def test_words_are_the_transcript(whole: bytes) -> None:
    """Every word of a document with nearly every construct is printed, in order, and no other."""
    proof = prove_pdf(characters_of(document(BODY, marks=MARKS))[0], whole)

    assert proof.words == 79


def test_says_what_it_is(whole: bytes) -> None:
    """The PDF says in its metadata that it is PDF/A-3a and PDF/UA-1, its title and its language."""
    with opened(whole) as made:
        said = made.open_metadata()

        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("3", "A", "1")
        assert said["dc:title"] == "Of a session"
        assert str(made.Root.Lang) == "en"
        assert bool(made.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(made.Root.MarkInfo.Marked)


def test_holds_the_tei(whole: bytes) -> None:
    """The TEI file is attached, byte for byte, as the source of the PDF."""
    with opened(whole) as made:
        attached = made.attachments["document.xml"]

        assert serialize(document(BODY, marks=MARKS, title="Of a session")) == attached.get_file().read_bytes()
        assert str(attached.obj.AFRelationship) == "/Source"


def test_has_a_structure(whole: bytes) -> None:
    """Headings, paragraphs, list, table and footnote are structure elements; topics are in the outline."""
    with opened(whole) as made, made.open_outline() as outline:
        found = kinds(made.Root.StructTreeRoot.K)
        titles = [entry.title for entry in outline.root]
        topics = [entry.title for top in outline.root for entry in top.children]

    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Note"} <= set(found)
    assert found.count("Note") == 1
    assert titles[0] == "A title"
    assert "[On rights]" in topics


def test_same_input_same_bytes() -> None:
    """The same TEI gives the same bytes."""
    tree = document(BODY, marks=MARKS)

    assert printed(tree) == printed(tree)


def test_runs_over_pages() -> None:
    """A long document has many pages, of A4, and each knows its number."""
    tree = document("".join(f"<p>Paragraph {number} of words enough for a line of text.</p>" for number in range(400)))
    with opened(printed(tree)) as made:
        assert 8 < len(made.pages) < 20
        assert [int(float(edge)) for edge in made.pages[3].mediabox[2:]] == [595, 841]


@pytest.mark.parametrize("code", HOSTILE)
def test_no_text_becomes_code(code: str) -> None:
    """A text that is Typst's markup or code is printed as it stands, in text and header, attributes included."""
    tree = document("<p>a</p>", title="t")
    for element in tree.iter("{*}p", "{*}title"):
        element.text = f"a{code}b"
    body = tree.find(".//{*}body")
    body.set("n", code)

    assert prove_pdf(f"a{code}b", printed(tree))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*HOSTILE, "word", " ", "x"]), min_size=1, max_size=12).map("".join).filter(lambda text: not MARKED.search(text)))
def test_any_text_is_printed(text: str) -> None:
    """Any mixture of such texts is printed as it stands; only direction marks between two right-to-left scripts are not tried."""
    tree = document("<p>a</p>")
    tree.find(".//{*}body/{*}p").text = f"a{text}"

    assert prove_pdf(f"a{text}", printed(tree))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_string_ends_where_it_ends(text: str) -> None:
    """Between the quotes of a string in the markup no quote stands without a backslash, and no line ends."""
    tree = document("<p>a</p>")
    tree.find(".//{*}body/{*}p").text = f"q{text}q"
    line = next(line for line in pdf.markup(tree).split("\n") if line.startswith("#paragraph"))

    assert re.fullmatch(r'#paragraph\[(#(?:arabic|signs)\("([^"\\]|\\.)*"\);|#"([^"\\]|\\.)*";)+\];', line)


def test_unknown_element_stops() -> None:
    """An element without a rule stops, and the message says which and where."""
    tree = document('<p xml:id="p9">a <stranger/></p>')
    with pytest.raises(TransformError, match=r"stranger.*p9"):
        printed(tree)


@pytest.mark.parametrize(
    ("character", "said"),
    [
        ("漢", r"no font .* U\+6F22 CJK"),
        ("\ue000", r"U\+E000 private use means something in one font only"),
        ("😀", r"U\+1F600 GRINNING FACE"),
    ],
)
def test_character_without_a_font(character: str, said: str) -> None:
    """A character that cannot be printed is named, at its place in the TEI."""
    tree = document(f"<p>One</p>\n<p>ab{character}</p>")
    with pytest.raises(TransformError, match=said) as caught:
        printed(tree)
    (finding,) = caught.value.findings
    line = serialize(tree).decode().split("\n")[finding.start.line - 1]

    assert character == line[finding.start.column - 1]
    assert finding.advice


def test_arabic_without_its_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arabic is not set in a typewriter's face: without a font for it the finding says what to install."""
    monkeypatch.setattr(fonts, "installed", lambda: ())
    with pytest.raises(TransformError, match=r"ARABIC LETTER.*tei-edition\[fonts\]"):
        printed(document("<p>سلام</p>"))


def test_missing_characters_are_all_found() -> None:
    """Every character that no font has is found in one question, and none that is there."""
    assert "ᚠ" not in fonts.missing_characters("abc Я Ω ש é")
    assert fonts.missing_characters("丁a一Яé") == ("一", "丁")


def element_names() -> set[str]:
    """Return the names of the elements that the schema allows below ``text``."""
    relax = "{http://relaxng.org/ns/structure/1.0}"
    grammar = etree.parse(SCHEMAS / "tei_edition.rng").getroot()
    definitions = {define.get("name"): define for define in grammar.iter(f"{relax}define")}
    text = next(element for element in grammar.iter(f"{relax}element") if element.get("name") == "text")
    seen, waiting, names = set(), [text], {"text"}
    while waiting:
        node = waiting.pop()
        names |= {element.get("name") for element in node.iter(f"{relax}element") if element.get("name")}
        new = {ref.get("name") for ref in node.iter(f"{relax}ref")} - seen
        seen |= new
        waiting += [definitions[name] for name in new]
    return names


@pytest.mark.parametrize("name", sorted(element_names()))
def test_every_element_has_a_rule(name: str) -> None:
    """Each element that the schema allows in a text has a rule for print."""
    holders = {"item": "list", "cell": "table/row", "row": "table", "speaker": "sp"}
    tree = document("<p>a <x>b</x></p>")
    inner = tree.find(".//{*}x")
    inner.tag = f"{{http://www.tei-c.org/ns/1.0}}{name}"
    for holder in reversed(holders.get(name, "").split("/")) if name in holders else []:
        outer = etree.Element(f"{{http://www.tei-c.org/ns/1.0}}{holder}")
        inner.getparent().replace(inner, outer)
        outer.append(inner)
        inner = outer

    assert stylesheets.transform("print", tree)


def random_documents(number: int) -> list[etree._ElementTree]:
    """Return documents that the schema allows, each with one text, whose words are numbered."""
    walk = Walk(SCHEMAS / "tei_edition.rng", seed=20261124)
    made = [walk.document() for _ in range(number)]
    chosen = [root for root in made if len(root.findall("{*}text")) == 1]
    for root in chosen:
        for further in root.findall(".//{*}seriesStmt")[1:]:
            further.getparent().remove(further)
        for count, element in enumerate(root.find("{*}text").iter()):
            bare = element.getparent().tag.endswith(("opener", "closer"))
            element.text = f"w{count}. " if (element.text or "").strip() and not element.tag.endswith(("opener", "closer")) else None
            element.tail = f"t{count}. " if (element.tail or "").strip() and not bare else None
    return [etree.ElementTree(root) for root in chosen]


def test_any_valid_document_is_printed_whole() -> None:
    """Whatever document the schema allows, each of its words is printed, in order."""
    trees = random_documents(80)
    proofs = [prove_pdf(characters_of(tree)[0], printed(tree)) for tree in trees]

    assert len(proofs) > 20


def test_only_words_struck_out_are_struck() -> None:
    """What is struck out in the source is struck on page and in print; the words by which an editor says so are not."""
    body = "<p>a <del>foo</del> <del><gap reason='illegible'><desc>Two lines</desc></gap></del></p>"
    tree = document(body, marks=(("del", "[crossed out: ", "]"),))
    page = html.render(tree)

    assert re.findall(r"#struck\[(.*?)\]", pdf.markup(tree)) == ['#"foo";']
    assert re.findall(r"<s>(.*?)</s>", page) == ["foo"]


def test_the_colophon_has_a_line_for_each_statement() -> None:
    """The colophon gives the publisher with the place, and each statement on the encoding on a line of its own."""
    tree = document("<p>a</p>")
    header = tree.find("{*}teiHeader")
    statement = (
        "<publicationStmt xmlns='http://www.tei-c.org/ns/1.0'><publisher>Press</publisher><pubPlace>Nowhere</pubPlace></publicationStmt>"
    )
    header[0].replace(header[0][1], etree.fromstring(statement))
    declared = "<editorialDecl xmlns='http://www.tei-c.org/ns/1.0'><p>One: 1.</p><p>Two: 2.</p></editorialDecl>"
    header.find("{*}encodingDesc").insert(0, etree.fromstring(declared))
    markup = pdf.markup(tree)

    assert '[#"Publisher";], [#"Press, Nowhere";]' in markup
    assert '[#"One: 1.";#linebreak();#"Two: 2.";]' in markup


def shown(view: str, body: str, *, marks: tuple[tuple[str, str, str], ...] = MARKS) -> str:
    """Return the words of the transcript that the PDF of *body* shows in *view*, in one line."""
    tree = document(body, marks=marks)
    made = pdf.render(tree, attachment=b"<TEI/>", attachment_name="a.xml", timestamp=TIME, view=view)
    return " ".join(structure.read(made).main.split())


@pytest.mark.parametrize(("view", "words"), [
    ("published", "He [was] out [abroad], the wurd [sic] of 17 [11]. [2 lines]"),
    ("clean", "He was out, the wurd of 11. [2 lines]"),
    ("interventions", "He [was] out [abroad], the wurd [sic] of 17 [11]. [2 lines]"),
])
def test_the_printed_views(view: str, words: str) -> None:
    """Print too has a clean text, without marks, remarks and what was corrected; with interventions no word is lost or added."""
    body = ("<head>A title</head><p>He <supplied>was</supplied> out <supplied reason='explanation'>abroad</supplied>, the "
            "<sic ana='#sic'>wurd</sic> of <choice><sic>17</sic><corr>11</corr></choice>. <gap reason='redacted'><desc>2 lines</desc></gap></p>")

    assert shown(view, body) == f"A title{words}"


def test_the_clean_text_has_no_notes() -> None:
    """Of a footnote neither its mark nor its words are in the clean text, and no blank is left before the stop."""
    body = ("<head>A title</head><p>He came<ref type='noteref' target='#n1'>1</ref> <note type='editorial'>by sea</note>.</p>"
            "<note type='footnote' xml:id='n1'>1. In May.</note>")

    assert shown("clean", body) == "A titleHe came."


def test_the_list_of_interventions_is_declared() -> None:
    """After the text stands a list of what was done, with its sums and a table; it is no part of the text."""
    tree = document("<head>A title</head><p>He <gap reason='redacted' unit='line' atMost='2'><desc>x</desc></gap> out.</p>", marks=MARKS)
    made = pdf.render(tree, attachment=b"<TEI/>", attachment_name="a.xml", timestamp=TIME)
    proof = prove_pdf("A title\n\nHe [x] out.", made)

    assert dict(proof.generated)["list of interventions"] == dict(proof.generated)["heading of the list of interventions"] == 1
    assert dict(proof.generated_words)["list of interventions"] > 20


def test_a_number_leads_to_the_list() -> None:
    """With interventions each has the number of its line in the list, which is no part of the text (an artifact)."""
    tree = document("<head>A title</head><p><supplied>a</supplied> <unclear>b</unclear></p>", marks=MARKS)
    made = pdf.render(tree, attachment=b"<TEI/>", attachment_name="a.xml", timestamp=TIME, view="interventions")

    assert dict(prove_pdf("A title\n\n[a] [b?]", made).generated)["name of the edition"] == 2
    assert re.findall(r'#listed\("(\d)"\)', pdf.markup(tree, "interventions")) == ["1", "2"]


def test_a_list_that_is_too_long_is_summed_alone() -> None:
    """Beyond five hundred interventions the print has their sums and says where each is; with their numbers in the text it lists all."""
    tree = document("<head>A title</head><p>" + "<supplied>a</supplied> " * 501 + "</p>", marks=MARKS)

    assert "There are too many to print" in pdf.markup(tree)
    assert "(), ())" in pdf.markup(tree)
    assert pdf.markup(tree, "interventions").count('[#"500";]') == 1
