"""A RELAX NG schema, and what it says of a document: libxml2's verdict, in words from the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import xml
from tei_edition.check._explain import Misfit, explain
from tei_edition.check._grammar import Grammar, UnreadableGrammarError
from tei_edition.errors import MarkupError, UsageError
from tei_edition.positions import Positions

if TYPE_CHECKING:
    from pathlib import Path

    from tei_edition.xmltext import MarkupText


@dataclass(frozen=True)
class Schema:
    """
    The schema in the file *path*, whose bytes are *data*.

    *small*: libxml2 loads it in a moment, and is asked first. Of another grammar it is asked only where our own reading
    of it does not suffice.
    """

    path: Path
    data: bytes
    small: bool = False

    @cached_property
    def tree(self) -> etree._ElementTree:
        """The grammar as XML. Raises `UsageError` where it is none."""
        try:
            tree = xml.parse_bytes(self.data, str(self.path))
        except MarkupError as error:
            raise UsageError(f"{error} A schema must be RELAX NG in XML syntax (.rng).", error.findings) from error
        if etree.QName(tree.getroot()).namespace != "http://relaxng.org/ns/structure/1.0":
            raise UsageError(f"{self.path}: this is not RELAX NG in XML syntax; give a schema whose name ends in .rng")
        tree.docinfo.URL = str(self.path.resolve())
        return tree

    @cached_property
    def grammar(self) -> Grammar | None:
        """The grammar as patterns, or None where it uses what is not read here."""
        try:
            return Grammar.of(self.tree)
        except UnreadableGrammarError:
            return None

    @cached_property
    def validator(self) -> etree.RelaxNG:
        """The grammar as libxml2 has it: to load it can take very long. Raises `UsageError`."""
        try:
            return etree.RelaxNG(self.tree)
        except etree.RelaxNGParseError as error:
            raise UsageError(f"{self.path}: this schema cannot be used ({error})") from error

    def misfits(self, text: MarkupText, tree: etree._ElementTree) -> tuple[Misfit, ...]:
        """Return what in *tree*, read from *text*, does not fit. Raises `UsageError` where this is no schema."""
        if self.small and self.validator.validate(tree):
            return ()
        look = explain(self.grammar, tree.getroot()) if self.grammar else None
        if look and (look.misfits or (look.exact and not self.small)):
            return look.misfits
        return () if self.validator.validate(tree) else self._of_libxml2(text)

    def _of_libxml2(self, text: MarkupText) -> tuple[Misfit, ...]:
        """Return the first thing libxml2 says; what it says after that follows from it more often than not."""
        positions = Positions.read(text)
        for entry in self.validator.error_log:
            place = positions.place(str(entry.path))
            message = f"the schema does not allow this ({entry.message})"
            return (Misfit("schema", place.path, message, "Look up what it allows here.", place.attribute),)
        return (Misfit("schema", (), "the document does not fit the schema"),)
