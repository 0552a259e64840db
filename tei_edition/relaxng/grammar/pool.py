"""Making patterns: equal ones become one object, and what is so whatever the document is simplified on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tei_edition.relaxng.grammar.patterns import (
    EMPTY,
    NOTHING,
    TEXT,
    After,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Value,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from tei_edition.relaxng.grammar.names import NameClass

_Made = TypeVar("_Made", bound=Pattern)


class Pool:
    """
    The patterns of one grammar.

    `NOTHING` in what must be whole makes it `NOTHING` and `EMPTY` falls away, as section 4.20 and 4.21 have it; an `Element`
    stays, whatever its content.
    """

    def __init__(self) -> None:
        self._made: dict[Hashable, Pattern] = {}

    def __len__(self) -> int:
        return len(self._made)

    def _one(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found  # type: ignore[return-value] # a key begins with the class of its pattern

    def element(self, names: NameClass, number: int, doc: str = "") -> Element:
        """Return the element number *number* of the grammar."""
        return self._one((Element, number), lambda: Element(nullable=False, names=names, number=number, doc=doc))

    def attribute(self, names: NameClass, value: Pattern = TEXT, doc: str = "") -> Pattern:
        """Return the pattern for an attribute of these *names* with a *value*."""
        if value is NOTHING:
            return NOTHING
        return self._one((Attribute, names, value, doc), lambda: Attribute(nullable=False, names=names, value=value, doc=doc))

    def value(self, like: Value) -> Value:
        """Return the value that is equal to *like*."""
        return self._one((Value, like.text, like.type_, like.library, like.namespaces, like.doc), lambda: like)

    def data(self, like: Data) -> Data:
        """Return the datatype that is equal to *like*."""
        return self._one((Data, like.type_, like.library, like.params, like.excluded, like.doc), lambda: like)

    def words(self, inner: Pattern) -> Pattern:
        """Return the pattern for a list of words that together fit *inner*."""
        if inner is NOTHING:
            return NOTHING
        return self._one((Words, inner), lambda: Words(nullable=False, inner=inner))

    def choice(self, options: Iterable[Pattern]) -> Pattern:
        """Return the pattern that fits what one of *options* fits."""
        flat: dict[Pattern, None] = {}
        for option in options:
            flat.update(dict.fromkeys(option.options if isinstance(option, Choice) else (option,)))
        flat.pop(NOTHING, None)
        if EMPTY in flat and any(option.nullable for option in flat if option is not EMPTY):
            del flat[EMPTY]
        if len(flat) < 2:  # noqa: PLR2004 - of one there is no choice
            return next(iter(flat), NOTHING)
        chosen = tuple(flat)
        return self._one((Choice, frozenset(flat)), lambda: Choice(any(option.nullable for option in chosen), chosen))

    def group(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern for *parts*, one after the other."""
        flat = list(_flat(Group, parts))
        if NOTHING in flat:
            return NOTHING
        if len(flat) < 2:  # noqa: PLR2004 - one alone is itself
            return flat[0] if flat else EMPTY
        whole = tuple(flat)
        return self._one((Group, whole), lambda: Group(all(part.nullable for part in whole), whole))

    def interleave(self, parts: Iterable[Pattern]) -> Pattern:
        """Return the pattern for *parts*, mixed in any way."""
        flat = list(_flat(Interleave, parts))
        if NOTHING in flat:
            return NOTHING
        if TEXT in flat:
            flat = [TEXT, *(part for part in flat if part is not TEXT)]
        if len(flat) < 2:  # noqa: PLR2004 - one alone is itself
            return flat[0] if flat else EMPTY
        whole = tuple(flat)
        return self._one((Interleave, whole), lambda: Interleave(all(part.nullable for part in whole), whole))

    def one_or_more(self, inner: Pattern) -> Pattern:
        """Return the pattern for *inner*, once or more often."""
        if inner in {NOTHING, EMPTY, TEXT} or isinstance(inner, OneOrMore):
            return inner
        return self._one((OneOrMore, inner), lambda: OneOrMore(inner.nullable, inner))

    def optional(self, inner: Pattern) -> Pattern:
        """Return the pattern for *inner* or nothing."""
        return self.choice((inner, EMPTY))

    def after(self, inner: Pattern, rest: Pattern) -> Pattern:
        """Return the pattern for *inner*, the rest of an open element, and *rest* after its end."""
        if NOTHING in {inner, rest}:
            return NOTHING
        return self._one((After, inner, rest), lambda: After(nullable=False, inner=inner, rest=rest))


def _flat(kind: type[Group | Interleave], parts: Iterable[Pattern]) -> Iterator[Pattern]:
    """Yield *parts*, those of one of the same *kind* for itself, without `EMPTY`."""
    for part in parts:
        if isinstance(part, kind):
            yield from part.parts
        elif part is not EMPTY:
            yield part
