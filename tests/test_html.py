"""The reading page: the transcript's words and no other, safe whatever comes in, with a rule for every element."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tei_edition.encode.transcript import characters_of
from tei_edition.errors import TransformError
from tei_edition.outputs.html import Download, Link, Links, Offered, edition_index, render
from tei_edition.resources import SCHEMAS
from tests.conftest import ROOT, absent, program
from tests.pages import rich, words
from tests.teidoc import document

RNG = "{http://relaxng.org/ns/structure/1.0}"
LINKS = Links(
    document="a",
    previous=Link("./b.html", "B"),
    next=Link("./c.html", "C"),
    up=Link("./index.html", "All"),
    downloads=(Download("TEI", "./a.xml", 14_400), Download("PDF", "./a.pdf", 1_500_000)),
    proof="ab" * 32,
)


def transcript(tree: etree._ElementTree) -> str:
    """Return the characters of the transcript that *tree* encodes, without white space."""
    return "".join(characters_of(tree)[0].split())


def parsed(page: str) -> html.HtmlElement:
    """Return *page* parsed."""
    return html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8"))


def grammar() -> list[str]:
    """Return the names of the elements that the schema allows anywhere in ``text``."""
    path = SCHEMAS / "tei_edition.rng"
    if not path.exists():
        return []
    tree = etree.parse(path)
    defines = {define.get("name"): define for define in tree.iter(f"{RNG}define")}
    elements = {element.get("name"): element for element in tree.iter(f"{RNG}element")}
    found: set[str] = set()
    waiting = [elements["text"]]
    seen: set[str] = set()
    while waiting:
        for node in waiting.pop():
            if node.tag == f"{RNG}element":
                waiting.extend([node] if node.get("name") not in found else [])
                found.add(node.get("name"))
            elif node.tag == f"{RNG}ref" and node.get("name") not in seen:
                seen.add(node.get("name"))
                waiting.append(defines[node.get("name")])
            elif isinstance(node.tag, str):
                waiting.append(node)
    return sorted(found)


def test_the_page_has_the_words_of_the_transcript() -> None:
    """The article without what is generated is the transcript, character for character, white space aside."""
    tree = rich()

    assert words(render(tree, LINKS)) == transcript(tree)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cn"]), max_size=40), st.sampled_from(["en", "ar", "und"]))
def test_any_text_comes_through(text: str, language: str) -> None:
    """Whatever the characters are, the page shows them and nothing else."""
    tree = document("<sp><speaker/><p/></sp><p/>", language=language)
    for element in tree.iter("{*}p", "{*}speaker"):
        if element.getparent().tag.endswith(("}sp", "}body")):
            element.text = text

    assert words(render(tree)) == transcript(tree)


def test_control_characters_come_through() -> None:
    """A control character of the second row is itself on the page, not what HTML makes of its number."""
    tree = document("<p>a\x85b\x9fc</p>")

    assert "a\x85b\x9fc" in render(tree)


@pytest.mark.parametrize("name", grammar())
def test_every_element_of_the_schema_has_a_rule(name: str) -> None:
    """Each element that the schema allows in a text is shown, with its words."""
    tree = document(f"<p>a <{name}>b</{name}> c</p>")

    assert "b" in words(render(tree)) or name == "graphic"


@pytest.mark.parametrize("name", grammar())
def test_every_element_may_stand_among_blocks(name: str) -> None:
    """Each element has one rule, not two, among blocks as well."""
    render(document(f"<div><{name} xml:id='x'/></div>"))


def test_an_element_without_a_rule_stops() -> None:
    """An element that no rule knows stops the page, which says which, where, and near what."""
    tree = document('<div><p xml:id="p1">a</p><p xml:id="p2">b <formula>c</formula></p></div>')
    with pytest.raises(TransformError, match=r"no rule for the element formula, at /TEI\[1\]/text\[1\].*/formula\[1\], in p2"):
        render(tree)


HOSTILE = '</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>"\'<!--&lt;'
ESCAPED = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def hostile() -> etree._ElementTree:
    """Return a document that tries to be code in every place a text can come from."""
    body = f"""<div type="x&quot; onclick=&quot;alert(1)" xml:id="s1"><head>{ESCAPED}</head><sp who="#{ESCAPED[:20]}"><speaker>{ESCAPED}</speaker>
