"""The numbers and signs that list items bear in print."""

from __future__ import annotations

BULLET = "•"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
         (4, "iv"), (1, "i"))
MOST_ROMAN = 3999


def numeral(number: int, style: str) -> str:
    """
    Return *number* as it is printed in *style*: ``1``, ``a``, ``A``, ``i`` or ``I``, as HTML calls them.

    >>> [numeral(28, style) for style in "1aAiI"]
    ['28', 'ab', 'AB', 'xxviii', 'XXVIII']
    """
    if number < 1 or style not in "aAiI" or not style:
        return str(number)
    written = _letters(number) if style in "aA" else _roman(number)
    return written.upper() if style.isupper() else written


def _letters(number: int) -> str:
    """Return *number* in letters: a to z, then aa, ab."""
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def _roman(number: int) -> str:
    """Return *number* in small Roman numerals; in digits where they end."""
    if number > MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
