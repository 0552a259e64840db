"""Proofs hold for what was made, and fail, at the place, for whatever is changed in it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_edition.encode import serialize
from tei_edition.encode.transcript import characters_of, text
from tei_edition.errors import ProofError
from tei_edition.outputs import html, pdf
from tei_edition.proof import Output, certificate, prove_html, prove_pdf, prove_tei
from tei_edition.proof.comparison import Letters
from tei_edition.proof.pdf import ordered
from tests.pages import BODY, MARKS, rich
from tests.teidoc import document

if TYPE_CHECKING:
    from lxml import etree

TIME = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)
ARABIC = """<div><head>محضر جلسة مجلس الوزراء، ١٣ نوفمبر ١٩٨٦</head><sp><speaker>الرئيس:</speaker><p>السلام عليكم. نبدأ في 10:30 صباحاً، وصلت رسالة
من NATO في 13 November 1986 (عاجل). <supplied>يجب علينا</supplied> أن ندرس كل شيء؛ ٥٠٪ حاضرون — شكراً «جزيلاً». لا إله إلا الله، الإسلام.</p></sp></div>"""
HEBREW = """<div><head>פרוטוקול ישיבה, 13 בנובמבר</head><sp><speaker>השר פרס:</speaker><p>שלום לכולם (בדיוק). מכתב מ-NATO מיום 13 November 1986 בנושא
"ההסכם" [סודי], 50% נוכחים.<ref type="noteref" target="#n1">1</ref> וְאָהַבְתָּ לְרֵעֲךָ כָּמוֹךָ. (כן!)</p></sp><note type="footnote" xml:id="n1">1. הערה.</note></div>"""
RUSSIAN = """<div><head>Запись беседы</head><p>Достопримечательность переосвидетельствования человеконенавистничества. Ἐν ἀρχῇ ἦν ὁ λόγος.
Слово <foreign xml:lang="he">שלום (12) עולם</foreign> и <foreign xml:lang="ar">السلام عليكم (12) يا أخي</foreign>. And العربية here… הנה.</p></div>"""
DECOMPOSED = "<p>e\u0301te\u0301 o\u0323\u0302 x\u0302 q\u0307\u0323 ẹ̀kọ́; ά και</p>"


def printed(tree: etree._ElementTree) -> bytes:
    return pdf.render(tree, attachment=serialize(tree), attachment_name="a.xml", timestamp=TIME)


def words(tree: etree._ElementTree) -> str:
    return characters_of(tree)[0]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (ARABIC, "ar"),
        (HEBREW, "he"),
        (RUSSIAN, "ru"),
        (ARABIC, "und"),
        (HEBREW, "und"),
        (ARABIC, "en"),
        (HEBREW, "en"),
        (DECOMPOSED, "vi"),
    ],
)
def test_scripts(body: str, language: str) -> None:
    """PDF and HTML in every script, direction and mixture are proved, shaped and hyphenated as they are."""
    tree = document(body, language=language)

    assert prove_pdf(words(tree), printed(tree)).characters > 20
    assert prove_html(words(tree), html.render(tree).encode()).characters > 20


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "שלום",
                "(עולם)",
                "12",
                "3.5",
                "abc,",
                "def.",
                "العربية",
                "«لا»",
                "١٢",
                ".",
                "—",
                "אב־גד",
                "x-y",
                "50%",
                "[סודי]",
                "سلاماً",
                "Ω",
                "я",
            ]
        ),
        min_size=1,
        max_size=60,
    ),
    st.sampled_from(["he", "ar", "en", "und"]),
)
def test_directions(parts: list[str], language: str) -> None:
    """Any mixture of right-to-left and left-to-right words is read back from the PDF in the order of the text."""
    tree = document("<p>x</p>", language=language)
    tree.find(".//{*}body/{*}p").text = " ".join(parts)

    assert prove_pdf(" ".join(parts), printed(tree))


@pytest.fixture(scope="module")
def page() -> bytes:
    return html.render(rich()).encode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_changed_letter_fails(data: st.DataObject) -> None:
    """Whichever letter of the transcript an output does not have, the proof fails at that letter's line and column."""
    transcript = words(rich())
    places = [index for index, character in enumerate(transcript) if character.isalpha()]
    at = data.draw(st.sampled_from(places))
    changed = transcript[:at] + "☃" + transcript[at + 1 :]
    line, column = transcript.count("\n", 0, at) + 1, at - transcript.rfind("\n", 0, at)
    for proof, output in OUTPUTS:
        with pytest.raises(ProofError) as caught:
            proof(changed, output, "some.txt")
        assert f"some.txt:{line}:{column}:" in str(caught.value)
        assert "☃" in str(caught.value)


OUTPUTS = ((prove_html, html.render(rich()).encode()), (prove_pdf, printed(rich())))


@pytest.mark.parametrize("change", ["missing", "added", "swapped", "doubled"])
def test_changed_words_fail(change: str) -> None:
    """A word left out, put in, out of order or printed twice in an output is told."""
    tree = rich()
    paragraph = tree.find(".//{*}argument/{*}p")
    paragraph.text = {
        "missing": "About the talks,",
        "added": "About all the talks, and more.",
        "swapped": "About talks, the and more.",
        "doubled": "About the the talks, and more.",
    }[change]
    transcript = words(rich())
    for prove, output in ((prove_html, html.render(tree).encode()), (prove_pdf, printed(tree))):
        with pytest.raises(ProofError, match=r"t\.txt:3:\d+: the (HTML|PDF) does not have"):
            prove(transcript, output, "t.txt")


