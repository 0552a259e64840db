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
         "superscript": ("<sup>", "</sup>"), "strikethrough": ("~~", "~~")}
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


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORD = {"italic": "<w:i/>", "bold": "<w:b/>", "underline": '<w:u w:val="single"/>', "smallcaps": "<w:smallCaps/>",
        "superscript": '<w:vertAlign w:val="superscript"/>', "strikethrough": "<w:strike/>"}
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    "</w:lvl></w:abstractNum>"
    for number, form, text in ((1, "decimal", "%1."), (2, "bullet", "\uf0b7"))
) + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2)) + "".join(
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    for n in range(3, 33)
)
STYLES_XML = (
    f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    "</w:styles>"
)


def to_docx(document: tuple[Paragraph | Table, ...]) -> bytes:
    """Return *document* as a Word document."""
    notes: list[tuple[Piece, ...]] = []
    body, lists, before = "", 2, ""
    for block in document:
        kind = getattr(block, "kind", "")
        lists += kind == "ol" != before
        before = kind
        body += _word(block, notes, lists)
    listed = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{_runs(note, [])}</w:p></w:footnote>'
        for n, note in enumerate(notes, 1)
    )
    return word_file(body, footnotes=listed)


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word document with that *body* (inside ``w:body``); *parts* hold what stands in footnotes, comments, header1 ..."""
    kinds = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header1": "header", "footer1": "footer"}
    roots = {"header1": "hdr", "footer1": "ftr"}
    files = {
        "word/document.xml": f'<w:document {W} xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": parts.pop("styles", STYLES_XML),
        "word/numbering.xml": f"<w:numbering {W}>{parts.pop('numbering', NUMBERING)}</w:numbering>",
    }
    related = [("styles", "styles"), ("numbering", "numbering")]
    for part, inner in parts.items():
        root = roots.get(part, part)
        files[f"word/{part}.xml"] = f"<w:{root} {W}>{inner}</w:{root}>"
        related.append((part, kinds[part]))
    links = "".join(f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{part}.xml"/>' for n, (part, kind) in enumerate(related))
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{MAIN}.{kind}+xml"/>' for part, kind in related)
    package = "http://schemas.openxmlformats.org/package/2006"
    return zipped({name: HEAD + text for name, text in {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                               'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
                               f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{R}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        **files,
    }.items()})


def _word(block, notes, ordered) -> str:
    if isinstance(block, Table):
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc><w:p>{_runs(cell, notes)}</w:p></w:tc>" for cell in row) + "</w:tr>" for row in block.rows
        )
        return f"<w:tbl>{rows}</w:tbl>"
    number = {"ol": ordered, "ul": 2}.get(block.kind)
    settings = '<w:pStyle w:val="Kop1"/>' if block.kind == "h" else ""
    settings += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    settings += "<w:pageBreakBefore/>" if block.page else ""
    return f"<w:p><w:pPr>{settings}</w:pPr>{_runs(block.pieces, notes)}</w:p>"


def _runs(pieces, notes) -> str:
    shown = ""
    for one in pieces:
        if one.note:
            notes.append(one.note)
            shown += f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            continue
        inner = html.escape(one.text, quote=False)
        inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">').replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        styles = "".join(WORD[style] for style in sorted(one.styles))
        shown += f'<w:r><w:rPr>{styles}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'
    return shown


NAMES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"), ("draw", "drawing"),
)) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
OPEN = {"italic": 'fo:font-style="italic"', "bold": 'fo:font-weight="bold"', "underline": 'style:text-underline-style="solid"',
        "smallcaps": 'fo:font-variant="small-caps"', "superscript": 'style:text-position="super 58%"',
        "strikethrough": 'style:text-line-through-style="solid"'}
LISTS = (
    '<text:list-style style:name="ol"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
    '<text:list-style style:name="ul"><text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
    '<style:style style:name="page" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
)


def to_odt(document: tuple[Paragraph | Table, ...]) -> bytes:
    """Return *document* as an OpenDocument text."""
    used: set[tuple[str, ...]] = set()
    count = [0]
    body = ""
    for block, before, after in _around(document):
        if isinstance(block, Table):
            rows = "".join(
                "<table:table-row>" + "".join(
                    f"<table:table-cell><text:p>{_spans(cell, used, count)}</text:p></table:table-cell>" for cell in row
                ) + "</table:table-row>" for row in block.rows
            )
            body += f"<table:table>{rows}</table:table>"
            continue
        name = ' text:style-name="page"' if block.page else ""
        tag = "h" if block.kind == "h" else "p"
        shown = f"<text:{tag}{name}>{_spans(block.pieces, used, count)}</text:{tag}>"
        if block.kind in {"ol", "ul"}:
            opening = f'<text:list text:style-name="{block.kind}">' if before != block.kind else ""
            shown = f"{opening}<text:list-item>{shown}</text:list-item>{'</text:list>' if after != block.kind else ''}"
        body += shown
    styles = "".join(
        f'<style:style style:name="{"-".join(names)}" style:family="text"><style:text-properties {" ".join(OPEN[n] for n in names)}/></style:style>'
        for names in sorted(used)
    )
    return odt_file(body, styles + LISTS)


def odt_file(body: str, styles: str = "", page: str = "") -> bytes:
    """Return an OpenDocument text with that *body*, automatic *styles* and what stands in the master *page*."""
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{HEAD}<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
                       f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"{HEAD}<office:document-styles {NAMES}><office:master-styles><style:master-page>{page}</style:master-page>"
                      "</office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    })


def _spans(pieces, used, count) -> str:
    shown = ""
    for one in pieces:
        if one.note:
            count[0] += 1
            shown += (f'<text:note text:id="n{count[0]}" text:note-class="footnote"><text:note-citation>{count[0]}</text:note-citation>'
                      f"<text:note-body><text:p>{_spans(one.note, used, [0])}</text:p></text:note-body></text:note>")
            continue
        inner = html.escape(one.text, quote=False).replace("\n", "<text:line-break/>").replace("\t", "<text:tab/>")
        while "  " in inner:
            inner = inner.replace("  ", " <text:s/>", 1)
        names = tuple(sorted(one.styles))
        used |= {names} if names else set()
        shown += f'<text:span text:style-name="{"-".join(names)}">{inner}</text:span>' if names else inner
    return shown
