"""
How a TEI document wants to be cited: the units that its `citeStructure`s find, as citation trees of DTS.

Source: TEI Guidelines, `citeStructure`, `citeData`, `refsDecl`; DTS 1.0, "Citation Tree". Each `refsDecl` with a `citeStructure` is
a tree. The one with ``default="true"``, else the first, is the default, which has no name; the others are named by ``xml:id``, ``n`` or
their number. A unit whose element is empty, such as `pb`, goes on to the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_edition.encode.weave import TEI
from tei_edition.errors import EditionError, MarkupError
from tei_edition.exports._known.paths import words
from tei_edition.exports.dts.passages import Places, Span
from tei_edition.exports.dts.units import Datum, Structure, Tree, Unit
from tei_edition.exports.dts.xpaths import compiled
from tei_edition.model import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator

DECLARATION = f"{{{TEI}}}refsDecl"
STRUCTURE = f"{{{TEI}}}citeStructure"
DATA = f"{{{TEI}}}citeData"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANGUAGE = "string(ancestor-or-self::*[@xml:lang][1]/@xml:lang)"
MILESTONES = frozenset(f"{{{TEI}}}{name}" for name in ("pb", "lb", "cb", "gb", "milestone", "anchor"))


def trees(document: etree._ElementTree, name: str, places: Places) -> tuple[Tree, ...]:
    """
    Return the citation trees that *document* declares, the default first; none where it declares none.

    *name* stands for the document in messages. Raises `MarkupError` where an XPath cannot be run, or two units have one reference.
    """
    declared = [one for one in document.getroot().iter(DECLARATION) if one.find(STRUCTURE) is not None]
    declared.sort(key=lambda one: one.get("default") != "true")
    reader = _Reader(name, places)
    return tuple(
        reader.tree(one, "" if number == 1 else one.get(ID) or one.get("n") or str(number)) for number, one in enumerate(declared, 1)
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the trees of the document *name*."""

    name: str
    places: Places

    def tree(self, declaration: etree._Element, name: str) -> Tree:
        """Return the tree of one `refsDecl`."""
        structures = tuple(self._structure(one) for one in declaration.iterfind(STRUCTURE))
        whole = self.places.whole(self.places.root)
        found = Tree(name, structures, self._units(structures, whole, None))
        taken: set[str] = set()
        for unit in found.units:
            if unit.identifier in taken:
                raise self._fault(unit.span.first, f'two units have the reference "{unit.identifier}".', "Make what `use` names unique.")
            taken.add(unit.identifier)
        return found

    def _structure(self, element: etree._Element) -> Structure:
        """Return what one `citeStructure` says."""
        return Structure(
            element.get("unit", ""),
            self._compiled(element, "match"),
            self._compiled(element, "use"),
            element.get("delim", ""),
            tuple((one.get("property", ""), self._compiled(one, "use")) for one in element.iterfind(DATA)),
            tuple(self._structure(one) for one in element.iterfind(STRUCTURE)),
        )

    def _compiled(self, element: etree._Element, attribute: str) -> etree.XPath:
        """Return the XPath in an attribute of *element*."""
        try:
            return compiled(element.get(attribute, ""), element)
        except ValueError as error:
            message = f'{attribute}="{element.get(attribute, "")}" cannot be run ({error}).'
            raise self._fault(element, message, "Write it in XPath 1.0") from error

    def _units(self, structures: tuple[Structure, ...], within: Span, parent: Unit | None) -> tuple[Unit, ...]:
        """Return the units of *structures* inside the span *within* of *parent*, in the document's order."""
        found = [unit for structure in structures for unit in self._found(structure, within, parent)]
        return tuple(sorted(found, key=lambda unit: unit.span.low))

    def _found(self, structure: Structure, within: Span, parent: Unit | None) -> Iterator[Unit]:
        """Give the units that one structure finds."""
        nodes = [node for node in self._run(structure.match, within.first, None) if self._is_within(node, within)]
        for number, node in enumerate(nodes, 1):
            counts = {"position": float(number), "last": float(len(nodes))}
            name = _text(self._run(structure.use, node, counts))
            if name:
                following = nodes[number] if number < len(nodes) else None
                yield self._unit(structure, name, node, self._span(node, following, within), parent)

    def _unit(self, structure: Structure, name: str, node: etree._Element, span: Span, parent: Unit | None) -> Unit:
        """Return the unit that *node* is, with its parts."""
        identifier = f"{parent.identifier if parent else ''}{structure.delimiter}{name}"
        data = tuple(one for iri, use in structure.data for one in self._data(iri, use, node))
        above = parent.identifier if parent else None
        unit = Unit(identifier, parent.level + 1 if parent else 1, above, structure.kind, span, data, ())
        return Unit(identifier, unit.level, above, structure.kind, span, data, self._units(structure.parts, span, unit))

    def _data(self, iri: str, use: etree.XPath, node: etree._Element) -> Iterator[Datum]:
        """Give what is said of *node*."""
        found = self._run(use, node, {"position": 1.0, "last": 1.0})
        for one in found if isinstance(found, list) else [found]:
            language = one.xpath(LANGUAGE) if isinstance(one, etree._Element) else ""  # noqa: SLF001
            if value := _text(one):
                yield Datum(iri, value, str(language))

    def _run(self, path: etree.XPath, node: etree._Element, counts: dict[str, float] | None) -> Any:
        """Return what *path* finds from *node*."""
        try:
            return path(node, **(counts or {"position": 1.0, "last": 1.0}))
        except etree.XPathError as error:
            raise self._fault(node, f"{path.path} cannot be run ({error}).", "Write it in XPath 1.0") from error

    def _is_within(self, node: Any, within: Span) -> bool:
        """Tell whether *node* is an element inside the span."""
        place = self.places.opens.get(node, -1) if isinstance(node, etree._Element) else -1  # noqa: SLF001
        return within.low <= place < within.high

    def _span(self, node: etree._Element, following: etree._Element | None, within: Span) -> Span:
        """Return the span of the unit that *node* is: the element, or as far as the *following* milestone."""
        if node.tag not in MILESTONES:
            return self.places.whole(node)
        if following is not None:
            return Span(node, self.places.opens[node], self.places.opens[following])
        texts = [self.places.closes[one] for one in node.iterancestors(f"{{{TEI}}}text")]
        return Span(node, self.places.opens[node], min([within.high, *texts[-1:]]))

    def _fault(self, node: etree._Element, message: str, advice: str) -> EditionError:
        """Return the error that says *message* of *node*."""
        return MarkupError.at(Finding(self.name, "citation", message, advice, Position(_line(node), 1)))


def _line(node: Any) -> int:
    """Return the line of *node*; 1 where it came from no file."""
    return node.sourceline or 1


def _text(found: Any) -> str:
    """
    Return what an XPath found as one line; of several nodes the first.

    >>> _text(3.0), _text(["a", "b"]), _text([])
    ('3', 'a', '')
    """
    if isinstance(found, list):
        return _text(found[0]) if found else ""
    if isinstance(found, etree._Element):  # noqa: SLF001
        return words(found)
    return f"{found:g}" if isinstance(found, float) else " ".join(str(found).split())
