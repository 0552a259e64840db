"""
Text that was decoded wrongly: where it stands, and the likely right reading. Nothing is repaired.

UTF-8 read as something else is known by ftfy (Apache-2.0), which looks for pairs of characters that no language writes. Cyrillic read
as Western European is words of accented letters alone; the encoding that gives them the usual capitals is the likely one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^ \t\r\n\f]+")
LETTERS = re.compile(r"(?<![^\W\d_])[À-ÿ¸¨]{4,}(?![^\W\d_])")
"""Words of accented letters of Windows-1252 alone, with the signs that stand there for letters of Cyrillic."""

LONG, SEVERAL = 6, 3
"""How long such a word is at least, or how many of them there are in a text, before they are believed to be Cyrillic."""

CYRILLIC = ("windows-1251", "koi8-r")
LOST = "\ufffd"


def places(text: str) -> tuple[tuple[int, str, str], ...]:
    """
    Return where *text* was decoded wrongly, in order: the offset, the word, and what it likely was (empty: it is lost).

    >>> places("cafÃ© noir")
    ((0, 'cafÃ©', 'café'),)
    """
    return () if text.isascii() else tuple(sorted({*_wrong(text), *_lost(text)}))


def _wrong(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where words begin that were decoded wrongly, the words, and what they likely were."""
    from ftfy import fix_encoding  # noqa: PLC0415 - it takes time to load, and few texts need it
    from ftfy.badness import is_bad  # noqa: PLC0415

    for line in re.finditer(r"[^\r\n]*[^\x00-\x7f\r\n][^\r\n]*", text):
        if is_bad(line[0]):
            for word in WORD.finditer(text, *line.span()):
                right = word[0] if word[0].isascii() else fix_encoding(word[0])
                if right != word[0]:
                    yield word.start(), word[0], right
    yield from _cyrillic(text)


def _cyrillic(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the words of accented letters alone that are Cyrillic in another encoding."""
    words = list(LETTERS.finditer(text))
    for word in words if len(words) >= SEVERAL else [one for one in words if len(one[0]) >= LONG]:
        readings = [word[0].encode("cp1252").decode(encoding) for encoding in CYRILLIC]
        right = next((one for one in readings if one.isalpha() and (one[1:].islower() or one.isupper())), "")
        if right:
            yield word.start(), word[0], right


def _lost(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where the sign stands that replaces a character which could not be decoded."""
    yield from ((match.start(), LOST, "") for match in re.finditer(LOST, text))
