"""
RELAX NG (ISO/IEC 19757-2): schemas read, documents validated, and what is wrong with either told at its place in words.

    >>> from tei_edition import relaxng
    >>> schema = relaxng.load('<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', cache=False)
    >>> schema.validate_string("<a/>")
    ()
    >>> print(*schema.validate_string("<a>b</a>"))
    <string>:1:4: text cannot stand directly in <a>: "b". Take it out, or put it into an element that may hold text.

Nothing here knows of TEI, of editions or of networks: what a schema refers to is read from files.
"""

from tei_edition.relaxng._schema import Schema
from tei_edition.relaxng.grammar.loading import load
from tei_edition.relaxng.messages.findings import Expected, Finding, SchemaError

__all__ = ["Expected", "Finding", "Schema", "SchemaError", "load"]
