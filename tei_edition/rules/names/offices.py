"""
A person who is meant by an office, which an authority file dates: "the Secretary agreed".

``Secretary`` is ``<rs type="person" ref="#marlow">Secretary</rs>`` where one person who is listed held such an office on the day of the
document or of the session. The whole office counts, and what stands in it before "of" or "for". A single word needs the article or a title
before it; an office that another word changes or that a name follows ("Under Secretary", "Secretary Marlow") is not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules.name_forms import Form, shape, words
from tei_edition.rules.parts import SMALL, is_role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.authorities import Entry

SORT = "office"
ELEMENT = "rs"

OFFICE = "is an office of"


def forms(entry: Entry) -> Iterator[Form]:
    """Return the dated offices of *entry*, each whole and by what names it alone."""
    for office in entry.offices:
        told = words(office.text) if office.dated else ()
        written = shape(office.text)
        for length in dict.fromkeys((len(told), *_heads(told))):
            if length:
                yield Form(entry, told[:length], OFFICE, written[:length])


def _heads(office: Sequence[str]) -> tuple[int, ...]:
    """
    Return how many words of *office* may stand for it: up to the first small word, or to the last word that is a role.

    >>> _heads(("secretary", "of", "state", "for", "trade")), _heads(("prime", "minister")), _heads(("министр", "иностранных", "дел"))
    ((1,), (2,), (1,))
    """
    before = next((number for number, word in enumerate(office) if word in SMALL or word == "for"), len(office))
    roles = [number for number, word in enumerate(office[:before], 1) if is_role(word)]
    return (roles[-1],) if roles else ()
