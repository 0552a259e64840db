"""What brackets make of the words beside them: wrong words with what is right, words that are emphasised, names that sign."""

from __future__ import annotations

import pytest

from tei_edition import intervening
from tei_edition.annotation import annotate
from tei_edition.decisions import Decision
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.encode.transcript import text
from tei_edition.errors import EditionError
from tei_edition.ingest import txt
from tests.brackets_cases import tei


def made(words, **settings):
    """Return the encoding of *words*, after seeing that it gives them back."""
    edition = Edition(title="Minutes", language="en", **settings)
    found = encode(annotate([txt.read(words.encode(), "x.txt")], edition)[0], edition)
    assert text(found.tree) == words.encode()
    return found


def decided(quote, as_, **more):
    """Return a decision on the bracket *quote*."""
    return Decision("x.txt", quote, "Ann Lee", "She knows.", as_=as_, **more)


@pytest.mark.parametrize(("said", "resp"), [("emphasis added", "#ann-lee"), ("emphasis in original", None), ("souligné par nous", "#ann-lee")])
def test_an_emphasis_is_whose_the_bracket_says(said, resp):
    """The `emph` bears whose the brackets are where it is added, and nobody where it is the author's."""
    root = made(f"The pier was _quite_ safe [{said}], he said.\n", profile="frus", brackets_by="Ann Lee").tree.getroot()
    (emph,) = root.iterfind(".//{*}emph")
    assert ("".join(emph.itertext()), emph.get("resp")) == ("quite", resp)


@pytest.mark.parametrize(("bracket", "form"), [
    ("[wrong]", '<sic ana="#sic">Wexfrod</sic>'),
    ("[he meant the port]", '<sic ana="#sic">Wexfrod</sic> <note type="editorial" subtype="sic">he meant the port</note>'),
])
def test_a_person_can_decide_that_a_bracket_says_sic(bracket, form):
    """Decided as sic, a bracket of one word is a mark after the word, one of several a note on it."""
    found = made(f"They met in Wexfrod {bracket} at noon.\n", decisions=(decided(bracket, "sic"),))
    assert tei(found) == [f"<p>They met in {form} at noon.</p>"]


def test_a_person_can_decide_of_which_words_sic_speaks():
    """The words that a decision names are the wrong ones, and what the bracket says is right stays their correction."""
    found = made("They met in New Wexfrod [sic: Wexford] now.\n", decisions=(decided("[sic: Wexford]", "sic", of="New Wexfrod"),))
    assert [("".join(sic.itertext())) for sic in found.tree.getroot().iterfind(".//{*}choice/{*}sic")] == ["New Wexfrod sic"]


@pytest.mark.parametrize("said", ["sic", "sic; the clerk was new", "sic, but probably Wexford", "sic. . . ."])
def test_a_wrong_word_is_one_intervention(said):
    """However much is said of a wrong word, it is one intervention, of the class sic."""
    rows = intervening.of_tree(made(f"They met in Wexfrod [{said}] at noon.\n").tree, "x").rows
    assert [row.class_ for row in rows] == ["sic"]


CHARACTER = '<seg type="characters" rend="brackets">{}</seg>'
WALL = "He said [so be it, and left the pier at noon.\n"


def findings(found):
    """Return the codes of the findings of an encoding but those that a lone transcript has anyway."""
    return [one.code for one in found.findings if one.code.startswith(("bracket", "decision"))]


@pytest.mark.parametrize(("said", "form"), [
    ({}, '<p>He said <seg type="unbalanced">[</seg>so be it, and left the pier at noon.</p>'),
    ({"as_": "unbalanced"}, '<p>He said <seg type="unbalanced">[</seg>so be it, and left the pier at noon.</p>'),
    ({"as_": "original"}, '<p>He said <seg rend="brackets">[</seg>so be it, and left the pier at noon.</p>'),
    ({"bracket": False}, f"<p>He said {CHARACTER.format('[')}so be it, and left the pier at noon.</p>"),
])
def test_a_person_can_decide_what_a_mark_without_a_partner_is(said, form):
    """It is an error to be kept, the source's own, or no bracket at all; what is decided is no finding any more, and who did is recorded."""
    decisions = (Decision("x.txt", "[", "Ann Lee", "She knows.", **said),) if said else ()
    found = made(WALL, decisions=decisions)
    assert (tei(found), findings(found)) == ([form], [] if said else ["bracket-unbalanced"])
    assert len(list(found.tree.getroot().iterfind(".//{*}standOff/{*}respons"))) == len(decisions)


def test_a_mark_without_a_partner_cannot_be_what_needs_two():
    """A class that needs both marks is refused, with what to do."""
    with pytest.raises(EditionError, match="it needs its partner"):
        made(WALL, decisions=(Decision("x.txt", "[", "Ann Lee", "She knows.", as_="subaudible"),))


def test_a_pair_of_marks_can_be_no_bracket():
    """A pair that is decided to be ordinary characters stays text, and what stands in it is read as if it were not there."""
    found = made("The matrix [a [b] c] is square.\n", decisions=(Decision("x.txt", "[a [b] c]", "Ann Lee", "It is a formula.", bracket=False),))
    assert tei(found) == [
        f'<p>The matrix {CHARACTER.format("[")}a <supplied reason="subaudible">b</supplied> c{CHARACTER.format("]")} is square.</p>',
    ]
    assert intervening.of_tree(found.tree, "x").rows[0].words == "b"


def test_a_pair_cannot_lack_its_partner():
    """A pair is not decided to be without a partner."""
    with pytest.raises(EditionError, match="it needs a mark alone"):
        made("They [so] went.\n", decisions=(Decision("x.txt", "[so]", "Ann Lee", "She knows.", as_="unbalanced"),))


@pytest.mark.parametrize(("words", "told"), [
    ("[Here follow Sections (or Parts) III and IV.)", "perhaps at 1:45 after 'Parts) III and IV.'"),
    ("[The rest deals with the pier. It is old.", "perhaps at 1:42 after 'pier. It is old.'"),
    ("He said [so be it. They left.", "perhaps at 1:19 after 'so be it.'"),
    ("They met. The clerk of the town] left.", "perhaps at 1:11 before 'The clerk of the'"),
    ("They met. The clerk left.]", "perhaps at 1:1 before 'They met. The clerk'"),
])
def test_the_partner_of_a_lone_mark_is_guessed(words, told):
    """The finding on a mark without a partner says where that may belong, and with which words."""
    (finding,) = [one for one in made(f"{words}\n").findings if one.code == "bracket-unbalanced"]
    assert told in finding.advice
