"""
The header does not say under which terms the document may be used.

Without them nobody may reuse it, and repositories refuse it. What the terms are only the publisher can say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import TEI, Fault, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "header-terms"
SEVERITY = "info"
GUIDELINES = "section 2.2.4, Publication, Distribution, Licensing, etc."
WRONG = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt>
<publicationStmt><publisher>An archive</publisher></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>A.</p></body></text></TEI>"""
RIGHT = WRONG.replace(
    "</publisher>",
    '</publisher><availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>',
)


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the publication statement, where somebody publishes and states no terms."""
    header = survey.header
    place = header.find(f"{TEI}fileDesc/{TEI}publicationStmt") if header is not None else None
    if place is None or place.find(f"{TEI}publisher") is None:
        return
    stated = place.find(f"{TEI}availability")
    if stated is None or not (words(stated) or stated.find(f"{TEI}licence[@target]") is not None or stated.get("status")):
        yield Fault(place, "The terms of use are not stated.", "Write availability with a licence in it, behind the publisher.")
