"""
The cases of ``relaxng/specification``, a section of the specification a file.

A case begins with ``== correct: what it is about`` or ``== incorrect:``; then stands the schema, whose default namespace is that of
RELAX NG. After ``-- file NAME`` stands another file, after ``-- valid`` and ``-- invalid`` documents, and ``-- fault LINE:COLUMN
WORDS`` is how our message begins, and after ``-- same`` the same schema in the XML syntax. ``(jing: incorrect)`` after the verdict is what jing says, where it says otherwise, and ``(jing: stops)`` that it says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tei_edition.relaxng import SchemaError, load
from tests.relaxng.oracle import Case, jing, jing_compact
from tests.relaxng.shapes import shape

FOLDER = Path(__file__).parent / "relaxng" / "specification"
RNG = "http://relaxng.org/ns/structure/1.0"


@dataclass
class Example:
    """A case of the specification."""

    name: str
    correct: bool
    of_jing: str
    ids: bool = False
    schema: str = ""
    files: dict[str, str] = field(default_factory=dict)
    valid: list[str] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    same: str = ""

    @property
    def compact(self) -> bool:
        return not self.schema.startswith("<")


def examples() -> list[Example]:
    return [example for path in sorted(FOLDER.glob("*.txt")) for example in _read(path)]


def _read(path: Path) -> list[Example]:
    text = path.read_text("utf-8")
    assert not text.startswith("=="), "a file begins with what it is about"
    found = []
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        verdict, _, about = head.partition(": ") if "(" not in head.partition(":")[0] else head.partition("): ")
        says = re.fullmatch(r"(correct|incorrect)(?: \(jing: (correct|incorrect|stops))?", verdict)
        assert says, head
        example = Example(f"{path.stem}: {about}", says[1] == "correct", says[2] or says[1], ids="ids" in path.stem)
        _fill(example, body)
        found.append(example)
    return found


def _fill(example: Example, body: str) -> None:
    schema, *rest = re.split(r"^-- ", body, flags=re.MULTILINE)
    example.schema = _declared(schema.strip("\n"))
    for each in rest:
        kind, _, content = each.partition("\n")
        content = content.strip("\n")
        if kind.startswith("file "):
            example.files[kind.removeprefix("file ")] = _declared(content)
        elif kind == "same":
            example.same = _declared(content)
        elif kind.startswith("fault "):
            example.faults.append(kind.removeprefix("fault "))
        else:
            documents = re.split(r"\n(?=<)(?!</)", content)
            (example.valid if kind == "valid" else example.invalid).extend(documents)


def _declared(schema: str) -> str:
    """Return *schema* with the namespace of RELAX NG declared after the name of its root."""
    tag = re.match(r"<(\w+)[^>]*>", schema)
    return schema if not tag or "xmlns=" in tag[0] else f'<{tag[1]} xmlns="{RNG}"{schema[tag.end(1) :]}'


def place(example: Example, folder: Path) -> Path:
    for name, text in example.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    schema = folder / ("s.rnc" if example.compact else "s.rng")
    schema.write_text(example.schema, "utf-8")
    return schema


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_examples(example, tmp_path):
    """A schema is correct or not, and a document valid or not, as the specification says."""
    schema = place(example, tmp_path)
    if example.correct:
        loaded = load(schema, cache=False, ids=example.ids)
        if example.same:
            assert shape(loaded.grammar) == shape(load(example.same, cache=False).grammar)
        assert [text for text in example.valid if loaded.validate_string(text)] == []
        assert [text for text in example.invalid if not loaded.validate_string(text)] == []
        return
    with pytest.raises(SchemaError) as error:
        load(schema, cache=False, ids=example.ids)
    said = [str(finding).removeprefix(f"{tmp_path}/").removeprefix("s.rng:").removeprefix("s.rnc:") for finding in error.value.findings]
    moved = len(f' xmlns="{RNG}"')
    for fault in example.faults:
        where, _, words = fault.partition(" ")
        assert [each for each in said if _same_place(each, where, moved) and words in each], said


def _same_place(said: str, where: str, moved: int) -> bool:
    """Tell whether *said* is at *where*, in the first line of which the declaration of the namespace was put in."""
    if not where[0].isdigit():
        file, line, column = where.split(":")
    else:
        file, (line, column) = "", where.split(":")
    shifted = int(column) + (moved if line == "1" and int(column) > 1 else 0)
    prefix = f"{file}:" if file else ""
    return said.startswith((f"{prefix}{line}:{column}: ", f"{prefix}{line}:{shifted}: "))


@pytest.mark.parametrize("ids", [False, True])
def test_jing_agrees_on_the_examples(tmp_path, ids):
    """jing gives the same verdict on every schema and document, but for those where the example says otherwise."""
    asked = [each for each in examples() if (each.same or not each.compact) and each.of_jing != "stops" and each.ids == ids]
    cases = [Case(each.same or each.schema, (*each.valid, *each.invalid), tuple(each.files.items())) for each in asked]
    differing = []
    for example, verdict in zip(asked, jing(cases, tmp_path, ids=ids), strict=True):
        expected = [True] * len(example.valid) + [False] * len(example.invalid)
        if verdict.correct != (bool(example.same) or example.of_jing == "correct"):
            differing.append(f"{example.name}: {verdict.correct}")
        elif verdict.correct and list(verdict.valid) != expected:
            differing.append(f"{example.name}: {verdict.valid}")
    assert differing == []


def test_jing_agrees_on_the_compact_syntax(tmp_path):
    """jing finds the same schemas in the compact syntax correct, but for those where the example says otherwise."""
    asked = [each for each in examples() if each.compact]
    folders = [tmp_path / f"{number:03}" for number in range(len(asked))]
    for example, folder in zip(asked, folders, strict=True):
        folder.mkdir()
        place(example, folder)
    said = jing_compact([folder / "s.rnc" for folder in folders], tmp_path)
    assert [(each.name, ok) for each, ok in zip(asked, said, strict=True)] == [(each.name, each.of_jing == "correct") for each in asked]
