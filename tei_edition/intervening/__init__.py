"""
Interventions: what was withheld, supplied, conjectured, corrected, left out or not read, of each document and of an edition.

Everything is read from the TEI file: what each is by the stylesheets' common package, where it stands by giving the transcript
back. `tables` writes it as CSV, JSON and text.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from tei_edition import stylesheets, xml
from tei_edition.encode.transcript import TEXT, characters_of, places_of
from tei_edition.encode.weave import ID
from tei_edition.intervening import read
from tei_edition.intervening.model import Amount, Interventions, Row, SpeakerSum, Sum, Words
from tei_edition.model import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml import etree

__all__ = ["Amount", "Interventions", "Row", "SpeakerSum", "Sum", "Words", "interventions", "of_tree", "placed"]


def interventions(paths: Iterable[Path]) -> tuple[Interventions, ...]:
    """
    Return the interventions in each of the TEI files at *paths*.

    Raises `MarkupError` for a file that is no TEI, `UsageError` for one that is not there.
    """
    return tuple(of_tree(xml.parse(path), path.stem) for path in paths)


def of_tree(tree: etree._ElementTree, name: str) -> Interventions:
    """Return the interventions in the TEI document *tree*, called *name*. Raises `MarkupError` where it is no TEI."""
    return placed(tree, name)[0]


def placed(tree: etree._ElementTree, name: str) -> tuple[Interventions, tuple[tuple[int, int], ...]]:
    """Return the same, and where each intervention begins and ends (exclusive) among the characters of the transcript."""
    transcript = _Transcript(tree)
    said = json.loads(stylesheets.transform("interventions", tree))
    rows = tuple(transcript.row(name, row) for row in said["rows"])
    sums = tuple(read.sum_of(one) for one in said["sums"])
    found = Interventions(name, said["title"], rows, sums, tuple(map(read.speaker_of, said["speakers"])), Words(**said["words"]))
    return found, tuple(transcript.range(transcript.elements[row["number"] - 1]) for row in said["rows"])


class _Transcript:
    """The transcript that *tree* gives back, and where each element of the TEI stands in it."""

    def __init__(self, tree: etree._ElementTree) -> None:
        """Read *tree*."""
        self.text = characters_of(tree)[0]
        self.places = places_of(tree)
        self.starts = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        self.elements = [element for element in tree.getroot().iterfind(f"{TEXT}//*") if isinstance(element.tag, str)]
        self.named = {name: element for element in self.elements if (name := element.get(ID))}

    def row(self, document: str, said: dict[str, Any]) -> Row:
        """Return the row of what the stylesheet *said* of one intervention, with its place and its characters."""
        start, end = self.range(self.elements[said["number"] - 1])
        line = bisect_right(self.starts, start)
        printed = " ".join(self.text[start:end].split())
        values = {key: value for key, value in said.items() if key != "number"}
        column = start - self.starts[line - 1] + 1
        return read.row_of({**values, "document": document, "line": line, "column": column, "printed": printed})

    def range(self, element: etree._Element) -> tuple[int, int]:
        """Return where *element* begins, and where the last of the pieces ends that go on from it."""
        start, end = self._place(element)
        seen = {element}
        while (following := self.named.get(element.get("next", "").removeprefix("#"))) is not None and following not in seen:
            element = following
            seen.add(element)
            end = max(end, self._place(element)[1])
        return start, end

    def _place(self, element: etree._Element) -> tuple[int, int]:
        """Return where *element* stands; where it has no place of its own, that which it stands in."""
        holder: etree._Element | None = element
        while holder is not None and holder not in self.places:
            holder = holder.getparent()
        return self.places[holder] if holder is not None else (0, 0)
