"""What a report is made of: the findings, the files that were checked, and how it is shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from tei_edition.check.reports._uri import relative
from tei_edition.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Finding

TOOL = "tei-edition"
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class Run:
    """One run of the check: its *findings*, the names of the files *checked*, and whether the report may have *colour*."""

    findings: tuple[Finding, ...]
    checked: tuple[str, ...] = ()
    colour: bool = False

    @property
    def version(self) -> str:
        """The version of the toolkit."""
        return VERSION

    def by_file(self) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """Yield each file with its findings: the files in the order in which they were checked, those without findings too."""
        found: dict[str, tuple[Finding, ...]] = dict.fromkeys(self.checked, ())
        for path, findings in groupby(self.findings, lambda finding: finding.path):
            found[path] = (*found.get(path, ()), *findings)
        yield from found.items()

    def fingerprints(self) -> tuple[str, ...]:
        """
        Return for each finding what stays the same when lines are added or taken away elsewhere in the file.

        It is made of the file's name, the code, the message and the line's text; the same mistakes on the same words are
        told apart by their order.
        """
        seen: Counter[str] = Counter()
        return tuple(_fingerprint(finding, seen) for finding in self.findings)


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    parts = [relative(finding.path), finding.code, finding.message, finding.excerpt.strip()]
    seen["\0".join(parts)] += 1
    parts.append(str(seen["\0".join(parts)]))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def words(finding: Finding) -> str:
    """Return what a finding says and advises, on one line."""
    return " ".join(f"{finding.message} {finding.advice}".split())
