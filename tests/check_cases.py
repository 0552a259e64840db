"""
The cases of ``tests/check``: for each code something that is refused by it, and something that is accepted.

Of ``refused.xml`` and ``accepted.xml`` each line is a case: the content of a division, or a whole file. What is called
``*.file.xml`` is one case as it is, and so is a transcript (``*.txt``); a folder is looked at as a whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import checking
from tei_edition.check import check_bytes
from tei_edition.check._cases import FOLDER, case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.model import Finding

CASES = FOLDER


def cases(code: str, kind: str) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield each case of a *kind* (refused, accepted) for *code*, and what is found in it."""
    for path in sorted((FOLDER / code).glob(f"{kind}*")):
        if path.is_dir():
            yield str(path), checking.checked([path]).found
        elif path.suffix == ".xml" and ".file" not in path.suffixes:
            for line in filter(str.strip, path.read_text(encoding="utf-8").split("\n")):
                yield line, check_bytes(case(line), path.name, path=path)
        else:
            yield str(path), check_bytes(path.read_bytes(), path.name, path=Path(path))
