"""``tei-edition decide``: a decision is tried, shown and written; the file of decisions keeps what is not touched."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition import convert, decide, load, toml, withdraw
from tei_edition.decisions import Decision, reading, schema, writing
from tei_edition.decisions.decision import FIELDS
from tei_edition.decisions.spotting import Where
from tei_edition.errors import EditionError, SettingsError, UsageError
from tei_edition.resources import SCHEMAS
from tests.conftest import ROOT
from tests.test_cli import call

TALK = """Talk of the council, 3 May 1961

Mayor. I am glad that you [could] come. We [should] talk of the harbour.

Clerk. The harbour [of Trieste] is the matter. [Yuri] Orlov told me so on the 3 [4] of May.

Mayor. Weather permitting, the harbour opens [about two lines here].

Clerk. I see that you [should] not bend.

Agreed: they meet again.
"""
SAID = {"resp": "jane-doe", "why": "It is so."}


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A transcript in an edition."""
    path = tmp_path / "ed" / "source" / "talk.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TALK, encoding="utf-8")
    (tmp_path / "ed" / "edition.toml").write_text('title = "Talks"\neditors = ["Jane Doe"]\n', encoding="utf-8")
    return path


def decided(talk: Path, where: Where, **said) -> Decision:
    """Return a decision that is written, as it is read again."""
    made = decide(talk, load(talk.parent.parent), where, {**SAID, **said})
    return load(talk.parent.parent).decisions[made.look.number if made.look.number is not None else -1]


# What is written.


@pytest.mark.parametrize(("where", "said", "expected"), [
    (Where(3, 27), {"as": "omitted"}, {"quote": "[could]", "before": "Mayor. I am glad that you", "after": "come. We [should] talk of", "as_": "omitted"}),
    (Where(9), {"as": "original"}, {"quote": "[should]", "before": "Clerk. I see that you", "after": "not bend."}),
    (Where(quote="[should]", after="not"), {"as": "omitted"}, {"quote": "[should]", "before": "Clerk. I see that you"}),
    (Where(3, quote="[should]"), {"as": "omitted"}, {"quote": "[should]", "after": "talk of the harbour."}),
    (Where(quote="Agreed:"), {"speaker": True}, {"quote": "Agreed:", "after": "they meet again.", "speaker": True}),
    (Where(quote="Weather", line=7), {"as": "omitted"}, None),
    (Where(5), {"who": "Ann Lee"}, {"quote": "Clerk.", "after": "The harbour [of Trieste]", "who": "Ann Lee"}),
    (Where(quote="Clerk.") , {"who": "Ann Lee", "every": True}, {"quote": "Clerk.", "before": "", "after": "", "every": True}),
    (Where(5), {"ref": "Yuri F. Orlov"}, {"quote": "[Yuri] Orlov", "ref": "Yuri F. Orlov"}),
    (Where(1), {"date": "1961-05-04"}, {"quote": "3 May 1961", "before": "Talk of the council,", "date": "1961-05-04"}),
    (Where(1), {"date": "none"}, {"date": "none"}),
    (Where(5, quote="[4]"), {"as": "correction", "of": "the 3", "attributes": {"cert": "low"}}, {"of": "the 3", "attributes": (("cert", "low"),)}),
])
def test_a_place_or_a_quotation(talk, where, said, expected):
    """A decision is written for a place or a quotation, with just the words round it that tell it from others."""
    if expected is None:
        with pytest.raises(EditionError, match="there is no bracket"):
            decided(talk, where, **said)
        return
    found = decided(talk, where, **said)

    assert {key: getattr(found, key) for key in expected} == expected
    assert (found.document, found.resp, found.why) == ("talk.txt", "Jane Doe", "It is so.")


def test_one_decision_replaces_another(talk):
    """A place that is decided anew has one decision, and the comments of the file stay."""
    decided(talk, Where(3, 27), **{"as": "omitted", "when": "2026-01-02"})
    file = talk.parent.parent / "decisions.toml"
    file.write_text(f"{file.read_text(encoding='utf-8')}# Ask Ann.\n", encoding="utf-8")
    decided(talk, Where(3, 27), **{"as": "restored"})
    content = file.read_text(encoding="utf-8")

    assert [(one.as_, one.when) for one in load(file.parent).decisions] == [("restored", "")]
    assert content.startswith("# What persons decided")
    assert content.endswith('why = "It is so."\n# Ask Ann.\n')


