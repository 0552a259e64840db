"""What in a document does not fit a grammar: each mistake once, with what may stand in its place."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tei_edition.check import _patterns as patterns
from tei_edition.check._patterns import EMPTY, NOTHING, TEXT, Attribute, Element, Name, Value, written
from tei_edition.positions import path_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.check._grammar import Grammar
    from tei_edition.check._patterns import Pattern
    from tei_edition.positions import Path

SHOWN = 12
"""So many names are listed before "and others"."""

CLOSE = 0.6
"""How like a name must be to be suggested (`difflib`'s ratio)."""

What = Literal["element", "attribute", "value", "missing", "text", "schema"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """
    Something that does not fit: the element at *path*, or its *attribute*, or the text in it.

    *what* is ``element`` (not allowed), ``attribute`` (not allowed), ``value`` (of an attribute, or of the element),
    ``missing`` (an attribute, or content *at_end* of the element) or ``text`` (not allowed, after *gap* child elements);
    ``schema`` is what libxml2 alone finds.
    """

    what: What
    path: Path
    message: str
    advice: str = ""
    attribute: str | None = None
    at_end: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """
    What was seen of a document: its *misfits*.

    Not *exact*: the grammar has several elements of one name that can stand at one place, and each of them was allowed to
    hold what any of them may hold, so that a misfit may be missing here.
    """

    misfits: tuple[Misfit, ...]
    exact: bool = True


@dataclass(frozen=True, slots=True)
class _Task:
    """An element still to be looked at, with what it was taken for."""

    element: etree._Element
    taken: tuple[Element, ...]


def explain(grammar: Grammar, root: etree._Element) -> Look:
    """Return what in the tree of *root* does not fit *grammar*, element by element from the outside in."""
    misfits, exact, taken = [], True, patterns.after_element(grammar.start, name_of(root))[1]
    if not taken:
        starts = patterns.firsts(grammar.start)
        advice = _root_advice(starts, _tag(root))
        misfits.append(Misfit("element", (), f"the document cannot be a <{_tag(root)}>", advice))
        taken = grammar.declared(name_of(root))
    tasks = [_Task(root, taken)]
    while tasks:
        task = tasks.pop()
        if task.taken:
            exact = exact and len({grammar.content((element,)) for element in task.taken}) == 1
            walk = _Walk(grammar, task.element, [])
            misfits.extend(walk.misfits(grammar.content(task.taken)))
            tasks.extend(reversed(walk.inner))
    return Look(tuple(misfits), exact)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The look at one element; *inner* collects its child elements, with what each was taken for."""

    grammar: Grammar
    element: etree._Element
    inner: list[_Task]

    def misfits(self, content: Pattern) -> Iterator[Misfit]:
        """Yield what does not fit *content*: attributes first, then the content from beginning to end."""
        rest = content
        for attribute, value in self.element.attrib.items():
            taken, misfit = self._attribute(rest, str(attribute), str(value))
            if misfit:
                yield misfit
            rest = taken
        needed = sorted(patterns.needed_attributes(rest))
        if needed:
            message = f"<{_tag(self.element)}> lacks the attribute{'s' if needed[1:] else ''} {' and '.join(needed)}"
            advice = " ".join(f'{name.split(" or ")[0]}="..."' for name in needed)
            yield Misfit("missing", path_of(self.element), message, f"Write {advice} in the tag.")
        yield from self._content(patterns.without_attributes(rest, EMPTY if needed else NOTHING))

    def _attribute(self, content: Pattern, key: str, value: str) -> tuple[Pattern, Misfit | None]:
        """Return what is left after an attribute, and the misfit if it does not fit."""
        name = _split(key)
        known = [part for part in patterns.leaves(content) if isinstance(part, Attribute)]
        named = [part for part in known if name in part.names]
        if not named:
            return content, self._unknown_attribute(known, name, key)
        fitting = frozenset(part for part in named if patterns.fits(part.value, value))
        if not fitting:
            message = f'{written(name)}="{value}" is not a value it may have'
            misfit = Misfit("value", path_of(self.element), message, _values(named, value), attribute=key)
            return patterns.after_attribute(content, frozenset(named)), misfit
        rest = patterns.after_attribute(content, fitting)
        if rest is NOTHING:
            message = f"{written(name)} cannot stand beside the other attributes of <{_tag(self.element)}>"
            return content, Misfit("attribute", path_of(self.element), message, "Take one of them out.", attribute=key)
        return rest, None

    def _unknown_attribute(self, known: list[Attribute], name: Name, key: str) -> Misfit:
        names = [written(each) for part in known for each in part.names.names()]
        message = f"<{_tag(self.element)}> has no attribute {written(name)}"
        advice = _suggestion(written(name), names) or _may("It may have", sorted(set(names)))
        return Misfit("attribute", path_of(self.element), message, advice, attribute=key)

    def _content(self, content: Pattern) -> Iterator[Misfit]:
        if not any(isinstance(child.tag, str) for child in self.element):
            yield from self._leaf(content, "".join(_texts(self.element)))
            return
        rest, ill, gap = content, False, 0
        for item in _items(self.element):
            if isinstance(item, str):
                rest, misfit = self._text(rest, gap)
            else:
                gap += 1
                rest, misfit = self._child(rest, item)
            if misfit:
                yield misfit
                ill = True
        if not rest.nullable and not ill:
            yield self._incomplete(rest)

    def _text(self, content: Pattern, gap: int) -> tuple[Pattern, Misfit | None]:
        rest = patterns.after_text(content, "x")
        return (content, self._no_text(gap)) if rest is NOTHING else (rest, None)

    def _leaf(self, content: Pattern, text: str) -> Iterator[Misfit]:
        """Yield what is wrong with an element without child elements."""
        if patterns.fits(content, text):
            return
        if not text.strip():
            yield self._incomplete(content)
        elif any(not isinstance(part, Element) and part not in {EMPTY, TEXT} for part in patterns.firsts(content)):
            message = f'"{text.strip()}" is not what <{_tag(self.element)}> may hold'
            yield Misfit("value", path_of(self.element), message, _values_of(content, text.strip()))
        elif patterns.after_text(content, text) is NOTHING:
            yield self._no_text()
        else:
            yield self._incomplete(patterns.after_text(content, text))

    def _no_text(self, gap: int = 0) -> Misfit:
        message = f"text cannot stand directly in <{_tag(self.element)}>"
        return Misfit("text", path_of(self.element), message, "Put it into an element that may hold text, or take it out.", gap=gap)

    def _incomplete(self, rest: Pattern) -> Misfit:
        message = f"<{_tag(self.element)}> is not complete"
        wanted = _names(patterns.firsts(rest))
        return Misfit("missing", path_of(self.element), message, _may("There must follow", wanted), at_end=True)

    def _child(self, content: Pattern, child: etree._Element) -> tuple[Pattern, Misfit | None]:
        """Return what is left of *content* after *child*, and the misfit if it does not fit."""
        name = name_of(child)
        rest, taken = patterns.after_element(content, name)
        if rest is not NOTHING:
            self.inner.append(_Task(child, taken))
            return rest, None
        if name[1] not in self.grammar.element_names:
            return self._unknown(content, child)
        self.inner.append(_Task(child, self.grammar.declared(name)))
        return self._misplaced(content, child)

    def _unknown(self, content: Pattern, child: etree._Element) -> tuple[Pattern, Misfit]:
        """Return the misfit for a name that no element has; a name much like it is taken to be meant."""
        wanted = _names(patterns.firsts(content))
        meant = get_close_matches(_tag(child), wanted, 1, CLOSE) or _regardless_of_case(_tag(child), wanted)
        message = f"there is no element <{_tag(child)}>"
        advice = _suggestion(_tag(child), wanted) or _suggestion(_tag(child), self.grammar.element_names)
        misfit = Misfit("element", path_of(child), message, advice or _may(f"In <{_tag(self.element)}> may stand here", wanted))
        if not meant:
            return content, misfit
        rest, taken = patterns.after_element(content, (name_of(self.element)[0], meant[0]))
        self.inner.append(_Task(child, taken))
        return (content if rest is NOTHING else rest), misfit

    def _misplaced(self, content: Pattern, child: etree._Element) -> tuple[Pattern, Misfit]:
        """Return the misfit for an element that cannot stand here, looking whether only one before it is missing."""
        tag, parent, name = _tag(child), _tag(self.element), name_of(child)
        for part in patterns.firsts(content):
            for missing in part.names.names() if isinstance(part, Element) else ():
                rest = patterns.after_element(patterns.after_element(content, missing)[0], name)[0]
                if rest is not NOTHING:
                    message = f"<{missing[1]}> is missing before <{tag}>"
                    return rest, Misfit("missing", path_of(child), message, f"<{parent}> must have it there.")
        message = f"<{tag}> cannot stand here in <{parent}>"
        if child.tag == etree.QName(child).localname and name_of(self.element)[0]:
            return content, Misfit("element", path_of(child), message, 'It is in no namespace: take xmlns="" away.')
        return content, Misfit("element", path_of(child), message, _may("Here may stand", _names(patterns.firsts(content))))


def name_of(element: etree._Element) -> Name:
    """Return namespace and local name of *element*."""
    return _split(str(element.tag))


def _split(tag: str) -> Name:
    if not tag.startswith("{"):
        return "", tag
    namespace, _, local = tag[1:].partition("}")
    return namespace, local


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts directly in *element*; what stands in a comment is none."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _root_advice(starts: Iterable[Pattern], tag: str) -> str:
    """Return what the root may be; that only the namespace is wrong, if so."""
    names = {name[1]: name[0] for part in starts if isinstance(part, Element) for name in part.names.names()}
    if tag in names:
        return f'Write xmlns="{names[tag]}" in its tag: without its namespace it is another element.'
    return _suggestion(tag, names) or _may("It may be", sorted(names))


def _items(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield the texts (but blank ones) and child elements in *element* in their order."""
    if (element.text or "").strip():
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if (child.tail or "").strip():
            yield child.tail or ""


def _names(parts: Iterable[Pattern]) -> list[str]:
    """Return the names of the elements among *parts*, sorted, with "text" last where text may stand."""
    listed = list(parts)
    names = {name[1] for part in listed if isinstance(part, Element) for name in part.names.names()}
    return [*sorted(names), *(["text"] if TEXT in listed else [])]


def _may(beginning: str, names: list[str]) -> str:
    if not names:
        return "Nothing may follow here."
    shown = ", ".join(names[:SHOWN])
    return f"{beginning}: {shown}" + (f" and {len(names) - SHOWN} others." if names[SHOWN:] else ".")


def _suggestion(name: str, names: Iterable[str]) -> str:
    """Return the question whether a name much like *name* was meant."""
    listed = sorted(set(names))
    found = get_close_matches(name, listed, 1, CLOSE) or _regardless_of_case(name, listed)
    return f"Did you mean {found[0]}?" if found else ""


def _regardless_of_case(name: str, names: Iterable[str]) -> list[str]:
    return [each for each in names if each.lower() == name.lower()]


def _values(attributes: list[Attribute], value: str) -> str:
    return _values_of(patterns.choice(*(attribute.value for attribute in attributes)), value)


def _values_of(pattern: Pattern, value: str) -> str:
    """Return what *pattern* allows instead of *value*."""
    words = [part.text for part in patterns.leaves(pattern) if isinstance(part, Value)]
    types = [part.type_ for part in patterns.leaves(pattern) if isinstance(part, patterns.Data)]
    if words:
        return " ".join(filter(None, (_suggestion(value, words), _may("It may be", sorted(set(words))))))
    return f"It must be {' or '.join(sorted({_TYPES.get(name, f'of the type {name}') for name in types}))}." if types else ""


_TYPES = {
    "anyURI": "an address, or # and an id",
    "NCName": "a name without blanks and colons that begins with a letter",
    "Name": "a name without blanks that begins with a letter",
    "ID": "a name without blanks and colons that begins with a letter",
    "IDREF": "the id of an element",
    "language": "a language such as en or ru",
    "boolean": "true or false",
    "date": "a date such as 1986-11-13",
    "gYear": "a year such as 1986",
    "gYearMonth": "a month such as 1986-11",
    "time": "a time such as 14:30:00",
    "dateTime": "a date with a time, such as 1986-11-13T14:30:00",
    "decimal": "a number",
    "double": "a number",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0",
    "positiveInteger": "a whole number from 1",
    "token": "a word as TEI wants it there, without blanks",
    "string": "another text",
}
