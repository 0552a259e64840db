"""Which files are parts of others (XInclude): they are checked with the file that includes them, and not alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tei_edition.check._addresses import full
from tei_edition.check._including import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COMMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
TAG = re.compile(rb"<(?:[\w.-]+:)?include\s[^>]*>")
HREF = re.compile(rb"""\shref\s*=\s*["']([^"'#:?]+)["']""")
IN_PART = re.compile(rb"""\s(?:xpointer\s*=|parse\s*=\s*["']text)""")


def named(path: Path, data: bytes) -> frozenset[Path]:
    """Return the full paths of the XML files that the file at *path*, which holds *data*, includes as a whole."""
    return frozenset(_named(path, data)) if MARK in data else frozenset()


def _named(path: Path, data: bytes) -> Iterator[Path]:
    for tag in TAG.findall(COMMENT.sub(b"", data)):
        href = HREF.search(tag)
        if href and not IN_PART.search(tag):
            yield full(path.parent / unquote(href[1].decode("utf-8", "replace")))


def wholes(paths: Iterable[Path], included: Mapping[Path, frozenset[Path]]) -> Iterator[Path]:
    """
    Yield those of *paths* that are not checked with another of them.

    *included* tells, by full paths, what each of them includes. Files that include each other are all kept.
    """
    known = {path: path.resolve() for path in paths} if included else {}
    within = frozenset[Path]().union(*included.values())
    parts = reached((full for full in known.values() if full not in within), included)
    yield from (path for path in paths if known.get(path) not in parts)


def reached(roots: Iterable[Path], included: Mapping[Path, frozenset[Path]]) -> set[Path]:
    """Return all that *roots* include, at any depth."""
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        fresh = included.get(waiting.pop(), frozenset()) - found
        found |= fresh
        waiting += fresh
    return found
