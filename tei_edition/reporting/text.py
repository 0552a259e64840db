"""A report as text, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_edition.reporting.model import Doubt, Open, Report, Settled


def as_text(report: Report) -> str:
    """Return *report* as text."""
    parts = [
        (f"{report.file}: {report.title}", _words(report)),
        ("Speakers", [_speaker(report, number) for number in range(len(report.speakers))]),
        ("Labels refused", _open(report, report.refused)),
        ("People not resolved", _open(report, report.unresolved)),
        ("Uncertain, worst first", [line for doubt in report.doubts for line in _doubt(report, doubt)]),
        *([("Decided", [_settled(report, one) for one in report.decided])] if report.decided else []),
        ("Missing from the header; write into edition.toml what is known", [f"{one.what}: {one.write}" for one in report.missing]),
        ("To look at", [f"{report.at(one.start)}: {one.message} {one.advice}".strip() for one in report.findings]),
        ("Found", [f"{count:4} {name}" for name, count in report.found]),
    ]
    return "\n".join(line for title, lines in parts for line in _part(title, lines))


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield a part of the report with its title."""
    yield f"{title}:"
    yield from (f"  {line}" for line in lines or ["nothing"])
    yield ""


def _words(report: Report) -> list[str]:
    """Return how many words there are, with and without those supplied."""
    words = report.words
    return [f"{words.text} words of the text, {words.text + words.supplied} with those supplied; {words.remarks} words about the text"]


def _speaker(report: Report, number: int) -> str:
    """Return a line on a speaker."""
    one = report.speakers[number]
    turns = f"{one.turns} turn{'' if one.turns == 1 else 's'}"
    return f"{one.speaker}: {turns}, {one.text} words, {one.text + one.supplied} with those supplied; printed {', '.join(one.labels)}"


def _open(report: Report, waiting: Sequence[Open]) -> list[str]:
    """Return lines on what waits for a person."""
    lines = []
    for one in waiting:
        lines.append(f"{report.at(one.place)}: “{one.quote}”. {one.why}")
        lines += [f"    {one.command}"] if one.command else []
    return lines


def _settled(report: Report, one: Settled) -> str:
    """Return the line on what a person decided."""
    about = f" ({one.about})" if one.about else ""
    was = f", not {one.was}" if one.was else ""
    day = f", {one.when}" if one.when else ""
    return f"{report.at(one.place)}: “{one.quote}”: {one.class_}{about}{was}. {one.resp}{day}: {one.why}"


def _doubt(report: Report, doubt: Doubt) -> Iterator[str]:
    """Yield the lines on an uncertain choice."""
    rival = f" Else: {doubt.rival}." if doubt.rival else ""
    times = f", {doubt.times} places" if doubt.times > 1 else ""
    yield f"{report.at(doubt.place)}: “{doubt.quote}”{times}: {doubt.class_} ({doubt.cert}). {doubt.why}{rival}"
    yield from (f"    {command}" for command in (doubt.confirm, doubt.instead) if command)