<p rend="{ESCAPED}" xml:id="p1">{ESCAPED} <ref target="javascript:alert(1)">a</ref><ref target=" java&#10;script:alert(1)">b</ref>
<ref target="data:text/html,x">c</ref><ref target="https://x.org/&quot;onclick=alert(1)">d</ref><supplied resp="{ESCAPED}" reason="{ESCAPED}" cert="{ESCAPED}">e</supplied>
<gap reason="redacted" unit="line" quantity="1;background:url(x)"><desc>{ESCAPED}</desc></gap><date when="{ESCAPED}">f</date><label type="topic">{ESCAPED}</label></p></sp></div>"""
    tree = document(body, title=ESCAPED)
    for place, text in (("author", HOSTILE), ("sponsor", "}</style>" + HOSTILE)):
        tree.find(".//{*}titleStmt").append(etree.fromstring(f'<editor xmlns="http://www.tei-c.org/ns/1.0" n="{place}"/>'))
        tree.findall(".//{*}editor")[-1].text = text
    return tree


def test_no_text_becomes_code() -> None:
    """Whatever a text, an attribute or the header says, it is text on the page: no element, script, style or address of it."""
    page = parsed(render(hostile(), LINKS))
    scripts = page.xpath("//script")

    assert page.xpath("//img | //@onclick | //@onerror") == []
    assert [script.get("type") for script in scripts] == ["application/ld+json", None]
    assert json.loads(scripts[0].text)["name"].startswith("</script>")
    assert all(re.match(r"#|\./|https://|mailto:", address) for address in page.xpath("//@href"))
    assert len(page.xpath("//style")) == 1
    assert "<" not in scripts[0].text
    assert set(page.xpath("//article//@style")) == set()
    assert words(render(hostile())) == transcript(hostile())


def test_only_addresses_of_the_web_and_this_text_are_links() -> None:
    """A pointer with another scheme, or to nothing in the text, stays plain words."""
    targets = ["https://a.org/", "mailto:a@b.org", "#p2", "#ann", "#none", "javascript:x", "file:///etc/passwd", "//a.org", "ftp://a.org"]
    refs = "".join(f'<ref target="{target}">x</ref>' for target in targets)
    page = parsed(render(document(f'<p xml:id="p1">{refs}</p><p xml:id="p2">b</p>')))

    assert page.xpath("//article//a[not(@data-generated)]/@href") == targets[:3]


def test_ids_are_addresses_and_unique() -> None:
    """Every id of the text is on the page, once; every link within the page leads somewhere."""
    tree = rich()
    page = parsed(render(tree, LINKS))
    ids = page.xpath("//@id")
    inner = {address[1:] for address in page.xpath("//@href[starts-with(., '#')]")}

    assert len(ids) == len(set(ids))
    assert {element.get("{http://www.w3.org/XML/1998/namespace}id") for element in tree.find("{*}text").iter() if isinstance(element.tag, str)} - {None} <= set(ids)
    assert inner | set(page.xpath("//@popovertarget")) <= set(ids)


def test_each_paragraph_has_a_permalink() -> None:
    """A paragraph's number is a link to the paragraph."""
    page = parsed(render(rich()))

    assert page.xpath("//*[@id='t1.p2']/a[@class='permalink']/@href") == ["#t1.p2"]
    assert page.xpath("string(//*[@id='t1.p2']/a[@class='permalink'])") == "1.2"


def test_a_note_and_its_marks_lead_to_one_another() -> None:
    """Each mark leads to its note, the note back to its first mark."""
    page = parsed(render(rich()))

    assert page.xpath("//a[contains(@class, 'noteref')]/@href") == ["#n1", "#n1"]
    assert page.xpath("//*[@id='n1']/a[@class='back']/@href") == ["#ref-n1"]


