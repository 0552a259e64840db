"""
A regular expression for any of many words, as quick for a thousand words as for ten.

An alternation tries one word after the other at each place; here words that begin alike share their beginning, so that a place where
none of them begins is left after one character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN = re.compile(r"ss|.", re.DOTALL)
WRITTEN = {"ss": "(?:ss|ß)", " ": r"\s+", "'": "['’]"}
"""What is written in more than one way."""

Node: TypeAlias = "dict[str, Node]"


def alternatives(words: Iterable[str]) -> str:
    r"""
    Return a regular expression for *words*, of which the longest that fits is found.

    A blank in a word is any space, ss also ß, an apostrophe also a round one.

    >>> alternatives(["note", "notes", "no one"])
    '(?:no(?:\\s+one|te(?:s)?))'
    >>> re.match(alternatives(["pass", "pa", "no one"]), "Paß", re.IGNORECASE)[0]
    'Paß'
    """
    root: Node = {}
    for word in sorted(words):
        node = root
        for token in TOKEN.findall(word):
            node = node.setdefault(token, {})
        node[""] = {}
    return f"(?:{_written(root)})"


def _written(node: Node) -> str:
    """Return what may follow at *node*, the longer first: ss before s."""
    ways = [
        f"{WRITTEN.get(token) or re.escape(token)}{_written(below)}"
        for token, below in sorted(node.items(), key=lambda item: -len(item[0])) if token
    ]
    if "" in node:
        return f"(?:{'|'.join(ways)})?" if ways else ""
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
