"""Decisions of a person: read strictly, found again after edits, replayed, recorded; refused in words where they cannot be."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition import annotate, convert, load, serialize, source_map, text, toml, xml
from tei_edition.annotation import Annotation, each
from tei_edition.building import build
from tei_edition.decisions import Decision, reading
from tei_edition.decisions.anchors import Flat, context, flat
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.errors import EditionError, SettingsError
from tei_edition.ingest import txt
from tei_edition.model import Source, Span
from tei_edition.outputs import html
from tei_edition.rules import form
from tests.brackets_cases import every, tei
from tests.conftest import ROOT, program, shared

NS = {"t": "http://www.tei-c.org/ns/1.0"}
TALK = """Talk between the minister and the envoy, 3 May 1961

Minister. I am glad that you [could] come. We [should] talk of the harbour.

Envoy. The harbour [of Trieste] is the matter. [Yuri] Orlov told me so on the 3 [4] of May.

Minister. Weather permitting: the harbour is closed [about two lines here].

Envoy. I see that you [should] not [Laughter.] bend.

[Source: Archive of the Port, box 3.]
"""


def source(characters: str, name: str = "talk.txt") -> Source:
    """Return *characters* as a transcript."""
    return txt.read(characters.encode(), name)


def decision(quote: str, **said) -> Decision:
    """Return a decision of Jane Doe's on the talk."""
    return Decision("talk.txt", quote, **{"resp": "Jane Doe", "why": "It is so.", **said})


def annotated(*decisions: Decision, characters: str = TALK) -> Annotation:
    """Return the talk as the rules and *decisions* read it."""
    return annotate([source(characters)], Edition(decisions=decisions))[0]


def spans(annotation: Annotation, kind: str = "bracket") -> dict[str, Span]:
    """Return the spans of a kind by their characters; of several the last."""
    return {annotation.source.text[span.start : span.end]: span for span in annotation.spans if span.kind == kind}


def root(*decisions: Decision, characters: str = TALK) -> etree._Element:
    """Return the TEI of the talk."""
    return encode(annotated(*decisions, characters=characters), Edition(editors=("Jane Doe",), decisions=decisions)).tree.getroot()


def faults(*decisions: Decision, characters: str = TALK) -> list[tuple[str, str]]:
    """Return the code and the words of each fault of *decisions*."""
    found = next(each([source(characters)], Edition(decisions=decisions))).findings
    return [(finding.code, f"{finding.message} {finding.advice}") for finding in found if finding.severity == "error"]


# What a decision does.


def test_a_decision_wins_over_a_rule():
    """A bracket has the class that a person gives it, and the TEI of that class; the tool's doubt is gone."""
    decided = decision("[should]", after="not", as_="omitted")
    span = spans(annotated(decided))["[should]"]

    assert (span.class_, span.rule, span.cert, span.evidence) == ("omitted", "decision", "high", "It is so.")
    assert span.verdict
    assert (span.verdict.resp, span.verdict.was) == ("Jane Doe", "subaudible")
    assert [e.text for e in root(decided).iterfind(".//t:supplied[@reason='omitted']", NS)] == ["should"]


def test_a_confirmed_class_has_no_doubt():
    """To decide what the tool reads takes its doubt away and changes nothing else in the text."""
    before, after = root(), root(decision("[could]", as_="subaudible"))
    target = after.xpath("string(//t:supplied[.='could']/@xml:id)", namespaces=NS)

    assert before.find("t:text", NS) is not None
    assert etree.tostring(before.find("t:text", NS)) == etree.tostring(after.find("t:text", NS))
    assert before.xpath(f"count(//t:certainty[@target='#{target}'])", namespaces=NS) == 1
    assert after.xpath(f"count(//t:certainty[@target='#{target}'])", namespaces=NS) == 0


def test_the_documents_own_brackets():
    """A bracket that a person says is the document's own is no editor's act."""
    assert [e.text for e in root(decision("[of Trieste]", as_="original")).iterfind(".//t:seg[@rend='brackets']", NS)] == ["of Trieste"]


