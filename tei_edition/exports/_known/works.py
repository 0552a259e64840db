"""What can be cited: an edition and each of its documents, with what is known of them and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.exports._forms.names import Names
from tei_edition.exports._known import addresses, cited
from tei_edition.exports._known.header import header
from tei_edition.exports._known.paths import all_, first
from tei_edition.exports._known.people import PersonName, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml import etree

    from tei_edition.edition import Edition, Licence
    from tei_edition.exports._known.document import Document

UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Work:
    """
    A thing that can be cited; empty where nothing is known.

    *key* is letters, digits, hyphens and low lines, and no other work's. *date* is when it was published, *made* when the original
    was, both ISO 8601. *container* is the edition that a document is in; its publisher, date and editors are the document's too.
    """

    key: str
    title: str
    authors: tuple[PersonName, ...] = ()
    editors: tuple[PersonName, ...] = ()
    translators: tuple[PersonName, ...] = ()
    notetakers: tuple[PersonName, ...] = ()
    publisher: str = ""
    place: str = ""
    date: str = ""
    made: str = ""
    made_at: str = ""
    language: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    address: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    licence: Licence | None = None
    repository: str = ""
    collection: str = ""
    call_number: str = ""
    container: Work | None = None

    @property
    def doi(self) -> str:
        """The DOI, without an address before it."""
        found = next((value for kind, value in self.identifiers.items() if kind.casefold() == "doi"), "")
        return found.removeprefix("https://doi.org/").removeprefix("http://doi.org/").removeprefix("doi:")


def works(documents: Iterable[Document], edition: Edition) -> Iterator[Work]:
    """Give *edition*, if it has a title, and then each of *documents*."""
    keys = Names()
    whole = of_edition(edition, keys.fresh(edition.name or "edition")) if edition.title else None
    if whole:
        yield whole
    for document in documents:
        yield of_document(document, edition, whole, keys.fresh(document.name))


def of_edition(edition: Edition, key: str = "edition") -> Work:
    """Return *edition* as a work."""
    return Work(
        key, edition.title, editors=tuple(map(name, edition.editors)), publisher=edition.publisher, place=edition.place,
        date=edition.date, language=_known(edition.language), description=edition.description, keywords=edition.keywords,
        address=edition.address, identifiers=edition.identifiers, licence=edition.licence, repository=edition.repository,
        collection=edition.collection, call_number=edition.call_number,
    )


def of_document(document: Document, edition: Edition, whole: Work | None, key: str) -> Work:
    """Return *document* as a work in *whole*, which is *edition*; where that is None, what the file says of its series."""
    root, said = document.tree.getroot(), header(document.tree)
    container = whole or _series(root)
    return Work(
        key, document.facts.title, container=container, authors=cited.names(root, cited.AUTHOR),
        translators=cited.names(root, cited.TRANSLATOR), notetakers=cited.names(root, cited.NOTETAKER), made=document.facts.when,
        made_at=document.facts.place, language=_known(document.facts.language), description=said.abstract,
        keywords=all_(root, cited.KEYWORDS), address=addresses.page(document, said, edition),
        licence=container.licence if container else None, repository=said.repository, collection=said.collection,
        call_number=said.call_number,
    )


def _series(root: etree._Element) -> Work | None:
    """Return what the file says of the edition that it is of; None where it says nothing."""
    made = Work(
        "", first(root, cited.SERIES), editors=cited.names(root, cited.EDITOR), publisher=first(root, f"{cited.PUBLICATION}t:publisher"),
        place=first(root, cited.PLACE), date=cited.published(root), address=first(root, cited.SERIES_ADDRESS),
        identifiers=cited.identifiers(root), licence=cited.licence(root),
    )
    return made if made.title or made.publisher or made.editors else None


def _known(language: str) -> str:
    """Return *language*, empty for the one that is not known."""
    return "" if language == UNKNOWN else language
