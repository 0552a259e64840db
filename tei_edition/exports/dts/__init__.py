"""
DTS 1.0 (Distributed Text Services) as a static tree of files, Level 0: Entry, Collection, Navigation and Document.

``base`` is the address at which the tree will stand on any web server; all ids begin with it. ``index.json`` is the entry. The root
collection holds the edition (``edition/``), which holds the documents (``resources/NAME/``). An id is the address of a folder, and the
templates of the entry begin with it: ``{+id}collection{;nav}.json``, ``{+resource}navigation/ref={+ref}{;tree,down}.json``,
``{+resource}document/ref={+ref}{;tree}.xml``. Without an id they are relative to the entry (RFC 3986); a client that does not resolve
addresses asks for the root by its id, which is ``base``.

A document is cited as the `citeStructure` in its header says, in XPath 1.0. For each unit there is its passage, and an answer without
``down``, for 0, for 1 and each further level, and for -1; so a document of many units becomes many files. The answers for 0 list all
siblings of a unit, so that they grow with the square of their number; ``siblings = "none"`` leaves them out. Ranges are not written, which
Level 0 allows (DTS 1.0, "Conformance"); the functions of ``tei_edition.exports.dts.answers``, of which all of it is made, have them.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_edition.encode.weave import TEI
from tei_edition.errors import SettingsError
from tei_edition.exports._forms.names import Names
from tei_edition.exports._known.needed import needed, stated
from tei_edition.exports._known.paths import words
from tei_edition.exports.dts import answers
from tei_edition.exports.dts.places import Places, check
from tei_edition.exports.dts.things import in_language
from tei_edition.fields import ADDRESS, NAME, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports.dts.things import Answer, Resource
    from tei_edition.exports.dts.units import Tree

TITLE = "Distributed Text Services 1.0 (DTS) as a static tree, Level 0"
FOR = "clients of DTS, any web server"
CHECKED = "the JSON schemas of DTS 1.0, and a client over HTTP written from the specification"

SETTINGS = (
    Field("base", ADDRESS, "address at which the tree of DTS will stand", '"https://example.org/dts/"'),
    Field("siblings", NAME, "whether the answers for down=0 are written: all, of their own, or none", '"none"'),
)

STATEMENT = "{{{0}}}teiHeader/{{{0}}}fileDesc/{{{0}}}titleStmt/{{{0}}}{1}"

Piece = tuple[str, bytes]
Depths = tuple[int | None, ...]


def files(documents: Iterable[Document], edition: Edition) -> Iterator[Piece]:
    """Give the tree of *documents*; it needs the title of the *edition* and the address where the tree will stand."""
    base = needed(edition, "export.dts.base", "dts", "the ids of DTS are addresses")
    title = needed(edition, "title", "dts", "a collection of DTS has a title")
    places, depths = Places(_address(base)), _depths(edition)
    yield "index.json", _json(answers.entry(places))
    below, names = list[str](), Names()
    own = answers.collection(_edition(places, title, edition, 0), places)
    del own["totalChildren"]
    for name in _listings(places):
        yield name, _dumped(own)[:-1] + b',"member":['
    for document in documents:
        resource = _resource(document, places.resource(names.of_document(document.name)))
        for name in _listings(places):
            yield name, (b"," if below else b"") + _dumped(answers.described(resource, places))
        yield from _of_resource(resource, places, document.name, depths)
        yield _above(resource.id, places), _begun(resource, _edition(places, title, edition, 0), places)
        below.append(resource.id)
    for name in _listings(places):
        yield name, f'],"totalChildren":{len(below)}}}\n'.encode()
    for one in below:
        yield _above(one, places), f',"totalChildren":{len(below)}}}]}}\n'.encode()
    yield from _parents(places, title, edition, len(below))


def _address(base: str) -> str:
    """Return *base* with a slash at its end. Raises `SettingsError` where ids cannot begin with it."""
    if not re.fullmatch(r"https?://[^\s?#]+", base):
        raise SettingsError(f'base of [export.dts] is "{base}"; it must be an address such as "https://example.org/dts/"')
    return base if base.endswith("/") else f"{base}/"


def _depths(edition: Edition) -> Depths:
    """Return the values of ``down`` for which each unit has an answer whatever is below it."""
    siblings = stated(edition, "export.dts.siblings") or "all"
    if siblings not in {"all", "none"}:
        raise SettingsError(f'siblings of [export.dts] is "{siblings}"; it must be all or none')
    return (None, -1, 0) if siblings == "all" else (None, -1)


def _listings(places: Places) -> tuple[str, str]:
    """Return the files that list all documents."""
    return tuple(places.file(places.collection(places.edition, nav)) for nav in ("", "children"))  # type: ignore[return-value]


def _above(identifier: str, places: Places) -> str:
    """Return the file that lists what is above a resource."""
    return places.file(places.collection(identifier, "parents"))


def _begun(resource: Resource, edition: answers.Collection, places: Places) -> bytes:
    """Return the beginning of that file; how many documents the edition has stands at its end."""
    answer = answers.collection(resource, places, [edition])
    del answer["member"][0]["totalChildren"]
    return _dumped(answer).removesuffix(b"}]}")


def _parents(places: Places, title: str, edition: Edition, count: int) -> Iterator[Piece]:
    """Give the root collection, and what stands above it and the edition."""
    own, root = _edition(places, title, edition, count), answers.Collection(places.base, title, {}, 0, 1)
    for asked, nav, members in ((root, "", [own]), (root, "children", [own]), (root, "parents", []), (own, "parents", [root])):
        yield places.file(places.collection(asked.id, nav)), _json(answers.collection(asked, places, members))


def _of_resource(resource: Resource, places: Places, name: str, depths: Depths) -> Iterator[Piece]:
    """Give all answers on one document but what is above it; *depths* are the values of ``down`` that each unit has."""
    for nav in ("", "children"):
        yield places.file(places.collection(resource.id, nav)), _json(answers.collection(resource, places, []))
    yield places.file(places.document(resource.id)), _xml(resource.tree)
    for down in (1, -1):
        if not resource.trees:
            yield places.file(places.navigation(resource.id, "", down)), _json(answers.navigation(resource, places, "", down))
    for tree in resource.trees:
        yield from _of_tree(resource, tree, places, name, depths)


def _of_tree(resource: Resource, tree: Tree, places: Places, name: str, depths: Depths) -> Iterator[Piece]:
    """Give the answers on all units of one citation tree, and their passages."""
    wanted: list[tuple[str, int | None]] = [("", down) for down in (-1, *range(1, max(tree.depth, 1) + 1))]
    for unit in tree.units:
        check(unit.identifier, name)
        yield places.file(places.document(resource.id, unit.identifier, tree.name)), _xml(answers.passage(resource, unit.span))
        below = max(one.level for one in unit.walk()) - unit.level
        wanted += [(unit.identifier, down) for down in (*depths, *range(1, max(below, 1) + 1))]
    for ref, down in wanted:
        answer = answers.navigation(resource, places, ref, down, tree.name)
        yield places.file(places.navigation(resource.id, ref, down, tree.name)), _json(answer)


def _edition(places: Places, title: str, edition: Edition, count: int) -> answers.Collection:
    """Return the collection that the *edition* is, with what it states of itself."""
    licence = edition.licence
    said = {
        "contributor": [in_language(one, edition.language) for one in edition.editors],
        "publisher": [in_language(edition.publisher, edition.language)] if edition.publisher else [],
        "date": edition.date,
        "language": edition.language if edition.language != "und" else "",
        "license": (licence.target or [in_language(licence.text, edition.language)]) if licence else "",
        "identifier": [in_language(f"{kind}:{value}", "zxx") for kind, value in sorted(edition.identifiers.items())],
    }
    kept = {key: value for key, value in said.items() if value}
    return answers.Collection(places.edition, title, kept, 1, count, edition.description)


def _resource(document: Document, identifier: str) -> Resource:
    """Return *document* as the resource with *identifier*, with what its header states."""
    facts, root = document.facts, document.tree.getroot()
    said: dict[str, Any] = {
        key: [in_language(words(one), facts.language) for one in root.iterfind(STATEMENT.format(TEI, name))]
        for key, name in (("creator", "author"), ("contributor", "editor"))
    }
    said |= {"date": facts.when, "language": facts.language if facts.language != "und" else ""}
    metadata = {key: value for key, value in said.items() if value}
    return answers.resource(identifier, facts.title or document.name, metadata, document.tree, document.name)


def _json(answer: Answer) -> bytes:
    """Return *answer* as a file."""
    return _dumped(answer) + b"\n"


def _dumped(answer: Answer) -> bytes:
    """Return *answer* as JSON."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _xml(tree: etree._ElementTree) -> bytes:
    """Return *tree* as a file."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"
