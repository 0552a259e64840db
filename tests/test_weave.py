"""The core: whatever is said of a transcript, it comes back byte for byte, and TEI allows what was made."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition.encode import ids, instruction, marks
from tei_edition.encode.forest import Node
from tei_edition.encode.settle import Settled, settle
from tei_edition.encode.structure import structure
from tei_edition.encode.transcript import text
from tei_edition.encode.weave import TEI, weave
from tei_edition.model import Piece, Source, Span
from tests.conftest import program, shared
from tests.strategies import source, texts, transcripts

HEADER = f"""<teiHeader xmlns="{TEI}"><fileDesc><titleStmt><title>t</title></titleStmt>
<publicationStmt><p>p</p></publicationStmt><sourceDesc><p>s</p></sourceDesc></fileDesc><encodingDesc><tagsDecl/></encodingDesc></teiHeader>"""


def woven(made: Source, spans: list[Span]) -> bytes:
    """Return the smallest TEI file of *made* with *spans*."""
    settled = settle(made, spans)
    body = structure(settled.leaves)
    result = weave(made, body, settled.leaves, ids.assign(made, body))
    root = etree.fromstring(f'<TEI xmlns="{TEI}">{HEADER}</TEI>')
    declaration = root.find(f".//{{{TEI}}}tagsDecl")
    for scope, selector, css in marks.declare(result.marks):
        etree.SubElement(declaration, f"{{{TEI}}}rendition", scheme="css", scope=scope, selector=selector).text = css
    if not len(declaration):
        root[0].remove(root[0][1])
    root.append(result.text)
    return etree.tostring(root, encoding="utf-8")


def parsed(data: bytes) -> etree._ElementTree:
    """Return *data* as a tree."""
    return etree.ElementTree(etree.fromstring(data))


def nodes(settled: Settled) -> Iterator[Node]:
    """Return all nodes of a forest."""

    def below(node: Node) -> Iterator[Node]:
        yield node
        for child in node.children:
            yield from below(child)

    for leaf in settled.leaves:
        yield from below(leaf.root)


@given(texts)
def test_text_inverts_any_text(characters):
    """A transcript without any span comes back byte for byte."""
    made = source(characters)

    assert text(parsed(woven(made, []))) == characters.encode()


@settings(max_examples=400, deadline=None)
@given(transcripts())
def test_random_spans_weave(drawn):
    """Whatever spans are laid over a transcript, nested or crossing, it comes back byte for byte."""
    made, spans = drawn

    assert text(parsed(woven(made, spans))) == made.text.encode()


@settings(max_examples=300, deadline=None)
@given(transcripts())
def test_groups_live_or_die_whole(drawn):
    """The elements of one span that is never cut are all there or none is."""
    made, spans = drawn
    settled = settle(made, spans)
    for span in spans:
        if span.class_ in {"gap", "choice", "expan"}:
            placed = [node.piece.element for node in nodes(settled) if node.span is span and node.piece.element not in {"seg", "hi"}]
            assert placed == [] or set(placed) == {piece.element for piece in span.pieces}


@settings(max_examples=300, deadline=None)
@given(transcripts())
def test_chains_are_complete(drawn):
    """The parts of a cut element point at each other, and only the first has the opening mark and the last the closing one."""
    root = etree.fromstring(woven(*drawn))
    by_id = {element.get("{http://www.w3.org/XML/1998/namespace}id"): element for element in root.iter(f"{{{TEI}}}*")}
    for element in root.iter(f"{{{TEI}}}*"):
        for name, back in (("next", "prev"), ("prev", "next")):
            if element.get(name):
                other = by_id[element.get(name)[1:]]
                assert by_id[other.get(back)[1:]] is element


def documents(count: int, folder: Path) -> list[Path]:
    """Write *count* random TEI files and return their paths."""
    paths = []

    @settings(max_examples=count, database=None, derandomize=True, deadline=None)
    @given(transcripts())
    def write(drawn):
        paths.append(folder / f"{len(paths)}.xml")
        paths[-1].write_bytes(woven(*drawn))

    write()
    return paths


def test_valid_by_jing(tmp_path):
    """What is woven of random spans is valid by tei_all under jing."""
    jing, grammar = program("jing"), shared("tei/rng/tei_all.rng")
    paths = documents(1500, tmp_path)
    done = subprocess.run([jing, str(grammar), *map(str, paths)], capture_output=True, text=True, check=False)

    assert done.stdout == ""


def test_reformatting_keeps_text(tmp_path):
    """An editor that reformats the file (`xmllint --format`) or canonicalizes it loses no character of the transcript."""
    xmllint = program("xmllint")
    for path in documents(150, tmp_path):
        before = text(parsed(path.read_bytes()))
        formatted = subprocess.run([xmllint, "--format", str(path)], capture_output=True, check=True).stdout
        canonical = etree.tostring(parsed(path.read_bytes()), method="c14n")

        assert (text(parsed(formatted)), text(parsed(canonical))) == (before, before)


def test_text_needs_no_profile(tmp_path):
    """Another process that has the file and nothing else gives the transcript back."""
    made = source("Title\r\n\r\nA. One [two] three\r\n\r\n\r\nB. Four\f\r\n")
    path = tmp_path / "x.xml"
    path.write_bytes(woven(made, [Span(14, 19, "bracket", "supplied", "r", "e", pieces=(Piece("supplied", 14, 19, (), 1, 1),))]))
    code = (
        "import sys; from lxml import etree; from tei_edition import text;"
        f"sys.stdout.buffer.write(text(etree.parse({str(path)!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout == made.text.encode()


@pytest.mark.parametrize("count", [2_000])
def test_time_is_linear(count):
    """Ten times the brackets on one line take at most some twenty times the time: no step looks at everything again."""

    def seconds(number: int) -> float:
        made = source("[a] b " * number)
        spans = [
            Span(n * 6, n * 6 + 3, "bracket", "supplied", "r", "e", pieces=(Piece("supplied", n * 6, n * 6 + 3, (), 1, 1),))
            for n in range(number)
        ]
        start = time.process_time()
        text(parsed(woven(made, spans)))
        return time.process_time() - start

    seconds(100)
    few = max(seconds(count), 0.02)

    assert seconds(count * 10) < few * 25


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40))
def test_instructions_hold_any_character(value):
    """What an instruction holds is printable ASCII, and comes back as it was."""
    escaped = instruction.escape(value)

    assert instruction.unescape(escaped) == value
    assert all(" " <= character <= "~" for character in escaped)
    assert "?>" not in escaped
