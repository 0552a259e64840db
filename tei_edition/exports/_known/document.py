"""A document as the platforms see it: its TEI, what the header states, its text and its speeches."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tei_edition import stylesheets
from tei_edition.encode.transcript import TEXT, characters_of, places_of
from tei_edition.model import LINE_END
from tei_edition.outputs.html import DocumentFacts, facts

if TYPE_CHECKING:
    from lxml import etree

SPEAKER = "{http://www.tei-c.org/ns/1.0}speaker"
NOWHERE = Path()
"""The path of a document that is in no file."""


@dataclass(frozen=True, slots=True)
class Speech:
    """
    One turn.

    *order* counts from 1. *person* are the ids that the turn points to, parted by blanks, *speaker* the names of these or the
    label as printed. *text* is the transcript's, without the label, *source* the same without the editor's words and marks;
    their paragraphs are parted by an empty line. *words* are those of the text itself, *supplied* those put in. *redactions*
    counts what was withheld; *lines* are the sums of the lines stated for it: exactly, at most, at least.
    """

    id: str
    order: int
    speaker: str
    person: str
    words: int
    supplied: int
    redactions: int
    lines: tuple[float, float, float]
    text: str
    source: str


class Document:
    """The TEI document *tree* in the file at *path*, called *name*; what is asked of it is read once."""

    def __init__(self, name: str, tree: etree._ElementTree, path: Path = NOWHERE) -> None:
        self.name = name
        self.tree = tree
        self.path = path

    def beside(self, suffix: str) -> Path | None:
        """
        Return the file with *suffix* that `build` put beside the TEI file, None where there is none.

        There are ``.html``, ``.pdf``, ``.txt`` (the transcript), ``.proof.json``, ``.map.json`` and others.
        """
        found = self.path.with_name(f"{self.path.stem}{suffix}") if self.path.name else None
        return found if found and found.is_file() else None

    @cached_property
    def facts(self) -> DocumentFacts:
        """What the header states."""
        return facts(self.tree, self.name)

    @cached_property
    def text(self) -> str:
        """The transcript, with line feeds. Raises `MarkupError` where the TEI has no text."""
        return _lines(self._characters)

    @cached_property
    def shortened(self) -> tuple[int, ...]:
        """Where the transcript has two characters at the end of a line and `text` has one: the places after the first of them."""
        return tuple(match.end() - 1 for match in LINE_END.finditer(self._characters) if match.end() - match.start() > 1)

    @cached_property
    def _characters(self) -> str:
        """The characters of the transcript."""
        return characters_of(self.tree)[0]

    @cached_property
    def source(self) -> str:
        """The text without the editor's words and marks: a paragraph a line, an empty line between, a label before its speech."""
        return "".join(block["text"] + (" " if block["label"] else "\n\n") for block in self._said["blocks"]).rstrip()

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The turns, in their order."""
        characters, places = self._characters, places_of(self.tree)
        elements = [element for element in self.tree.getroot().iterfind(f"{TEXT}//*") if isinstance(element.tag, str)]

        def printed(number: int) -> list[str]:
            found = _blocks(elements[number - 1], places)
            return [_lines(characters[start:end]).strip() for start, end in found]

        return tuple(
            _speech(order, said, [text for number in said["parts"] for text in printed(number) if text])
            for order, said in enumerate(self._said["speeches"], 1)
        )

    @cached_property
    def _said(self) -> dict[str, Any]:
        """What the stylesheet says."""
        found: dict[str, Any] = json.loads(stylesheets.transform("speeches", self.tree))
        return found


def is_register(tree: etree._ElementTree) -> bool:
    """Tell whether *tree* is TEI that has lists of persons and the like, and no text."""
    return tree.find("{*}standOff") is not None and tree.find("{*}text") is None


def _speech(order: int, said: dict[str, Any], paragraphs: list[str]) -> Speech:
    """Return the speech of which the stylesheet *said* so much, with *paragraphs* as printed."""
    source = "\n\n".join(block["text"] for block in said["blocks"])
    values = {key: said[key] for key in ("id", "speaker", "person", "words", "supplied", "redactions")}
    exactly, most, least = said["lines"]
    return Speech(order=order, lines=(exactly, most, least), text="\n\n".join(paragraphs), source=source, **values)


def _blocks(holder: etree._Element, places: dict[etree._Element, tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places of the outermost blocks in *holder*, without the speaker's label."""
    found: list[tuple[int, int]] = []
    for element in holder:
        if element in places and element.tag != SPEAKER:
            found.append(places[element])
        elif element not in places:
            found += _blocks(element, places)
    return found


def _lines(text: str) -> str:
    """Return *text* with line feeds as its only line ends."""
    return LINE_END.sub("\n", text)
