"""What headers state, as people write them: of our own making, of letters, of plays, of series and of parliaments."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition.exports._known.document import Document
from tei_edition.exports._known.header import header

TITLES = {
    '<title>One</title><title type="sub">Two</title>': [("", "One")],
    '<title level="s">Series</title><title type="iso-date">1905</title><title level="a">Letter</title>': [("", "Letter")],
    '<title level="s" type="main">Series</title><title type="main">Letter</title>': [("", "Letter")],
    '<title type="volume">Talks</title><title type="content">Answers</title>': [("", "Talks")],
    '<title type="main" xml:lang="en">Sitting</title><title type="main" xml:lang="ro">Şedinţa</title><title type="sub" xml:lang="ro">x</title>':
        [("en", "Sitting"), ("ro", "Şedinţa")],
    '<title xml:lang="ru">Медведь</title><title type="alt">The Bear</title><title xml:lang="ru">again</title>':
        [("ru", "Медведь"), ("", "The Bear")],
    "<title> </title><title>Two</title>": [("", "Two")],
    "": [],
}
"""Titles of a header, and what is read of them."""

DATES = {
    '<creation><date when="1921-05-04">May 4</date></creation>': ("May 4", "1921-05-04", "1921-05-04", True),
    '<creation><date when="1921-05-04T10:00:00Z"/></creation>': ("1921-05-04", "1921-05-04", "1921-05-04", True),
    '<correspDesc><correspAction type="received"><date when="1922"/></correspAction><correspAction type="sent"><date when="1921">x</date>'
    "</correspAction></correspDesc>": ("x", "1921", "1921", True),
    '<creation><date from-iso="1921" to-iso="1922">x</date></creation>': ("x", "1921", "1922", True),
    '<creation><date notAfter="1921"/></creation>': ("1921", "", "1921", False),
    "<creation><date>Spring</date></creation>": ("Spring", "", "", True),
}
"""Dates of a header: words, first and last day, and whether these are the days meant."""


def stated(titles: str = "", profile: str = "", more: str = "") -> etree._ElementTree:
    """Return a document with these *titles* and this *profile* description."""
    return etree.ElementTree(etree.fromstring(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>{titles}{more}</titleStmt></fileDesc>'
        f"<profileDesc>{profile}</profileDesc></teiHeader><text><body><p>Yes.</p></body></text></TEI>"
    ))


@pytest.mark.parametrize("titles", TITLES)
def test_the_title_is_the_document_s_and_the_others_say_it_otherwise(titles: str) -> None:
    """Of several titles that of the article counts, then the main one, then the first; it is the one that pages show."""
    found = header(stated(titles))

    assert list(found.titles) == TITLES[titles]
    assert Document("a", stated(titles)).facts.title == found.title


@pytest.mark.parametrize("profile", DATES)
def test_a_date_has_its_words_and_its_days(profile: str) -> None:
    """Days, intervals and bounds are read in both notations of TEI, without hours; a letter has the date of its sending."""
    date = header(stated(profile=profile)).date

    assert date is not None
    assert (date.words, date.first, date.last, date.exact) == DATES[profile]


def test_a_date_that_says_nothing_is_none() -> None:
    """An empty element dates nothing."""
    assert header(stated(profile="<creation><date/></creation>")).date is None


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<author>Holm, Ann</author>", "Holm, Ann"), ("<author>Ann Holm</author>", "Ann Holm"), ("<author/>", ""),
        ("<author><persName><forename>Johann</forename> <forename>Albrecht</forename> <surname>Huber</surname></persName><idno>Q1</idno></author>",
         "Huber, Johann Albrecht"),
        ('<author>Ann Holm <idno type="wikidata">Q2</idno></author>', "Ann Holm"), ("<author><idno>Q3</idno></author>", ""),
    ],
)
def test_an_author_is_a_name_without_its_identifiers(author: str, name: str) -> None:
    """Parted names are as lists have them, identifiers are none of the name."""
    assert header(stated(more=author)).authors == ((name,) if name else ())


@pytest.mark.parametrize("turn", ['<sp who="#x #a"><p>Yes.</p></sp>', '<u who="#a">Yes.</u>'])
def test_who_is_pointed_at_by_a_turn_speaks(turn: str) -> None:
    """A list of persons that does not tell speakers from others is told by the turns of the text."""
    people = '<listPerson><person xml:id="a"><persName>Ann</persName></person><person xml:id="b"><persName>Bo</persName></person></listPerson>'
    tree = stated(profile=f"<particDesc>{people}</particDesc>")
    body = tree.getroot().find(".//{*}body")
    assert body is not None
    body.append(etree.fromstring(turn.replace(" who", ' xmlns="http://www.tei-c.org/ns/1.0" who')))

    assert [(one.name, one.speaks) for one in header(tree).people] == [("Ann", True), ("Bo", False)]


def test_who_was_absent_is_nobody_of_the_document() -> None:
    """Those listed as absent are no subjects of the document, nor access points of its description."""
    people = "".join(f'<listPerson type="{kind}"><person><persName>{kind}</persName></person></listPerson>' for kind in ("present", "absent"))
    stated_ = header(stated(profile=f"<particDesc>{people}</particDesc>"))
    assert [person.name for person in stated_.people] == ["present"]
