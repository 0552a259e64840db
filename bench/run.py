"""
How fast: converting beside pandoc (text to TEI), validating and checking beside jing, xmllint and lxml, exporting.

The transcripts are made here, 10 KB each, with speakers and brackets. Every program is called as a person calls it, the
best of three calls counts. Figures of different machines cannot be compared, the ratios can.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import checking
import exporting
import validating

from tei_edition.resources import SCHEMAS

COMMAND = [sys.executable, "-m", "tei_edition"]
WORDS = (
    "We [should] speak of the treaty as it was agreed between us in the spring, and of what our ministers have told the "
    "press since then, for [Yuri] Orlov has written to us about it and nobody here has found the time to give an answer"
).split()
SPEAKERS = ("SMITH", "JONES", "BROWN", "Mr. KING")
SIZE = 10_000


def transcript(number: int, size: int = SIZE) -> str:
    """Return a transcript of some *size* bytes, the same for the same *number*."""
    parts = [f"Conversation of May {number % 28 + 1}, 1986"]
    turn = 0
    while sum(map(len, parts)) < size:
        turn += 1
        said = " ".join(WORDS[(number + turn * 7 + word) % len(WORDS)] for word in range(40 + turn % 30))
        parts.append(f"{SPEAKERS[(number + turn) % len(SPEAKERS)]}: {said}.")
    return "\n\n".join([*parts, "[Source: National Archive.]"]) + "\n"


def documents(folder: Path, number: int) -> list[Path]:
    """Return *number* TEI documents of some 10 KB each, made in *folder*."""
    texts = [folder / f"{one:05}.txt" for one in range(number)]
    for one, path in enumerate(texts):
        path.write_text(transcript(one, SIZE // 8), encoding="utf-8")
    subprocess.run([*COMMAND, "convert", *map(str, texts), "-o", str(folder / "tei")], check=True, capture_output=True)  # noqa: S603
    return sorted((folder / "tei").iterdir())


def seconds(*calls: list[str]) -> float:
    """Return how long *calls* take one after the other, the best of three times."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for words in calls:
            subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
        best = min(best, time.perf_counter() - start)
    return best


def measure(folder: Path, number: int) -> None:
    """Measure with *number* transcripts in *folder*, and print a line for each task."""
    texts = [folder / f"{one:04}.txt" for one in range(number)]
    for one, path in enumerate(texts):
        path.write_text(transcript(one), encoding="utf-8")
    out = folder / "tei"
    ours = seconds([*COMMAND, "convert", *map(str, texts), "-o", str(out)])
    calls = [["pandoc", "-f", "markdown", "-t", "tei", "-s", str(path), "-o", str(folder / "p.xml")] for path in texts]
    line("convert", number, ours, "pandoc", seconds(*calls) if shutil.which("pandoc") else None)
    files = sorted(map(str, out.iterdir()))
    ours = seconds([*COMMAND, "check", *files])
    call = ["jing", str(SCHEMAS / "tei_edition.rng"), *files]
    line("check", number, ours, "jing", seconds(call) if shutil.which("jing") else None)


def line(task: str, number: int, ours: float, other: str, theirs: float | None) -> None:
    """Print one line: the time a document takes, the other program's, and how many times as long ours is."""
    told = f"{theirs / number * 1000:8.1f} ms  ratio {ours / theirs:5.2f}" if theirs else "not installed"
    print(f"{task:8} {number:4} documents  {ours / number * 1000:8.1f} ms each   {other:6} {told}", flush=True)


def main() -> None:
    """Measure with one document, which shows the start, and with many, which show the work."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--validate", type=int, default=2_000, metavar="N", help="validate and check N files (default: 2000; 0: leave out)")
    parser.add_argument("--export", type=int, default=2_000, metavar="N", help="export N files (default: 2000; 0: leave out)")
    parser.add_argument("--platform", action="append", default=[], metavar="NAME", help="export for this platform only; repeatable")
    parser.add_argument("numbers", nargs="*", type=int, default=[1, 100], help="how many documents (default: 1 100)")
    options = parser.parse_args()
    for number in options.numbers:
        with tempfile.TemporaryDirectory(prefix="tei-edition-bench-") as name:
            measure(Path(name), number)
    if options.validate:
        with tempfile.TemporaryDirectory(prefix="tei-edition-bench-") as name:
            files = documents(Path(name), options.validate)
            validating.measure(files, Path(name))
            checking.measure(files)
    if options.export:
        with tempfile.TemporaryDirectory(prefix="tei-edition-bench-") as name:
            exporting.measure(documents(Path(name), options.export), Path(name), options.platform)


if __name__ == "__main__":
    main()
