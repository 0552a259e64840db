"""What is found wrong with a document or a schema: frozen values, with the place, the words and what was expected there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """
    What may stand at a place.

    *elements* and *attributes* are names as one writes them in a document, sorted; ``*`` stands for any name. *values* are the
    words that are written out in the schema, *types* the datatypes by name. *text* tells whether any text may stand there,
    *end* whether the element may end there.
    """

    elements: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    text: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """
    A fault at its place.

    *file* is the name of the file (of the document, or of the schema), *line* and *column* the place, both from 1 (0: not
    known), *end_line* and *end_column* where the stretch at fault ends (exclusive). *code* tells the kind, *message* what is
    wrong, *advice* what to do. *path* names the element as ``/1/3``: the third child element of the first one of the root,
    which is ``/``; *attribute* the attribute, if it is one. *expected* is what may stand there, *instead* what to write for
    the name or the value at fault, where only one thing can be meant.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    advice: str = ""
    path: str = "/"
    attribute: str = ""
    end_line: int = 0
    end_column: int = 0
    expected: Expected = Expected()
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}" + (f" {self.advice}" if self.advice else "")


class SchemaError(Exception):
    """A schema that is not one: *findings* tell the faults and their places."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings
