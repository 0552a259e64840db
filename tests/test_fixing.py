"""Mending: only the announced bytes change, and a second run finds nothing more to mend."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_edition import fixing
from tei_edition.check import check_bytes
from tei_edition.cli import main
from tests.test_check_rules import WHOLE

GOOD = WHOLE.format(
    '\n<p xml:id="p1" n="1">On <date when="1986-11-13">13 November 1986</date>, <foreign xml:lang="de-AT">servus</foreign>\u00e9\u6f22.</p>'
    '\n<p xml:id="p2" n="2">See <ref target="#p1 #p2">both</ref> &amp; more.</p>\n'
    '<p xml:id="p3">By <persName>Orlov</persName>, <supplied cert="low" reason="omitted">as <hi>they</hi> say</supplied>.<lb/></p>\n'
)
DAMAGES = (
    (r'when="1986-11-13"', 'when="13.11.1986"'),
    (r'when="1986-11-13"', 'when="13 November 1986"'),
    (r'xml:lang="de-AT"', 'xml:lang="de_AT"'),
    (r'target="#p1 #p2"', 'target="p1 #p2"'),
    (r'target="#p1 #p2"', "target='p1 p2'"),
    (r"&amp; more", "& more"),
    (r'n="2"', "n=\u201c2\u201d"),
    (r'n="1"', "n=1"),
    (r"<persName>Orlov</persName>", "<persname>Orlov</persname>"),
    (r"<persName>Orlov</persName>", "<presName>Orlov</presName>"),
    (r'<supplied cert="low" reason="omitted">as <hi>they</hi> say</supplied>', '<suplied cert="low" reason="omitted">as <hi>they</hi> say</suplied>'),
    (r"<lb/>", "<LB/>"),
    (r'cert="low"', 'cert="Low"'),
    (r'reason="omitted"', 'raeson="omitted"'),
)
"""What stands in the good file, and what somebody made of it."""


def _damaged(seed: int) -> tuple[str, str]:
    """Return a file with several damages, and what it is once these are mended."""
    chosen = random.Random(seed).sample(DAMAGES, k=5)
    text = mended = GOOD
    done: set[str] = set()
    for good, bad in chosen:
        if good not in done and good in text:
            text = text.replace(good, bad)
            mended = mended.replace(good, good.replace('"', "'") if "'" in bad else good)
            done.add(good)
    return text, mended


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_only_the_announced_bytes_change(tmp_path: Path, encoding: str) -> None:
    """Two hundred damaged files become, byte for byte, what they were; a second run finds nothing to mend."""
    for seed in range(200 if encoding == "utf-8" else 10):
        text, mended = _damaged(seed)
        file = tmp_path / f"{seed}.xml"
        file.write_bytes(text.encode(encoding))
        assert fixing.fix([file])[0].repairs >= 1
        assert file.read_bytes() == mended.encode(encoding), seed
        assert fixing.fixes([file]) == ()


def test_what_is_not_certain_is_left(tmp_path: Path) -> None:
    """A date that could be read in two ways, an unquoted value of two words, a pointer to nothing: nothing is mended."""
    file = tmp_path / "a.xml"
    for good, bad in ((DAMAGES[0][0], 'when="11/12/1986"'), ('n="2"', "n=\u201ctwo words"), ('target="#p1 #p2"', 'target="#p7"')):
        file.write_text(GOOD.replace(good, bad), encoding="utf-8")
        assert check_bytes(file.read_bytes(), "a.xml")
        assert fixing.fixes([file]) == ()


def test_an_odd_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    """In a file of another encoding a repair is written in that encoding."""
    file = tmp_path / "a.xml"
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>\r\n'
    text = head + GOOD.replace("\u6f22", "").replace("\n", "\r\n")
    file.write_bytes(text.replace('xml:lang="de-AT"', 'xml:lang="de_AT"').encode("latin-1"))
    fixing.fix([file])
    assert file.read_bytes() == text.encode("latin-1")


def test_diff_changes_nothing(tmp_path: Path) -> None:
    """`--diff` shows the change and leaves the file; `--fix` makes just that change and says how many repairs it made."""
    file = tmp_path / "a.xml"
    text = GOOD.replace("&amp; more", "& more")
    file.write_text(text, encoding="utf-8")
    shown = CliRunner().invoke(main, ["check", "--diff", str(file)])
    assert shown.exit_code == 1
    assert re.findall(r"^[+-](?![+-]).*& ?.*$", shown.stdout, re.MULTILINE) == [
        f"{sign}{line}" for sign, whole in (("-", text), ("+", GOOD)) for line in whole.splitlines() if "more" in line
    ]
    assert file.read_text(encoding="utf-8") == text
    done = CliRunner().invoke(main, ["check", "--fix", str(file)])
    assert (done.exit_code, done.stderr) == (0, f"{file}: 1 repair\n")
    assert file.read_text(encoding="utf-8") == GOOD


def test_ignored_findings_are_not_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not count is not touched."""
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text(GOOD.replace("de-AT", "de_AT"), encoding="utf-8")
    assert CliRunner().invoke(main, ["check", "--fix", "--ignore", "lang,rng", "a.xml"]).stderr == ""
    assert "de_AT" in Path("a.xml").read_text(encoding="utf-8")


def test_standard_input_cannot_be_mended() -> None:
    """Standard input is no file to write to."""
    assert CliRunner().invoke(main, ["check", "--fix", "-"], input="<a/>").exit_code == 2


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ("<lb/>", "<itme/>", "two names are as near"),
        ("<persName>Orlov</persName>", "<persnme><div/></persnme>", "what the name may hold is another"),
        ('<p xml:id="p3">', '<p id="p1">', "the id is given already"),
        ('cert="low"', 'cert="lwo"', "the value is too short to be known again"),
        ("<hi>they</hi>", "<tehy>they</tehy>", "nothing is near"),
    ],
)
def test_a_guess_that_does_not_fit_is_left(tmp_path: Path, good: str, bad: str, why: str) -> None:
    """A name is not mended where two are as near, or where the schema has something else to say then."""
    file = tmp_path / "a.xml"
    file.write_text(GOOD.replace(good, bad), encoding="utf-8")
    assert check_bytes(file.read_bytes(), "a.xml"), why
    assert fixing.fixes([file]) == (), why


def test_a_prefix_stays(tmp_path: Path) -> None:
    """Of a name with a prefix, in a tag over two lines, the name alone is mended, in both its tags."""
    file = tmp_path / "a.xml"
    good = GOOD.replace("<TEI ", '<TEI xmlns:t="http://www.tei-c.org/ns/1.0" ').replace("<persName>Orlov</persName>", "<t:persName\n>O</t:persName >")
    file.write_text(good.replace("persName", "persname"), encoding="utf-8")
    assert fixing.fix([file])[0].repairs == 1
    assert file.read_text(encoding="utf-8") == good


def test_a_link_stays_a_link(tmp_path: Path):
    """What a symbolic link leads to is mended, and the link stays one."""
    target = tmp_path / "store" / "real.xml"
    target.parent.mkdir()
    target.write_text(GOOD.replace('xml:lang="de-AT"', 'xml:lang="de_AT"'), encoding="utf-8")
    link = tmp_path / "link.xml"
    link.symlink_to(Path("store", "real.xml"))
    fixing.fix([link])

    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == GOOD
