"""
The ``<?transcript ...?>`` instructions: what markup cannot carry of a transcript, legal in any schema and ignored by every other tool.

A value is printable ASCII without ``<``, ``>`` or ``&``; everything else is escaped, so that no reformatting can lose a blank.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGET = "transcript"
Instruction = etree._ProcessingInstruction  # noqa: SLF001 - the only name that lxml has for it
SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\f": r"\f", "\\": r"\\", '"': r"\"", " ": " "}
LONG = {value: key for key, value in SHORT.items()}
PLAIN = re.compile(r"[!-~]")
PAIR = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r"\\(?:[xuU](?P<code>(?<=x)[0-9A-F]{2}|(?<=u)[0-9A-F]{4}|(?<=U)[0-9A-F]{8})|(?P<short>.))")


def make(values: Mapping[str, str]) -> etree._ProcessingInstruction:
    r"""
    Return an instruction that holds *values*.

    >>> etree.tostring(make({"between": "\n \u2028"})).decode()
    '<?transcript between="\\n \\u2028"?>'
    """
    return etree.ProcessingInstruction(TARGET, " ".join(f'{name}="{escape(value)}"' for name, value in values.items()))


def escape(value: str) -> str:
    """Return *value* in printable ASCII."""
    return "".join(_escaped(character) for character in value)


def _escaped(character: str) -> str:
    """Return one character as it stands in an instruction."""
    if character in SHORT:
        return SHORT[character]
    if PLAIN.match(character) and character not in "<>&":
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004


def unescape(value: str) -> str:
    """Return what *value* stands for: the inverse of `escape`."""
    return ESCAPE.sub(lambda found: chr(int(found["code"], 16)) if found["code"] else LONG.get(found[0], found["short"]), value)


def read(node: etree._Element) -> dict[str, str]:
    """Return the values of *node* if it is a transcript instruction, else nothing."""
    if not isinstance(node, Instruction) or node.target != TARGET:
        return {}
    return {name: unescape(value) for name, value in PAIR.findall(node.text or "")}
