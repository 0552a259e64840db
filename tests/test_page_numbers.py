"""The numbers of pages on lines of their own: the beginning of a page in a series, and never anybody's words."""

from __future__ import annotations

import time

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import Edition, lone
from tei_edition.encode import encode
from tei_edition.encode.transcript import text as transcript
from tests.strategies import source

TALK = ("Talk about the barn", "Holm: It is late.", "Dray: Not yet, I", "so let us go on.", "Holm: It is dark.", "Dray: Then go.", "Holm: I go.")


def made(*paragraphs):
    """Return the TEI of a transcript of *paragraphs* and the codes of its findings, after seeing that it gives the text back."""
    read = source("\n\n".join(paragraphs) + "\n")
    (annotation,) = annotate([read], lone())
    found = encode(annotation, Edition())
    assert transcript(found.tree).decode() == read.text
    return found.tree.getroot(), [finding.code for finding in found.findings]


def numbers(root):
    """Return the numbers of the pages that begin in *root*."""
    return [element.get("n") for element in root.iterfind(".//{*}text//{*}pb")]


def turns(root):
    """Return each turn as its paragraphs."""
    return [["".join(p.itertext()) for p in sp.iterfind("{*}p")] for sp in root.iterfind(".//{*}sp")]


FORMS = [
    "- {} -", "-{}-", "– {} –", "— {} —", "--{}--", "[{}]", "{}", "Page {}", "page {} of 9", "p. {}", "Seite {}", "S. {}", "– Seite {} –", "Bl. {}",
    "стр. {}", "л. {}", "pág. {}", "pag. {}", "str. {}", "strana {}", "blz. {}", "bladzijde {}", "página {}", "σελ. {}", "/{}/", "| {} |", "({})",
]


@pytest.mark.parametrize("form", FORMS)
def test_numbers_that_go_up_are_pages(form):
    """In each form the numbers of a series are pages: a turn goes on over them, and the labels before and after are neighbours."""
    title, one, two, goes_on, *rest = TALK
    root, findings = made(title, one, two, form.format(2), goes_on, rest[0], form.format(3), rest[1], form.format(4), rest[2])
    assert numbers(root) == ["2", "3", "4"]
    assert turns(root) == [["It is late."], ["Not yet, I", "so let us go on."], ["It is dark."], ["Then go."], ["I go."]]
    assert "page-doubtful" not in findings


def test_a_page_within_a_turn_stands_in_it_and_one_between_turns_between_them():
    """Where the same speaker goes on the page begins in the turn."""
    title, one, two, goes_on, *rest = TALK
    root, _ = made(title, one, two, "- 2 -", goes_on, "- 3 -", *rest)
    assert [element.getparent().tag.rpartition("}")[2] for element in root.iterfind(".//{*}text//{*}pb")] == ["sp", "div"]


def test_a_line_within_a_wrapped_paragraph_is_a_page():
    """A number that stands alone in a line of a paragraph is a page in the series, and the line is none."""
    wrapped = "Holm: {} I go home by the mill and I take\nthe lamp, since it is dark and the\n- {} -\nroad is bad at this time of the\nyear, as all of us know."
    root, _ = made("Talk about the barn", wrapped.format("Yes.", 2), "Dray: Not yet.", wrapped.format("No.", 3), "Dray: Then go.")
    assert (numbers(root), len(turns(root))) == (["2", "3"], 4)
    assert all(element.getprevious() is None or element.getprevious().tag.endswith("}lb") for element in root.iterfind(".//{*}p/{*}pb"))


def test_a_page_break_and_the_number_beside_it_are_one_page():
    """A form feed before or after the number of a page makes no second page."""
    title, one, two, goes_on, *rest = TALK
    root, _ = made(title, one, two, "\f- 2 -", goes_on, "\f- 3 -", *rest)
    assert numbers(root) == ["2", "3"]


def test_numbers_at_the_foot_number_the_page_that_ends():
    """Where a page break follows each number, the page that begins there has the number printed next."""
    title, one, two, goes_on, *rest = TALK
    root, _ = made(title, one, two, "- 1 -\f", goes_on, rest[0], "- 2 -\f", *rest[1:], "- 3 -")
    assert numbers(root) == ["2", "3", None]


