"""The headers of a corpus in Parla-CLARIN: of each document what it states, of the corpus what the edition states and who takes part."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.header import language_name
from tei_edition.encode.people import add
from tei_edition.encode.weave import TEI
from tei_edition.exports._known.identity import PERSONS, Identities, entries, printed
from tei_edition.exports.parla_clarin._kept import ID, Keeper, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.edition import Edition

LEFT = (
    "Elements and attributes that Parla-CLARIN does not have gave way to their content; "
    "statements that stand apart from the text are left out."
)
DESCRIPTIONS = ("editorialDecl", "tagsDecl", "classDecl")
STATEMENTS = ("creation", "langUsage", "settingDesc", "textClass", "calendarDesc")


class Register:
    """The persons and organizations of a corpus, each once."""

    def __init__(self) -> None:
        self._identities = Identities()
        self._entries: dict[str, bytes] = {}

    def take(self, tree: etree._ElementTree, prefix: str) -> dict[str, str]:
        """Take the entries of *tree*; return the id of each in the corpus, which begins with *prefix* where another has its own."""
        return {str(entry.get(ID)): self._taken(entry, prefix) for entry in entries(tree, *PERSONS, "org")}

    def _taken(self, entry: etree._Element, prefix: str) -> str:
        """Take one entry, without the names that stand in the text; return its id in the corpus."""
        id_, bare = self._identities.of(entry, prefix), deepcopy(entry)
        for label in printed(bare):
            bare.remove(label)
        for inner in bare.iterdescendants():
            inner.attrib.pop(ID, "")
        made = Keeper().copy(bare)
        made.set(ID, id_)
        self._entries.setdefault(id_, etree.tostring(made, with_tail=False))
        return id_

    def lists(self, description: etree._Element) -> None:
        """Put the lists of all entries into a `particDesc`."""
        made = [etree.fromstring(entry) for _, entry in sorted(self._entries.items())]
        for name, kinds in (("listPerson", set(PERSONS)), ("listOrg", {"org"})):
            found = [entry for entry in made if local(entry) in kinds]
            if found:
                add(description, name).extend(found)

    def __bool__(self) -> bool:
        return bool(self._entries)


def of_document(header: etree._Element, keeper: Keeper) -> etree._Element:
    """Return the header of one document, which is *header*."""
    made = etree.Element(f"{{{TEI}}}teiHeader")
    description, original = add(made, "fileDesc"), header.find(f"{{{TEI}}}fileDesc")
    for part in original if original is not None else ():
        if isinstance(part.tag, str) and local(part) in {"titleStmt", "editionStmt", "publicationStmt", "seriesStmt", "notesStmt"}:
            description.append(keeper.copy(part))
    _source(add(description, "sourceDesc"), original, keeper)
    for name, kept in (("encodingDesc", DESCRIPTIONS), ("profileDesc", STATEMENTS)):
        found = [part for one in kept for part in header.iterfind(f"{{{TEI}}}{name}/{{{TEI}}}{one}")]
        if found:
            add(made, name).extend(keeper.copy(part) for part in found)
    for part in header.iterfind(f"{{{TEI}}}revisionDesc"):
        made.append(keeper.copy(part))
    return made


def _source(made: etree._Element, original: etree._Element | None, keeper: Keeper) -> None:
    """Put the sources into *made*; a manuscript becomes a `bibl` with what it states."""
    found = original.iterfind(f"{{{TEI}}}sourceDesc/*") if original is not None else iter(())
    for source in found:
        if not isinstance(source.tag, str):
            continue
        if local(source) in {"p", "bibl"}:
            made.append(keeper.copy(source))
        else:
            described = add(made, "bibl", type=local(source))
            for leaf in (one for one in source.iter(f"{{{TEI}}}*") if not len(one) and one.text and one.text.strip()):
                described.append(keeper.copy(leaf) if local(leaf) == "idno" else keeper.copy(leaf, "note", type=local(leaf)))
    if not len(made):
        add(made, "p")


def of_corpus(edition: Edition, title: str, languages: Iterable[str], counts: Mapping[str, int], register: Register) -> etree._Element:
    """Return the header of the corpus: what *edition* states, how much it holds, in which *languages*, and who is in its *register*."""
    made = etree.Element(f"{{{TEI}}}teiHeader", nsmap={None: TEI})  # type: ignore[dict-item]
    description = add(made, "fileDesc")
    statement = add(description, "titleStmt")
    add(statement, "title", title)
    for editor in edition.editors:
        add(statement, "editor", editor)
    extent = add(description, "extent")
    for unit, number in counts.items():
        add(extent, "measure", f"{number} {unit}", unit=unit, quantity=str(number))
    _publication(add(description, "publicationStmt"), edition)
    add(add(description, "sourceDesc"), "p", "Each document states its own source.")
    add(add(add(made, "encodingDesc"), "editorialDecl"), "p", LEFT)
    profile = add(made, "profileDesc")
    usage = add(profile, "langUsage")
    for tag in sorted(languages) or ["und"]:
        add(usage, "language", language_name(tag), ident=tag)
    if register:
        register.lists(add(profile, "particDesc"))
    return made


def _publication(statement: etree._Element, edition: Edition) -> None:
    """Add who publishes, or that nobody says so."""
    if not edition.publisher:
        add(statement, "p", "No publisher is stated.")
        return
    add(statement, "publisher", edition.publisher)
    for name, text, more in (("pubPlace", edition.place, {}), ("date", edition.date, {"when": edition.date})):
        if text:
            add(statement, name, text, **more)
    for kind, value in sorted(edition.identifiers.items()):
        add(statement, "idno", value, type=kind)
    if edition.licence:
        licence = edition.licence
        add(add(statement, "availability"), "licence", licence.text or licence.target, target=licence.target)
