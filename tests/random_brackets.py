"""Random transcripts full of brackets: any meaning in any other, doubled, italic, escaped, alone, over paragraphs, with notes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.brackets_cases import every

CASES = every()
INNER = sorted({
    case.transcript[case.text.index("[") + 1 : case.text.index("]")] for case in CASES if "[" in case.text and "¶" not in case.text and "]" in case.text
})
"""What stands in the brackets of the cases: something of every meaning."""

TEXTS = [[case.transcript.strip() for case in CASES if case.file == file and not case.is_trap] for file in sorted({case.file for case in CASES})]
"""The texts that show a meaning, for each meaning."""

WORDS = st.sampled_from((
    "the keeper ", "Marlow ", "of ", "17 ", "word", " ", "Rusk: ", "No. ", "_so_ ", "said.", "\n", "1. ", "Secy", "It wept. ", "_mill_", "Q. ",
))
BREAKS = st.sampled_from(("\n\n", "\n\n", "\r\n\r\n", "\n\n\n", "\n \n", "\n\nRusk: ", "\n\n1. ", "\f"))
MARKS = st.sampled_from((
    ("[", "]"), ("[", "]"), ("[", "]"), ("[[", "]]"), ("[_", "_]"), ("_[", "]_"), ("_so [", "] so_"), ("[so _so", "] so_"), ("{", "}"),
    ("\\[", "\\]"), ("[", ""), ("", "]"), ("[[", "]"), ("[", "\n\n"), ("(", ")"),
))
DEEPEST = 3


@st.composite
def nested(draw: st.DrawFn, depth: int = DEEPEST) -> str:
    """Return a bracket of a random meaning with marks of a random kind, in which others may stand, *depth* deep."""
    opening, closing = draw(MARKS)
    parts = [opening, draw(WORDS) if draw(st.booleans()) else "", draw(st.sampled_from(INNER)) if draw(st.booleans()) else ""]
    if depth > 1 and draw(st.booleans()):
        parts += [draw(nested(depth - 1)), draw(WORDS)]
    if draw(st.integers(0, 9)) == 0:
        parts += [draw(BREAKS), draw(WORDS)]
    return "".join((*parts, closing))


@st.composite
def noted(draw: st.DrawFn) -> tuple[str, str]:
    """Return the mark of a footnote after a word, and the note, in which brackets may stand."""
    number = draw(st.integers(1, 3))
    mark, opening = draw(st.sampled_from(((f"[{number}]", f"[{number}] "), (f"[{number}]", f"{number}. "), ("[*]", "* "))))
    return f"word{mark} ", f"{opening}A note {draw(nested(2))} of the editor's."


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Return a random transcript: stretches of cases, of words, of brackets in brackets, of footnotes, in random paragraphs."""
    parts, notes = [], []
    for _ in range(draw(st.integers(2, 6))):
        kind = draw(st.sampled_from(("case", "case", "nested", "nested", "noted")))
        if kind == "noted":
            mark, note = draw(noted())
            parts.append(mark)
            notes.append(note)
        else:
            parts.append(draw(st.sampled_from(draw(st.sampled_from(TEXTS)))) if kind == "case" else draw(nested()))
        parts.append(draw(BREAKS) if kind == "case" or draw(st.booleans()) else draw(WORDS))
    return "".join(parts) + "".join(f"\n\n{note}" for note in notes)
