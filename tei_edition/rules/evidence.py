"""
All evidence on a label: what speaks for it and what against it.

A function looks at one label in its document (`Dialogue`, which knows the edition's `Lexicon`) and returns `Evidence` or nothing. No
function knows the words of one collection: they use form, recurrence, position and the word lists of the languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.rules import evidence_against, evidence_for

if TYPE_CHECKING:
    from tei_edition.rules.dialogue import Dialogue, Evidence
    from tei_edition.rules.labels import Label

KINDS = (*evidence_for.KINDS, *evidence_against.KINDS)


def weigh(label: Label, dialogue: Dialogue) -> tuple[Evidence, ...]:
    """Return all evidence on *label*: first what speaks for it, then what speaks against it."""
    return tuple(evidence for kind in KINDS if (evidence := kind(label, dialogue)))
