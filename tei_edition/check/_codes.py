"""Codes that somebody names, to select or to ignore them: whether there is such a code, and which was meant."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tei_edition.strict import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

SURE = frozenset({"xml", "rng", "sch", "include", "ignore", "schema"})
"""Families that are there for sure: who selects them need not wait until every rule is read."""

OWN_RULES = "sch-"
"""How the codes of a Schematron rule begin: a schema of the user has rules that nobody here knows."""


def advice(code: str) -> str | None:
    """
    Return what to write instead of *code*, which is no code and no family of codes; None where it is one.

    >>> advice("date"), advice("date-words"), advice("dte-words")
    (None, None, 'Did you mean "date-words"?')
    """
    if code in SURE:
        return None
    known = names()
    if code in known:
        return None
    said = suggestion(code, sorted(known))
    if code.startswith(OWN_RULES) and not said.startswith("Did"):
        return None
    return said if said.startswith("Did") else f"The families are {', '.join(families())}; tei-edition explain CODE tells of one."


def unknown(codes: Iterable[str]) -> str:
    """
    Return in sentences which of *codes* are none, and what may be meant; nothing where all are known.

    >>> unknown(["date", "rgn"])
    'There is no code "rgn". Did you mean "rng"?'
    """
    told = ((code, advice(code)) for code in codes)
    return " ".join(f'There is no code "{code}". {meant}' for code, meant in told if meant)


@cache
def names() -> frozenset[str]:
    """Return every code and every family."""
    from tei_edition import explaining  # noqa: PLC0415 - it knows every rule, which a check of all codes need not

    return frozenset(part for code in explaining.codes() for part in (code, *_families(code)))


def families() -> tuple[str, ...]:
    """Return the widest families, sorted."""
    return tuple(sorted(name for name in names() if not _families(name)))


def _families(code: str) -> list[str]:
    """
    Return the families of *code*, the narrowest first.

    >>> _families("rng-missing"), _families("sch-gap-reason"), _families("proof/pdf"), _families("xml")
    (['rng'], ['sch-gap', 'sch'], ['proof'], [])
    """
    parts = code.replace("/", "-").split("-")
    return [code[: len("-".join(parts[:count]))] for count in range(len(parts) - 1, 0, -1)]
