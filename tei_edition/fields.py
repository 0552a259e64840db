"""
Fields of a settings file: one definition each, from which the strict reader and the JSON Schema are made.

A `Kind` says what a value may be, once for people, once for a schema, once for the reader. A `Field` is a key with its
kind; a field of the kind `TABLE` has fields of its own, one of the kind `TABLES` has tables under names of any form.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*|x(-[A-Za-z0-9]{1,8})+")
WORD = re.compile(r"[^\W\d][\w.-]*")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value may be: in *words*, as a JSON *schema*, and as *read*, which returns it or raises `ValueError`."""

    words: str
    schema: Mapping[str, Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a settings file, its *kind*, what it *says*, an *example*, and its own *fields* if it is a table."""

    key: str
    kind: Kind
    says: str
    example: str = ""
    required: bool = False
    fields: tuple[Field, ...] = ()

    @property
    def attribute(self) -> str:
        """The name of the field in Python."""
        return self.key.replace("-", "_")


def text(value: object) -> str:
    """
    Return *value* if it is a text with something in it that XML can hold.

    >>> text("Politburo Notes")
    'Politburo Notes'
    """
    if not isinstance(value, str):
        raise ValueError("must be a text between double quotes" + was(value))  # noqa: TRY004 - a fault of the file
    if not value.strip():
        raise ValueError("is empty; leave the line out where there is nothing to say")
    if found := _NOT_XML.search(value):
        raise ValueError(f"holds the character U+{ord(found[0]):04X}, which XML cannot hold; take it out")
    return value


def date(value: object) -> str:
    """
    Return a date as ISO 8601 writes it: a year, a year and month, or a day.

    >>> date("1986-11"), date(dt.date(1986, 11, 13))
    ('1986-11', '1986-11-13')
    """
    if type(value) is dt.date:
        return value.isoformat()
    words = 'must be a day such as 1986-11-13, a month such as "1986-11" or a year such as "1986"'
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise ValueError(words + was(value))
    try:
        dt.date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError as error:
        raise ValueError(f"is not a date of the calendar: {error}") from None
    return value


def language(value: object) -> str:
    """
    Return a language tag (BCP 47).

    >>> language("zh-Hant-TW")
    'zh-Hant-TW'
    """
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise ValueError('must be a language tag such as "en", "ru" or "zh-Hant"' + was(value))
    return value


def encoding(value: object) -> str:
    """
    Return the name of a character encoding that Python can read.

    >>> encoding("windows-1251")
    'windows-1251'
    """
    words = 'must be a character encoding such as "utf-8", "windows-1251" or "iso-8859-1"'
    if value == "detect":
        return "detect"
    try:
        "".encode(cast("str", value))
    except (LookupError, TypeError, UnicodeError, ValueError):
        raise ValueError(words + was(value)) from None
    return codecs.lookup(cast("str", value)).name if not str(value).islower() else str(value)


def name(value: object) -> str:
    """
    Return a word that can be a name: letters, digits, points and hyphens.

    >>> name("nsarchive")
    'nsarchive'
    """
    if not isinstance(value, str) or not WORD.fullmatch(value):
        raise ValueError("must be a name of letters, digits, points and hyphens" + was(value))
    return value


def address(value: object) -> str:
    """
    Return an address without blanks in it.

    >>> address("https://creativecommons.org/licenses/by/4.0/")
    'https://creativecommons.org/licenses/by/4.0/'
    """
    if re.search(r"\s", text(value)):
        raise ValueError('must be an address without blanks, such as "https://creativecommons.org/licenses/by/4.0/"')
    return str(value)


def was(value: object) -> str:
    """
    Say what a value was instead.

    >>> was(3), was(True), was("x")
    (', not the number 3', ', not true', ', not "x"')
    """
    if isinstance(value, bool):
        return f", not {str(value).lower()}"
    if isinstance(value, int | float):
        return f", not the number {value}"
    if isinstance(value, dt.date | dt.time):
        return f", not {value}"
    if isinstance(value, str):
        return f', not "{value}"'
    return f", not {'a table' if isinstance(value, dict) else 'a list'}"


def _same(value: Any) -> Any:
    return value


TEXT = Kind("text", {"type": "string", "pattern": r"\S"}, text)
DATE = Kind(
    "date",
    {"type": "string", "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"},
    date,
)
LANGUAGE = Kind("language tag", {"type": "string", "pattern": f"^({_LANGUAGE.pattern})$"}, language)
ENCODING = Kind("character encoding", {"type": "string", "minLength": 1}, encoding)
NAME = Kind("name", {"type": "string", "pattern": r"^[^\d\s.-][^\s/\\]*$"}, name)
ADDRESS = Kind("address", {"type": "string", "pattern": r"^\S+$"}, address)
LIST = Kind("list of texts", {"type": "array", "items": TEXT.schema}, _same)
PAIRS = Kind("table of texts", {"type": "object", "additionalProperties": TEXT.schema}, _same)
TABLE = Kind("table", {"type": "object"}, _same)
TABLES = Kind("tables", {"type": "object"}, _same)


def schema(fields: Sequence[Field], **more: Any) -> dict[str, Any]:
    """Return the JSON Schema (draft 7, which editors know best) of a table with these *fields*."""
    required = [field.key for field in fields if field.required]
    return {
        **more,
        "type": "object",
        "properties": {field.key: _property(field) for field in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    """Return the JSON Schema of one field."""
    if field.kind is TABLE:
        return schema(field.fields, description=field.says)
    if field.kind is TABLES:
        return {"description": field.says, **field.kind.schema, "additionalProperties": schema(field.fields)}
    return {"description": field.says, **field.kind.schema}