def test_a_label_is_taken_or_refused():
    """What opens a paragraph is a speaker's label, or is none, as a person says; one that is none is a finding no more."""
    taken = annotated(decision("Weather permitting:", speaker=True), characters=TALK.replace("Minister. Weather", "Weather"))
    refused = annotated(decision("Envoy.", after="The harbour", speaker=False))

    assert "Weather permitting:" in spans(taken, "speaker")
    assert [span.start for span in refused.spans if span.kind == "speaker"] == [TALK.index(words) for words in (
        "Minister. I", "Minister. Weather", "Envoy. I see")]
    assert "label-refused" not in {finding.code for finding in (*taken.findings, *refused.findings)}


def test_a_label_of_nobody_known_makes_no_person():
    """A label that a person takes and that stands for several or for nobody known makes no person."""
    made = root(decision("Several voices:", speaker=True), characters=TALK.replace("Minister. Weather permitting", "Several voices"))

    assert made.xpath("count(//t:sp[t:speaker='Several voices:'][not(@who)])", namespaces=NS) == 1


def test_another_person_for_a_label():
    """A label means whom a person says, by a name or an id, at one place or at each; the label stays as printed."""
    one = root(decision("Envoy.", after="I see", who="#minister"))
    each_ = root(decision("Envoy", every=True, who="Ann Lee"))

    assert one.xpath("//t:sp/@who", namespaces=NS) == ["#minister", "#envoy", "#minister", "#minister"]
    assert each_.xpath("//t:sp/@who", namespaces=NS) == ["#minister", "#ann-lee", "#minister", "#ann-lee"]
    assert each_.xpath("//t:person[@xml:id='ann-lee']/t:persName[not(@type)]/text()", namespaces=NS) == ["Ann Lee"]
    assert each_.xpath("//t:person[@xml:id='ann-lee']/t:persName[@type='label']/text()", namespaces=NS) == ["Envoy"]
    assert set(each_.xpath("//t:speaker/text()", namespaces=NS)) == {"Minister.", "Envoy."}


def test_a_name_and_a_date():
    """A completed name means whom a person says, and a printed date the day that a person says, or none."""
    named = root(decision("[Yuri] Orlov", ref="Yuri Fyodorovich Orlov"), decision("3 May 1961", date="1961-05-04"))
    undated = root(decision("3 May 1961", date="none"))

    assert named.xpath("//t:text//t:persName/@ref", namespaces=NS) == ["#yuri-fyodorovich-orlov"]
    assert named.xpath("//t:head/t:date/@when", namespaces=NS) == ["1961-05-04"]
    assert undated.xpath("count(//t:text//t:date)", namespaces=NS) == 0


def test_words_and_attributes_beside_a_class():
    """A decision can say what the bracket is about, and TEI's attributes of its element."""
    made = root(decision("[4]", as_="correction", of="the 3"), decision("[about two lines here]", as_="redaction",
                                                                       attributes=(("quantity", "3"),)))

    assert made.xpath("string(//t:choice/t:sic)", namespaces=NS) == "the 3"
    assert made.xpath("//t:gap/@quantity", namespaces=NS) == ["3"]


# How it is recorded.


def test_it_is_recorded():
    """The TEI says who decided, why, how surely and when, in standOff and in the header, and every pointer arrives."""
    made = root(decision("[should]", after="not", as_="omitted", when="2026-11-20", cert="medium"),
                decision("[of Trieste]", as_="original", resp="Max Roe", why="The stamp has it."))
    statements = [(dict(e.attrib), e[0].text) for e in made.iterfind(".//t:respons", NS)]
    changes = [(dict(e.attrib), e.text) for e in made.iterfind(".//t:revisionDesc/t:change", NS)]

    assert statements == [
        ({"target": "#t2.p1.b1", "locus": "name", "resp": "#max-roe"}, "The stamp has it."),
        ({"target": "#t4.p1.b1", "locus": "name", "resp": "#jane-doe", "cert": "medium"}, "It is so."),
    ]
    assert changes == [
        ({"who": "#max-roe", "target": "#t2.p1.b1"}, "Decided what is meant: original (1)."),
        ({"who": "#jane-doe", "when": "2026-11-20", "target": "#t4.p1.b1"}, "Decided what is meant: omitted (1)."),
    ]
    assert made.xpath("//t:titleStmt//*[@xml:id]/@xml:id", namespaces=NS) == ["jane-doe", "max-roe"]


