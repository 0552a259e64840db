"""The finding aid of an edition in EAD3, but for its components: what it says of itself, and what the edition is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import timestamps
from tei_edition.exports import _ead
from tei_edition.exports._header import EDITOR
from tei_edition.exports._needed import stated as found
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from tei_edition.edition import Edition
    from tei_edition.exports._range import Range

COMPONENTS, DEPTH = "components", 3
MARK = f"{'  ' * DEPTH}<!--{COMPONENTS}-->\n".encode()
ENCODINGS = {
    "countryencoding": "iso3166-1", "dateencoding": "iso8601", "langencoding": "iso639-2b", "repositoryencoding": "iso15511",
    "scriptencoding": "iso15924",
}


def finding_aid(edition: Edition, within: Range) -> etree._Element:
    """Return the finding aid, with a mark where the components stand."""
    ead = _ead.root("ead")
    _control(_ead.add(ead, "control", **ENCODINGS), edition)
    description = _ead.add(ead, "archdesc", level=setting(edition, "level") or "collection")
    _whole(_ead.add(description, "did"), edition, within)
    _ead.paragraph(description, "scopecontent", edition.description)
    _ead.originals(description, edition.repository, edition.collection, edition.call_number)
    _ead.use(description, edition.licence)
    if edition.publisher or edition.keywords:
        names = _ead.add(description, "controlaccess")
        if edition.publisher:
            _ead.named(names, "corpname", edition.publisher, "publisher")
        for word in edition.keywords:
            _ead.named(names, "subject", word)
    _ead.add(description, "dsc", dsctype="combined").append(etree.Comment(COMPONENTS))
    return ead


def _control(control: etree._Element, edition: Edition) -> None:
    """Add what the finding aid says of itself."""
    _ead.add(control, "recordid", setting(edition, "record-id"), instanceurl=setting(edition, "instance-url"))
    _ead.add(_ead.add(_ead.add(control, "filedesc"), "titlestmt"), "titleproper", edition.title)
    _ead.add(control, "maintenancestatus", value="derived")
    agency = _ead.add(control, "maintenanceagency", countrycode=setting(edition, "country-code"))
    if code := setting(edition, "agency-code"):
        _ead.add(agency, "agencycode", code)
    _ead.add(agency, "agencyname", setting(edition, "agency-name"))
    _ead.written_in(control, setting(edition, "description-language"))
    event = _ead.add(_ead.add(control, "maintenancehistory"), "maintenanceevent")
    when = timestamps.timestamp(edition).date().isoformat() if os.environ.get(timestamps.VARIABLE) else edition.date
    _ead.add(event, "eventtype", value="derived")
    _ead.add(event, "eventdatetime", when or "undated", standarddatetime=when)
    _ead.add(event, "agenttype", value="machine")
    _ead.add(event, "agent", f"tei-edition {VERSION}")


def _whole(did: etree._Element, edition: Edition, within: Range) -> None:
    """Add what the edition is."""
    for kind, value in sorted(edition.identifiers.items()):
        _ead.add(did, "unitid", value, localtype=kind)
    _ead.titles(did, edition.title, sorted(edition.titles.items()))
    if within.first:
        _ead.interval(_ead.add(did, "unitdatestructured", unitdatetype="inclusive"), within.first, within.last)
    _ead.creators(did, ((EDITOR, name) for name in edition.editors))
    if extent := setting(edition, "extent"):
        _ead.add(did, "physdesc", extent)
    _ead.languages(did, within.languages)
    if keeper := setting(edition, "repository"):
        _ead.named(_ead.add(did, "repository"), "corpname", keeper)
    _ead.object_(did, edition.address, edition.title)


def setting(edition: Edition, key: str) -> str:
    """Return what the edition says of *key* for EAD."""
    return str(found(edition, f"export.ead3.{key}"))
