"""Making an edition's folder: ``edition.toml`` with comments, and ``source/`` for the transcripts."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

from tei_edition import edition, exports, files
from tei_edition.edition_fields import EDITION_FIELDS
from tei_edition.errors import UsageError
from tei_edition.fields import LIST, PAIRS, TABLE, TABLES, Field
from tei_edition.resources import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath


SCHEMA = "edition.schema.json"
ASKED = ("title", "language", "editors", "publisher")
"""What cannot be known, and so is asked; all but the title may be left open."""

HINT = """# {title}

Put the transcripts (text, Word, OpenDocument, HTML, Markdown, PDF) into `{source}/`. What they cannot say stands in `{file}`.
In the folder that holds `{where}`, run `{command}`, and look at `{page}`.
"""
EDITIONS = "editions"
"""The folder whose editions `tei-edition build` builds if none is named."""


def fields() -> tuple[Field, ...]:
    """Return the fields that can be answered when an edition is made."""
    return tuple(field for field in EDITION_FIELDS if field.kind not in (PAIRS, TABLE, TABLES))


def new(folder: Path, answers: Mapping[str, str | Sequence[str]]) -> Path:
    """
    Make an edition in *folder*, and return it.

    The folder is not there yet, or empty, or holds transcripts, or ``source/`` for them; what is there is kept. *answers*
    go by the keys of ``edition.toml``; the title is needed. Raises `UsageError` where there is an edition or anything else
    already, an answer is not what the key can hold, or the folder cannot be written.
    """
    _check_free(folder)
    given = {key: value for key, value in answers.items() if (value.strip() if isinstance(value, str) else value)}
    _check(given)
    _check_profile(given, folder)
    name, schema = _schema(folder)
    source = folder / edition.SOURCE
    contents = {
        **schema,
        **({} if source.is_dir() and any(source.iterdir()) else {source / ".gitkeep": ""}),
        folder / "README.md": _hint(folder, str(given["title"])),
        folder / edition.FILE: settings(given, name),
    }
    files.write_all({path: content for path, content in contents.items() if not path.exists()})
    return folder


def _check_free(folder: Path) -> None:
    """Refuse a folder with something in it that is not the beginning of an edition."""
    if not folder.exists():
        return
    there = list(folder.iterdir()) if folder.is_dir() else [folder]
    begun = any(path.name == edition.SOURCE or path.suffix.lower() in edition.readable() for path in there)
    if not folder.is_dir() or (there and not begun) or edition.inside(folder):
        raise UsageError(f"{folder}: there is something here already; choose another name")
    if (folder / edition.FILE).exists():
        raise UsageError(f"{folder}: there is an edition here already; change its {edition.FILE}, or choose another name")


def _hint(folder: Path, title: str) -> str:
    """Return the text of the edition's ``README.md``."""
    place = folder.resolve()
    shared = place.parent.name == EDITIONS
    return HINT.format(
        title=title,
        source=edition.SOURCE,
        file=edition.FILE,
        where=f"{EDITIONS}/" if shared else f"{place.name}/",
        command="tei-edition build" if shared else f"tei-edition build {shlex.quote(place.name)}",
        page=f"build/{place.name}/index.html",
    )


def build_command(folder: PurePath) -> str:
    """
    Return the command that builds the edition in *folder*, as typed where *folder* leads to it.

    >>> from pathlib import PurePath
    >>> build_command(PurePath("editions/notes")), build_command(PurePath("my notes"))
    ('tei-edition build', "tei-edition build 'my notes'")
    """
    return "tei-edition build" if str(folder.parent) == EDITIONS else f"tei-edition build {shlex.quote(str(folder))}"


def _check_profile(answers: Mapping[str, str | Sequence[str]], folder: Path) -> None:
    """Refuse a profile or an export that is not there."""
    name, known = answers.get("profile"), edition.profiles(folder)
    if name and name not in known:
        raise UsageError(f'there is no profile "{name}"; there are {", ".join(known)}')
    unknown = [name for name in answers.get("exports", ()) if name not in exports.names()]
    if unknown:
        raise UsageError(f'there is no export "{unknown[0]}"; there are {", ".join(exports.names())}')


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
