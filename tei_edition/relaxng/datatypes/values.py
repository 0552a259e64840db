"""Whether a text as a whole (the value of an attribute, the text of an element) fits a pattern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_edition.relaxng.datatypes import libraries as datatypes
from tei_edition.relaxng.grammar import steps
from tei_edition.relaxng.grammar.patterns import EMPTY, NOTHING, TEXT, Attribute, Data, Value, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.relaxng.grammar.patterns import Check, Pattern
    from tei_edition.relaxng.grammar.pool import Pool

BLANK = " \t\r\n"
"""What XML calls white space; `str.isspace` would take a no-break space for it too."""

_WORD = re.compile(r"[^ \t\r\n]+")


class Values:
    """The texts seen with the patterns of one grammar, and whether they fit."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._checks: dict[Pattern, Check] = {}
        self._known: dict[tuple[Pattern, str], bool] = {}
        self._fitting: dict[tuple[tuple[Attribute, ...], str], frozenset[Attribute]] = {}
        self._contextual: dict[Pattern, bool] = {}

    def __len__(self) -> int:
        return len(self._known) + len(self._fitting)

    def clear(self) -> None:
        """Forget the texts."""
        self._known.clear()
        self._fitting.clear()

    def fitting(self, parts: tuple[Attribute, ...], value: str, namespaces: Mapping[str, str]) -> frozenset[Attribute]:
        """Return those of the attributes *parts* that may have this *value*."""
        key = (parts, value)
        found = self._fitting.get(key)
        if found is None:
            found = frozenset(part for part in parts if self.fits(part.value, value, namespaces))
            if not any(self._needs_context(part) for part in parts):
                self._fitting[key] = found
        return found

    def fits(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> bool:
        """Tell whether *text* as a whole fits *pattern*; *namespaces* are those in scope by prefix."""
        if pattern is TEXT:
            return True
        key = (pattern, text)
        known = self._known.get(key)
        if known is None:
            known = (pattern.nullable and not text.strip(BLANK)) or self.after(pattern, text, namespaces).nullable
            if not self._needs_context(pattern):
                self._known[key] = known
        return known

    def after(self, pattern: Pattern, text: str, namespaces: Mapping[str, str]) -> Pattern:
        """Return what is left of *pattern* after *text*."""

        def leaf(part: Pattern) -> Pattern:
            if part is TEXT:
                return TEXT
            return EMPTY if self._is(part, text, namespaces) else NOTHING

        return steps.after(self._pool, pattern, leaf)

    def _is(self, part: Pattern, text: str, namespaces: Mapping[str, str]) -> bool:
        match part:
            case Value():
                return self._check(part)(text, namespaces)
            case Data(excluded=excluded):
                return self._check(part)(text, namespaces) and not (excluded is not NOTHING and self.fits(excluded, text, namespaces))
            case Words(inner=inner):
                for word in _WORD.findall(text):
                    inner = self.after(inner, word, namespaces)
                return inner.nullable
        return False

    def _check(self, part: Value | Data) -> Check:
        found = self._checks.get(part)
        if found is None:
            found = datatypes.comparer(part) if isinstance(part, Value) else datatypes.checker(part)
            self._checks[part] = found
        return found

    def _needs_context(self, pattern: Pattern) -> bool:
        """Tell whether *pattern* may read a text in two ways, as the namespaces in scope are."""
        found = self._contextual.get(pattern)
        if found is None:
            found = self._contextual[pattern] = any(map(self._is_contextual, steps.leaves(pattern)))
        return found

    def _is_contextual(self, part: Pattern) -> bool:
        match part:
            case Value(type_=type_, library=library):
                return datatypes.needs_namespaces(library, type_)
            case Data(type_=type_, library=library, excluded=inner):
                return datatypes.needs_namespaces(library, type_) or self._needs_context(inner)
            case Words(inner=inner) | Attribute(value=inner):
                return self._needs_context(inner)
        return False


def id_kind(attribute: Attribute) -> str:
    """Return ``ID``, ``IDREF`` or ``IDREFS`` where *attribute* is of that type by its schema, else nothing."""
    value = attribute.value
    return datatypes.id_type(value.library, value.type_) if isinstance(value, Data | Value) else ""
