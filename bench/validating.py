"""
How fast RELAX NG is: this package beside jing, xmllint and lxml, each as a program of its own, on one core.

Measured are the start (one file, cold, the schema simplified before or not), many valid files, and as many with one fault in
each; with the toolkit's own schema and with that of all of TEI, if it is there. Seconds are those of the processor, on one
core, so that what else the machine does counts little. Memory is the largest a process held.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Sequence

TEI_ALL = Path(__file__).parent.parent.parent / "shared" / "tei" / "rng" / "tei_all.rng"
FAULTS = (
    (b"<supplied ", b'<supplied foo="x" '),
    (b"<speaker>", b'<speaker n="a b" who="">'),
    (b"</sp>", b"</sp>stray"),
    (b"<publicationStmt>", b"<publicationStmt><div/>"),
    (b'when="', b'when="x'),
)
LXML = """
import sys
from lxml import etree
schema = etree.RelaxNG(etree.parse(sys.argv[1]))
for path in sys.argv[2:]:
    if not schema.validate(etree.parse(path)):
        print(schema.error_log)
"""
LOAD = """
import sys, time
from pathlib import Path
from tei_edition import relaxng
start = time.process_time()
relaxng.load(Path(sys.argv[1]))
print(time.process_time() - start)
"""


@dataclass(frozen=True)
class Took:
    """What a call took: seconds of the processor, and megabytes at the most."""

    seconds: float
    megabytes: float


def took(words: Sequence[str], times: int = 3, **environment: str) -> Took:
    """Return what *words* take as a program, the best of several *times*."""
    best = Took(float("inf"), 0)
    for _ in range(times):
        process = subprocess.Popen(  # noqa: S603 - the programs named here
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
        )
        usage = os.wait4(process.pid, 0)[2]
        process.returncode = 0
        best = min(best, Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), key=lambda each: each.seconds)
    return best


def programs(schema: Path) -> dict[str, list[str]]:
    """Return the calls to be compared, of those programs that are there, files to be added."""
    calls = {
        "ours": [sys.executable, "-m", "tei_edition.relaxng", str(schema)],
        "jing": ["jing", str(schema)],
        "xmllint": ["xmllint", "--noout", "--relaxng", str(schema)],
        "lxml": [sys.executable, "-c", LXML, str(schema)],
    }
    return {name: words for name, words in calls.items() if shutil.which(words[0])}


def on_one_core() -> None:
    """Keep this process, and those it starts, on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def measure(valid: Sequence[Path], folder: Path) -> None:
    """Measure with the *valid* documents, and print a line for each task; *folder* is for what is made."""
    on_one_core()
    broken = [_broken(path, folder / "broken" / path.name, number) for number, path in enumerate(valid)]
    for schema in filter(Path.exists, (SCHEMAS / "tei_edition.rng", TEI_ALL)):
        _loading(schema)
        tasks = {"one file, cold": list(valid[:1]), f"{len(valid)} valid files": list(valid), f"{len(valid)} with a fault": broken}
        for task, paths in tasks.items():
            _line(schema, task, {name: _all(words, paths) for name, words in programs(schema).items()})
        few, many = (_all(programs(schema)["ours"], paths).megabytes for paths in (list(valid[: len(valid) // 10 + 1]), list(valid)))
        print(f"{schema.name:16} memory with a tenth of the files {few:.0f} MB, with all {many:.0f} MB")


def _all(words: list[str], paths: list[Path]) -> Took:
    slow = words[0] != "jing" and "tei_all" in " ".join(words) and words[1:3] != ["-m", "tei_edition.relaxng"]
    return took([*words, *map(str, paths)], 1 if slow else 3)


def _broken(path: Path, target: Path, number: int) -> Path:
    """Write the document at *path* to *target* with one fault in it."""
    good, bad = FAULTS[number % len(FAULTS)]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(path.read_bytes().replace(good, bad, 1))
    return target


def _loading(schema: Path) -> None:
    """Print how long the schema takes to load, read anew and from the cache."""
    with tempfile.TemporaryDirectory(prefix="tei-edition-bench-") as cache:
        times = []
        for _ in range(4):
            done = subprocess.run(  # noqa: S603 - our own interpreter
                [sys.executable, "-c", LOAD, str(schema)],
                check=True,
                capture_output=True,
                text=True,
                env={**os.environ, "TEI_EDITION_CACHE": cache},
            )
            times.append(float(done.stdout))
    print(f"{schema.name:16} load: {times[0] * 1000:.0f} ms, from the cache {min(times[1:]) * 1000:.0f} ms", flush=True)


def _line(schema: Path, task: str, results: dict[str, Took]) -> None:
    ours = results["ours"].seconds
    told = [f"{name} {each.seconds:6.2f} s ({ours / each.seconds:4.2f})" for name, each in results.items() if name != "ours"]
    print(f"{schema.name:16} {task:18} ours {ours:6.2f} s, ratio to {', '.join(told)}", flush=True)
