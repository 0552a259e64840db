"""Reports: the carets stand under the very characters, on a screen too; a program gets the same as JSON."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition import registry
from tei_edition.check import reports
from tei_edition.check.reports._layout import ELLIPSIS, WIDTH, cell, excerpt
from tei_edition.errors import UsageError
from tei_edition.model import Finding, Position


def finding(line: str, first: int, last: int | None = None) -> Finding:
    """Return a finding at columns *first* to *last* (exclusive) of *line*."""
    end = None if last is None else Position(3, last)
    return Finding("f.xml", "rng-element", "There is none.", "Write p.", Position(3, first), end, "error", line)


FOUND = (
    finding("\t<pp>漢e\u0301</pp>", 2, 5),
    Finding("g.xml", "sch-x", "Look at this.", "", Position(1, 1), Position(2, 1), "warning", "<TEI>"),
    Finding("h.xml", "xml-empty", "The file is empty.", "Put the document into it."),
)
FULL = """\
f.xml:3:2: error rng-element: There is none.
    3 |     <pp>漢e\u0301</pp>
      |     ^^^
  Write p.

g.xml:1:1: warning sch-x: Look at this.
    1 | <TEI>
      | ^^^^^

h.xml: error xml-empty: The file is empty.
  Put the document into it.

2 errors, 1 warning in 3 files.
"""
CONCISE = """\
f.xml:3:2: error rng-element: There is none. Write p.
g.xml:1:1: warning sch-x: Look at this.
h.xml: error xml-empty: The file is empty. Put the document into it.
"""


def under(shown: str, carets: str) -> str:
    """Return the characters of *shown* over *carets*, counting cells as a screen does."""
    found, at = "", 0
    for character in shown:
        width = 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if (at < len(carets) and carets[at] == "^" and (width or found)) or (width == 0 and found and at == len(carets)):
            found += character
        at += width
    return found


def test_full():
    """The full report, to the letter: tabs are four cells, wide characters two, combining ones none."""
    assert reports.report("full", FOUND) == FULL


def test_concise():
    """One line for each finding."""
    assert reports.report("concise", FOUND) == CONCISE


def test_json():
    """The JSON holds everything, in the order of the findings."""
    found = json.loads(reports.report("json", FOUND, colour=True))

    assert [item["start"] for item in found] == [{"line": 3, "column": 2}, {"line": 1, "column": 1}, None]
    assert found[0] == {
        "path": "f.xml",
        "code": "rng-element",
        "severity": "error",
        "message": "There is none.",
        "advice": "Write p.",
        "start": {"line": 3, "column": 2},
        "end": {"line": 3, "column": 5},
        "excerpt": "\t<pp>漢e\u0301</pp>",
        "origin": None,
    }


@pytest.mark.parametrize("name", reports.names())
def test_colour_only_if_wanted(name):
    """Without colour a report is plain text; with it the words are the same."""
    plain, coloured = (reports.report(name, FOUND, colour=colour) for colour in (False, True))

    assert "\x1b" not in plain
    for code in ("0", "1", "2", "31", "33"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


@pytest.mark.parametrize("name", ["full", "concise"])
def test_nothing_found(name):
    """Where nothing is found nothing is said."""
    assert reports.report(name, ()) == ""


def test_unknown_format():
    """An unknown format is answered with those there are."""
    with pytest.raises(UsageError, match="concise, full, github, gitlab, html, json"):
        reports.report("xls", ())


def test_folder_is_the_registry():
    """Every module of the folder is a format."""
    assert reports.names() == tuple(registry.modules(reports))


@pytest.mark.parametrize(
    ("line", "first", "last", "expected"),
    [
        ("<a>漢字 & x</a>", 7, 8, "&"),
        ("e\u0301e\u0301 <b>", 6, 8, "<b"),
        ("\t\t<b>", 3, 5, "<b"),
        ("שלום <b> عليكم", 6, 8, "<b"),
        ("漢字漢字", 2, 4, "字漢"),
        ("x" * 5000 + "<b>" + "y" * 5000, 5001, 5003, "<b"),
        ("漢" * 5000 + "<b>", 5001, 5004, "<b>"),
        ("\x1b[31m<b", 6, 8, "<b"),
    ],
)
def test_carets(line, first, last, expected):
    """The carets stand under the characters at fault among wide, combining, right-to-left and control characters."""
    shown, carets = excerpt(finding(line, first, last))

    assert under(shown, carets) == expected
    assert "\x1b" not in shown


characters = st.text(alphabet="a<&é漢\u0301 \tא\u200d\u202e", min_size=1, max_size=400)


@given(characters, st.data())
def test_carets_in_any_line(line, data):
    """In any line, however long, what is over the carets is what is at fault (or its beginning), and the line fits."""
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first + 1, len(line)))
    shown, carets = excerpt(finding(line, first + 1, last + 1))
    fault = "".join(cell(character)[0] for character in line[first:last])

    assert sum(cell(character)[1] for character in shown) <= WIDTH + 2 * len(ELLIPSIS) + 1
    over = under(shown, carets)
    if cell(line[first])[1] and cell(line[last - 1])[1] and len(fault) < WIDTH // 2:
        assert over.rstrip("\u0301\u200d" + ELLIPSIS) == fault


def test_end_of_line():
    """A fault at the very end of a line has its caret after the last character."""
    assert excerpt(finding("<a", 3)) == ("<a", "  ^")


def test_long_excerpt_is_not_in_the_json():
    """A line of megabytes does not fill the JSON."""
    assert json.loads(reports.report("json", (finding("x" * 100_000, 5, 6),)))[0]["excerpt"] == ""
