"""Looking into TEI: what stands at a path, in one line."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"


@lru_cache(maxsize=100)
def _path(path: str) -> etree.XPath:
    """Return the compiled *path*."""
    return etree.XPath(path, namespaces={"t": TEI})


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements at *path*."""
    found: Any = _path(path)(root)
    return list(found)


def words(element: etree._Element, without: str = "") -> str:
    """Return the text of *element* in one line, but for that of the elements *without*."""
    path = f".//text()[not(ancestor::{without})]" if without else ".//text()"
    return " ".join("".join(map(str, _path(path)(element))).split())  # type: ignore[arg-type]


def all_(root: etree._Element, path: str) -> tuple[str, ...]:
    """Return the texts at *path*, each once."""
    return tuple(dict.fromkeys(text for element in find(root, path) if (text := words(element))))


def first(root: etree._Element, path: str) -> str:
    """Return the first text at *path*, empty where there is none."""
    return next(iter(all_(root, path)), "")
