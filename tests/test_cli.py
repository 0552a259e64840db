"""The command line: what each command says where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tei_edition import profiles, registry
from tests.conftest import ROOT

TRANSCRIPT = (
    "Conversation of May 1, 1986\n\nSMITH: We [should] begin.\n\nJONES: Yes, Щ.\n\n"
    "SMITH: Let us speak of the harvest first.\n\nJONES: As you wish.\n\n[Source: National Archive.]\n"
)
COMMANDS = ["annotate", "build", "check", "convert", "decide", "explain", "export", "interventions", "new", "people", "prove", "render", "report", "schema", "text"]


def call(*arguments: object, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a person does."""
    words = [sys.executable, "-m", "tei_edition", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    """A transcript on its own."""
    path = tmp_path / "a.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def tei(transcript: Path) -> Path:
    """The TEI of the transcript, made by the command."""
    made = call("convert", transcript, "-o", transcript.parent / "a.xml")
    assert (made.returncode, made.stdout) == (0, b""), made.stderr
    return transcript.parent / "a.xml"


def test_the_folder_is_the_registry() -> None:
    """Each command is a file of its own, and the help names them all."""
    shown = call("-h").stdout.decode()
    assert [word for word in COMMANDS if f"\n  {word} " not in shown] == []
    from tei_edition import cli  # noqa: PLC0415

    assert sorted(registry.modules(cli)) == COMMANDS
    for name in COMMANDS:
        assert call(name, "-h").returncode == 0


def test_help_comes_at_once() -> None:
    """Help needs no command, and loads none of what takes time."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tei_edition", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stderr
    for heavy in ("lxml", "saxonche", "typst", "pdfminer", "babel"):
        assert f" {heavy}" not in loaded


def test_convert_and_text_are_inverse(transcript: Path, tei: Path) -> None:
    """What `text` writes is the transcript, byte for byte; data goes to standard output and nothing else does."""
    back = call("text", tei)
    assert (back.returncode, back.stdout, back.stderr) == (0, transcript.read_bytes(), b"")
    shown = call("convert", transcript)
    assert shown.stdout == tei.read_bytes()
    assert call("convert", transcript, "-o", "-").stdout == shown.stdout


def test_several_transcripts_need_a_folder(transcript: Path, tmp_path: Path) -> None:
    """Several files cannot go to one standard output; in a folder each has its name."""
    other = tmp_path / "b.txt"
    other.write_text(TRANSCRIPT, encoding="utf-8")
    refused = call("convert", transcript, other)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert b"name a folder for them with -o" in refused.stderr
    assert call("convert", transcript, other, "-o", tmp_path / "out").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.map.json", "a.xml", "b.map.json", "b.xml"]


def test_several_transcripts_and_the_name_of_a_file(transcript: Path, tmp_path: Path) -> None:
    """Where there are several files to write, the name of one is refused, and no folder of that name is made."""
    other = tmp_path / "b.txt"
    other.write_text(TRANSCRIPT, encoding="utf-8")
    for name in ("both.xml", "b.txt"):
        refused = call("convert", transcript, other, "-o", tmp_path / name)
        assert (refused.returncode, b"-o names a f" in refused.stderr) == (2, True)
    assert not (tmp_path / "both.xml").exists()


def test_standard_input(transcript: Path, tei: Path) -> None:
    """A transcript and TEI can be piped in; what comes out is what a file gives, its name apart."""
    entry = [sys.executable, "-m", "tei_edition"]
    made = subprocess.run([*entry, "convert", "-"], input=transcript.read_bytes(), cwd=ROOT, capture_output=True, check=True)
    assert made.stdout.replace(b"&lt;stdin&gt;", b"a.txt") == tei.read_bytes()
    checked = subprocess.run([*entry, "check", "-"], input=made.stdout, cwd=ROOT, capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, b"")
    wrong = subprocess.run([*entry, "check", "-"], input=b"<TEI>", cwd=ROOT, capture_output=True, check=False)
    assert (wrong.returncode, b"<stdin>:1:" in wrong.stdout) == (1, True)
    assert call("convert", "-", transcript).returncode == 2


def test_a_full_disk_is_a_message(transcript: Path, tei: Path) -> None:
    """Where standard output cannot be written it is said in one line, with exit 2, and no fault of the tool."""
    entry = [sys.executable, "-m", "tei_edition"]
    for words in (["convert", transcript], ["text", tei], ["annotate", transcript], ["-h"], ["explain", "nsarchive"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*entry, *words], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (2, b"Error: the output: cannot be read or written (No space left on device)\n")


def test_strict_writes_nothing_where_there_is_a_warning(transcript: Path, tmp_path: Path) -> None:
    """A warning is told with its place; with --strict it is exit 1 and no file."""
    transcript.write_text(TRANSCRIPT.replace("[should]", "[should"), encoding="utf-8")
    lenient = call("convert", transcript, "-o", tmp_path / "x.xml")
    assert lenient.returncode == 0
    assert f"{transcript}:3:11: warning bracket-unbalanced: ".encode() in lenient.stderr
    assert call("convert", "--strict", transcript, "-o", tmp_path / "y.xml").returncode == 1
    assert [path.name for path in tmp_path.glob("*.xml")] == ["x.xml"]


def test_annotate_gives_json_lines(transcript: Path) -> None:
    """Each span is one line with its place, its class, its rule and its evidence."""
    done = call("annotate", transcript)
    spans = [json.loads(line) for line in done.stdout.splitlines()]
    supplied = next(span for span in spans if span["kind"] == "bracket")
    assert (supplied["line"], supplied["column"], supplied["start"]) == (3, 11, 39)
    keys = "file line column start end kind class attributes rule evidence cert parent"
    assert all(list(span) == keys.split() for span in spans)


def test_check(tei: Path, tmp_path: Path) -> None:
    """Exit 0 for what is right, 1 with the place for what is wrong, 2 for what is not there."""
    assert call("check", tei).returncode == 0
    bad = tmp_path / "bad.xml"
    bad.write_bytes(tei.read_bytes().replace(b"<supplied", b"<suplied").replace(b"</supplied", b"</suplied"))
    done = call("check", bad)
    assert done.returncode == 1
    assert f"{bad}:".encode() in done.stdout
    assert json.loads(call("check", "--format", "json", bad).stdout)
    for wrong in (("check", tmp_path / "none.xml"), ("check", "--format", "none", tei), ("check", "--schema", "none.rng", tei)):
        assert call(*wrong).returncode == 2


def test_render_and_prove(transcript: Path, tei: Path, tmp_path: Path) -> None:
    """Outputs are made from the TEI alone; the certificate is data; a changed word is exit 1 at its place."""
    html, pdf = tmp_path / "a.html", tmp_path / "a.pdf"
    assert call("render", "html", tei, "-o", html).returncode == 0
    assert call("render", "pdf", tei, "-o", pdf).returncode == 0
    proof = json.loads(call("prove", transcript, tei, html, pdf).stdout)
    assert [output["result"] for output in proof["outputs"]] == ["proved"] * 3
    html.write_text(html.read_text(encoding="utf-8").replace("begin.", "end."), encoding="utf-8")
    done = call("prove", transcript, tei, html)
    assert (done.returncode, done.stdout) == (1, b"")
    assert f"{transcript}:3:".encode() in done.stderr
    assert call("render", "htm", tei).returncode == 2


def test_build_is_quiet_and_says_one_line(tmp_path: Path) -> None:
    """Piped, a build shows no progress: its summary alone, on standard error."""
    source = tmp_path / "editions" / "e" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "E"\n', encoding="utf-8")
    (source / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
    done = call("build", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"build: 1 document made\n")
    (source / "b.txt").write_bytes(b"\xff\xff")
    again = call("build", cwd=tmp_path)
    assert again.returncode == 1
    assert b"editions/e/source/b.txt:1:1: error" in again.stderr
    assert again.stderr.endswith(b"build: 1 document unchanged, 1 failed\n")


def test_new_takes_answers_as_options(tmp_path: Path) -> None:
    """An edition made by options builds at once; nothing is overwritten; where nobody can answer, it does not wait."""
    made = call("new", "e", "--title", 'Über "alles"\\', "--editor", "A", "--editor", "B", "--language", "de", cwd=tmp_path)
    assert (made.returncode, made.stdout) == (0, b"e\n")
    from tei_edition import edition  # noqa: PLC0415

    read = edition.load(tmp_path / "e")
    assert (read.title, read.editors, read.language) == ('Über "alles"\\', ("A", "B"), "de")
    again = call("new", "e", "--title", "T", cwd=tmp_path)
    assert (again.returncode, b"an edition here already" in again.stderr) == (2, True)
    silent = call("new", "f", cwd=tmp_path)
    assert (silent.returncode, b"--title" in silent.stderr, (tmp_path / "f").exists()) == (2, True, False)
    wrong = call("new", "f", "--title", "T", "--date", "May", cwd=tmp_path)
    assert (wrong.returncode, b"--date must be a day" in wrong.stderr) == (2, True)


def test_new_says_how_to_build(tmp_path: Path) -> None:
    """The command that is named after an edition is made builds it, in editions/ or elsewhere."""
    for name, command in (("editions/e", ("build",)), ("my notes", ("build", "my notes"))):
        made = call("new", name, "--title", "T", cwd=tmp_path)
        shown = "tei-edition build" if len(command) == 1 else "tei-edition build 'my notes'"
        assert made.stderr.decode().endswith(f"then run: {shown}\n")
        assert f"run `{shown}`" in (tmp_path / name / "README.md").read_text(encoding="utf-8")
        (tmp_path / name / "source" / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
        assert call(*command, cwd=tmp_path).returncode == 0
        assert (tmp_path / "build" / Path(name).name / "index.html").is_file()
    assert b"EDITIONS defaults to editions" in call("build", "-h").stdout


def test_new_keeps_what_is_there(tmp_path: Path) -> None:
    """A folder with transcripts becomes an edition and keeps them; one with editions or other things in it does not."""
    source = tmp_path / "e" / "source"
    source.mkdir(parents=True)
    (source / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
    (source.parent / "README.md").write_text("mine", encoding="utf-8")
    assert call("new", "e", "--title", "T", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in source.iterdir()) == ["a.txt"]
    assert (source.parent / "README.md").read_text(encoding="utf-8") == "mine"
    assert call("build", "e", cwd=tmp_path).returncode == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "song.mp3").write_bytes(b"")
    for name in (".", "other"):
        refused = call("new", name, "--title", "T", cwd=tmp_path)
        assert (refused.returncode, b"something here already" in refused.stderr) == (2, True)


def test_new_refuses_a_profile_that_is_not_there(tmp_path: Path) -> None:
    """A profile nobody has is refused with the list of those that are, and nothing is made."""
    refused = call("new", "e", "--title", "T", "--profile", "nosuch", cwd=tmp_path)
    assert (refused.returncode, (tmp_path / "e").exists()) == (2, False)
    assert b'there is no profile "nosuch"; there are ' in refused.stderr
    assert b"nsarchive" in refused.stderr


def test_every_comment_of_a_new_edition_can_be_used(tmp_path: Path) -> None:
    """Each line of the new settings that is commented out is legal once its # is taken away."""
    call("new", "e", "--title", "T", cwd=tmp_path)
    from tei_edition import edition  # noqa: PLC0415

    path = tmp_path / "e" / "edition.toml"
    lines = [line.removeprefix("# ") for line in path.read_text(encoding="utf-8").splitlines()]
    settings = [line for line in lines if " = " in line or line.startswith("[")]
    path.write_text("\n".join(settings), encoding="utf-8")
    (tmp_path / "e" / "source" / "FILE.txt").write_text("x", encoding="utf-8")
    read = edition.load(tmp_path / "e")
    assert read.licence is not None
    assert read.documents["FILE.txt"].notetaker


def test_new_asks_a_person(tmp_path: Path) -> None:
    """On a terminal it asks for what cannot be known, and takes an empty answer."""
    main, other = pty.openpty()
    words = [sys.executable, "-m", "tei_edition", "new", "e"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, cwd=tmp_path, env=environment, stdin=other, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        os.write(main, b"My title\n\nA. Editor; B. Editor\n\n")
        out, err = asked.communicate(timeout=30)
    os.close(main)
    os.close(other)
    assert (asked.returncode, out) == (0, b"e\n"), err
    settings = (tmp_path / "e" / "edition.toml").read_text(encoding="utf-8")
    assert 'title = "My title"\neditors = ["A. Editor", "B. Editor"]\n' in settings


def test_explain(tmp_path: Path) -> None:
    """A code, a rule and a profile are explained; an unknown name is exit 2 with the nearest."""
    for name in (["sic"], ["rule", "sic"], ["profile", "nsarchive"], ["settings"], ["code", "sch-pointer"]):
        assert len(call("explain", *name).stdout) > 60
    unknown = call("explain", "setings")
    assert (unknown.returncode, b'Did you mean "settings"?' in unknown.stderr) == (2, True)


def test_explain_lists_what_there_is() -> None:
    """A kind alone gives its names, one a line; an empty name is told in one line where the names are listed."""
    assert call("explain", "profile").stdout.decode().split("\n\n")[-1].split() == sorted(profiles.names())
    refused = call("explain", "")
    assert (refused.returncode, b"tei-edition explain code" in refused.stderr, len(refused.stderr) < 300) == (2, True, True)


def test_report(transcript: Path) -> None:
    """A report says what was found, what is uncertain and what is missing."""
    done = call("report", transcript)
    assert done.returncode == 0
    assert [word for word in ("Speakers:", "Labels refused:", "Found:", "bracket ", "Uncertain, worst first:", "Missing from the header") if word not in done.stdout.decode()] == []


def test_the_edition_of_a_transcript_is_found(tmp_path: Path) -> None:
    """A transcript in an edition's source/ is converted as that edition's; an option makes it a lone one."""
    source = tmp_path / "e" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "The Edition"\n', encoding="utf-8")
    (source / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
    assert b"The Edition" in call("convert", source / "a.txt").stdout
    assert b"The Edition" in call("convert", "a.txt", cwd=source).stdout
    assert b"The Edition" not in call("convert", "--language", "en", source / "a.txt").stdout
    assert call("convert", "--edition", source.parent, "--profile", "nsarchive", source / "a.txt").returncode == 2


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"\xff\xfeA\x00", 0, ""),
        ("Привет".encode("windows-1251"), 1, "a.txt:1:1"),
        (b"a\nb\x00c", 1, "a.txt:2:2"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "a.txt:1:1"),
        (b"", 0, ""),
    ],
)
def test_bad_input_is_a_message(tmp_path: Path, content: bytes, code: int, said: str) -> None:
    """Each kind of bad input is a message with its place, or a sensible result; never a traceback."""
    (tmp_path / "a.txt").write_bytes(content)
    done = call("convert", "a.txt", "-o", "x.xml", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "x.xml").exists() is (code == 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [("", "has no text"), (" \n\f\n", "has no text"), ("Conversation of May 1, 1986\n", "has a title and nothing else"), ("T\n\nx y.", "")],
)
def test_a_transcript_without_text_is_told(tmp_path: Path, content: str, said: str) -> None:
    """What is empty, blank or a title alone is a warning in every command, and is made; a title with a paragraph is none."""
    source = tmp_path / "e" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "E"\n', encoding="utf-8")
    (source / "a.txt").write_text(content, encoding="utf-8")
    for words in (("convert", source / "a.txt"), ("build", source.parent), ("report", source.parent), ("annotate", source / "a.txt")):
        done = call(*words, cwd=tmp_path)
        shown = (done.stdout + done.stderr).decode()
        assert (done.returncode, "this transcript has" in shown) == (0, bool(said)), shown
        assert said in shown


