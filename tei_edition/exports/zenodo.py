"""
A ``.zenodo.json``, from which Zenodo takes the description of a deposit (https://developers.zenodo.org/#representation).

What Zenodo would fill in itself must be stated: a licence (it would give one of its own) and a day of publication (it would take the day
of the deposit). The description is HTML; what the edition says stands in it as text.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import langcodes

from tei_edition.exports._forms.dates import is_day
from tei_edition.exports._known.licences import spdx
from tei_edition.exports._known.needed import needed, stated
from tei_edition.exports._known.works import of_edition
from tei_edition.fields import DATE, NAME, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.works import Work

TITLE = "The description of a deposit of the edition (.zenodo.json)"
FOR = "Zenodo"
CHECKED = "not checked by the platform: a test of the documented contract"

SETTINGS = (
    Field("license", NAME, "Zenodo's name for the licence, where it is none of Creative Commons", '"other-open"'),
    Field("publication-date", DATE, "day of publication, where the edition states only a month or a year", "2026-05-01"),
    Field("access-right", NAME, "who may have the files; Zenodo says open where nothing is said", '"open"'),
    Field("upload-type", NAME, "what Zenodo calls the deposit; dataset where nothing is said", '"dataset"'),
)

NEEDED = {
    "title": "Zenodo asks for a title",
    "editors": "Zenodo asks for creators",
    "description": "Zenodo asks for a description",
    "date": "Zenodo asks for the day of publication, and takes that of the deposit if none is given",
    "licence.target": "Zenodo gives a licence of its own if none is named",
}


def files(_: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the description of *edition*."""
    for key, why in NEEDED.items():
        if key != "licence.target" or not stated(edition, "licence.text"):
            needed(edition, key, "zenodo", why)
    work = of_edition(edition)
    licence = stated(edition, "export.zenodo.license") or spdx(work.licence).lower()
    if not licence:
        licence = needed(edition, "export.zenodo.license", "zenodo", "Zenodo has names of its own for licences")
    day = work.date if is_day(work.date) else ""
    day = day or needed(edition, "export.zenodo.publication-date", "zenodo", f"Zenodo asks for a day, and the edition states {work.date}")
    kind = stated(edition, "export.zenodo.upload-type") or "dataset"
    access = stated(edition, "export.zenodo.access-right")
    found = {"upload_type": kind, "publication_date": day, "license": licence, **({"access_right": access} if access else {})}
    yield ".zenodo.json", (json.dumps({**found, **_described(work)}, ensure_ascii=False, indent=2) + "\n").encode()


def _described(work: Work) -> dict[str, Any]:
    """Return what describes *work*."""
    said = {
        "title": work.title,
        "creators": [{"name": one.sorted} for one in dict.fromkeys(work.editors)],
        "description": "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in work.description.split("\n") if part.strip()),
        "keywords": list(work.keywords),
        "language": _language(work.language),
        "doi": work.doi,
        "related_identifiers": [{"identifier": work.address, "relation": "isVariantFormOf"}] if work.address else [],
    }
    return {key: value for key, value in said.items() if value}


def _language(tag: str) -> str:
    """
    Return the code of three letters (ISO 639-3) of the language *tag*; empty where it has none.

    >>> _language("en-GB"), _language("x-own"), _language("")
    ('eng', '', '')
    """
    try:
        return langcodes.Language.get(tag).to_alpha3() if tag else ""
    except (LookupError, ValueError):
        return ""
