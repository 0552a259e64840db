"""Interventions: each at its place in the transcript, with its meaning and its size, and the words counted with and without them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from tei_edition import registry
from tei_edition.conversion import convert_bytes
from tei_edition.edition import Edition
from tei_edition.errors import MarkupError
from tei_edition.intervening import interventions, of_tree, read, sums, tables
from tei_edition.resources import XSLT
from tei_edition.rules import brackets
from tests.brackets_cases import encoded as case_encoded
from tests.brackets_cases import every
from tests.families import FAMILIES, encoded
from tests.teidoc import document

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.intervening import Interventions

HARBOUR = """Meeting of the Harbour Board, May 4, 1921

HOLM: The pier [at Wexford] cost [2 lines not declassified] and [less than 1 line not declassified] more.

MARLOW: I wrote to [Johann] Holm on June 17 [11]. He said: [illegible] wait [for?] the ferr[y].

HOLM: [Laughter.] We shall [name not declassified] it. The clerk [the new one] is out.

[Here follows discussion of the lamps.]

[Source: Harbour Archive, box 3.]
"""

READ_AS = {
    "footnote-mark": {"footnote", "original"},
    "illegible": {"conjecture"},
    "lost-letters": {"missing"},
    "nested-inner": {"original"},
    "note": {"translator"},
    "pause": {"illegible"},
}
"""Classes of rules that a TEI file says in another way, where it has no word of its own for them."""


def of(text: str, **settings: Any) -> Interventions:
    """Return the interventions in the transcript *text*."""
    edition = Edition(title="Minutes", language="en", **settings)
    return of_tree(convert_bytes(text.encode(), edition, "harbour.txt").tree, "harbour")


def rows(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_each_stands_at_its_place_in_the_transcript() -> None:
    """Line and column of a row are those of its first character in the transcript, and its words are those that stand there."""
    lines = HARBOUR.split("\n")
    found = of(HARBOUR).rows

    assert len(found) == 13
    assert [row.printed for row in found if not lines[row.line - 1][row.column - 1 :].startswith(row.printed)] == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_places_agree_with_the_source_map(family: Any) -> None:
    """The TEI file alone gives the very places that the source map has of the same elements."""
    made = encoded(family)
    mapped = {entry["id"]: (entry["line"], entry["column"]) for entry in made.entries if entry["id"]}
    found = {row.id: (row.line, row.column) for row in of_tree(made.tree, family.name).rows if row.id}

    assert {id_: place for id_, place in found.items() if mapped[id_] != place} == {}


@pytest.mark.parametrize("case", every(), ids=lambda case: case.name)
def test_the_class_is_the_one_the_rule_found(case: Any) -> None:
    """The list names each bracket as the rule did that read it, or as the table of this test says."""
    classes, made = case_encoded(case)
    left = Counter(row.class_ for row in of_tree(made.tree, "case").rows)
    for name in classes:
        given = next((one for one in [name, *sorted(READ_AS.get(name, ()))] if left[one]), None)
        assert given or name in {"footnote-mark", "sic"}, f"{name} is not among {left}"
        left[given or name] -= 1

    assert {name for name, number in left.items() if number > 0} <= {"note"}


def test_every_class_says_what_was_done() -> None:
    """Each meaning of a bracket has a name in plain words and is counted under an act, such as what was withheld."""
    strings = etree.parse(XSLT / "common" / "strings-data.xsl").getroot()
    named = {element.get("key").removeprefix("class."): element.get("act") for element in strings.iter("{*}string")}
    rules = {name.replace("_", "-") for name in registry.modules(brackets)}

    assert {name for name in rules if not named.get(name)} <= {"remark"}
    assert {key for key in named if key.startswith("class.") and not named[key]} == set()


def test_an_amount_has_its_unit_and_its_bound() -> None:
    """Two lines are two, less than a line is one at most, and what states no size is counted without one."""
    (withheld,) = [one for one in of(HARBOUR).sums if one.class_ == "redaction"]

    assert [(one.unit, one.bound, one.amount) for one in withheld.amounts] == [("line", "exactly", 2), ("line", "at most", 1)]
    assert (withheld.act, withheld.interventions, withheld.unmeasured) == ("withheld", 3, 1)


def test_what_was_withheld_is_summed_first() -> None:
    """The sums stand in the order of acts, whatever the order in the text."""
    assert [one.act for one in of(HARBOUR).sums][:3] == ["withheld", "omitted", "unread"]


def test_words_are_counted_with_and_without_the_editors() -> None:
    """A word supplied is none of the text; one with a letter of the text is; what is said about the text is neither."""
    words = of("HOLM: Come [in, John], the ferr[y] left. [Laughter.]\n\nMARLOW: No.\n\nHOLM: [Two] men.\n").words

    assert (words.text, words.supplied, words.labels, words.remarks) == (6, 3, 3, 1)


def test_each_speaker_has_turns_and_words() -> None:
    """A speaker's words are those of all his turns, without the label, the editor's apart."""
    found = of(HARBOUR).speakers

    assert [(one.speaker, one.turns, one.supplied, one.labels) for one in found] == [
        ("HOLM", 2, 5, ("HOLM:",)), ("MARLOW", 1, 2, ("MARLOW:",)),
    ]
    assert found[1].text == 13


def test_a_row_says_in_whose_turn_it_stands_and_by_whom_it_is() -> None:
    """Speaker, label, paragraph and whoever the settings name for the brackets stand in the row."""
    row = next(row for row in of(HARBOUR, brackets_by="Ann Lee").rows if row.printed == "[at Wexford]")

    assert (row.speaker, row.label, row.paragraph, row.by, row.words) == ("HOLM", "HOLM:", "t1.p1", ("Ann Lee",), "at Wexford")
    assert row.link.startswith("harbour.html#t1.p1")


def test_the_page_is_that_of_the_last_page_break() -> None:
    """A row says on which page of the source it stands, as the last page break before it numbers it."""
    body = '<p xml:id="p1"><supplied>a</supplied> b</p><pb n="7"/><p xml:id="p2"><supplied>c</supplied></p>'

    assert [(row.page, row.paragraph) for row in of_tree(document(body), "d").rows] == [("", "p1"), ("7", "p2")]


def test_kinds_and_codes_come_from_the_taxonomies() -> None:
    """What @ana names in another taxonomy is a kind of thing, and in that of exemptions a code."""
    tree = document('<p xml:id="p1"><gap reason="redacted" ana="#redaction #name #b1"><desc>x</desc></gap></p>')
    declared = tree.getroot().find(".//{*}classDecl")
    for taxonomy in ('<taxonomy xml:id="withheld"><category xml:id="name"><catDesc>withheld: a name</catDesc></category></taxonomy>',
                     '<taxonomy xml:id="exemptions"><category xml:id="b1" n="(b)(1)"><catDesc>secret</catDesc></category></taxonomy>'):
        declared.append(etree.fromstring(taxonomy.replace("<taxonomy", '<taxonomy xmlns="http://www.tei-c.org/ns/1.0"')))
    (row,) = of_tree(tree, "d").rows

    assert (row.class_, row.things, row.codes) == ("redaction", ("a name",), ("(b)(1)",))
    assert [(one.things[0].name, one.codes[0].name) for one in of_tree(tree, "d").sums] == [("a name", "(b)(1)")]


@pytest.mark.parametrize(("last", "printed"), [("", "[one two three four]"), (' next="#a"', "[one two three four")])
def test_pieces_of_one_intervention_are_one_row(last: str, printed: str) -> None:
    """What goes on in the next paragraph is counted once, with all its words; pointers that go in a circle end."""
    body = ('<p><supplied xml:id="a" next="#b">one two</supplied></p><p><supplied xml:id="b" prev="#a" next="#c">three</supplied></p>'
            f'<p><supplied xml:id="c" prev="#b"{last}>four</supplied></p>')
    (row,) = of_tree(document(body), "d").rows

    assert (row.count, row.words, row.printed) == (4, "one two three four", printed)


def test_csv_is_that_of_the_standard() -> None:
    """Lines end in CR LF, quotes are doubled, the first line names the columns, and each row has as many cells (RFC 4180)."""
    data = tables.as_csv([of('HOLM: He said [the "new, old" one] there.\n\nMARLOW: No.\n')])

    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert b'"[the ""new, old"" one]"' in data
    assert [None in row for row in rows(data)] == [False]
    assert list(rows(data)[0]) == list(tables.COLUMNS)


@pytest.mark.parametrize("opening", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(opening: str) -> None:
    """A cell that a spreadsheet would calculate has an apostrophe before it."""
    body = f"<p><unclear>{opening}HYPERLINK(1)</unclear></p>"
    (row,) = rows(tables.as_csv([of_tree(document(body, marks=()), "d")]))

    assert row["printed"] == f"'{opening}HYPERLINK(1)"


def test_json_gives_the_records_back() -> None:
    """What was written as JSON is read as the same records."""
    found = of(HARBOUR, brackets_by="Ann Lee")

    assert read.document(tables.as_json(found)) == found


def test_sums_of_an_edition_are_those_of_its_documents() -> None:
    """Two documents have twice what one has: interventions, amounts, words and turns."""
    one = of(HARBOUR)
    twice = json.loads(tables.edition_json("Minutes", [one, one]))
    once = json.loads(tables.as_json(one))

    assert [entry["interventions"] for entry in twice["sums"]] == [2 * entry["interventions"] for entry in once["sums"]]
    assert twice["words"] == {key: 2 * value for key, value in once["words"].items()}
    assert [entry["turns"] for entry in twice["speakers"]] == [2 * entry["turns"] for entry in once["speakers"]]
    assert sums.sums([one]) == one.sums


def test_a_file_that_is_no_tei_is_told(tmp_path: Path) -> None:
    """A file without a text is refused in words."""
    path = tmp_path / "a.xml"
    path.write_text("<a/>", encoding="utf-8")
    with pytest.raises(MarkupError, match="text"):
        interventions([path])


@pytest.mark.parametrize(("kind", "begins"), [("text", b"harbour"), ("csv", b"document,line,column,"), ("json", b"{")])
def test_the_command_lists_them(tmp_path: Path, kind: str, begins: bytes) -> None:
    """``tei-edition interventions`` writes each format to standard output."""
    made = convert_bytes(HARBOUR.encode(), Edition(title="Minutes", language="en"), "harbour.txt")
    made.tree.write(tmp_path / "harbour.xml", encoding="utf-8")
    call = [sys.executable, "-m", "tei_edition", "interventions", "--format", kind, tmp_path / "harbour.xml"]
    done = subprocess.run(call, capture_output=True, check=True)

    assert done.stdout.startswith(begins)
    assert b"[2 lines not declassified]" in done.stdout
