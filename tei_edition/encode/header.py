"""
The TEI header (Guidelines, chapter HD), made from facts: every statement comes from the transcript, the settings or the rules.

What nobody states is left out: there is no author, licence, sex or identifier that was not given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from lxml import etree

from tei_edition import registry
from tei_edition.encode import marks, people
from tei_edition.encode.people import add
from tei_edition.encode.weave import NSMAP, TEI
from tei_edition.profiles import load, said
from tei_edition.rules import brackets
from tei_edition.rules.blocks.speaker import person_id
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from tei_edition.encode.facts import Facts

HEARD = {"speaker": "a speaker's label or a part of it", "unbalanced": "a bracket without a partner, kept as text",
         "nested-inner": "a bracket within the source note, kept as text",
         "multi-paragraph": "a bracket over several paragraphs", "unread-count": "unread or unheard words with their number",
         "pause": "a pause"}
"""What the classes mean that are not named for their rule."""

CALENDARS = {"calendar-gregorian": "The Gregorian calendar (New Style).", "calendar-julian": "The Julian calendar (Old Style)."}
"""What the header says of each calendar that a date names."""


def header(facts: Facts, declared: marks.Marks) -> etree._Element:
    """Return the `teiHeader` of a document with *facts*, whose printed marks are *declared*."""
    root = etree.Element(f"{{{TEI}}}teiHeader", nsmap=NSMAP)
    _file(root, facts)
    _encoding(root, facts, declared)
    _profile(root, facts)
    return root


def _file(root: etree._Element, facts: Facts) -> None:
    """Add the `fileDesc`: title and those responsible, publication, edition, source."""
    description = add(root, "fileDesc")
    _titles(add(description, "titleStmt"), facts)
    _publication(add(description, "publicationStmt"), facts)
    if facts.edition.title:
        series = add(description, "seriesStmt")
        add(series, "title", facts.edition.title)
        if facts.edition.address:
            add(series, "idno", facts.edition.address, type="URL")
    _source(add(description, "sourceDesc"), facts)


def _titles(statement: etree._Element, facts: Facts) -> None:
    """Add the title and who is responsible for what."""
    add(statement, "title", facts.title)
    for tag, words in sorted(facts.settings.titles.items()):
        add(statement, "title", words, **{people.LANG: tag, "type": "alt"})
    if facts.settings.author:
        add(statement, "author", facts.settings.author)
    taken = people.ids(facts)
    for editor in facts.edition.editors:
        add(statement, "editor", editor, id=_free(editor, taken))
    acts = (
        ("translator", facts.statement.translator),
        ("note-taker", facts.settings.notetaker),
        ("words in square brackets", facts.edition.brackets_by),
    )
    for act, name in acts:
        if name:
            responsible = add(statement, "respStmt")
            add(responsible, "resp", act)
            add(responsible, "name", name, id=_free(name, taken))
    spoken = {person.id for person in facts.people}
    for name in facts.deciders:
        id_ = decider_id(name, facts)
        if id_ not in taken - spoken:
            taken.add(id_)
            responsible = add(statement, "respStmt")
            add(responsible, "resp", "decisions on the encoding")
            add(responsible, "name", name, id=id_)


def decider_id(name: str, facts: Facts) -> str:
    """Return the id in the header of *name*, who decided something: never that of a person who speaks in the document."""
    id_ = person_id(name)
    return f"resp-{id_}" if any(person.id == id_ for person in facts.people) else id_


def _free(name: str, taken: set[str]) -> str:
    """Return the id of *name*, or nothing where an element that is *taken* into the header has it."""
    id_ = person_id(name)
    if id_ in taken:
        return ""
    taken.add(id_)
    return id_


def _publication(statement: etree._Element, facts: Facts) -> None:
    """Add who publishes, or that nobody says so."""
    edition = facts.edition
    if not edition.publisher:
        add(statement, "p", "No publisher is stated." if edition.folder else "Unpublished.")
        return
    add(statement, "publisher", edition.publisher)
    if edition.place:
        add(statement, "pubPlace", edition.place)
    if edition.date:
        add(statement, "date", edition.date, when=edition.date)
    for kind, value in sorted(edition.identifiers.items()):
        add(statement, "idno", value, type=kind)
    if facts.settings.address:
        add(statement, "idno", facts.settings.address, type="URL")
    if edition.licence:
        licence = edition.licence
        add(add(statement, "availability"), "licence", licence.text or licence.target, target=licence.target)


def _source(description: etree._Element, facts: Facts) -> None:
    """Add where the original is kept, the translation, and the transcript itself."""
    said, kept = facts.statement, facts.holding
    if kept.is_stated:
        identifier = add(add(description, "msDesc"), "msIdentifier")
        if kept.repository:
            add(identifier, "repository", kept.repository)
        if kept.collection:
            add(identifier, "collection", kept.collection)
        if kept.call_number:
            add(identifier, "idno", kept.call_number, type="callNumber")
    if said.translator:
        translation = add(description, "bibl", type="translation")
        add(translation, "editor", said.translator, role="translator")
        if said.sponsor:
            add(translation, "sponsor", said.sponsor)
    if said.publisher:
        add(add(description, "bibl", type="publication"), "publisher", said.publisher)
    files = [("transcript", facts.file, facts.source.sha256)]
    original = facts.source.original
    files += [("original", original.name, original.sha256)] if original else []
    for id_, words in facts.witnesses:
        add(description, "bibl", words, type="witness", id=id_)
    for kind, name, digest in files:
        file = add(description, "bibl", type=kind)
        add(file, "title", name)
        add(file, "idno", digest, type="sha256")


def _encoding(root: etree._Element, facts: Facts, declared: marks.Marks) -> None:
    """Add the `encodingDesc`: the tool, what its rules did, the printed marks, how to cite, the classes."""
    description = add(root, "encodingDesc")
    application = add(add(description, "appInfo"), "application", ident="tei-edition", version=VERSION)
    add(application, "label", "tei-edition")
    if facts.edition.description:
        add(add(description, "projectDesc"), "p", facts.edition.description)
    _declaration(add(description, "editorialDecl"), facts)
    renditions = [*marks.declare(declared)]
    if renditions:
        tags = add(description, "tagsDecl")
        for scope, selector, css in renditions:
            add(tags, "rendition", css, scheme="css", scope=scope, selector=selector)
    _references(add(description, "refsDecl"))
    if facts.counts:
        _classes(add(description, "classDecl"), facts)


def _classes(declaration: etree._Element, facts: Facts) -> None:
    """Add the classes of brackets that are used, the kinds of things withheld and the exemptions."""
    taxonomy = add(declaration, "taxonomy", id="brackets")
    for name in sorted(facts.counts):
        add(add(taxonomy, "category", id=name), "catDesc", meaning(name))
    for name, categories in (("withheld", facts.withheld), ("exemptions", facts.exemptions)):
        if categories:
            taxonomy = add(declaration, "taxonomy", id=name)
            for category in categories:
                add(add(taxonomy, "category", id=category.id, n=category.name), "catDesc", category.words)


def meaning(name: str) -> str:
    """Return what the class *name* of a bracket means, in words."""
    module = registry.modules(brackets).get(name.replace("-", "_"))
    return str(module.TITLE) if module else HEARD[name]


def _declaration(declaration: etree._Element, facts: Facts) -> None:
    """Say what the rules that were active did, with counts."""
    add(declaration, "p", "Every character of the transcript stands in the text in its order, unchanged; the marks that markup "
                          "replaces are declared in tagsDecl, and processing instructions named transcript keep its layout.")
    speakers = [person for person in facts.people if person.part == "speakers"]
    if speakers:
        add(declaration, "p", f"Speakers are encoded from the labels that open paragraphs, as printed: {_count(len(speakers), 'person')}.")
    if facts.counts:
        house = load(facts.edition.profile, facts.edition.folder)
        add(declaration, "p", " ".join((f"Brackets are read by the conventions of {house.name}.", *said.sentences(house))))
    for name in sorted(facts.counts):
        add(declaration, "p", f"Square brackets read as {meaning(name)}: {facts.counts[name]}.", corresp=f"#{name}")


def _count(number: int, noun: str) -> str:
    """Return *number* with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _references(declaration: etree._Element) -> None:
    """Make session, turn and paragraph citable by their ids (Guidelines, section 3.11.4)."""
    session = add(declaration, "citeStructure", unit="session", match="//body/div", use="@xml:id")
    turn = add(session, "citeStructure", unit="turn", match=".//sp", use="@xml:id", delim="/")
    add(turn, "citeStructure", unit="paragraph", match="p", use="@xml:id", delim="/")
    add(session, "citeStructure", unit="paragraph", match=".//p[not(parent::sp)]", use="@xml:id", delim="/")


