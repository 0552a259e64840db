"""What one decision says: its keys in ``decisions.toml``, of which reader, schema and documentation are made."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from tei_edition import fields as kinds
from tei_edition.fields import DATE, PAIRS, TEXT, Field, Kind
from tei_edition.model import Attributes, Finding, Position

FILE = "decisions.toml"
TABLE = "decision"
"""The name of each table: ``[[decision]]``."""

Subject = Literal["bracket", "label", "name", "date"]
CERTAINTIES = ("high", "medium", "low", "unknown")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision stands: the file, the position of its quotation, that line, and the line in which its table begins (*first*)."""

    path: str
    start: Position
    excerpt: str = ""
    first: int = 1

    def finding(self, code: str, message: str, advice: str = "") -> Finding:
        """Return an error at this place."""
        return Finding(self.path, code, message, advice, self.start, excerpt=self.excerpt)


NOWHERE = Place(FILE, Position(1, 1))


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What a person decided of one place in one *document* (the name of its file), which is *quote* after *before* and before *after*.

    *as_* is the class of a bracket, with its *attributes* and the words that it is *of*; *speaker* tells whether a label is one, *who*
    whom it names; *ref* is whom a name means; *name* is False for what is no name, *bracket* for marks that are ordinary characters;
    *date* is ISO 8601, or ``none``. *every* tells that each such place is meant. *resp* is who decided, *why* the reason, *when* the
    day, *cert* how sure that person is.
    """

    document: str
    quote: str
    resp: str
    why: str
    before: str = ""
    after: str = ""
    when: str = ""
    cert: str = ""
    as_: str = ""
    of: str = ""
    attributes: Attributes = ()
    speaker: bool | None = None
    who: str = ""
    ref: str = ""
    name: bool | None = None
    bracket: bool | None = None
    date: str = ""
    every: bool = False
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def subject(self) -> Subject:
        """What it is about, by what it says."""
        if self.speaker is not None or self.who:
            return "label"
        if self.date:
            return "date"
        bracket = self.as_ or self.bracket is False or re.fullmatch(r"[\[{].*[\]}]", self.quote, re.DOTALL)
        return "bracket" if bracket else "name"

    @property
    def match(self) -> str:
        """The attribute that it is about; empty where it is what the place is at all."""
        if self.who and self.speaker is None:
            return "@who"
        if self.ref and not self.as_:
            return "@ref"
        return "@when" if self.date and self.date != NO_DATE else ""

    @property
    def said(self) -> str:
        """
        What is decided, in a few words.

        >>> Decision("a.txt", "[so]", "Ann", "...", as_="sic").said
        'as sic'
        """
        parts = [f"as {self.as_}"] if self.as_ else []
        if self.speaker is not None:
            parts.append("as a speaker" if self.speaker else "as no speaker")
        parts += [f"as the label of {self.who}"] if self.who else []
        parts += [f"as naming {self.ref}"] if self.ref else []
        parts += ["as no bracket"] if self.bracket is False else []
        parts += ["as no name"] if self.name is False else []
        parts += ["as no date" if self.date == NO_DATE else f"as the date {self.date}"] if self.date else []
        return ", ".join(parts)


NO_DATE = "none"


def _truth(value: object) -> bool:
    """Return *value* if it is true or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false" + kinds.was(value))  # noqa: TRY004 - a fault of the file
    return value


def _false(value: object) -> bool:
    """Return *value* if it is false."""
    if value is not False:
        raise ValueError("can only be false: what is a name or a bracket, the rules find")
    return False


def _certainty(value: object) -> str:
    """Return *value* if it says how sure somebody is."""
    if value not in CERTAINTIES:
        raise ValueError(f"must be one of {', '.join(CERTAINTIES)}{kinds.was(value)}")
    return str(value)


def _date(value: object) -> str:
    """Return a date as ISO 8601 writes it, or ``none`` for false."""
    return NO_DATE if value is False else kinds.date(value)


TRUTH = Kind("true or false", {"type": "boolean"}, _truth)
FALSE = Kind("false", {"const": False}, _false)
CERTAINTY = Kind("certainty", {"enum": list(CERTAINTIES)}, _certainty)
DATE_OR_NONE = Kind("date or false", {"anyOf": [DATE.schema, {"const": False}]}, _date)

FIELDS = (
    Field("document", TEXT, "name of the transcript's file", '"1986-11-13.txt"', required=True),
    Field("quote", TEXT, "what it is about, as printed: a bracket with its marks, a speaker's label, a name or a date", '"[We should]"',
          required=True),
    Field("before", TEXT, "words before the quotation, enough to tell it from others", '"and then he said: "'),
    Field("after", TEXT, "words after the quotation", '" not bend"'),
    Field("every", TRUTH, "true: each such place of the document is meant", "true"),
    Field("as", TEXT, "class of the bracket (tei-edition explain rule NAME); original: the document's own", '"omitted"'),
    Field("of", TEXT, "words beside the bracket that it is about: the wrong word, the abbreviation, the rest of the name", '"June 17"'),
    Field("attributes", PAIRS, "TEI attributes of the bracket's element", '{ unit = "line", quantity = "2" }'),
    Field("speaker", TRUTH, "whether the words that open a paragraph are a speaker's label", "false"),
    Field("who", TEXT, "whom a label means: a name, or # and an id", '"Henry Kissinger"'),
    Field("ref", TEXT, "whom a name means: a name, or # and an id", '"Yuri Orlov"'),
    Field("name", FALSE, "false: what is read as a name is none", "false"),
    Field("bracket", FALSE, "false: the marks are ordinary characters, no bracket; so for a mark without a partner", "false"),
    Field("date", DATE_OR_NONE, "what day a printed date is, or false: it is none", "1986-11-13"),
    Field("cert", CERTAINTY, "how sure the person is who decides", '"medium"'),
    Field("resp", TEXT, "who decides", '"Jane Doe"', required=True),
    Field("when", DATE, "when it was decided", "2026-11-24"),
    Field("why", TEXT, "the reason, in a sentence", '"The note-taker drops the subject throughout."', required=True),
)
"""What can be said in one decision."""
