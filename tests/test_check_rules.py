"""The rules for any TEI: each refuses its wrong example and the refused cases of ``tests/check``, and accepts the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_edition import explaining
from tei_edition.check import Document, tei
from tei_edition.check._cases import FOLDER as CASES
from tei_edition.check._cases import WHOLE
from tei_edition.check._pages import EXAMPLES, FOLDER, pages
from tei_edition.check.rules import rules
from tests.conftest import shared

if TYPE_CHECKING:
    from pathlib import Path

def _codes(example: str, path: Path | None = None) -> list[str]:
    """Return the codes of what the rules find in *example*: the content of a division, or a file."""
    data = example if example.startswith("<TEI") else WHOLE.format(example)
    return [finding.code for finding in tei.check(Document("case.xml", data.encode(), path))]


@pytest.mark.parametrize("code", rules())
def test_wrong_example_is_refused(code: str) -> None:
    """What a rule shows as wrong is found by it, once."""
    assert _codes(rules()[code].WRONG, CASES / code / "case.xml").count(code) == 1


@pytest.mark.parametrize("code", rules())
def test_right_example_is_accepted(code: str) -> None:
    """In what a rule shows as right nothing at all is found."""
    assert _codes(rules()[code].RIGHT, CASES / code / "case.xml") == []


@pytest.mark.parametrize("code", rules())
def test_cases(code: str) -> None:
    """In each refused case the rule finds one fault a line, in the accepted ones none."""
    for name in ("refused", "accepted"):
        path = CASES / code / f"{name}.xml"
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        assert lines, path
        for line in lines:
            assert _codes(line, path).count(code) == (name == "refused"), f"{path}: {line}"


def test_pages_are_fresh() -> None:
    """The pages in docs/rules, and the examples, are what the rules say today; `python -m tei_edition.check._pages` writes them."""
    made = {path: text.encode("utf-8", "backslashreplace") for path, text in pages().items()}
    assert {path: path.read_bytes() for path in (*FOLDER.glob("*.md"), EXAMPLES)} == made


def test_explained() -> None:
    """Each rule explains itself, with both its examples."""
    for code, rule in rules().items():
        assert rule.WRONG.splitlines()[0] in explaining.explain(code)


def test_pointers_across_files(tmp_path: Path) -> None:
    """A pointer is followed into the file beside this one, through the prefix that the header declares too."""
    people = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listPerson><person xml:id="p1"/></listPerson></body></text></TEI>'
    (tmp_path / "persons.xml").write_text(people, encoding="utf-8")
    prefix = '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="(.+)" replacementPattern="persons.xml#$1"/></listPrefixDef></encodingDesc>'
    text = WHOLE.replace("</fileDesc>", f"</fileDesc>{prefix}")
    for pointer, found in (("persons.xml#p1", 0), ("persons.xml#p2", 1), ("psn:p1", 0), ("psn:p2", 1), ("other:p2", 0)):
        case = text.format(f'<p>By <persName ref="{pointer}">Orlov</persName>.</p>')
        assert _codes(case, tmp_path / "case.xml").count("pointer-file") == found, pointer


@pytest.mark.parametrize("name", ["gold/dev/*.xml", "tei/odd/*.odd"])
def test_real_tei_does_not_crash(name: str) -> None:
    """TEI that others made is read to its end; a date is refused only where it is none, words run together only where they do."""
    found = [
        finding
        for path in sorted(shared(name.partition("/")[0]).glob(name.partition("/")[2]))
        for finding in tei.check(Document(path.name, path.read_bytes(), path))
    ]
    assert not [finding for finding in found if finding.code in {"date-value", "space-eaten", "lang-tag", "header-title"}]


def test_examples_mean_nothing() -> None:
    """What stands in an example (egXML) is shown and not meant: nothing in it is looked at."""
    example = '<p><egXML xmlns="http://www.tei-c.org/ns/Examples" source="#x"><q who="#y" xml:lang="german">a</q><date xmlns="http://www.tei-c.org/ns/1.0" when="x"/></egXML></p>'
    assert _codes(example) == []
    assert _codes('<p><q who="#y" xml:lang="german">a</q></p>') == ["lang-tag", "pointer-lost"]


def test_pointers_of_a_kind_that_all_lead_elsewhere() -> None:
    """Where no pointer of a kind finds its id here, that is one warning; where others do, each that does not is an error."""
    def lost(text: str) -> list[str]:
        found = tei.check(Document("case.xml", WHOLE.format(text).encode()))
        return [one.severity for one in found if one.code == "pointer-lost"]

    names = "".join(f'<persName ref="#p{number}">O</persName>' for number in range(20))
    assert lost(f"<p>{names}</p>") == ["warning"]
    assert lost('<p xml:id="p3"><persName ref="#p1">O</persName><persName ref="#p2">O</persName><persName ref="#p3">O</persName></p>') == ["error"] * 2
    assert lost(f'<p xml:id="p3">{names}</p>') == ["error"]


def test_lists_of_a_folder_have_ids_of_their_own(tmp_path: Path) -> None:
    """Lists that serve an edition together, in a folder `authorities`, share no id; lists in other folders are apart."""
    text = WHOLE.replace(' xml:id="s1"', "").format('<{0}><{1} xml:id="quill"><{2}>Amos Quill</{2}></{1}></{0}>')
    for folder, found in (("authorities", 1), ("lists", 0)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xml").write_text(text.format("listPlace", "place", "placeName"), encoding="utf-8")
        assert _codes(text.format("listPerson", "person", "persName"), tmp_path / folder / "b.xml").count("id-shared") == found
