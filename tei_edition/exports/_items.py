"""
Items for Omeka: an edition and its documents in the terms of Dublin Core (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/).

Tables for both kinds of Omeka are made of them; a cell holds several values, with a sign between them that no value may hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import toml
from tei_edition.edition import FILE
from tei_edition.errors import SettingsError
from tei_edition.exports._forms.kinds import form
from tei_edition.exports._known import addresses, people
from tei_edition.exports._known.header import NOTETAKER, TRANSLATOR, header
from tei_edition.exports._known.needed import stated as found
from tei_edition.exports._known.works import of_edition as of_work
from tei_edition.fields import Field
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

UNKNOWN = "und"
MEDIA = ("pdf", "xml", "txt", "html")
ONE = "|".join(MEDIA)

Item = dict[str, tuple[str, ...]]
"""The values of each term, under its name without a prefix; ``media`` are the addresses of files."""

SEPARATOR = form("signs", r"[^\w\s\",]{1,4}", 'must be one to four signs that are no letters, such as "|"')
FILES = form("kinds of files", f"({ONE})( ({ONE}))*", f"must be one or more of {', '.join(MEDIA)}, with a blank between them")


def settings(separator: str) -> tuple[Field, ...]:
    """Return what a platform asks for whose values are parted by *separator* where the edition says nothing else."""
    return (
        Field("separator", SEPARATOR, f"what stands between several values of a cell ({separator} where it is not stated)", '"^^"'),
        Field("media", FILES, "which files of a document it takes along, where they were built (pdf where it is not stated)", '"pdf xml"'),
    )


def of_edition(edition: Edition) -> Item:
    """Return the values of *edition*, each once."""
    licence, doi = edition.licence, of_work(edition).doi
    numbers = (value for kind, value in edition.identifiers.items() if kind.casefold() != "doi")
    kept = _kept(edition.repository, edition.collection, edition.call_number)
    return _once({
        "title": (edition.title,), "alternative": tuple(edition.titles.values()), "description": (edition.description,),
        "contributor": _names(edition.editors),
        "publisher": (edition.publisher,), "issued": (edition.date,), "subject": edition.keywords,
        "identifier": (f"https://doi.org/{doi}" if doi else "", *numbers, edition.address), "source": (kept,),
        "license": (licence.target if licence else "",), "rights": (licence.text if licence else "",),
    })


def of_document(document: Document, edition: Edition, platform: str) -> Item:
    """Return the values of *document*, each once, with the files that *platform* shall take."""
    stated = header(document.tree)
    page, whole = addresses.page(document, stated, edition), of_edition(edition)
    language = document.facts.language
    kinds = (found(edition, f"export.{platform}.media") or "pdf").split()
    date = stated.date
    return _once({
        "title": (stated.title or document.name,), "alternative": tuple(title for _, title in stated.titles[1:]),
        "creator": _names(stated.authors),
        "contributor": (*_names(name for act in (NOTETAKER, TRANSLATOR) for name in stated.who(act)), *whole.get("contributor", ())),
        "publisher": (stated.publisher or edition.publisher,), "created": (date.interval or date.words if date else "",),
        "issued": (edition.date,), "description": (stated.abstract,), "tags": stated.terms,
        "subject": (*stated.terms, *(one.listed for one in stated.people), *(one.name for one in stated.organizations)),
        "spatial": tuple(one.name for one in stated.places), "language": ("" if language == UNKNOWN else language,),
        "identifier": (document.name, page), "source": (_kept(stated.repository, stated.collection, stated.call_number),),
        "license": whole.get("license", ()), "rights": whole.get("rights", ()), "isPartOf": (edition.title,), "type": ("Text",),
        "media": tuple(addresses.file(document, page, f".{kind}") for kind in kinds),
    })


def row(item: Item, terms: Iterable[str], separator: str, edition: Edition, platform: str) -> list[str]:
    """
    Return the values of *item* under *terms*, with *separator* between those of one term.

    Raises `SettingsError` where a value holds it, which names the key of *platform* that gives another.
    """
    for term in terms:
        for value in item.get(term, ()):
            if separator in value:
                path = str(edition.folder / FILE) if edition.folder else FILE
                advice = f'Write another under [export.{platform}], such as: separator = "{"^^" if separator != "^^" else "|"}"'
                message = f'the export {platform} parts values by "{separator}", which stands in "{value}" itself.'
                raise SettingsError.at(Finding(path, toml.CODE, message, advice))
    return [separator.join(item.get(term, ())) for term in terms]


def _once(values: Mapping[str, Iterable[str]]) -> Item:
    """Return the values that say something, each once under its term."""
    kept = {term: tuple(dict.fromkeys(filter(None, own))) for term, own in values.items()}
    return {term: own for term, own in kept.items() if own}


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Return *names* as lists have them."""
    return tuple(people.name(name).sorted for name in names)


def _kept(*parts: str) -> str:
    """Return where something is kept."""
    return ", ".join(filter(None, parts))
