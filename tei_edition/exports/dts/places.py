"""
Where things are in a static tree of DTS: the URIs that are their ids, the templates of its endpoints, the files behind them.

The id of a collection or a resource is the address of a folder, so that a template (RFC 6570) that begins with ``{+id}`` or
``{+resource}`` leads to a file in it; without an id it is relative and leads to the file beside the entry (RFC 3986). References
stand as they are (``{+ref}``), since many servers refuse an encoded slash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from tei_edition.errors import MarkupError
from tei_edition.model import Finding

UNSAFE = re.compile(r"[?#%\\\x00-\x1f]|(?:^|/)\.{0,2}(?:/|$)|;(?:down|tree)=")
"""What a reference cannot hold, to be a part of an address and the name of a file at once."""

COLLECTION = "collection{;nav}.json"
NAVIGATION = "navigation/ref={+ref}{;tree,down}.json"
DOCUMENT = "document/ref={+ref}{;tree}.xml"


@dataclass(frozen=True, slots=True)
class Places:
    """The places in the tree that stands at *base*, an address that ends with a slash."""

    base: str

    @property
    def edition(self) -> str:
        """The id of the collection that the edition is."""
        return f"{self.base}edition/"

    def resource(self, name: str) -> str:
        """
        Return the id of the document *name*.

        >>> Places("https://example.org/dts/").resource("отчёт 1")
        'https://example.org/dts/resources/%D0%BE%D1%82%D1%87%D1%91%D1%82%201/'
        """
        return f"{self.base}resources/{quote(name, safe='')}/"

    @property
    def entry(self) -> dict[str, str]:
        """The templates of the entry."""
        return {
            "collection": f"{{+id}}{COLLECTION}",
            "navigation": f"{{+resource}}{NAVIGATION}",
            "document": f"{{+resource}}{DOCUMENT}",
        }

    def templates(self, identifier: str, *, readable: bool) -> dict[str, str]:
        """Return the templates of a collection or, where it is *readable*, a resource."""
        found = {"collection": f"{identifier}{COLLECTION}"}
        if readable:
            found |= {"navigation": f"{identifier}{NAVIGATION}", "document": f"{identifier}{DOCUMENT}"}
        return found

    def collection(self, identifier: str, nav: str = "") -> str:
        """Return the address of an answer of the Collection endpoint."""
        return f"{identifier}collection{_parameter('nav', nav)}.json"

    def navigation(self, identifier: str, ref: str = "", down: int | None = None, tree: str = "") -> str:
        """
        Return the address of an answer of the Navigation endpoint.

        >>> Places("").navigation("r/", "s1/t 2", -1)
        'r/navigation/ref=s1/t%202;down=-1.json'
        """
        depth = "" if down is None else str(down)
        return f"{identifier}navigation/ref={_reserved(ref)}{_parameter('tree', tree)}{_parameter('down', depth)}.json"

    def document(self, identifier: str, ref: str = "", tree: str = "") -> str:
        """Return the address of an answer of the Document endpoint."""
        return f"{identifier}document/ref={_reserved(ref)}{_parameter('tree', tree)}.xml"

    def file(self, address: str) -> str:
        """Return the name of the file that a server gives for *address*."""
        return unquote(address.removeprefix(self.base))


def check(ref: str, name: str) -> None:
    """Raise `MarkupError` where the reference *ref* in the document *name* cannot be a part of an address and of a file's name."""
    if UNSAFE.search(ref):
        message = f'the reference "{ref}" cannot be part of an address.'
        raise MarkupError.at(Finding(name, "citation", message, "Change what `use` and `delim` of its citeStructure say."))


def _reserved(value: str) -> str:
    """Return *value* as ``{+value}`` expands it."""
    return quote(value, safe=":/?#[]@!$&'()*+,;=-._~")


def _parameter(name: str, value: str) -> str:
    """Return what ``{;name}`` expands to; nothing without a *value*."""
    return f";{name}={quote(value, safe='-._~')}" if value else ""
