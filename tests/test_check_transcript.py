"""Transcripts are checked too: what no rule knows, what lacks its partner, a label that looks misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.check import check, files

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "Minutes\n\n" + "Weber. We agree, and we shall say so.\n\nKlein. I do not agree at all.\n\n" * 3


def found(folder: Path, text: str) -> list[tuple[str, str]]:
    """Return code and place of what is found in a transcript of *text*, but notes."""
    path = folder / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    return [(one.code, str(one.start)) for one in check([path]) if one.severity != "info"]


def test_good_transcript(tmp_path: Path) -> None:
    """In a transcript whose labels and brackets are in order nothing is found."""
    assert found(tmp_path, GOOD + "Weber. So be it [sic], we shall see.\n") == []


def test_bracket_without_partner(tmp_path: Path) -> None:
    """A bracket without its partner is found at its place."""
    assert found(tmp_path, GOOD + "Weber. So be it [for now, we shall see.\n") == [("bracket-unbalanced", "15:17")]


def test_misspelt_label(tmp_path: Path) -> None:
    """A label that stands once beside a frequent one of nearly the same letters is doubted; two delegates are not."""
    assert found(tmp_path, GOOD + "Webber. So be it, we shall see.\n") == [("label-misspelt", "15:1")]
    numbered = GOOD.replace("Weber", "Delegate 1").replace("Klein", "Chair")
    assert found(tmp_path, numbered + "Delegate 2. So be it, we shall see.\n") == []


def test_broken_transcript(tmp_path: Path) -> None:
    """A transcript that cannot be read is a finding, not an end of the check."""
    (tmp_path / "minutes.txt").write_bytes(b"Minutes \xff\n")
    (tmp_path / "notes.xml").write_text("<a", encoding="utf-8")
    assert [one.code for one in check([tmp_path / "minutes.txt", tmp_path / "notes.xml"])] == ["encoding", "xml-unclosed"]


def test_transcripts_of_an_edition(tmp_path: Path) -> None:
    """Of a folder the transcripts of editions are checked, with each other's labels; other texts are not."""
    source = tmp_path / "council" / "source"
    source.mkdir(parents=True)
    (tmp_path / "council" / "edition.toml").write_text('title = "Council"\nlanguage = "en"\n', encoding="utf-8")
    (source / "1.txt").write_text(GOOD, encoding="utf-8")
    (source / "2.txt").write_text("Minutes\n\nWeber. I see, and we shall go on.\n\nKlein. [sic Go on.\n", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("Not [a transcript.\n", encoding="utf-8")
    assert [path.name for path in files([tmp_path])] == ["1.txt", "2.txt"]
    assert [(one.code, one.path) for one in check([tmp_path]) if one.severity != "info"] == [("bracket-unbalanced", str(source / "2.txt"))]


def test_misspelt_label_is_told_once(tmp_path: Path) -> None:
    """A label that is taken for none because it is misspelt is told as misspelt, and not as refused as well."""
    path = tmp_path / "minutes.txt"
    path.write_text(GOOD + "Webber. So be it, we shall see.\n", encoding="utf-8")
    assert [one.code for one in check([path])] == ["label-misspelt"]