def test_an_explanation_says_what_by_whom_and_how_certain() -> None:
    """The box of an editorial word names its class, who is responsible, and the certainty with its reason."""
    tree = document('<p><supplied resp="#ann" cert="low" reason="subaudible" xml:id="b1">a</supplied></p>')
    note = '<standOff xmlns="http://www.tei-c.org/ns/1.0"><certainty target="#b1" locus="name" cert="medium"><desc>Because.</desc></certainty></standOff>'
    tree.getroot().append(etree.fromstring(note))
    (box,) = parsed(render(tree)).xpath("//*[@popover]")

    assert [" ".join(p.text_content().split()) for p in box] == [
        "A doubtful reading", "Reason as encoded: subaudible", "By: Ann Lee", "The editor’s certainty: low", "Certainty of the encoding: medium", "Because.",
    ]


def test_the_first_heading_is_the_title() -> None:
    """The transcript's heading is the page's only h1 where it is the title; else the title stands above it."""
    same, other = parsed(render(rich())), parsed(render(rich(title="Another")))

    assert [h.get("id") for h in same.xpath("//h1")] == ["h1"]
    assert [h.text for h in other.xpath("//h1")] == ["Another"]
    assert other.xpath("//h2/@id")[0] == "h1"


def test_downloads_say_their_size() -> None:
    """Each file can be downloaded, and its size is known before."""
    page = parsed(render(rich(), LINKS))

    assert [li.text_content() for li in page.xpath("//ul[@class='downloads']/li")] == ["TEI 14 KB", "PDF 1.5 MB"]
    assert page.xpath("//link[@rel='alternate']/@type") == ["application/tei+xml"]


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("en", None)])
def test_the_page_is_written_as_its_language_is(language: str, direction: str | None) -> None:
    """Language and direction of the page are those of the text; the words of the interface say theirs."""
    page = parsed(render(rich(language=language)))

    assert (page.get("lang"), page.get("dir")) == (language, direction)
    assert page.xpath("//section[@id='about']/@lang") == ["en"]


def test_a_text_without_a_language_finds_its_direction() -> None:
    """Where no language is stated each block is set by its own letters."""
    page = parsed(render(document("<p>שלום</p>", language="und")))

    assert page.xpath("//article/@lang") == [""]
    assert page.xpath("//article/p/@dir") == ["auto"]


def test_the_same_document_gives_the_same_bytes() -> None:
    """Another process with another hash seed makes the same page."""
    code = "import sys; from tests.pages import rich; from tei_edition.outputs.html import render; sys.stdout.buffer.write(render(rich()).encode())"
    pages = {
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }

    assert pages == {render(rich()).encode()}


def nu() -> Path:
    """Return the Nu checker's archive, or skip."""
    path = Path(os.environ.get("VNU_JAR", ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"))
    if not path.exists():
        absent("the Nu checker (vnu.jar)", "`npm install vnu-jar`, or name it in VNU_JAR")
    return path


def test_the_nu_checker_finds_no_error(tmp_path: Path) -> None:
    """The pages are valid HTML, whatever the language and however hostile the text."""
    jar, java = nu(), program("java")
    pages = {"rich": render(rich(), LINKS), "he": render(rich(language="he")), "und": render(rich(language="und")), "bad": render(hostile())}
    pages["list"] = edition_index("<A>", [], None, None, [Offered("Text & <tables>", 'for "all"', "./exports/a%20b.zip", 812)])
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    command = [java, "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", str(tmp_path)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]

    assert [(message["url"].rsplit("/", 1)[-1], message["message"]) for message in said] == []


def test_the_ways_about_state_their_language() -> None:
    """On a page written from right to left the English labels are set as English, and titles find their own direction."""
    page = parsed(render(rich(language="he"), LINKS))

    assert page.xpath("//nav[@class='ways']//bdi[@class='label'][@lang='en'][@dir='ltr']/text()") == ["Previous", "Next"]
    assert page.xpath("//nav[@class='ways']//bdi[@class='name'][@dir='auto']/text()") == ["All", "B", "C"]
    assert page.xpath("//nav[@class='ways']/@lang") == []
