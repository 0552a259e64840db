"""What a person decided of a bracket, as a reader of the page is told it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tei_edition.annotation import annotate
from tei_edition.edition import load
from tei_edition.encode import encode
from tei_edition.ingest.txt import read
from tei_edition.outputs.html import render

TEXT = b"He was [in the mill] and [was] so. A [page 3] of [17] that [Yuri] Orlov and [x?] saw.\n"
DECISION = """[[decision]]
document = "a.txt"
quote = "{quote}"
as = "{class_}"
resp = "Ada Reader"
why = "The draft has it."
"""


@pytest.mark.parametrize(("quote", "class_"), [
    ("[in the mill]", "omitted"), ("[was]", "original"), ("[17]", "note"), ("[page 3]", "page"), ("[Yuri]", "name"), ("[x?]", "conjecture"),
])
@pytest.mark.parametrize("when", ["2026-11-24", ""])
def test_the_page_says_who_decided_when_and_why(tmp_path: Path, quote: str, class_: str, when: str):
    """The explanation of a bracket that a person decided says who did, on which day if one was given, and why; that of no other does."""
    (tmp_path / "edition.toml").write_text('title = "T"\n', encoding="utf-8")
    day = f'when = "{when}"\n' if when else ""
    (tmp_path / "decisions.toml").write_text(DECISION.format(quote=quote, class_=class_) + day, encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_bytes(TEXT)
    edition = load(tmp_path)
    source = read(TEXT, "a.txt")
    root = html.document_fromstring(render(encode(annotate([source], edition)[0], edition).tree))
    told = {
        button.get("popovertarget"): "".join(button.xpath("ancestor::*[contains(concat(@class, ' '), ' ed ')][1]//text()"))
        for button in root.iterfind(".//article//button[@popovertarget]")
    }
    decided = {told[box.get("id")]: [p.text_content() for p in box] for box in root.xpath("//div[@popover][p[b='Decided by:']]")}

    assert list(decided) == [quote]
    assert [line for line in decided[quote] if "Ada Reader" in line] == [f"Decided by: Ada Reader{', ' * bool(when)}{when}"]
    assert "The draft has it." in decided[quote]
