"""What kind of file the bytes are, whatever the name says."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from tei_edition.errors import SourceError
from tei_edition.model import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of Microsoft's compound format begin ([MS-CFB], section 2.2): old ones of Word, and new ones with a password."""

PDF_WITHIN = 1024
"""Within so many bytes a PDF says that it is one."""

WORDS = {
    "docx": "a Word document (.docx)", "odt": "an OpenDocument text (.odt)", "pdf": "a PDF (.pdf)", "rtf": "a Rich Text file (.rtf)",
    "doc": "a file of an old version of Word (.doc)", "locked": "encrypted with a password", "zip": "a packed file",
}
SAVE = "Open it in a word processor and save it as .docx or .odt."
UNLOCK = "Save it without a password."


def kind(data: bytes) -> str:
    """Return a key of `WORDS`, or nothing for what may be text."""
    if data.startswith(OLE):
        return "locked" if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    head = data[:PDF_WITHIN]
    return "pdf" if b"%PDF-" in head and not head[: head.index(b"%PDF-")].strip().startswith(b"<") else ""


def _packed(data: bytes) -> str:
    """Return what kind of packed file it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return ""
    if "word/document.xml" in names:
        return "docx"
    return "odt" if "content.xml" in names and b"opendocument.text" in data[:200] else "zip"


def check(data: bytes, name: str, suffix: str, reader: ModuleType, readers: Mapping[str, ModuleType]) -> None:
    """
    Refuse *data* that is of another kind than the *suffix* of the file *name* says, for which there is the *reader*, one of *readers*.

    Raises `SourceError`.
    """
    found = kind(data)
    if not found or readers.get(found) is reader:
        return
    advice = f"Give it a name that ends in .{found}." if found in readers else UNLOCK if found == "locked" else SAVE
    raise SourceError.at(Finding(name, "input", f"this is {WORDS[found]}, though its name ends in .{suffix}.", advice))