def _profile(root: etree._Element, facts: Facts) -> None:
    """Add the `profileDesc`: date, language, people, setting, topics."""
    description = add(root, "profileDesc")
    if facts.date or facts.stated:
        _date(add(description, "creation"), facts)
    if facts.settings.description:
        add(add(description, "abstract"), "p", facts.settings.description)
    language = facts.settings.language
    add(add(description, "langUsage"), "language", language_name(language), ident=language)
    _calendars(description, facts)
    people.participants(description, facts)
    _setting(description, facts)
    _keywords(description, facts)


def _keywords(description: etree._Element, facts: Facts) -> None:
    """Add the topics that the text prints, and the keywords of the document and of the edition."""
    stated = dict.fromkeys((*facts.settings.keywords, *facts.edition.keywords))
    terms = [*((topic, "topic") for topic in facts.topics), *((word, "keyword") for word in stated if word not in facts.topics)]
    if terms:
        keywords = add(add(description, "textClass"), "keywords")
        for term, kind in terms:
            add(keywords, "term", term, type=kind)


def _calendars(description: etree._Element, facts: Facts) -> None:
    """Declare the calendars that dates of the text name."""
    calendars = add(description, "calendarDesc") if facts.calendars else description
    for name in facts.calendars:
        add(add(calendars, "calendar", id=name), "p", CALENDARS[name])


def _setting(description: etree._Element, facts: Facts) -> None:
    """Add where and when it was, and the places that are mentioned."""
    dated = bool(facts.date or facts.stated)
    if not dated and not facts.settings.place and not people.has_places(facts):
        return
    parent = add(description, "settingDesc")
    if dated or facts.settings.place:
        setting = add(parent, "setting")
        if facts.settings.place:
            add(setting, "placeName", facts.settings.place)
        if dated:
            _date(setting, facts)
    people.places(parent, facts)


def _date(parent: etree._Element, facts: Facts) -> None:
    """Add the date, or the first and the last of several sessions."""
    printed = facts.printed_date or facts.date
    if facts.stated:
        add(parent, "date", printed, **facts.stated)
    elif facts.last:
        add(parent, "date", f"{printed} – {facts.printed_last}", **{"from": facts.date, "to": facts.last})
    else:
        add(parent, "date", printed, when=facts.date)


def language_name(tag: str) -> str:
    """
    Return the English name of the language *tag* (BCP 47).

    >>> language_name("ru")
    'Russian'
    """
    if tag == "und":
        return "not stated"
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (ValueError, UnknownLocaleError):
        return tag
