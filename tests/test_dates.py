"""Dates: read in eight languages and more, stretches of days, Old Style, and days that are not there."""

from __future__ import annotations

import time

import pytest

from tei_edition import dates
from tei_edition.ingest import txt
from tei_edition.model import Piece, Span
from tei_edition.rules import dated


def read(text):
    return [found.when for found in dates.find(text)]


@pytest.mark.parametrize("text", [
    "13 November 1986", "November 13, 1986", "13th of November 1986", "the 13th day of November, 1986", "Nov. 13th, 1986",
    "13. November 1986", "le 13 novembre 1986", "13 de noviembre de 1986", "13 novembre 1986", "13. listopadu 1986",
    "13 november 1986", "13 ноября 1986 г.", "13-го ноября 1986", "13 نوفمبر 1986", "13 בנובמבר 1986",
    "1986-11-13", "13.11.1986", "13. 11. 1986", "13.XI.1986", "13/XI/1986", "13-11-1986", "11/13/1986",
])
def test_a_day_is_read_in_each_form(text):
    """The same day is read from each language's form and from each numeric one whose order is certain."""
    assert read(text) == ["1986-11-13"]


@pytest.mark.parametrize(("text", "when"), [("May 1986", "1986-05"), ("en mai 1986", "1986-05"), ("в мае 1986", ""), ("mai 1986", "1986-05")])
def test_a_month_is_read_without_a_day(text, when):
    """A month with its year is a date of its own, if the language's form of it is known."""
    assert read(text) == ([when] if when else [])


@pytest.mark.parametrize("text", ["3/4/1962", "04-03-1962", "1998-2000", "No. 12. 1986 letters", "30. 7. 905", "12:30", "May 12", "7 mai 19505"])
def test_nothing_is_guessed(text):
    """A numeric date of uncertain order, a year of three or five digits, a number: none is a date."""
    assert read(text) == []


@pytest.mark.parametrize("text", ["31 April 1950", "31.4.1950", "February 30, 1950", "1950-13-41 29 February 1900", "40-40-1950"])
def test_an_impossible_day_is_told(text):
    """A day that no calendar has is found, and has no ISO form."""
    assert read(text) == [""]


@pytest.mark.parametrize(("text", "attributes"), [
    ("12–13 November 1986", (("from", "1986-11-12"), ("to", "1986-11-13"))),
    ("November 12-13, 1986", (("from", "1986-11-12"), ("to", "1986-11-13"))),
    ("30 April – 2 May 1945", (("from", "1945-04-30"), ("to", "1945-05-02"))),
    ("12. bis 14. Mai 1950", (("from", "1950-05-12"), ("to", "1950-05-14"))),
    ("du 12 au 14 mai 1950", (("from", "1950-05-12"), ("to", "1950-05-14"))),
    ("с 12 по 14 мая 1950 г.", (("from", "1950-05-12"), ("to", "1950-05-14"))),
    ("the night of 12-13 November 1986", (("notBefore", "1986-11-12"), ("notAfter", "1986-11-13"))),
    ("zwischen 8. und 17. 3. 1895", (("notBefore", "1895-03-08"), ("notAfter", "1895-03-17"))),
    ("between the 8th and 17th March 1895", (("notBefore", "1895-03-08"), ("notAfter", "1895-03-17"))),
    ("в ночь с 12 на 13 ноября 1986 года", (("notBefore", "1986-11-12"), ("notAfter", "1986-11-13"))),
])
def test_stretches_of_days_keep_both_ends(text, attributes):
    """Days from one to another have @from and @to; a day between two has @notBefore and @notAfter."""
    assert [found.attributes for found in dates.find(text)] == [attributes]


def test_a_stretch_that_ends_before_it_begins_is_told():
    """Days that run backwards are no stretch of days."""
    assert read("14–12 May 1950") == [""]


@pytest.mark.parametrize(("text", "when"), [
    ("25 October 1917 (Old Style)", "1917-11-07"), ("25 октября 1917 (ст. ст.)", "1917-11-07"), ("5 March 1700 O.S.", "1700-03-16"),
    ("1/13 March 1881", "1881-03-13"), ("30 January 1649 (Old Style)", "1649-02-09"),
])
def test_old_style_is_counted_on(text, when):
    """The ISO form of a day in Old Style is its Gregorian day."""
    assert read(text) == [when]


def test_two_days_that_are_no_two_styles_are_no_date():
    """3/9 March is neither one day in two styles nor a range."""
    assert read("3/9 March 1881") == []


def test_the_place_of_a_date_is_its_own():
    """A date begins and ends with its own characters."""
    text = "Vienna, 13 November 1986, 3 p.m."
    assert [text[found.start : found.end] for found in dates.find(text)] == ["13 November 1986"]


def test_reading_is_linear():
    """A million characters full of numbers take no longer than a few seconds."""
    start = time.perf_counter()
    list(dates.find("12 13. 4 May 1 - 2/3 and 12 " * 40_000))
    assert time.perf_counter() - start < 20


def spans(title):
    source = txt.read(title.encode(), "x.txt")
    block = Span(0, len(title), "block", "title", "title", "It is one.", pieces=(Piece("head", 0, len(title)),))
    return list(dated.annotate(source, [block])), list(dated.impossible(source, [block]))


def test_a_date_in_a_title_is_encoded_with_its_reason():
    """The date of a title is a span with its ISO form and a sentence."""
    (span,), findings = spans("Session of November 13, 1986")
    assert (span.kind, dict(span.attributes), findings) == ("date", {"when": "1986-11-13"}, [])
    assert span.evidence == "'November 13, 1986' can be read in one way only."


def test_a_stretch_in_a_title_dates_the_document_no_closer_than_it_says():
    """A document of several days is dated by the month or year that they share, and the element keeps both ends."""
    (span,), _ = spans("Session of November 12–14, 1986")
    assert dict(span.attributes) == {"when": "1986-11"}
    assert dict(span.pieces[0].attributes) == {"from": "1986-11-12", "to": "1986-11-14"}


def test_an_impossible_day_is_a_finding_at_its_place():
    """A day that is not there is told with line and column, and nothing is encoded."""
    found, (finding,) = spans("Session of April 31, 1950")
    assert found == []
    assert (finding.code, str(finding.start)) == ("date-impossible", "1:12")
