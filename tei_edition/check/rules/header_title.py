"""
The header does not say what this is: it has no title, or an empty one.

The title is what a list of documents, a search and a citation show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import TEI, Fault, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "header-title"
SEVERITY = "warning"
GUIDELINES = "section 2.2.1, The Title Statement"
WRONG = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>A.</p></body></text></TEI>"""
RIGHT = WRONG.replace("<title/>", "<title>Notes of a session</title>")


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the header, where it has no title."""
    header = survey.header
    if header is None or any(words(title) for title in header.iterfind(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")):
        return
    place = header.find(f"{TEI}fileDesc/{TEI}titleStmt/{TEI}title")
    yield Fault(header if place is None else place, "The document has no title.", "Write one in titleStmt/title.")
