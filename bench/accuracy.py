"""
How right: classes of brackets and whole transcripts, scored against reference data that stands beside the checkout.

The data and their scorers (``brackets/run.py``, ``gold/score.py``) are not part of this project; without them this says
so and stops. Each corpus of the gold is converted in one call, as an edition of its documents.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tei_edition import profiles

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
BIN = Path(sys.executable).parent
STYLES = ("keep", "period")
"""How the labels of the transcripts are printed: as in their sources, and all as ``Name.``."""

COLUMNS = {
    "turn": "turns", "speaker": "speaker", "who": "who", "date": "date", "source": "source", "bracket": "bracket", "class": "bracket_class",
}
"""The figures of the table: F1 of turns, of turns with their labels, of who is meant (B-cubed), of dates, of source notes, of brackets."""

GOALS = {"speaker": 0.97, "who": 0.98, "date": 0.97, "source": 0.97}
FLOORS = {"speaker": 0.93}
"""What is wanted over all and in each corpus; a figure below it has a mark."""


def run(*words: object, quiet: bool = False) -> int:
    """Run a program with our command on its path, and return its exit code; *quiet*: without what it says."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(list(map(str, words)), env=environment, check=False, capture_output=quiet).returncode  # noqa: S603


def brackets() -> None:
    """Score the classes of labelled brackets, with italics and without."""
    for options in ([], ["--no-italics"]):
        print(f"\n== brackets {' '.join(options)}", flush=True)
        run(sys.executable, SHARED / "brackets" / "run.py", *options)


def gold() -> None:
    """Score whole transcripts in each style of labels, and whether each is given back byte for byte; one table a style."""
    for style in STYLES:
        derived = SHARED / "gold" / "dev_derived" / style
        with tempfile.TemporaryDirectory(prefix="tei-edition-accuracy-") as name:
            out = Path(name) / "tei"
            same = converted(derived, out)
            result = Path(name) / "scores.json"
            run(sys.executable, SHARED / "gold" / "score.py", "--dir", derived, out, "--by", "corpus", "--json", result, quiet=True)
            scores = json.loads(result.read_text(encoding="utf-8"))
        print(f"\n== gold, labels as {style!r}", flush=True)
        print(f"{'corpus':<12}" + "".join(f"{title:>12}" for title in COLUMNS) + f"{'false turns':>12}{'given back':>12}")
        for corpus in sorted(scores, key=lambda key: (key == "ALL", key)):
            right = [given for key, given in same.items() if corpus in {"ALL", key}]
            print(row(corpus, scores[corpus], [one for part in right for one in part]), flush=True)


def converted(derived: Path, out: Path) -> dict[str, list[bool]]:
    """Convert the transcripts of *derived* to *out*, each corpus as an edition; return for each corpus which are given back whole."""
    corpora: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((derived / "txt").glob("*.txt")):
        corpora[path.stem.split("_")[0]].append(path)
    for corpus, paths in corpora.items():
        profile = ["--profile", corpus] if corpus in profiles.names() else []
        run(BIN / "tei-edition", "convert", *paths, *profile, "-o", out, quiet=True)
    same: dict[str, list[bool]] = defaultdict(list)
    for path in sorted((derived / "txt").glob("*.txt")):
        facts = json.loads((derived / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        same[facts["corpus"]].append(given_back(out / f"{path.stem}.xml") == path.read_bytes())
    return same


def row(corpus: str, score: dict[str, list[int]], same: list[bool]) -> str:
    """Return the line of the table for *corpus*: the F1 of each figure, a dash where there is nothing to find, a mark below its goal."""
    shares = []
    for title, key in COLUMNS.items():
        value = b_cubed(score[key]) if key == "who" else f1(score[key])
        low = value is not None and value < (GOALS.get(title, 0) if corpus == "ALL" else FLOORS.get(title, 0))
        shares.append("-" if value is None else f"{value:.4f}{'!' if low else ''}")
    return f"{corpus:<12}" + "".join(f"{cell:>12}" for cell in shares) + f"{score['turns'][1]:>12}{sum(same):>9}/{len(same)}"


def b_cubed(who: list[float]) -> float | None:
    """Return the F1 of the sums *who* of precision and recall over as many turns as the third number says."""
    precision, recall, turns = who[:3]
    return 2 * precision * recall / (turns * (precision + recall)) if turns else None


def f1(counts: list[int]) -> float | None:
    """Return the F1 of the *counts* of true positives, false positives and false negatives."""
    right, wrong, missed = counts[:3]
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else None


def given_back(path: Path) -> bytes:
    """Return the transcript that the TEI at *path* gives back."""
    return subprocess.run([BIN / "tei-edition", "text", path], capture_output=True, check=False).stdout  # noqa: S603


def main() -> int:
    """Score what there is data for."""
    if not SHARED.is_dir():
        print(f"{SHARED} is not here: the reference data stands beside a checkout of its makers only", file=sys.stderr)
        return 2
    brackets()
    gold()
    return 0


if __name__ == "__main__":
    sys.exit(main())