def test_what_the_tool_thinks_is_shown(talk):
    """What stands at the place is shown with the rule that reads it and its evidence, and the TEI without and with the decision."""
    made = decide(talk, load(talk.parent.parent), Where(3, 27), {**SAID, "as": "omitted"}, write=False)

    assert str(made.look).startswith(f"{talk}:3:27: [could]: subaudible, by the rule omitted (medium). It holds nothing but words that join")
    assert made.before == '<supplied reason="subaudible" xml:id="t1.p1.b1">could</supplied>'
    assert made.after == '<supplied reason="omitted" xml:id="t1.p1.b1">could</supplied>'
    assert not made.path.exists()


@pytest.mark.parametrize(("where", "said", "words"), [
    (Where(3), {"as": "omitted"}, "2 things are meant by line 3"),
    (Where(quote="[should]"), {"as": "omitted"}, "They are: 3:44 “"),
    (Where(quote="[shuld]"), {"as": "omitted"}, "Nearest: 3:44 “"),
    (Where(2), {"as": "omitted"}, "there is no bracket, label, name or date to decide at line 2"),
    (Where(3, 27), {"as": "page"}, "it needs the number of a page"),
    (Where(3, 27), {"as": "omited"}, 'Did you mean "omitted"?'),
    (Where(3, 27), {"as": "omitted", "attributes": {"place": "margin"}}, "place"),
    (Where(99), {"as": "omitted"}, "at line 99"),
])
def test_what_cannot_be_is_refused(talk, where, said, words):
    """A place that is none or several, a class that is none, and a TEI that the schema refuses: an error in words, and nothing is written."""
    with pytest.raises(EditionError) as caught:
        decided(talk, where, **said)

    assert any(words in str(finding) for finding in caught.value.findings)
    assert not (talk.parent.parent / "decisions.toml").exists()


def test_a_lone_transcript_has_no_decisions(tmp_path):
    """A decision belongs to an edition."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")

    with pytest.raises(UsageError, match="a decision belongs to an edition"):
        decide(path, load_lone(), Where(3, 27), {**SAID, "as": "omitted"})


def load_lone():
    """Return the edition of a lone transcript."""
    from tei_edition import lone  # noqa: PLC0415

    return lone()


def test_it_is_taken_out(talk):
    """A decision is taken out by its line in the file, by its place, or by its quotation though it is lost; the others stay as they are."""
    for where in (Where(3, 27), Where(5, 48), Where(9, 23)):
        decided(talk, where, **{"as": "original"})
    file = talk.parent.parent / "decisions.toml"
    lines = file.read_text(encoding="utf-8").splitlines()

    withdraw(file, load(file.parent), Where(len(lines)))
    assert [one.quote for one in load(file.parent).decisions] == ["[could]", "[Yuri]"]
    withdraw(talk, load(file.parent), Where(3, 27))
    assert [one.quote for one in load(file.parent).decisions] == ["[Yuri]"]
    talk.write_text(TALK.replace("[Yuri]", "[Juri]"), encoding="utf-8")
    withdraw(talk, load(file.parent), Where(quote="[Yuri]"))
    assert load(file.parent).decisions == ()
    with pytest.raises(UsageError, match="nothing is decided there"):
        withdraw(talk, load(file.parent), Where(3, 27))


def test_other_lost_decisions_do_not_stand_in_the_way(talk):
    """Where another decision is lost, a new one can be written, and the other is told."""
    decided(talk, Where(9, 23), **{"as": "original"})
    talk.write_text(TALK.replace("you [should] not", "you [must] not"), encoding="utf-8")
    made = decide(talk, load(talk.parent.parent), Where(3, 27), {**SAID, "as": "omitted"})

    assert [finding.code for finding in made.others] == ["decision-lost"]
    assert len(load(talk.parent.parent).decisions) == 2


def test_a_lost_decision_is_anchored_anew(talk):
    """A decision whose surroundings were changed is replaced when its place is decided anew."""
    decided(talk, Where(9, 23), **{"as": "original"})
    talk.write_text(TALK.replace("I see that you [should] not bend", "I know you [should] not break"), encoding="utf-8")
    found = decided(talk, Where(9), **{"as": "original"})

    assert (found.before, found.after) == ("Clerk. I know you", "not break.")
    assert len(load(talk.parent.parent).decisions) == 1


# Names of the authority files.

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Persons</title></titleStmt>
<publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
<person xml:id="lee-ann"><persName><forename>Ann</forename> <surname>Lee</surname></persName></person>
<person xml:id="orlov-yuri"><persName><forename>Yuri</forename> <surname>Orlov</surname></persName></person>
</listPerson></body></text></TEI>
"""


