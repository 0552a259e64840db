"""CSV as PHP's ``fgetcsv`` reads it by default, written from its manual: in quotation marks a backslash takes the mark after it along."""

from __future__ import annotations


def read(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a table by the names in its first row, each value without the blanks round it."""
    table = [[]]
    text, place, quoted, value = data.decode(), 0, False, ""
    while place < len(text):
        sign, following = text[place], text[place + 1 : place + 2]
        if quoted and sign == "\\" and following:
            value, place = value + sign + following, place + 1
        elif sign == '"' and quoted and following == '"':
            value, place = value + sign, place + 1
        elif sign == '"' and (quoted or not value.strip()):
            quoted = not quoted
        elif not quoted and sign in ",\n":
            table[-1].append(value.strip())
            table += [[]] if sign == "\n" else []
            value = ""
        else:
            value += sign
        place += 1
    assert not quoted, "a value has no end"
    assert table.pop() == []
    assert not value
    heads, *rows = table
    assert {len(row) for row in rows} <= {len(heads)}, "a row has more or fewer values than there are columns"
    return [dict(zip(heads, row, strict=True)) for row in rows]
