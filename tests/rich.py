"""One small document, and what writes it as each kind of rich file: the binary inputs of the tests are made here."""

from __future__ import annotations

import html
import io
import zipfile
from dataclasses import dataclass

STYLES = ("italic", "bold", "underline", "smallcaps", "superscript", "strikethrough")


@dataclass(frozen=True)
class Piece:
    """Characters with their styles, or the mark of a note that says *note*."""

    text: str = ""
    styles: frozenset[str] = frozenset()
    note: tuple[Piece, ...] = ()


def piece(text: str, *styles: str) -> Piece:
    return Piece(text, frozenset(styles))


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; *kind* is ``p``, ``h``, ``ol`` or ``ul`` (an item), *page*: on a new page."""

    pieces: tuple[Piece, ...]
    kind: str = "p"
    page: bool = False


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


NOTE = Piece(note=(piece("A remark of "), piece("Pravda", "italic"), piece(" on it.")))

SAMPLE: tuple[Paragraph | Table, ...] = (
    Paragraph((piece("Session of May 1, 1986"),), "h"),
    Paragraph((piece("Ivanov.", "bold"), piece(" We "), piece("must not", "italic"), piece(" wait [for "), piece("them", "italic"),
               piece("] any longer."), NOTE)),
    Paragraph((piece("Petrov.", "bold"), piece(" The 2"), piece("nd", "superscript"), piece(" draft, "), piece("of all", "underline"),
               piece(", is [" ), piece("better", "italic"), piece("]." ))),
    Paragraph((piece("Ivanov.", "bold"), piece(" "), piece("Agreed", "smallcaps"), piece("; "), piece("no", "strikethrough"),
               piece(" yes, "), piece("at ", "bold"), piece("once", "bold", "italic"), piece("."))),
    Paragraph((piece("The first point,"),), "ol"),
    Paragraph((piece("and the "), piece("second", "italic"), piece(".")), "ol"),
    Paragraph((piece("A loose one."),), "ul"),
    Table((((piece("Name"),), (piece("Vote"),)), ((piece("Ivanov"),), (piece("for", "italic"),)))),
    Paragraph((piece("Petrov.", "bold"), piece(" On the next page, ‘quoted’ – and [illegible].")), page=True),
    Paragraph((piece("[Source: Archive of the Ministry, box 3.]"),)),
)

TEXT = """Session of May 1, 1986

Ivanov. We must not wait [for them] any longer.¹

Petrov. The 2nd draft, of all, is [better].

Ivanov. Agreed; no yes, at once.

1. The first point,

2. and the second.

• A loose one.

Name\tVote
Ivanov\tfor

\fPetrov. On the next page, ‘quoted’ – and [illegible].

[Source: Archive of the Ministry, box 3.]

¹ A remark of Pravda on it.
"""

HTML = {"italic": "i", "bold": "b", "underline": "u", "superscript": "sup", "strikethrough": "s"}


def to_html(document: tuple[Paragraph | Table, ...]) -> bytes:
    """Return *document* as a page."""
    notes: list[tuple[Piece, ...]] = []
    body = []
    for block, before, after in _around(document):
        if isinstance(block, Table):
            cells = "".join(f"<tr>{''.join(f'<td>{_html(cell, notes)}</td>' for cell in row)}</tr>" for row in block.rows)
            body.append(f"<table>{cells}</table>")
            continue
        style = ' style="page-break-before: always"' if block.page else ""
        tag = {"h": "h1", "ol": "li", "ul": "li"}.get(block.kind, "p")
        opening = f"<{block.kind}>" if tag == "li" and before != block.kind else ""
        closing = f"</{block.kind}>" if tag == "li" and after != block.kind else ""
        body.append(f"{opening}<{tag}{style}>{_html(block.pieces, notes)}</{tag}>{closing}")
    listed = "".join(
        f'<li id="fn{n}"><p>{_html(note, [])} <a href="#ref{n}">↩</a></p></li>' for n, note in enumerate(notes, 1)
    )
    foot = f"<section><hr><ol>{listed}</ol></section>" if listed else ""
    shown = "\n".join([*body, foot])
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>\n{shown}</body></html>'.encode()


def _around(document):
    """Yield each block with the kinds of its neighbours."""
    kinds = [getattr(block, "kind", "") for block in document]
    yield from zip(document, ["", *kinds], [*kinds[1:], ""], strict=False)


def _html(pieces, notes) -> str:
    shown = ""
    for one in pieces:
        if one.note:
            notes.append(one.note)
            shown += f'<a href="#fn{len(notes)}" id="ref{len(notes)}"><sup>{len(notes)}</sup></a>'
            continue
        text = html.escape(one.text, quote=False).replace("\n", "<br>").replace("\t", "&#9;")
        for style in sorted(one.styles):
            text = f"<{HTML[style]}>{text}</{HTML[style]}>" if style in HTML else f'<span style="font-variant: small-caps">{text}</span>'
        shown += text
    return shown


MARKS = {"italic": ("*", "*"), "bold": ("**", "**"), "underline": ("<u>", "</u>"), "smallcaps": ("[", "]{.smallcaps}"),
         "superscript": ("^", "^"), "strikethrough": ("~~", "~~")}
SPECIAL = "\\`*_{}[]<>()#+-.!|~^&"


def to_md(document: tuple[Paragraph | Table, ...]) -> bytes:
    """Return *document* as Markdown."""
    notes: list[tuple[Piece, ...]] = []
    made, number = [], 0
    for block, before, _ in _around(document):
        if isinstance(block, Table):
            rows = ["| " + " | ".join(_md(cell, notes) for cell in row) + " |" for row in block.rows]
            made.append("\n".join([rows[0], "|" + "---|" * len(block.rows[0]), *rows[1:]]))
            continue
        number = number + 1 if block.kind == before == "ol" else 1
        start = {"h": "# ", "ol": f"{number}. ", "ul": "- "}.get(block.kind, "")
        made.append(("\f" if block.page else "") + start + _md(block.pieces, notes))
    made += [f"[^{n}]: {_md(note, [])}" for n, note in enumerate(notes, 1)]
    return ("\n\n".join(made) + "\n").encode()


def _md(pieces, notes) -> str:
    shown = ""
    for one in pieces:
        if one.note:
            notes.append(one.note)
            shown += f"[^{len(notes)}]"
            continue
        text = "".join(f"\\{c}" if c in SPECIAL else c for c in one.text).replace("\n", "\\\n")
        inner = text.strip(" ")
        left, right = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        for style in sorted(one.styles, reverse=True):
            opening, closing = MARKS[style]
            inner = f"{opening}{inner}{closing}" if inner else inner
        shown += left + inner + right
    return shown


def zipped(files: dict[str, str | bytes], *, stored: tuple[str, ...] = ("mimetype",)) -> bytes:
    """Return a zip archive of *files*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()