@pytest.fixture
def listed(talk: Path) -> Path:
    """A transcript in an edition with a list of persons, one of whom it mentions."""
    (talk.parent.parent / "authorities").mkdir()
    (talk.parent.parent / "authorities" / "persons.xml").write_text(PERSONS, encoding="utf-8")
    talk.write_text(TALK.replace("they meet", "Ann Lee and they meet"), encoding="utf-8")
    return talk


def mentioned(talk: Path) -> list[str]:
    """Return whom the names in the text mean."""
    [made] = convert([talk], load(talk.parent.parent))
    return made.tree.xpath("//t:text//t:persName/@ref", namespaces={"t": "http://www.tei-c.org/ns/1.0"})


def test_a_mention_means_somebody_else_or_nobody(listed):
    """A name that the lists know means whom a person says, or is no name; it can be decided anew, and the decision be taken out."""
    assert mentioned(listed) == ["#orlov-yuri", "#lee-ann"]
    decided(listed, Where(quote="Ann Lee"), ref="#orlov-yuri")
    assert mentioned(listed) == ["#orlov-yuri", "#orlov-yuri"]
    decided(listed, Where(quote="Ann Lee"), name=False)
    assert mentioned(listed) == ["#orlov-yuri"]
    decided(listed, Where(quote="Ann Lee"), ref="Ann Lee of Bath")
    assert mentioned(listed) == ["#orlov-yuri", "#ann-lee-of-bath"]
    withdraw(listed, load(listed.parent.parent), Where(quote="Ann Lee"))
    assert mentioned(listed) == ["#orlov-yuri", "#lee-ann"]


def test_a_label_means_somebody_of_the_lists(listed):
    """A label can mean somebody of the authority files, by id or by name."""
    decided(listed, Where(quote="Clerk."), who="#lee-ann", every=True)
    assert mentioned(listed) == ["#orlov-yuri", "#lee-ann"]
    [made] = convert([listed], load(listed.parent.parent))
    assert [turn.get("who") for turn in made.tree.iter("{*}sp")] == ["#mayor", "#lee-ann", "#mayor", "#lee-ann"]


# The file.

COMMENTED = """# Ours.

# The first.
[[decision]]
document = "a.txt"  # where
quote = '[so]'
as = "sic"
resp = "Ann"
why = "So."

# The second.
[[decision]]
document = "a.txt"
quote = "Q."
speaker = false
resp = "Ann"
why = "So."
# The end.
"""


def test_the_rest_of_the_file_stays():
    """What is not touched in the file stays as it is: comments, order, quotation marks, line ends."""
    new = Decision("a.txt", "[so]", "Bo", "No.", as_="sic", attributes=(("n", "1"),))

    assert writing.replaced(COMMENTED, 0, new) == COMMENTED.replace('resp = "Ann"\nwhy = "So."', 'resp = "Bo"\nwhy = "No."\nattributes = {n = "1"}', 1)
    assert writing.removed(COMMENTED, 0) == COMMENTED[: COMMENTED.index("[[")] + COMMENTED[COMMENTED.index("# The second") :]
    assert writing.added(COMMENTED, new).startswith(COMMENTED.rstrip())
    assert writing.added(COMMENTED.replace("\n", "\r\n"), new).count("\r\n") == writing.added(COMMENTED, new).count("\n")


def test_a_table_in_one_line_is_left_alone():
    """A file that has its decisions in one line is read, but not changed."""
    line = 'decision = [{ document = "a.txt", quote = "[so]", as = "sic", resp = "Ann", why = "So." }]\n'

    assert reading.of(toml.parse(line, "decisions.toml"), ["a.txt"])
    with pytest.raises(SettingsError):
        writing.removed(line, 0)


