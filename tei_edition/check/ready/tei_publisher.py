"""TEI Publisher shows a text division by division, and its registers find who and what is named by a key."""

from __future__ import annotations

from tei_edition.check.ready._need import LANGUAGE, ROOT, Need

TITLE = "TEI Publisher 10"
SOURCE = "TEI Publisher, documentation: navigation by div or pb, registers of people and places"
TAKES = "itself"

NEEDS = (
    ROOT,
    Need("text", "/t:TEI", "t:text/t:body", "There is no text.", "Write the document in text/body."),
    Need(
        "title", "/t:TEI", "normalize-space(t:teiHeader/t:fileDesc/t:titleStmt/t:title)",
        "There is no title: the list of documents shows an empty line.", "Write it in titleStmt/title.",
    ),
    Need(
        "part", "/t:TEI[t:text/t:body]", "t:text/t:body/t:div or t:text//t:pb",
        "The text has neither divisions nor page breaks, so it is shown as one page.",
        "Put it into div, or mark its pages with pb.", "warning",
    ),
    Need("id", "/t:TEI/t:text//t:div", "@xml:id", "This division has no xml:id, so no link leads to it.", "Give it one.", "warning"),
    Need(
        "head", "/t:TEI/t:text//t:div", "t:head[normalize-space()]",
        "This division has no head: the table of contents has no line for it.", "Write a head as its first element.", "warning",
    ),
    Need(
        "key", "(/t:TEI/t:text//*[self::t:persName or self::t:placeName or self::t:orgName][@ref][not(@key)])[1]", "false()",
        "Names have a ref and no key, by which the registers find them; this is the first.",
        "Write key with the id of the entry; tei-edition export tei-publisher does.", "warning",
    ),
    LANGUAGE,
)  # fmt: skip
