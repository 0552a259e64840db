"""Grammars written out again, in both syntaxes."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from tei_edition.relaxng.grammar.patterns import Choice, Data, Pattern, Value

RNG = "http://relaxng.org/ns/structure/1.0"


def character_references(text: str) -> str:
    """Return *text* for the content of an element, with references for what parsers would normalize."""
    return escape(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def leaf(pattern: Pattern) -> str:
    """Return the XML syntax of data, a value, or a choice of them."""
    match pattern:
        case Value(text=text, type_=type_, library=library):
            return f"<value type={quoteattr(type_)} datatypeLibrary={quoteattr(library)}>{character_references(text)}</value>"
        case Data(type_=type_, library=library, params=params, excluded=excluded):
            inner = "".join(f"<param name={quoteattr(name)}>{character_references(text)}</param>" for name, text in params)
            if isinstance(excluded, Choice | Data | Value):
                inner += f"<except>{leaf(excluded)}</except>"
            return f"<data type={quoteattr(type_)} datatypeLibrary={quoteattr(library)}>{inner}</data>"
        case Choice(options=options):
            return "".join(map(leaf, options))
    raise ValueError(pattern)
