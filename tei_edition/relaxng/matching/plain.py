"""Whether a file is what most files are: UTF-8 without DOCTYPE, so that it can be read as it is."""

from __future__ import annotations

import re

_DECLARATION = re.compile(
    rb"""<\?xml\s+version\s*=\s*["']1\.0["'](?:\s+encoding\s*=\s*["'](?i:utf-?8|us-ascii)["'])?(?:\s+standalone\s*=\s*["']\w+["'])?\s*\?>"""
)


def plain(data: bytes) -> bytes | None:
    """Return *data* without a byte order mark if it is such a file, else None."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"<!DOCTYPE" in data or not data.startswith(b"<"):
        return None
    return data if not data.startswith(b"<?xml") or _DECLARATION.match(data) else None
