"""
How right: classes of brackets and whole transcripts, scored against reference data that stands beside the checkout.

The data and their scorers (``brackets/run.py``, ``gold/score.py``) are not part of this project; without them this says
so and stops. Each corpus of the gold is converted in one call, as an edition of its documents.
"""

from __future__ import annotations

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


def run(*words: object) -> int:
    """Run a program with our command on its path, and return its exit code."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(list(map(str, words)), env=environment, check=False).returncode  # noqa: S603


def brackets() -> None:
    """Score the classes of labelled brackets, with italics and without."""
    for options in ([], ["--no-italics"]):
        print(f"\n== brackets {' '.join(options)}", flush=True)
        run(sys.executable, SHARED / "brackets" / "run.py", *options)


def gold() -> None:
    """Score whole transcripts, and whether each is given back byte for byte."""
    derived = SHARED / "gold" / "dev_derived" / "keep"
    corpora: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((derived / "txt").glob("*.txt")):
        corpora[path.stem.split("_")[0]].append(path)
    with tempfile.TemporaryDirectory(prefix="tei-edition-accuracy-") as name:
        out = Path(name)
        for corpus, paths in corpora.items():
            profile = ["--profile", corpus] if corpus in profiles.names() else []
            run(BIN / "tei-edition", "convert", *paths, *profile, "-o", out)
        made = [path for paths in corpora.values() for path in paths if (out / f"{path.stem}.xml").is_file()]
        same = sum(given_back(out / f"{path.stem}.xml") == path.read_bytes() for path in made)
        print(f"\n== gold: {same} of {sum(map(len, corpora.values()))} given back byte for byte", flush=True)
        run(sys.executable, SHARED / "gold" / "score.py", "--dir", derived, out, "--by", "corpus")


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
