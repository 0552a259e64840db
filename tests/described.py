"""Editions and documents for the exports that describe: one of which all is known, one of which nothing is, and texts that mean harm."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from tei_edition import exports
from tei_edition.edition import Edition, Licence
from tei_edition.exports._known.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HOSTILE = ("=1+1", "-2", "+x", "@SUM(A1)", "]]>", "<script>alert(1)</script>", "&amp;", 'a "b" \\" c\\', "a|b", "a^^b", "' OR 1", "a; b, c", "{{x}}")
"""Texts of which some program may think that they are more than text."""

KNOWN = Edition(
    title="Harbour Talks", publisher="Harbour Archive", place="Wexford", date="2026-05-01", editors=("Doe, Jane", "John Roe"),
    language="en", description="Talks of the board, 1921 to 1923.", keywords=("harbours", "piers"), address="https://example.org/talks/",
    repository="Harbour Archive", collection="Fond 2", call_number="Opis 1", identifiers={"DOI": "10.1234/abcd"},
    licence=Licence("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
    export_settings={"atom": {"culture": "en"}, "ead3": {"record-id": "IE-HA-talks", "agency-name": "Harbour Archive"}},
)
"""An edition of which everything is known."""

TITLE_ONLY = Edition(title="Harbour Talks")

HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title><author>{author}</author><editor>Doe, Jane</editor>
<respStmt><resp>translator</resp><name>Olga Sand</name></respStmt></titleStmt>
<publicationStmt><publisher>Harbour Archive</publisher></publicationStmt><seriesStmt><title>Harbour Talks</title></seriesStmt>
<sourceDesc><msDesc><msIdentifier><repository>Harbour Archive</repository><collection>Fond 2</collection><idno type="callNumber">Box 3</idno>
</msIdentifier></msDesc><bibl type="transcript"><title>{name}.txt</title></bibl></sourceDesc></fileDesc>
<encodingDesc><appInfo><application ident="tei-edition" version="0.1"><label/></application></appInfo></encodingDesc>
<profileDesc><creation>{date}</creation><abstract><p>{abstract}</p></abstract><langUsage><language ident="{language}"/></langUsage>
<particDesc><listPerson type="speakers"><person xml:id="orlov"><persName><forename>Юрий</forename> <addName type="patronymic">Фёдорович</addName>
<surname>Орлов</surname></persName><persName type="label">Orlov</persName><idno type="VIAF">{viaf}</idno></person></listPerson>
<listPerson type="mentioned"><person xml:id="lee"><persName>{person}</persName></person></listPerson>
<listOrg><org xml:id="board"><orgName>Harbour Board</orgName></org></listOrg></particDesc>
<settingDesc><listPlace><place xml:id="wexford"><placeName>Wexford</placeName><idno type="GeoNames">2960964</idno></place></listPlace></settingDesc>
<textClass><keywords><term type="topic">{term}</term></keywords></textClass></profileDesc></teiHeader>"""

DAY = '<date when="1921-05-04">May 4, 1921</date>'


def tree(name: str = "board", *, date: str = DAY, language: str = "en", **said: str) -> etree._ElementTree:
    """Return a document with a header of which every field says something; those of *said* say that."""
    values = {"title": "Meeting of the Harbour Board", "author": "Holm, Ann", "abstract": "On the pier.", "viaf": "123", "person": "Ann Lee",
              "term": "piers", **said}
    header = HEADER.format(name=escape(name), date=date, language=language, **{key: escape(value) for key, value in values.items()})
    text = f'<text xml:lang="{language}"><body><p>It was late.</p></body></text>'
    return etree.ElementTree(etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{text}</TEI>'))


def hostile() -> Iterator[Document]:
    """Give documents of which every field holds a text that means harm, each once."""
    for number, text in enumerate(HOSTILE):
        said = dict.fromkeys(("title", "author", "abstract", "person", "term"), text)
        yield Document(f"d{number}", tree(f"d{number}", **said))


def made(platform: str, documents: Iterable[Document], edition: Edition = KNOWN) -> dict[str, bytes]:
    """Return the files that *platform* makes of *documents*."""
    found: dict[str, bytes] = {}
    for name, piece in exports.platforms()[platform].files(documents, edition):
        found[name] = found.get(name, b"") + piece
    return found


def kept(platform: str, number: int = 300, edition: Edition = KNOWN) -> int:
    """Return how many of *number* documents are alive at once, at most, while *platform* exports them, but for the one at hand."""
    alive: weakref.WeakSet[Document] = weakref.WeakSet()
    most = 0

    def documents() -> Iterator[Document]:
        nonlocal most
        for place in range(number):
            document = Document(f"d{place}", tree(f"d{place}"))
            alive.add(document)
            yield document
            del document
            most = max(most, len(alive) if len(alive) < 2 else _left(alive))

    for _ in exports.platforms()[platform].files(documents(), edition):
        pass
    return most


def _left(alive: weakref.WeakSet[Document]) -> int:
    """Return how many are *alive* once what nobody holds is gone."""
    gc.collect()
    return len(alive)
