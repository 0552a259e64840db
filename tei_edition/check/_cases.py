"""
The cases of each code, kept in ``tests/check`` of a checkout: what is refused, and what is accepted.

The pages about the codes, and the examples that `explain` shows, are made of the first case of either kind.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "check"
WHOLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Notes</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>
<text xml:space="preserve"><body><div xml:id="s1">{}</div></body></text></TEI>
"""
"""The document in which a case stands that is the content of a division."""

BEGINNINGS = ("<TEI", "<?xml", "<!", "Notes<")
"""How a case begins that is a whole file."""

LONGEST = 300
"""A case of more characters than this is shown only where the refused and the accepted one differ."""

ROUND = 60
"""So many characters are shown before and behind that place."""


def case(line: str) -> bytes:
    """Return the file for a case that stands in one line."""
    whole = line if line.lstrip().startswith(BEGINNINGS) else WHOLE.replace("{}", line)
    return whole.encode("utf-8", "surrogateescape")


def first(code: str, kind: str) -> tuple[Path, str] | None:
    """Return the first case of a *kind* (refused, accepted) for *code*, and its file; None where that is a folder."""
    for path in sorted((FOLDER / code).glob(f"{kind}.*")):
        text = path.read_bytes().decode("utf-8", "backslashreplace")
        return path, text.split("\n")[0] if path.suffix == ".xml" and ".file" not in path.suffixes else text
    return None


def examples(code: str) -> tuple[str, str]:
    """Return what is wrong and what is right, for a person to read; nothing where the cases are folders, or there are none."""
    wrong, right = first(code, "refused"), first(code, "accepted")
    return _shown(wrong[1].strip("\n"), right[1].strip("\n")) if wrong and right else ("", "")


def _shown(wrong: str, right: str) -> tuple[str, str]:
    """
    Return both as they are, or where they differ.

    >>> _shown("-" * 300 + "<a/>" + "." * 300, "-" * 300 + "<b/>" + "." * 300)[0][57:66]
    '---<a/>..'
    """
    if max(len(wrong), len(right)) <= LONGEST:
        return wrong, right
    before = _common(wrong, right)
    behind = _common(wrong[before:][::-1], right[before:][::-1])
    return _cut(wrong, before, behind), _cut(right, before, behind)


def _common(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    return next((number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other)))


def _cut(text: str, before: int, behind: int) -> str:
    """Return *text* without most of the characters *before* and *behind* what is shown."""
    start = max(0, before - ROUND)
    return ("\u2026" if start else "") + text[start : len(text) - behind + ROUND] + ("\u2026" if behind > ROUND else "")
