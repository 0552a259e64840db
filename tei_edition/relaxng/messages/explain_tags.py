"""The faults of a start tag in words: an attribute that is not known, wrong, or missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.names import written
from tei_edition.relaxng.grammar.patterns import Attribute, OneOrMore, Words
from tei_edition.relaxng.matching.tags import needed
from tei_edition.relaxng.messages import words
from tei_edition.relaxng.messages.closeness import word
from tei_edition.relaxng.messages.findings import Expected

if TYPE_CHECKING:
    from tei_edition.relaxng.grammar.automaton import Automaton
    from tei_edition.relaxng.grammar.patterns import Pattern
    from tei_edition.relaxng.matching.faults import Fault

XSI = "http://www.w3.org/2001/XMLSchema-instance"

Answer = tuple[str, list[str], Expected]


def attribute(fault: Fault) -> Answer:
    """Return the words for an attribute that the element has not."""
    expected = words.attributes(fault.state)
    message = f"<{fault.node.tag}> has no attribute {_as_written(fault)}"
    if fault.meant:
        return message, [f"Did you mean {written(fault.meant)}{_gloss(fault)}?"], expected
    if fault.name[0] == XSI:
        return message, ["It is of XML Schema, by which this is not checked: take it out."], expected
    listed = words.joined(expected.attributes)
    return (
        message,
        [
            f"It may have {listed}."
            if listed
            else "It may have no other."
            if fault.node.attributes.keys() - {fault.name}
            else "It may have none.",
            *_foreign(fault),
        ],
        expected,
    )


def _as_written(fault: Fault) -> str:
    """Return the name of the attribute at fault with the prefix that stands before it."""
    space, local = fault.name
    prefixes = sorted(prefix for prefix, uri in fault.node.namespaces.items() if uri == space and prefix)
    return f"{prefixes[0]}:{local}" if space and prefixes else written(fault.name)


def _foreign(fault: Fault) -> list[str]:
    """Return the advice for an attribute of another namespace that has the name of one the element may have."""
    space, local = fault.name
    same = [each for each in words.attributes(fault.state).attributes if each.rpartition(":")[2] == local]
    return [f"Write {same[0]} instead."] if same and space else []


def beside(fault: Fault) -> Answer:
    """Return the words for an attribute that cannot stand beside another."""
    expected = words.attributes(fault.state)
    name = written(fault.name)
    other = written(fault.meant) if fault.meant else "the other attributes"
    return f"{name} cannot stand beside {other} in <{fault.node.tag}>", ["Take one of them out."], expected


def value(automaton: Automaton, fault: Fault) -> Answer:
    """Return the words for an attribute that has a value it may not have."""
    parts = fault.state.known(fault.name)
    expected = words.value(parts)
    text, name = fault.node.attributes[fault.name], written(fault.name)
    listed = words.joined(words.may_be(expected))
    wrong = _wrong_words(automaton, [part.value for part in parts], text, fault)
    if len(text.split()) > 1 and wrong:
        verb = "is no value" if len(wrong) == 1 else "are no values"
        quoted = words.joined([f'"{each}"' for each in wrong], "and")
        return f"{quoted} in {name} {verb} it may have", [f"Each must be {listed}.", likely(wrong[0], expected.values)], expected
    if not text.strip():
        return f"{name} is empty, and must be {listed}", ["Give it a value, or take it out."], expected
    return f'{name} must be {listed}, not "{text}"', [likely(text.strip(), expected.values), *_date(text)], expected


def _wrong_words(automaton: Automaton, values: list[Pattern], text: str, fault: Fault) -> list[str]:
    """Return the words of *text* that no list among *values* may hold, whatever stands beside them."""
    lists = [part.inner for pattern in values for part in steps.leaves(pattern) if isinstance(part, Words)]
    leaves = [leaf for inner in lists for leaf in steps.leaves(inner)]
    if not any(isinstance(inner, OneOrMore) for inner in lists):
        return []
    fits = automaton.values.fits
    return [each for each in text.split() if not any(fits(leaf, each, fault.node.namespaces) for leaf in leaves)]


_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


def _date(text: str) -> list[str]:
    """Return the advice for a date that is none: written day first, or of a day that is none."""
    whole = _WHOLE.fullmatch(text.strip())
    if whole:
        return ["There is no such day."]
    match = _DOTTED.fullmatch(text.strip())
    if not match or int(match[2]) > 12:  # noqa: PLR2004 - a year has twelve months
        return []
    return [f"Write the year first: {match[3]}-{int(match[2]):02}-{int(match[1]):02}, if it is day, month, year."]


def missing(fault: Fault) -> Answer:
    """Return the words for a tag that lacks attributes."""
    needs = needed(fault.state.pattern)
    names = [words.joined(words.names_of(need, Attribute)) for need in needs]
    message = f"<{fault.node.tag}> lacks the attribute{'s' if names[1:] else ''} {words.joined(names, 'and')}"
    samples = [_sample(need[0]) for need in needs]
    expected = Expected(attributes=tuple(sorted({name for need in needs for name in words.names_of(need, Attribute)})))
    choices = [f"{name} must be {words.joined(words.may_be(words.value(need)))}." for name, need in zip(names, needs, strict=True)]
    advice = [f"Write {' '.join(samples)} in its tag.", *(each for each in choices if "any text" not in each)]
    return message, advice, expected


def id_twice(fault: Fault) -> Answer:
    """Return the words for an id that is given a second time."""
    line = f"; the first is in line {fault.blocker.line}" if fault.blocker and fault.blocker.line else ""
    return f'{written(fault.name)}="{fault.text}" is given a second time{line}', ["Give one of the two another id."], Expected()


def id_missing(fault: Fault) -> Answer:
    """Return the words for a reference to an id that is not given."""
    advice = f'Did you mean "{fault.meant[1]}"?' if fault.meant else "Correct it, or give the element that is meant this id."
    return f'{written(fault.name)} refers to "{fault.text}", and no element has this id', [advice], Expected()


def _sample(part: Attribute) -> str:
    name = written(part.names.name) if part.names.name else "..."
    return f'{name}="..."'


def _gloss(fault: Fault) -> str:
    parts = fault.state.known(fault.meant) if fault.meant else ()
    return next(filter(None, (words.gloss(part.doc) for part in parts)), "")


def likely(text: str, values: tuple[str, ...]) -> str:
    """Return the question whether one of *values* much like *text* was meant."""
    found = word(text, values)
    return f'Did you mean "{found}"?' if found else ""
