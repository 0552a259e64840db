"""
What TEI allows where, so far as spans can ask for it: one table, read by `settle` and by nobody else.

The rows were tried against the TEI's own grammar (``tei_all``); the test of random spans tries them again.
"""

from __future__ import annotations

CONTAINERS = frozenset({"body", "div", "sp", "argument", "opener", "closer", "postscript", "address", "list", "table", "row"})
"""The elements whose white space is layout: every child is a block, a container, a page break or a milestone."""

WITH_DESC = frozenset({"gap", "incident", "kinesic", "vocal", "space"})
ATOMIC = WITH_DESC | {"choice", "expan", "label", "figure", "ref", "note", "space", "ellipsis", "stamp"}
"""Elements that are never cut: a conflict drops them whole."""

LABELS = frozenset({"speaker", "label"})
"""Blocks that stand in the line of the block after them: what parts the two is a mark of theirs."""

EMPTY = frozenset({"pb", "lb", "milestone"})
NAMES = frozenset({"persName", "placeName", "orgName", "roleName", "forename", "surname", "name", "rs", "settlement"})
DATES = frozenset({"date", "time"})
STYLES = frozenset({"hi", "emph", "foreign"})

ONLY = {
    **dict.fromkeys(WITH_DESC, frozenset({"desc"})),
    "choice": frozenset({"sic", "corr", "orig", "reg", "abbr", "expan", "unclear"}),
    "figure": frozenset({"figDesc"}),
    "ellipsis": frozenset({"metamark", "supplied"}),
    "ex": frozenset[str](),
    "metamark": frozenset[str](),
    **dict.fromkeys(EMPTY, frozenset[str]()),
}
"""Parents that hold nothing but these elements."""

NEVER = {
    "desc": frozenset({"supplied", "gap", "seg", "note", "sic", "unclear", "pb", "lb", "corr", "surplus", "add", "del", "damage",
                       "milestone", "space", "incident", "kinesic", "vocal", "label", "stage", "figure", "subst", "choice",
                       "expan", "ex", "abbr", "stamp", "ellipsis", "metamark", "orig", "reg"}),
    "figDesc": frozenset({"gap", "seg", "note", "supplied", "pb", "lb", "milestone", "incident", "kinesic", "vocal", "figure"}),
    "speaker": frozenset({"stage", "label", "quote"}),
    "date": frozenset({"label", "stage", "quote", "figure"}),
    "surname": frozenset({"label", "stage", "quote"}),
    "forename": frozenset({"label", "stage", "quote"}),
    "persName": frozenset({"label", "stage", "quote"}),
}
"""Parents that hold text and most elements, but not these."""

UNDER = {
    "desc": WITH_DESC,
    "figDesc": frozenset({"figure"}),
    "head": frozenset({"div"}),
    "corr": frozenset({"choice", "p", "head", "note", "seg", "hi", "supplied"}),
    "ex": frozenset({"expan"}),
    "metamark": frozenset({"ellipsis", "unclear"}),
    "label": frozenset({"p", "head", "note"}),
    "stage": frozenset({"p", "div", "sp", "body", "head"}),
    "signed": frozenset({"closer", "opener", "div"}),
    "quote": frozenset({"p", "note"}),
    "said": frozenset({"p", "item"}),
}
"""Children that stand under these parents and nowhere else."""

TEXTLESS = frozenset(ONLY) - {"ex", "metamark"}
"""Elements in which no character may stand outside their children."""


def allowed(parent: str, child: str) -> bool:
    """Tell whether *child* may stand directly in *parent*."""
    if parent in ONLY:
        return child in ONLY[parent]
    return child not in NEVER.get(parent, ()) and parent in UNDER.get(child, {parent})


def cuttable(element: str) -> bool:
    """Tell whether *element* may be cut at a border and chained by ``@next`` and ``@prev``."""
    return element not in ATOMIC | EMPTY | {"desc", "figDesc", "sic", "corr", "ex", "metamark", "orig", "reg", "abbr"}
