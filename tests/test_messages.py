"""Broken documents as archivists make them: what we say of each, beside what jing and libxml2 say, in ``messages/README.md``."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tei_edition import relaxng
from tei_edition.check.relaxng import OWN
from tests.conftest import program

FOLDER = Path(__file__).parent / "messages"
README = FOLDER / "README.md"
NAMES = sorted(path.stem for path in FOLDER.glob("*.xml"))
WIDTH = 400
"""What others say is cut after so many characters."""

HEAD = """# Broken documents, and what is said of them

Each file here has one mistake, as people make them who encode by hand.
Below stands what this toolkit says of it, and for comparison what jing and libxml2 (xmllint) say, with the same schema.
This page is made by `pytest tests/test_messages.py --accept`; a test compares what stands here with what is said now.
"""


def ours(name: str) -> list[str]:
    """Return what we say of the document called *name*."""
    path = FOLDER / f"{name}.xml"
    found = relaxng.load(OWN).validate(path)
    return [f"{one.line}:{one.column} {one.message} {one.advice}".strip() for one in found]


def others(words: list[str], name: str) -> list[str]:
    """Return what another program says of the document called *name*, without paths."""
    done = subprocess.run([*words, f"{name}.xml"], cwd=FOLDER, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).replace(str(FOLDER) + "/", "").splitlines()
    told = [re.sub(rf"^{name}\.xml:", "", line) for line in lines if line.startswith(f"{name}.xml:")]
    return [line if len(line) <= WIDTH else line[:WIDTH].rstrip() + " ..." for line in told]


def why(name: str) -> str:
    """Return the sentence in the document that says what its author did."""
    found = re.search(r"<!-- (.*?) -->", (FOLDER / f"{name}.xml").read_text(encoding="utf-8"))
    assert found
    return found[1]


def block(title: str, lines: list[str]) -> list[str]:
    """Return a part of the page: *title* and *lines*."""
    return ["", f"{title}:", "", "```text", *(lines or ["(nothing)"]), "```"]


def written_again() -> str:
    """Return the page as it is now."""
    lines = [HEAD.rstrip()]
    for name in NAMES:
        lines += ["", f"## {name}", "", why(name), *block("Here", ours(name))]
        lines += block("jing", others([program("jing"), str(OWN)], name))
        lines += block("libxml2", others([program("xmllint"), "--noout", "--relaxng", str(OWN)], name))
    return "\n".join(lines) + "\n"


def test_page(request: pytest.FixtureRequest) -> None:
    """The page has each document once."""
    if request.config.getoption("--accept"):
        README.write_text(written_again(), encoding="utf-8")
    assert re.findall(r"^## (.*)$", README.read_text(encoding="utf-8"), re.MULTILINE) == NAMES
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_message(name: str) -> None:
    """What is said of a document is what the page has; one mistake is one finding."""
    part = README.read_text(encoding="utf-8").split(f"\n## {name}\n")[1].split("\n## ")[0]
    found = ours(name)

    assert block("Here", found) == part.split("\njing:")[0].split("\n")[2:-1]
    assert len(found) == 1