def test_who_decides_is_nobody_who_speaks():
    """Somebody who decides and is called like a speaker has an id of their own."""
    made = root(decision("[could]", as_="omitted", resp="Envoy"))

    assert made.xpath("//t:respons/@resp", namespaces=NS) == ["#resp-envoy"]
    assert made.xpath("//t:name[@xml:id='resp-envoy']/text()", namespaces=NS) == ["Envoy"]


def test_what_is_no_label_points_at_its_paragraph():
    """That words are no label is recorded at the paragraph in which they stand."""
    made = root(decision("Envoy.", after="The harbour", speaker=False))
    target = made.xpath("substring(string(//t:respons/@target), 2)", namespaces=NS)

    assert made.xpath("string(//*[@xml:id=$id])", id=target, namespaces=NS).startswith("Envoy. The harbour")


def test_the_source_map_says_it():
    """The source map has the decision at the element that came of it."""
    decided = decision("[could]", as_="omitted")
    made = encode(annotated(decided), Edition(decisions=(decided,)))
    found = [one["decision"] for one in json.loads(source_map(made, "talk.txt"))["entries"] if "decision" in one]

    assert [(one["resp"], one["why"], one["was"]) for one in found] == [("Jane Doe", "It is so.", "subaudible")]


@pytest.mark.parametrize("decided", [decision("[could]", as_="omitted", cert="low"), decision("[Yuri] Orlov", ref="Max Orlov", cert="low")])
def test_the_page_says_it(decided):
    """The explanation of a decided bracket on the reading page says who decided and why."""
    made = xml.parse_bytes(serialize(etree.ElementTree(root(decided))), "talk.xml")
    boxes = [box for box in re.findall(r'<div[^>]*class="why-box".*?</div>', html.render(made), re.DOTALL) if "Jane Doe" in box]

    assert len(boxes) == 1
    assert "It is so." in boxes[0]
    assert "<b>Certainty of the decision:</b> <bdi>low</bdi>" in boxes[0]


# Where it cannot be replayed.


@pytest.mark.parametrize(("decided", "code", "words"), [
    (decision("[shall]", after="not", as_="omitted"), "decision-lost", "Nearest: 9:23"),
    (decision("[should]", after="never", as_="omitted"), "decision-lost", "does not stand between these words"),
    (decision("[should]", as_="omitted"), "decision-ambiguous", "[could] come. We [should] talk of the harbour"),
    (decision("Envoy.", who="Ann Lee"), "decision-ambiguous", "every = true"),
    (decision("Delegate.", who="Ann Lee"), "decision-lost", "paragraph that opens with these words"),
    (decision("[could]", as_="page"), "decision-unfit", "it needs the number of a page"),
    (decision("[could]", as_="correction", of="I am"), "decision-unfit", "the words 'I am' right before or after it"),
    (decision("Envoy.", after="I see", who="#nobody"), "decision-unfit", "there are: #envoy, #minister"),
    (decision("4 May 1961", date="1961-05-04"), "decision-lost", "is no date"),
])
def test_one_that_cannot_be_replayed_is_an_error(decided, code, words):
    """A decision that finds no place, several, or one that it does not fit is an error that shows the nearest candidates."""
    [(found, said)] = faults(decided)

    assert found == code
    assert words in said
    with pytest.raises(SettingsError):
        annotated(decided)


def test_one_place_is_decided_once():
    """Two decisions on one place are an error; one on each such place gives way to one on this place."""
    one, two = decision("[could]", as_="omitted"), decision("[could]", as_="restored")
    general = decision("[should]", every=True, as_="original")

    assert [code for code, _ in faults(one, two)] == ["decision-twice"]
    found = annotated(general, decision("[should]", after="not", as_="omitted"))
    assert [span.class_ for span in found.spans if span.kind == "bracket" and span.verdict] == ["original", "omitted"]


# How it finds its place.


