"""Where a finding stands, as the formats of other programs write it."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def relative(path: str) -> str:
    """
    Return *path* as the formats of code hosts want it: from the working folder, with slashes, without ``./``.

    >>> relative("./editions/a.xml"), relative("<stdin>")
    ('editions/a.xml', '<stdin>')
    """
    whole = Path(path)
    if whole.is_absolute() and whole.is_relative_to(Path.cwd()):
        return whole.relative_to(Path.cwd()).as_posix()
    return PurePath(path).as_posix()


def uri(path: str) -> str:
    r"""
    Return *path* as a URI reference (RFC 3986): relative where `relative` is, else with the scheme ``file``.

    Bytes of a name that are no UTF-8 are kept.

    >>> uri("a b/ü.xml"), uri("/x/y.xml")
    ('a%20b/%C3%BC.xml', 'file:///x/y.xml')
    >>> uri("bad\udcff.xml")
    'bad%FF.xml'
    """
    found = relative(path)
    return Path(found).as_uri() if Path(found).is_absolute() else quote(os.fsencode(found))
