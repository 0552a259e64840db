"""The forms of documents: several in one file, marks of classification, fields, addresses, signatures, numbered headings."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.encode.transcript import text as transcript
from tei_edition.ingest import txt
from tei_edition.outputs import pdf


def tree(text):
    """Return the TEI of *text*, after seeing that it gives the text back."""
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], Edition())
    found = encode(annotation, Edition()).tree
    assert transcript(found) == text.encode()
    return found.getroot()


def said(root, path):
    """Return the words of each element at *path*."""
    return ["".join(element.itertext()) for element in root.iterfind(f".//{{*}}text//{path}")]


@pytest.mark.parametrize("mark", [
    "SECRET", "TOP SECRET/SENSITIVE", "Confidential", "Совершенно секретно", "Streng geheim", "Très secret", "Segretissimo", "Muy secreto",
    "Přísně tajné", "Zeer geheim",
])
@pytest.mark.parametrize("above", [True, False])
def test_a_mark_of_classification_stands_in_the_opener(mark, above):
    """Above or under the title, a mark of classification is no title and no heading, in each language."""
    lines = [mark, "Report on the barn"] if above else ["Report on the barn", mark]
    root = tree("\n\n".join([*lines, "The barn is old and dry."]) + "\n")
    assert (said(root, "{*}opener/{*}seg[@type='classification']"), said(root, "{*}head")) == ([mark], ["Report on the barn"])


@pytest.mark.parametrize("line", ["Secret talks about the barn began", "Confidential matters: the barn.", "Secretary Holm"])
def test_a_line_that_says_more_is_no_mark(line):
    """A title or a sentence that begins with such a word is none."""
    assert said(tree(f"Report\n\n{line}\n\nThe barn is old and dry.\n"), "{*}seg") == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_fields_are_labels_and_items(between):
    """The fields at the head of a memorandum are the pairs of one list, whether each is a paragraph or a line."""
    root = tree("Memorandum\n\n" + between.join(["TO: The Keeper", "FROM: A. Holm", "SUBJECT: The barn"]) + "\n\nThe barn is old and dry.\n")
    assert said(root, "{*}argument/{*}list/{*}label") == ["TO:", "FROM:", "SUBJECT:"]
    assert said(root, "{*}argument/{*}list/{*}item") == ["The Keeper", "A. Holm", "The barn"]


def test_a_field_may_stand_over_what_it_says():
    """A word in capitals on a line of its own has the next line for its item."""
    root = tree("Minutes\n\nSUBJECT\n\nThe barn\n\nThe barn is old and dry.\n")
    assert (said(root, "{*}label"), said(root, "{*}item")) == (["SUBJECT"], ["The barn"])


@pytest.mark.parametrize(("field", "when"), [("DATE: 3 May 1921", "1921-05-03"), ("Datum: 3. Mai 1921", "1921-05-03"), ("Дата: 3 мая 1921 г.", "1921-05-03")])
def test_the_field_of_the_date_dates_the_document(field, when):
    """The date that a field states is the document's."""
    root = tree(f"Memorandum\n\n{field}\n\nThe barn is old and dry, and it has stood for a hundred years.\n")
    assert root.find(".//{*}creation/{*}date").get("when") == when


def test_a_letter_for_a_speaker_is_no_field():
    """A single letter with a colon, which opens a field in some languages, is none where it stands alone."""
    assert said(tree("Report\n\nA: the barn is old.\n\nIt is dry, too, and it has a roof.\n"), "{*}label") == []


def test_the_lines_before_a_salutation_are_an_address():
    """Short lines right before the salutation are the address; the first of them is no title."""
    root = tree("The Keeper\nHarbour Office\nBellmouth\n\nDear Sir,\n\nThe barn is old.\n\nYours faithfully,\n\nA. Holm\n")
    assert (said(root, "{*}address/{*}addrLine"), said(root, "{*}head")) == (["The Keeper", "Harbour Office", "Bellmouth"], [])


@pytest.mark.parametrize("signature", [
    "(signed) A. Holm", "[signed]\n\nA. Holm", "/s/ A. Holm", "gez. Dr. Holm", "Signé : A. Holm", "Firmato: A. Holm", "Firmado: A. Holm",
    "Подпись: А. Холм", "podepsán A. Holm", "w.g. A. Holm",
])
def test_a_signature_closes_a_document(signature):
    """In each language the words for a signature, and the name under them, are the close."""
    root = tree(f"Report\n\nThe barn is old and dry, and nobody has been in it.\n\n{signature}\n")
    assert said(root, "{*}closer/{*}signed") == [line.strip("[]") for line in signature.split("\n\n")]


