"""
Encode: spans and the untouched text to a TEI tree.

`settle` nests the spans, `structure` groups blocks into divisions and speeches, `ids` names them, `weave` makes the `text`, `header`
the rest; `transcript` is the exact inverse. Nothing else makes TEI.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode import facts as fact
from tei_edition.encode import ids as idents
from tei_edition.encode import people, turns, verdicts
from tei_edition.encode.header import header
from tei_edition.encode.people import add
from tei_edition.encode.settle import settle
from tei_edition.encode.structure import structure
from tei_edition.encode.weave import ID, NSMAP, TEI, XML, Origin, weave
from tei_edition.rules.blocks.speaker import person_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_edition.annotation import Annotation
    from tei_edition.authorities import Labelled
    from tei_edition.edition import Edition
    from tei_edition.encode.ledger import Ledger
    from tei_edition.model import Finding, Piece, Source, Span

EDITORS = frozenset({"supplied", "unclear", "corr", "gap", "note"})
"""The elements that say what an editor did, and so bear who it was."""

NAMING = frozenset({"speaker", "persName", "placeName", "orgName", "rs"})
"""The elements by which the text states who or what is in the header's lists."""

NAMED = tuple(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "placeName"))


@dataclass(frozen=True, slots=True)
class Encoded:
    """A TEI tree, where each element of its text came from, what to look at, and the ledger of its ids."""

    tree: etree._ElementTree
    entries: tuple[Mapping[str, object], ...]
    findings: tuple[Finding, ...]
    ledger: Ledger


def encode(annotation: Annotation, edition: Edition, ledger: Ledger | None = None) -> Encoded:
    """Return the TEI of *annotation*, a document of *edition*, whose ids are kept as *ledger* says."""
    source, spans = annotation.source, _responsible(annotation.spans, edition)
    settled = settle(source, spans)
    body = structure(settled.leaves)
    turns.chain(source, body)
    ids = idents.assign(source, body, ledger)
    woven = weave(source, body, settled.leaves, ids)
    facts = fact.gather(source, _placed(spans, woven.origins), edition, annotation.known)
    root = etree.Element(f"{{{TEI}}}TEI", {f"{{{XML}}}lang": facts.settings.language}, nsmap=NSMAP)
    root.append(header(facts, woven.marks))
    root.append(woven.text)
    _stand_off(root, woven.origins, people.doubts(facts))
    verdicts.record(root, facts, [span for span in spans if span.verdict], woven.origins)
    _layout(root)
    findings = (*annotation.findings, *settled.findings, *facts.findings)
    return Encoded(etree.ElementTree(root), tuple(_entries(source, woven.origins)), findings, ids.ledger)


def serialize(tree: etree._ElementTree) -> bytes:
    """Return the bytes of a TEI file: UTF-8, with a declaration and a line end at the end."""
    body = etree.tostring(tree.getroot(), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def source_map(encoded: Encoded, name: str) -> bytes:
    """Return the source map of *encoded* as JSON: where each element of the text stands in the transcript *name*."""
    entries = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in encoded.entries)
    return f'{{"transcript": {json.dumps(name, ensure_ascii=False)}, "entries": [\n{entries}\n]}}\n'.encode()


def _responsible(spans: Sequence[Span], edition: Edition) -> tuple[Span, ...]:
    """Return *spans* with `@resp` on what the editor did, where the settings say whose the brackets are."""
    if not edition.brackets_by:
        return tuple(spans)
    resp = ("resp", f"#{person_id(edition.brackets_by)}")
    return tuple(
        replace(span, pieces=tuple(
            replace(piece, attributes=(*piece.attributes, resp)) if _is_editors(piece, span) else piece for piece in span.pieces
        ))
        if span.kind == "bracket" and span.class_ not in {"source", "footnote-mark"}
        else span
        for span in spans
    )


def _is_editors(piece: Piece, span: Span) -> bool:
    """Tell whether *piece* of *span* says what the editor did: an emphasis is the author's, unless the bracket says that it is added."""
    return piece.element in EDITORS or (piece.element == "emph" and ("subtype", "added") in span.attributes)


def _placed(spans: Sequence[Span], origins: Sequence[Origin]) -> tuple[Span, ...]:
    """Return *spans* without those that state a person, a place or a body but found no place in the text, or a plain one."""
    made = {(id(origin.span), etree.QName(origin.element).localname) for origin in origins}
    return tuple(
        span for span in spans
        if all((id(span), piece.element) in made for piece in span.pieces if piece.element in NAMING)
    )


def _stand_off(root: etree._Element, origins: Sequence[Origin], labels: Iterable[tuple[str, Labelled]]) -> None:
    """Add the tool's own doubts: a `certainty` for each element whose rule was not sure, with its evidence, and for *labels*."""
    seen: set[int] = set()
    doubts = []
    for origin in origins:
        span, target = origin.span, origin.element.get(ID)
        if span and span.cert != "high" and target and id(span) not in seen:
            seen.add(id(span))
            doubts.append((target, span))
    told = [("value", target, labelled.cert, labelled.evidence) for target, labelled in labels]
    told += [("name", target, span.cert, span.evidence) for target, span in doubts]
    stand_off = add(root, "standOff") if told else root
    for locus, target, cert, evidence in told:
        add(add(stand_off, "certainty", target=f"#{target}", locus=locus, cert=cert), "desc", evidence)


def _layout(root: etree._Element) -> None:
    """Put the header and the standoff part on lines of their own; the `text` has its layout."""
    for child in root:
        child.tail = "\n  "
        if etree.QName(child).localname != "text":
            kept = [(part, part.text, part.tail) for name in child.iter(*NAMED) for part in name.iter()]
            etree.indent(child, "  ", level=1)
            _restore(kept)
    root.text = "\n  "
    root[-1].tail = "\n"


def _restore(kept: Iterable[tuple[etree._Element, str | None, str | None]]) -> None:
    """Give the parts of names their blanks again: whether one stands between two of them is the list's."""
    for part, text, tail in kept:
        part.text = text
        if part.tag not in NAMED:
            part.tail = tail


def _entries(source: Source, origins: Sequence[Origin]) -> Iterator[Mapping[str, object]]:
    """Return an entry of the source map for each element of the text, in document order."""
    by_element = {origin.element: origin for origin in origins}
    if not origins:
        return
    text = next(iter(by_element)).getroottree().getroot().find(f"{{{TEI}}}text")
    for path, element in _walk(text, "/2") if text is not None else ():
        origin = by_element.get(element)
        if origin:
            place, span = source.position(origin.start), origin.span
            yield {
                "path": path, "id": element.get(ID), "element": etree.QName(element).localname, "line": place.line,
                "column": place.column, "start": origin.start, "end": origin.end,
                "rule": span.rule if span else None, "evidence": span.evidence if span else None, "cert": span.cert if span else None,
                **({"decision": asdict(span.verdict)} if span and span.verdict else {}),
            }


def _walk(element: etree._Element, path: str) -> Iterator[tuple[str, etree._Element]]:
    """Return each element below *element* with its path: the numbers of the child elements from the root."""
    number = 0
    for child in element:
        if isinstance(child.tag, str):
            number += 1
            yield f"{path}/{number}", child
            yield from _walk(child, f"{path}/{number}")
