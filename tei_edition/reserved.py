"""The ids that a document gives to parts of its own: no person, place or organization can have them."""

from __future__ import annotations

import re
from functools import cache

from tei_edition.resources import PACKAGE

COUNTED = re.compile(r"[a-z]\d+(?:\.\w+)*|x(?:\.\w+)+")
"""Ids of blocks and of what stands in them: ``t2.p3``."""


def is_reserved(id_: str) -> bool:
    """
    Tell whether *id_* is one that a block gets, or a class of brackets in the header.

    >>> is_reserved("t2"), is_reserved("sic"), is_reserved("orlov")
    (True, True, False)
    """
    return COUNTED.fullmatch(id_) is not None or id_ in _classes()


@cache
def _classes() -> frozenset[str]:
    """Return the ids that the header gives to the classes of brackets, which no person may have: one is called Page."""
    rules = PACKAGE / "rules" / "brackets"
    return frozenset({"brackets", "unbalanced", *(path.stem.replace("_", "-") for path in rules.glob("*.py"))})
