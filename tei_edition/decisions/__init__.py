"""
Decisions of a person: ``decisions.toml`` in an edition's folder, replayed on every build.

A decision names a document, quotes what it is about with the words before and after it, and says what that is, by whom it is decided
and why. It wins over the rules. One that no longer finds its place, or finds several, is an error with the nearest candidates.
"""

from __future__ import annotations

from tei_edition.decisions.decision import FILE, Decision

__all__ = ["FILE", "Decision"]
