"""Explaining: what the code of a finding, a rule or a profile means, in words for a person."""

from __future__ import annotations

import inspect
import json
import tomllib
from typing import TYPE_CHECKING, Any

import tomlkit
from lxml import etree

from tei_edition import profiles, registry
from tei_edition.check import ready
from tei_edition.check import rules as editorial
from tei_edition.errors import UsageError
from tei_edition.profiles import said
from tei_edition.resources import PACKAGE, SCHEMAS
from tei_edition.rules import blocks, brackets, names
from tei_edition.strict import NEAR, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

SCHEMATRON = "sch-"
FEW = 12
"""So many names are told to somebody who gave a wrong one."""

EXAMPLES = "examples.json"
"""The file of examples, made from the cases of the codes."""


def explain(name: str, kind: str | None = None) -> str:
    """
    Return what *name* means: the code of a finding, a rule, or a profile; *kind* says which, where there are several.

    A kind in the place of *name* gives the names there are of it, one a line. Raises `UsageError` for a name that is none of them.
    """
    if kind and kind not in KINDS:
        raise UsageError(f"there is no {kind} to explain; there are {', '.join(KINDS)}")
    known = {one: load() for one, load in KINDS.items() if kind in (None, one)}
    found = [f"{one} {name}\n\n{names[name].strip()}\n" for one, names in known.items() if name in names]
    if kind is None and name in KINDS:
        found.append("".join(f"{one}\n" for one in sorted(known[name])))
    if not found:
        raise UsageError(f"there is no {kind or ' or '.join(KINDS)} called {name!r}. {_advice(name, known)}")
    return "\n".join(found)


def _advice(name: str, known: Mapping[str, Mapping[str, str]]) -> str:
    """Return which of the *known* names *name* may have been meant to be, or how to see them where they are many."""
    every = sorted({one for names in known.values() for one in names})
    near = suggestion(name, every)
    if near.startswith(NEAR) or len(every) <= FEW:
        return near
    return f"The names there are are listed by {' or '.join(f'tei-edition explain {one}' for one in known)}."


def codes() -> Mapping[str, str]:
    """Return what each code of a finding means, with an example of what is wrong and what is right, where there is one."""
    path = PACKAGE / "explanations" / EXAMPLES
    examples = json.loads(path.read_bytes()) if path.is_file() else {}
    return {code: _with_example(words, examples.get(code, {})) for code, words in meanings().items()}


def _with_example(words: str, example: Mapping[str, str]) -> str:
    if not example:
        return words
    return f"{words}\n\nWrong:\n\n{_indented(example['wrong'])}\n\nRight:\n\n{_indented(example['right'])}"


def meanings() -> Mapping[str, str]:
    """Return what each code of a finding means; the folder ``explanations/`` and the Schematron rules are the registry."""
    found: dict[str, str] = {}
    for path in sorted((PACKAGE / "explanations").glob("*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return found | _schematron() | _editorial() | ready.explained()


def _editorial() -> dict[str, str]:
    """Return what the rules for any TEI look for, each with an example of what is wrong and what is right."""
    return {code: _told(rule) for code, rule in editorial.rules().items()}


def _told(rule: ModuleType) -> str:
    parts = [inspect.getdoc(rule) or "", f"TEI Guidelines: {rule.GUIDELINES}."]
    return "\n\n".join([*parts, f"Wrong:\n\n{_indented(rule.WRONG)}", f"Right:\n\n{_indented(rule.RIGHT)}"])


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())


def _schematron() -> dict[str, str]:
    """Return what each Schematron rule says when it is broken."""
    rules = etree.parse(SCHEMAS / "tei_edition.sch").iter("{*}assert", "{*}report")
    return {f"{SCHEMATRON}{rule.get('id')}": _sentence(rule) for rule in rules if rule.get("id")}


def _sentence(rule: etree._Element) -> str:
    """Return the message of a rule, with an ellipsis for what depends on the document."""
    parts = [rule.text or "", *(f"…{child.tail or ''}" for child in rule)]
    return " ".join("".join(parts).split())


def rules() -> Mapping[str, str]:
    """Return the description of each rule, by its name."""
    modules = {**registry.modules(blocks), **registry.modules(brackets), **registry.modules(names)}
    return {name.replace("_", "-"): _rule(module) for name, module in modules.items()}


def _rule(module: ModuleType) -> str:
    """Return the description of a rule: what it means, how it is read, and how strong its evidence is."""
    rank = getattr(module, "RANK", None)
    strength = f"\n\nEvidence: {rank.name.lower()} (rank {int(rank)}; a lower one wins)." if rank else ""
    return f"{inspect.getdoc(module)}{strength}"


def _profiles() -> Mapping[str, str]:
    """Return the description of each profile, by its name."""
    return {name: _profile(profiles.load(name)) for name in profiles.names()}


def _profile(profile: Any) -> str:
    """Return what a profile says: in a sentence, then each convention, then the keys as its file has them."""
    values = {name: getattr(profile, name) for name in sorted(profile.__slots__) if name not in ("name", "description")}
    keys = tomlkit.dumps({name: value for name, value in values.items() if isinstance(value, str) or value})
    told = (f"- {sentence}" for sentence in (*said.sentences(profile), *said.neutral(profile)))
    return "\n".join([profile.description, "", *told, "", keys])


KINDS: Mapping[str, Callable[[], Mapping[str, str]]] = {"code": codes, "rule": rules, "profile": _profiles}
"""What can be explained, and how its names are found."""
