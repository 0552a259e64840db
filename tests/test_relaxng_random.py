from __future__ import annotations

from random import Random

from tei_edition.relaxng import Schema, SchemaError, load
from tests.relaxng.oracle import Case, jing
from tests.relaxng.random_grammars import Maker, RandomGrammar, Writer
from tests.relaxng.shapes import shape

COUNT = 400
"""So many grammars are tried, with eight documents each."""


def grammars(count: int, seed: int = 1) -> list[tuple[RandomGrammar, list[str]]]:
    random = Random(seed)
    found = []
    for _ in range(count):
        grammar = Maker(random, random.choice([0.0, 0.0, 0.05])).grammar()
        writer = Writer(random, grammar)
        found.append((grammar, [writer.document() for _ in range(8)]))
    return found


def loaded(schema: str) -> Schema | None:
    try:
        return load(schema, cache=False, ids=False)
    except SchemaError:
        return None


def test_both_syntaxes_mean_the_same():
    """A grammar written in the compact syntax has the simple form of the same grammar in the XML syntax, or both are refused."""
    for grammar, _ in grammars(COUNT):
        one, other = loaded(grammar.xml()), loaded(grammar.compact())
        assert (one and shape(one.grammar)) == (other and shape(other.grammar)), grammar.compact()


def test_verdicts_on_random_grammars(tmp_path):
    """jing finds the same grammars correct and the same documents valid; of those that fit, many are, and of each kind there are some."""
    made = grammars(COUNT)
    verdicts = jing([Case(grammar.xml(), tuple(documents)) for grammar, documents in made], tmp_path)
    correct = valid = invalid = 0
    for (grammar, documents), verdict in zip(made, verdicts, strict=True):
        schema = loaded(grammar.xml())
        assert (schema is not None) == verdict.correct, grammar.compact()
        if schema is None:
            continue
        said = [not schema.validate_string(document) for document in documents]
        assert list(zip(documents, said, strict=True)) == list(zip(documents, verdict.valid, strict=True)), grammar.compact()
        correct, valid, invalid = correct + 1, valid + sum(said), invalid + said.count(False)
    assert min(correct, COUNT - correct) > COUNT / 8
    assert min(valid, invalid) > COUNT / 2
