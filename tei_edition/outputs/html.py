"""The reading edition: one HTML page for a document, a list for an edition, a list of all editions."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import stylesheets
from tei_edition.outputs._links import Links, size
from tei_edition.resources import XSLT

if TYPE_CHECKING:
    from lxml import etree

    from tei_edition.stylesheets import Value

SUFFIX = ".html"
"""The ending of the files this output makes."""

CONTROL = re.compile(r"&#x([89][0-9A-F]);", re.IGNORECASE)


def render(tree: etree._ElementTree, links: Links | None = None) -> str:
    """
    Return the reading page of the TEI document *tree*, complete in one file.

    Raises `TransformError` where the document holds an element for which there is no rule.
    """
    return finished(stylesheets.transform("html", tree, {**_parameters(links or Links()), **appearance()}))


def finished(page: str) -> str:
    """
    Return *page* with control characters as themselves and a line end at its end.

    HTML reads a numeric reference to U+0080 to U+009F as another character (HTML Standard, "numeric character reference
    end state"), so that these must not be written as numbers.
    """
    return CONTROL.sub(lambda match: chr(int(match[1], 16)), page).removesuffix("\n") + "\n"


@cache
def appearance() -> dict[str, Value]:
    """Return the parameters for style sheet, script, and the policy under which a browser runs that script alone."""
    css = (XSLT / "html" / "edition.css").read_text(encoding="utf-8")
    script = (XSLT / "html" / "edition.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return {"css": css, "script": script, "policy": policy}


def _parameters(links: Links) -> dict[str, Value]:
    """Return *links* as the stylesheet's parameters."""
    ways = {"previous": links.previous, "next": links.next, "up": links.up}
    addresses = {f"{name}-href": way.href for name, way in ways.items() if way}
    titles = {f"{name}-title": way.title for name, way in ways.items() if way}
    return {
        "document": links.document,
        "proof": links.proof,
        **addresses,
        **titles,
        "download-labels": tuple(download.label for download in links.downloads),
        "download-hrefs": tuple(download.href for download in links.downloads),
        "download-sizes": tuple(size(download.size) for download in links.downloads),
    }
