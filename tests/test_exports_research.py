"""Texts and tables for research: each is read by the program it is for, and gives back the very text."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tei_edition import intervening
from tei_edition.conversion import convert_bytes
from tei_edition.edition import Edition, Licence
from tei_edition.errors import UsageError
from tei_edition.exports import datasets, parquet, platforms, speeches, web_annotations
from tei_edition.exports._known import rows
from tei_edition.exports._known.document import Document
from tests.conftest import ROOT, absent, program
from tests.families import FAMILIES, encoded
from tests.teidoc import document

BOARD = """Meeting of the Harbour Board, May 4, 1921

HOLM: =1+1 The pier [at Wexford] cost [2 lines not declassified] more, "old" [1.5 lines not declassified].

It was late.

MARLOW: -I wrote to [Johann] Holm. [Laughter.] He said: [illegible] wait the ferr[y]. 😀 [illegible] wait

HOLM: Yes.

[Source: Harbour Archive, box 3.]
"""
NOTES = Edition(
    title="Notes_of *1921*", editors=("Doe, Jane",), language="en-IE", description="1. What was said.\n<script>", keywords=("harbours",),
    licence=Licence("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("=+-@'\",\t\r\n\\\x85\u2028"), max_size=40)


def board(newline: str = "\n") -> Document:
    """Return a small meeting as a document."""
    return Document("board", convert_bytes(BOARD.replace("\n", newline).encode(), Edition(language="en"), "board.txt").tree)


def made(platform: str, *read: Document, edition: Edition = NOTES) -> dict[str, bytes]:
    """Return the files of an export by their names."""
    found: dict[str, bytes] = {}
    for file, piece in platforms()[platform].files(iter(read), edition):
        found[file] = found.get(file, b"") + piece
    return found


def lines(data: bytes) -> list[dict[str, Any]]:
    """Return the rows of JSON Lines."""
    return [json.loads(line) for line in data.decode().split("\n") if line]


def test_every_table_has_the_same_rows(tmp_path: Path) -> None:
    """pandas reads JSON Lines, CSV and Parquet to the same rows, whose texts are those of the transcript."""
    found = made("speeches", board()) | made("parquet", board())
    for name, data in found.items():
        (tmp_path / name).write_bytes(data)
    first = pd.read_json(tmp_path / "speeches.jsonl", lines=True, dtype=False)
    second = pd.read_csv(tmp_path / "speeches.csv", keep_default_na=False).map(lambda one: speeches.uncell(one) if isinstance(one, str) else one)
    third = pd.read_parquet(tmp_path / "speeches.parquet")
    assert first.to_dict("records") == second.to_dict("records") == third.to_dict("records") == lines(found["speeches.jsonl"])
    assert [text in BOARD for text in third["text"]] == [True, True, True]
    assert third["redacted_lines"].tolist() == [3.5, 0.0, 0.0]


def test_parquet_has_typed_columns_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every column has its kind though all of its cells are empty; many documents make several groups."""
    monkeypatch.setattr(parquet, "GROUP", 100)
    for count, groups in ((0, 0), (3, 3)):
        table = pq.ParquetFile(io.BytesIO(made("parquet", *[board()] * count)["speeches.parquet"]))
        assert [(field.name, str(field.type)) for field in table.schema_arrow] == [
            (name, kind.replace("float64", "double")) for name, kind in rows.SPEECH.items()]
        assert (table.metadata.num_rows, table.num_row_groups) == (3 * count, groups)


def test_parquet_says_which_extra_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the error names the extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'tei-edition\[parquet\]'"):
        made("parquet", board())


@given(st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_a_speech_holds_is_read_back(said: list[str]) -> None:
    """CSV, JSON Lines and Parquet give every text back, formulas and separators of lines included."""
    said_rows = [dict(zip(rows.SPEECH, ("d", "i", 1, "", text, "", 1, 0, 0, 0.0, 0.0, 0.0, text, text), strict=True)) for text in said]
    table = pa.Table.from_pylist(said_rows)
    cells = speeches._csv(map(speeches.cell, row.values()) for row in said_rows).decode()
    read = [speeches.uncell(row[-1]) for row in csv.reader(io.StringIO(cells, newline=""))]
    assert read == said == [row["text"] for row in lines(rows.json_lines(said_rows))] == table["text"].to_pylist()
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in csv.reader(io.StringIO(cells, newline="")) for cell in row)


