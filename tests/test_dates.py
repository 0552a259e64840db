"""Dates: read in eight languages and more, stretches of days, Old Style, and days that are not there."""

from __future__ import annotations

import pytest

from tei_edition import dates
from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.encode.weave import ID
from tei_edition.ingest import txt
from tei_edition.model import Piece, Span
from tei_edition.rules import dated
from tests.growth import growth


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


@pytest.mark.parametrize(("text", "when"), [("May 1986", "1986-05"), ("en mai 1986", "1986-05"), ("в мае 1986", "1986-05"), ("mai 1986", "1986-05")])
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
    """Eight times the numbers and dates take some eight times the time."""
    for part in ("12 13. 4 May 1 - 2/3 and 12 ", "before 4 May 1920 or c. 1921 "):
        assert growth(lambda text: list(dates.find(text)), part * 500, part * 4_000) < 40


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


@pytest.mark.parametrize("text", [
    "the night of 12-13 November 1986", "in der Nacht vom 12. auf den 13. November 1986", "in der Nacht zum 13. November 1986",
    "dans la nuit du 12 au 13 novembre 1986", "nella notte tra il 12 e il 13 novembre 1986", "nella notte dal 12 al 13 novembre 1986",
    "en la noche del 12 al 13 de noviembre de 1986", "v noci z 12. na 13. listopadu 1986", "in de nacht van 12 op 13 november 1986",
    "в ночь на 13 ноября 1986 года",
])
def test_a_night_lies_between_two_days(text):
    """In each language the night between two days is one of them, whether both or only the second is named."""
    assert [found.attributes for found in dates.find(text)] == [(("notBefore", "1986-11-12"), ("notAfter", "1986-11-13"))]


@pytest.mark.parametrize("text", [
    "May–June 1919", "from May to June 1919", "mai à juin 1919", "Mai bis Juni 1919", "май — июнь 1919 г.", "květen až červen 1919",
    "mei tot juni 1919", "de mayo a junio de 1919", "da maggio a giugno 1919", "May 1919 to June 1919",
])
def test_a_stretch_of_months_keeps_both_ends(text):
    """Months from one to another have @from and @to."""
    assert [found.attributes for found in dates.find(text)] == [(("from", "1919-05"), ("to", "1919-06"))]


@pytest.mark.parametrize("text", [
    "c. 1920", "ca. 1920", "circa 1920", "um 1920", "vers 1920", "около 1920 г.", "kolem roku 1920", "omstreeks 1920", "hacia 1920",
    "verso il 1920", "[1920?]", "[c. 1920]",
])
def test_what_a_document_is_not_sure_of_has_low_certainty(text):
    """A year that is about right or in question (EDTF 1920~, 1920?) is the year, in doubt."""
    assert [found.attributes for found in dates.find(text)] == [(("when", "1920"), ("cert", "low"))]


@pytest.mark.parametrize(("text", "bound"), [
    ("before 5 May 1919", "notAfter"), ("vor dem 5. Mai 1919", "notAfter"), ("avant le 5 mai 1919", "notAfter"), ("до 5 мая 1919 г.", "notAfter"),
    ("prima del 5 maggio 1919", "notAfter"), ("antes del 5 de mayo de 1919", "notAfter"), ("před 5. květnem 1919", "notAfter"),
    ("vóór 5 mei 1919", "notAfter"), ("after 5 May 1919", "notBefore"), ("nach dem 5. Mai 1919", "notBefore"),
    ("après le 5 mai 1919", "notBefore"), ("после 5 мая 1919 г.", "notBefore"), ("dopo il 5 maggio 1919", "notBefore"),
    ("después del 5 de mayo de 1919", "notBefore"), ("po 5. květnu 1919", "notBefore"), ("niet vóór 5 mei 1919", "notBefore"),
])
def test_a_day_before_or_after_another_has_one_bound(text, bound):
    """What lies before a day has @notAfter, what lies after it @notBefore, and neither has a day of its own."""
    (found,) = dates.find(text)
    assert (found.attributes, found.period) == (((bound, "1919-05-05"),), "")