@pytest.mark.parametrize("arguments", [(), ("convert",), ("nonsense",), ("convert", "--nonsense"), ("build", "--jobs", "-1")])
def test_a_wrong_command_line_is_exit_2(arguments: tuple[str, ...]) -> None:
    """A wrong command line is told, with exit 2."""
    assert call(*arguments).returncode == 2


def test_what_is_not_there_is_exit_2(tmp_path: Path) -> None:
    """A file that is not there, or a kind nobody reads, could not be run."""
    for words in (("convert", "none.txt"), ("text", "none.xml"), ("render", "html", "none.xml"), ("build", "none")):
        done = call(*words, cwd=tmp_path)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
        assert b"none" in done.stderr


def test_a_closed_pipe_is_quiet(tei: Path) -> None:
    """Whoever reads only the beginning gets no complaint."""
    words = f"{sys.executable} -m tei_edition text {'a.xml ' * 1000} | head -c 10"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", words], cwd=tei.parent, env=environment, capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (10, b"")


def test_colour_only_on_a_terminal(transcript: Path) -> None:
    """On a terminal a finding is coloured, unless NO_COLOR is set; piped it is plain."""
    transcript.write_bytes(b"\xff")
    assert b"\x1b[" not in call("convert", transcript).stderr
    assert b"\x1b[" in on_terminal("convert", str(transcript))
    assert b"\x1b[" not in on_terminal("convert", str(transcript), NO_COLOR="1")


def on_terminal(*arguments: str, **more: str) -> bytes:
    """Return what a command says on a terminal."""
    main, other = pty.openpty()
    words = [sys.executable, "-m", "tei_edition", *arguments]
    environment = {**{key: value for key, value in os.environ.items() if key != "NO_COLOR"}, "PYTHONPATH": str(ROOT), **more}
    subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=other, check=False)
    os.close(other)
    said = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        said += part
        if not part:
            break
    os.close(main)
    return said


def test_progress_shows_where_a_person_watches(tmp_path: Path) -> None:
    """On a terminal a build shows how far it is."""
    source = tmp_path / "editions" / "e" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "E"\n', encoding="utf-8")
    (source / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
    said = on_terminal("build", str(tmp_path / "editions"), "-o", str(tmp_path / "build"))
    assert b"building" in said
    assert b"e/a" in said
    assert b"1 document made" in said


def test_a_fault_of_the_tool_is_no_traceback(transcript: Path, tmp_path: Path) -> None:
    """What nobody foresaw is one line that can be reported; TEI_EDITION_TRACEBACK shows the rest."""
    (tmp_path / "sitecustomize.py").write_text(
        "import tei_edition.belonging\ntei_edition.belonging.edition_of = lambda *a, **k: 1 / 0\n", encoding="utf-8"
    )
    path = f"{tmp_path}{os.pathsep}{ROOT}"
    done = call("convert", transcript, PYTHONPATH=path)
    assert (done.returncode, b"Traceback" in done.stderr, b"ZeroDivisionError" in done.stderr) == (1, False, True)
    assert b"Traceback" in call("convert", transcript, PYTHONPATH=path, TEI_EDITION_TRACEBACK="1").stderr


def test_convert_keeps_the_ids_of_the_ledger(tmp_path: Path) -> None:
    """Of an edition's transcript the TEI of `convert` is that of `build`, its ids included."""
    source = tmp_path / "editions" / "e" / "source"
    source.mkdir(parents=True)
    (source.parent / "edition.toml").write_text('title = "E"\n', encoding="utf-8")
    (source / "a.txt").write_text(TRANSCRIPT, encoding="utf-8")
    assert call("build", cwd=tmp_path).returncode == 0
    (source / "a.txt").write_text(TRANSCRIPT.replace("JONES:", "BROWN: No.\n\nJONES:"), encoding="utf-8")
    assert call("build", cwd=tmp_path).returncode == 0
    made = (tmp_path / "build" / "e" / "a.xml").read_bytes()
    assert b'xml:id="t2.p1">Yes' in made
    assert call("convert", source / "a.txt").stdout == made
