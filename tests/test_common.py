"""The functions of the common package, each called alone from a small document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import stylesheets
from tei_edition.resources import XSLT
from tests.teidoc import document

FUNCTIONS = Path(__file__).parent / "xslt" / "functions.xsl"


def call(function: str, tree: etree._ElementTree) -> dict[str, str]:
    """Return what *function* of the common package gives for each element that has an ``xml:id``."""
    lines = stylesheets.transform_path(FUNCTIONS, tree, {"function": function}).split("␞")
    return dict(line.split("=", 1) for line in lines)


def marks(body: str, *declared: tuple[str, str, str]) -> tuple[str, str]:
    """Return the marks round the element ``x`` of *body*."""
    tree = document(body, marks=declared)
    return call("before", tree)["x"], call("after", tree)["x"]


def test_a_declared_mark_is_found() -> None:
    """An element's marks are those that the header declares for its name."""
    assert marks('<p><supplied xml:id="x">a</supplied></p>', ("supplied", "[", "]")) == ("[", "]")


def test_an_element_without_a_declaration_has_no_mark() -> None:
    """What the header does not declare prints nothing."""
    assert marks('<p xml:id="x">a</p>', ("supplied", "[", "]")) == ("", "")


def test_the_narrower_selector_wins() -> None:
    """A selector with an attribute beats one without, whatever their order."""
    declared = (('note[type="source"]', "{", "}"), ("note", "[", "]"))

    assert marks('<note type="source" xml:id="x">a</note>', *declared) == ("{", "}")


def test_of_equals_the_later_wins() -> None:
    """Of two equally narrow selectors the later declared one is used, as in CSS."""
    declared = (('note[type="source"]', "1", "1"), ('note[n="2"]', "2", "2"))

    assert marks('<note n="2" type="source" xml:id="x">a</note>', *declared) == ("2", "2")


@pytest.mark.parametrize(
    ("escaped", "mark"),
    [(r"\"", '"'), (r"\5B", "["), (r"\00005Bx", "[x"), (r"\5B x", "[x"), (r"\\", "\\"), (r" [sic]", " [sic]"), (r"\27e8", "⟨")],
)
def test_css_escapes_are_read(escaped: str, mark: str) -> None:
    """A CSS string's escapes stand for the characters they name."""
    assert marks('<p><supplied xml:id="x">a</supplied></p>', ("supplied", escaped, "]")) == (mark, "]")


def test_a_chained_piece_has_its_outer_marks_only() -> None:
    """A piece that goes on has no mark after it, one that continues none before."""
    first = marks('<p><supplied next="#y" xml:id="x">a</supplied></p>', ("supplied", "[", "]"))
    last = marks('<p><supplied prev="#y" xml:id="x">a</supplied></p>', ("supplied", "[", "]"))

    assert (first, last) == (("[", ""), ("", "]"))


def test_an_instruction_overrides_both_marks() -> None:
    """The first child may say another mark before, the last another after, even for a chained piece."""
    body = r"""<p><supplied next="#y" xml:id="x"><?transcript before="\x5b\u201c\n"?>a<?transcript after=" \"]"?></supplied></p>"""

    assert marks(body, ("supplied", "(", ")")) == ("[“\n", ' "]')


def test_one_instruction_may_say_both_marks() -> None:
    """An instruction that is the only child stands first and last."""
    assert marks('<p><gap xml:id="x"><?transcript before="<" after=">"?></gap></p>', ("gap", "(", ")")) == ("<", ">")


@pytest.mark.parametrize(
    ("markup", "class_"),
    [
        ('<supplied reason="subaudible" xml:id="x">a</supplied>', "subaudible"),
        ('<persName><forename><supplied reason="subaudible" xml:id="x">a</supplied></forename></persName>', "name"),
        ('<supplied cert="low" xml:id="x">a</supplied>', "conjecture"),
        ('<gap reason="illegible" ana="#redaction" xml:id="x"/>', "redaction"),
        ('<gap reason="redacted" ana="#redacted-name" xml:id="x"/>', "redaction"),
        ('<choice xml:id="x"><sic>a</sic><corr>b</corr></choice>', "correction"),
        ('<choice><sic xml:id="x">a</sic><corr>b</corr></choice>', "correction"),
        ('<sic xml:id="x">a</sic>', "sic"),
        ('<incident type="pause" xml:id="x"><desc>Pause.</desc></incident>', "pause"),
        ('<seg rend="brackets" xml:id="x">[a]</seg>', "original"),
        ('<hi xml:id="x">a</hi>', ""),
    ],
)
def test_the_class_is_read_from_the_file(markup: str, class_: str) -> None:
    """The class of an editorial element is its category, else what its place and attributes say."""
    assert call("class", document(f"<p>{markup}</p>"))["x"] == class_


def test_every_class_has_a_name_in_plain_words() -> None:
    """Every class that the stylesheet can give stands in the table of strings."""
    named = set(re.findall('key="class.([a-z-]+)"', (XSLT / "common" / "strings-data.xsl").read_text(encoding="utf-8")))
    sheet = etree.parse(XSLT / "common" / "classes.xsl")
    given = {text for template in sheet.iter("{*}template") if (text := (template.text or "").strip())}

    assert given - named == set()


@pytest.mark.parametrize(
    ("language", "direction"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("yi", "rtl"), ("az-Arab", "rtl"), ("ks-Latn", "ltr"), ("uz", "ltr"), ("und", "auto")],
)
def test_the_direction_follows_the_language(language: str, direction: str) -> None:
    """A language's script decides its direction; a language that is not stated leaves it to the reader's program."""
    assert call("direction-of", document(f'<p xml:lang="{language}" xml:id="x">a</p>'))["x"] == direction


def test_names_are_those_of_the_header() -> None:
    """A pointer is shown as the name of the person it leads to, or as itself."""
    tree = document('<sp who="#ann #bob" xml:id="x"><speaker>L.</speaker><p>a</p></sp>')

    assert call("speaker-names", tree)["x"] == "Ann Lee|bob"
