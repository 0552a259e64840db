"""The three views of the reading page, in a browser: every meaning of a bracket as published, clean, and with what was done."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.outputs.html import render
from tests.brackets_cases import encoded, every
from tests.conftest import program
from tests.teidoc import document

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = [case for case in every() if not case.is_trap]
KEPT_MARKS = {"unbalanced", "unknown", "multi-paragraph", "nested-inner", "original", "ellipsis", "source", "footnote-mark"}
"""Classes whose brackets are the document's own, or of which nobody knows what they mean."""

SHOWN = """element => {
  const shown = [];
  for (const one of element.querySelectorAll(".ed")) shown.push(getComputedStyle(one, "::after").content);
  return shown;
}"""


@cache
def reading_page(number: int) -> tuple[list[str], str]:
    """Return the classes of the brackets in a case, by its number, and its reading page."""
    classes, made = encoded(CASES[number])
    return classes, render(made.tree)


EACH = pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number].name)


@pytest.fixture(scope="module")
def page() -> Iterator[Any]:
    """A page of Chromium without a script, and without a window."""
    path = program("chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium.new_context(java_script_enabled=False).new_page()
        chromium.close()


def body(text: str, *, marks: tuple[tuple[str, str, str], ...] = (("supplied", "[", "]"), ("note", "[", "]"))) -> str:
    """Return the page of a paragraph, under a title of its own."""
    return render(document(f'<head>A title</head><p xml:id="p1">{text}</p>', marks=marks))


def paragraph(page: Any, html: str, view: str) -> str:
    """Return the paragraph of *html* as it is seen in *view*, without its number."""
    page.set_content(html)
    page.locator(f"#view-{view}").check(force=True)
    return str(page.locator("#p1").inner_text()).removesuffix("1").rstrip()


@EACH
def test_the_clean_text_reads_as_a_text(page: Any, number: int) -> None:
    """No blank is doubled or stands before a comma or stop, no pair of brackets is left empty or half, whatever was left out."""
    classes, html = reading_page(number)
    page.set_content(html)
    published = page.locator("article").inner_text()
    page.locator("#view-clean").check(force=True)
    clean = page.locator("article").inner_text()
    spaced = re.compile(r"\w [,.;:!?)](?!\.| \.)|[ \u00a0]{2,}")

    assert set(spaced.findall(clean)) - set(spaced.findall(published)) == set()
    assert re.findall(r"\[\s*\]", clean) == re.findall(r"\[\s*\]", published)
    if not KEPT_MARKS & set(classes):
        assert clean.count("[") == clean.count("]")


@EACH
def test_what_is_missing_stays_visible(page: Any, number: int) -> None:
    """What the source or a censor withholds is said in the clean text too, in its brackets; what was supplied has none."""
    classes, html = reading_page(number)
    page.set_content(html)
    page.locator("#view-clean").check(force=True)
    clean = page.locator("article").inner_text()
    gaps = page.locator("article .gap")

    assert [gap for gap in gaps.all_inner_texts() if not gap.strip()] == []
    if set(classes) <= {"subaudible", "omitted", "restored", "name", "role", "word-part", "conjecture", "correction", "explanation"}:
        assert "[" not in clean


OWN = "all => all.map(ed => [...ed.querySelectorAll('.why')].filter(why => why.closest('.ed') === ed).length)"
"""How many buttons each intervention has, those of interventions within it apart."""


@EACH
def test_each_intervention_is_named_where_it_stands(page: Any, number: int) -> None:
    """With interventions each bracket says what it means; a box beside it says by whom it is and how certain."""
    classes, html = reading_page(number)
    page.set_content(html)
    page.locator("#view-interventions").check(force=True)
    marked = page.locator("article .ed")
    if set(classes) == {"footnote-mark"}:
        return

    assert marked.count() >= 1
    assert [label for label in page.locator("article").evaluate(SHOWN) if len(label.strip('"')) < 4] == []
    boxes = [" ".join(text.split()) for text in page.locator(".why-box[data-generated='explanation']").all_text_contents()]
    assert boxes
    assert [box for box in boxes if not re.search(r"By:|By whom is not stated", box)] == []
    assert [box for box in boxes if "Certainty of the encoding:" not in box] == []
    assert page.locator("article .ed").evaluate_all(OWN) == [1] * marked.count()


def test_who_and_how_certain_stand_beside_the_words(page: Any) -> None:
    """The label of an intervention names the editor, his certainty and the size, where the file states them."""
    html = body('<gap reason="redacted" unit="line" atMost="2" resp="#ann"><desc>x</desc></gap> <supplied cert="low">y</supplied>')
    page.set_content(html)
    page.locator("#view-interventions").check(force=True)
    withheld, guessed = page.locator("article").evaluate(SHOWN)

    assert withheld.strip('"') == "withheld by declassification review · at most 2 lines · Ann Lee"
    assert guessed.strip('"') == "a doubtful reading · certainty low"


def test_what_no_label_says_the_legend_says(page: Any) -> None:
    """The view of interventions explains what it means that no name and no certainty stand somewhere."""
    page.set_content(body("<supplied>y</supplied>"))
    legend = page.locator("aside.legend")
    hidden = legend.is_visible()
    page.locator("#view-interventions").check(force=True)

    assert not hidden
    assert "Where no name stands, nobody says whose it is" in legend.inner_text()


@pytest.mark.parametrize(("markup", "clean"), [
    ('out of the country <supplied reason="explanation">abroad</supplied>, he said', "out of the country, he said"),
    ('out of the country <supplied reason="explanation">abroad.</supplied> He left.', "out of the country. He left."),
    ('<supplied reason="explanation">Wexford</supplied> is far', "Wexford is far"),
    ('he came <note type="editorial">by sea</note> <note type="gloss">the Irish Sea</note>.', "he came."),
    ("a <surplus>very</surplus> old <del>man</del> pilot", "a old pilot"),
    ('at the Crown<unclear cert="low"><?transcript before=" [" after="]"?>?</unclear> Inn', "at the Crown Inn"),
    ("<choice><abbr>HBC</abbr><expan>Harbour Board</expan></choice> met", "Harbour Board met"),
])
def test_what_is_left_out_leaves_nothing_behind(page: Any, markup: str, clean: str) -> None:
    """Blanks and stops stand as in a text in which the editor's remark was never there."""
    assert paragraph(page, body(markup), "clean") == clean


def test_a_paragraph_of_remarks_alone_is_not_there(page: Any) -> None:
    """A paragraph that holds nothing but what is left out leaves no empty line and no number."""
    page.set_content(body('<note type="editorial">illegible stamp</note>'))
    page.locator("#view-clean").check(force=True)

    assert not page.locator("#p1").is_visible()


def test_a_topic_stands_on_a_line_of_its_own(page: Any) -> None:
    """In the clean text the label of a topic, without its brackets, cannot be read as words of the speaker."""
    html = body('<label type="topic">On rights</label> We need', marks=(('label[type="topic"]', "[", "]"),))

    assert paragraph(page, html, "clean").split("\n") == ["On rights", "We need"]
