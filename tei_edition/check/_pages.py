"""
The pages about the rules: ``python -m tei_edition.check._pages`` writes ``docs/rules/`` anew.

Each page is made from the docstring of its rule, and from the example that the rule itself refuses and the one it accepts.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import files
from tei_edition.check.rules import rules

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
HEAD = """# What no schema finds

These rules hold for any TEI, whatever its schema; `tei-edition check` applies them beside RELAX NG and Schematron.
This page and those beside it are made from the rules by `python -m tei_edition.check._pages`.
`tei-edition explain CODE` says the same at a terminal, and explains every other code too.

| code | what is wrong |
|---|---|
"""


def pages() -> dict[Path, str]:
    """Return the pages, each with its path: one for each rule, and the list of them."""
    found = {FOLDER / f"{code}.md": page(code, rule) for code, rule in rules().items()}
    return {FOLDER / "README.md": HEAD + "".join(_row(code, rule) for code, rule in sorted(rules().items())), **found}


def _row(code: str, rule: ModuleType) -> str:
    first = " ".join((inspect.getdoc(rule) or "").split("\n\n", 1)[0].split()).replace("|", "\\|")
    return f"| [{code}]({code}.md) | {first} |\n"


def page(code: str, rule: ModuleType) -> str:
    """Return the page about one rule."""
    blocks = [f"# {code}", inspect.getdoc(rule) or "", f"Severity: {rule.SEVERITY}. TEI Guidelines: {rule.GUIDELINES}."]
    return "\n\n".join([*blocks, "Wrong:", _block(rule.WRONG), "Right:", _block(rule.RIGHT)]) + "\n"


def _block(example: str) -> str:
    return f"```xml\n{example}\n```"


if __name__ == "__main__":
    files.write_all({path: text.encode() for path, text in pages().items()})
