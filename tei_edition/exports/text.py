"""
Plain text: of each document and of each speaker, as printed and without the editor's words.

``printed/`` and ``source/`` hold a file for each document, ``speakers-printed/`` and ``speakers-source/`` one for each speaker,
with the speeches in their order and without labels. What ``source`` leaves out is what was put in, corrected or said about the
text; what the transcript has and the editor corrected stays. UTF-8, line feeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.exports._forms.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Plain text of each document and speaker, as printed and without the editor's words"
FOR = "Voyant, AntConc, stylo"
CHECKED = "the transcript, and the words counted in the TEI file"


def files(documents: Iterable[Document], _: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the texts of *documents*."""
    names = Names()
    for document in documents:
        yield f"printed/{document.name}.txt", _written(document.text)
        yield f"source/{document.name}.txt", _written(document.source)
        for speech in document.speeches:
            name = names.of(speech.speaker)
            yield f"speakers-printed/{name}.txt", _written(speech.text, "\n\n")
            yield f"speakers-source/{name}.txt", _written(speech.source, "\n\n")


def _written(text: str, end: str = "\n") -> bytes:
    """Return *text* with *end* after its last line; nothing where there is no text."""
    shown = text.strip("\n")
    return (shown + end).encode() if shown else b""
