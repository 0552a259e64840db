"""Mentions: names of the lists in any text, across brackets, never inside another name; the transcript comes back and the TEI is valid."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tei_edition import serialize, text
from tei_edition.annotation import annotate
from tei_edition.authorities import Authorities, Entry, Name, Office, Part
from tei_edition.edition import lone
from tei_edition.encode import encode
from tei_edition.ingest.txt import read
from tei_edition.rules import lexicon, mentions, naming
from tei_edition.rules.context import Context
from tests.conftest import ROOT, program, shared


def person(id_: str, *parts: tuple[str, str], sex: str = "") -> Entry:
    """Return a person with a name of *parts*."""
    made = [Part(element if element != "patronymic" else "addName", words, "patronymic" if element == "patronymic" else "")
            for element, words in parts]
    between = [one for part in made for one in (part, Part("", " "))][:-1]
    return Entry(id_, "person", (Name(tuple(between)),), sex=sex, file="persons.xml")


def thing(id_: str, sort: str, *names: str) -> Entry:
    """Return a place or an organization with *names*."""
    element = {"place": "placeName", "organization": "orgName"}[sort]
    return Entry(id_, sort, tuple(Name((Part("", name),), element) for name in names), file="lists.xml")  # type: ignore[arg-type]


LISTS = Authorities((
    person("gorin", ("forename", "Maksim"), ("patronymic", "Pavlovich"), ("surname", "Gorin")),
    person("may", ("forename", "Theo"), ("surname", "May")),
    person("ann-lee", ("forename", "Ann"), ("surname", "Lee")), person("bob-lee", ("forename", "Bob"), ("surname", "Lee")),
    person("oneill", ("forename", "Sean"), ("surname", "O'Neill")),
    person("sorokin", ("forename", "Михаил"), ("surname", "Сорокин")), person("sorokina", ("forename", "Раиса"), ("surname", "Сорокина"), sex="F"),
    person("vesnin", ("forename", "Роман"), ("surname", "Веснин")),
    thing("kesten", "place", "Kesten", "West Kesten Bay"), thing("us", "place", "U.S.", "US"),
    Entry("hale", "person", (Name((Part("", "Rufus Hale"),)),), (Office("Prime Minister", first="1980"),), file="persons.xml"),
    thing("un", "organization", "United Nations", "UN"), thing("foundation", "organization", "Gorin Foundation"),
))


def found(words: str, language: str = "en") -> list[tuple[str, str]]:
    """Return each mention in *words* with the id of whom it means, or with a question mark where it is not settled."""
    source = read(words.encode(), "a.txt")
    context = Context(source, lexicon.merge([lexicon.collect(source)]), authorities=LISTS)
    every = mentions.mentions(context, mentions.borders([]))
    return [(words[one.found.start : one.found.end], one.entries[0].id if len(one.entries) == 1 else "?") for one in every]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("then Gorin's plan", [("Gorin", "gorin")]),
        ("M. O'Neill est dans la salle avec les ministres et M. Veil", [("O'Neill", "oneill")]),
        ("so Maksim Pavlovich said", [("Maksim Pavlovich", "gorin")]),
        ("by M. P. Gorin and Gorin M.P.", [("M. P. Gorin", "gorin"), ("Gorin M.P.", "gorin")]),
        ("by [Maksim] Gorin, Maksim [P.] Gorin", [("[Maksim] Gorin", "gorin"), ("Maksim [P.] Gorin", "gorin")]),
        ("by Maksim\nPavlovich [Gorin]", [("Maksim\nPavlovich [Gorin]", "gorin")]),
        ("the Gorin Foundation of Gorin", [("Gorin Foundation", "foundation"), ("Gorin", "gorin")]),
        ("with Raisa Gorin and R. Gorin", []),
        ("with Mrs. Gorin and Mr. Gorin", [("Gorin", "gorin")]),
        ("in West Kesten Bay, East Kesten, Kesten", [("West Kesten Bay", "kesten"), ("Kesten", "kesten")]),
        ("the Kesten Treaty, the Kesten treaty", [("Kesten", "kesten")]),
        ("the U.S. and the US sent us to the un", [("U.S.", "us"), ("US", "us")]),
        ("LET US GO", []),
        ("you may go; in May it may rain", []),
        ("then Lee came, then Ann Lee", [("Lee", "?"), ("Ann Lee", "ann-lee")]),
        ("then O’Neill came and Neill went", [("O’Neill", "oneill")]),
        ("a gorin, a Gorinov, McGorin, Gorin-Ivanov", []),
        ("he met Maksim. Gorin left", [("Gorin", "gorin")]),
        ("письмо Сорокина, Веснина", [("Сорокина", "?"), ("Веснина", "vesnin")]),
        ("о Веснине и Веснину, Веснинский", [("Веснине", "vesnin"), ("Веснину", "vesnin")]),
        ("the [so-called Maksim] Gorin", [("Gorin", "gorin")]),
    ],
)
def test_names_are_found_in_text(words, said):
    """The longest listed form is taken: across brackets and line ends, with initials and cases; a part of another name is not."""
    assert found(words) == said


def test_a_mention_lies_in_no_label_and_crosses_no_border():
    """A speaker's label holds no mention, and a name that a bracket completes is one name."""
    source = read(b"GORIN: I met [Maksim] Gorin of Kesten.\n\nLEE: Yes, in [West] Kesten Bay.\n\nGORIN: No.\n", "a.txt")
    lists = LISTS
    context = Context(source, lexicon.merge([lexicon.collect(source)]), authorities=lists)
    spans = annotate([source], lone())[0].spans
    made = naming.named(context, spans)

    assert [(source.text[s.start : s.end], dict(s.attributes)["ref"]) for s in made.spans if s.kind == "name"] == [
        ("Kesten", "#kesten"), ("[West] Kesten Bay", "#kesten"),
    ]
    assert [dict(s.attributes)["who"] for s in made.spans if s.kind == "speaker"] == ["#gorin", "#lee", "#gorin"]


