"""
A person dies before birth, or holds an office before birth or after death.

One of the dates is mistyped, or belongs to another person of that name. Labels are resolved by these dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._entries import FIRST, LAST, day, follows
from tei_edition.check.rules._survey import TEI, Fault, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_edition.check.rules._survey import Survey

CODE = "life-order"
SEVERITY = "error"
GUIDELINES = "section 13.3.2, The Person Element"
WRONG = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName>
<birth when="1931-05-02"/><death when="1913"/></person></listPerson>"""
RIGHT = """<listPerson><person xml:id="marlow"><persName>Edith Marlow</persName><birth when="1931-05-02"/><death notAfter="1999"/>
<occupation from="1981" to="1984">Secretary of Fisheries</occupation></person></listPerson>"""

IN_LIFE = ("occupation", "affiliation", "education", "residence", "floruit")
"""What a person does and has while alive."""


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the dates of persons that contradict their birth or death."""
    for person in survey.called("person"):
        birth, death = person.find(TEI + "birth"), person.find(TEI + "death")
        born, died = day(birth, FIRST), day(death, LAST)
        if death is not None and follows(born, died):
            yield _fault(death, LAST, f"The death ({died}) comes before the birth ({born}).")
        for element in person.iterchildren(*(TEI + name for name in IN_LIFE)):
            yield from _in_life(element, born, died)


def _in_life(element: etree._Element, born: str, died: str) -> Iterator[Fault]:
    """Yield the fault of an office or the like that begins after the death, or ends before the birth."""
    begin, end = day(element, FIRST), day(element, LAST)
    if follows(begin, died):
        yield _fault(element, FIRST, f"This {local(element)} begins ({begin}) after the death ({died}).")
    if follows(born, end):
        yield _fault(element, LAST, f"This {local(element)} ends ({end}) before the birth ({born}).")


def _fault(element: etree._Element, attributes: tuple[str, ...], message: str) -> Fault:
    attribute = next((name for name in attributes if element.get(name)), None)
    return Fault(element, message, "Correct one of the dates.", attribute, "value")
