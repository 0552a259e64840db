"""A schema that is loaded, and documents validated by it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_edition.relaxng.grammar.automaton import Automaton
from tei_edition.relaxng.matching.document import of_lxml
from tei_edition.relaxng.matching.fast import Fast
from tei_edition.relaxng.matching.plain import plain
from tei_edition.relaxng.messages.findings import SchemaError

if TYPE_CHECKING:
    from lxml import etree

    from tei_edition.relaxng.grammar.patterns import Grammar
    from tei_edition.relaxng.messages.findings import Finding
    from tei_edition.xmltext import MarkupText


class Schema:
    """
    A schema, as `load` gives it.

    It keeps what it learns from document to document, so that many documents are best validated by one schema; it keeps no
    more than a certain amount. *ids* tells whether the ids of a document are checked, as RELAX NG DTD Compatibility has it; then
    a schema that does not let them be checked is refused with `SchemaError`.
    """

    def __init__(self, grammar: Grammar, *, ids: bool = True) -> None:
        if ids and grammar.id_faults:
            raise SchemaError(grammar.id_faults)
        self.grammar = grammar
        self.ids = ids
        self._automaton = Automaton(grammar)
        self._fast = Fast(self._automaton)

    def validate(self, path: Path | str) -> tuple[Finding, ...]:
        """
        Return what is wrong with the file at *path*, in the order of the places; nothing if it is valid.

        What is not well-formed is a finding too. Raises `OSError` where the file cannot be read.
        """
        return self.validate_bytes(Path(path).read_bytes(), str(path))

    def validate_string(self, text: str, name: str = "<string>") -> tuple[Finding, ...]:
        """Return what is wrong with the XML in *text*, called *name* in messages; what its declaration says of bytes is ignored."""
        return self.validate_bytes(b"\xef\xbb\xbf" + text.removeprefix("\ufeff").encode(), name)

    def validate_bytes(self, data: bytes, name: str = "<bytes>") -> tuple[Finding, ...]:
        """Return what is wrong with the XML in *data*, the bytes of a file called *name* in messages."""
        self._trim()
        simple = plain(data)
        if simple is not None and self._fast.fits(simple, ids=self.ids):
            return ()
        from tei_edition.relaxng.messages import look  # noqa: PLC0415 - a valid document needs none of it

        return look.at_bytes(self._automaton, data, name, ids=self.ids)

    def validate_text(self, text: MarkupText) -> tuple[Finding, ...]:
        """Return what is wrong with *text*, a file as `xmltext.read` gives it. Raises `MarkupError` where that is refused."""
        self._trim()
        if self._fast.fits(text.parsed, ids=self.ids):
            return ()
        from tei_edition.relaxng.messages import look  # noqa: PLC0415 - a valid document needs none of it

        return look.at_text(self._automaton, text, ids=self.ids)

    def validate_tree(self, tree: etree._ElementTree | etree._Element, name: str = "<tree>") -> tuple[Finding, ...]:
        """
        Return what is wrong with *tree*, of lxml, called *name* in messages.

        lxml knows the line of an element, no columns: the column of each finding is 0, and the line is 0 too in a tree that
        was not read from a file.
        """
        from tei_edition.relaxng.messages import look  # noqa: PLC0415 - a valid document needs none of it

        self._trim()
        root = tree.getroot() if hasattr(tree, "getroot") else tree
        return look.at_nodes(self._automaton, of_lxml(root), name, ids=self.ids)

    def _trim(self) -> None:
        if self._automaton.trim():
            self._fast.forget()
