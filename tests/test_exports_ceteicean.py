"""CETEIcean: pages that show the TEI itself in a browser, from a folder on the disk."""

from __future__ import annotations

import json
import os
import re
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree, html

from tei_edition.edition import Edition
from tei_edition.errors import SettingsError
from tei_edition.exports import ceteicean
from tei_edition.exports._known.document import Document
from tests.conftest import ROOT, absent, program
from tests.families import FAMILIES, encoded
from tests.pages import rich
from tests.teidoc import document
from tests.test_browser import CONTRAST

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEN = """() => {
  const mark = (element, side) => {
    const found = getComputedStyle(element, side).content;
    if (!/^".*"$/s.test(found)) return "";
    return found.slice(1, -1).replace(/\\\\(?:([0-9a-f]{1,6}) ?|(.))/g, (_, code, sign) => code ? String.fromCodePoint(parseInt(code, 16)) : sign);
  };
  const seen = node => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || getComputedStyle(node).display === "none") return "";
    const inside = mark(node, "::before") + [...node.childNodes].map(seen).join("") + mark(node, "::after");
    return /^(block|grid|table)/.test(getComputedStyle(node).display) ? ` ${inside} ` : inside;
  };
  return seen(document.querySelector("main"));
}"""
"""What a reader sees, the marks of the style sheet among it."""

HOSTILE = """<div><head>A</head><p onclick="window.hurt = 1" style="color: red">&lt;/script&gt;&lt;script&gt;window.hurt = 2&lt;/script&gt;
]]&gt; &lt;!-- <hi onmouseover="window.hurt = 3">hover</hi> <ref target="javascript:window.hurt=4">link</ref> <ref target="https://example.org/">out</ref>
<script xmlns="http://www.w3.org/1999/xhtml">window.hurt = 5</script> <img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="window.hurt = 6"/></p></div>"""


@pytest.fixture(scope="module")
def script() -> str:
    """The file of CETEIcean, as npm has it."""
    named = Path(os.environ.get("CETEICEAN_JS", ROOT / "node_modules" / "CETEIcean" / "dist" / "CETEI.js"))
    if not named.is_file():
        absent("CETEIcean", "`npm install CETEIcean`, or name its dist/CETEI.js in CETEICEAN_JS")
    return str(named)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    path = program("chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def made(documents: list[Document], script: str, title: str = "Harbour & <Board>") -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    edition = Edition(title=title, language="en", export_settings={"ceteicean": {"script": script}})
    for name, piece in ceteicean.files(iter(documents), edition):
        found[name] = found.get(name, b"") + piece
    return found


def opened(page: Any, tree: etree._ElementTree, script: str, folder: Path) -> list[str]:
    """Open the page of *tree* from the folder; return what the browser complains of."""
    for name, data in made([Document("отчёт #1", tree)], script).items():
        (folder / name).write_bytes(data)
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "отчёт #1.html").as_uri())
    return said


@pytest.mark.parametrize("family", FAMILIES[::6], ids=lambda family: family.name)
def test_what_is_seen_is_the_transcript(browser: Any, script: str, tmp_path: Path, family: Any) -> None:
    """The words of the page, with the marks that the header declares, are those of the transcript; the browser has no complaint."""
    page = browser.new_page()
    tree = encoded(family).tree
    said = opened(page, tree, script, tmp_path)
    seen = page.evaluate(SEEN)
    page.close()

    assert said == []
    assert seen.split() == Document("a", tree).text.split()


def test_marks_of_every_sort_are_shown(browser: Any, script: str, tmp_path: Path) -> None:
    """Narrow selectors, marks that a cut has not, and marks of an instruction are those of the TEI."""
    page = browser.new_page()
    opened(page, rich(), script, tmp_path)
    seen = " ".join(page.evaluate(SEEN).split())
    page.close()

    assert "the wurd [sic] and 17 [11]; [for?]." in seen
    assert "[blank]" in seen
    assert "[one two] a b" in seen
    assert "[On rights] We need [2 1/2 lines]" in seen