TEXT = st.text("abé Щ漢\U0001f4dc\"'\\#=[]{}\n\t\x7f\u2028\x85", min_size=1, max_size=20).filter(str.strip)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4), st.data())
def test_what_is_written_is_read(drawn, data):
    """Whatever a decision says, it is read as it was written, added, replaced or beside others that are taken out."""
    decisions = [Decision("a.txt", quote, who, why, as_="sic", every=True, when="2026-02-03") for quote, who, why in drawn]
    text = ""
    for decision in decisions:
        text = writing.added(text, decision)
    at = data.draw(st.integers(0, len(decisions) - 1))
    other = Decision("a.txt", "Q.", "Bo", "No.", speaker=False, before="x", when="2026")

    def read(content: str) -> list[Decision]:
        return list(reading.of(toml.parse(content, "decisions.toml"), ["a.txt"]))

    assert read(text) == decisions
    assert read(writing.replaced(text, at, other)) == [*decisions[:at], other, *decisions[at + 1 :]]
    assert read(writing.removed(text, at)) == [*decisions[:at], *decisions[at + 1 :]]


def test_the_schema_is_fresh_and_holds(talk):
    """schemas/decisions.schema.json is what the definitions of the keys make (run: make schema), and takes what is written."""
    assert (SCHEMAS / "decisions.schema.json").read_text(encoding="utf-8") == schema.schema_text()
    decided(talk, Where(5, 81), **{"as": "correction", "attributes": {"cert": "low"}, "when": "2026"})
    described = json.loads(schema.schema_text())
    written = tomllib.loads((talk.parent.parent / "decisions.toml").read_text(encoding="utf-8"))

    jsonschema.validate(written, described)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"decision": [{**written["decision"][0], "as": "omited"}]}, described)


# The guide.

GUIDE = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")


def test_the_guide_lists_the_keys():
    """The guide has each key of decisions.toml, with its kind and what it says."""
    assert [f"| `{field.key}` | {field.kind.words} | {field.says}" in GUIDE for field in FIELDS] == [True] * len(FIELDS)


def test_the_example_of_the_guide_holds(talk):
    """The file that the guide shows is read and replayed."""
    example = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    (talk.parent.parent / "decisions.toml").write_text(example[1].replace("1961-05-03.txt", "talk.txt"), encoding="utf-8")
    [made] = convert([talk], load(talk.parent.parent))

    assert len(made.tree.findall(".//{*}respons")) == 6
    assert made.findings == tuple(finding for finding in made.findings if finding.severity != "error")


# The command.


def test_the_command(talk):
    """The command decides, lists and takes out; a fault is exit 1, a wrong command line 2; what is wrong is told with its place."""
    done = call("decide", f"{talk}:3:27", "--as", "omitted", "--resp", "jane-doe", "--when", "2026-11-24", "--why", "It is so.")
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    assert b'TEI then: <supplied reason="omitted"' in done.stderr
    listed = call("decide", "--list", talk.parent.parent)
    assert listed.stdout.decode() == f"{talk.parent.parent / 'decisions.toml'}:3: talk.txt: [could] as omitted (Jane Doe, 2026-11-24): It is so.\n"
    assert call("decide", f"{talk}:9:23", "--confirm", "--resp", "A", "--why", "b", "--dry-run").returncode == 0
    assert call("decide", "--list", talk).stdout == listed.stdout
    assert call("decide", f"{talk}:2", "--original", "--resp", "A", "--why", "b").returncode == 1
    assert call("decide", f"{talk}:3:27", "--original").returncode == 2
    assert b"there is no such transcript" in call("decide", f"{talk}x:3:27", "--original", "--resp", "A", "--why", "b").stderr
    assert b"wins over every rule" in call("explain", "decision").stdout
    assert call("decide", f"{talk}:3:27", "--resp", "A", "--why", "b").returncode == 2
    assert call("decide", f"{talk}:3:27", "--as", "sic", "--attribute", "n", "--resp", "A", "--why", "b").returncode == 2
    gone = call("decide", "--remove", f"{talk.parent.parent / 'decisions.toml'}:5")
    assert (gone.returncode, call("decide", "--list", talk).stdout) == (0, b""), gone.stderr


