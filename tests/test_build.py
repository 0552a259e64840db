"""Building: what is made, what is left alone, and what happens to what is broken."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tei_edition import digests, workers
from tei_edition.annotation import Annotation, each
from tei_edition.building import BuildReport, build, cache, parts, run
from tei_edition.building.document import Outcome, finish
from tei_edition.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_edition.edition import Edition
    from tei_edition.model import Source

TRANSCRIPT = """Conversation of {date}

SMITH: We [should] begin.

JONES: Yes.

SMITH: Let us speak of the harvest first, as we agreed.

JONES: As you wish. I have brought the figures with me.

[Source: National Archive.]
"""
SUFFIXES = ("html", "interventions.csv", "interventions.json", "map.json", "pdf", "proof.json", "report.html", "txt", "xml")

LISTS = ("index.html", "names.html", "interventions.csv", "interventions.json")
"""What a build makes of an edition as a whole."""


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """Two editions: one with two transcripts, one with one."""
    folder = tmp_path / "editions"
    for name, dates in {"a": ("May 1, 1986", "May 2, 1986"), "b": ("June 3, 1987",)}.items():
        source = folder / name / "source"
        source.mkdir(parents=True)
        (folder / name / "edition.toml").write_text(f'title = "Edition {name}"\nlanguage = "en"\n', encoding="utf-8")
        for number, date in enumerate(dates, 1):
            (source / f"{number}.txt").write_text(TRANSCRIPT.format(date=date), encoding="utf-8")
    (folder / "authorities").mkdir()
    return folder


def made(folder: Path) -> dict[str, bytes]:
    """Return every file in *folder*, by its name in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_output_mirrors_the_editions(editions: Path, tmp_path: Path) -> None:
    """There is a list of all, a list of each edition, its interventions, and nine files of each document; authorities are no edition."""
    out = tmp_path / "build"
    report = build(editions, out)
    assert report == BuildReport(made=("a/1", "a/2", "b/1"), findings=report.findings)
    assert report.exit_code == 0
    shown = [path for path in made(out) if not path.rpartition("/")[2].startswith(".")]
    documents = [f"{name}.{suffix}" for name in ("a/1", "a/2", "b/1") for suffix in SUFFIXES]
    assert sorted(shown) == sorted([*documents, "index.html", *(f"{name}/{list_}" for name in "ab" for list_ in LISTS)])
    assert (out / "a" / "1.txt").read_bytes() == (editions / "a" / "source" / "1.txt").read_bytes()
    assert b'href="./2.html"' in (out / "a" / "1.html").read_bytes()


def test_the_certificate_names_the_files_as_they_are(editions: Path, tmp_path: Path) -> None:
    """The proof of a document holds the digests of the very files beside it."""
    build(editions, tmp_path / "build")
    folder = tmp_path / "build" / "a"
    proof = json.loads((folder / "1.proof.json").read_bytes())
    stated = {output["file"]: output["sha256"] for output in proof["outputs"]}
    assert stated == {f"1.{suffix}": hashlib.sha256((folder / f"1.{suffix}").read_bytes()).hexdigest() for suffix in ("html", "pdf", "xml")}


def test_two_builds_in_two_folders_are_the_same_bytes(editions: Path, tmp_path: Path) -> None:
    """Neither the folder nor the number of processes can be seen in what is made."""
    elsewhere = tmp_path / "else" / "where" / "editions"
    shutil.copytree(editions, elsewhere)
    build(editions, tmp_path / "one", jobs=1)
    build(elsewhere, tmp_path / "two", jobs=1)
    assert made(tmp_path / "one") == made(tmp_path / "two")


