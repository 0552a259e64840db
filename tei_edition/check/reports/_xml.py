"""What the reports in XML share: text that XML can hold, and the bytes of a report."""

from __future__ import annotations

import re

from lxml import etree

UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML 1.0 cannot hold (section 2.2)."""


def text(value: str) -> str:
    r"""
    Return *value* with a replacement character for whatever XML cannot hold.

    >>> text("a\x00b")
    'a\ufffdb'
    """
    return UNFIT.sub("\ufffd", value)


def serialized(root: etree._Element) -> str:
    """Return the document of *root*, indented, with its declaration."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()