def test_convert_refuses_a_lost_decision(talk):
    """A decision that finds no place stops convert, annotate and report with its place in decisions.toml, and nothing is written."""
    call("decide", f"{talk}:3:27", "--as", "omitted", "--resp", "jane-doe", "--why", "It is so.")
    talk.write_text(TALK.replace("[could]", "[can]"), encoding="utf-8")
    for command in (["convert", talk, "-o", talk.parent / "talk.xml"], ["annotate", talk], ["report", talk]):
        done = call(*command)
        assert (done.returncode, done.stdout) == (1, b"")
        assert f"{talk.parent.parent / 'decisions.toml'}:5:9: error decision-lost".encode() in done.stderr
        assert "Nearest: 3:27 “Mayor. I am glad that you [can] come.".encode() in done.stderr
    assert not (talk.parent / "talk.xml").exists()


def test_annotate_shows_who_decided(talk):
    """The spans say which of them a person decided, and how."""
    call("decide", f"{talk}:3:27", "--as", "omitted", "--resp", "jane-doe", "--why", "It is so.")
    assert b'"rule": "decision", "evidence": "It is so.", "cert": "high"' in call("annotate", talk).stdout


def test_report_tells_what_was_decided(talk):
    """The report tells each decision with its place, what the tool had read, who decided and why; it is no doubt any more."""
    call("decide", f"{talk}:3:27", "--as", "omitted", "--resp", "jane-doe", "--when", "2026-11-24", "--why", "It is so.")
    told = call("report", talk).stdout.decode()

    assert f"\nDecided:\n  {talk}:3:27: “[could]”: omitted, not subaudible. Jane Doe, 2026-11-24: It is so.\n" in told
    assert told.count("[could]") == 1


def test_it_asks_a_person(talk):
    """On a terminal it asks for what is missing, and before it writes."""
    main, other = pty.openpty()
    words = [sys.executable, "-m", "tei_edition", "decide", f"{talk}:3:27"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=environment, stdin=other, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        os.write(main, b"omitted\n\nIt is so.\n2026-11-24\ny\n")
        out, err = asked.communicate(timeout=60)
    os.close(main)
    os.close(other)

    assert (asked.returncode, out) == (0, b""), err
    [told] = load(talk.parent.parent).decisions
    assert (told.as_, told.resp, told.why, told.when) == ("omitted", "Jane Doe", "It is so.", "2026-11-24")


def test_a_line_behind_the_end_of_the_file_takes_nothing_out(talk):
    """A line that decisions.toml does not have names no decision, and the file stays as it is."""
    decided(talk, Where(3, 27), **{"as": "omitted"})
    file = talk.parent.parent / "decisions.toml"
    old = file.read_bytes()
    with pytest.raises(UsageError, match="nothing is decided there"):
        withdraw(file, load(file.parent), Where(len(old.splitlines()) + 1))
    assert file.read_bytes() == old


@pytest.mark.parametrize("said", [{"date": "1961-02-31"}, {"date": "1961-05-04", "when": "2026-13-45"}])
def test_a_day_that_no_calendar_has_is_told(talk, said):
    """A day that is none is a fault with its line, and nothing is written."""
    with pytest.raises(SettingsError, match="not a date of the calendar"):
        decide(talk, load(talk.parent.parent), Where(1, 22), {**SAID, **said})
    assert not (talk.parent.parent / "decisions.toml").exists()


@pytest.mark.parametrize("second", ["--confirm", "--original"])
def test_two_classes_exclude_each_other(talk, second):
    """Of --as, --confirm and --original one can be given; two are a wrong command line."""
    done = call("decide", f"{talk}:3:27", "--as", "omitted", second, "--resp", "J", "--why", "x")
    assert (done.returncode, b"exclude each other" in done.stderr) == (2, True)
    assert not (talk.parent.parent / "decisions.toml").exists()


def test_a_mark_without_a_partner_is_decided_like_any_bracket(tmp_path: Path):
    """A lone mark is found by its place, decided to be none, decided again, and its decision is taken out."""
    path = tmp_path / "ed" / "source" / "talk.txt"
    path.parent.mkdir(parents=True)
    path.write_text("Talk\n\nHe said [so be it.\n", encoding="utf-8")
    (tmp_path / "ed" / "edition.toml").write_text('title = "Talks"\n', encoding="utf-8")
    assert decided(path, Where(3, 9), bracket=False).said == "as no bracket"
    assert decided(path, Where(quote="["), **{"as": "original"}).said == "as original"
    assert [one.said for one in load(tmp_path / "ed").decisions] == ["as original"]
    withdraw(path, load(tmp_path / "ed"), Where(3, 9))
    assert load(tmp_path / "ed").decisions == ()
