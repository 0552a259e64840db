"""Small TEI documents for the tests of the stylesheets, written down by hand."""

from __future__ import annotations

from lxml import etree

HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc><encodingDesc><tagsDecl>{renditions}</tagsDecl><classDecl><taxonomy xml:id="brackets">
<category xml:id="redaction"><catDesc>withheld</catDesc></category></taxonomy></classDecl></encodingDesc>
<profileDesc><langUsage><language ident="{language}"/></langUsage><particDesc><listPerson>
<person xml:id="ann"><persName>Ann  Lee</persName></person></listPerson></particDesc></profileDesc></teiHeader>"""

BRACKETS = (("supplied", "[", "]"), ('label[type="topic"]', "[", "]"), ("gap", "[", "]"), ("speaker", "", " "))


def rendition(selector: str, scope: str, content: str) -> str:
    """Return the declaration of a mark; *content* is a CSS string without its quotes."""
    quoted = selector.replace('"', "&quot;")
    return f"""<rendition scheme="css" scope="{scope}" selector="{quoted}">content: "{content}"</rendition>"""


def document(
    body: str, *, marks: tuple[tuple[str, str, str], ...] = BRACKETS, title: str = "A title", language: str = "en"
) -> etree._ElementTree:
    """Return a TEI document with *body* in ``text/body`` and the *marks* (selector, before, after) declared."""
    declared = "".join(
        rendition(selector, scope, content)
        for selector, *both in marks
        for scope, content in zip(("before", "after"), both, strict=True)
        if content
    )
    header = HEADER.format(title=title, renditions=declared, language=language)
    xml = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text xml:space="preserve"><body>{body}</body></text></TEI>"""
    return etree.ElementTree(etree.fromstring(xml))
