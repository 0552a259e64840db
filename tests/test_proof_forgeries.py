"""Whatever is put into a page beside the transcript is found by the proof, or counted by it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from tei_edition.encode.transcript import characters_of
from tei_edition.errors import ProofError
from tei_edition.outputs import html
from tei_edition.proof import Output, certificate, prove_html
from tei_edition.proof.kinds import GENERATING, HEAD, KINDS, TEXT
from tests.conftest import ROOT
from tests.pages import rich
from tests.teidoc import document
from tests.test_html import LINKS, grammar

JSON = {"map", "array", "string"}
"""The elements from which the stylesheet makes the data for machines."""

TREE = rich(title="Another title")
WORDS = characters_of(TREE)[0]
PAGE = html.render(TREE, LINKS)

FORGERIES = {
    "a paragraph before main": ("<main>", "<p>secret</p><main>", "“secret” are not the transcript's"),
    "a paragraph before the end of main": ("</main>", "<p>secret</p></main>", "“secret” are not the transcript's"),
    "words of the body": ("<main>", "secret<main>", "“secret” are not the transcript's"),
    "words after the page": ("</html>", "</html>secret", "does not end where its body ends"),
    "words between two ends": ("</body>", "</body></html>secret</body>", "does not end where its body ends"),
    "an empty kind": ("</article>", '<span data-generated="">secret</span></article>', "“” is no kind"),
    "an unknown kind": ("</article>", '<span data-generated="words">secret</span></article>', "“words” is no kind"),
    "an unknown kind in a known": ("</dl>", '<dd data-generated="words">secret</dd></dl>', "“words” is no kind"),
    "words of a note's mark": ("</article>", '<a data-generated="note-mark">secret</a></article>', "not the words of the kind"),
    "words in a button": ("</article>", '<button data-generated="explanation">secret</button></article>', "not the words of the kind"),
    "a false permalink": ("</article>", '<a data-generated="permalink" href="#p1">secret</a></article>', "not the words of the kind"),
    "facts within the text": ("</article>", '<p data-generated="facts">secret</p></article>', "of the kind “facts” here"),
    "a second title": ("</main>", '<p data-generated="title">secret</p></main>', "of the kind “title” here"),
    "a second front": ("</article>", '<p data-generated="furniture">secret</p></article>', "of the kind “furniture” here"),
    "a rule that hides": ("</style>", ".p { display: none }</style>", "the style sheet is not the one"),
    "a rule that adds": ("<style>", '<style>.p::before { content: "secret" }', "the style sheet is not the one"),
    "a false running head": ("{@top-center{content:&quot;", "{@top-center{content:&quot;secret", "the style sheet is not the one"),
    "a second style sheet": ("</main>", "<style>.p { display: none }</style></main>", "2 style sheets"),
    "a linked style sheet": ("</head>", '<link rel="stylesheet" href="a.css"></head>', "no page has this in its head"),
    "a script": ("</body>", "<script>document.body.append('secret')</script></body>", "the script is not the one"),
    "a linked script": ("</body>", '<script src="a.js"></script></body>', "the script is not the one"),
    "a style attribute": ('<article class="transcript"', '<article class="transcript" style="display:none"', "this style attribute"),
    "a hidden text": ('<article class="transcript"', '<article class="transcript" hidden', "the attribute “hidden”"),
    "a hidden page": ("<body>", "<body hidden>", "the attribute “hidden”"),
    "code in an attribute": ("<main>", "<main onclick='a()'>", "the attribute “onclick”"),
    "a picture": ("</article>", '<img src="data:image/png;base64,AA"></article>', "no text of a page has this element"),
    "text folded away": ("</article>", "<details></details></article>", "no text of a page has this element"),
    "a picture of the frame": ("</main>", '<img src="a.png"></main>', "no page has this element here"),
    "a comment": ("</article>", "<!-->secret--></article>", "comments or instructions"),
    "another view": ('value="clean"', 'value="clean" checked', "first shows the text as published"),
    "another encoding": ('<meta charset="UTF-8">', '<meta charset="UTF-7">', "not stated as UTF-8"),
    "a redirection": ("</head>", '<meta http-equiv="refresh" content="0;url=a"></head>', "no page has this in its head"),
}


def forged(old: str, new: str) -> str:
    """Return the page with the first *old* replaced by *new*."""
    old, new = old.replace("&quot;", '"'), new.replace("&quot;", '"')
    assert old in PAGE
    return PAGE.replace(old, new, 1)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_page_is_not_proved(name: str) -> None:
    """A page with anything that this package does not write is not proved, and the finding says what it is."""
    old, new, said = FORGERIES[name]
    with pytest.raises(ProofError, match=said):
        prove_html(WORDS, forged(old, new).encode())


def test_the_place_of_a_forgery_is_told() -> None:
    """A generated part of no known kind is told at the place of the transcript that it follows."""
    page = PAGE.replace("About   the", 'About <span data-generated="">secret</span> the', 1)
    line = WORDS[: WORDS.index("About")].count("\n") + 1
    with pytest.raises(ProofError, match=rf"t\.txt:{line}:9: line \d+ of the HTML, <span> “secret”: “” is no kind"):
        prove_html(WORDS, page.encode(), "t.txt")


def counted(page: str) -> dict[str, dict[str, int]]:
    """Return what the certificate says is generated in *page*."""
    output = Output("a.html", page.encode(), prove_html(WORDS, page.encode()))
    entry: dict[str, dict[str, int]] = json.loads(certificate("t.txt", WORDS.encode(), [output]))["outputs"][0]["generated"]
    return entry


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("facts", lambda page: page.replace("</dl>", "<div><dd>a secret</dd></div></dl>", 1)),
        ("title", lambda page: page.replace("Another title</h1>", "Another title, a secret</h1>", 1)),
        ("label of an intervention", lambda page: re.sub('data-label="', 'data-label="a secret ', page, count=1)),
    ],
)
def test_words_added_to_a_generated_part_are_counted(kind: str, change: Callable[[str], str]) -> None:
    """The certificate says of each kind how many elements and how many words are generated."""
    before, after = counted(PAGE), counted(change(PAGE))

    assert before[kind]["elements"] == after[kind]["elements"] > 0
    assert before[kind]["words"] + 2 == after[kind]["words"]


def test_the_kinds_are_those_of_the_stylesheet() -> None:
    """The kinds that the proof knows are those that the stylesheet writes, no more and no fewer."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "xslt" / "html").glob("*.xsl")]

    assert {kind for source in sources for kind in re.findall('data-generated="([^"]*)"', source)} == KINDS.keys()
    assert not any(re.search("name=.data-generated", source) for source in sources)


