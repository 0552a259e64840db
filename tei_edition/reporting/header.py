"""What the header of a document does not state, each with the line of ``edition.toml`` that would say it."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.encode.weave import TEI
from tei_edition.reporting.model import Missing

if TYPE_CHECKING:
    from lxml import etree

NAMES = {"t": TEI}

LACKS = (
    ("a title of its own", "not(//t:text//t:head) and //t:titleStmt/t:title = $stem",
     'title = "..." under [documents."FILE"]'),
    ("a date", "not(//t:profileDesc/t:creation/t:date)", 'date = "1986-11-13" under [documents."FILE"]'),
    ("a place", "not(//t:settingDesc//t:setting/t:placeName)", 'place = "..." under [documents."FILE"]'),
    ("its language", "//t:langUsage/t:language/@ident = 'und'", 'language = "en"'),
    ("where the original is kept", "not(//t:sourceDesc/t:msDesc)", "a last paragraph [Source: ...] in the transcript"),
    ("who put the words in brackets",
     "//t:text//*[self::t:supplied|self::t:corr|self::t:unclear][not(@resp)] and not(//t:respStmt/t:resp = 'words in square brackets')",
     'brackets-by = "..."'),
    ("an editor", "not(//t:titleStmt/t:editor)", 'editors = ["..."]'),
    ("a publisher", "not(//t:publicationStmt/t:publisher)", 'publisher = "..."'),
    ("a date of publication", "not(//t:publicationStmt/t:date)", 'date = "2026-05"'),
    ("an identifier", "not(//t:publicationStmt/t:idno)", 'identifiers = { DOI = "..." }'),
    ("a licence", "not(//t:publicationStmt//t:licence)", 'target = "https://..." under [licence]'),
)
"""What a header may lack, when it does (XPath), and what to write."""


def missing(tree: etree._ElementTree, file: str) -> tuple[Missing, ...]:
    """Return what the header of *tree* does not state, which was made of the *file* of that name: ``minutes.docx``."""
    stem, key = PurePath(file).stem, json.dumps(file, ensure_ascii=False)
    lacking = ((what, write) for what, test, write in LACKS if tree.xpath(f"boolean({test})", namespaces=NAMES, stem=stem))
    return tuple(Missing(what, write.replace('"FILE"', key)) for what, write in lacking)
