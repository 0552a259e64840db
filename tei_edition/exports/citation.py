"""
A ``CITATION.cff`` (Citation File Format 1.2.0), from which repositories of code and data say how the edition is cited.

The authors are those who edit: the format asks for some. A date that is no whole day stands in ``preferred-citation`` as year and
month. A name that is not written ``Family, Given`` stands whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tei_edition.exports._forms import yaml
from tei_edition.exports._forms.dates import is_day, parts
from tei_edition.exports._known.licences import spdx
from tei_edition.exports._known.needed import needed
from tei_edition.exports._known.works import of_edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.people import PersonName
    from tei_edition.exports._known.works import Work

TITLE = "CITATION.cff for the edition"
FOR = "GitHub, GitLab, Zenodo, Zotero"
CHECKED = "the format's JSON schema, by check-jsonschema"

MESSAGE = "If you use this edition, please cite it as below."
ADDRESS = re.compile(r"(https?|s?ftp)://.+")
DOI = re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+")
"""What the format's schema takes for an address and for a DOI."""


def files(_: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the citation of *edition*."""
    for key in ("title", "editors"):
        needed(edition, key, "citation", f"a CITATION.cff names {key.replace('editors', 'authors')}")
    work = of_edition(edition)
    yield "CITATION.cff", yaml.dump(_stated({
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "title": work.title,
        "type": "dataset",
        "authors": _persons(work),
        "abstract": work.description,
        "date-released": work.date if is_day(work.date) else "",
        "doi": _that(DOI, work.doi),
        "identifiers": _identifiers(work),
        "keywords": list(dict.fromkeys(work.keywords)),
        "license": spdx(work.licence),
        "license-url": _that(ADDRESS, work.licence.target) if work.licence and not spdx(work.licence) else "",
        "url": _that(ADDRESS, work.address),
        "preferred-citation": _preferred(work),
    })).encode()


def _preferred(work: Work) -> dict[str, Any]:
    """Return the reference to the edition as a book, which says what the head of the file cannot."""
    year, month = [*parts(work.date), 0, 0][:2]
    return _stated({
        "type": "edited-work",
        "title": work.title,
        "authors": _persons(work),
        "publisher": _stated({"name": work.publisher, "city": work.place if work.publisher else ""}),
        "year": year,
        "month": month,
        "date-published": work.date if is_day(work.date) else "",
        "doi": _that(DOI, work.doi),
        "languages": [work.language.split("-")[0].lower()] if work.language else [],
        "url": _that(ADDRESS, work.address),
    })


def _identifiers(work: Work) -> list[dict[str, Any]]:
    """Return the identifiers that have no key of their own, each with its type in its description."""
    own = _that(DOI, work.doi)
    return [
        {"type": "other", "value": value, "description": kind}
        for kind, value in sorted(work.identifiers.items()) if not own or kind.casefold() != "doi"
    ]


def _persons(work: Work) -> list[dict[str, Any]]:
    """Return those who edit, each once."""
    return list(map(_person, dict.fromkeys(work.editors)))


def _that(pattern: re.Pattern[str], value: str) -> str:
    """Return *value* if the format takes it, else nothing."""
    return value if pattern.fullmatch(value) else ""


def _person(person: PersonName) -> dict[str, Any]:
    """Return a person, or what is called by a name that is not parted."""
    return {"name": person.literal} if person.literal else {"family-names": person.family, "given-names": person.given}


def _stated(table: dict[str, Any]) -> dict[str, Any]:
    """Return *table* without what is not known."""
    return {key: value for key, value in table.items() if value}
