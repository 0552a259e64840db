"""The grammar of a schema: its definitions by name, as far as a document can need them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.odd.attributes import AttributeResolver, attribute_name, class_name
from tei_edition.odd.content import ContentReader
from tei_edition.odd.faults import fault
from tei_edition.odd.patterns import (
    EMPTY,
    NOT_ALLOWED,
    AttributePattern,
    Group,
    Pattern,
    Ref,
    Wrap,
    alternate,
    sequence,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from tei_edition.odd.model import Schema, Specification


@dataclass(frozen=True)
class ElementPattern:
    """An element: its name, its content, its attributes."""

    name: str
    namespace: str
    content: Pattern
    attributes: Pattern
    description: str = ""


Definition = Pattern | ElementPattern


@dataclass(frozen=True)
class Grammar:
    """*start* is the pattern of a document; *definitions* hold everything it refers to, sorted by name."""

    start: Pattern
    definitions: Mapping[str, Definition] = field(default_factory=dict)


def grammar(schema: Schema, where: etree._Element) -> Grammar:
    """
    Return the grammar of *schema*; definitions that a document cannot reach are left out.

    Raises `MarkupError` at the line of *where* (the ``schemaSpec``) if no document could be valid.
    """
    reader = possible(schema)
    start = alternate(Ref(name) for name in schema.start if schema.get("element", name) and name not in reader.impossible)
    if start == NOT_ALLOWED:
        message = f"No document can be valid: {' or '.join(schema.start)} is not in the schema or needs what is not in it."
        raise fault(where, "odd-start", message, "Include what it needs.")
    everything = dict(definitions(schema, reader))
    return Grammar(start, dict(sorted((name, everything[name]) for name in reachable(start, everything))))


def possible(schema: Schema) -> ContentReader:
    """Return a reader that knows which elements can never be valid, because they need one that is not there."""
    impossible: frozenset[str] = frozenset()
    while True:
        reader = ContentReader(schema, impossible)
        elements = [spec for spec in schema.specifications.values() if spec.kind == "element"]
        found = frozenset(spec.ident for spec in elements if reader.of(spec) == NOT_ALLOWED)
        if found <= impossible:
            return reader
        impossible |= found


def definitions(schema: Schema, reader: ContentReader) -> Iterator[tuple[str, Definition]]:
    """Yield every definition of *schema* with its name."""
    attributes = AttributeResolver(schema, reader.data)
    for spec in schema.specifications.values():
        if spec.kind == "element":
            yield spec.ident, _element(spec, schema, reader, attributes)
        elif spec.kind == "class" and spec.type == "atts":
            yield from _attribute_class(spec, attributes)
        else:
            yield spec.ident, reader.of_class(spec) if spec.kind == "class" else reader.of(spec)


def _element(spec: Specification, schema: Schema, reader: ContentReader, attributes: AttributeResolver) -> ElementPattern:
    namespace = "" if spec.namespace == schema.namespace else spec.namespace
    return ElementPattern(spec.name, namespace, reader.of(spec), attributes.pattern(spec), spec.description)


def _attribute_class(spec: Specification, attributes: AttributeResolver) -> Iterator[tuple[str, Definition]]:
    yield class_name(spec.ident), attributes.pattern(spec)
    for name, owned in attributes.owned(spec).items():
        if owned.owner == spec.ident:
            yield attribute_name(spec.ident, name), attributes.definition(spec, name)


def reachable(start: Pattern, everything: Mapping[str, Definition]) -> set[str]:
    """Return the names of the definitions that *start* needs, directly or by others."""
    found: set[str] = set()
    waiting = list(references(start))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(references(everything[name]))
    return found


def references(pattern: Definition) -> Iterator[str]:
    """Yield the names that *pattern* refers to."""
    if isinstance(pattern, Ref):
        yield pattern.name
    elif isinstance(pattern, Group):
        for part in pattern.parts:
            yield from references(part)
    elif isinstance(pattern, Wrap):
        yield from references(pattern.part)
    elif isinstance(pattern, AttributePattern):
        yield from references(pattern.value)
    elif isinstance(pattern, ElementPattern):
        yield from references(sequence([pattern.content or EMPTY, pattern.attributes]))