def test_a_label_at_the_foot_of_a_page_speaks_on_the_next():
    """Between a label on a line of its own and its speech a page may begin."""
    root, _ = made("Talk about the barn", "HOLM", "It is late.", "DRAY", "- 2 -", "Not yet.", "HOLM", "It is dark.", "- 3 -", "DRAY", "Then go.")
    assert turns(root) == [["It is late."], ["Not yet."], ["It is dark."], ["Then go."]]


@pytest.mark.parametrize("line", ["- 7 -", "Page 7", "7", "(7)"])
def test_a_number_without_a_series_is_nobodys_words_and_told(line):
    """Alone in a talk it is no speech; it is a page in doubt, which the file says, and a finding."""
    title, one, two, goes_on, *rest = TALK
    root, findings = made(title, one, f"{two}.", line, f"So {goes_on}", *rest)
    assert (numbers(root), findings.count("page-doubtful")) == (["7"], 1)
    assert [element.get("cert") for element in root.iterfind(".//{*}certainty[@locus='name']")] == ["low"]


def test_a_number_over_which_a_sentence_goes_on_is_a_page():
    """A letter of two pages has one number; the sentence that goes on over it shows what it is."""
    root, findings = made("Bern, 3 May 1950", "Dear Sir,", "I have seen the barn and I", "- 2 -", "say that it is dry.", "Yours truly,", "A. Holm")
    assert (numbers(root), "page-doubtful" in findings) == (["2"], False)


def test_a_number_that_answers_is_an_answer():
    """Right after a label on a line of its own a number is what is said."""
    root, _ = made("Talk", "HOLM", "How many?", "DRAY", "12", "HOLM", "And then?", "DRAY", "14", "HOLM", "Well.", "DRAY", "16")
    assert (numbers(root), turns(root)[1]) == ([], ["12"])


@pytest.mark.parametrize("paragraphs", [
    ["Report", "1", "The barn is old and dry.", "2", "The mill is new.", "3", "The road is bad."],
    ["Report", "The votes were:", "12", "17", "19"],
    ["Report", "1951", "The barn was built.", "1963", "The mill was built.", "1970", "The road was built."],
    ["1984", "The barn is old and dry.", "The mill is new."],
], ids=["sections", "votes", "years", "title"])
def test_numbers_that_count_other_things_are_text(paragraphs):
    """Sections, sums and years are no pages, nor is a title that is a number."""
    root, _ = made(*paragraphs)
    assert numbers(root) == []


def test_a_number_out_of_its_order_is_in_doubt():
    """A number that does not go up is no part of the series."""
    title, one, two, goes_on, *rest = TALK
    root, findings = made(title, one, two, "- 2 -", goes_on, "- 3 -", rest[0], "- 2 -", rest[1], "- 4 -", rest[2])
    assert (numbers(root), findings.count("page-doubtful")) == (["2", "3", "2", "4"], 1)


def test_each_document_of_a_file_counts_for_itself():
    """The numbers begin anew in the next document."""
    title, one, two, goes_on, *rest = TALK
    letter = [title, one, two, "- 2 -", goes_on, "- 3 -", *rest]
    root, findings = made(*letter, "=====", *letter)
    assert (numbers(root), "page-doubtful" in findings) == (["2", "3"] * 2, False)


def test_a_number_before_the_title_leaves_it_the_title():
    """The number of the first page is no title."""
    root, _ = made("- 1 -", *TALK, "- 2 -", "Dray: Go.")
    assert [head.text for head in root.iterfind(".//{*}text//{*}head")] == ["Talk about the barn"]


def test_page_numbers_are_read_in_linear_time():
    """Nine hundred of them take no more than 25 times what ninety take."""
    def seconds(many):
        read = source("\n\n".join(f"Holm goes on and on {n} and\n\n- {n} -\n\nfurther." for n in range(1, many)))
        start = time.process_time()
        annotate([read], lone())
        return time.process_time() - start

    seconds(20)
    assert seconds(900) < 25 * max(seconds(90), 0.01)