LOAD = """
import json, sys
from datasets import load_dataset
for name in ("speeches", "documents"):
    table = load_dataset(sys.argv[1], name, split="train")
    print(json.dumps([str(table.features[column].dtype) for column in table.column_names]))
    print(json.dumps([dict(row) for row in table]))
"""


def test_datasets_opens_the_folder_without_a_network(tmp_path: Path) -> None:
    """The library datasets loads both tables by their names, with the kinds the card states and the very rows."""
    found = made("datasets", board(), Document("b", document("<sp><p>A</p></sp>")))
    for name, data in found.items():
        (tmp_path / "set" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "set" / name).write_bytes(data)
    offline = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HOME": str(tmp_path / "home")}
    words = [sys.executable, "-c", LOAD, str(tmp_path / "set")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=offline, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    kinds, read, document_kinds, documents = map(json.loads, done.stdout.splitlines())
    assert (kinds, document_kinds) == (list(rows.SPEECH.values()), list(rows.DOCUMENT.values()))
    assert read == lines(found["data/speeches.jsonl"])
    assert documents == lines(found["data/documents.jsonl"])
    assert documents[0]["text"] == BOARD


def test_the_card_says_what_is_known() -> None:
    """Name, language, licence and keywords stand in the head; of an edition that states nothing the card states nothing."""
    head = yaml.safe_load(datasets.card(datasets.of_edition(NOTES)).split("---\n")[1])
    known = {key: head[key] for key in ("pretty_name", "language", "license", "tags")}
    assert known == {"pretty_name": NOTES.title, "language": ["en"], "license": "cc-by-4.0", "tags": ["harbours"]}
    bare = datasets.card(datasets.of_edition(Edition()))
    assert list(yaml.safe_load(bare.split("---\n")[1])) == ["configs", "dataset_info"]
    assert "- " not in bare.split("---\n")[2].split("## ")[0]
    own = datasets.card(datasets.of_edition(Edition(licence=Licence("https://example.org/l", "Ours"))))
    assert yaml.safe_load(own.split("---\n")[1])["license_link"] == "https://example.org/l"


@given(st.text(st.characters(categories=("L", "P", "S", "N")) | st.sampled_from(" "), min_size=1, max_size=40).filter(lambda text: text.strip() == text))
@settings(max_examples=100, deadline=None)
def test_a_card_shows_every_text_as_it_is(text: str) -> None:
    """Whatever a description holds, Markdown makes one paragraph of it with the same characters."""
    _, inline, _ = MarkdownIt().parse(datasets.escaped(text))
    assert {one.type for one in inline.children or []} == {"text"}
    assert "".join(one.content for one in inline.children or []) == text


def quoted(text: str, selector: dict[str, str]) -> list[int]:
    """Return where a client finds the quotation of *selector* in *text*, as the model of annotations says."""
    prefix = selector.get("prefix", "")
    whole = prefix + selector["exact"] + selector.get("suffix", "")
    found, at = [], text.find(whole)
    while at >= 0:
        found.append(at + len(prefix))
        at = text.find(whole, at + 1)
    return found


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_every_selector_finds_its_place(family: Any) -> None:
    """In each text every position has the words quoted, and the quotation is found there and nowhere else."""
    found = made("web-annotations", Document("a b", encoded(family).tree))
    text = found["text/a b.txt"].decode()
    page = json.loads(found["annotations/a b.jsonld"])["first"]
    listed, places = intervening.placed(encoded(family).tree, "a b")
    assert len(page["items"]) == len(listed.rows) == len(places)
    for item in page["items"]:
        position, *quotations = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == "".join(one["exact"] for one in quotations)
        assert [quoted(text, one) for one in quotations] == [[position["start"]]] * len(quotations)


def test_a_quotation_has_as_much_round_it_as_tells_it_apart() -> None:
    """Where the same words stand round the same bracket again and again, each quotation is still found at its own place alone."""
    text = "HOLM: We went down to the old pier in the morning and saw that it [had] gone, and we were sorry for it then.\n\n" * 6
    read = Document("d", convert_bytes(text.encode(), Edition(language="en"), "d.txt").tree)
    items = json.loads(made("web-annotations", read)["annotations/d.jsonld"])["first"]["items"]
    selectors = [item["target"]["selector"] for item in items]
    assert len(selectors) == 6
    assert [quoted(read.text, quotation) for _, quotation in selectors] == [[position["start"]] for position, _ in selectors]


ANCHOR = """
import { readFileSync } from "node:fs";
const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = await import(process.argv[1]);
const found = [];
for (const name of process.argv.slice(2)) {
  const data = readFileSync(`${name}/text/d.txt`, "utf8");
  for (const item of JSON.parse(readFileSync(`${name}/annotations/d.jsonld`, "utf8")).first.items) {
    const places = [];
    for (const selector of item.target.selector) {
      const chunk = { data, equals: () => true };
      const chunks = { currentChunk: chunk, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false };
      const matcher = selector.type === "TextQuoteSelector" ? textQuoteSelectorMatcher : textPositionSelectorMatcher;
      for await (const range of matcher(selector)(chunks)) places.push([range.startIndex, range.endIndex]);
    }
    found.push([item.id, places, item.target.selector.length]);
  }
}
process.stdout.write(JSON.stringify(found));
"""


def test_apache_annotator_anchors_every_annotation(tmp_path: Path) -> None:
    """The selectors of Apache Annotator find each annotation at one place, the same by position and by quotation."""
    usual = ROOT / "node_modules" / "@apache-annotator" / "selector" / "lib" / "index.js"
    library = Path(os.environ.get("APACHE_ANNOTATOR", usual))
    node = program("node")
    if not library.is_file():
        absent("Apache Annotator", "`npm install @apache-annotator/selector`, or name its lib/index.js in APACHE_ANNOTATOR")
    folders = []
    for number, read in enumerate([*(Document("d", encoded(family).tree) for family in FAMILIES), _renamed(board("\r\n"))]):
        folders.append(tmp_path / str(number))
        for name, data in made("web-annotations", read).items():
            (folders[-1] / name).parent.mkdir(parents=True, exist_ok=True)
            (folders[-1] / name).write_bytes(data)
    words = [node, "--input-type=module", "-e", ANCHOR, library.as_uri(), *map(str, folders)]
    found = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    assert len(found) > 100
    assert [one for one in found if len(one[1]) != one[2] or len(set(map(tuple, one[1]))) != 1] == []


def _renamed(read: Document) -> Document:
    return Document("d", read.tree)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_positions_count_the_lines_of_the_plain_text(newline: str) -> None:
    """The plain text has line feeds, and positions count its code points, whatever ends the lines of the transcript."""
    found = made("web-annotations", board(newline))
    assert found["text/board.txt"].decode() == BOARD
    page = json.loads(found["annotations/board.jsonld"])["first"]
    exact = [BOARD[one["start"] : one["end"]] for item in page["items"] for one in item["target"]["selector"] if "start" in one]
    assert exact[:6] == ["[at Wexford]", "[2 lines not declassified]", "[1.5 lines not declassified]", "[Johann]", "[Laughter.]", "[illegible]"]


def test_an_annotation_says_what_the_model_asks_for() -> None:
    """Each has an address of its own, a type, bodies with purposes, and one target with its source beside the file."""
    whole = json.loads(made("web-annotations", board())["annotations/board.jsonld"])
    assert (whole["@context"][0], whole["type"], whole["total"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection", 9)
    items = whole["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    assert {(item["type"], item["motivation"], item["target"]["source"]) for item in items} == {("Annotation", "describing", "../text/board.txt")}
    withheld = items[1]
    assert [(body["purpose"], body["value"]) for body in withheld["body"]] == [("classifying", "redaction"), ("describing", withheld["body"][1]["value"])]
    assert withheld["body"][1]["value"].endswith("2 lines")
    assert (withheld["te:act"], withheld["te:amount"], withheld["te:bound"], withheld["te:speaker"]) == ("withheld", 2, "exactly", "HOLM")
    assert not [key for item in items for key, value in item.items() if value in ("", None, [])]


def test_addresses_are_whole_where_a_base_is_stated() -> None:
    """With a base every address begins with it."""
    edition = Edition(export_settings={"web-annotations": {"base": "https://example.org/n"}})
    whole = json.loads(made("web-annotations", board(), edition=edition)["annotations/board.jsonld"])
    item = whole["first"]["items"][0]
    assert item["id"] == "https://example.org/n/annotations/board.jsonld#i1"
    assert item["target"]["source"] == "https://example.org/n/text/board.txt"
    assert web_annotations.CONTEXT[0] in whole["@context"]
