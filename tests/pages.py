"""A document with nearly every construct, and how a test reads its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from tests.teidoc import document

if TYPE_CHECKING:
    from lxml import etree

MARKS = (
    ("supplied", "[", "]"),
    ("speaker", "", " "),
    ("unclear", "[", "?]"),
    ("gap", "[", "]"),
    ("incident", "(", ")"),
    ('label[type="topic"]', "[", "]"),
    ("corr", " [", "]"),
    ('sic[ana="#sic"]', "", " [sic]"),
    ("ex", "[", "]"),
    ('note[type="source"]', "[", "]"),
    ("space", "[", "]"),
    ("figure", "[", "]"),
    ("del", "⟦", "⟧"),
    ("surplus", "{", "}"),
)

BODY = r"""
<div type="session" xml:id="s1">
  <head xml:id="h1">A <hi rend="italic">title</hi></head>
  <argument><p xml:id="p1">About   the talks,&#160;and&#x2003;more.</p></argument>
  <sp who="#ann" xml:id="t1">
    <speaker>Ann <seg type="delivery">(to Bob)</seg>.</speaker>
    <p xml:id="t1.p1">He <supplied reason="subaudible" xml:id="t1.p1.b1">was</supplied> out <supplied reason="explanation">abroad</supplied>,
the <sic ana="#sic">wurd</sic> and <choice><sic>17</sic><corr>11</corr></choice>; <unclear cert="low">for</unclear>.<ref
type="noteref" target="#n1">1</ref> And again.<ref type="noteref" target="#n1">1</ref></p>
    <pb n="2"/>
    <gap reason="irrelevant"><desc>Here follows other matter.</desc></gap>
    <p xml:id="t1.p2"><label type="topic">On rights</label> We need <gap reason="redacted" unit="line" quantity="2.5"><desc>2 1/2 lines</desc></gap>
<gap reason="redacted" unit="word" quantity="2"><desc>2 words</desc></gap> <incident><desc>Laughter.</desc></incident>
<expan>D<ex>urbrow</ex></expan> <foreign xml:lang="he">שלום</foreign> <persName><forename><supplied>Yuri</supplied></forename> <surname>Orlov</surname></persName>
<date when="1986-11">November</date> <del>out</del> <add place="margin">in</add> <surplus>too</surplus> <space><?transcript before="[blank]" after=""?></space>
<seg rend="brackets">[sic!]</seg> <seg type="bracketed">[x]</seg> <figure><figDesc>map</figDesc></figure> <lb/>next <ref target="https://example.org/a?b=1">link</ref>
<supplied next="#c2" xml:id="c1">one</supplied></p>
    <p xml:id="t1.p3"><supplied prev="#c1" xml:id="c2">two</supplied> a	b</p>
  </sp>
  <list><label>a.</label><item>First</item><item>Second</item></list>
  <table><head>Barrels</head><row role="label"><cell>Land</cell><cell cols="2">Number</cell></row><row><cell>Iraq</cell><cell>640</cell><cell/></row></table>
  <closer><salute>Yours,</salute><signed>Ann
Lee</signed></closer>
  <postscript><p xml:id="p2">P.S. <stage type="delivery">aside</stage> <note type="editorial">Ed.: sic</note></p></postscript>
  <note type="footnote" n="1" xml:id="n1">1. A note.</note>
  <note type="source" xml:id="n2">Source: here.</note>
</div>
<div type="attachment" xml:id="s2"><head>Tab A</head><head>Second line</head><p>Text.</p></div>
"""


def rich(*, language: str = "en", title: str = "A title") -> etree._ElementTree:
    """Return the document."""
    return document(BODY, marks=MARKS, language=language, title=title)


def words(page: str) -> str:
    """Return the characters of the transcript in *page*: its article without what is generated and without white space."""
    (article,) = html.document_fromstring(page.encode(), html.HTMLParser(encoding="utf-8")).xpath("//article[@class='transcript']")
    for generated in article.xpath(".//*[@data-generated]"):
        generated.drop_tree()
    return "".join(article.text_content().split())
