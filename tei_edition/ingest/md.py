"""
Read Markdown: CommonMark with tables, struck text, footnotes, raised text and classes in braces; what its page shows.

It is made a page by markdown-it-py and its plug-ins (MIT; the extra ``md``), and that page is read as HTML is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.ingest import _decode, html
from tei_edition.ingest._extra import needed
from tei_edition.ingest._rich import Remark

if TYPE_CHECKING:
    from tei_edition.model import Source

ALSO = ("markdown",)
PAGE = '\n\n<div style="break-before: page"></div>\n\n'
"""What stands for a form feed."""


def read(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Return the transcript that *data* holds; raises `SourceError` where it cannot be read."""
    text, _, _ = _decode.decode(data, name, encoding)
    parser = needed("markdown_it", "md", name).MarkdownIt("commonmark").enable(["table", "strikethrough"])
    plugins = needed("mdit_py_plugins", "md", name).__name__
    parser.use(needed(f"{plugins}.footnote", "md", name).footnote_plugin)
    parser.use(needed(f"{plugins}.attrs", "md", name).attrs_plugin, spans=True)
    parser.use(needed(f"{plugins}.superscript", "md", name).superscript_plugin)
    parser.use(needed(f"{plugins}.subscript", "md", name).sub_plugin)
    parser.use(needed(f"{plugins}.front_matter", "md", name).front_matter_plugin)
    front = [" ".join(token.content.split()) for token in parser.parse(text) if token.type == "front_matter"]
    told = [f"the settings at its beginning are left out: {words[:80]!r}." for words in front if words]
    left = [Remark("input-left-out", message, severity="info") for message in told]
    return html.read_text(parser.render(text.replace("\f", PAGE)), data, name, "md", left)
