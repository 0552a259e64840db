"""Pages of the documentation whose tables are made from the definitions: of the keys of ``edition.toml``, and of the platforms."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from tei_edition import exports, files
from tei_edition.edition_fields import CHECK_FIELDS, CHECK_FILES_FIELDS, DOCUMENT_FIELDS, EDITION_FIELDS, LICENCE_FIELDS
from tei_edition.resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tei_edition.fields import Field

REGION = re.compile(r"(?s)(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)")
"""A part of a page that is made: a comment that names it, what is made, and a comment that ends it."""

KEPT = re.compile(r"\s|[-*] |\d+\. ")
SENTENCE = re.compile(r"""(?<=[a-z0-9)`"”\]][.?!]) (?=[A-Z`*"(])""")
"""How a paragraph begins that is not to be parted into lines, and where it is."""

PAGES = ("docs/edition-toml.md", "docs/exports.md", "README.md")


def page(text: str) -> str:
    """Return the page *text* with its parts made anew."""
    return REGION.sub(lambda match: match[1] + MAKERS[match["name"]]() + match[3], text)


def pages(root: Path = ROOT) -> dict[Path, str]:
    """Return each page in the checkout *root* as it should be."""
    return {root / name: page((root / name).read_text(encoding="utf-8")) for name in PAGES}


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"

    return line(heads) + "|---" * len(heads) + "|\n" + "".join(map(line, rows))


def _fields(fields: Iterable[Field]) -> str:
    """Return the table of *fields*."""
    return _table(("key", "value", "meaning"), ((f"`{field.key}`", field.kind.words, _meaning(field)) for field in fields))


def _meaning(field: Field) -> str:
    """Return what a field says, with its example."""
    must = "; must be there" if field.required else ""
    return f"{field.says}{must}" + (f", such as `{field.example}`" if field.example else "")


def _platform_settings() -> str:
    """Return the table of the settings of all platforms."""
    settings = ((name, field) for name in exports.names() for field in exports.settings(name))
    rows = ((f"`[export.{name}]`", f"`{field.key}`", field.kind.words, _meaning(field)) for name, field in settings)
    return _table(("table", "key", "value", "meaning"), rows)


def _platforms() -> str:
    """Return the table of the platforms: what each makes, for whom, and by what it is checked."""
    rows = ((f"`{name}`", module.TITLE, module.FOR, module.CHECKED) for name, module in exports.platforms().items())
    return _table(("platform", "makes", "for", "checked by"), rows)


def _commands() -> str:
    """Return the table of the platforms for the README: the command, for whom, and by what it is checked."""
    rows = ((f"`{name}`", f"`tei-edition export {name} PATH`", module.FOR, module.CHECKED) for name, module in exports.platforms().items())
    return _table(("platform", "command", "for", "checked by"), rows)


def _sections() -> Iterator[str]:
    """Give a section for each platform: what the docstring of its module says."""
    for name, module in exports.platforms().items():
        said = re.sub(r"``(.*?)``", r"`\1`", (module.__doc__ or "").strip(), flags=re.DOTALL)
        yield f"## `{name}`\n\n{reflowed(said)}\n\n"


def reflowed(text: str) -> str:
    r"""
    Return the paragraphs of *text* with one sentence a line; those that are indented or a list stay as they are.

    >>> print(reflowed("One, and\nmore (x). `Two`\nis it.\n\n    code. Code"))
    One, and more (x).
    `Two` is it.
    <BLANKLINE>
        code. Code
    """
    paragraphs = text.split("\n\n")
    return "\n\n".join(one if KEPT.match(one) else SENTENCE.sub("\n", " ".join(one.split("\n"))) for one in paragraphs)


MAKERS: dict[str, Callable[[], str]] = {
    "edition": lambda: _fields(EDITION_FIELDS),
    "licence": lambda: _fields(LICENCE_FIELDS),
    "check": lambda: _fields(CHECK_FIELDS),
    "check-files": lambda: _fields(CHECK_FILES_FIELDS),
    "documents": lambda: _fields(DOCUMENT_FIELDS),
    "platform-settings": _platform_settings,
    "platforms": _platforms,
    "commands": _commands,
    "sections": lambda: "".join(_sections()),
}


def main() -> int:
    """Write the pages; return the exit code."""
    for path, text in pages().items():
        files.write(path, text)
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
