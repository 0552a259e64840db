"""The finding aid of an edition in EAD3, but for its components: what it says of itself, and what the edition is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import timestamps
from tei_edition.exports._known.header import EDITOR
from tei_edition.exports._known.needed import stated as found
from tei_edition.exports.ead3 import elements
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from tei_edition.edition import Edition
    from tei_edition.exports._known.range import Range

COMPONENTS, DEPTH = "components", 3
MARK = f"{'  ' * DEPTH}<!--{COMPONENTS}-->\n".encode()
ENCODINGS = {
    "countryencoding": "iso3166-1", "dateencoding": "iso8601", "langencoding": "iso639-2b", "repositoryencoding": "iso15511",
    "scriptencoding": "iso15924",
}


def finding_aid(edition: Edition, within: Range) -> etree._Element:
    """Return the finding aid, with a mark where the components stand."""
    ead = elements.root("ead")
    _control(elements.add(ead, "control", **ENCODINGS), edition)
    description = elements.add(ead, "archdesc", level=setting(edition, "level") or "collection")
    _whole(elements.add(description, "did"), edition, within)
    elements.paragraph(description, "scopecontent", edition.description)
    elements.originals(description, edition.repository, edition.collection, edition.call_number)
    elements.use(description, edition.licence)
    if edition.publisher or edition.keywords:
        names = elements.add(description, "controlaccess")
        if edition.publisher:
            elements.named(names, "corpname", edition.publisher, "publisher")
        for word in edition.keywords:
            elements.named(names, "subject", word)
    elements.add(description, "dsc", dsctype="combined").append(etree.Comment(COMPONENTS))
    return ead


def _control(control: etree._Element, edition: Edition) -> None:
    """Add what the finding aid says of itself."""
    elements.add(control, "recordid", setting(edition, "record-id"), instanceurl=setting(edition, "instance-url"))
    elements.add(elements.add(elements.add(control, "filedesc"), "titlestmt"), "titleproper", edition.title)
    elements.add(control, "maintenancestatus", value="derived")
    agency = elements.add(control, "maintenanceagency", countrycode=setting(edition, "country-code"))
    if code := setting(edition, "agency-code"):
        elements.add(agency, "agencycode", code)
    elements.add(agency, "agencyname", setting(edition, "agency-name"))
    elements.written_in(control, setting(edition, "description-language"))
    event = elements.add(elements.add(control, "maintenancehistory"), "maintenanceevent")
    when = timestamps.timestamp(edition).date().isoformat() if os.environ.get(timestamps.VARIABLE) else edition.date
    elements.add(event, "eventtype", value="derived")
    elements.add(event, "eventdatetime", when or "undated", standarddatetime=when)
    elements.add(event, "agenttype", value="machine")
    elements.add(event, "agent", f"tei-edition {VERSION}")


def _whole(did: etree._Element, edition: Edition, within: Range) -> None:
    """Add what the edition is."""
    for kind, value in sorted(edition.identifiers.items()):
        elements.add(did, "unitid", value, localtype=kind)
    elements.titles(did, edition.title, sorted(edition.titles.items()))
    if within.first:
        elements.interval(elements.add(did, "unitdatestructured", unitdatetype="inclusive"), within.first, within.last)
    elements.creators(did, ((EDITOR, name) for name in edition.editors))
    if extent := setting(edition, "extent"):
        elements.add(did, "physdesc", extent)
    elements.languages(did, within.languages)
    if keeper := setting(edition, "repository"):
        elements.named(elements.add(did, "repository"), "corpname", keeper)
    elements.object_(did, edition.address, edition.title)


def setting(edition: Edition, key: str) -> str:
    """Return what the edition says of *key* for EAD."""
    return str(found(edition, f"export.ead3.{key}"))
