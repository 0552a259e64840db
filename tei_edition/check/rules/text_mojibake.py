"""
Words were decoded wrongly: UTF-8 was read as something else, or the other way round, before it came into the file.

A search does not find such words, and a reader cannot read them. A paragraph is told once, at its first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check.rules._survey import Fault
from tei_edition.mojibake import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_edition.check.rules._survey import Survey

CODE = "text-mojibake"
SEVERITY = "warning"
GUIDELINES = "section vi, Languages and Character Sets"
WRONG = "<p>The caf\u00c3\u00a9 was closed.</p>"
RIGHT = "<p>The caf\u00e9 was closed, \u00c3 propos de rien; \u0441\u043b\u043e\u0432\u043e, \u03bb\u03cc\u03b3\u03bf\u03c2.</p>"

ADVICE = "Correct it; if there are many such words, the file was once saved in a wrong encoding."


def check(survey: Survey) -> Iterator[Fault]:
    """Yield the elements in whose own text words were decoded wrongly."""
    if not places(" ".join(map(str, survey.root.itertext()))):
        return
    for element in survey.root.iter("*"):
        text = " ".join(filter(None, (element.text, *(child.tail for child in element))))
        found = places(text)
        if found:
            _, word, right = found[0]
            said = f"{word!r} was likely {right!r}." if right else "A character was lost here (U+FFFD)."
            more = f" So were {len(found) - 1} more words here." if len(found) > 1 else ""
            yield Fault(element, said + more, ADVICE, part="text")
