"""
Proving the reading page: every word of its body is the transcript's, or stands in an element that declares its kind.

The transcript's words are those of ``article.transcript`` without what is generated. What could hide words or add some is
held to what this package writes: elements, attributes, style sheet, script.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lxml.html import HTMLParser, document_fromstring

from tei_edition.errors import ProofError
from tei_edition.proof import frame
from tei_edition.proof.comparison import Letters, Proof, compare, finding
from tei_edition.proof.kinds import ATTRIBUTES, CONTROLS, GENERATED, GENERATING, KINDS, LABEL, RESERVED, STYLE, TEXT

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ADVICE = "Make the page again with a build; a page that was changed by hand is not proved."
SHOWN = 60
"""How many characters of an element's words a finding shows."""


def prove_html(transcript: str, page: bytes, name: str = "the transcript") -> Proof:
    """
    Return the proof that the words of the HTML *page* are those of *transcript*, in order, and others that declare themselves.

    *name* is the transcript's, for findings. Raises `ProofError` at the first word that differs, and for whatever in the
    page this package does not write.
    """
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    root = document_fromstring(page, parser) if page.strip() else None
    articles = [] if root is None else [one for one in root.iterfind(".//article") if "transcript" in _classes(one)]
    reader = _Reader(transcript, name)
    if root is None or len(articles) != 1:
        raise reader.failure(f"the HTML has {len(articles)} articles of the class “transcript”, not one.")
    for told in frame.markup_faults(page.decode("utf-8", "replace")):
        raise reader.failure(f"{told}.")
    for element, fault in frame.faults(root):
        reader.fail(element, fault)
    reader.frame(root, articles[0])
    return compare("html", Letters.of(transcript), Letters.of("".join(reader.words)), reader.elements, name, reader.counts)


class _Reader:
    """Reads a page: *words* are the transcript's; of each kind that is generated, *elements* and *counts* of words."""

    def __init__(self, transcript: str, name: str) -> None:
        """Start with nothing read."""
        self.transcript = transcript
        self.name = name
        self.words: list[str] = []
        self.elements: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()

    def frame(self, root: HtmlElement, article: HtmlElement) -> None:
        """Read *root* down to the *article*; words beside it that do not declare their kind fail."""
        self.attributes(root, ATTRIBUTES | {"xmlns"})
        for child in root:
            if child.tag == "body":
                self.beside(child, article)
            elif child.tag != "head":
                self.fail(child, "no page has this beside head and body")
            self.undeclared(child, child.tail)

    def beside(self, element: HtmlElement, article: HtmlElement) -> None:
        """Read an element that holds no words itself, and the *article* where it comes to it."""
        self.attributes(element, ATTRIBUTES)
        self.undeclared(element, element.text)
        for child in element:
            if child is article:
                self.attributes(child, ATTRIBUTES)
                self.within(child)
            elif child.get(GENERATED) is not None:
                self.generated(child, within=False)
            elif child.tag in GENERATING:
                self.beside(child, article)
            elif child.tag != "script":
                self.fail(child, "no page has this element here")
            self.undeclared(element, child.tail)

    def within(self, element: HtmlElement) -> None:
        """Read an element of the transcript."""
        self.words.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and child.get(GENERATED) is not None:
                self.generated(child, within=True)
            else:
                self.text(child)
            self.words.append(child.tail or "")

    def text(self, element: HtmlElement) -> None:
        """Read an element within the transcript that is not generated."""
        if element.tag not in TEXT:
            self.fail(element, "no text of a page has this element")
        if element.tag == "a" and RESERVED & {*_classes(element)}:
            self.fail(element, "this class belongs to generated links")
        self.attributes(element, ATTRIBUTES | ({"tabindex"} if element.get("role") == "region" else frozenset()))
        if element.get("data-label"):
            self.count(LABEL, element.get("data-label", ""))
        self.within(element)

    def generated(self, element: HtmlElement, *, within: bool) -> None:
        """Count an element that is generated, and hold it to its kind."""
        kind = element.get(GENERATED, "")
        for part in element.iter():
            if part.tag not in GENERATING:
                self.fail(part, "nothing generated has this element")
            if part.get(GENERATED, kind) not in KINDS:
                self.fail(part, f"“{part.get(GENERATED)}” is no kind of what is generated ({', '.join(KINDS)})")
            self.attributes(part, ATTRIBUTES | CONTROLS)
        words = _line(element.text_content())
        rule = KINDS[kind]
        if not (rule.within if within else rule.beside) or (rule.one and self.elements[kind]):
            self.fail(element, f"no page has anything generated of the kind “{kind}” here")
        if within and rule.form and not (rule.form.fullmatch(words) and _is_its_number(element, words)):
            self.fail(element, f"these are not the words of the kind “{kind}”")
        self.count(kind, " ".join(element.itertext()))

    def count(self, kind: str, words: str) -> None:
        """Count an element of a *kind* and its *words*."""
        self.elements[kind] += 1
        self.counts[kind] += len(words.split())

    def attributes(self, element: HtmlElement, known: frozenset[str]) -> None:
        """Fail for an attribute that is not *known*, a style that is not the size of a gap, a view chosen beforehand."""
        strange = [key for key in element.attrib if key not in known]
        if strange:
            self.fail(element, f"no such element of a page has the attribute “{strange[0]}”")
        if not STYLE.fullmatch(element.get("style", "--size:0")):
            self.fail(element, "no page has this style attribute")
        if element.get("checked") is not None and element.get("value") != "published":
            self.fail(element, "a page first shows the text as published")

    def undeclared(self, element: HtmlElement, words: str | None) -> None:
        """Fail for *words* beside the article that declare no kind."""
        if words and words.strip():
            self.fail(element, f"the words “{_shown(words)}” are not the transcript's and do not declare what they are")

    def fail(self, element: HtmlElement, fault: str) -> None:
        """Raise `ProofError` for an *element* of the page, at the place of the transcript that the page has come to."""
        tag = f"<{element.tag}>" if isinstance(element.tag, str) else "a comment"
        words = "".join(map(str, element.itertext())) if isinstance(element.tag, str) else element.text or ""
        message = f"line {element.sourceline} of the HTML, {tag} “{_shown(words)}”: {fault}."
        raise self.failure(message)

    def failure(self, message: str) -> ProofError:
        """Return the error with *message* at the place of the transcript that the page has come to."""
        letters = Letters.of(self.transcript)
        offset = letters.offset(len(Letters.of("".join(self.words)).letters))
        return ProofError.at(finding(self.transcript, offset, self.name, "proof/html", message, ADVICE))  # type: ignore[return-value]


def _is_its_number(element: HtmlElement, words: str) -> bool:
    """Return whether a permalink says the number of the id that it leads to; true of all other kinds."""
    target = element.get("href", "").removeprefix("#")
    return element.get(GENERATED) != "permalink" or words in {target, re.sub("[tp]", "", target)}


def _classes(element: HtmlElement) -> list[str]:
    """Return the classes of an element."""
    return str(element.get("class", "")).split()


def _line(words: str) -> str:
    """Return *words* in one line."""
    return " ".join(words.split())


def _shown(words: str) -> str:
    """Return the beginning of *words* in one line."""
    line = _line(words)
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"