def test_a_changed_note_fails() -> None:
    """A word changed in a footnote is told at the note's place in the transcript."""
    tree = rich()
    tree.find(".//{*}note[@type='footnote']").text = "1. A mote."
    transcript = words(rich())
    place = transcript.index("1. A note") + len("1. A ")
    with pytest.raises(ProofError, match=f"t.txt:{transcript.count(chr(10), 0, place) + 1}:6:"):
        prove_pdf(transcript, printed(tree), "t.txt")


def test_notes_go_back_to_their_places() -> None:
    """Footnotes, wherever the PDF has them, are compared where the transcript has them."""
    notes = [Letters.of("1. Same start one."), Letters.of("2. Other."), Letters.of("1. Same start two.")]
    wanted = Letters.of("Text 1 and 2. 1. Same start two. More 1. Same start one. 2. Other.").letters

    assert wanted == ordered(wanted, Letters.of("Text 1 and 2. More"), notes).letters


def test_generated_is_declared() -> None:
    """What an output has besides the transcript is counted by kind."""
    transcript = words(rich())
    pdf_kinds = dict(prove_pdf(transcript, OUTPUTS[1][1]).generated)

    assert {"colophon": 1, "heading of the colophon": 1}.items() <= pdf_kinds.items()
    assert prove_html(transcript, OUTPUTS[0][1]).generated


def test_a_made_title_is_declared() -> None:
    """A title that the document does not print is generated, and said to be."""
    tree = document("<p>Only this.</p>", title="Of the header")

    assert ("title", 1) in prove_pdf("Only this.", printed(tree)).generated


def test_line_numbers_and_repeated_headings_are_declared() -> None:
    """Line numbers, running heads and the repeated heading of a long table are artifacts, and no words of the text."""
    rows = "".join(f"<row><cell>{number}</cell><cell>land</cell></row>" for number in range(90))
    tree = document(f"<table><row role='label'><cell>No.</cell><cell>Land</cell></row>{rows}</table>")
    kinds = dict(prove_pdf(words(tree), printed(tree)).generated)

    assert {"line number", "running head", "repeated heading of a table"} <= kinds.keys()


@pytest.mark.parametrize(
    "data", [b"", b"no PDF at all", b"%PDF-1.7\n", OUTPUTS[1][1][:4000], OUTPUTS[1][1].replace(b"StructTreeRoot", b"StructTreeRuin")]
)
def test_a_broken_pdf_is_told(data: bytes) -> None:
    """What is no tagged PDF is a failed proof in words."""
    with pytest.raises(ProofError, match="the PDF cannot be read"):
        prove_pdf("a", data)


@pytest.mark.parametrize("data", [b"", b" ", b"<p>a</p>", b"\x00\xff", b"<article>a</article>"])
def test_a_page_without_the_article_is_told(data: bytes) -> None:
    """What is no reading page is a failed proof in words."""
    with pytest.raises(ProofError, match="has 0 articles"):
        prove_html("a", data)


def test_tei_is_proved_by_its_bytes() -> None:
    """The TEI is proved where it gives the very bytes back, and the first that differs is shown at its line and column."""
    tree = document("<p>Jedna.</p><p>Dvě.</p>")
    given_back = text(tree)

    assert ((proof := prove_tei(given_back, tree, given_back)).characters - 1, proof.words) == (9, 2)
    with pytest.raises(ProofError, match=r"t\.txt:3:3: .* 'ě\.\\n' here, the TEI 'a\.\\n'"):
        prove_tei(given_back, tree, given_back.replace("ě".encode(), b"a"), "t.txt")


def test_tei_that_ends_early() -> None:
    """A line end too few is told as well."""
    tree = document("<p>One.</p>")
    with pytest.raises(ProofError, match=r"the transcript has '\\n' here, the TEI its end"):
        prove_tei(b"One.\n", tree, b"One.")


def test_certificate() -> None:
    """The certificate names transcript and outputs by their digests, and is the same for the same input."""
    transcript = words(rich()).encode()
    outputs = [
        Output("b.pdf", OUTPUTS[1][1], prove_pdf(transcript.decode(), OUTPUTS[1][1])),
        Output("a.html", OUTPUTS[0][1], prove_html(transcript.decode(), OUTPUTS[0][1])),
    ]
    made = certificate("t.txt", transcript, outputs)
    said = json.loads(made)

    assert made == certificate("t.txt", transcript, reversed(outputs))
    assert hashlib.sha256(transcript).hexdigest() == said["sha256"]
    assert [output["file"] for output in said["outputs"]] == ["a.html", "b.pdf"]
    assert {"proved"} == {output["result"] for output in said["outputs"]}
    assert said["words"] == len(transcript.decode().split())


def test_mixed_marks() -> None:
    """The marks that the header declares are words of the transcript in every output."""
    tree = document(BODY, marks=MARKS)

    assert "[was]" in words(tree)
    assert prove_pdf(words(tree), printed(tree))
