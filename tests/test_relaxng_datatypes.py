from __future__ import annotations

from pathlib import Path

import pytest

from tei_edition.relaxng.datatypes import libraries as datatypes
from tei_edition.relaxng.datatypes import regex
from tei_edition.relaxng.grammar.patterns import Data, Pattern, Value
from tei_edition.relaxng.messages.findings import SchemaError
from tei_edition.relaxng.reading.load import loads
from tests.relaxng.oracle import Case, jing
from tests.relaxng.writing import character_references, leaf

ROWS = (Path(__file__).parent / "relaxng" / "datatypes.txt").read_text("utf-8")
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


def table() -> list[tuple[str, list[tuple[str, bool, bool]]]]:
    """Return each datatype with its values: text, whether it is one, whether jing says otherwise."""
    found: list[tuple[str, list[tuple[str, bool, bool]]]] = []
    for line in ROWS.splitlines():
        if line[:1] in {"+", "-"}:
            differs = line.endswith(" !")
            text = (line.removesuffix(" !") if differs else line)[2:].replace("\\n", "\n").replace("\\t", "\t")
            found[-1][1].append((text, line[0] == "+", differs))
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


def content(datatype: str) -> Pattern:
    return loads(f"element x {{ {datatype} }}".encode(), "s.rnc").contents[0]


def fits(pattern: Pattern, text: str) -> bool:
    assert isinstance(pattern, Data | Value)
    check = datatypes.checker(pattern) if isinstance(pattern, Data) else datatypes.comparer(pattern)
    return check(text, {})


@pytest.mark.parametrize(("datatype", "values"), table(), ids=[name for name, _ in table()])
def test_values_of_datatypes(datatype, values):
    """A datatype has the values that its specification gives it, and no others."""
    pattern = content(datatype)
    assert [(text, fits(pattern, text)) for text, _, _ in values] == [(text, has) for text, has, _ in values]


def test_jing_agrees_on_the_values(tmp_path):
    """jing says the same of each value, but for those marked in the table."""
    cases = [
        Case(
            f'<element name="x" xmlns="http://relaxng.org/ns/structure/1.0">{leaf(content(datatype))}</element>',
            tuple(f"<x>{character_references(text)}</x>" for text, _, _ in values),
        )
        for datatype, values in table()
    ]
    said = [verdict.valid for verdict in jing(cases, tmp_path)]
    assert said == [tuple(has != differs for _, has, differs in values) for _, values in table()]


@pytest.mark.parametrize(
    ("datatype", "fault"),
    [
        ("xsd:strin", 'there is no datatype "strin". Did you mean "string"?'),
        ('xsd:int { length = "2" }', 'there is no facet "length" of this datatype.'),
        ('xsd:string { enumeration = "a" }', 'there is no facet "enumeration" of this datatype. Write a choice (|) of value.'),
        ('xsd:string { length = "-1" }', '"-1" is not a number for length.'),
        ('xsd:int { minInclusive = "x" }', '"x" is not a value of the datatype.'),
        ('xsd:int { minInclusive = "4" maxInclusive = "2" }', "no value can lie between minInclusive and maxInclusive."),
        ('xsd:int { minInclusive = "4" minExclusive = "2" }', "minInclusive and minExclusive cannot be given both."),
        ('xsd:int { totalDigits = "0" }', '"0" is not a number for totalDigits.'),
        ('xsd:int "x"', '"x" is not of the datatype "int".'),
        ('token { length = "1" }', 'the datatype "token" has no parameters.'),
        ('xsd:string { pattern = "[" }', 'its end cannot stand in a class that "[" begins'),
        ('xsd:string { pattern = "a{" }', '"{" (character 2) begins no quantifier'),
        ('xsd:string { pattern = "a{3,2}" }', "{3,2} has its greater number first"),
        ('xsd:string { pattern = "a]" }', '"]" (character 2) cannot stand there'),
        ('xsd:string { pattern = "a)" }', '")" (character 2) closes nothing'),
        ('xsd:string { pattern = "(a" }', 'a "(" is not closed'),
        ('xsd:string { pattern = "a**" }', '"*" (character 3) cannot stand there'),
        ('xsd:string { pattern = "(?:a)" }', '"?" (character 2) cannot stand there'),
        (r'xsd:string { pattern = "\$" }', r'\ cannot stand before "$" (character 2)'),
        (r'xsd:string { pattern = "\p{Greek}" }', '"Greek" is no category or block of Unicode'),
        ('xsd:string { pattern = "[b-a]" }', "the range before"),
        ('xsd:string { pattern = "[a-b-c]" }', '"-" (character 5) cannot stand there'),
        ('xsd:string { pattern = "[a[b]]" }', '"[" (character 3) cannot stand in a class'),
    ],
)
def test_faults_of_datatypes(datatype, fault):
    """A datatype that there is not, or not so, is a fault of the schema at its place."""
    with pytest.raises(SchemaError) as error:
        content(datatype)
    assert fault in str(error.value)
    assert str(error.value).startswith("s.rnc:1:")


def test_a_regular_expression_costs_no_more_than_its_text(monkeypatch):
    """What makes others go back and back is matched in one pass, and what is kept in memory is bounded."""
    matches = regex.regex("(a|aa|b?)*[a-c]{100,200}(x|y)")
    assert matches("a" * 150 + "x")
    assert not matches("a" * 250)
    monkeypatch.setattr(regex, "LIMIT", 300)
    many = regex.regex("[^x]*(a|b).{12}")
    for number in range(500):
        many(f"{number:016b}".replace("0", "a").replace("1", "b"))
    assert len(many.made) < 500
    assert many("ab" + "c" * 11)
