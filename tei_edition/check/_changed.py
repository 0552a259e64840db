"""Which files have changed against a revision of Git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tei_edition.errors import UsageError


def changed(revision: str) -> frozenset[Path]:
    """
    Return the files, in full, that differ from *revision* in the working folder's repository, and those it does not know yet.

    Raises `UsageError` where there is no Git, no repository, or no such revision.
    """
    top = Path(_git("rev-parse", "--show-toplevel"))
    if revision.startswith("-"):
        raise UsageError(f"{revision} is no revision")
    names = _git("diff", "--name-only", "-z", "--diff-filter=d", revision, "--").split("\0")
    names += _git("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return frozenset((top / name).resolve() for name in names if name)


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True)  # noqa: S603, S607 - no shell; Git is where it is
    except OSError as error:
        raise UsageError("this needs Git, which is not here") from error
    except subprocess.CalledProcessError as error:
        raise UsageError(f"Git says: {error.stderr.decode(errors='replace').strip()}") from error
    return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
