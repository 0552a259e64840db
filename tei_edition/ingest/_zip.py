"""The packed files of word processors: opened with care, since one that is small can hold more than any memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from tei_edition import xml
from tei_edition.errors import MarkupError, SourceError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

MOST = 400_000_000
"""How many bytes the parts may hold together, unpacked."""

MOST_XML = 100_000_000
"""How many bytes a part may hold that is read."""

RATIO = 250
"""How many times larger than the file its parts may be, beyond `SMALL`: XML packs ten to twenty times."""

SMALL = 20_000_000
TYPED = "descendant::text()[not(parent::*[local-name() = 'instrText'])]"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError, OSError)


def fault(name: str, message: str, advice: str) -> SourceError:
    """Return the error for the file *name* as a whole."""
    return SourceError(f"{name}: {message} {advice}", (Finding(name, "input", message, advice),))


def unpack(data: bytes, name: str, what: str) -> dict[str, bytes]:
    """
    Return the XML parts of a packed file by their names; *what* says in words what it ought to be.

    Raises `SourceError` for one that is broken, encrypted or grows beyond measure.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive, data, name)
            return {part: archive.read(part) for part in _parts(archive)}
    except BROKEN as error:
        raise fault(name, f"this is no {what}, or it is broken.", "Open it in the program it comes from, and save it anew.") from error
    except RuntimeError as error:
        raise fault(name, "this file is encrypted with a password.", "Save it without a password.") from error


def _measure(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    """Refuse what would unpack to far more than it ought to."""
    sizes = [part.file_size for part in archive.infolist()]
    total = sum(sizes)
    if total > MOST or (total > SMALL and total > RATIO * len(data)) or any(
        part.file_size > MOST_XML for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))
    ):
        message = f"its parts would unpack to {total // 1_000_000} MB, from {len(data)} bytes: it is not read."
        raise fault(name, message, "If it comes from a source you trust, take its pictures out, and save it anew.")


def _parts(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of the parts that are XML."""
    yield from (part.filename for part in archive.infolist() if part.filename.endswith((".xml", ".rels")))


def tree(parts: dict[str, bytes], part: str, name: str) -> etree._Element | None:
    """Return the root of the XML in *part*, None where there is no such part. Raises `SourceError` where it is broken."""
    if part not in parts:
        return None
    try:
        return xml.parse_bytes(parts[part], f"{name}, {part}").getroot()
    except MarkupError as error:
        message = f"its part {part} is broken: {error.findings[0].message}"
        raise fault(name, message, "Open it in the program it comes from, and save it anew.") from error


def local(element: Any) -> str:
    """Return the name of *element* without its namespace; nothing for a comment or an instruction."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def number(value: str | None, usual: int, *, base: int = 10) -> int:
    """Return the number that an attribute has; the *usual* one where it has none, or something else."""
    try:
        return min(int(value or "", base), 1_000_000)
    except ValueError:
        return usual


def words(element: Any, *, most: int = 80) -> str:
    """Return the characters in *element*, on one line, at most so many."""
    paragraphs = [inner for inner in element.iter() if local(inner) == "p"] or [element]
    text = " ".join(" ".join("".join(inner.xpath(TYPED)) for inner in paragraphs).split())
    return text if len(text) <= most else f"{text[:most]}…"