def test_another_wrapping_changes_nothing():
    """Lines that are wrapped otherwise keep a decision, within its quotation and its context too."""
    decided = decision("[about two lines here]", before="the harbour is closed", as_="redaction")
    wrapped = TALK.replace("closed [about two", "closed\n[about  two")

    assert spans(annotated(decided, characters=wrapped))["[about  two lines here]"].class_ == "redaction"


EDITS = st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(("", "x", "\n\n", "[word] ", "A word more. ", "[should]")), st.integers(0, 9)), max_size=8)


@settings(deadline=None)
@given(EDITS)
def test_edits_elsewhere_keep_a_decision(edits):
    """Whatever is put in, taken out or shifted elsewhere, a decision whose words stay finds them, and no other place."""
    text_ = Flat(source(TALK))
    rivals = [match.span() for match in re.finditer(r"\[should\]", TALK)]
    told = context(text_, rivals[1], rivals)
    assert told
    whole = re.search(r"\s+".join(map(re.escape, f"{told[0]} [should] {told[1]}".split())), TALK)
    assert whole
    kept = whole.span()
    changed, border = TALK, len(TALK)
    for start, put_in, taken in sorted(((at % len(TALK), *edit) for at, *edit in edits), reverse=True):
        border = min(border, kept[0]) if start < kept[1] else border
        if start >= kept[1] or start + taken <= border:
            changed, border = changed[:start] + put_in + changed[start + taken :], start
    decided = decision("[should]", before=told[0], after=told[1], as_="omitted")

    found = next(each([source(changed)], Edition(decisions=(decided,))))
    assert [finding.code for finding in found.findings if finding.severity == "error"] == []
    [place] = [span.start for span in found.spans if span.verdict]
    assert flat(changed[:place]).rstrip().endswith(flat(told[0]).strip())
    assert changed[place:].startswith("[should]")


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_context_is_enough(before, after):
    """The words that are written round a quotation tell it from every other place where it stands."""
    made = source(f"{before}[x]{after}[x] a [x]{before}")
    places = [match.span() for match in re.finditer(r"\[x\]", made.text)]
    text_ = Flat(made)
    for place in places:
        told = context(text_, place, places)
        assert told is not None
        assert [rival for rival in places if text_.holds(rival, *told)] == [place]


# The file.

HEAD = """[[decision]]
document = "talk.txt"
quote = "[should]"
resp = "Jane Doe"
why = "It is so."
"""


def refused(content: str) -> list[str]:
    """Return the faults of ``decisions.toml`` with *content*, each with its line and column."""
    try:
        reading.of(toml.parse(content, "decisions.toml"), ["talk.txt"])
    except SettingsError as error:
        return [str(finding) for finding in error.findings]
    return []


@pytest.mark.parametrize(("content", "told"), [
    (HEAD, "1:1: nothing is decided here."),
    (HEAD + 'as = "omited"', '6:6: there is no class "omited" of brackets. Did you mean "omitted"?'),
    (HEAD + 'as = "omitted"\nspeaker = true', "1:1: two things are decided at once: as, speaker."),
    (HEAD + 'ref = "Ann"\nspeaker = true', "1:1: two things are decided at once: ref, speaker."),
    (HEAD + 'clas = "omitted"', '6:1: unknown key "clas".'),
    (HEAD + 'of = "you"\nspeaker = true', "1:1: two things are decided at once: of, speaker."),
    (HEAD + 'ref = "Ann"\nof = "you"', '7:1: "of" needs the class of the bracket.'),
    (HEAD + 'speaker = "yes"', '6:11: "speaker" must be true or false, not "yes".'),
    (HEAD + 'speaker = false\nwho = "Ann"', "7:1: who speaks is said of what is no speaker's label."),
    (HEAD + "name = true", '6:8: "name" can only be false: what is a name or a bracket, the rules find.'),
    (HEAD + 'as = "sic"\ncert = "sure"', '7:8: "cert" must be one of high, medium, low, unknown, not "sure".'),
    (HEAD + 'as = "sic"\nevery = true\nafter = "x"', '8:1: "after" tells one place from others, but every one is meant.'),
    (HEAD + 'as = "sic"\nattributes = { rend = "x" }', '7:16: no decision gives the attribute "rend".'),
    (HEAD + 'as = "page"\nattributes = { quantity = "two" }', '7:27: "quantity" cannot be "two".'),
    (HEAD + 'who = "#1"', '6:7: "#1" is no id.'),
    (HEAD.replace("talk.txt", "tolk.txt") + 'as = "sic"', '2:12: there is no transcript "tolk.txt". Did you mean "talk.txt"?'),
    (HEAD.replace('why = "It is so."\n', "") + 'as = "sic"', '1:1: the key "why" (the reason, in a sentence) is missing.'),
    ("decisions = 3", '1:1: unknown key "decisions".'),
    ("[decision]\nas = 3", '1:1: "decision" must be a table of its own for each decision.'),
])
def test_a_fault_of_the_file_is_told_at_its_place(content, told):
    """Whatever is wrong in decisions.toml is told with its line and column, in words."""
    assert any(fault.startswith(f"decisions.toml:{told}") for fault in refused(content)), refused(content)


