"""The matcher and jing: the same verdict on every document, the same first fault, and the same expected in its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import relaxng
from tei_edition.check.relaxng import OWN
from tei_edition.positions import Positions, path_from
from tests import jing
from tests.conftest import SHARED, shared
from tests.grammar_documents import Making
from tests.mutants import mutants, shortened
from tests.random_schemas import Chance

MUTANTS = 5_000
MUTANTS_OF_ONE = 14
PARTS = 4
"""The mutants are made and compared in so many parts, which can run side by side."""

SIZE = 45_000
"""The longest edition of which mutants are made, in bytes."""

SCHEMAS = sorted(str(path.relative_to(SHARED)) for path in [*SHARED.glob("tei/rng/*.rng"), *SHARED.glob("platforms/*/*.rng")])


@dataclass
class Tally:
    """What was compared: of *faulty* documents, *astray* names those whose first fault jing sees elsewhere."""

    schema: relaxng.Schema
    verdicts: list[str] = field(default_factory=list)
    faulty: int = 0
    astray: list[str] = field(default_factory=list)
    listed: int = 0
    otherwise: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def compare(self, path: Path, said: list[jing.Said]) -> None:
        """Compare what is found in the file *path* with what jing *said*."""
        found = self.schema.validate(path)
        if bool(found) != bool(said):
            self.verdicts.append(f"{path.name}: {[*map(str, found)][:1]} {said[:1]}")
        if not found or not said:
            return
        if said[0].message == TEXT_BEFORE_AN_ELEMENT and found[0].code == "rng-element":
            return
        self.faulty += 1
        self.kinds[found[0].code] += 1
        if not any(is_there(path.read_bytes(), found[0], one) for one in said[:1]):
            self.astray.append(f"{found[0]} {found[0].path} {said[0]}")
            return
        expected, ours = said[0].expected, expected_of(found[0])
        if expected is not None and found[0].code != "rng-value":
            self.listed += 1
            if expected != ours:
                self.otherwise.append(f"{found[0]} {expected ^ ours} {said[0]}")


def is_there(data: bytes, found: relaxng.Finding, said: jing.Said) -> bool:
    """Tell whether jing names the place of *found*: the end of its start tag, of its text, or of its end tag."""
    positions = Positions.read(data)
    path = path_from(found.path)
    if found.code == "rng-text" or "text not allowed" in said.message:
        start = (found.line, found.column)
        return found.code == "rng-text" and start <= (said.line, said.column) <= after(positions, found)
    places = [positions.range(path)[1], positions.range(path, part="end")[1]]
    return (said.line, utf16(positions, said)) in [(place.line, place.column) for place in places]


def utf16(positions: Positions, said: jing.Said) -> int:
    """Return jing's column, which counts UTF-16, in code points."""
    before = positions.text.line(said.line).encode("utf-16-le")[: 2 * (said.column - 1)]
    return len(before.decode("utf-16-le", "replace")) + 1


def after(positions: Positions, found: relaxng.Finding) -> tuple[int, int]:
    """Return the end of the tag that follows the text at fault: where jing sees it."""
    data = positions.text.data
    start = positions.text.line_starts[found.line - 1]
    index = start + len(positions.text.line(found.line)[: found.column - 1].encode())
    end = re.compile(rb"[^<]*<[^>]*>").match(data, index)
    place = positions.text.position(end.end() if end else index)
    return place.line, place.column


def expected_of(found: relaxng.Finding) -> set[str]:
    """Return what *found* expected, in the way of `jing.Said.expected`."""
    expected = found.expected
    names = {name.rpartition(":")[2] for name in (*expected.elements, *expected.attributes)} - {"*"}
    return names | ({"#text"} if expected.text else set()) | ({"#end"} if expected.end else set())


TEXT_BEFORE_AN_ELEMENT = "text not allowed here; expected data"
"""
Where text and an element stand in an element for a value, jing has the text at fault, here it is the element.

Section 6.2.7 of the specification has neither fit; the text alone would, and the element never.
"""


def agrees(tally: Tally) -> None:
    """Assert that all verdicts are the same, 99 of 100 first faults at the same element, and what is expected there."""
    assert not tally.verdicts
    assert len(tally.astray) <= tally.faulty // 100, tally.astray
    assert not tally.otherwise


@pytest.mark.parametrize("name", SCHEMAS)
def test_editions(name):
    """Real editions, valid by one schema and full of faults by the others."""
    paths = sorted(shared("gold/dev").glob("*.xml"))
    said = jing.run(shared(name), paths)
    tally = Tally(relaxng.load(shared(name)))
    for path in paths:
        tally.compare(path, said.get(path, []))

    agrees(tally)


@pytest.mark.parametrize("name", [*SCHEMAS, ""])
def test_documents_of_a_grammar(name, tmp_path):
    """A document made from a grammar is valid by it and by jing; with a mistake in it both see the same. (The last is ours.)"""
    schema = shared(name) if name else OWN
    making = Making(relaxng.load(schema).grammar, 1)
    made: list[Path] = []
    for number in range(12):
        document = making.document()
        for tree in [document, *mutants(document, number, MUTANTS_OF_ONE)]:
            made.append(tmp_path / f"{len(made)}.xml")
            made[-1].write_bytes(etree.tostring(tree, encoding="utf-8"))
    said = jing.run(schema, made)
    tally = Tally(relaxng.load(schema))
    for path in made:
        tally.compare(path, said.get(path, []))

    assert not {path: said[path] for path in made[:: MUTANTS_OF_ONE + 1] if path in said}
    agrees(tally)


@pytest.mark.parametrize("seed", range(16))
def test_random_schemas(seed, tmp_path):
    """A schema made at random is refused if jing refuses it; else both have the same verdict on documents made at random."""
    chance = Chance(seed)
    (tmp_path / "s.rng").write_text(chance.schema())
    paths = [tmp_path / f"{number}.xml" for number in range(100)]
    for path in paths:
        path.write_text(chance.document())
    said = jing.run(tmp_path / "s.rng", paths)
    try:
        schema = relaxng.load(tmp_path / "s.rng", cache=False)
    except relaxng.SchemaError:
        assert tmp_path / "s.rng" in said
        return

    assert {path for path in paths if schema.validate(path)} == set(said)


@pytest.mark.parametrize("part", range(PARTS))
def test_mutants(part, tmp_path):
    """Documents with one mistake each: a name, a place, an attribute, a value, a text."""
    schema = shared("tei/rng/tei_all.rng")
    paths = sorted(path for path in shared("gold/dev").glob("*.xml") if path.stat().st_size < SIZE)
    made: list[Path] = []
    for seed, path in enumerate(paths[part::PARTS]):
        number = MUTANTS // len(paths) + 1
        for tree in mutants(shortened(etree.parse(path).getroot()), seed * PARTS + part, number):
            made.append(tmp_path / f"{path.stem}-{len(made)}.xml")
            made[-1].write_bytes(etree.tostring(tree, encoding="utf-8"))
    said = jing.run(schema, made)
    tally = Tally(relaxng.load(schema))
    for path in made:
        tally.compare(path, said.get(path, []))

    agrees(tally)
    assert tally.faulty > len(made) // 3
    assert len(tally.kinds) >= 5
    assert tally.listed > tally.faulty // 2
