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
    """The form of the whole paragraph, or of the bracket itself."""
    OPENING = 2
    """It opens with fixed words."""
    WORDING = 3
    """It holds fixed words."""
    AMOUNT = 4
    """An amount with what happened to it."""
    DOUBT = 5
    """It ends in a question mark."""
    STYLE = 6
    """It is set in another style than the text."""
    TOUCH = 7
    """The bracket touches a word."""
    LIKENESS = 8
    """It is like what stands before it."""
    NAME = 9
    """It stands beside a name."""
    POSITION = 10
    """Where it stands."""
    GRAMMAR = 11
    """The kinds of its words, and of those beside it."""
    DEFAULT = 12
    """What this house's brackets mean where nothing else is known."""
    LAST = 13
    """Nothing at all is known."""