def test_nothing_in_a_text_runs(browser: Any, script: str, tmp_path: Path) -> None:
    """No script, handler or address of a hostile document is run, and its text is shown as it is."""
    page = browser.new_page()
    opened(page, document(HOSTILE), script, tmp_path)
    for place in page.locator("tei-text tei-hi, tei-text tei-p").all():
        place.hover()
    page.locator("tei-text tei-p").click(position={"x": 2, "y": 2})
    seen, targets = page.evaluate(SEEN), page.eval_on_selector_all("main a", "all => all.map(one => one.getAttribute('href'))")
    hurt = page.evaluate("window.hurt")
    page.close()

    assert hurt is None
    assert "</script><script>window.hurt = 2</script> ]]> <!-- hover link out" in " ".join(seen.split())
    assert targets == [None, "https://example.org/"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read(browser: Any, script: str, tmp_path: Path, width: int, scheme: str) -> None:
    """No page scrolls sideways, and all text has a contrast of 7:1 at least, in light and dark."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened(page, rich(language="ar"), script, tmp_path)
    wide, faults = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CONTRAST)
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("main a").click()
    shown = page.locator("tei-text").inner_text()
    page.close()

    assert wide <= width
    assert faults == []
    assert "Orlov" in shown


def test_the_file_itself_is_in_the_page_and_beside_it(tmp_path: Path) -> None:
    """What the page holds is the TEI, and so is the file that it links to."""
    script = tmp_path / "CETEI.js"
    script.write_text("var CETEI;", encoding="utf-8")
    found = made([Document("a", rich())], str(script))
    (data,) = html.fromstring(found["a.html"].decode()).xpath("//script[@type='application/json']")
    canonical = etree.tostring(rich(), method="c14n")

    assert etree.tostring(etree.fromstring(json.loads(data.text)["tei"]), method="c14n") == canonical
    assert etree.tostring(etree.fromstring(found["a.xml"]), method="c14n") == canonical
    assert found["CETEI.js"] == b"var CETEI;"
    assert made([Document("a", rich())], str(script)) == found


def test_a_selector_of_the_header_stays_in_its_string(tmp_path: Path) -> None:
    """Whatever a header declares, the style sheet does not end early."""
    script = tmp_path / "CETEI.js"
    script.write_text("var CETEI;", encoding="utf-8")
    marks = (('seg[type="&lt;/style>&lt;script>"]', "&lt;/style>", "\\22 }"), ("a.b", "x", "y"))
    text = made([Document("a", document("<p>A</p>", marks=marks))], str(script))["a.html"].decode()

    assert len(re.findall("</style>", text)) == 1
    assert r'content: "\3c /style\3e "' in text
    assert r"tei-a\.b:not([prev])" in text


def test_a_document_called_index_does_not_overwrite_the_list(tmp_path: Path) -> None:
    """The list of documents stays, whatever a document is called."""
    script = tmp_path / "CETEI.js"
    script.write_text("var CETEI;", encoding="utf-8")

    assert sorted(made([Document("Index", rich())], str(script))) == ["CETEI.js", "Index-2.html", "Index-2.xml", "index.html"]


def test_the_script_is_asked_for(tmp_path: Path) -> None:
    """Without CETEIcean there is no page; the error names the key, or says that the file is not it."""
    with pytest.raises(SettingsError, match=r"export\.ceteicean\.script"):
        list(ceteicean.files(iter([]), Edition(title="T")))
    with pytest.raises(SettingsError, match="there is no such file"):
        made([], str(tmp_path / "nowhere.js"))
    (tmp_path / "other.js").write_text("var other;", encoding="utf-8")
    with pytest.raises(SettingsError, match="is not the file"):
        made([], str(tmp_path / "other.js"))


def test_memory_does_not_grow_with_the_documents(tmp_path: Path) -> None:
    """Of documents made one after the other none is kept."""
    script = tmp_path / "CETEI.js"
    script.write_text("var CETEI;", encoding="utf-8")
    edition = Edition(export_settings={"ceteicean": {"script": str(script)}})

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in ceteicean.files((Document(f"d{number}", rich()) for number in range(count)), edition):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(2)
    assert peak(30) < 1.3 * peak(10)
