"""Names and classes of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Name = tuple[str, str]
"""Namespace and local name."""

XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class NameClass:
    """
    The names a pattern is for.

    *name* is the one name; without it every name of *namespace* (None: of any), but those of *excluded*. A choice of
    names is *options*.
    """

    name: Name | None = None
    namespace: str | None = None
    excluded: tuple[NameClass, ...] = ()
    options: tuple[NameClass, ...] = ()

    def __contains__(self, name: Name) -> bool:
        if self.options:
            return any(name in option for option in self.options)
        if self.name:
            return name == self.name
        return self.namespace in {None, name[0]} and not any(name in other for other in self.excluded)

    @property
    def is_open(self) -> bool:
        """Tell whether it is for more names than those written out."""
        return any(option.is_open for option in self.options) if self.options else not self.name

    def names(self) -> Iterator[Name]:
        """Yield the names that are written out."""
        if self.name:
            yield self.name
        for option in self.options:
            yield from option.names()


ANY_NAME = NameClass()


def written(name: Name) -> str:
    """
    Return *name* as one writes it in a document.

    >>> written((XML, "id")), written(("", "who"))
    ('xml:id', 'who')
    """
    return f"xml:{name[1]}" if name[0] == XML else name[1]
