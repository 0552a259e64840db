"""
The pages about the codes of findings: ``python -m tei_edition.check._pages`` writes ``docs/rules/`` anew.

A page about a rule for any TEI is made from its docstring and its examples; one about another code from what is explained of
it, and from its cases in ``tests/check``. These examples go into ``explanations/examples.json`` too, for `explain`.
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import explaining, files
from tei_edition.check import _cases as cases
from tei_edition.check import check_bytes
from tei_edition.check.rules import rules
from tei_edition.resources import PACKAGE

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "docs" / "rules"
EXAMPLES = PACKAGE / "explanations" / explaining.EXAMPLES
HEAD = """# What is found

This page and those beside it are made from the rules and their cases by `python -m tei_edition.check._pages`.
`tei-edition explain CODE` says the same at a terminal, and explains every other code too.

## What no schema finds

These rules hold for any TEI, whatever its schema; `tei-edition check` applies them beside RELAX NG and Schematron.

| code | what is wrong |
|---|---|
"""
MORE = """
## Everything else

Whether it is XML (`xml`), and all can be included (`include`), the grammar (`rng`), the rules of the toolkit's own schema (`sch`),
transcripts, and what a file asks for itself (`ignore`).

| code | what is wrong |
|---|---|
"""


def pages() -> dict[Path, str]:
    """Return the pages, each with its path: one for each code that has cases, the list of them, and the file of examples."""
    found = {FOLDER / f"{code}.md": page(code, rule) for code, rule in rules().items()}
    others = {FOLDER / f"{code}.md": other(code) for code in others_with_cases()}
    return {FOLDER / "README.md": _list(), **found, **others, EXAMPLES: examples()}


def others_with_cases() -> tuple[str, ...]:
    """Return the codes that have cases and are of no rule for any TEI."""
    return tuple(sorted(path.name for path in cases.FOLDER.iterdir() if path.is_dir() and path.name not in rules()))


def examples() -> str:
    """Return the file of examples: of each code what is wrong, and what is right."""
    found = {code: cases.examples(code) for code in others_with_cases()}
    shown = {code: {"wrong": wrong, "right": right} for code, (wrong, right) in found.items() if wrong and right}
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _list() -> str:
    own = "".join(_row(code, (inspect.getdoc(rule) or "").split("\n\n", 1)[0]) for code, rule in sorted(rules().items()))
    more = "".join(_row(code, explaining.meanings()[code].split(". ")[0].rstrip(".") + ".") for code in others_with_cases())
    return f"{HEAD}{own}{MORE}{more}"


def _row(code: str, words: str) -> str:
    first = " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")
    return f"| [{code}]({code}.md) | {first} |\n"


def page(code: str, rule: ModuleType) -> str:
    """Return the page about one rule."""
    blocks = [f"# {code}", inspect.getdoc(rule) or "", f"Severity: {rule.SEVERITY}. TEI Guidelines: {rule.GUIDELINES}."]
    return "\n\n".join([*blocks, "Wrong:", _block(rule.WRONG), "Right:", _block(rule.RIGHT)]) + "\n"


def other(code: str) -> str:
    """Return the page about a code that has cases."""
    blocks = [f"# {code}", explaining.meanings()[code].replace("<", "&lt;")]
    wrong, right = cases.examples(code)
    if wrong and right:
        language = "text" if (cases.FOLDER / code / "refused.txt").exists() else "xml"
        blocks += ["Wrong:", _block(wrong, language), "What is said:", _block(_said(code), "text"), "Right:", _block(right, language)]
    return "\n\n".join(blocks) + "\n"


def _said(code: str) -> str:
    """Return what is said of the first case that is refused."""
    first = cases.first(code, "refused")
    if not first:
        return ""
    path, text = first
    data = path.read_bytes() if path.suffix != ".xml" or ".file" in path.suffixes else cases.case(text)
    found = next(one for one in check_bytes(data, path.name, path=path) if one.code == code)
    said = f"{found.severity} {code}: {found.message} {found.advice}".strip()
    return said.replace(str(path.parent.resolve()), "...").replace(str(cases.FOLDER.resolve().parents[1]), "...")


def _block(example: str, language: str = "xml") -> str:
    return f"```{language}\n{example}\n```"


if __name__ == "__main__":
    files.write_all({path: text.encode("utf-8", "backslashreplace") for path, text in pages().items()})
