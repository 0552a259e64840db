"""A fault in words: what is wrong, what to do, and what may stand there instead."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tei_edition.relaxng.grammar.names import written
from tei_edition.relaxng.grammar.patterns import Element
from tei_edition.relaxng.matching import repair
from tei_edition.relaxng.matching.frame import AHEAD
from tei_edition.relaxng.messages import explain_tags as of_tags
from tei_edition.relaxng.messages import words
from tei_edition.relaxng.messages.closeness import certain
from tei_edition.relaxng.messages.findings import Expected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tei_edition.relaxng.grammar.automaton import Automaton
    from tei_edition.relaxng.grammar.names import Name
    from tei_edition.relaxng.matching.faults import Fault

EXCERPT = 40
"""So many characters of a text are quoted."""


class Told(NamedTuple):
    """
    A fault in words: *message* and *advice*, and what was *expected*.

    *instead* is what to write for the name or the value at fault, where only one thing can be meant.
    """

    message: str
    advice: str
    expected: Expected
    instead: str = ""


def told(automaton: Automaton, fault: Fault) -> Told:
    """Return what *fault* is in words."""
    message, advice, expected = _BY_KIND[fault.kind](automaton, fault)
    return Told(message, " ".join(filter(None, advice)), expected, _instead(automaton, fault, expected))


def _instead(automaton: Automaton, fault: Fault, expected: Expected) -> str:
    """Return what to write for the name or the value at fault; nothing where that is not certain."""
    if fault.kind == "element" and fault.node.name not in automaton.index.by_name:
        near = [name[1] for name in repair.names_of(fault.state.firsts) if name[0] == fault.node.name[0]]
        return certain(fault.node.name[1], near, (name[1] for name in automaton.index.by_name))
    if fault.kind == "attribute":
        given = {written(name) for name in fault.node.attributes}
        return certain(written(fault.name), [name for name in expected.attributes if name not in given])
    if fault.kind == "value" and not expected.text:
        return certain(fault.node.attributes[fault.name].strip(), expected.values)
    return ""


Answer = tuple[str, list[str], Expected]


def _element(automaton: Automaton, fault: Fault) -> Answer:
    if fault.meant and fault.meant[1] == fault.node.name[1]:
        return _namespace(fault, fault.meant[0])
    if fault.node.name not in automaton.index.by_name:
        return _unknown(automaton, fault)
    return _of_root(fault) if not fault.parent else _misplaced(automaton, fault)


def _namespace(fault: Fault, wanted: str) -> Answer:
    """Return the words for an element whose namespace alone is wrong."""
    own, tag = fault.node.name[0], fault.node.tag
    where = f'the namespace "{own}"' if own else "no namespace"
    advice = f'Write xmlns="{wanted}" in its tag: without its namespace it is another element.'
    if not wanted:
        advice = "Take the namespace away: it must be in none."
    elif fault.parent and not own and fault.parent.name[0] == wanted:
        advice = 'Take xmlns="" away from its tag.'
    elif own and fault.node.prefix:
        advice = f'Declare its prefix so: xmlns:{fault.node.prefix}="{wanted}".'
    return f"<{tag}> is in {where}, and must be in another", [advice], words.content(fault.state)


def _unknown(automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    message = f"<{fault.node.tag}> is not in this schema"
    if not fault.meant:
        return message, [_here(expected, fault)], expected
    gloss = _gloss(automaton, fault.meant)
    advice = [f"Did you mean <{fault.meant[1]}>{gloss}?"]
    if not fault.state.step(fault.meant):
        advice += [f"But that cannot stand here in <{fault.parent.tag}>." if fault.parent else "", _elsewhere(automaton, fault.meant)]
    return message, advice, expected


def _of_root(fault: Fault) -> Answer:
    expected = words.content(fault.state)
    advice = f"It must begin with {words.joined(words.tags(expected.elements))}."
    return f"the document cannot begin with <{fault.node.tag}>", [advice], expected


def _misplaced(automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    assert fault.parent
    wrapper = _wrapper(automaton, fault, fault.node.name)
    if fault.outer:
        advice = [f"Close <{fault.parent.tag}> before it: in <{fault.outer.tag}> it may stand there."]
    elif wrapper:
        advice = [f"Put it into a <{wrapper}>."]
    else:
        advice = [_elsewhere(automaton, fault.node.name), _here(expected, fault)]
    return f"<{fault.node.tag}> cannot stand in <{fault.parent.tag}>", advice, expected


def _order(automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    assert fault.parent
    tag, parent = fault.node.tag, fault.parent.tag
    if not fault.blocker or not fault.before or not fault.before.step(fault.node.name):
        return f"<{tag}> cannot stand here in <{parent}>", [_here(expected, fault)], expected
    before = fault.blocker.tag
    if before == tag:
        return f"<{tag}> may stand only once in <{parent}>", ["Take one of the two out, or make one of them."], expected
    inside = any(automaton.index.holds(each, fault.node.name) for each in automaton.index.by_name.get(fault.blocker.name, ()))
    if inside:
        advice = f"Put it before that <{before}>, or into a <{before}>: perhaps a </{before}> is in the wrong place."
    else:
        wrapper = _wrapper(automaton, fault, fault.node.name)
        advice = f"Put it before <{before}>, or into a <{wrapper}> of its own." if wrapper else f"Put it before <{before}>."
    return f"<{tag}> cannot follow <{before}> in <{parent}>", [advice], expected


def _early(_automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    assert fault.parent
    wanted = _listed(expected, fault)
    return f"<{fault.node.tag}> stands too early in <{fault.parent.tag}>", [f"Before it must come {wanted}."], expected


def _missing_before(automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    assert fault.meant
    assert fault.parent
    same = [each for each in expected.elements if each == fault.meant[1]]
    missing = f"<{fault.meant[1]}>{_gloss(automaton, fault.meant)}" if len(expected.elements) == len(same) else _one_of(expected)
    return f"{missing} is missing before <{fault.node.tag}>", [f"<{fault.parent.tag}> must have it there."], expected


def _one_of(expected: Expected) -> str:
    return words.joined(words.tags(expected.elements))


def _text(automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    wrapper = _wrapper(automaton, fault, None)
    advice = f"Put it into a <{wrapper}>, or take it out." if wrapper else "Take it out, or put it into an element that may hold text."
    return f'text cannot stand directly in <{fault.node.tag}>: "{_excerpt(fault.text)}"', [advice], expected


def _content(_automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    text = _excerpt(fault.text)
    likely = of_tags.likely(fault.text.strip(), expected.values)
    return f'<{fault.node.tag}> must be {words.joined(words.may_be(expected))}, not "{text}"', [likely], expected


def _incomplete(_automaton: Automaton, fault: Fault) -> Answer:
    expected = words.content(fault.state)
    tag, wanted = fault.node.tag, _listed(expected, fault)
    if fault.meant:
        advice = f"It needs {wanted}. Perhaps the <{fault.meant[1]}> after it belongs into it, and </{tag}> after that."
        return f"<{tag}> ends too early", [advice], expected
    if any(not isinstance(item, str) or item.strip() for item in fault.node.items):
        return f"<{tag}> ends too early", [f"There must follow {wanted}."], expected
    return f"<{tag}> is empty", [f"It needs {wanted}."], expected


def _here(expected: Expected, fault: Fault) -> str:
    """Return the sentence that says what may stand at a place."""
    listed = _listed(expected, fault)
    if listed:
        return f"Here may stand {listed}."
    return f"Here <{fault.parent.tag}> must end." if fault.parent else ""


def _listed(expected: Expected, fault: Fault) -> str:
    """Return what may stand at a place, in a list; of many, what the document has most often comes first."""
    count = Counter({written(name): number for name, number in fault.common.items()})
    names = expected.elements
    if len(names) > words.SHOWN:
        names = tuple(sorted(names, key=lambda name: (-count[name], name)))
    return words.joined(words.may_stand(replace(expected, elements=names)))


def _elsewhere(automaton: Automaton, name: Name) -> str:
    """Return the sentence that says which elements may hold one called *name*."""
    names = words.names_of(automaton.index.parents(name), Element)
    return f"<{name[1]}> may stand in {words.joined(words.tags(names))}." if names else ""


def _wrapper(automaton: Automaton, fault: Fault, name: Name | None) -> str:
    """
    Return the element that may stand at the place of *fault* and may hold what stands there: one called *name*, or text.

    Of several, the one after which the most of what follows may stand, and the parent may end; of these the one that the
    document has most often.
    """
    index = automaton.index
    options = [part for part in fault.state.firsts if isinstance(part, Element) and part.names.name]
    fitting = [part for part in options if (index.holds_text(part) if name is None else index.holds(part, name))]
    rated = sorted(fitting, key=lambda part: (*_misfit(fault, part), *_rareness(automaton, fault, part), part.names.name))
    return rated[0].names.name[1] if rated and rated[0].names.name else ""


def _misfit(fault: Fault, part: Element) -> tuple[int, bool]:
    """Return how badly the rest of the parent fits after *part*: less of it, and an end that may not be, fit worse."""
    if fault.kind == "order":
        return 0, False
    parent = fault.node if fault.kind == "text" else fault.parent
    items = [item.name for item in parent.items if not isinstance(item, str)] if parent else []
    coming = items[fault.gap :][:AHEAD]
    step = fault.state.step(part.names.name) if part.names.name else None
    after = step.after if step else None
    return -repair.passed(after, coming), not (after and after.ends)


def _rareness(automaton: Automaton, fault: Fault, part: Element) -> tuple[int, int]:
    """Return how rare *part* is, in the document of *fault* and in the schema."""
    name = part.names.name or ("", "")
    return -fault.common[name], -len(automaton.index.parents(name))


def _gloss(automaton: Automaton, name: Name) -> str:
    return next(filter(None, (words.gloss(part.doc) for part in automaton.index.by_name.get(name, ()))), "")


def _excerpt(text: str) -> str:
    """Return the beginning of *text*, blanks and line ends made one blank."""
    plain = " ".join(text.split())
    return plain if len(plain) <= EXCERPT else plain[:EXCERPT].rstrip() + "…"


def _of_tag(make: Callable[[Fault], tuple[str, Iterable[str], Expected]]) -> Callable[[Automaton, Fault], Answer]:
    def answer(_automaton: Automaton, fault: Fault) -> Answer:
        message, advice, expected = make(fault)
        return message, list(advice), expected

    return answer


_BY_KIND: dict[str, Callable[[Automaton, Fault], Answer]] = {
    "element": _element,
    "order": _order,
    "early": _early,
    "missing-before": _missing_before,
    "text": _text,
    "content": _content,
    "incomplete": _incomplete,
    "attribute": _of_tag(of_tags.attribute),
    "beside": _of_tag(of_tags.beside),
    "value": of_tags.value,
    "missing": _of_tag(of_tags.missing),
    "id-twice": _of_tag(of_tags.id_twice),
    "id-missing": _of_tag(of_tags.id_missing),
}
