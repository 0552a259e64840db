"""
A bag for preservation (BagIt 1.0, RFC 8493) with its description inside (RO-Crate 1.2): the folder is the bag.

``data/`` has, of each document, what ``tei-edition build`` made: the TEI file, the transcript (``.txt``), the reading page, the printed one
and the certificate (``.proof.json``). What was not built is left out. ``data/originals/`` has the files that were no plain text, where they
stand in the edition's ``source/`` as the TEI file's digest says, ``data/schema/`` the schema. ``manifest-sha256.txt`` and
``manifest-sha512.txt`` list them all with their digests; ``bagit.py --validate DIR`` of the Library of Congress verifies them.

``data/ro-crate-metadata.json`` says of each file what it is, in which format, from which it was made, and who is named as its author. A TEI
file is said to conform to the schema where it does.

Nothing is packed that does not fit together: a transcript that is not the one the TEI file names by its digest, or a certificate that
speaks of other files, ends the export. So does a folder with a file in it that is no part of the bag, which would make it invalid.

RO-Crate asks for ``title``, ``description``, ``date`` and ``licence`` of the edition. ``Bagging-Date`` is ``SOURCE_DATE_EPOCH``, else
``date``. A character that some system does not allow in a name (``%``, ``:``, ``?`` and others) becomes a low line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import timestamps
from tei_edition.exports._forms.names import Names
from tei_edition.exports._known.wanted import wanted
from tei_edition.exports.bagit import crate
from tei_edition.exports.bagit.bag import Bag
from tei_edition.exports.bagit.packed import Packed, packed
from tei_edition.resources import SCHEMAS
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports.bagit.bag import Piece

TITLE = "A bag (BagIt 1.0, RO-Crate 1.2) with transcripts, TEI, schema, HTML, PDF, certificates and digests"
FOR = "repositories, long-term preservation"
CHECKED = "bagit validates the bag, rocrate reads the crate back"

WHOLE = True

ASKED = {
    "title": "RO-Crate asks for the name of what it describes",
    "description": "RO-Crate asks for a description",
    "date": "RO-Crate asks when it was published",
    "licence": "RO-Crate asks under which licence it may be used",
}
ODD, RNG = "tei_edition.odd", "tei_edition.rng"
SCHEMA = ((ODD, "application/tei+xml"), (RNG, "application/xml"), ("tei_edition.sch", "application/xml"))


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the bag of *documents*."""
    wanted(edition, "bagit", ASKED)
    bag, graph, names, parts = Bag(), crate.Graph(), Names(), list[str]()

    def described(*entities: crate.Entity) -> Iterator[Piece]:
        yield from bag.add(crate.FILE, graph.text(*entities).encode())

    def added(one: Packed) -> Iterator[Piece]:
        for name, data, entity in one.files:
            yield from bag.file(name, data)
            yield from described(entity)
            parts.append(entity["@id"])
        yield from described(*one.more)

    yield from described(crate.descriptor())
    yield from added(_schema())
    for document in documents:
        yield from added(packed(document, names.of_document(document.name), edition))
    yield from described(*crate.root(edition, parts))
    yield from bag.add(crate.FILE, crate.CLOSING.encode())
    yield from bag.finish(crate.FILE)
    yield from bag.close(_info(edition))


def _schema() -> Packed:
    """Return the schema of the documents."""
    made = Packed()
    for name, kind in SCHEMA:
        data = (SCHEMAS / name).read_bytes()
        of = {} if name == ODD else crate.ref(f"schema/{ODD}")
        types: str | list[str] = ["File", "Profile"] if name == RNG else "File"
        made.add(f"schema/{name}", data, f"Schema of the TEI files: {name}", types, encodingFormat=kind, isBasedOn=of)
    return made


def _info(edition: Edition) -> Iterator[tuple[str, str]]:
    """Give what ``bag-info.txt`` says, by the labels of RFC 8493."""
    if edition.publisher:
        yield "Source-Organization", edition.publisher
    yield "Bagging-Date", timestamps.timestamp(edition).date().isoformat()
    yield "External-Description", f"{edition.title}. {edition.description}"
    for kind, value in sorted(edition.identifiers.items()):
        yield "External-Identifier", f"{kind}: {value}"
    yield "Bag-Software-Agent", f"tei-edition {VERSION}"
