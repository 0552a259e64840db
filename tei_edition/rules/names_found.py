"""
Names in running text: one pass over the words of each paragraph, through a tree of all listed forms; the longest form wins.

The tree has a branch for each word, so that a text is read once, however many names there are. Brackets, line ends and the points of
initials may stand between the words of a name: ``[Yuri] Orlov`` is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_edition import registry
from tei_edition.rules import names
from tei_edition.rules.endings import bases
from tei_edition.rules.name_forms import TOKEN, Form, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_edition.authorities import Authorities

BETWEEN = re.compile(r"(?:[ \t\xa0\u202f\[\]'’‐‑-]|\r\n|\n|\r)+")
POINTED = re.compile(r"\.[\[\] \t\xa0\u202f\r\n-]*")
SHORT = 3
"""How many letters a word may have after which a point ends no sentence."""

FORM = "a form of a name, by its ending"


@dataclass(slots=True)
class Branch:
    """Where a word leads to, and the forms that end here."""

    words: dict[str, Branch] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``[start, end)``: the *forms* that it can be, whether an ending was taken off, and where its words begin and end."""

    start: int
    end: int
    forms: tuple[Form, ...]
    inflected: bool
    words: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4)
def tree(authorities: Authorities) -> Branch:
    """Return the tree of all forms of all entries."""
    every = registry.modules(names).values()
    return grown(form for module in every for entry in authorities.of(module.SORT) for form in module.forms(entry))


def grown(forms: Iterable[Form]) -> Branch:
    """Return the tree of *forms*."""
    root = Branch()
    for form in forms:
        branch = root
        for word in form.words:
            branch = branch.words.setdefault(word, Branch())
        branch.forms.append(form)
    return root


def search(text: str, start: int, end: int, root: Branch, *, german: bool = False) -> Iterator[list[Found]]:
    """Return the names in ``text[start:end]`` in order; each as the longest first, then the shorter ones that begin with the same word."""
    tokens = [match.span() for match in TOKEN.finditer(text, start, end)]
    folded = [fold(text[first:last]) for first, last in tokens]
    at = 0
    while at < len(tokens):
        found = _from(text, tokens, folded, at, root, german=german) if _opens(folded[at], root, german=german) else []
        if found:
            yield found[::-1]
        at += 1


def _opens(word: str, root: Branch, *, german: bool) -> bool:
    """Tell whether a name may begin with *word*."""
    return word in root.words or any(base in root.words for base in bases(word, german=german))


def _from(
    text: str, tokens: Sequence[tuple[int, int]], folded: Sequence[str], first: int, root: Branch, *, german: bool,
) -> list[Found]:
    """
    Return the names that begin with word number *first*, the shorter before the longer.

    A single word that is one's name and a form of another's may be either: Сорокина is a woman, or the genitive of her husband.
    """
    found: list[Found] = []
    reached: list[tuple[Branch, bool]] = [(root, False)]
    for number in range(first, len(tokens)):
        if number > first and not _joined(text, tokens[number - 1], tokens[number]):
            break
        reached = [step for branch, inflected in reached for step in _steps(branch, folded[number], inflected, german=german)]
        if not reached:
            break
        place = tuple(tokens[first : number + 1])
        sure = [form for branch, inflected in reached if not inflected for form in branch.forms]
        doubtful = [form for branch, inflected in reached if inflected for form in branch.forms]
        found += _placed(text, place, [*sure, *doubtful] if len(place) == 1 else sure or doubtful, inflected=not sure)
    return found


def _steps(branch: Branch, word: str, inflected: bool, *, german: bool) -> list[tuple[Branch, bool]]:  # noqa: FBT001 - a state that is handed on
    """Return where *word* leads from *branch*: as it is, or as a form of what stands there."""
    if not branch.words:
        return []
    steps = [(branch.words[word], inflected)] if word in branch.words else []
    return steps + [(branch.words[base], True) for base in bases(word, german=german) if base in branch.words]


def _joined(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Tell whether what stands between two words may stand within a name."""
    between = text[one[1] : two[0]]
    short = one[1] - one[0] <= SHORT
    return BETWEEN.fullmatch(between) is not None or (short and POINTED.fullmatch(between) is not None)


def _placed(text: str, place: tuple[tuple[int, int], ...], forms: Sequence[Form], *, inflected: bool) -> list[Found]:
    """Return the name at *place*, whose words have the shape of some of *forms*, with the brackets that belong to it."""
    written = [text[first:last] for first, last in place]
    fits = {shape for shape in {form.shape for form in forms} if all(map(_fits, written, shape))}
    fitting = tuple(form for form in forms if form.shape in fits)
    borders = _bracketed(text, place[0][0], place[-1][1]) if fitting else None
    if borders is None:
        return []
    start, end = borders
    if text.startswith(".", end) and "." in text[start:end] and place[-1][1] - place[-1][0] == 1:
        end += 1
    return [Found(start, end, fitting, inflected, place)]


def _fits(word: str, kind: str) -> bool:
    """Tell whether *word* is written as *kind* says: ``A`` in capitals, ``C`` with a capital; a script without them is not asked."""
    return {"A": word.isupper(), "C": not word[0].islower()}.get(kind, True)


def _bracketed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the borders with the bracket that opens just before or closes just after; None where brackets remain without partner."""
    depth = lowest = 0
    for character in text[start:end]:
        depth += (character == "[") - (character == "]")
        lowest = min(lowest, depth)
    if lowest < -1 or depth - lowest > 1:
        return None
    if lowest and not text.startswith("[", max(start - 1, 0)):
        return None
    if depth > lowest and not text.startswith("]", end):
        return None
    return start + lowest, end + depth - lowest