def test_any_number_of_processes_makes_the_same(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One process and two make the same bytes, and results come in the order of the tasks."""
    monkeypatch.setattr(workers, "FEW", 1)
    one = build(editions, tmp_path / "one", jobs=1)
    for ledger in editions.rglob("*.ids.toml"):
        ledger.unlink()
    two = build(editions, tmp_path / "two", jobs=2)
    assert made(tmp_path / "one") == made(tmp_path / "two")
    assert one.made == two.made


def test_nothing_is_made_twice(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build makes nothing and writes nothing; an edit makes its own document again and no other."""
    out = tmp_path / "build"
    build(editions, out)
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    count = counted(monkeypatch)
    assert build(editions, out).unchanged == ("a/1", "a/2", "b/1")
    assert count == []
    assert stamps == {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    touched = editions / "a" / "source" / "2.txt"
    os.utime(touched)
    assert build(editions, out).made == ()
    touched.write_text(touched.read_text().replace("Yes.", "No."), encoding="utf-8")
    assert build(editions, out).made == ("a/2",)
    assert count == ["a/2"]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by each document that is made from here on."""
    done: list[str] = []

    def counting(*work: object) -> Outcome:
        done.append(work[0].label)  # type: ignore[attr-defined]
        return finish(*work)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "finish", counting)
    return done


def listing(*surnames: str) -> str:
    """Return an authority file of persons with those surnames."""
    persons = (f'<person xml:id="p-{name}"><persName><surname>{name}</surname></persName></person>' for name in surnames)
    return f'<listPerson xmlns="http://www.tei-c.org/ns/1.0">{"".join(persons)}</listPerson>'


def test_only_what_a_document_uses_of_the_authorities_counts(editions: Path, tmp_path: Path) -> None:
    """A person whom no document names makes none again, one who is named in some makes those; a broken file is a fault."""
    out, path = tmp_path / "build", editions / "authorities" / "persons.xml"
    path.write_text(listing("Smith"), encoding="utf-8")
    build(editions, out)
    path.write_text(listing("Smith", "Nobody"), encoding="utf-8")
    assert build(editions, out).made == ()
    assert build(editions, out).unchanged == ("a/1", "a/2", "b/1")
    transcript = editions / "b" / "source" / "1.txt"
    transcript.write_text(transcript.read_text().replace("harvest", "harvest of Kellogg"), encoding="utf-8")
    build(editions, out)
    path.write_text(listing("Smith", "Nobody", "Kellogg"), encoding="utf-8")
    assert build(editions, out).made == ("b/1",)
    path.write_text("<listPerson/>", encoding="utf-8")
    report = build(editions, out)
    assert (report.failed, {finding.path for finding in report.findings}) == (("a/1", "a/2", "b/1"), {str(path)})


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (("a/edition.toml", 'title = "New"\nlanguage = "en"\n'), ("a/1", "a/2")),
        (("a/edition.toml", 'title = "Edition a"\nlanguage = "en"\n[documents."1.txt"]\nplace = "X"\n'), ("a/1",)),
        (("authorities/persons.xml", listing("Smith")), ("a/1", "a/2", "b/1")),
        (("a/authorities/persons.xml", listing("Smith")), ("a/1", "a/2")),
        (("a/own.toml", 'description = "Ours"\n'), ("a/1", "a/2")),
    ],
)
def test_what_goes_into_a_document_makes_it_again(editions: Path, tmp_path: Path, change: tuple[str, str], again: tuple[str, ...]) -> None:
    """Settings, profiles and authority files count, each for the documents that they serve."""
    out = tmp_path / "build"
    build(editions, out)
    path = editions / change[0]
    path.parent.mkdir(exist_ok=True)
    path.write_text(change[1], encoding="utf-8")
    assert build(editions, out).made == again


def test_the_tool_and_the_time_count(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the tool, or another time to stamp, makes every document again."""
    out = tmp_path / "build"
    build(editions, out)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build(editions, out).made == ("a/1", "a/2", "b/1")
    monkeypatch.setattr(digests, "tool", lambda: "another")
    assert build(editions, out).made == ("a/1", "a/2", "b/1")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_output_that_is_missing_or_altered_is_made_again(editions: Path, tmp_path: Path, suffix: str) -> None:
    """What stands in the output is what the build says, whatever happened to it."""
    out = tmp_path / "build"
    build(editions, out)
    before = made(out)
    (out / "a" / f"1.{suffix}").unlink()
    assert build(editions, out).made == ("a/1",)
    (out / "a" / f"1.{suffix}").write_bytes(b"altered")
    assert build(editions, out).made == ("a/1",)
    assert made(out) == before


def test_a_new_neighbour_is_linked(editions: Path, tmp_path: Path) -> None:
    """A document that comes between two makes their pages again, since they name it, and no other."""
    out = tmp_path / "build"
    (editions / "a" / "source" / "3.txt").write_text(TRANSCRIPT.format(date="May 30, 1986"), encoding="utf-8")
    build(editions, out)
    text = TRANSCRIPT.format(date="May 10, 1986").replace("SMITH", "BROWN").replace("JONES", "KING")
    (editions / "a" / "source" / "between.txt").write_text(text, encoding="utf-8")
    assert build(editions, out).made == ("a/2", "a/3", "a/between")
    assert b'href="./between.html"' in (out / "a" / "2.html").read_bytes()


def test_what_is_there_no_more_is_taken_away(editions: Path, tmp_path: Path) -> None:
    """Outputs of a removed document go and it is named; a file that was changed, or is not ours, stays."""
    out = tmp_path / "build"
    build(editions, out)
    (out / "a" / "mine.html").write_text("mine", encoding="utf-8")
    (out / "a" / "2.html").write_text("corrected by hand", encoding="utf-8")
    (editions / "a" / "source" / "2.txt").unlink()
    report = build(editions, out)
    assert report.removed == ("a/2",)
    assert str(report).endswith("1 removed (a/2)")
    assert str(out / "a" / "2.html") in [finding.path for finding in report.findings if finding.severity == "warning"]
    left = [path for path in made(out / "a") if not path.startswith(".")]
    assert left == sorted(["2.html", *(f"1.{suffix}" for suffix in SUFFIXES), *LISTS, "mine.html"])


def test_no_whole_edition_is_taken_away(editions: Path, tmp_path: Path) -> None:
    """What another folder of editions was built into the same place stays whole; it is named, to be deleted by hand."""
    out, other = tmp_path / "build", tmp_path / "other"
    build(editions, out)
    other.mkdir()
    (editions / "b").rename(other / "c")
    before = {name: data for name, data in made(out).items() if "/" in name}
    (out / "notes").mkdir()
    report = build(other, out)
    assert (report.made, report.removed, report.exit_code) == (("c/1",), (), 0)
    assert before.items() <= made(out).items()
    warned = [finding for finding in report.findings if finding.severity == "warning"]
    assert [finding.path for finding in warned] == [str(out / "a"), str(out / "b")]
    assert "Delete the folder yourself" in warned[0].advice


@pytest.mark.parametrize("lost", ["settings", "transcripts", "readable"])
def test_an_error_takes_nothing_away(editions: Path, tmp_path: Path, lost: str) -> None:
    """An edition without its settings or transcripts, or with one that cannot be read, is told, and all its outputs stay."""
    out = tmp_path / "build"
    build(editions, out)
    before = made(out)
    if lost == "settings":
        (editions / "a" / "edition.toml").unlink()
    elif lost == "transcripts":
        shutil.rmtree(editions / "a" / "source")
    else:
        (editions / "a" / "source" / "2.txt").unlink()
        (editions / "a" / "source" / "1.txt").write_bytes(b"\xff")
    report = build(editions / "a", out)
    assert (report.exit_code, report.removed) == (1, ())
    assert str(report.findings[0].path).startswith(str(editions / "a"))
    shown = {name for name, data in made(out).items() if before.get(name) != data}
    assert shown <= {"a/.index.build.json", *(f"a/{name}" for name in LISTS)}
    assert before.keys() <= made(out).keys()


def test_a_broken_document_is_told_and_the_others_are_made(editions: Path, tmp_path: Path) -> None:
    """A transcript that is no text is an error at its place; nothing of it is written."""
    (editions / "a" / "source" / "0.txt").write_bytes(b"good\nbad \xff\n")
    report = build(editions, tmp_path / "build")
    assert (report.failed, report.made, report.exit_code) == (("a/0",), ("a/1", "a/2", "b/1"), 1)
    assert any(str(finding).startswith(f"{editions}/a/source/0.txt:2:5: ") for finding in report.findings)
    assert not list((tmp_path / "build" / "a").glob("*0.*"))


def test_a_broken_edition_is_told_and_the_others_are_made(editions: Path, tmp_path: Path) -> None:
    """Settings with a fault, or none, are told at their place; what was made of the edition before stays, and stays listed."""
    out = tmp_path / "build"
    build(editions, out)
    before, listed = made(out / "a"), (out / "index.html").read_bytes()
    (editions / "a" / "edition.toml").write_text("titel = 1\n", encoding="utf-8")
    (editions / "c").mkdir()
    report = build(editions, out)
    assert (report.unchanged, report.exit_code) == (("b/1",), 1)
    assert f"{editions}/a/edition.toml:1:1" in " ".join(map(str, report.findings))
    assert f"{editions}/c: this folder has no edition.toml." in " ".join(map(str, report.findings))
    assert made(out / "a") == before
    assert (out / "index.html").read_bytes() == listed


def test_a_document_that_fails_leaves_its_old_files_whole(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the tool in the middle of a document writes nothing of it, and is told without a traceback."""
    out = tmp_path / "build"
    build(editions, out)
    before = {name: data for name, data in made(out).items() if name.startswith("a/2.")}
    path = editions / "a" / "source" / "2.txt"
    path.write_text(path.read_text().replace("Yes.", "No."), encoding="utf-8")
    monkeypatch.setattr("tei_edition.building.makers.prove", lambda *_: 1 / 0)
    report = build(editions, out)
    assert report.failed == ("a/2",)
    assert "ZeroDivisionError" in next(finding.message for finding in report.findings if finding.code == "internal")
    assert before == {name: data for name, data in made(out).items() if name.startswith("a/2.")}


def test_a_character_no_font_has_costs_the_pdf_alone(editions: Path, tmp_path: Path) -> None:
    """Without a font there is a finding that names the character, and no PDF, not even the old one; all else is made."""
    out = tmp_path / "build"
    build(editions, out)
    path = editions / "b" / "source" / "1.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Yes.", "Yes, 漢."), encoding="utf-8")
    report = build(editions, out)
    assert (report.made, report.exit_code) == (("b/1",), 1)
    assert any("U+6F22" in finding.message for finding in report.findings)
    assert sorted(path.name for path in (out / "b").glob("1.*")) == [f"1.{s}" for s in SUFFIXES if s != "pdf"]
    again = build(editions, out)
    assert (again.unchanged, again.findings) == (("a/1", "a/2", "b/1"), report.findings)


def test_findings_are_told_again_when_nothing_is_made(editions: Path, tmp_path: Path) -> None:
    """What was found in a document is not forgotten because the document is up to date."""
    path = editions / "a" / "source" / "1.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("[should]", "[should"), encoding="utf-8")
    first, second = (build(editions, tmp_path / "build") for _ in range(2))
    assert second.made == ()
    assert [finding.code for finding in first.findings if finding.severity == "warning"] == ["bracket-unbalanced"]
    assert first.findings == second.findings


def test_the_ledger_keeps_the_ids(editions: Path, tmp_path: Path) -> None:
    """The first build writes the ledger; an insertion changes no id; frozen, a change of the ledger is refused."""
    out = tmp_path / "build"
    with_frozen = build(editions, out, frozen=True)
    assert with_frozen.failed == ("a/1", "a/2", "b/1")
    assert not list(editions.rglob("*.ids.toml"))
    assert all("--frozen" in finding.advice for finding in with_frozen.findings if finding.severity == "error")
    build(editions, out)
    ledger = editions / "a" / "source" / "1.ids.toml"
    before = ledger.read_bytes()
    assert b't2.p1"' in before
    assert build(editions, out, frozen=True).exit_code == 0
    path = editions / "a" / "source" / "1.txt"
    path.write_text(path.read_text().replace("JONES:", "BROWN: No.\n\nJONES:"), encoding="utf-8")
    assert build(editions, out, frozen=True).failed == ("a/1",)
    assert ledger.read_bytes() == before
    build(editions, out)
    assert b't3.p1"' in ledger.read_bytes()
    assert b'xml:id="t2.p1">Yes.' in (out / "a" / "1.xml").read_bytes()


def test_a_ledger_without_its_transcript_is_told(editions: Path, tmp_path: Path) -> None:
    """Where a transcript was renamed or taken away, the ledger of its ids stays and is named; others are not."""
    build(editions, tmp_path / "build")
    source = editions / "a" / "source"
    (source / "1.txt").rename(source / "first.txt")
    told = [finding for finding in build(editions, tmp_path / "build").findings if finding.path.endswith(".ids.toml")]
    assert [(finding.path, finding.severity) for finding in told] == [(str(source / "1.ids.toml"), "warning")]
    assert (source / "1.ids.toml").is_file()


def test_a_refused_build_changes_nothing_and_the_next_one_builds(editions: Path, tmp_path: Path) -> None:
    """A new title that --frozen refuses changes no page, its neighbours' neither; built without, both have it."""
    out = tmp_path / "build"
    build(editions, out)
    before = made(out / "a")
    path = editions / "a" / "source" / "1.txt"
    path.write_text(path.read_text().replace("Conversation of", "Talk [of the day] of").replace("JONES:", "BROWN: No.\n\nJONES:"))
    refused = build(editions, out, frozen=True)
    assert (refused.failed, refused.made) == (("a/1",), ())
    assert {name for name, data in made(out / "a").items() if before.get(name) != data} == {".index.build.json"}
    report = build(editions, out)
    assert (report.failed, report.made) == ((), ("a/1", "a/2"))
    assert b"Talk" in (out / "a" / "2.html").read_bytes()
    assert build(editions, out).made == ()


def test_a_neighbour_that_is_linked_otherwise_is_made_again(editions: Path, tmp_path: Path) -> None:
    """Records that do not fit each other, as a build that was ended leaves them, make their pages again."""
    out = tmp_path / "build"
    build(editions, out)
    path = out / "a" / cache.name("2")
    data = json.loads(path.read_bytes())
    path.write_text(json.dumps({**data, "links": "other"}), encoding="utf-8")
    report = build(editions, out)
    assert (report.made, report.failed) == (("a/2",), ())


def test_names_with_blanks_and_other_scripts(editions: Path, tmp_path: Path) -> None:
    """A file's name may hold anything, and two files with one stem become two documents."""
    source = editions / "b" / "source"
    for name in ("Отчёт № 1.txt", "1.TXT", "index.txt", "a&b <c>.txt"):
        (source / name).write_text(TRANSCRIPT.format(date="June 4, 1987"), encoding="utf-8")
    (source / "notes.xls").write_bytes(b"x")
    report = build(editions, tmp_path / "build")
    assert report.made[2:] == ("b/1", "b/1.TXT", "b/a&b <c>", "b/index.txt", "b/Отчёт № 1")
    assert report.exit_code == 0
    assert [finding.path for finding in report.findings if finding.severity == "warning"] == [str(source / "notes.xls")]
    index = (tmp_path / "build" / "b" / "index.html").read_text(encoding="utf-8")
    assert 'href="./%D0%9E%D1%82%D1%87%D1%91%D1%82%20%E2%84%96%201.html"' in index


def test_one_edition_alone(editions: Path, tmp_path: Path) -> None:
    """An edition's own folder can be built; other editions' outputs and the list of all stay as they are."""
    out = tmp_path / "build"
    build(editions, out)
    before = made(out)
    assert build(editions / "b", out).exit_code == 0
    assert {name for name, data in made(out).items() if before.get(name) != data} <= {"b/index.html", "b/.index.build.json"}


def test_nothing_to_build(tmp_path: Path, editions: Path) -> None:
    """No folder, no edition, an edition without a transcript, or a folder that is the editions' own: each is told."""
    with pytest.raises(UsageError, match="there is no such folder"):
        build(tmp_path / "nowhere", tmp_path / "build")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no edition in this folder; make one with: tei-edition new"):
        build(tmp_path / "empty", tmp_path / "build")
    for given, out in ((editions, editions), (editions, editions / "build"), (editions / "a", editions)):
        with pytest.raises(UsageError, match="build into another folder"):
            build(given, out)
    shutil.rmtree(editions / "b" / "source")
    report = build(editions, tmp_path / "build")
    assert report.exit_code == 1
    assert "this edition has no transcript. Put transcripts" in " ".join(map(str, report.findings))


def test_a_folder_that_cannot_be_written(editions: Path, tmp_path: Path) -> None:
    """An output that is a file is refused before any work, and no ledger is written."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        build(editions, tmp_path / "file" / "build")
    assert not list(editions.rglob("*.ids.toml"))


def test_progress_hears_of_every_document(editions: Path, tmp_path: Path) -> None:
    """Whoever watches is told how many are done, of how many, and which."""
    heard: list[tuple[int, int, str]] = []
    build(editions, tmp_path / "build", progress=lambda *told: heard.append(told))
    assert heard == [(1, 3, "a/1"), (2, 3, "a/2"), (3, 3, "b/1")]


def test_a_broken_record_means_out_of_date(editions: Path, tmp_path: Path) -> None:
    """A record that cannot be read is as good as none."""
    out = tmp_path / "build"
    build(editions, out)
    (out / "a" / ".1.build.json").write_text("{", encoding="utf-8")
    assert build(editions, out).made == ("a/1",)


def test_what_nothing_has_changed_of_is_not_read_again(editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition of which nothing has changed is not even annotated; one of which something has is, and the others not."""
    out = tmp_path / "build"
    build(editions, out)
    asked: list[str] = []

    def counting(sources: tuple[Source, ...], edition: Edition) -> Iterator[Annotation]:
        asked.append(edition.name)
        return each(sources, edition)

    monkeypatch.setattr(parts, "each", counting)
    assert build(editions, out).unchanged == ("a/1", "a/2", "b/1")
    assert asked == []
    (out / "b" / "1.pdf").unlink()
    assert build(editions, out).made == ("b/1",)
    assert asked == ["b"]


def test_the_interventions_of_an_edition_are_those_of_its_documents(editions: Path, tmp_path: Path) -> None:
    """The edition's list has the rows of every document in the order of dates, and its page offers it with its size."""
    out = tmp_path / "build"
    build(editions, out)
    listed = json.loads((out / "a" / "interventions.json").read_bytes())
    page = (out / "a" / "index.html").read_text(encoding="utf-8")

    assert [row["document"] for row in listed["interventions"]] == ["1", "1", "2", "2"]
    assert (out / "a" / "interventions.csv").read_bytes().count(b"\r\n") == 5
    assert 'href="./interventions.csv"' in page
    assert 'href="./1.interventions.csv"' in (out / "a" / "1.html").read_text(encoding="utf-8")


def test_a_list_that_was_deleted_is_made_again(editions: Path, tmp_path: Path) -> None:
    """Whoever takes the list of interventions away finds it after the next build, with the same bytes; no document is made anew."""
    out = tmp_path / "build"
    build(editions, out)
    before = made(out)
    (out / "a" / "interventions.csv").unlink()
    report = build(editions, out)

    assert (report.made, made(out)) == ((), before)
