"""
Two persons hold one office at the same time.

If one alone can hold it, a date is wrong. A label such as "The Secretary" is nobody's on the days on which two held the office. An
office is told once, at the first pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_edition.check.rules._entries import day
from tei_edition.check.rules._survey import TEI, Fault, words
from tei_edition.check.rules.date_order import is_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "office-overlap"
SEVERITY = "info"
GUIDELINES = "section 13.3.2.1, Personal Characteristics; occupation"
WRONG = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName>
<occupation from="1981" to="1985">Secretary of Fisheries</occupation></person>
<person xml:id="quill"><persName>Amos Quill</persName>
<occupation from="1984" to="1988">Secretary of Fisheries</occupation></person></listPerson>"""
RIGHT = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName>
<occupation from="1981" to="1984">Secretary of Fisheries</occupation></person>
<person xml:id="quill"><persName>Amos Quill</persName>
<occupation from="1984" to="1988">Secretary of Fisheries</occupation></person></listPerson>"""


class _Held(NamedTuple):
    """An office, by whom and when it was held."""

    element: etree._Element
    begin: str
    end: str

    @property
    def person(self) -> etree._Element | None:
        return self.element.getparent()


def check(survey: Survey) -> Iterator[Fault]:
    """Yield each office that two persons hold at the same time."""
    held: dict[str, list[_Held]] = {}
    for person in survey.called("person"):
        for element in person.iterchildren(TEI + "occupation"):
            one = _Held(element, day(element, ("from", "notBefore")), day(element, ("to", "notAfter")))
            if one.begin and one.end and words(element):
                held.setdefault(words(element).casefold(), []).append(one)
    for holders in held.values():
        yield from _first(holders)


def _first(holders: Sequence[_Held]) -> Iterator[Fault]:
    """Yield the fault of the first two of *holders* who hold their office together."""
    pairs = ((one, two) for number, two in enumerate(holders) for one in holders[:number])
    found = next((pair for pair in pairs if pair[0].person is not pair[1].person and _overlap(*pair)), None)
    if found:
        one, two = found
        message = f"{words(two.element)}: held from {two.begin} to {two.end}, and by another from {one.begin} to {one.end}."
        yield Fault(two.element, message, "If one person alone can hold it, correct the dates.")


def _overlap(one: _Held, two: _Held) -> bool:
    """Tell whether both were held for some time together; not where one ends in the year, or on the day, in which the other begins."""
    return is_after(one.end, two.begin) and is_after(two.end, one.begin)
