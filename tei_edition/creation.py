"""Making an edition's folder: ``edition.toml`` with comments, and ``source/`` for the transcripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_edition import edition, files
from tei_edition.edition_fields import EDITION_FIELDS
from tei_edition.errors import UsageError
from tei_edition.fields import LIST, PAIRS, TABLE, TABLES, Field
from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


SCHEMA = "edition.schema.json"
ASKED = ("title", "language", "editors", "publisher")
"""What cannot be known, and so is asked; all but the title may be left open."""

HINT = """# {title}

Put the transcripts, plain text, into `{source}/`. What they cannot say stands in `{file}`.
Build all editions with `tei-edition build`, and look at `build/index.html`.
"""


def fields() -> tuple[Field, ...]:
    """Return the fields that can be answered when an edition is made."""
    return tuple(field for field in EDITION_FIELDS if field.kind not in (PAIRS, TABLE, TABLES))


def new(folder: Path, answers: Mapping[str, str | Sequence[str]]) -> Path:
    """
    Make an edition in *folder*, which is not there yet or empty, and return it.

    *answers* go by the keys of ``edition.toml``; the title is needed. Raises `UsageError` where something is there
    already, an answer is not what the key can hold, or the folder cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: there is something here already; choose another name")
    given = {key: value for key, value in answers.items() if value}
    _check(given)
    schema = _schema(folder)
    title = str(given["title"])
    files.write_all(
        {
            **schema[1],
            folder / edition.SOURCE / ".gitkeep": "",
            folder / "README.md": HINT.format(title=title, source=edition.SOURCE, file=edition.FILE),
            folder / edition.FILE: settings(given, schema[0]),
        }
    )
    return folder


def _check(answers: Mapping[str, str | Sequence[str]]) -> None:
    """Refuse answers that ``edition.toml`` could not hold."""
    known = {field.key: field for field in fields()}
    if "title" not in answers:
        raise UsageError('an edition needs a title; give it with --title "..."')
    for key, value in answers.items():
        try:
            for one in [value] if isinstance(value, str) else value:
                (known[key].kind.read if known[key].kind is not LIST else known["title"].kind.read)(one)
        except ValueError as error:
            raise UsageError(f"--{key} {error}") from None


def _schema(folder: Path) -> tuple[str, dict[Path, bytes]]:
    """Return where ``edition.toml`` finds its schema: that of the checkout the edition is in, or a copy beside it."""
    own = SCHEMAS / SCHEMA
    near = folder.resolve().parent.parent / "schemas" / SCHEMA
    if near.is_file():
        return f"../../schemas/{SCHEMA}", {}
    return SCHEMA, {folder / SCHEMA: own.read_bytes()}


def settings(answers: Mapping[str, str | Sequence[str]], schema: str = SCHEMA) -> str:
    """
    Return the text of ``edition.toml``: the *answers*, and a comment for all that was not answered.

    >>> print(settings({"title": "Notes", "editors": ["A"]}).splitlines()[3])
    title = "Notes"
    """
    lines = [f"#:schema {schema}", "# What the transcripts cannot say. What is not known is left out.", ""]
    lines += [f"{field.key} = {_toml(answers[field.key])}" for field in fields() if field.key in answers]
    lines += ["", "# To be added when known:", "#"]
    lines += [f"# {field.key} = {field.example}  # {field.says}" for field in fields() if field.key not in answers]
    for name in ("identifiers", "licence", "documents"):
        field = next(field for field in EDITION_FIELDS if field.key == name)
        header = '[documents."FILE.txt"]' if field.kind is TABLES else f"[{name}]"
        keys = field.fields or (Field("DOI", field.kind, "", '"10.1234/abcd"'),)
        lines += ["#", f"# {header}  # {field.says}", *(f"# {key.key} = {key.example}" for key in keys)]
    return "\n".join(lines) + "\n"


def _toml(value: str | Sequence[str]) -> str:
    """Return *value* as TOML writes it, whose escapes are those of JSON but for the one of U+007F."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return f"[{', '.join(_toml(one) for one in value)}]"
