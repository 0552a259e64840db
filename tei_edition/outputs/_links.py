"""What a page links to: the documents beside it, the list above it, the files to download."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

UNITS = ("bytes", "KB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page: its address (a relative one, or http) and the title shown."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: what it is (``"TEI"``, ``"PDF"``), its address, its size in bytes (None: not known)."""

    label: str
    href: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """
    The surroundings of a page.

    *document* is the document's name without a suffix; *proof* the digest of its proof in hexadecimal, *names* the address of the
    edition's index, each empty where there is none.
    """

    document: str = ""
    previous: Link | None = None
    next: Link | None = None
    up: Link | None = None
    downloads: tuple[Download, ...] = field(default=())
    proof: str = ""
    names: str = ""


def address(name: str) -> str:
    """
    Return the relative address of the file *name*, which may hold any character.

    >>> address("Отчёт: 1.xml")
    './%D0%9E%D1%82%D1%87%D1%91%D1%82%3A%201.xml'
    """
    return "./" + quote(name)


def size(count: int | None) -> str:
    """
    Return a number of bytes as a person says it; nothing where it is not known.

    >>> size(812), size(14_400), size(None)
    ('812 bytes', '14 KB', '')
    """
    if count is None:
        return ""
    value, place = float(count), 0
    while value >= 1000 and place + 1 < len(UNITS):  # noqa: PLR2004 - units of a thousand, as disks count them
        value, place = value / 1000, place + 1
    return f"{value:.0f} {UNITS[place]}" if place < 2 or value >= 10 else f"{value:.1f} {UNITS[place]}"  # noqa: PLR2004
