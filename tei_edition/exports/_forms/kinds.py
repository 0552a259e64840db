"""What a value of a platform's own table may be, where it has one form."""

from __future__ import annotations

import re

from tei_edition.fields import Kind, was


def form(words: str, pattern: str, must: str) -> Kind:
    """
    Return the kind that is called *words*, whose values match *pattern* as a whole and *must* be what an error says of them.

    >>> form("country", "[A-Z]{2}", 'must be a country such as "IE"').read("IE")
    'IE'
    """

    def read(value: object) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise ValueError(must + was(value))
        return value

    return Kind(words, {"type": "string", "pattern": f"^({pattern})$"}, read)
