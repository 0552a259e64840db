"""Names as they are printed in labels and in completed names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.rules.labels import bare

if TYPE_CHECKING:
    from tei_edition.model import Piece, Source, Span

INITIAL = re.compile(r"(?:^|[\s.])\w$")
"""A letter by itself at the end of a name, with which a point goes."""


def label_of(source: Source, span: Span) -> str:
    """Return a speaker's label as a name: without its stop, but with the point of an abbreviation at its end."""
    label = " ".join(source.text[span.start : span.end].split())
    name = bare(label.rstrip(".:："))
    last = name.rpartition(" ")[2].casefold()
    shortened = label.endswith(".") and (INITIAL.search(name) is not None or last in languages.words("title"))
    return f"{name}." if shortened else name


def name_of(source: Source, piece: Piece) -> str:
    """Return the characters of *piece*, a name, without brackets and on one line."""
    return " ".join(re.sub(r"[\[\]]", "", source.text[piece.start : piece.end]).split())