def test_a_date_can_be_no_date():
    """False for a date says that what is read as one is none."""
    [told] = reading.of(toml.parse(HEAD + "date = false", "decisions.toml"), ["talk.txt"])
    assert (told.date, told.subject, told.said) == ("none", "date", "as no date")


# In an edition.


def edition_in(folder: Path, decided: str, **documents: str) -> Path:
    """Make an edition in *folder* with *documents* and the decisions *decided*."""
    (folder / "source").mkdir(parents=True)
    (folder / "edition.toml").write_text('title = "Talks"\neditors = ["Jane Doe"]\n', encoding="utf-8")
    (folder / "decisions.toml").write_text(decided, encoding="utf-8")
    for name, content in documents.items():
        (folder / "source" / f"{name}.txt").write_text(content, encoding="utf-8")
    return folder


GOOD = HEAD.replace('"Jane Doe"', '"jane-doe"') + 'after = "not"\nas = "omitted"\n'


def test_an_edition_has_its_decisions(tmp_path):
    """The decisions stand in the edition's folder; who decides can be named by the id of somebody whom edition.toml names."""
    edition = load(edition_in(tmp_path / "talks", GOOD, talk=TALK))

    assert [(one.resp, one.as_, str(one.place.start)) for one in edition.decisions] == [("Jane Doe", "omitted", "3:9")]
    [made] = convert([tmp_path / "talks" / "source" / "talk.txt"], edition)
    assert made.tree.xpath("//t:respons/@resp", namespaces=NS) == ["#jane-doe"]


def test_one_that_is_lost_stops_convert(tmp_path):
    """No TEI is made of a document whose decision is lost, and the fault is told at its place in decisions.toml."""
    edition = load(edition_in(tmp_path / "talks", GOOD.replace("[should]", "[shall]"), talk=TALK))

    with pytest.raises(EditionError) as caught:
        convert([tmp_path / "talks" / "source" / "talk.txt"], edition)
    assert str(caught.value.findings[0]).startswith(f"{tmp_path / 'talks' / 'decisions.toml'}:3:9: '[shall]' is no bracket in talk.txt")


def test_one_without_a_place_in_tei_stops_convert(tmp_path):
    """A decision that TEI has no place for is an error, not a plain bracket."""
    across = "A note [that begins here\n\nand ends] there.\n"
    told = HEAD.replace("[should]", "[that begins here and ends]") + 'as = "omission"\n'
    edition = load(edition_in(tmp_path / "talks", told, talk=across))

    with pytest.raises(EditionError, match="was decided to be omission, but TEI has no place for that here"):
        convert([tmp_path / "talks" / "source" / "talk.txt"], edition)


