"""
The rules: each looks at the text and says what a stretch of it is, why, and how sure it is; none edits it.

``blocks/`` holds one block form a file, ``brackets/`` one meaning of a square bracket a file. The folder is the registry. A rule
states its rank by the kind of evidence it uses (`Rank`): a stronger kind wins, and two of one kind that claim the same span are a
finding at that span.
"""

from __future__ import annotations

from enum import IntEnum


class Rank(IntEnum):
    """The kinds of evidence, the stronger first."""

    FORM = 1
    """The form of the whole paragraph."""
    WORDING = 2
    """Fixed words."""
    AMOUNT = 3
    """An amount with what happened to it."""
    TOUCH = 4
    """The bracket touches a word."""
    NAME = 5
    """It stands beside a name."""
    POSITION = 6
    """Where it stands."""
    DEFAULT = 7
    """What this house's brackets mean where nothing else is known."""
