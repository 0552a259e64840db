"""Checking as a project wants it: codes that count, instructions in a file, a baseline, settings."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition import checking
from tei_edition.check import _codes as codes_
from tei_edition.check import check_bytes
from tei_edition.check._selection import Selection
from tei_edition.checking import Wanted
from tei_edition.errors import SettingsError, UsageError
from tei_edition.model import Finding
from tests.test_check_rules import WHOLE

GOOD = WHOLE.format("<p>Yes.</p>")
WRONG = WHOLE.format('<p>In <date when="1986-02-30">1986</date>.</p>\n<p>We <supplied/> agree.</p>')


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one file that has a date that is none and an empty element."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TEI_EDITION_CACHE", "")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.xml").write_text(WRONG, encoding="utf-8")
    return tmp_path


def codes(wanted: Wanted = Wanted(), path: str = "drafts") -> list[str]:  # noqa: B008 - frozen
    """Return the codes of what is found in the drafts, but those of the grammar."""
    return [finding.code for finding in checking.checked([Path(path)], wanted).found if not finding.code.startswith(("rng", "sch"))]


@pytest.mark.parametrize(
    ("select", "ignore", "counted"),
    [
        ((), (), ["date-value", "date-order", "datex-y"]),
        (("date",), (), ["date-value", "date-order"]),
        (("date",), ("date-order",), ["date-value"]),
        (("date-order",), ("date",), ["date-order"]),
        ((), ("date",), ["datex-y"]),
        (("datex-y",), ("datex-y",), []),
    ],
)
def test_the_longer_code_leads(select: tuple[str, ...], ignore: tuple[str, ...], counted: list[str]) -> None:
    """A family is its codes; where a code is both selected and ignored, the longer name leads, and of equals the ignored one."""
    findings = [Finding("f.xml", code, "m") for code in ("date-value", "date-order", "datex-y")]
    assert [finding.code for finding in Selection(select, ignore).of(findings)] == counted


def test_codes_ignored_in_some_files() -> None:
    """A pattern of paths takes codes away in the files it names, at any depth, and in no other."""
    selection = Selection(files=(("drafts/**", ("date",)), ("*.odd", ("rng",))))
    found = [Finding(path, code, "m") for path in ("drafts/x/a.xml", "a.xml", "x/a.odd") for code in ("date-value", "rng-text")]
    assert [(one.path, one.code) for one in selection.of(found)] == [
        ("drafts/x/a.xml", "rng-text"), ("a.xml", "date-value"), ("a.xml", "rng-text"), ("x/a.odd", "date-value"),
    ]  # fmt: skip


def test_settings_of_a_project(project: Path) -> None:
    """The nearest pyproject.toml says what counts; what is asked for on the command line is added."""
    (project / "pyproject.toml").write_text('[tool.tei-edition.check]\nignore = ["empty"]\n', encoding="utf-8")
    assert "empty-element" not in codes()
    assert codes(Wanted(ignore=("date",))) == []
    (project / "pyproject.toml").write_text('[tool.tei-edition.check.files."drafts/**"]\nignore = ["empty"]\n', encoding="utf-8")
    assert "empty-element" not in codes()


def test_settings_at_fault(project: Path) -> None:
    """A key that nobody knows is told at its line, with the one that may be meant."""
    (project / "pyproject.toml").write_text('[tool.other]\nx = 1\n\n[tool.tei-edition.check]\nignores = ["empty"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r'pyproject.toml:5:1: unknown key "ignores". Did you mean "ignore"\?'):
        codes()


def test_other_settings_are_left_alone(project: Path) -> None:
    """A pyproject.toml that says nothing of checks changes nothing."""
    before = codes()
    (project / "pyproject.toml").write_text('[project]\nname = "x"\n[tool]\ntei-edition = "?"\n', encoding="utf-8")
    assert codes() == before


def found(text: str) -> list[str]:
    """Return the codes of what is found in *text*."""
    return [finding.code for finding in check_bytes(text.encode(), "f.xml")]


def test_instruction_speaks_for_its_element() -> None:
    """An instruction takes its code from the element it stands in and from all that is in it, but from no other."""
    asked = "<?tei-edition ignore empty-element as in the source?>"
    inside = WRONG.replace("<p>We <supplied", f"<p>{asked}We <supplied")
    beside = WRONG.replace("<p>In <date", f"<p>{asked}In <date")
    before = f"{asked}\n{WRONG}"
    assert found(WRONG).count("empty-element") + found(WRONG).count("sch-editorial-empty") == 1
    assert "ignore-unused" not in found(before.replace("empty-element", "sch-editorial-empty"))
    assert "sch-editorial-empty" not in found(inside.replace("empty-element", "sch-editorial-empty"))
    assert {"sch-editorial-empty", "ignore-unused"} <= set(found(beside.replace("empty-element", "sch-editorial-empty")))


def test_instruction_without_a_reason() -> None:
    """An instruction without a reason is told, at its place, and takes nothing away."""
    text = WRONG.replace("<p>In", "<!-- <?tei-edition ignore?> --><?tei-edition ignore date?><p>In")
    faults = [finding for finding in check_bytes(text.encode(), "f.xml") if finding.code == "ignore-form"]
    assert [text.splitlines()[one.start.line - 1][one.start.column - 1 :][:27] for one in faults if one.start] == ["<?tei-edition ignore date?>"]
    assert len(found(text)) == len(found(WRONG)) + 1


def test_only_new_problems_count(project: Path) -> None:
    """What the baseline knows does not count, wherever its line has moved to; a new problem does; a mended one is told."""
    file = project / "drafts" / "a.xml"
    known = project / "known.json"
    assert checking.checked([Path("drafts")], Wanted(written=known)).found == ()
    file.write_text(WRONG.replace("<text", "\n\n<text"), encoding="utf-8")
    assert codes(Wanted(baseline=known)) == []
    file.write_text(WRONG.replace("<p>We", "<p>\n<persName/></p>\n<p>We"), encoding="utf-8")
    assert len(checking.checked([Path("drafts")], Wanted(baseline=known)).found) >= 1
    file.write_text(WRONG.replace("1986-02-30", "1986"), encoding="utf-8")
    assert checking.checked([Path("drafts")], Wanted(baseline=known)).mended == 1


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9, "findings": {}}', '{"version": 1}'])
def test_no_baseline(project: Path, text: str) -> None:
    """A baseline that is none is no empty one: the check could not run."""
    (project / "known.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="--write-baseline"):
        codes(Wanted(baseline=project / "known.json"))
    with pytest.raises(UsageError, match="there is no such baseline"):
        codes(Wanted(baseline=project / "none.json"))


@given(st.lists(st.sampled_from(["a", "a-b", "b", "b-c"])), st.lists(st.sampled_from(["a", "a-b", "b", "b-c"])))
def test_ignoring_more_finds_less(select: list[str], ignore: list[str]) -> None:
    """Whatever is selected, ignoring one more code never brings a finding back."""
    findings = [Finding("f.xml", code, "m") for code in ("a-b", "a-c", "b-c", "c")]
    before = set(Selection(tuple(select), tuple(ignore)).of(findings))
    assert set(Selection(tuple(select), (*ignore, "a-b")).of(findings)) <= before


def _repository(folder: Path) -> None:
    """Make *folder* a repository whose files are all committed."""
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True)


def test_only_files_that_changed(project: Path) -> None:
    """Of a repository only what differs from a revision is checked: what was written since, and what Git does not know yet."""
    (project / "drafts" / "b \u00e9.xml").write_text(WRONG, encoding="utf-8")
    (project / "drafts" / "c.xml").write_text(WRONG, encoding="utf-8")
    _repository(project)
    assert checking.checked([Path("drafts")], Wanted(since="HEAD")).checked == ()
    (project / "drafts" / "b \u00e9.xml").write_text(WRONG + "\n", encoding="utf-8")
    (project / "drafts" / "d.xml").write_text(WRONG, encoding="utf-8")
    assert checking.checked([Path("drafts")], Wanted(since="HEAD")).checked == ("drafts/b \u00e9.xml", "drafts/d.xml")


@pytest.mark.parametrize("revision", ["none-such", "--output=x"])
def test_no_such_revision(project: Path, revision: str) -> None:
    """A revision that is not there is no empty list of files."""
    _repository(project)
    with pytest.raises(UsageError):
        checking.checked([Path("drafts")], Wanted(since=revision))


def test_what_is_known_is_not_looked_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that has not changed is not checked again, and the findings are the same; one that changed is."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    (project / "drafts" / "b.xml").write_text(WRONG, encoding="utf-8")
    before = checking.checked([Path("drafts")]).found
    looked: list[str] = []
    real = checking.check.check_bytes
    monkeypatch.setattr(checking.check, "check_bytes", lambda data, name, *rest: looked.append(name) or real(data, name, *rest))
    assert checking.checked([Path("drafts")]).found == before
    assert looked == []
    (project / "drafts" / "b.xml").write_text(GOOD, encoding="utf-8")
    assert {one.path for one in checking.checked([Path("drafts")]).found} == {"drafts/a.xml"}
    assert looked == ["drafts/b.xml"]


def test_a_known_finding_is_whole(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes from the cache is the very finding, with what mends it."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    (project / "drafts" / "a.xml").write_text(WRONG.replace("1986-02-30", "13.2.1986"), encoding="utf-8")
    first, second = (checking.checked([Path("drafts")]).found for _ in range(2))
    assert [repr(one) for one in first] == [repr(one) for one in second]
    assert any(one.edits for one in second)


def test_what_hangs_on_other_files_is_looked_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that points into another is checked each time: the other may have changed."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    (project / "drafts" / "a.xml").write_text(GOOD.replace("Yes", '<ref target="b.xml#p1">Yes</ref>'), encoding="utf-8")
    (project / "drafts" / "b.xml").write_text(GOOD.replace("<p>Yes", '<p xml:id="p1">Yes'), encoding="utf-8")
    assert codes() == []
    (project / "drafts" / "b.xml").write_text(GOOD, encoding="utf-8")
    assert codes() == ["pointer-file"]


def test_a_broken_cache_is_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that cannot be read or written changes nothing."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    before = checking.checked([Path("drafts")]).found
    for kept in (project / "cache").rglob("*.json"):
        kept.write_text('{"state": 1', encoding="utf-8")
    assert checking.checked([Path("drafts")]).found == before
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "drafts" / "a.xml"))
    assert checking.checked([Path("drafts")]).found == before


def test_many_processes_find_the_same(project: Path) -> None:
    """Whatever the number of processes, the findings and their order are the same."""
    for number in range(20):
        (project / "drafts" / f"{number}.xml").write_text(WRONG if number % 3 else "<TEI", encoding="utf-8")
    one, two = (checking.checked([Path("drafts")], Wanted(jobs=jobs)).found for jobs in (1, 2))
    assert one == two


@pytest.mark.parametrize(("code", "meant"), [("dte-words", '"date-words"'), ("rgn", '"rng"'), ("sch-gap-reson", '"sch-gap-reason"'), ("x", "sch")])
def test_a_code_that_is_none(project: Path, code: str, meant: str) -> None:
    """A code that nobody knows is refused wherever it is named, with the nearest: it would count for nothing."""
    for wanted in (Wanted(select=("rng", code)), Wanted(ignore=(code,))):
        with pytest.raises(UsageError, match=f'There is no code "{code}".*{meant}'):
            codes(wanted)
    for table in ("ignore", "select"):
        (project / "pyproject.toml").write_text(f'[tool.tei-edition.check]\n{table} = ["rng", "{code}"]\n', encoding="utf-8")
        with pytest.raises(SettingsError, match=f'pyproject.toml:2:\\d+: there is no code "{code}".*{meant}'):
            codes()
    (project / "pyproject.toml").write_text(f'[tool.tei-edition.check.files."a/*"]\nignore = ["{code}"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=f'pyproject.toml:2:11: there is no code "{code}".*{meant}'):
        codes()


def test_a_code_of_a_schema_of_the_user() -> None:
    """A rule of somebody's own Schematron may be named, though nobody here knows it."""
    assert codes_.advice("sch-our-own-house-rule") is None


