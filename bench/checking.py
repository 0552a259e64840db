"""
How fast `tei-edition check` is: with nothing known, with all known, with one file changed; beside jing and xmllint, in one run.

Each is a program of its own, on one core. The others know no rules and no cache: what they do is "the grammar alone".
Seconds are those of the processor. Memory is the largest a process held.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from validating import TEI_ALL, Took, on_one_core, programs, took

from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECK = [sys.executable, "-m", "tei_edition", "check", "-j", "1", "--format", "concise"]
OTHERS = ("jing", "xmllint")


def measure(files: Sequence[Path]) -> None:
    """Measure with *files*, valid TEI, and print a line for each task."""
    on_one_core()
    for schema in filter(Path.exists, (SCHEMAS / "tei_edition.rng", TEI_ALL)):
        ours = [*CHECK, "--schema", str(schema)] if schema == TEI_ALL else CHECK
        with tempfile.TemporaryDirectory(prefix="tei-edition-bench-") as cache:
            _tasks(schema, ours, files, cache)


def _tasks(schema: Path, ours: list[str], files: Sequence[Path], cache: str) -> None:
    """Print a line for each task with one *schema*; *cache* is an empty folder."""
    names = list(map(str, files))
    theirs = {name: took([*words, *names], 1) for name, words in programs(schema).items() if name in OTHERS}
    few = took([*ours, *names[: len(names) // 10]], 1, TEI_EDITION_CACHE=cache + "/few").megabytes
    cold = took([*ours, *names], 1, TEI_EDITION_CACHE=cache + "/all")
    _line(schema, "cold", cold, theirs)
    grammar = took([*ours, "--select", "xml,rng", *names], 1, TEI_EDITION_CACHE=cache + "/grammar")
    _line(schema, "the grammar alone", grammar, theirs)
    _line(schema, "nothing changed", took([*ours, *names], 3, TEI_EDITION_CACHE=cache + "/all"), theirs)
    files[0].write_bytes(files[0].read_bytes() + b"\n")
    _line(schema, "one changed", took([*ours, *names], 1, TEI_EDITION_CACHE=cache + "/all"), theirs)
    print(f"{schema.name:16} memory with a tenth of the files {few:.0f} MB, with all {cold.megabytes:.0f} MB", flush=True)


def _line(schema: Path, task: str, ours: Took, theirs: dict[str, Took]) -> None:
    told = [f"{name} {each.seconds:6.2f} s ({ours.seconds / each.seconds:4.2f})" for name, each in theirs.items()]
    print(f"{schema.name:16} check, {task:17} ours {ours.seconds:6.2f} s, ratio to {', '.join(told)}", flush=True)
