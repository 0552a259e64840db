"""Houses as data, and the marks that they have: pairs, doubled and escaped brackets, braces, italics."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tei_edition import profiles
from tei_edition.annotation import annotate, span_lines
from tei_edition.edition import lone
from tei_edition.errors import SettingsError
from tei_edition.ingest.txt import read
from tei_edition.model import Source, Span
from tei_edition.profiles import CHOICES, Profile, load, said
from tei_edition.rules import italics
from tei_edition.rules.pairs import Pair, pair


def source(text: str) -> Source:
    """Return *text* as a transcript."""
    return read(text.encode(), "text.txt")


def spans(text: str, profile: str) -> list[Span]:
    """Return what the rules of *profile* say of *text*."""
    return list(annotate([source(text)], lone(profile))[0].spans)


def test_each_house_says_what_it_is():
    """Every profile loads, and has a sentence for people."""
    assert {"frus", "fromthepage", "leiden-lite", "loc", "nsarchive", "parlamint", "smithsonian"} <= set(profiles.names())
    assert all(load(name).description.endswith(".") for name in profiles.names())


def test_a_house_extends_another(tmp_path):
    """A profile beside an edition takes over what it does not say, even from one of its own name."""
    (tmp_path / "ours.toml").write_text('extends = "frus"\nplain = "omitted"\n', encoding="utf-8")
    (tmp_path / "frus.toml").write_text('extends = "frus"\nconjecture = "supplied"\n', encoding="utf-8")

    assert (load("ours", tmp_path).italics, load("ours", tmp_path).plain) == ("correction", "omitted")
    assert (load("frus", tmp_path).italic_mark, load("frus", tmp_path).conjecture) == ("_", "supplied")


@pytest.mark.parametrize("wrong", ["dots = 'many'", "italix = 'x'", "units = 3", "dots = 1", "dots ="])
def test_a_wrong_house_is_refused(tmp_path, wrong):
    """What no profile can say is an error that names the key and what it may be."""
    (tmp_path / "ours.toml").write_text(wrong, encoding="utf-8")

    with pytest.raises(SettingsError):
        load("ours", tmp_path)


@pytest.mark.parametrize(("text", "pairs", "alone", "escaped"), [
    ("a [b] c", [Pair(2, 5)], [], []),
    ("a [b [c]] d", [Pair(2, 9), Pair(5, 8)], [], []),
    ("a [[b]] c", [Pair(2, 7, 2)], [], []),
    ("a [[b] c]", [Pair(2, 9), Pair(3, 6)], [], []),
    ("a [b", [], [2], []),
    ("a ]b[", [], [2, 4], []),
    (r"a \[b\] [c]", [Pair(8, 11)], [], [2, 5]),
    ("a {b}", [], [], []),
])
def test_pairs(text, pairs, alone, escaped):
    """Brackets pair within a paragraph, doubled ones as one; what is left stands alone, what is escaped is no bracket."""
    found = pair(source(text), Profile())

    assert (list(found.pairs), list(found.alone), list(found.escaped)) == (pairs, alone, escaped)


def test_braces_pair_where_the_house_has_them():
    """Braces are brackets where the profile says so, and do not pair with square ones."""
    found = pair(source("a {b} [c}"), Profile(braces="surplus"))

    assert (list(found.pairs), list(found.alone)) == ([Pair(2, 5)], [6, 8])


@pytest.mark.parametrize(("text", "written"), [
    ("a _b_ c", ["_b_"]),
    ("a _b c_.", ["_b c_"]),
    ("a [_sic_] b", ["_sic_"]),
    ("mean_[_last_?] of", ["_last_"]),
    ("a _[Farsi]_and", ["_[Farsi]_"]),
    ("name: ____ and _____", []),
    ("a file_name_of b", []),
    ("_a", []),
    ("a _b\n\nc_ d", []),
])
def test_italics_between_underscores(text, written):
    """Words between underscores are italic; blanks to fill in and underscores within words are not."""
    found = italics.find(source(text), load("frus"))

    assert [text[run.start : run.end] for run in found.runs] == written


def test_only_a_house_with_a_mark_has_italics():
    """Where the profile has no mark for italics, an underscore is an ordinary character."""
    assert italics.find(source("a _b_ c"), load("nsarchive")).runs == ()


def test_a_filled_bracket_is_italic_itself():
    """Italics that fill a bracket are @rend on its element; others are a span of their own."""
    found = spans("They met in _old_ Wexfrod [_sic_] at noon.", "frus")

    assert [span.class_ for span in found] == ["italic", "sic"]
    assert ("rend", "italic") in found[1].pieces[0].attributes


def test_missing_italics_are_told():
    """Where italics decide and the transcript has none, a finding says so, once; with italics there is none."""
    plain, told = (
        annotate([source(text)], lone("frus"))[0].findings for text in ("It was an [old] mill [or] barn.", "It _was_ an [old] mill.")
    )

    assert [finding.code for finding in plain if finding.code == "italics-unknown"] == ["italics-unknown"]
    assert "italics-unknown" not in [finding.code for finding in told]


def test_units_of_a_house():
    """A house's own word for a unit is read with the TEI's name for it."""
    from tei_edition.rules.amounts import amount  # noqa: PLC0415 - only here

    assert amount("3 folios withheld", {"folios": "page"}) == (("unit", "page"), ("quantity", "3"))


def test_each_bracket_is_one_line_with_its_evidence():
    """As JSON a bracket is one line, whose start and end are the printed bracket's, with its evidence in words."""
    annotation = annotate([source("They met in Wexfrod [sic] at noon.")], lone())[0]
    (line,) = [json.loads(line) for line in span_lines(annotation) if json.loads(line)["kind"] == "bracket"]

    assert (line["start"], line["end"], line["class"], line["cert"]) == (20, 25, "sic", "high")
    assert line["evidence"].endswith(".")