def test_the_elements_are_those_of_the_stylesheet() -> None:
    """No element that the stylesheet writes is unknown to the proof."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "xslt" / "html").glob("*.xsl")]
    written = {name for source in sources for name in re.findall(r"<([a-z][a-z0-9]*)[ />]", source)}

    assert written <= TEXT | GENERATING | HEAD | {"html", "body", "article", *JSON}


@pytest.mark.parametrize("name", grammar())
def test_every_element_of_the_schema_is_proved(name: str) -> None:
    """A page with any element that the schema allows, whatever its type, is proved."""
    tree = document(f"<div type='legend'><p xml:id='p1'>a <{name} type='skip' rend='strikethrough' n='2'>b</{name}> c</p></div>")

    page = html.render(tree).encode()
    assert prove_html("a c" if name == "graphic" else characters_of(tree)[0], page)


def test_no_type_of_the_text_hides_it() -> None:
    """What the style sheet hides it names by elements that no text becomes, or in the view that leaves it out."""
    css = (ROOT / "xslt" / "html" / "edition.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{[^{}]*(?:display: none|opacity: 0;|block-start: -10rem)[^{}]*\}", css)
    known = r"(nav|aside|button|details|fieldset|ul|a|h3)[.:]|\[popover\]|\.contents:is\(|#about |:root:has\(#view-clean:checked\)|\.views input"

    hiding = [part.strip() for rule in rules for part in re.split(r",(?![^(]*\))", rule.split("*/")[-1])]
    assert len(hiding) > 15
    assert [part for part in hiding if not re.match(rf"(\.transcript )?({known})", part)] == []
