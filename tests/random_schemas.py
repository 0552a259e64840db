"""Schemas and documents made at random, small and strange: what nobody would write finds what nobody thought of."""

from __future__ import annotations

import random

NAMES = ("a", "b", "c", "d")
KEYS = ("x", "y", "z")
TEXTS = ("1", "2", "q", "", "1 2", "  1 ", "q r", "2001-01-01", "true")
BETWEEN = ("t", " ", "1", "q", " 1 ", "<!--x-->", "<?x y?>", "&#32;", "<![CDATA[1]]>")
HEAD = (
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
    '<start><ref name="e0"/></start>'
)
DEEPEST = 4


class Chance:
    """Makes schemas and documents; the same *seed* makes the same ones."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.elements = self.random.randrange(3, 7)

    def schema(self) -> str:
        """Return a schema, which may break the rules of the specification."""
        defined = "".join(f'<define name="e{number}">{self._element(number)}</define>' for number in range(self.elements))
        return f"{HEAD}{defined}</grammar>"

    def document(self, depth: int = 0) -> str:
        """Return a document."""
        name = self.random.choice(NAMES) if depth else "a"
        tag = name + "".join(f' {key}="{self.random.choice(TEXTS)}"' for key in KEYS if self.random.random() < 0.25)
        if depth and self.random.random() < 0.05:
            tag += ' xmlns="u"'
        inside = [self._inside(depth) for _ in range(self.random.choice([0, 0, 1, 1, 2, 3]) if depth < DEEPEST else 0)]
        return f"<{tag}>{''.join(inside)}</{name}>"

    def _inside(self, depth: int) -> str:
        return self.document(depth + 1) if self.random.random() < 0.7 else self.random.choice(BETWEEN)

    def _element(self, number: int) -> str:
        content = self.value() if self.random.random() < 0.15 else self.pattern()
        return f"<element>{self._names() if number else '<name>a</name>'}{content}</element>"

    def _names(self) -> str:
        one, other = self.random.choice(NAMES), self.random.choice(NAMES)
        strange = (
            f"<anyName><except><name>{one}</name></except></anyName>",
            f"<choice><name>{one}</name><name>{other}</name></choice>",
            '<nsName ns="u"/>',
        )
        return self.random.choice([*strange, *[f"<name>{one}</name>"] * 9])

    def pattern(self, depth: int = 0) -> str:
        """Return a pattern for the content of an element."""
        kind = self.random.randrange(14)
        if depth > DEEPEST or kind < 3:
            return f'<ref name="e{self.random.randrange(self.elements)}"/>'
        if kind < 7:
            attribute = f'<attribute name="{self.random.choice(KEYS)}">{self.value()}</attribute>'
            return ("<empty/>", "<text/>", attribute, f"<optional>{attribute}</optional>")[kind - 3]
        if kind < 11:
            around = ("optional", "oneOrMore", "zeroOrMore", "mixed")[kind - 7]
            return f"<{around}>{self.pattern(depth + 1)}</{around}>"
        around = ("group", "interleave", "choice")[kind - 11]
        last = self.value() if around == "choice" and self.random.random() < 0.2 else self.pattern(depth + 1)
        return f"<{around}>{self.pattern(depth + 1)}{last}</{around}>"

    def value(self, depth: int = 0) -> str:
        """Return a pattern for a value."""
        kind = self.random.randrange(9)
        if kind == 0 and depth < 2:
            return f"<choice>{self.value(depth + 1)}{self.value(depth + 1)}</choice>"
        if kind == 1:
            return f"<list>{self.words()}</list>"
        return self.random.choice(
            [
                "<text/>",
                "<empty/>",
                f"<value>{self.random.choice(['1', 'q', 'q r', ''])}</value>",
                f'<data type="{self.random.choice(["int", "date", "NCName", "boolean", "string", "token"])}"/>',
                '<value type="string"> 1 </value>',
                '<data type="string"><except><value>q</value></except></data>',
                '<data type="int"><param name="minInclusive">2</param></data>',
            ]
        )

    def words(self, depth: int = 0) -> str:
        """Return a pattern for the words of a list."""
        kind = self.random.randrange(7)
        if depth > 2 or kind < 2:
            return self.random.choice([f"<value>{self.random.choice(['1', 'q'])}</value>", '<data type="int"/>', '<data type="token"/>'])
        around = ("oneOrMore", "optional", "zeroOrMore", "group", "choice")[kind - 2]
        inner = self.words(depth + 1) + (self.words(depth + 1) if kind > 4 else "")
        return f"<{around}>{inner}</{around}>"
