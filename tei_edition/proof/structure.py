"""Walking the structure tree of a tagged PDF: its text in logical order, its notes, what is generated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name

from tei_edition.proof import content
from tei_edition.proof.lines import Run, logical

RIGHT_TO_LEFT = frozenset({
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "rhg",
    "sd", "syr", "ug", "ur", "yi",
})  # fmt: skip
"""Primary language subtags that are written from right to left (CLDR, characterOrder)."""

HEADINGS = frozenset(f"H{level}" for level in range(1, 7))
NOTE, TITLE, LIST, TABLE, LINK = "Note", "Title", "L", "Table", "Link"

Element = dict[str, Any]
Stream = list[tuple[Run, bool]]
"""Runs of text in the order of the structure; each with whether its block is written from right to left."""


class NotTaggedError(Exception):
    """The file is no PDF, or has no structure tree."""


@dataclass(frozen=True, slots=True)
class Text:
    """The *main* text of a PDF, the text of each of its *notes*, and of what is *generated* elements and *words*."""

    main: str
    notes: tuple[str, ...]
    generated: Counter[str]
    words: Counter[str]


def read(pdf: bytes) -> Text:
    """Return the text of *pdf*. Raises `NotTaggedError`."""
    try:
        document = PDFDocument(PDFParser(BytesIO(pdf)))
        root = resolve1(document.catalog.get("StructTreeRoot"))
        if not isinstance(root, dict):
            raise NotTaggedError("it has no structure tree")
        read_content = content.read(document)
        walker = _Walker(read_content)
        walker.children(root, walker.streams[0], 0, _text(document.catalog.get("Lang")))
    except (PDFException, PSException, ValueError, TypeError, KeyError) as error:
        raise NotTaggedError(f"it is damaged ({error})") from error
    main, *notes = ("".join(logical(stream)) for stream in walker.streams)
    generated = read_content.artifacts + walker.generated
    words = read_content.artifact_words + walker.words
    return Text(main + walker.untagged(), tuple(notes), generated, words)


class _Walker:
    """Collects the streams of text: the first is the main text, every note another."""

    def __init__(self, marked: content.Content) -> None:
        """Start with the content of the pages."""
        self.marked = marked
        self.streams: list[Stream] = [[]]
        self.generated: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.used: set[content.Key] = set()

    def untagged(self) -> str:
        """Return the text on the pages that the structure tree does not have: it counts, so that nothing hides."""
        left = (runs for key, runs in self.marked.runs.items() if key not in self.used)
        return "".join(glyph for runs in left for run in runs for glyph in run.glyphs)

    def children(self, element: Element, stream: Stream, page: int, language: str) -> None:
        """Read what an element holds."""
        held = resolve1(element.get("K"))
        kids = [resolve1(kid) for kid in (held if isinstance(held, list) else [held])]
        for kid, following in pairwise([*kids, None]):
            if isinstance(kid, int):
                self.add((page, kid), stream, language)
            elif isinstance(kid, dict) and "MCID" in kid:
                self.add((_page(kid) or page, kid["MCID"]), stream, language)
            elif isinstance(kid, dict) and "S" in kid:
                self.element(kid, following, stream, page, language)

    def element(self, element: Element, following: object, stream: Stream, page: int, language: str) -> None:
        """Read a structure element: into a stream of its own if it is a note, aside if it is generated."""
        made = _generated(element, following)
        if made:
            self.generated[made] += 1
            stream = []
        elif _kind(element) == NOTE:
            stream = []
            self.streams.append(stream)
        self.children(element, stream, _page(element) or page, _text(element.get("Lang")) or language)
        if made:
            self.words[made] += len("".join(logical(stream)).split())

    def add(self, key: content.Key, stream: Stream, language: str) -> None:
        """Add the marked content *key* to *stream*."""
        self.used.add(key)
        leftward = language.lower().split("-")[0] in RIGHT_TO_LEFT
        stream.extend((run, leftward) for run in self.marked.runs.get(key, ()))


def _generated(element: Element, following: object) -> str:
    """
    Return which generated part *element* is; empty for one of the transcript.

    The title made by the stylesheet is a Title; the indexes, the list of interventions and the colophon are the only lists without a
    numbering, and each has a heading.
    """
    kind = _kind(element)
    if kind == TITLE:
        return "title"
    if kind == LIST and _is_unnumbered(element):
        return _list_of(element)
    if kind in HEADINGS and isinstance(following, dict) and _kind(following) == LIST and _is_unnumbered(following):
        return f"heading of the {_list_of(following)}"
    return ""


def _list_of(element: Element) -> str:
    """Return which list without a numbering *element* is: that of the interventions holds a table, an index links to pages."""
    return "list of interventions" if _holds(element, TABLE) else "index" if _holds(element, LINK) else "colophon"


def _holds(element: Element, kind: str) -> bool:
    """Return whether *element* is of *kind*, or holds an element that is."""
    held = resolve1(element.get("K"))
    kids = [resolve1(kid) for kid in (held if isinstance(held, list) else [held])]
    return _kind(element) == kind or any(_holds(kid, kind) for kid in kids if isinstance(kid, dict) and "S" in kid)


def _kind(element: object) -> str:
    """Return the type of a structure element."""
    return literal_name(resolve1(element["S"])) if isinstance(element, dict) and "S" in element else ""


def _is_unnumbered(element: Element) -> bool:
    """Return whether a list states that its items have no numbers or bullets, as Typst does for a list of terms."""
    stated = resolve1(element.get("A"))
    attributes = [resolve1(one) for one in (stated if isinstance(stated, list) else [stated])]
    return any(isinstance(one, dict) and literal_name(one.get("ListNumbering", "")) == "None" for one in attributes)


def _page(element: Element) -> int:
    """Return the number of the object of the page that *element* names; 0 where it names none."""
    page = element.get("Pg")
    return int(page.objid) if isinstance(page, PDFObjRef) else 0


def _text(value: object) -> str:
    """Return a text string of the PDF."""
    found = resolve1(value)
    return content.text_string(found) if isinstance(found, bytes) else ""
