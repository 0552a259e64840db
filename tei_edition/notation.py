"""
The page that explains the notation: every meaning of a bracket from its rule, with the cases that the tests prove.

``python -m tei_edition.notation`` writes ``docs/notation.md`` anew.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition import files, profiles, registry
from tei_edition.rules import brackets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "brackets"
PAGE = ROOT / "docs" / "notation.md"
HEAD = """# Brackets: what each means, and the TEI it gets

This page is made from the rules in `tei_edition/rules/brackets/` and the cases in `tests/brackets/` by
`python -m tei_edition.notation`; each case is a test. A paragraph's end within a case is written ¶. Below each text stand the
meaning of its brackets, in order, and the TEI. What looks like the meaning but is another one stands under "But not".
"""


@dataclass
class Case:
    """A text with its profile, the classes of its brackets in order, and the lines of its TEI."""

    file: str
    line: int
    profile: str
    text: str
    classes: list[str] = field(default_factory=list)
    tei: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Where it stands."""
        return f"{self.file}:{self.line}"

    @property
    def transcript(self) -> str:
        """The text as a transcript."""
        return self.text.replace("¶", "\n\n") + "\n"

    @property
    def is_trap(self) -> bool:
        """Whether it shows what the class of its file is not."""
        return self.file not in self.classes


def cases(path: Path) -> list[Case]:
    """
    Return the cases in *path*.

    A case is a line of text (``¶`` parts paragraphs), a line indented by two with the class of each of its brackets in order, and
    lines indented by four with the TEI of the blocks that hold them. A line ``! frus`` names the profile of the cases below it; lines
    that begin with ``#`` are for readers.
    """
    found: list[Case] = []
    profile = profiles.DEFAULT
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("! "):
            profile = line[2:].strip()
        elif line.startswith("    "):
            found[-1].tei.append(line.strip())
        elif line.startswith("  "):
            found[-1].classes = line.split()
        elif line and not line.startswith("#"):
            found.append(Case(path.stem, number, profile, line))
    return found


def page(folder: Path = CASES) -> str:
    """Return the page, with the cases in *folder*, as Markdown."""
    rules = {name.replace("_", "-"): module for name, module in registry.modules(brackets).items()}
    parts = [HEAD, *_houses()]
    for name, module in rules.items():
        path = folder / f"{name}.txt"
        parts += [f"## {name}: {module.TITLE}\n", _said(module)]
        parts += _shown(cases(path)) if path.is_file() else []
    return "\n".join(parts)


def _said(module: ModuleType) -> str:
    """Return what the docstring of *module* says, as Markdown."""
    body = re.sub(r"``(.*?)``", r"`\1`", (module.__doc__ or "").strip(), flags=re.DOTALL)
    return re.sub(r"`[^`]*`", lambda match: match[0].replace("\n", " "), body) + "\n"


def _shown(found: Sequence[Case]) -> Iterator[str]:
    """Return *found* as Markdown: what the meaning is, then what it is not."""
    for traps in (False, True):
        chosen = [case for case in found if case.is_trap is traps]
        if chosen:
            yield "But not:\n" if traps else "Such as:\n"
            yield "```text"
            for case in chosen:
                house = f"   (profile {case.profile})" if case.profile != profiles.DEFAULT else ""
                yield from (f"{case.text}{house}", *(f"    {' '.join(case.classes)}: {line}" for line in case.tei))
            yield "```\n"


def _houses() -> Iterator[str]:
    """Return the profiles as Markdown: what each house's brackets mean."""
    yield "## Houses\n"
    keys = [one.name for one in fields(profiles.Profile) if one.name not in {"name", "description", "units"}]
    for name in profiles.names():
        profile, usual = profiles.load(name), profiles.Profile()
        said = [f"`{key} = {getattr(profile, key)!r}`" for key in keys if getattr(profile, key) != getattr(usual, key)]
        yield f"- **{name}**: {profile.description}" + (f" ({', '.join(said)})" if said else "")
    yield ""


def main() -> int:
    """Write the page; return the exit code."""
    files.write(PAGE, page())
    sys.stdout.write(f"{PAGE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
