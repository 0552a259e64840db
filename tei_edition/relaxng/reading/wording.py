"""Words about a schema in the XML syntax, said for one in the compact syntax."""

from __future__ import annotations

import re

SIGNS = {
    "zeroOrMore": "(...)*",
    "oneOrMore": "(...)+",
    "optional": "(...)?",
    "anyName": "*",
    "nsName": "a:*",
    "mixed": "mixed { ... }",
    "list": "list { ... }",
    "choice": "choice (|)",
    "group": "group (,)",
    "interleave": "interleave (&)",
    "externalRef": "external",
    "ref": "reference",
    "parentRef": "parent",
    "define": "definition",
    "except": "exclusion (-)",
}
"""What the compact syntax has for an element of the XML syntax; the others bear the same name."""

COMBINED = {"choice": "|=", "interleave": "&="}

TAG = re.compile(r'<(\w+)(?: name="([^"]*)")?>')
COMBINE = re.compile(r'combine="(choice|interleave)"( or "interleave")?')


def compact(words: str) -> str:
    """
    Return *words* with the signs of the compact syntax for elements of the XML syntax.

    >>> compact("Put it into a <zeroOrMore> or <oneOrMore>."), compact('<ref name="b"> stands in no <grammar>')
    ('Put it into a (...)* or (...)+.', '"b" stands in no grammar')
    >>> compact('Say how: combine="choice" or "interleave".')
    'Say how: |= or &=.'
    """
    words = COMBINE.sub(lambda match: COMBINED[match[1]] + (" or &=" if match[2] else ""), words)
    return TAG.sub(_sign, words)


def _sign(match: re.Match[str]) -> str:
    if match[2] is None:
        return SIGNS.get(match[1], match[1])
    return f'{"parent " if match[1] == "parentRef" else ""}"{match[2]}"'