def test_instruction_with_a_code_that_is_none() -> None:
    """An instruction whose code is misspelt says which is meant; one that nothing needs, that it may go."""
    for code, told, words in (("date-valu", "ignore-code", '"date-value"'), ("date-words", "ignore-unused", "Take it away")):
        text = WRONG.replace("<p>In", f"<p><?tei-edition ignore {code} so printed?>In")
        faults = [finding for finding in check_bytes(text.encode(), "f.xml") if finding.code.startswith("ignore")]
        assert [(one.code, words in one.advice) for one in faults] == [(told, True)]


RNC = 'namespace t = "http://www.tei-c.org/ns/1.0"\nstart = element t:{} {{ any }}\nany = (text | element * {{ attribute * {{ text }}*, any }})*\n'


def test_an_edition_names_its_schema(project: Path) -> None:
    """The nearest edition.toml says which schema its files are checked with, before the project does and after the command line."""
    for name in ("TEI", "note", "list"):
        (project / f"{name}.rnc").write_text(RNC.format(name), encoding="utf-8")
    for folder in ("one", "two", "one/letters", "two/source"):
        (project / folder).mkdir(exist_ok=True)
        (project / folder / "a.xml").write_text('<note xmlns="http://www.tei-c.org/ns/1.0">x</note>', encoding="utf-8")
    (project / "pyproject.toml").write_text('[tool.tei-edition.check]\nschema = ["TEI.rnc"]\n', encoding="utf-8")
    settings = 'title = "T"\n[check]\nschema = ["../{}.rnc"]\n[check.files."letters/*"]\nschema = ["../list.rnc"]\n'
    (project / "one" / "edition.toml").write_text(settings.format("note"), encoding="utf-8")
    faulty = {one.path for one in checking.checked([Path("one"), Path("two")]).found}
    assert faulty == {"one/letters/a.xml", "two/a.xml", "two/source/a.xml"}
    assert checking.checked([Path("one")], Wanted(schema=(Path("note.rnc"),))).found == ()


