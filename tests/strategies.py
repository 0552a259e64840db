"""Random transcripts and random spans, for the properties that must hold of any."""

from __future__ import annotations

from hypothesis import strategies as st

from tei_edition.ingest.txt import read
from tei_edition.model import Piece, Source, Span

FRAGMENTS = ("a", "b ", "word ", "[", "]", "x. ", "\n", "\n\n", "\r\n\r\n", "\r", "\f", "é", "e\u0301", "\t", " ", "\xa0", "\u2028", "\U0001f4dc")

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
"""Texts of what gives trouble: line ends of all kinds, blanks, brackets, marks that combine, characters outside the plane."""

CUTTABLE = (("supplied", 1, 1, "bracket"), ("unclear", 1, 1, "bracket"), ("seg", 1, 1, "bracket"), ("hi", 0, 0, "style"),
            ("persName", 0, 0, "name"), ("date", 0, 0, "date"))
BLOCKS = ("title", "heading", "speaker", "signed", "salute", "argument", "note", "address", "rows", "items")


def source(text: str) -> Source:
    """Return *text* as a transcript."""
    return read(text.encode(), "random.txt")


@st.composite
def transcripts(draw: st.DrawFn) -> tuple[Source, list[Span]]:
    """Return a transcript and spans over it that know nothing of each other."""
    made = source(draw(texts))
    spans = [span for paragraph in made.paragraphs for span in _blocks(draw, paragraph.start, paragraph.end)]
    if made.text:
        spans += [_inline(draw, made.text) for _ in range(draw(st.integers(0, 12)))]
    return made, draw(st.permutations(spans))


def _blocks(draw: st.DrawFn, start: int, end: int) -> list[Span]:
    """Return the block spans over a paragraph: none, one, or the parts of a list or a table."""
    name = draw(st.sampled_from((*BLOCKS, None, None, None)))
    if name not in {"rows", "items"}:
        span = _block(name, start, end)
        return [span] if span else []
    whole = Piece("table" if name == "rows" else "list", start, end)
    middle = draw(st.integers(start, end))
    outer = (whole, Piece("row", start, end)) if name == "rows" else (whole,)
    parts = (("cell", start, start), ("cell", start, middle), ("cell", middle, end)) if name == "rows" else (("item", start, end),)
    return [Span(one, two, "block", name, "random", "random", pieces=(*outer, Piece(element, one, two))) for element, one, two in parts]


def _block(name: str | None, start: int, end: int) -> Span | None:
    """Return the block span *name* over a paragraph, or none."""
    whole = start, end
    forms = {
        "title": (Piece("head", *whole),), "heading": (Piece("head", *whole),), "note": (Piece("note", *whole),),
        "signed": (Piece("closer", *whole), Piece("signed", *whole)), "salute": (Piece("opener", *whole), Piece("salute", *whole)),
        "argument": (Piece("argument", *whole), Piece("p", *whole)),
        "address": (Piece("opener", *whole), Piece("address", *whole), Piece("addrLine", *whole)),
    }
    if name == "speaker" and end - start > 2:
        piece = Piece("speaker", start, start + 2)
        return Span(start, start + 2, "speaker", "speaker", "random", "random", attributes=(("who", "#s1"),), pieces=(piece,))
    if name in forms:
        return Span(start, end, "note" if name == "note" else "block", name, "random", "random", pieces=forms[name])
    return None


def _inline(draw: st.DrawFn, text: str) -> Span:
    """Return a span over any stretch of *text*."""
    start = draw(st.integers(0, len(text) - 1))
    end = min(len(text), start + draw(st.sampled_from((1, 2, 3, 5, 10, 30, 100))))
    cert = draw(st.sampled_from(("high", "low")))
    form = draw(st.sampled_from((*CUTTABLE, "gap", "choice", "expan", "label", "sic", "note")))
    if isinstance(form, tuple):
        element, opening, closing, kind = form
        marks = (opening, closing) if end - start > opening + closing else (0, 0)
        return Span(start, end, kind, element, "random", "random", cert, pieces=(Piece(element, start, end, (), *marks),))
    return Span(start, end, "bracket", form, "random", "random", cert, pieces=_pieces(form, start, end))


def _pieces(form: str, start: int, end: int) -> tuple[Piece, ...]:
    """Return the elements of a thing that is never cut."""
    mark = 1 if end - start > 2 else 0
    inner = start + mark, end - mark
    if form == "gap":
        return Piece("gap", start, end, (("reason", "random"),), mark, mark), Piece("desc", *inner)
    if form == "choice" and end - start > 3:
        return Piece("choice", start, end), Piece("sic", start, start + 1), Piece("corr", start + 1, end, (), 2, 1)
    if form == "expan":
        return Piece("expan", start, end), Piece("ex", start, end, (), mark, mark)
    if form == "sic":
        return (Piece("sic", start, end, (("ana", "#s1"),), 0, mark),)
    return (Piece("note" if form == "note" else "label", start, end, (), mark, mark),)
