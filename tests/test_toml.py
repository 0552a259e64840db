"""Settings files: the place of everything in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tei_edition import toml
from tei_edition.errors import SettingsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NASTY = r'''
# title = "in a comment"   [documents."no"]
"quoted key" = "a # no comment, \" title = 1"
'single.dotted' = 'C:\temp' # comment ] }
a.b."c d".e = 1979-05-27 07:32:00
text = """
title = "not a key"
[documents]
\""" still inside """"
lit = """""" # empty
raw = \'\'\'
[x] ' ' = 2 \'\'\'
list = [ # one [
  "a,]", 'b', # ]
  ["nested", [1, 2.5]], { in = [ { deep = 1 } ], "]" = 2 },
]
inline = { x = 1, y.z = "}", "quoted" = [] }
empty = {}
  [ spaced . "table" ]
title = "here"
[documents."1986-11-13.txt"]
date = 1986-11-13
[[many]]
n = 1
[many.sub]
s = 1
[[many]]
n = 2
[many.sub]
s = 2
[[many.list]]
k = 1
[[many.list]]
k = 2
[deep.er.est]
'''.replace("\\'", "'")


def routes(value: Any, route: toml.Route = ()) -> Iterator[toml.Route]:
    """Yield the route of everything in *value*."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield (*route, key)
        yield from routes(item, (*route, key))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_scanner_finds_what_tomllib_reads(newline: str) -> None:
    """Every key and item of a nasty file has a place, and nothing in a comment or a text has one."""
    settings = toml.parse(NASTY.replace("\n", newline), "n.toml")
    implied = {("spaced",), ("documents",), ("many",), ("deep",), ("deep", "er")}
    implied |= {("many", 1, "list")}
    assert set(settings.places) | implied == set(routes(settings.data))


def test_a_place_is_where_the_key_stands() -> None:
    """A finding points at the key, or at the value where the value is at fault."""
    settings = toml.parse(NASTY, "n.toml")
    key = settings.finding(("spaced", "table", "title"), "m")
    assert key.start is not None
    assert settings.text.splitlines()[key.start.line - 1] == 'title = "here"' == key.excerpt
    value = settings.finding(("inline", "y", "z"), "m", value=True)
    assert value.start is not None
    assert value.excerpt[value.start.column - 1 :].startswith('"}"')
    second = settings.finding(("many", 1, "sub", "s"), "m")
    assert second.excerpt == "s = 2"


@pytest.mark.parametrize(
    ("text", "place"),
    [("a = 1\nb = \n", "2:5"), ("a = [1,\n", "1:8"), ("a = 1\na = 2\n", "2:6"), ("é = 1", "1:1"), ("x = 1\r\ny ! 1", "2:3")],
)
def test_a_fault_of_syntax_has_a_place(text: str, place: str) -> None:
    """What is not TOML is refused with line and column."""
    with pytest.raises(SettingsError) as caught:
        toml.parse(text, "n.toml")
    assert str(caught.value).startswith(f"n.toml:{place}: this is not TOML: ")


def test_depth_is_refused() -> None:
    """A file of ten thousand brackets is a message, not a crash."""
    with pytest.raises(SettingsError, match="nested too deeply"):
        toml.parse("a = " + "[" * 10_000, "n.toml")


def test_bytes(tmp_path: Path) -> None:
    """A byte order mark is passed over; a byte that is not UTF-8 is named with its place; a folder is not a file."""
    path = tmp_path / "n.toml"
    path.write_bytes(b'\xef\xbb\xbftitle = "x"\n')
    assert toml.read(path).data == {"title": "x"}
    path.write_bytes(b'title = "x"\nplace = "K\xf6ln"\n')
    with pytest.raises(SettingsError, match=r"n\.toml:2:11: the byte 0xf6 is not UTF-8"):
        toml.read(path)
    with pytest.raises(UsageError, match="cannot be read"):
        toml.read(tmp_path)