def test_an_edition_ignores_codes(project: Path) -> None:
    """A code that edition.toml ignores does not count in the files of its folder, and a misspelt one is told at its line."""
    (project / "drafts" / "edition.toml").write_text('title = "T"\n[check]\nignore = ["date"]\n', encoding="utf-8")
    assert "date-value" not in codes(Wanted(schema=(), ignore=("rng",)))
    (project / "drafts" / "edition.toml").write_text('[check.files."*.xml"]\nignore = ["empty"]\n', encoding="utf-8")
    assert "empty-element" not in codes()
    (project / "drafts" / "edition.toml").write_text('[check]\nignore = ["dat"]\n', encoding="utf-8")
    with pytest.raises(SettingsError, match=r'edition.toml:2:11: there is no code "dat". Did you mean "date"\?'):
        codes()
    (project / "drafts" / "edition.toml").write_text("check = 1\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="must be a table"):
        codes()


def test_what_says_the_same_counts_in_its_stead(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake that two codes tell is told once; where the first does not count the second does, from the cache as well."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    for _ in range(2):
        assert [one.code for one in checking.checked([Path("drafts")]).found] == ["rng-value", "sch-editorial-empty"]
        for wanted in (Wanted(select=("date", "empty")), Wanted(ignore=("rng", "sch"))):
            assert [one.code for one in checking.checked([Path("drafts")], wanted).found] == ["date-value", "empty-element"]


def test_entries_that_nobody_uses(project: Path) -> None:
    """Of a list that files point at, the entries at which none of them does are told once, for all files of the run."""
    people = '<listPerson><person xml:id="a"><persName>A B</persName></person>\n<person xml:id="b"><persName>B C</persName></person><person xml:id="c"><persName>C D</persName></person>{}</listPerson>'
    (project / "drafts" / "people.xml").write_text(WHOLE.format(people.format("")).replace(' xml:id="s1"', ""), encoding="utf-8")
    (project / "drafts" / "a.xml").write_text(GOOD, encoding="utf-8")
    assert codes(Wanted(select=("entry",))) == []
    (project / "drafts" / "a.xml").write_text(GOOD.replace("Yes", '<persName ref="people.xml#b">B</persName>'), encoding="utf-8")
    found = checking.checked([Path("drafts")], Wanted(select=("entry",))).found
    assert [(one.path, one.severity, one.message) for one in found] == [("drafts/people.xml", "info", "No file that is checked here points at a, c.")]
    related = '<listRelation><relation name="friend" mutual="#a #c"/></listRelation>'
    (project / "drafts" / "people.xml").write_text(WHOLE.format(people.format(related)), encoding="utf-8")
    assert codes(Wanted(select=("entry",))) == []
    asked = "<?tei-edition ignore entry-unused kept for the next volume?>"
    (project / "drafts" / "people.xml").write_text(asked + WHOLE.format(people.format("")), encoding="utf-8")
    assert codes(Wanted(select=("entry", "ignore"))) == []


def test_lists_that_belong_together_are_looked_at(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list in a folder of authorities is looked at each time: another one may have got one of its ids."""
    monkeypatch.setenv("TEI_EDITION_CACHE", str(project / "cache"))
    (project / "authorities").mkdir()
    text = WHOLE.replace(' xml:id="s1"', "").format('<listPerson><person xml:id="{}"><persName>A B</persName></person></listPerson>')
    for name, id_ in (("a", "x"), ("b", "y"), ("b", "x")):
        (project / "authorities" / f"{name}.xml").write_text(text.format(id_), encoding="utf-8")
        found = checking.checked([Path("authorities")], Wanted(select=("id",))).found
        assert len(found) == (2 if (name, id_) == ("b", "x") else 0)


def test_families_that_are_sure_are_there() -> None:
    """The families that are taken without a look are families."""
    assert codes_.names() >= codes_.SURE
