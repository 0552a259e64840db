"""
Checking files: one checker a file in this folder, and one report format a file in `reports`.

A checker is a module with ``CODE`` (how the codes of its findings begin), ``SUFFIXES`` (the files it is for), ``AFTER`` (the
checkers without whose consent it cannot work) and ``check(document) -> Iterator[Finding]``. The folder is the registry.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import registry, xml
from tei_edition.belonging import exported, is_transcript
from tei_edition.check import _own as own
from tei_edition.check._document import Document, Schemas
from tei_edition.check._ignored import without_ignored
from tei_edition.check._said import without_said
from tei_edition.errors import UsageError
from tei_edition.model import Position
from tei_edition.positions import path_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import ModuleType

    from tei_edition.model import Finding

__all__ = ["STDIN", "Document", "Schemas", "check", "check_bytes", "check_document", "exit_code", "files"]

DEFAULT = Schemas()
XML_NAMES = (".xml", ".tei")
"""How the names of files end that are checked when their folder is."""

STDIN = "<stdin>"
"""The name, in messages, of a file read from standard input."""


def check(paths: Iterable[Path], schemas: Schemas = DEFAULT) -> tuple[Finding, ...]:
    """
    Return what is wrong with the files at *paths*; of a folder, with every ``*.xml`` and every transcript of an edition in it.

    *schemas* tells which schemas to use instead of those the files name, or the toolkit's own. The findings come in the order of the
    files, and in a file in the order of their places. Raises `UsageError` for a path or a schema that is not there.
    """
    return tuple(finding for path in files(paths) for finding in check_bytes(xml.read(path), str(path), schemas, path))


def check_bytes(
    data: bytes,
    name: str = STDIN,
    schemas: Schemas = DEFAULT,
    path: Path | None = None,
    unsaved: Mapping[Path, bytes] | None = None,
) -> tuple[Finding, ...]:
    """
    Return what is wrong with the file whose bytes are *data* and whose name in messages is *name*, and with what it includes.

    *unsaved* holds files that it may include, by their full paths, as they are to be rather than as they stand on the disk.
    """
    return check_document(Document(name, data, path, schemas, unsaved or {}))


def check_document(document: Document) -> tuple[Finding, ...]:
    """Return what every checker for files of its kind finds in *document*, in the order of the places."""
    found: dict[str, tuple[Finding, ...]] = {}
    for name, checker in _ordered():
        if document.suffix in checker.SUFFIXES and not any(found.get(other) for other in checker.AFTER):
            found[name] = tuple(checker.check(document))
    kept = tuple(without_ignored(document, tuple(_once(document, found.values()))))
    placed = sorted((*own.note(document, kept), *kept), key=_place)
    return tuple(map(document.in_its_file, placed))


def files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """
    Return the files that *paths* name, each once: of a folder every ``*.xml`` and every transcript of an edition in it, sorted.

    Hidden files are left out, and what `build` exported.

    Raises `UsageError` for a path that is not there, and for a folder without such a file.
    """
    return tuple(dict.fromkeys(file for path in paths for file in _files(path)))


def exit_code(findings: Sequence[Finding], *, strict: bool = False) -> int:
    """Return the exit code for *findings*: 1 with an error among them (*strict*: or a warning), else 0."""
    grave = {"error", "warning"} if strict else {"error"}
    return int(any(finding.severity in grave for finding in findings))


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UsageError(f"{path}: there is no such file or folder")
    apart = exported(path)
    meant = (file for file in path.rglob("*") if _is_meant(file) and not _is_hidden(file.relative_to(path)))
    found = sorted((file for file in meant if not apart or apart.isdisjoint(file.parents)), key=lambda file: file.parts)
    if not found:
        raise UsageError(f"{path}: there is no .xml file in this folder, and no transcript of an edition")
    return found


def _is_meant(file: Path) -> bool:
    """Tell whether *file* is one that is checked when its folder is: XML, or a transcript of an edition."""
    return (file.suffix.lower() in XML_NAMES or is_transcript(file)) and file.is_file()


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _checkers() -> dict[str, ModuleType]:
    """Return the checkers by name: the modules of this folder, not the packages in it."""
    found = registry.modules(sys.modules[__name__])
    return {name: module for name, module in found.items() if not hasattr(module, "__path__")}


@cache
def _ordered() -> tuple[tuple[str, ModuleType], ...]:
    """Return the checkers by name, each after those it depends on."""
    return tuple(_in_order(_checkers()))


def _in_order(checkers: dict[str, ModuleType]) -> Iterator[tuple[str, ModuleType]]:
    """Yield *checkers* by name, each after those it depends on."""
    done: set[str] = set()
    waiting = dict(checkers)
    while waiting:
        name = next(name for name, checker in waiting.items() if done.issuperset(set(checker.AFTER) & set(checkers)))
        done.add(name)
        yield name, waiting.pop(name)


def _once(document: Document, found: Iterable[tuple[Finding, ...]]) -> Iterator[Finding]:
    """
    Yield what each checker *found*, in the order of the places, each mistake once.

    What a later checker says of an element as a whole is left out where an earlier one found a mistake in that element:
    a gap with a misspelt reason has no reason. A mistake that a later checker can mend is mended.
    """
    kept: list[Finding] = []
    for findings in found:
        before = {(finding.start, finding.end): number for number, finding in enumerate(kept)}
        faulty = {finding.element for finding in kept if finding.element}
        for finding in findings:
            same = before.get((finding.start, finding.end))
            if same is not None:
                first = kept[same]
                edits, advice = first.edits or finding.edits, first.advice or finding.advice
                kept[same] = replace(first, edits=edits, advice=advice, also=(*first.also, finding))
            elif finding.element not in faulty or not _is_of_whole(document, finding):
                kept.append(finding)
    yield from without_said(kept)


def _place(finding: Finding) -> Position:
    """Return where *finding* stands; one about the file as a whole comes first."""
    return finding.start or Position(0, 0)


def _is_of_whole(document: Document, finding: Finding) -> bool:
    """Tell whether *finding* stands at the very beginning of its element: not at an attribute, nor in the text."""
    return finding.start == document.positions.of(path_from(finding.element))