@pytest.mark.parametrize(("text", "other"), [
    ("The money goes to the church [chapel] roof.", "subaudible"),
    ("They sailed from Wexford [Ferns] at dawn.", "name"),
    ("She would not go with [from] the house.", "omitted"),
    ("He spoke of the mill [the granary] again.", "explanation"),
])
def test_where_italics_decide_and_there_are_none_nothing_is_split(text: str, other: str):
    """What italics alone make a correction is one where they are; without any in the transcript it is not, and both are told."""
    one = text.replace("[", "[_").replace("]", "_]")
    plain, roman, italic = (annotate([source(found)], lone("frus"))[0] for found in (text, f"_So:_ {text}", one))
    read_as = [next(span for span in found.spans if span.kind == "bracket") for found in (plain, roman, italic)]

    assert [span.class_ for span in read_as] == [other, other, "correction"]
    assert read_as[0].cert != "high"
    assert ["italics-unknown" in [finding.code for finding in found.findings] for found in (plain, roman, italic)] == [True, False, False]


def test_a_house_is_said_in_its_edition():
    """The editorialDecl of what is read by a house's conventions says them, and no others."""
    from tei_edition.encode import encode  # noqa: PLC0415 - only here

    def declared(profile: str) -> str:
        edition = lone(profile)
        root = encode(annotate([source("It was an [old] mill.\n")], edition)[0], edition).tree.getroot()
        return " ".join(p.text or "" for p in root.iterfind(".//{*}editorialDecl/{*}p"))

    assert "conventions of frus." in declared("frus")
    assert "An italic bracket after a word corrects it" in declared("frus")
    assert "restored where the source is lost" in declared("leiden-lite")
    assert "italic" not in declared("leiden-lite")
    assert {name for name in profiles.names() if f"conventions of {name}." in declared(name)} == set(profiles.names())


def test_every_convention_has_its_sentence():
    """Whatever a house may say has a sentence, for the edition or for whoever asks."""
    assert {(key, value) for key, values in CHOICES.items() for value in values} == set(said.SENTENCES) | set(said.NEUTRAL)


@pytest.mark.parametrize("name", profiles.names())
def test_what_an_edition_says_of_its_house_is_what_is_explained(name):
    """`explain profile` tells each sentence of the editorialDecl, and what the house leaves as it is besides."""
    from tei_edition.encode import encode  # noqa: PLC0415
    from tei_edition.explaining import explain  # noqa: PLC0415

    edition = lone(name)
    root = encode(annotate([source("It was an [old] mill.\n")], edition)[0], edition).tree.getroot()
    declared = " ".join(" ".join(p.text or "" for p in root.iterfind(".//{*}editorialDecl/{*}p")).split())
    explained = explain(name, "profile")
    house = profiles.load(name)

    assert all(sentence in declared and f"- {sentence}" in explained for sentence in said.sentences(house))
    assert all(sentence not in declared and f"- {sentence}" in explained for sentence in said.neutral(house))
    assert list(said.neutral(house))


def test_a_house_that_dates_in_doubled_brackets(tmp_path):
    """Where the profile says so, doubled brackets hold a date or a place, and its own word for a unit is counted."""
    (tmp_path / "ours.toml").write_text('doubled = "date-place"\n[units]\nfolios = "page"\n', encoding="utf-8")
    edition = replace(lone("ours"), folder=tmp_path)
    found = annotate([source("[[Kingston]] the 5th. They took the [3 folios illegible] of it.")], edition)[0].spans

    assert [span.class_ for span in found if span.kind == "bracket"] == ["date-place", "unread-count"]
    assert [dict(piece.attributes).get("unit") for span in found for piece in span.pieces if piece.element == "gap"] == ["page"]


def test_full_width_brackets_where_the_house_has_them(tmp_path):
    """Full-width brackets are brackets where the profile says so, and a lone one is told; elsewhere they are ordinary characters."""
    (tmp_path / "ours.toml").write_text('wide = "brackets"\n', encoding="utf-8")
    text = "They met in Wexfrod \uff3bsic\uff3d at noon. The gate\uff3b was shut."
    ours, usual = (annotate([source(text)], edition)[0] for edition in (replace(lone("ours"), folder=tmp_path), lone()))

    assert [span.class_ for span in ours.spans if span.kind == "bracket"] == ["sic", "unbalanced"]
    assert "bracket-unbalanced" in [finding.code for finding in ours.findings]
    assert [span.class_ for span in usual.spans if span.kind == "bracket"] == []