@pytest.mark.parametrize("text", [
    "summer of 1919", "im Sommer 1919", "été 1919", "лето 1919 г.", "летом 1919 года", "estate 1919", "verano de 1919", "léto 1919", "zomer 1919",
])
def test_a_season_is_a_part_of_its_year(text):
    """A season is dated by its year alone: where it begins depends on where one stands."""
    assert [found.attributes for found in dates.find(text)] == [(("when", "1919"),)]


@pytest.mark.parametrize("text", ["winter 1919/20", "winter of 1919-1920", "зима 1919/20 г.", "Winter 1919/1920"])
def test_a_winter_may_lie_in_two_years(text):
    """A winter of two years lies in one of them."""
    assert [found.attributes for found in dates.find(text)] == [(("notBefore", "1919"), ("notAfter", "1920"))]


@pytest.mark.parametrize("text", ["the 1920s", "die 1920er Jahre", "1920-е годы"])
def test_ten_years_have_two_bounds(text):
    """The twenties are the years from 1920 to 1929."""
    assert [found.attributes for found in dates.find(text)] == [(("notBefore", "1920"), ("notAfter", "1929"))]


@pytest.mark.parametrize("text", [
    "25 October (7 November) 1917", "25 октября (7 ноября) 1917 г.", "25. Oktober (7. November) 1917", "25 octobre (7 novembre) 1917",
    "25 October/7 November 1917",
])
def test_one_day_in_two_styles_names_both_calendars(text):
    """A day printed in Old Style and in New Style is the Gregorian day, in both calendars."""
    assert [found.attributes for found in dates.find(text)] == [
        (("when", "1917-11-07"), ("calendar", "#calendar-julian #calendar-gregorian")),
    ]


@pytest.mark.parametrize(("text", "calendar"), [
    ("25 October 1917 (Old Style)", "#calendar-julian"), ("25. Oktober 1917 alten Stils", "#calendar-julian"),
    ("7 November 1917 (N.S.)", "#calendar-gregorian"), ("7 ноября 1917 г. (н. ст.)", "#calendar-gregorian"),
])
def test_a_style_that_is_named_is_the_calendar(text, calendar):
    """Words that name the style name the calendar in which the day is printed, and @when is Gregorian in both."""
    assert [found.attributes for found in dates.find(text)] == [(("when", "1917-11-07"), ("calendar", calendar))]


@pytest.mark.parametrize("text", ["13.13.1986", "0.5.1986", "31 février 1986", "31. Juni 1986", "31 ноября 1986 г."])
def test_no_calendar_has_such_a_day(text):
    """An impossible day is found in each language, and has no ISO form."""
    assert read(text) == [""]


@pytest.mark.parametrize("text", ["1919", "in 1919", "Budget of 1919", "1919-1921", "Begroting voor 1919", "25 October (9 November) 1917"])
def test_a_year_of_which_nothing_is_said_is_no_date(text):
    """A mere year is no date, and two days that are not the same in two styles are none."""
    assert read(text) == []


def header(title):
    """Return the date of the header of a document with *title*."""
    source = txt.read(f"{title}\n\nWe met.\n".encode(), "x.txt")
    (annotation,) = annotate([source], Edition())
    root = encode(annotation, Edition()).tree.getroot()
    (date,) = root.iterfind(".//{*}creation/{*}date")
    return dict(date.attrib), date.text, [calendar.get(ID) for calendar in root.iterfind(".//{*}calendar")]


def test_the_header_states_no_more_than_the_bound_that_is_known():
    """A document from before a day has that bound in its header, and no day."""
    assert header("Notes from before 5 May 1919") == ({"notAfter": "1919-05-05"}, "5 May 1919", [])


def test_the_header_declares_the_calendars_that_are_named():
    """A date that names a calendar points at its declaration."""
    assert header("Notes of 25 October 1917 (Old Style)") == ({"when": "1917-11-07"}, "25 October 1917", ["calendar-julian"])


def test_an_impossible_day_in_the_text_is_told_more_softly():
    """A day that is not there is told wherever it stands: as information where it does not date the document."""
    source = txt.read(b"Notes of 1 May 1950\n\nThe committee of the harbour met on 31 April 1950 and was dissolved.\n", "x.txt")
    (annotation,) = annotate([source], Edition())
    found = [(finding.severity, str(finding.start)) for finding in annotation.findings if finding.code == "date-impossible"]
    assert found == [("info", "3:37")]
