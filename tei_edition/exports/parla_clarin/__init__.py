"""
Parla-CLARIN, a corpus of speeches in TEI: ``corpus.xml`` has the header and includes the documents, one file each, by XInclude.

Source: Parla-CLARIN (https://clarin-eric.github.io/parla-clarin/). A turn is a `u` with one `seg` for each paragraph, its label a
`note type="speaker"` before it; stage directions are an `incident` or a `note`; what is no speech keeps its element, or is a `note`
with the name of it. Who speaks is listed in the corpus: entries of one id that state the same are one. Ids begin with the name of the
document, so that they are unique in the corpus. Each word of the text is kept. Parla-CLARIN is TEI 4.4: elements that it lacks give way
to their content, and `standOff`, `refsDecl` and the layout of the transcript are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from lxml import etree

from tei_edition.encode.weave import TEI, XML
from tei_edition.exports._known.needed import needed
from tei_edition.exports.parla_clarin._header import Register, of_corpus, of_document
from tei_edition.exports.parla_clarin._kept import ID, Keeper
from tei_edition.exports.parla_clarin._text import Reader, words
from tei_edition.ncname import begins, is_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Parla-CLARIN: a corpus with utterances, segments and a list of speakers"
FOR = "corpus linguistics, tools for parliamentary corpora"
CHECKED = "jing with the schema of Parla-CLARIN; the words counted before and after"

CORPUS = "corpus"
INCLUDE = "http://www.w3.org/2001/XInclude"
LANG = f"{{{XML}}}lang"


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the corpus of *documents*; it needs the title of the *edition*."""
    title = needed(edition, "title", "parla-clarin", "a corpus has a title")
    register, languages, names = Register(), set[str](), list[str]()
    counts = {"texts": 0, "speeches": 0, "words": 0}
    taken = {CORPUS}
    for document in documents:
        name = _free(document.name, taken)
        made = _document(document.tree, name, register)
        spoken = words(made.iterfind(f".//{{{TEI}}}u/{{{TEI}}}seg"))
        for unit, number in (("texts", 1), ("speeches", sum(1 for _ in made.iter(f"{{{TEI}}}u"))), ("words", spoken)):
            counts[unit] += number
        languages.add(document.facts.language)
        names.append(name)
        yield f"{name}.xml", _bytes(made)
    corpus = etree.Element(f"{{{TEI}}}teiCorpus", {ID: CORPUS, LANG: _language(edition, languages)}, nsmap={None: TEI, "xi": INCLUDE})  # type: ignore[dict-item]
    corpus.append(of_corpus(edition, title, languages, counts, register))
    for name in names:
        etree.SubElement(corpus, f"{{{INCLUDE}}}include", href=quote(f"{name}.xml"))
    yield f"{CORPUS}.xml", _bytes(corpus)


def _document(tree: etree._ElementTree, name: str, register: Register) -> etree._Element:
    """Return the document *tree* in Parla-CLARIN, called *name*; those who take part go into *register*."""
    root = tree.getroot()
    ids = {str(one.get(ID)): f"{name}.{one.get(ID)}" for one in root.iter() if one.get(ID)}
    keeper = Keeper({**ids, **register.take(tree, name)})
    made = keeper.empty(root, "TEI")
    made.set(ID, name)
    header, text = root.find(f"{{{TEI}}}teiHeader"), root.find(f"{{{TEI}}}text")
    made.append(of_document(header if header is not None else root, keeper))
    if text is not None:
        made.append(Reader(keeper).text(text))
    return made


def _free(name: str, taken: set[str]) -> str:
    """
    Return the id that is made of *name* and is not *taken*; from now on it is.

    >>> taken = {"corpus"}
    >>> [_free(name, taken) for name in ("1986-11-13", "a b", "a_b", "corpus", "отчёт")]
    ['d1986-11-13', 'a_b', 'a_b-2', 'corpus-2', 'отчёт']
    """
    safe = "".join(character if is_id(f"a{character}") else "_" for character in name)
    first = safe if safe and begins(safe[0]) else f"d{safe}"
    number, free = 1, first
    while free.casefold() in taken:
        number += 1
        free = f"{first}-{number}"
    taken.add(free.casefold())
    return free


def _language(edition: Edition, languages: set[str]) -> str:
    """Return the language of the corpus: that of all documents, ``mul`` where there are several."""
    if len(languages) > 1:
        return "mul"
    return next(iter(languages), edition.language)


def _bytes(root: etree._Element) -> bytes:
    """Return the document with *root* as a file."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