FRAGMENTS = (
    "Gorin", "Maksim ", "[Maksim] ", "Maksim Pavlovich", "[", "]", " [sic]", " [hereafter G]", "Kesten ", "West ", "Bay", "U.S. ", "UN", "May ",
    "Lee ", ". ", ", ", " ", "\n", "\n\n", "GORIN: ", "Gorin: ", "Lee. ", "G ", "the ", "[2 lines not declassified] ", "[Laughter.] ", "_", "О'",
    "Веснину ", "the Prime ", "[Prime] ", "Minister ", "of Kesten", "[illegible] ", "[i.e. Gorin] ", "M. ", "Mr. ", "[?]", "[Source: Kesten.]", "May 3, 1982",
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


def encoded(words: str) -> bytes:
    """Return the TEI of *words* with the lists."""
    source = read(words.encode(), "a.txt")
    made = _annotated(source)
    return serialize(encode(made, lone()).tree)


def _annotated(source):
    """Return the annotation of *source*, for which the lists serve."""
    from tei_edition import annotation  # noqa: PLC0415
    from tei_edition.decisions.replay import Replay  # noqa: PLC0415

    return annotation._annotate(Context(source, lexicon.merge([lexicon.collect(source)]), authorities=LISTS), Replay(source), "")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_names_in_any_text_come_back(words):
    """Whatever names stand in a text, in and across brackets, labels and lines, the transcript comes back byte for byte."""
    from tei_edition import xml  # noqa: PLC0415

    assert text(xml.parse_bytes(encoded(words), "a.xml")) == words.encode()


@pytest.mark.parametrize("grammar", ["house", "tei"])
def test_any_names_in_any_text_are_valid_by_jing(grammar, tmp_path):
    """Random texts full of names make TEI that jing finds valid by our schema and by the TEI's own, every pointer arriving."""
    rng = ROOT / "schemas" / "tei_edition.rng" if grammar == "house" else shared("tei/rng/tei_all.rng")
    texts: list[str] = []

    @settings(max_examples=80, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TEXTS)
    def gather(words):
        texts.append(words)

    gather()
    paths = [tmp_path / f"{number}.xml" for number in range(len(texts))]
    for path, words in zip(paths, texts, strict=True):
        path.write_bytes(encoded(words))
        check_pointers(path)
    done = subprocess.run([program("jing"), rng, *paths], capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode) == ("", 0)


def check_pointers(path: Path) -> None:
    """Hold that every pointer of the file arrives, and that no id is there twice."""
    from lxml import etree  # noqa: PLC0415

    root = etree.parse(path).getroot()
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    pointers = [one for value in root.xpath("//@who | //@ref | //@target | //@next | //@prev") for one in value.split()]
    assert {one for one in pointers if one.startswith("#") and one[1:] not in ids} == set()


def test_time_is_linear_in_text_and_not_in_names():
    """Five thousand persons and a text ten times as long cost ten times the time, not the product of both."""
    many = Authorities(tuple(person(f"p{n}-x", ("forename", f"Fore{n}"), ("patronymic", f"Father{n}"), ("surname", f"Sur{n}")) for n in range(5000)))
    part = "Then Sur17 met Fore4000 Father4000 and F. F. Sur9 in the old house by the river, and nobody said a word. " * 40
    spent = []
    for times in (1, 10):
        source = read(((part + "\n\n") * times).encode(), "a.txt")
        context = Context(source, lexicon.merge([lexicon.collect(source)]), authorities=many)
        assert len(list(mentions.mentions(context, mentions.borders([])))) == 120 * times
        start = time.process_time()
        list(mentions.mentions(context, mentions.borders([])))
        spent.append(time.process_time() - start)

    assert spent[1] < 30 * max(spent[0], 0.01)
