"""
A data package (``.xar``) for TEI Publisher 10 and eXist-db: the documents in ``data/``, registers in ``data/registers/``, the index.

Sources: the EXPath packaging system (http://expath.org/spec/pkg), eXist-db's ``repo.xml``, TEI Publisher's data packages and registers.
Install it beside an application of TEI Publisher and name its collection ``/db/apps/ABBREV/data`` there as the data. ``abbrev`` is the
name of the collection, of its own the folder of the edition with ``-data``; ``name`` the URI of the package, of its own
``http://teipublisher.com/ns/data/ABBREV``; ``odd`` and ``view`` say how documents are shown (``view`` is ``div`` of its own). Names that
point to an entry get its key, by which the registers find them; entries of one id that state the same are one. A division without an id
gets one; the first division without a heading gets the title of the document, as a ``head`` of the type ``toc``, since the tables of
contents are made of headings. Nothing else is added to a document. The version is the date of the package.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import ID, TEI
from tei_edition.errors import SettingsError
from tei_edition.exports._forms.names import Names
from tei_edition.exports._forms.zipped import Zip
from tei_edition.exports._known.needed import needed, stated
from tei_edition.exports.tei_publisher._files import Package, descriptors
from tei_edition.exports.tei_publisher._registers import Registers, key_names
from tei_edition.fields import ADDRESS, NAME, TEXT, Field
from tei_edition.ncname import slug
from tei_edition.timestamps import timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "A data package (.xar) with the documents, registers and an index for searching"
FOR = "TEI Publisher 10, eXist-db"
CHECKED = "not checked by the platform: the package is read back and held against its documented form"

SETTINGS = (
    Field("abbrev", NAME, "name of the collection that the package goes into", '"harbour-data"'),
    Field("name", ADDRESS, "URI of the package", '"http://teipublisher.com/ns/data/harbour-data"'),
    Field("odd", TEXT, "ODD by which TEI Publisher shows the documents", '"harbour.odd"'),
    Field("view", NAME, "how TEI Publisher parts a document: div, page or single", '"div"'),
)
VIEWS = ("div", "page", "single")
NAMESPACE = "http://teipublisher.com/ns/data/"
DIVISION = f"{{{TEI}}}div"


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the package with *documents*; it needs the title of the *edition*, and a name where the edition is in no folder."""
    view = stated(edition, "export.tei-publisher.view")
    if view and view not in VIEWS:
        raise SettingsError(f'view of [export.tei-publisher] is "{view}"; it must be one of {", ".join(VIEWS)}')
    package, archive, names, registers = _package(edition), Zip(timestamp(edition)), Names(), Registers()
    file = f"{package.abbrev}.xar"
    for name, data in descriptors(package, edition):
        yield file, archive.add(name, data)
    for document in documents:
        yield file, archive.add(f"data/{names.fresh(document.name)}.xml", _document(document, edition, registers))
    for name, data in registers.files():
        yield file, archive.add(f"data/registers/{name}", data)
    yield file, archive.close()


def _package(edition: Edition) -> Package:
    """Return what the package is called."""
    title = needed(edition, "title", "tei-publisher", "a package has a title")
    own = slug(edition.name)
    abbrev = stated(edition, "export.tei-publisher.abbrev") or (f"{own}-data" if own else "")
    if not abbrev:
        abbrev = needed(edition, "export.tei-publisher.abbrev", "tei-publisher", "the package goes into a collection")
    when = timestamp(edition)
    name = stated(edition, "export.tei-publisher.name") or f"{NAMESPACE}{abbrev}"
    return Package(name, abbrev, f"{when.year}.{when.month}.{when.day}", title)


def _document(document: Document, edition: Edition, registers: Registers) -> bytes:
    """Return *document* as TEI Publisher wants it."""
    tree = deepcopy(document.tree)
    key_names(tree, registers.take(tree, document.name))
    root = tree.getroot()
    _divide(root, document.facts.title)
    if not root.xpath("preceding-sibling::processing-instruction('teipublisher')"):
        root.addprevious(etree.ProcessingInstruction("teipublisher", _shown(edition)))
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"


def _shown(edition: Edition) -> str:
    """Return how TEI Publisher is to show a document."""
    values = {"odd": stated(edition, "export.tei-publisher.odd"), "view": stated(edition, "export.tei-publisher.view") or "div"}
    return " ".join(f'{key}="{value}"' for key, value in values.items() if value and not set(value) & set('"?>'))


def _divide(root: etree._Element, title: str) -> None:
    """Give each division an id, and the first a heading."""
    taken = {one.get(ID) for one in root.iter() if one.get(ID)}
    divisions = list(root.iterfind(f"{{{TEI}}}text//{DIVISION}"))
    for number, division in enumerate(divisions, 1):
        if not division.get(ID):
            free = next(id_ for id_ in (f"div{number}{'-' * extra}" for extra in range(len(taken) + 1)) if id_ not in taken)
            division.set(ID, free)
            taken.add(free)
    if divisions and divisions[0].find(f"{{{TEI}}}head") is None and title:
        heading = etree.Element(f"{{{TEI}}}head", type="toc")
        heading.text = title
        heading.tail, divisions[0].text = divisions[0].text, None
        divisions[0].insert(0, heading)