def test_a_build_redoes_just_what_is_decided_anew(tmp_path):
    """Another decision makes the document anew that it names and no other; another comment makes nothing anew."""
    folder = edition_in(tmp_path / "talks", "", talk=TALK, other=TALK.replace("[should]", "[must]"))
    build(folder, tmp_path / "out", jobs=1)
    (folder / "decisions.toml").write_text(GOOD, encoding="utf-8")
    decided = build(folder, tmp_path / "out", jobs=1)
    (folder / "decisions.toml").write_text(f"# Ours.\n\n{GOOD}", encoding="utf-8")
    commented = build(folder, tmp_path / "out", jobs=1)

    assert (decided.made, decided.unchanged) == (("talks/talk",), ("talks/other",))
    assert (commented.made, commented.unchanged) == ((), ("talks/other", "talks/talk"))
    assert 'respons target="#t4.p1.b1"' in (tmp_path / "out" / "talks" / "talk.xml").read_text(encoding="utf-8")


def test_a_build_makes_the_other_documents(tmp_path):
    """A lost decision fails the document it names, of which nothing is written, and the others are made."""
    folder = edition_in(tmp_path / "talks", GOOD.replace("[should]", "[shall]"), talk=TALK, other=TALK)
    report = build(folder, tmp_path / "out", jobs=1)

    assert (report.made, report.failed, report.exit_code) == (("talks/other",), ("talks/talk",), 1)
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["decision-lost"]
    assert not (tmp_path / "out" / "talks" / "talk.xml").exists()


# Whatever is decided, the text comes back and the TEI is valid.

CASES = [case for case in every() if "[" in case.text]
CLASSES = sorted(form.forms())


def decided_case(number: int, classes: list[str], resp: str) -> tuple[Source, Edition]:
    """Return a case of the brackets, and an edition in which its brackets are decided to be *classes*, as far as they go."""
    case = CASES[number]
    made = source(case.transcript)
    places = [made.text[span.start : span.end] for span in annotate([made], Edition(profile=case.profile))[0].spans if span.kind == "bracket"]
    decisions = tuple(
        decision(quote, as_=class_, every=True, resp=resp)
        for quote, class_ in dict(zip(places, classes, strict=False)).items() if len(quote) > 1 and not quote.startswith("\\")
    )
    return made, Edition(profile=case.profile, decisions=decisions)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(CASES) - 1), st.lists(st.sampled_from(CLASSES), min_size=3, max_size=3))
def test_any_decision_keeps_the_text(number, classes):
    """Whatever class a person gives to whatever bracket, the transcript comes back byte for byte."""
    made, edition = decided_case(number, classes, "Jane Doe")
    tree = encode(next(each([made], edition)), edition).tree

    assert text(etree.ElementTree(etree.fromstring(serialize(tree)))) == made.text.encode()


@pytest.mark.parametrize("grammar", ["house", "tei"])
def test_any_decision_is_valid(grammar, tmp_path):
    """Whatever class a person gives to whatever bracket, the TEI is valid under jing by both grammars."""
    paths: list[Path] = []

    @settings(max_examples=400, database=None, derandomize=True, deadline=None)
    @given(st.integers(0, len(CASES) - 1), st.lists(st.sampled_from(CLASSES), min_size=3, max_size=3), st.sampled_from(("Jane Doe", "Rusk", "?")))
    def write(number, classes, resp):
        made, edition = decided_case(number, classes, resp)
        paths.append(tmp_path / f"{len(paths)}.xml")
        paths[-1].write_bytes(serialize(encode(next(each([made], edition)), edition).tree))

    write()
    schema = ROOT / "schemas" / "tei_edition.rng" if grammar == "house" else shared("tei/rng/tei_all.rng")
    done = subprocess.run([program("jing"), str(schema), *map(str, paths)], capture_output=True, text=True, check=False)
    assert done.stdout == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_to_decide_what_a_rule_reads_changes_nothing(case):
    """A class that a person confirms gets the very TEI that its rule gives, for each case of each meaning."""
    made = source(case.transcript)
    rules = annotate([made], Edition(profile=case.profile))[0]
    decisions = {made.text[span.start : span.end]: span for span in rules.spans if span.kind == "bracket" and span.class_ in CLASSES}
    edition = Edition(profile=case.profile, decisions=tuple(
        decision(quote, as_=span.class_, every=True) for quote, span in decisions.items() if not quote.startswith("\\")))

    assert tei(encode(annotate([made], edition)[0], edition)) == tei(encode(rules, Edition(profile=case.profile)))
