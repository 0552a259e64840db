"""Which findings count: codes selected and ignored, for all files or for some of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_edition.check.reports._uri import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tei_edition.model import Finding


def nothing(_path: str) -> tuple[str, ...]:
    """Return no codes."""
    return ()


@dataclass(frozen=True)
class Selection:
    """
    The codes that count. *select* (empty: all) and *ignore* are codes or families: ``date`` is every ``date-...``.

    Where both fit, the longer one leads. *files* adds to *ignore* for the files that a pattern names (``drafts/**``), and *local*
    for the file it is asked about.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    files: tuple[tuple[str, tuple[str, ...]], ...] = ()
    local: Callable[[str], tuple[str, ...]] = nothing

    def of(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return those of *findings* that count, in their order; of one that does not, what says the same and counts."""
        told = (next(filter(self.counts, (finding, *finding.also)), None) for finding in findings)
        return tuple(finding for finding in told if finding)

    def counts(self, finding: Finding) -> bool:
        """Tell whether *finding* counts."""
        selected = _longest(self.select, finding.code) if self.select else 0
        return selected > _longest((*self.ignored_in(finding.path), *self.local(finding.path)), finding.code) if selected >= 0 else False

    def ignored_in(self, path: str) -> Iterator[str]:
        """Yield the codes that do not count in the file *path*."""
        yield from self.ignore
        for pattern, codes in self.files:
            if fits(pattern, path):
                yield from codes


def fits(pattern: str, path: str) -> bool:
    """
    Tell whether *pattern* names the file *path*: from the working folder, or from any folder if it is relative.

    >>> fits("drafts/**", "drafts/a/b.xml"), fits("*.xml", "a/b.xml"), fits("drafts/*.xml", "drafts/a/b.xml")
    (True, True, False)
    """
    name = relative(path)
    return bool(_pattern(pattern).fullmatch(name)) or PurePath(name).match(pattern)


def _longest(codes: Iterable[str], code: str) -> int:
    """Return the length of the longest of *codes* that names *code* or its family; -1 where none does."""
    return max((len(one) for one in codes if one == code or re.match(re.escape(one) + r"[-/]", code)), default=-1)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """
    Return the pattern of a path: ``**`` stands for any folders, ``*`` and ``?`` for what is in one name.

    >>> bool(_pattern("drafts/**").fullmatch("drafts/a/b.xml")), bool(_pattern("*.xml").fullmatch("a/b.xml"))
    (True, False)
    """
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    meant = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meant.get(part, re.escape(part)) for part in parts))
