r"""
References as BibTeX (``references.bib``): the edition as ``@book``, each document as ``@incollection``.

The fields are those of BibTeX and biblatex (``date`` and ``origdate`` are only the latter's). Titles stand in double braces, so
that no style changes their capitals, and so do names that are not parted. What TeX reads as a command is written so that it prints.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_edition.exports._forms.dates import parts, year
from tei_edition.exports._known.works import works

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.people import PersonName
    from tei_edition.exports._known.works import Work

TITLE = "References to the edition and its documents as BibTeX"
FOR = "LaTeX, JabRef, Zotero"
CHECKED = "bibtexparser: every field is read back"

NAME = "references.bib"

PRINTED = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}", "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
"""How TeX prints the characters that are commands to it."""

SPECIAL = re.compile("[" + re.escape("".join(PRINTED)) + "]")
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)|(?<=,)(?=,)")
"""Where TeX would print two characters as one other."""
JOINED = re.compile(r"(?i)(?<!\S)and(?!\S)|,")


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the references, one after the other."""
    yield NAME, b""
    for work in works(documents, edition):
        fields = "".join(f"  {key} = {{{value}}},\n" for key, value in reference(work).items() if value)
        yield NAME, f"@{kind(work)}{{{work.key},\n{fields}}}\n\n".encode()


def kind(work: Work) -> str:
    """Return the kind of entry that *work* is."""
    if work.container:
        return "incollection" if work.container.title else "misc"
    return "misc" if work.made else "book"


def reference(work: Work) -> dict[str, str]:
    """Return the fields of *work*, as they are written between braces; empty where nothing is known."""
    of = work.container or work
    return {
        "title": f"{{{printed(work.title)}}}",
        "author": _names(work.authors),
        "editor": _names(of.editors),
        "translator": _names(work.translators),
        "booktitle": f"{{{printed(of.title)}}}" if work.container and of.title else "",
        "publisher": f"{{{printed(of.publisher)}}}" if of.publisher else "",
        "address": printed(of.place),
        "year": year(of.date),
        "date": of.date if parts(of.date) else "",
        "origdate": work.made if parts(work.made) else "",
        "abstract": printed(work.description),
        "keywords": ", ".join(map(_part, work.keywords)),
        "language": printed(work.language or of.language),
        "url": quote(work.address, safe="%/:?#[]@!$&'()*+,;=~"),
        "doi": quote(work.doi, safe="/:;()[]<>.,+=@!$&'*~"),
    }


def printed(text: str) -> str:
    r"""
    Return *text* as TeX prints it, on one line.

    >>> print(printed("50% of {A} & B_1"))
    50\% of {\textbraceleft}A{\textbraceright} \& B\_1
    """
    whole = re.sub(r"\s+", " ", text.strip(), flags=re.ASCII)
    return LIGATURE.sub("{}", SPECIAL.sub(lambda match: PRINTED[match[0]], whole))


def _names(people: Iterable[PersonName]) -> str:
    """Return names as BibTeX parts them; a name that is not parted, or has what parts names, stands in braces."""
    return " and ".join(
        f"{{{printed(one.literal)}}}" if one.literal else f"{_part(one.family)}, {_part(one.given)}" for one in people
    )


def _part(name: str) -> str:
    """Return a part of a name, or a keyword, in braces where a reader would part it, or read a command in it otherwise than TeX."""
    return f"{{{printed(name)}}}" if JOINED.search(name) or SPECIAL.search(name) else printed(name)
