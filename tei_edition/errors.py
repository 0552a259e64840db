"""
What can go wrong, and the exit code of each kind.

* EditionError: exit 1, a fault in what was given
  + SourceError: a transcript that cannot be read or encoded, with its place
  + SettingsError: a fault in ``edition.toml`` or another settings file, with its place
  + MarkupError: XML that is not well-formed, or not what it should be, with its place
  + TransformError: a stylesheet stopped, with its own words
  + ProofError: an output's words are not the transcript's
* UsageError: exit 2, could not run: a file or schema that is not there, a folder that cannot be written
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.model import Finding


class ToolError(Exception):
    """The root of all errors this package raises on purpose; *findings* hold their places."""

    exit_code = 1

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


class EditionError(ToolError):
    """A fault in what was given."""

    @classmethod
    def at(cls, *findings: Finding) -> EditionError:
        """Return an error of this class that says the first of *findings* and carries them all."""
        return cls(str(findings[0]), findings)


class SourceError(EditionError):
    """A transcript cannot be read or encoded."""


class SettingsError(EditionError):
    """A settings file has a fault."""


class MarkupError(EditionError):
    """XML is not well-formed, or not what it should be."""


class TransformError(EditionError):
    """A stylesheet stopped."""


class ProofError(EditionError):
    """The words of an output are not the words of the transcript."""


class UsageError(ToolError):
    """The command could not run."""

    exit_code = 2


def described(error: BaseException) -> str:
    """Return in one line what an *error* that was not raised on purpose is, and where in the code, for a report."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{place}".replace("\n", " ")
