"""What is wrong in an ODD, said at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tei_edition.errors import MarkupError
from tei_edition.model import Finding, Position

if TYPE_CHECKING:
    from lxml import etree


def fault(element: etree._Element, code: str, message: str, advice: str = "") -> MarkupError:
    """Return the error to raise for *element*; lxml knows its line, not its column."""
    path = str(element.getroottree().docinfo.URL or element.base or "ODD")
    start = Position(cast("int | None", element.sourceline) or 1, 1)
    finding = Finding(path=path, code=code, message=message, advice=advice, start=start, element=str(element.tag))
    return MarkupError(str(finding), (finding,))
