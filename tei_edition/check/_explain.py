"""What in a document does not fit a grammar: each mistake once, with what may stand in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tei_edition.check import _steps as steps
from tei_edition.check import _words as words
from tei_edition.check._patterns import EMPTY, NOTHING, TEXT, Attribute, Element, Name, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check._grammar import Grammar
    from tei_edition.check._patterns import Pattern
    from tei_edition.positions import Path

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
    path: Path = ()


def explain(grammar: Grammar, root: etree._Element) -> Look:
    """Return what in the tree of *root* does not fit *grammar*, element by element from the outside in."""
    misfits, exact, taken = [], True, steps.after_element(grammar.start, name_of(root))[1]
    if not taken:
        starts = steps.firsts(grammar.start)
        advice = words.root_advice(starts, _tag(root))
        misfits.append(Misfit("element", (), f"the document cannot be a <{_tag(root)}>", advice))
        taken = grammar.declared(name_of(root))
    tasks = [_Task(root, taken)]
    while tasks:
        task = tasks.pop()
        if task.taken:
            exact = exact and len({grammar.content((element,)) for element in task.taken}) == 1
            walk = _Walk(grammar, task.element, task.path, [])
            misfits.extend(walk.misfits(grammar.content(task.taken)))
            tasks.extend(reversed(walk.inner))
    return Look(tuple(misfits), exact)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The look at one element; *inner* collects its child elements, with what each was taken for."""

    grammar: Grammar
    element: etree._Element
    path: Path
    inner: list[_Task]

    def misfits(self, content: Pattern) -> Iterator[Misfit]:
        """Yield what does not fit *content*: attributes first, then the content from beginning to end."""
        rest = content
        known = [part for part in steps.leaves(content) if isinstance(part, Attribute)]
        for attribute, value in self.element.attrib.items():
            rest, misfit = self._attribute(rest, known, str(attribute), str(value))
            if misfit:
                yield misfit
        needed = sorted(steps.needed_attributes(rest))
        if needed:
            message = f"<{_tag(self.element)}> lacks the attribute{'s' if needed[1:] else ''} {' and '.join(needed)}"
            advice = " ".join(f'{name.split(" or ")[0]}="..."' for name in needed)
            yield Misfit("missing", self.path, message, f"Write {advice} in the tag.")
        yield from self._content(steps.without_attributes(rest, EMPTY if needed else NOTHING))

    def _attribute(self, content: Pattern, known: list[Attribute], key: str, value: str) -> tuple[Pattern, Misfit | None]:
        """Return what is left of *content* after an attribute, one of those *known*, and the misfit if it does not fit."""
        name = _split(key)
        named = [part for part in known if name in part.names]
        if not named:
            return content, self._unknown_attribute(known, name, key)
        fitting = frozenset(part for part in named if steps.fits(part.value, value))
        if not fitting:
            message = f'{written(name)}="{value}" is not a value it may have'
            misfit = Misfit("value", self.path, message, words.values(named, value), attribute=key)
            rest = steps.after_attribute(content, frozenset(named))
            return (content if rest is NOTHING else rest), misfit
        rest = steps.after_attribute(content, fitting)
        if rest is NOTHING:
            message = f"{written(name)} cannot stand beside the other attributes of <{_tag(self.element)}>"
            return content, Misfit("attribute", self.path, message, "Take one of them out.", attribute=key)
        return rest, None

    def _unknown_attribute(self, known: list[Attribute], name: Name, key: str) -> Misfit:
        names = [written(each) for part in known for each in part.names.names()]
        message = f"<{_tag(self.element)}> has no attribute {written(name)}"
        advice = words.suggestion(written(name), names) or words.may("It may have", sorted(set(names)))
        return Misfit("attribute", self.path, message, advice, attribute=key)

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
                rest, misfit = self._child(rest, item, (*self.path, gap))
            if misfit:
                yield misfit
                ill = True
        if not rest.nullable and not ill:
            yield self._incomplete(rest)

    def _text(self, content: Pattern, gap: int) -> tuple[Pattern, Misfit | None]:
        rest = steps.after_text(content, "x")
        return (content, self._no_text(gap)) if rest is NOTHING else (rest, None)

    def _leaf(self, content: Pattern, text: str) -> Iterator[Misfit]:
        """Yield what is wrong with an element without child elements."""
        if steps.fits(content, text):
            return
        if not text.strip():
            yield self._incomplete(content)
        elif any(not isinstance(part, Element) and part not in {EMPTY, TEXT} for part in steps.firsts(content)):
            message = f'"{text.strip()}" is not what <{_tag(self.element)}> may hold'
            yield Misfit("value", self.path, message, words.values_of(content, text.strip()))
        elif steps.after_text(content, text) is NOTHING:
            yield self._no_text()
        else:
            yield self._incomplete(steps.after_text(content, text))

    def _no_text(self, gap: int = 0) -> Misfit:
        message = f"text cannot stand directly in <{_tag(self.element)}>"
        return Misfit("text", self.path, message, "Put it into an element that may hold text, or take it out.", gap=gap)

    def _incomplete(self, rest: Pattern) -> Misfit:
        message = f"<{_tag(self.element)}> is not complete"
        wanted = words.names(steps.firsts(rest))
        return Misfit("missing", self.path, message, words.may("There must follow", wanted), at_end=True)

    def _child(self, content: Pattern, child: etree._Element, path: Path) -> tuple[Pattern, Misfit | None]:
        """Return what is left of *content* after *child*, and the misfit if it does not fit."""
        name = name_of(child)
        rest, taken = steps.after_element(content, name)
        if rest is not NOTHING:
            self.inner.append(_Task(child, taken, path))
            return rest, None
        if name[1] not in self.grammar.element_names:
            return self._unknown(content, child, path)
        self.inner.append(_Task(child, self.grammar.declared(name), path))
        return self._misplaced(content, child, path)

    def _unknown(self, content: Pattern, child: etree._Element, path: Path) -> tuple[Pattern, Misfit]:
        """Return the misfit for a name that no element has; a name much like it is taken to be meant."""
        wanted = words.names(steps.firsts(content))
        meant = words.close(_tag(child), wanted)
        message = f"there is no element <{_tag(child)}>"
        advice = words.suggestion(_tag(child), wanted) or words.suggestion(_tag(child), self.grammar.element_names)
        misfit = Misfit("element", path, message, advice or words.may(f"In <{_tag(self.element)}> may stand here", wanted))
        if not meant:
            return content, misfit
        rest, taken = steps.after_element(content, (name_of(self.element)[0], meant[0]))
        self.inner.append(_Task(child, taken, path))
        return (content if rest is NOTHING else rest), misfit

    def _misplaced(self, content: Pattern, child: etree._Element, path: Path) -> tuple[Pattern, Misfit]:
        """Return the misfit for an element that cannot stand here, looking whether only one before it is missing."""
        tag, parent, name = _tag(child), _tag(self.element), name_of(child)
        for part in steps.firsts(content):
            for missing in part.names.names() if isinstance(part, Element) else ():
                rest = steps.after_element(steps.after_element(content, missing)[0], name)[0]
                if rest is not NOTHING:
                    message = f"<{missing[1]}> is missing before <{tag}>"
                    return rest, Misfit("missing", path, message, f"<{parent}> must have it there.")
        message = f"<{tag}> cannot stand here in <{parent}>"
        advice = words.may("Here may stand", words.names(steps.firsts(content)))
        parents = self.grammar.parents(name)
        if parents:
            advice = f"{words.may(f'<{tag}> may stand in', parents)} {advice}"
        if child.tag == etree.QName(child).localname and name_of(self.element)[0]:
            return content, Misfit("element", path, message, 'It is in no namespace: take xmlns="" away.')
        return content, Misfit("element", path, message, advice)


def _texts(element: etree._Element) -> Iterator[str]:
    """Yield the texts directly in *element*; what stands in a comment is none."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _items(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield the texts (but blank ones) and child elements in *element* in their order."""
    if (element.text or "").strip():
        yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield child
        if (child.tail or "").strip():
            yield child.tail or ""


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
