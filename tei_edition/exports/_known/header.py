"""What the header of a TEI document states, as catalogues ask for it: read from the file, and nothing added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_edition.exports._known.named import Named, named
from tei_edition.exports._known.paths import all_, find, first, words
from tei_edition.exports._known.people import name_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

DATES = (("when", "when"), ("from", "to"), ("notBefore", "notAfter"))
"""The attributes that date something, first and last, in the order in which they count."""

DATED = ("t:creation/t:date", "t:settingDesc/t:setting//t:date", "t:correspDesc/t:correspAction[@type='sent']/t:date")
"""Where the date of a document stands, in the order in which it counts."""

FIRST: tuple[Callable[[etree._Element], bool], ...] = (
    lambda title: title.get("level") == "a", lambda title: title.get("type") == "main" and title.get("level") != "s",
)
"""Which of several titles is the document's, in the order in which it counts."""

EDITOR, TRANSLATOR, NOTETAKER = "editor", "translator", "note-taker"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LANGUAGE = "ancestor-or-self::*[@xml:lang][1]"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in *words*, with its *first* and *last* day, month or year (ISO 8601); not *exact* where it lies between these."""

    words: str
    first: str
    last: str
    exact: bool = True

    @property
    def interval(self) -> str:
        """The date as ISO 8601 writes it; an interval with a solidus, with ``..`` at an end that is open."""
        return self.first if self.first == self.last else f"{self.first or '..'}/{self.last or '..'}"


@dataclass(frozen=True, slots=True)
class File:
    """A file that the document was made from: its name and the SHA-256 of its bytes; one of them may be empty."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Header:
    """
    What a header states, empty where it does not.

    *titles* and *abstracts* are pairs of a language (BCP 47) and words, *title* and *abstract* the first of them. The language of a title
    is that of the document where it has none of its own; that of an abstract, which is the editor's, is then empty. *responsible* are
    pairs of an act and a name, *terms* topics and keywords.
    """

    titles: tuple[tuple[str, str], ...]
    edition: str
    date: Dated | None
    place: str
    abstracts: tuple[tuple[str, str], ...]
    authors: tuple[str, ...]
    responsible: tuple[tuple[str, str], ...]
    publisher: str
    address: str
    licence: str
    repository: str
    collection: str
    call_number: str
    people: tuple[Named, ...]
    organizations: tuple[Named, ...]
    places: tuple[Named, ...]
    terms: tuple[str, ...]
    transcript: File
    original: File
    software: str

    @property
    def title(self) -> str:
        """The title, empty where there is none."""
        return self.titles[0][1] if self.titles else ""

    @property
    def abstract(self) -> str:
        """What the document is about, empty where it is not stated."""
        return self.abstracts[0][1] if self.abstracts else ""

    def who(self, act: str) -> tuple[str, ...]:
        """Return the names of those responsible for *act*, such as ``editor`` or ``translator``."""
        return tuple(name for own, name in self.responsible if own == act)


def header(tree: etree._ElementTree) -> Header:
    """Return what the header of *tree* states; nothing of the tree is kept."""
    root = tree.getroot()
    kept = "t:teiHeader/t:fileDesc/t:sourceDesc//t:msIdentifier[1]/"
    profile = "t:teiHeader/t:profileDesc/"
    return Header(
        titles=_titles(root),
        edition=first(root, "t:teiHeader/t:fileDesc/t:seriesStmt/t:title"),
        date=_date(root),
        place=first(root, f"{profile}t:creation//t:placeName | {profile}t:settingDesc/t:setting//t:placeName"),
        abstracts=tuple((one.get(LANG, ""), words(one)) for one in find(root, f"{profile}t:abstract") if words(one)),
        authors=tuple(dict.fromkeys(filter(None, map(_name, find(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:author"))))),
        responsible=tuple(_responsible(root)),
        publisher=first(root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:publisher"),
        address=first(root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:idno[@type='URL']"),
        licence=first(root, "t:teiHeader/t:fileDesc/t:publicationStmt/t:availability/t:licence"),
        repository=first(root, f"{kept}t:repository | {kept}t:institution"),
        collection=first(root, f"{kept}t:collection"),
        call_number=first(root, f"{kept}t:idno"),
        people=named(root, f"{profile}t:particDesc//t:person[not(parent::t:listPerson/@type='absent')]", "persName"),
        organizations=named(root, f"{profile}t:particDesc//t:org", "orgName"),
        places=named(root, f"{profile}t:settingDesc//t:place", "placeName"),
        terms=all_(root, f"{profile}t:textClass/t:keywords//t:term"),
        transcript=_file(root, "transcript"),
        original=_file(root, "original"),
        software=_software(root),
    )


def _titles(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """Return the title, the same that all outputs show, and those that say it in other words or in another language."""
    found = [one for one in find(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:title") if words(one)]
    if not found:
        return ()
    main = next((one for test in FIRST for one in found if test(one)), found[0])
    own = _language(main)
    others = [one for one in found if one is not main and (one.get("type") == "alt" or (_is_whole(one) and one.get(LANG, own) != own))]
    return tuple((_language(one), words(one)) for one in (main, *others))


def _is_whole(title: etree._Element) -> bool:
    """Tell whether *title* is one by itself: none below another, and not that of a series."""
    return title.get("type", "main") == "main" and title.get("level", "a") == "a"


def _language(element: etree._Element) -> str:
    """Return the language of what stands in *element*, empty where it is not stated."""
    holders = find(element, LANGUAGE)
    return holders[0].get(LANG, "") if holders else ""


def _date(root: etree._Element) -> Dated | None:
    """Return the date of the document, if it has one; of a letter it is that of the sending."""
    element = next((one for path in DATED for one in find(root, f"t:teiHeader/t:profileDesc/{path}")), None)
    if element is None:
        return None
    for begins, ends in DATES:
        start, end = (_day(element.get(name) or element.get(f"{name}-iso") or "") for name in (begins, ends))
        if start or end:
            shown = words(element) or " – ".join(dict.fromkeys(filter(None, (start, end))))
            return Dated(shown, start, end, exact=begins != "notBefore")
    return Dated(words(element), "", "") if words(element) else None


def _day(stated: str) -> str:
    """Return the day of a date with a time; any other date as it is."""
    return stated.strip().partition("T")[0]


def _responsible(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Give who is responsible for what: pairs of an act, in small letters, and a name."""
    for editor in find(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:editor"):
        yield editor.get("role", EDITOR), _name(editor)
    for statement in find(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:respStmt"):
        for name in find(statement, "*[not(self::t:resp)]"):
            yield first(statement, "t:resp").lower(), _name(name)


def _name(element: etree._Element) -> str:
    """Return the name in *element*, as lists have it where it is parted, without its identifiers."""
    name = name_in(element)
    return name.sorted if name.literal or name.family else ""


def _file(root: etree._Element, kind: str) -> File:
    """Return the file of a *kind* that the header names."""
    path = f"t:teiHeader/t:fileDesc/t:sourceDesc//t:bibl[@type='{kind}'][1]"
    return File(first(root, f"{path}/t:title"), first(root, f"{path}/t:idno[@type='sha256']"))


def _software(root: etree._Element) -> str:
    """Return the name and version of the application that made the file, if it says so."""
    found = find(root, "t:teiHeader/t:encodingDesc/t:appInfo/t:application")
    return " ".join(filter(None, (found[0].get("ident", ""), found[0].get("version", "")))) if found else ""
