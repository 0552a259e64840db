"""Mending what can be mended safely: only the announced characters of a file change, every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition import xmltext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_edition.model import Edit, Finding


def repaired(data: bytes, name: str, findings: Iterable[Finding]) -> tuple[bytes, int]:
    """
    Return the file *data* with the edits of *findings*, and how many of these were mended.

    Of two findings whose edits touch the first alone is mended. A file whose bytes are not what its characters would be
    written as (an unusual form of its encoding) is left as it is.
    """
    text = xmltext.read(data, name)
    head = data[: len(data) - len(text.data.decode().encode(text.encoding))]
    if head + text.data.decode().encode(text.encoding) != data:
        return data, 0
    chosen, mended = _chosen(findings)
    mended_text = text.data
    for edit in sorted(chosen, key=lambda edit: edit.start, reverse=True):
        mended_text = mended_text[: edit.start] + edit.text.encode() + mended_text[edit.end :]
    return head + mended_text.decode().encode(text.encoding, "xmlcharrefreplace"), mended


def _chosen(findings: Iterable[Finding]) -> tuple[list[Edit], int]:
    """Return edits that do not touch each other, those of a finding all or none, and of how many findings they are."""
    chosen: list[Edit] = []
    mended = 0
    for finding in findings:
        if finding.edits and not _touch(finding.edits, chosen):
            chosen += finding.edits
            mended += 1
    return chosen, mended


def _touch(some: Sequence[Edit], others: Sequence[Edit]) -> bool:
    return any(one.start <= other.end and other.start <= one.end for one in some for other in others)
