"""Blocks to divisions and speeches, and what the header's marks say."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.encode import encode, marks
from tei_edition.encode.leaves import leaves
from tei_edition.encode.structure import Container, structure
from tei_edition.encode.transcript import text
from tei_edition.encode.weave import ID
from tei_edition.ingest import txt
from tei_edition.model import Piece, Span
from tests.strategies import source


def shape(thing) -> str:
    """Return a container as ``div(head p)``."""
    return f"{thing.element}({' '.join(map(shape, thing.children))})" if isinstance(thing, Container) else thing.element


def built(*names: str) -> str:
    """Return the shape that blocks of *names* take."""
    made = source("\n\n".join(f"{name} {name}" for name in names))
    forms = {"closer": ("closer", "signed"), "opener": ("opener", "salute"), "argument": ("argument", "p"), "title": ("head",)}
    spans = []
    for name, paragraph in zip(names, made.paragraphs, strict=True):
        end = paragraph.start + len(name) if name == "speaker" else paragraph.end
        pieces = tuple(Piece(element, paragraph.start, end) for element in forms.get(name, (name,)))
        if name != "p":
            kind = name if name in {"speaker", "note"} else "block"
            spans.append(Span(paragraph.start, end, kind, name, "test", "test", pieces=pieces))
    return shape(structure(leaves(made, spans)[0]))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("", "body(div())"),
        ("title p", "body(div(head p))"),
        ("title speaker p speaker", "body(div(head sp(speaker p p) sp(speaker p)))"),
        ("speaker note", "body(div(sp(speaker p) note))"),
        ("speaker note p", "body(div(sp(speaker p note p)))"),
        ("speaker gap speaker", "body(div(sp(speaker p) gap sp(speaker p)))"),
        ("title p title p", "body(div(head p) div(head p))"),
        ("title p head p head p", "body(div(head p div(head p) div(head p)))"),
        ("title opener p closer closer", "body(div(head opener(salute) p closer(signed signed)))"),
        ("p opener", "body(div(p p))"),
        ("closer", "body(div(p))"),
        ("p closer p", "body(div(p closer(signed)) div(p))"),
        ("p closer note", "body(div(p closer(signed) note))"),
        ("title argument speaker", "body(div(head argument(p) sp(speaker p)))"),
    ],
)
def test_blocks_take_their_place(names, expected):
    """A speech takes its paragraphs and what is told within it; a salutation or a close that can have no place is a paragraph."""
    assert built(*names.split()) == expected


def test_a_label_with_nothing_after_it_is_a_paragraph():
    """`sp` needs content: a label alone stays a paragraph, and is told at its place."""
    made = source("Smith.\n\n[Source: x]")
    span = Span(0, 6, "speaker", "speaker", "test", "test", pieces=(Piece("speaker", 0, 6),))
    note = Span(8, 19, "note", "source", "test", "test", pieces=(Piece("note", 8, 19),))
    found, findings = leaves(made, [span, note])

    assert [leaf.element for leaf in found] == ["p", "note"]
    assert (findings[0].code, str(findings[0].start)) == ("speaker-silent", "1:1")


def test_the_narrower_selector_wins_and_the_later_of_two():
    """`gi[att="value"]` wins over `gi`; of two that match equally the one declared later, as in CSS."""
    declared = marks.Marks({"seg": "(", 'seg[type="a"]': "<", 'seg[rend="b"]': "{"}, {})

    assert declared.of("seg", ())[0] == "("
    assert declared.of("seg", [("type", "a")])[0] == "<"
    assert declared.of("seg", [("rend", "b"), ("type", "a")])[0] == "{"


def test_marks_survive_css():
    """A mark with quotes, a backslash or a line end comes back from its CSS string."""
    uses = [("seg", (), ('"\\', "\n]"))]
    elements = [
        etree.fromstring(f'<rendition scheme="css" scope="{scope}" selector="{selector}"/>')
        for scope, selector, _ in marks.declare(marks.choose(uses))
    ]
    for element, (_, _, css) in zip(elements, marks.declare(marks.choose(uses)), strict=True):
        element.text = css

    assert marks.read(elements).of("seg", ()) == ('"\\', "\n]")


def test_characters_directly_in_an_opener_are_read():
    """What a person writes straight into an `opener` is part of the text, too."""
    written = etree.fromstring(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><opener>Vienna, <date>1 May</date></opener><p>a</p></div>'
        "</body></text></TEI>",
    )

    assert text(etree.ElementTree(written)) == b"Vienna, 1 May\n\na\n"


def broken(text):
    """Return the labels, ids and pointers of the turns of *text*."""
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], Edition())
    root = encode(annotation, Edition()).tree.getroot()
    return [(sp.get(ID), sp.get("next"), sp.get("prev")) for sp in root.iter("{*}sp")]


@pytest.mark.parametrize(("end", "start"), [("—", "—"), (" …", "… "), ("...", "to the mill"), ("--", "-- ")])
def test_a_turn_that_breaks_off_goes_on_after_another(end, start):
    """A turn that ends with a dash or dots is chained to the same speaker's next one, if that begins as its middle does."""
    text = f"Talk\n\nHolm: If we went{end}\n\nDray: No!\n\nHolm: {start}to the mill.\n\nDray: Why?\n"
    assert broken(text) == [("t1", "#t3", None), ("t2", None, None), ("t3", None, "#t1"), ("t4", None, None)]


def test_a_turn_that_begins_anew_is_not_chained():
    """A turn after a broken one that begins with a capital is a turn of its own."""
    text = "Talk\n\nHolm: If we went—\n\nDray: No!\n\nHolm: Very well.\n\nDray: Good.\n"
    assert all(next_ is None and prev is None for _, next_, prev in broken(text))


@pytest.mark.parametrize(("one", "two"), [
    ("If we go—", "—we go far."), ("The mill is", "old and dry."), ("Es war ...", "... nicht mehr da."),
])
def test_a_turn_goes_on_after_a_heading(one, two):
    """A turn that breaks off before a heading, or ends no sentence there, is chained to the one in which its speaker goes on."""
    text = f"Talk\n\nHolm: Yes.\n\nDray: No.\n\nHolm: {one}\n\nTHE SECOND DAY\n\nHolm: {two}\n\nDray: Well.\n\nHolm: Yes.\n"
    assert broken(text)[2:4] == [("t3", "#t4", None), ("t4", None, "#t3")]


@pytest.mark.parametrize(("one", "two"), [("The mill is old.", "so it is."), ("The mill is", "It is old."), ("I go.", "—we go far.")])
def test_a_turn_after_a_heading_is_its_own(one, two):
    """Where the turn before the heading ended its sentence, or the one after it begins a new one, nothing is chained."""
    text = f"Talk\n\nHolm: Yes.\n\nDray: No.\n\nHolm: {one}\n\nTHE SECOND DAY\n\nHolm: {two}\n\nDray: Well.\n\nHolm: Yes.\n"
    assert all(next_ is None and prev is None for _, next_, prev in broken(text))
