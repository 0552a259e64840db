"""
The form of a class of bracket: the elements that it gets, whoever says that it is one.

A rule's `read` says why a bracket is of its class; its ``FORM`` says what a bracket of that class becomes when somebody else says
so. A form is a function of the bracket, what is known round it, and what is `Given` beside the class.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.model import Attributes, Piece
from tei_edition.rules import brackets
from tei_edition.rules.amounts import amount
from tei_edition.rules.bracket import Bracket
from tei_edition.rules.context import Context

if TYPE_CHECKING:
    from tei_edition.rules.bracket import Reading


@dataclass(frozen=True, slots=True)
class Given:
    """
    What is told of a bracket beside its class.

    *of* is the range of the words it is about, such as the wrong word of a correction; *attributes* are TEI's, for the element that
    bears the printed marks; *ref* points at the person whom a name means.
    """

    of: tuple[int, int] | None = None
    attributes: Attributes = ()
    ref: str = ""


NOTHING = Given()
SIZES = frozenset({"quantity", "atLeast", "atMost", "extent"})
"""The attributes that say how much is missing."""

Form = Callable[[Bracket, Context, Given], tuple[Piece, ...]]
"""Returns the pieces of a bracket, the outer first; raises `Lacking` where it lacks what the class needs."""


class Lacking(Exception):  # noqa: N818 - it is an answer, not a failure
    """A bracket lacks what its class needs: the message says what, as "a word before it that it corrects"."""


def plain(element: str, *attributes: tuple[str, str], round_it: str = "") -> Form:
    """Return the form of an element that stands for the two marks, within an element *round_it* if there is one."""

    def make(bracket: Bracket, _context: Context, _given: Given) -> tuple[Piece, ...]:
        outer = (Piece(round_it, bracket.start, bracket.end),) if round_it else ()
        return (*outer, bracket.piece(element, *attributes))

    return make


def described(element: str, *attributes: tuple[str, str], desc: str = "desc", sized: bool = False) -> Form:
    """Return the form of an element whose words stand in a *desc*; *sized*: it has the amount that the words state."""

    def make(bracket: Bracket, context: Context, _given: Given) -> tuple[Piece, ...]:
        size = amount(bracket.inner, context.profile.units) if sized else ()
        return bracket.described(element, *attributes, *size, desc=desc)

    return make


def beside(element: str, right: str) -> Form:
    """Return the form of a choice between the words before the bracket and those in it."""

    def make(bracket: Bracket, _context: Context, given: Given) -> tuple[Piece, ...]:
        pieces = bracket.beside(element, right, before=before(bracket, given))
        if not pieces:
            raise Lacking("a word before it")
        return pieces

    return make


def before(bracket: Bracket, given: Given) -> tuple[int, int] | None:
    """Return the range of the words before *bracket* that it is about: those given, or the last word."""
    return given.of if given.of and given.of[1] <= bracket.start else bracket.token


def words(bracket: Bracket) -> tuple[int, int]:
    """Return the range of the words between the marks of *bracket*."""
    return bracket.start + bracket.open, bracket.end - bracket.close


@cache
def forms() -> dict[str, Form]:
    """Return the form of each class, by its name; a rule without one, such as that for a lone mark, has no class to give."""
    modules = registry.modules(brackets)
    return {name.replace("_", "-"): module.FORM for name, module in modules.items() if hasattr(module, "FORM")}


def pieces(class_: str, bracket: Bracket, context: Context, given: Given = NOTHING) -> tuple[Piece, ...]:
    """
    Return the elements of *bracket* as one of *class_*: as a rule reads it, if one does, else by the form of the class.

    Raises `Lacking` where the bracket lacks what the class needs.
    """
    reading = None if given.of else _read(class_, bracket, context)
    made = reading.pieces if reading else forms()[class_](bracket, context, given)
    return told(made, given)


def _read(class_: str, bracket: Bracket, context: Context) -> Reading | None:
    """Return what a rule makes of *bracket* as one of *class_*, the rule of that name before others; None if none does."""
    modules = registry.modules(brackets)
    own = class_.replace("-", "_")
    for module in [modules[own], *(module for name, module in modules.items() if name != own)]:
        reading = bracket.asked(module, context)
        if reading and reading.class_ == class_:
            return reading
    return None


def told(made: tuple[Piece, ...], given: Given) -> tuple[Piece, ...]:
    """
    Return the pieces *made* with the attributes that are given, on the piece with the marks, and the pointer on the name.

    Raises `Lacking` where there is no name for the pointer.
    """
    result = list(made)
    at = next((number for number, piece in enumerate(made) if piece.open or piece.close), 0)
    result[at] = with_attributes(made[at], given.attributes)
    if given.ref:
        name = next((number for number, piece in enumerate(made) if piece.element == "persName"), None)
        if name is None:
            raise Lacking("a name beside it, so that it could be a part of a person's name")
        result[name] = with_attributes(result[name], (("ref", given.ref),))
    return tuple(result)


def with_attributes(piece: Piece, attributes: Attributes) -> Piece:
    """
    Return *piece* with *attributes*, each instead of the one of its name.

    >>> with_attributes(Piece("gap", 0, 3, (("reason", "lost"), ("n", "1"))), (("reason", "illegible"),)).attributes
    (('n', '1'), ('reason', 'illegible'))
    """
    names = {name for name, _ in attributes}
    return replace(piece, attributes=(*(pair for pair in piece.attributes if pair[0] not in names), *attributes))
