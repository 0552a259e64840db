"""Where data goes: to standard output, or into files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STDOUT = "-"
STDIN = "-"
TRANSCRIPTS = frozenset({".txt", ".md", ".docx", ".odt", ".html", ".pdf"})
"""The endings of files that are no TEI for sure."""



class Named(click.Path):
    """The path of a file or a folder; an empty one, such as a variable of a shell that is not set, is not the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or fail where *value* is empty."""
        if str(value) == "":
            self.fail("an empty name stands for no file and no folder; the working folder is .", param, ctx)
        return super().convert(value, param, ctx)


paths = Named(path_type=Path)

output = click.option("-o", "--output", metavar="DIR|FILE|-", type=Named(path_type=str), help="Where to write; - is standard output.")
"""The option that says where to write."""


def write(made: Mapping[str, bytes], target: str | None, *, binary: bool = False, beside: tuple[str, Sequence[bytes]] = ("", ())) -> None:
    """
    Write what was *made*, by file name, to *target*: a folder, or for one alone a file or standard output.

    Without a target one alone goes to standard output. *binary*: it is nothing to show on a terminal. *beside*: a suffix, and for
    each of the files what is written under its name with this suffix, but on standard output.
    """
    if target in (None, STDOUT):
        _show(made, binary=binary, told=target == STDOUT)
        return
    from tei_edition import files  # noqa: PLC0415 - the start of a command is to be quick

    place = Path(str(target))
    names = list(made)
    if place.is_file() and place.suffix != Path(names[0]).suffix:
        suffix = Path(names[0]).suffix
        raise click.UsageError(f"{place}: -o names a file that is there and is no {suffix}; name a {suffix} file or a folder.")
    if len(names) > 1 and (place.is_file() or (place.suffix == Path(names[0]).suffix and not place.is_dir())):
        raise click.UsageError(f"{place}: -o names a folder where there are several files to write, here {len(names)}.")
    if len(names) == 1 and not place.is_dir() and place.suffix == Path(names[0]).suffix:
        written = {place: made[names[0]]}
    else:
        written = {place / name: data for name, data in made.items()}
    more = zip(written, beside[1], strict=False)
    files.write_all({**written, **{path.with_suffix(beside[0]): data for path, data in more}})


def is_stdin(paths: Sequence[Path]) -> bool:
    """Tell whether *paths* are standard input alone. Raises `click.UsageError` where it is given together with others."""
    if STDIN not in map(str, paths):
        return False
    if len(paths) > 1:
        raise click.UsageError("- (standard input) cannot be given together with other files.")
    return True


def tei(paths: Sequence[Path]) -> dict[Path, bytes]:
    """
    Return what stands in the TEI files that *paths* name, of a folder in every ``*.xml``; ``-`` is standard input.

    Raises `UsageError` for what is not there or cannot be read, or is no XML by its name.
    """
    from tei_edition import check, xml  # noqa: PLC0415 - the start of a command is to be quick
    from tei_edition.errors import UsageError  # noqa: PLC0415

    if is_stdin(paths):
        return {Path(STDIN): sys.stdin.buffer.read()}
    found = [file for path in paths for file in check.files([path]) if path.is_file() or file.suffix == ".xml"]
    other = next((file for file in found if file.suffix.lower() in TRANSCRIPTS), None)
    if other:
        raise UsageError(f"{other}: this is a transcript and no TEI; make TEI of it first (tei-edition convert {other} -o DIR)")
    if not found:
        raise UsageError(f"{paths[0]}: there is no .xml file in this folder; what is made of transcripts is in the folder of the build")
    return {file: xml.read(file) for file in found}


def _show(made: Mapping[str, bytes], *, binary: bool, told: bool) -> None:
    """Write what was *made* to standard output."""
    if len(made) > 1 and (binary or not told):
        raise click.UsageError(f"{len(made)} files cannot go to standard output; name a folder for them with -o.")
    stream = sys.stdout.buffer
    if binary and stream.isatty() and not told:
        raise click.UsageError("this is nothing to show on a terminal; name a file or a folder with -o.")
    for data in made.values():
        stream.write(data)
    stream.flush()


def named(paths: Sequence[Path], suffix: str) -> list[str]:
    """Return a name for what is made of each of *paths*, with *suffix* (which begins with a point); no two are the same."""
    names: list[str] = []
    for path in paths:
        stem = "stdin" if str(path) == STDIN else path.stem
        name = stem if f"{stem}{suffix}" not in names else path.name
        number = 1
        while f"{name}{suffix}" in names:
            number += 1
            name = f"{path.name}-{number}"
        names.append(f"{name}{suffix}")
    return names
