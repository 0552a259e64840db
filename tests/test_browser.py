"""The reading page in a browser: by keyboard, without a script, on any width, in light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tei_edition.edition import Edition
from tei_edition.outputs.html import render, report_page
from tei_edition.reporting import report_bytes
from tests.conftest import program
from tests.pages import rich
from tests.teidoc import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTRAST = """() => {
  const part = c => { c /= 255; return c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const rgb = value => value.match(/[\\d.]+/g).map(Number);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faults = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 7) faults.push([node.data.trim().slice(0, 20), element.className, ratio.toFixed(2)]);
  }
  return faults;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    path = program("chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def address(tmp_path: Path) -> str:
    """The address of a page that stands in a folder, as a reader keeps it."""
    path = tmp_path / "page.html"
    path.write_text(render(rich()), encoding="utf-8")
    return path.as_uri()


def shown(page: Any) -> str:
    """Return the text of the article as it is seen, in one line."""
    return " ".join(page.locator("article").inner_text().split())


def test_views_change_what_is_seen_without_a_script(browser: Any, address: str) -> None:
    """Clean leaves out brackets, glosses, note marks and errors corrected; the page says so without any script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    published = shown(page)
    page.locator("#view-clean").check(force=True)
    clean = shown(page)
    page.close()

    assert "He [was] out [abroad], the wurd [sic] and 17 [11]; [for?]" in published
    assert "He was out, the wurd and 11; for" in clean
    assert "[2 1/2 lines]" in clean


def test_what_is_not_seen_is_not_copied(browser: Any, address: str) -> None:
    """The selection holds no number, no button and nothing that the view leaves out."""
    page = browser.new_page()
    page.goto(address)
    page.locator("#view-clean").check(force=True)
    copied = page.evaluate(
        "() => { getSelection().selectAllChildren(document.getElementById('t1.p1')); return getSelection().toString(); }"
    )

    assert " ".join(copied.split()) == "He was out, the wurd and 11; for. And again."


def test_the_choice_is_remembered(browser: Any, address: str) -> None:
    """The script runs under the page's own policy, and the chosen view is there when the reader comes back."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.locator("#view-interventions").check(force=True)
    page.goto(address)

    assert page.locator("#view-interventions").is_checked()
    assert said == []


def test_explanations_open_and_close_by_keyboard(browser: Any, address: str) -> None:
    """The button beside an editorial word opens its box by Enter, Escape closes it and leads back; no script is needed."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    box, button = page.locator("#why-1"), page.locator("[popovertarget='why-1']").first
    button.focus()
    page.keyboard.press("Enter")
    opened = box.is_visible()
    page.keyboard.press("Escape")

    assert opened
    assert not box.is_visible()


def test_an_explanation_stands_beside_its_word(browser: Any, address: str) -> None:
    """Where the browser can, the box opens at the word, and within the window."""
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(address)
    button = page.locator("[popovertarget='why-1']").first
    button.click()
    word, box = button.bounding_box(), page.locator("#why-1").bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    assert min(abs(box["y"] - word["y"] - word["height"]), abs(word["y"] - box["y"] - box["height"])) < 20


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
@pytest.mark.parametrize("view", ["published", "clean", "interventions"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_the_window(browser: Any, tmp_path: Path, width: int, view: str, language: str) -> None:
    """No page scrolls sideways, in whatever view and direction."""
    path = tmp_path / "page.html"
    path.write_text(render(rich(language=language)), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    page.locator(f"#view-{view}").check(force=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()

    assert wide <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["published", "clean", "interventions"])
def test_text_has_contrast(browser: Any, address: str, scheme: str, view: str) -> None:
    """All text has a contrast of 7:1 at least with what is behind it (WCAG 2.2, 1.4.6)."""
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{address}#t1.p1")
    page.locator(f"#view-{view}").check(force=True)
    faults = page.evaluate(CONTRAST)
    page.close()

    assert faults == []


def test_the_speaker_stands_in_the_margin_where_there_is_room(browser: Any, address: str) -> None:
    """The label is beside the speech on a wide page and above it on a narrow one; it stays in view."""
    places = {}
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        label, speech = page.locator(".speaker").first.bounding_box(), page.locator(".speech").first.bounding_box()
        places[width] = (label["x"] + label["width"] <= speech["x"], label["y"] + label["height"] <= speech["y"] + 1)
        page.close()

    assert places == {360: (False, True), 1280: (True, False)}


def test_numbers_are_printed_and_furniture_is_not(browser: Any, address: str) -> None:
    """On paper the paragraphs keep their numbers; buttons, views and ways about are left out."""
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")

    assert page.locator(".permalink").first.evaluate("e => getComputedStyle(e).opacity") == "1"
    assert not page.locator(".views").is_visible()
    assert not page.locator(".why").first.is_visible()


def test_a_label_keeps_its_colon(browser: Any, tmp_path: Path) -> None:
    """In the margin the button of an explanation and the colon after it stand on the line of the word explained."""
    path = tmp_path / "label.html"
    body = "<sp><speaker>MAYOR BROWN <supplied reason='explanation'>to Smith</supplied>:</speaker><p>Hello.</p></sp>"
    path.write_text(render(document(body)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1100, "height": 500})
    page.goto(path.as_uri())
    lines = page.evaluate("""() => {
      const label = document.querySelector(".speaker"), colon = document.createRange();
      colon.selectNodeContents(label.lastChild);
      return [label.querySelector(".mark:last-of-type"), label.querySelector(".why"), colon].map(part => part.getBoundingClientRect()).map(
        box => [box.top, box.bottom]);
    }""")
    page.close()
    (top, bottom), *others = lines

    assert all(top <= (first + last) / 2 <= bottom for first, last in others)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_report_is_read_on_any_screen(browser: Any, tmp_path: Path, width: int, scheme: str) -> None:
    """The page of the report is no wider than the window, and all of its text has a contrast of 7:1."""
    text = "Meeting of May 4, 1921\n\nHOLM: It cost [two] pounds on June 17 [11].\n\nMARLOW: No.\n\nHOLM: Yes. [cl12]\n\nNote: it rained.\n"
    path = tmp_path / "report.html"
    path.write_text(report_page(report_bytes(text.encode(), Edition(), "a long name of a file without a break.txt"), "./a.html"), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(path.as_uri())
    wide, faults = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CONTRAST)
    page.close()

    assert wide <= width
    assert faults == []
