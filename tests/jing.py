"""jing, the reference among validators of RELAX NG: what it says of many files in one call."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import program

if TYPE_CHECKING:
    from collections.abc import Iterable

LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?:fatal|error): (?P<message>.*)")
NAMESPACES = re.compile(r"\(with [^)]*\)")


@dataclass(frozen=True)
class Said:
    """An error of jing's: it names the end of a start tag (of a text: its end), counting columns in UTF-16."""

    line: int
    column: int
    message: str

    @property
    def expected(self) -> set[str] | None:
        """The local names that jing expected, with ``#text`` and ``#end``; None where it lists none."""
        _, found, listed = self.message.partition("; expected ")
        if not found:
            return None
        names = {name.rpartition(":")[2] for name in re.findall(r'"([^"]*)"', NAMESPACES.sub("", listed))}
        plain = re.sub(r'"[^"]*"', "", listed)
        return names | {mark for mark, word in (("#text", "text"), ("#end", "end-tag")) if word in plain}


def run(schema: Path, files: Iterable[Path]) -> dict[Path, list[Said]]:
    """Return what jing says of each of *files*; those without a fault are left out."""
    words = [program("jing"), *(["-c"] if schema.suffix == ".rnc" else []), str(schema), *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    said: dict[Path, list[Said]] = defaultdict(list)
    for line in done.stdout.splitlines():
        match = LINE.match(line)
        assert match, line
        said[Path(match["file"])].append(Said(int(match["line"]), int(match["column"]), match["message"]))
    return said
