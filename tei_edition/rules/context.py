"""What a rule may look at: the source, what the edition shows, the house's profile."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_edition.authorities import EMPTY, Authorities
from tei_edition.profiles import Profile
from tei_edition.rules.italics import Italics
from tei_edition.rules.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.model import Source
    from tei_edition.rules.pages import Page


@dataclass(frozen=True)
class Context:
    """
    A document and what is known beside it.

    *labelled* are the offsets of the paragraphs that open with a speaker's label, *speeches* those where the speech begins after
    it; *staged* tells that most of the document's brackets are known to say what happens, as in a play or a trial; *notes* are the
    offsets of the footnotes, by their marks; *pages* are the lines that number pages, by their offsets; *italics* what the input sets
    in italics; *authorities* are the lists of persons, places and organizations that serve the edition.
    """

    source: Source
    lexicon: Lexicon = field(default_factory=Lexicon)
    profile: Profile = field(default_factory=Profile)
    labelled: frozenset[int] = frozenset()
    speeches: frozenset[int] = frozenset()
    staged: bool = False
    notes: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[int, Page] = field(default_factory=dict)
    italics: Italics = field(default_factory=Italics)
    authorities: Authorities = EMPTY
