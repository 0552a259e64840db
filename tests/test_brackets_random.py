"""Any bracket in any other, in every house: the transcript comes back, TEI allows what was made, and each view shows what it must."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree, html

from tei_edition import profiles, registry
from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import encode, serialize
from tei_edition.encode.transcript import text
from tei_edition.ingest.txt import read
from tei_edition.outputs.html import render
from tei_edition.proof.html import prove_html
from tei_edition.rules import brackets
from tests import jing
from tests.conftest import ROOT, program
from tests.random_brackets import DEEPEST, TEXTS, documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.model import Span

MANY = settings(max_examples=300, database=None, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CLASSES = {name.replace("_", "-") for name in registry.modules(brackets)} - {"remark"}
USUAL = frozenset({"ellipsis", "restored", "surplus"})
"""What brackets do not mean where a house gives dots, words and braces no meaning of their own."""

NEVER = {
    "frus": USUAL - {"ellipsis"},
    "leiden-lite": {"ellipsis", "expansion", "name", "nested-inner", "role", "subaudible", "word-part"},
}
"""What the brackets of a house do not mean, where that is not `USUAL`: in the Leiden system words in brackets are restored."""


@dataclass
class Written:
    """The TEI of many random transcripts by the conventions of one house, and what stood in them."""

    transcripts: list[str] = field(default_factory=list)
    made: list[bytes] = field(default_factory=list)
    classes: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)


def encoded(drawn: str, profile: str) -> tuple[bytes, Sequence[Span]]:
    """Return the TEI of *drawn*, after seeing that the text comes back, and its spans."""
    edition = lone(profile)
    annotation = annotate([read(drawn.encode(), "random.txt")], edition)[0]
    made = serialize(encode(annotation, edition).tree)
    assert text(etree.ElementTree(etree.fromstring(made))) == drawn.encode()
    return made, annotation.spans


@cache
def written() -> dict[str, Written]:
    """Return what every house makes of the same 300 transcripts, each of which shows one meaning that is due beside what was drawn."""
    found = {name: Written() for name in profiles.names()}

    @MANY
    @given(drawn=documents())
    def write(drawn: str) -> None:
        number = len(found[profiles.DEFAULT].made)
        due = TEXTS[number % len(TEXTS)]
        whole = f"{due[number // len(TEXTS) % len(due)]}\n\n{drawn}"
        for name, house in found.items():
            made, spans = encoded(whole, name)
            house.transcripts.append(whole)
            house.made.append(made)
            house.classes.update(span.class_ for span in spans if span.kind == "bracket")
            house.forms.update(forms(whole, spans))

    write()
    return found


def forms(drawn: str, spans: Sequence[Span]) -> set[str]:
    """Return which forms of brackets stand in *drawn*: nested, doubled, over paragraphs, with notes, under italics."""
    pairs = [(span.start, span.end) for span in spans if span.kind == "bracket"]
    depth = max((sum(a <= start and end <= b for a, b in pairs) for start, end in pairs), default=0)
    seen = {f"nested {deep}" for deep in range(2, depth + 1)}
    seen |= {"doubled" for start, end in pairs if drawn[start:end].startswith("[[") and drawn[start:end].endswith("]]")}
    seen |= {"over paragraphs" for start, end in pairs if "\n\n" in drawn[start:end]}
    seen |= {"footnote" for span in spans if span.kind == "note"}
    styles = [(span.start, span.end) for span in spans if span.kind == "style"]
    return seen | {"style across a border" for a, b in styles for start, end in pairs if a < start < b < end or start < a < end < b}


@pytest.mark.parametrize("profile", profiles.names())
@settings(max_examples=40, deadline=None)
@given(drawn=documents())
def test_any_nesting_inverts(profile: str, drawn: str):
    """Whatever brackets stand in each other, in every house, the text comes back byte for byte."""
    encoded(drawn, profile)


def test_any_nesting_is_valid(tmp_path: Path):
    """Of 300 transcripts in every house each comes back byte for byte, and its TEI is valid by the schema under jing."""
    paths = []
    for name, house in written().items():
        paths += [tmp_path / f"{name}-{number}.xml" for number in range(len(house.made))]
        for path, made in zip(paths[-len(house.made) :], house.made, strict=True):
            path.write_bytes(made)

    assert len(paths) >= 300 * len(profiles.names())
    assert jing.run(ROOT / "schemas" / "tei_edition.rng", paths) == {}


@pytest.mark.parametrize("profile", profiles.names())
def test_every_meaning_stands_in_the_random_texts(profile: str):
    """The random transcripts of a house hold each meaning that its brackets can have, and each form of a bracket."""
    house = written()[profile]
    wanted = {*(f"nested {deep}" for deep in range(2, DEEPEST + 1)), "doubled", "over paragraphs", "footnote"}
    wanted |= {"style across a border"} if profiles.load(profile).italic_mark else set()

    assert set(house.classes) == CLASSES - NEVER.get(profile, USUAL)
    assert wanted - set(house.forms) == set()


def few() -> Iterator[tuple[str, str]]:
    """Yield some of the random transcripts, of each house others, with the reading page of each."""
    for at, house in enumerate(written().values()):
        for number in range(at, len(house.made), 60):
            yield house.transcripts[number], render(etree.ElementTree(etree.fromstring(house.made[number])))


def test_the_published_view_has_the_transcripts_characters():
    """The reading page has the characters of any transcript, marks included, in their order, and no other that is not generated."""
    for drawn, page in few():
        article = html.document_fromstring(page).find(".//article")
        words = "".join(article.xpath(".//text()[not(ancestor::*[@data-generated])]"))
        assert "".join(words.split()) == "".join(drawn.split())
        prove_html(drawn, page.encode())


SEEN = """article => {
  const shown = one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
  const told = ".note.editorial, .note.translator, .note.footnote, .surplus, .del, .noteref, [data-mark]:not(.kept)";
  return [...article.querySelectorAll(told)].filter(shown).map(one => one.outerHTML);
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A page of Chromium without a window."""
    path = program("chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium.new_context(java_script_enabled=False).new_page()
        chromium.close()


def test_the_clean_view_has_no_word_of_the_editors_and_no_mark(browser: Any):
    """In the clean view of any transcript no remark, note, deleted word or mark that only markup means is seen; as published all are."""
    told = 0
    for _, page in few():
        browser.set_content(page)
        browser.locator("#view-clean").check(force=True)
        assert browser.locator("article").evaluate(SEEN) == []
        browser.set_content(page)
        told += len(browser.locator("article").evaluate(SEEN))

    assert told > 100