@pytest.mark.parametrize("end", ["Signed copies are kept in the barn.", "He signed it.", "Firma Holm"])
def test_a_sentence_about_signing_is_no_signature(end):
    """A sentence at the end that speaks of signing is a paragraph."""
    assert said(tree(f"Report\n\nThe barn is old and dry.\n\n{end}\n"), "{*}signed") == []


def test_equals_signs_part_documents():
    """Each document after a line of equals signs is a division of the text, with its own title, dateline and close."""
    root = tree("Report on the barn\n\nThe barn is old.\n\n=====\n\nDear Sir,\n\nThe barn is dry.\n\nYours,\n\nA. Holm\n\n======\n\nList\n\n4 May 1921\n\nOil.\n")
    divisions = root.findall(".//{*}body/{*}div")
    assert [division.get("type") for division in divisions] == ["document", "letter", "document"]
    assert [etree.QName(division[0]).localname for division in divisions] == ["head", "opener", "head"]
    assert said(root, "{*}trailer") == ["=====", "======"]


def test_short_counted_lines_with_text_after_each_are_headings():
    """Counted lines without a stop head sections; counted sentences are numbered paragraphs."""
    root = tree("Report\n\n1. The roof\n\nIt is old.\n\n2. The door\n\nIt is off.\n")
    assert said(root, "{*}div/{*}div/{*}head") == ["1. The roof", "2. The door"]
    root = tree("Report\n\n1. The roof is old, and it leaks.\n\nIt must go.\n\n2. The door is off.\n")
    assert [p.get("n") for p in root.iterfind(".//{*}body//{*}p")] == ["1", None, "2"]


def test_a_table_keeps_its_empty_cells():
    """A cell with nothing in it, first, within or last in its row, is a cell."""
    root = tree("Report\n\nShip\tDues\tPaid\n\t9\t800\nAda\t\t900\nOrm\t7\t\n")
    assert [[cell.text or "" for cell in row.iterfind("{*}cell")] for row in root.iter("{*}row")] == [
        ["Ship", "Dues", "Paid"], ["", "9", "800"], ["Ada", "", "900"], ["Orm", "7", ""],
    ]


@pytest.mark.parametrize("mark", ["SECRET\n\n", ""])
def test_a_title_under_a_mark_is_printed_once(mark):
    """The print makes no title of its own where the document has one under a mark of classification."""
    root = tree(f"{mark}Report on the barn\n\nThe barn is old and dry.\n")
    assert "made-title" not in pdf.markup(root.getroottree())


@pytest.mark.parametrize(("line", "when"), [
    ("Conclusions of a Meeting of the Cabinet held at 10 Well Street on Thursday, 31st July, 1947, at 10.30 a.m.", "1947-07-31"),
    ("Procès-verbal de la séance du conseil municipal de la ville tenue à la mairie le 5 juin 1923", "1923-06-05"),
    ("Протокол заседания правления колхоза, состоявшегося в здании школы 3 мая 1931 г.", "1931-05-03"),
    ("Zápis z valné schůze družstva konané v hostinci na náměstí dne 18. listopadu 1925", "1925-11-18"),
])
def test_the_line_that_says_when_a_meeting_was_held_dates_it(line, when):
    """Under the title, a line that says where and when a meeting was held is the dateline, however many words it has."""
    root = tree(f"CABINET\n\n{line}\n\nThe barn is old and dry, and it has stood for a hundred years.\n")
    assert (said(root, "{*}opener/{*}dateline"), root.find(".//{*}creation/{*}date").get("when")) == ([line], when)


def test_a_sentence_with_a_date_is_no_dateline():
    """A paragraph that tells of a meeting is text."""
    root = tree("CABINET\n\nA meeting was held on 3 May 1921. It was short and nobody spoke.\n\nThe barn is old.\n")
    assert said(root, "{*}opener/{*}dateline") == []


@pytest.mark.parametrize(("line", "heads"), [("Commonwealth v. Drury", 2), ("We met in the barn.", 1), ("Subject: the barn", 1), ("SECRET", 1)])
def test_a_short_line_between_title_and_dateline_belongs_to_the_title(line, heads):
    """It is a second head, so that the dateline after it is one; a sentence, a field or a mark of classification is none."""
    root = tree(f"The trial at the barn\n\n{line}\n\nGeneva, 3 May 1921\n\nThe barn is old and dry, and it has stood for a hundred years.\n")
    assert len(said(root, "{*}head")) == heads


def test_several_lines_of_a_title_leave_the_dateline_one():
    """The dateline under them stands in the opener."""
    root = tree("The trial at the barn\n\nDrury and others\n\nFirst day\n\nGeneva, 3 May 1921\n\nThe barn is old and dry.\n")
    assert (len(said(root, "{*}head")), said(root, "{*}opener/{*}dateline")) == (3, ["Geneva, 3 May 1921"])
