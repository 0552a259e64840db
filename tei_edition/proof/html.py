"""Proving the reading page: the text of ``article.transcript`` without what is declared as generated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml.html import HTMLParser, document_fromstring

from tei_edition.errors import ProofError
from tei_edition.proof.comparison import Letters, Proof, compare, finding

if TYPE_CHECKING:
    from lxml.html import HtmlElement

GENERATED = "data-generated"
SILENT = frozenset({"script", "style", "template"})


def prove_html(transcript: str, page: bytes, name: str = "the transcript") -> Proof:
    """
    Return the proof that the transcript's part of the HTML *page* has the words of *transcript*, in order.

    *name* is the transcript's, for findings. Raises `ProofError` at the first word that differs.
    """
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    articles = [*document_fromstring(page, parser).iterfind(".//article")] if page.strip() else []
    articles = [article for article in articles if "transcript" in article.get("class", "").split()]
    if len(articles) != 1:
        message = f"the HTML has {len(articles)} articles of the class “transcript”, not one."
        raise ProofError.at(finding(transcript, 0, name, "proof/html", message, "Make the page again with a build."))
    generated: Counter[str] = Counter()
    words: list[str] = []
    _read(articles[0], words, generated)
    return compare("html", Letters.of(transcript), Letters.of("".join(words)), generated, name)


def _read(element: HtmlElement, words: list[str], generated: Counter[str]) -> None:
    """Add the text of *element* to *words*, and what is generated in it to the counts."""
    words.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT:
            if child.get(GENERATED) is not None:
                generated[child.get(GENERATED) or "generated"] += 1
            else:
                _read(child, words, generated)
        words.append(child.tail or "")
