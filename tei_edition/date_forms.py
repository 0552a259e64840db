"""The forms of dates: one pattern of all, the longer before those they begin with; the names of its parts tell how they are read."""

from __future__ import annotations

import re
from functools import cache

from tei_edition import languages

DAY = r"(?P<{0}>\d{{1,2}})(?:(?:st|nd|rd|th|d)(?!\w)\.?|er|\.?[º°]|-?го|\.)?"
YEAR = r"(?P<{0}>[12]\d{{3}})(?!\d)"
OF = r"(?:(?:day\s+)?of\s+|de\s+)?"
OF_YEAR = r"(?:\s*,)?\s+(?:de\s+|del\s+)?"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ARTICLE = r"(?:(?:the|den|dem|le|il|l['’]|el|de|het)\s*)?"


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of all forms of a date."""
    forms = (*_stretches(), *_two_styles(), *_days(), *_less())
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _month() -> str:
    """Return the pattern of the name of a month, to be formatted with what the part is called."""
    names = sorted(languages.months(), key=lambda name: (-len(name), name))
    return rf"(?P<{{0}}>ב?(?:{'|'.join(map(re.escape, names))}))(?!\w)\.?"


def _stretches() -> tuple[str, ...]:
    """Return the forms of days and months from one to another."""
    month, day, year = _month(), DAY.format, YEAR.format
    to = rf"(?:\s*[–—-]\s*|\s+{languages.pattern('until')}\s+{ARTICLE})"
    return (
        rf"(?<!\w){day('day1')}\s+{month.format('since1')}{to}{day('last1')}\s+{OF}{month.format('month1')}{OF_YEAR}{year('year1')}",
        rf"(?<!\w){month.format('since2')}\s+{day('day2')}{to}{month.format('month2')}\s+{day('last2')}\s*,?\s+{year('year2')}",
        rf"(?<!\w){day('day3')}{to}{day('last3')}\s+{OF}{month.format('month3')}{OF_YEAR}{year('year3')}",
        rf"(?<!\w){month.format('month4')}\s+{day('day4')}{to}{day('last4')}\s*,?\s+{year('year4')}",
        rf"(?<![\d.])(?P<day5>\d{{1,2}})\.{to}(?P<last5>\d{{1,2}})\.\s?(?P<month5>0?[1-9]|1[0-2])\.\s?{year('year5')}",
        rf"(?<!\w){month.format('since14')}{OF_YEAR}{year('begun14')}{to}{month.format('month14')}{OF_YEAR}{year('year14')}",
        rf"(?<!\w){month.format('since15')}{to}{month.format('month15')}{OF_YEAR}{year('year15')}",
    )


def _two_styles() -> tuple[str, ...]:
    """Return the forms of one day in two styles: ``1/13 March``, ``1 (13) March``, ``28 February (12 March)``."""
    month, day, year = _month(), DAY.format, YEAR.format
    return (
        rf"(?<!\w)(?P<day6>\d{{1,2}})\s?/\s?(?P<other6>\d{{1,2}})\s+{OF}{month.format('month6')}{OF_YEAR}{year('year6')}",
        rf"(?<!\w){day('day16')}\s?\({day('other16')}\)\s+{OF}{month.format('month16')}{OF_YEAR}{year('year16')}",
        rf"(?<!\w){day('day17')}\s+{month.format('elder17')}\s*[/(]\s*{day('other17')}\s+{OF}{month.format('month17')}\)?{OF_YEAR}{year('year17')}",
    )


def _days() -> tuple[str, ...]:
    """Return the forms of a day."""
    month, day, year = _month(), DAY.format, YEAR.format
    roman = rf"(?P<month{{0}}>{'|'.join(sorted(ROMAN, key=len, reverse=True))})"
    return (
        rf"(?<!\w){month.format('month7')}\s*,?\s+{day('day7')}\s*,?\s+{year('year7')}",
        rf"(?<!\w){day('day8')}\s+{OF}{month.format('month8')}{OF_YEAR}{year('year8')}",
        rf"(?<![\d.-]){year('year9')}-(?P<month9>0[1-9]|1[0-2])-(?P<day9>[0-3]\d)(?!\d)",
        rf"(?<![\d.])(?P<day10>\d{{1,2}})\.\s?(?P<month10>\d{{1,2}})\.\s?{year('year10')}",
        rf"(?<![\w.])(?P<day11>\d{{1,2}})[./]\s?{roman.format('11')}[./-]\s?{year('year11')}",
        rf"(?<![\d/-])(?P<one12>\d{{1,2}})(?P<sign12>[-/])(?P<two12>\d{{1,2}})(?P=sign12){year('year12')}",
    )


def _less() -> tuple[str, ...]:
    """Return the forms that name no day: a month, a season, ten years, a year that other words speak of."""
    month, year = _month(), YEAR.format
    of_season = rf"(?:{languages.pattern('season_of')}\s+)?"
    return (
        rf"(?<!\w){month.format('month13')}{OF_YEAR}{year('year13')}",
        rf"(?<!\w)(?P<season18>{languages.pattern('winter')})\s+{of_season}{year('year18')}\s?[/–—-]\s?(?P<close18>\d{{4}}|\d\d)(?!\d)",
        rf"(?<!\w)(?P<season19>{languages.pattern('season')}|{languages.pattern('winter')})\s+{of_season}{year('year19')}",
        r"(?<![\w./-])(?P<decade20>[12]\d\d0)(?:['’]?s|er|-е|-х|-ых)(?!\w)",
        r"(?<![\w./-])(?P<alone21>[12]\d{3})(?![\w/–—-]|\.\d)",
    )
