"""The form of each class: what a bracket becomes when somebody says that it is one."""

from __future__ import annotations

import pytest

from tei_edition import profiles, registry
from tei_edition.ingest.txt import read
from tei_edition.model import Piece
from tei_edition.rules import brackets, form, italics
from tei_edition.rules.bracket import Bracket
from tei_edition.rules.context import Context
from tei_edition.rules.pairs import pair

CLASSLESS = {"remark", "unbalanced"}
"""Rules that give other rules' classes, or that no pair of brackets has."""


def bracket(text: str) -> tuple[Bracket, Context]:
    """Return the first bracket of *text*, and what is known round it."""
    source, profile = read(text.encode(), "text.txt"), profiles.load("nsarchive")
    context = Context(source, profile=profile, italics=italics.find(source, profile))
    found = pair(source, profile).pairs[0]
    paragraph = source.paragraph_at(found.start)
    assert paragraph
    return Bracket(source, found.start, found.end, paragraph, width=found.width, italics=context.italics), context


def made(class_: str, text: str, **given) -> list[tuple[str, str, dict[str, str]]]:
    """Return the elements of the first bracket of *text* as one of *class_*, with the characters of each."""
    one, context = bracket(text)
    pieces = form.pieces(class_, one, context, form.Given(**given))
    return [(piece.element, one.source.text[piece.start : piece.end], dict(piece.attributes)) for piece in pieces]


def test_every_class_has_a_form():
    """Each rule says what a bracket of its class becomes when no rule has read it."""
    assert set(form.forms()) == {name.replace("_", "-") for name in registry.modules(brackets)} - CLASSLESS


@pytest.mark.parametrize("class_", sorted(form.forms()))
def test_a_form_stands_for_both_marks(class_):
    """Whatever class a bracket is given, its two printed marks are marks of the markup, and no letter outside it is one."""
    one, context = bracket("The commander saw three 3 [...the 3 words] leave.\n")
    pieces = form.pieces(class_, one, context)

    marked = [piece for piece in pieces if piece.open or piece.close]
    assert len(marked) == 1
    assert marked[0].start + marked[0].open <= one.end
    assert marked[0].end == one.end


@pytest.mark.parametrize(("class_", "text", "elements"), [
    ("omitted", "He went [gladly] home.", [("supplied", "[gladly]", {"reason": "omitted"})]),
    ("original", "He went [gladly] home.", [("seg", "[gladly]", {"rend": "brackets"})]),
    ("redaction", "He met [about two lines here] there.",
     [("gap", "[about two lines here]", {"reason": "redacted", "unit": "line", "quantity": "2"}), ("desc", "about two lines here", {})]),
    ("correction", "He saw Bern [Bonn] then.", [("choice", "Bern [Bonn]", {}), ("sic", "Bern", {}), ("corr", " [Bonn]", {})]),
    ("page", "He went [12] home.", [("pb", "[12]", {"n": "12"})]),
    ("topic", "He went [gladly] home.", [("milestone", "", {"unit": "topic"}), ("label", "[gladly]", {"type": "topic"})]),
])
def test_what_no_rule_reads(class_, text, elements):
    """A bracket that no rule reads as of a class gets what that class gets, with the amounts that its words state."""
    assert made(class_, text + "\n") == elements


def test_what_a_rule_reads_stays_as_the_rule_has_it():
    """Where a rule reads a bracket as of the class that is asked for, its own elements are taken."""
    assert made("garble", "We [garble—hope?] so.\n") == [("unclear", "[garble—hope?]", {"reason": "garbled", "cert": "low"})]


def test_what_is_given_wins():
    """Attributes that are given stand on the element with the marks, instead of those of their names; the words that are meant too."""
    assert made("redaction", "He met [two lines].\n", attributes=(("quantity", "3"),))[0][2] == {
        "reason": "redacted", "unit": "line", "quantity": "3"}
    assert made("correction", "On 4 June [5 July] he left.\n", of=(3, 9))[1] == ("sic", "4 June", {})
    assert made("name", "So [Ann] Lee left.\n", ref="#lee")[0] == ("persName", "[Ann] Lee", {"ref": "#lee"})


@pytest.mark.parametrize(("class_", "text", "lacking"), [
    ("correction", "[Bonn] was cold.", "a word before it"), ("expansion", "[Bonn] was cold.", "an abbreviation"),
    ("page", "He went [on] home.", "the number of a page"), ("unread-count", "He went [on] home.", "the number of the words"),
    ("lost-letters", "He went [on] home.", "a dot for each letter"),
])
def test_what_is_lacking_is_said(class_, text, lacking):
    """Where a bracket lacks what a class needs, that is said and nothing is made up."""
    with pytest.raises(form.Lacking, match=lacking):
        made(class_, text + "\n")


def test_a_number_that_is_given_is_enough():
    """What a bracket does not state can be given."""
    assert made("page", "He went [on] home.\n", attributes=(("n", "7"),))[0][2] == {"n": "7"}
    assert made("unread-count", "He went [on] home.\n", attributes=(("quantity", "2"),))[0][2] == {
        "reason": "illegible", "unit": "word", "quantity": "2"}


def test_a_name_alone_can_point_at_a_person():
    """A part of a name with nothing beside it is a name when a person is given."""
    assert made("name", "He saw [the old one] there.\n", ref="#lee")[0] == ("persName", "[the old one]", {"ref": "#lee"})


def test_attributes_replace_those_of_their_names():
    """An attribute is there once."""
    piece = form.with_attributes(Piece("gap", 0, 3, (("reason", "lost"),)), (("reason", "illegible"),))
    assert piece.attributes == (("reason", "illegible"),)
