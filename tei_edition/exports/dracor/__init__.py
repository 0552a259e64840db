"""
Plays and conversations as TEI for DraCor, one file each in ``tei/``.

Source: DraCor's encoding guidelines (https://dracor.org/doc/odd) and what its API reads. ``corpus`` is the short name of the corpus in
small letters; an id is that and six digits, by which the documents are counted, unless a document has such an ``xml:id`` itself.
Documents in which nobody is named who speaks are left out. Who speaks is listed with an ``xml:id``, a label without a person too; each
``sp/@who`` leads there. DraCor takes paragraphs of a speech for spoken but for notes and stage directions: words of the editor become
notes, events stage directions, with their brackets. A division of a type that DraCor does not know is a ``part``. The date of creation
is the year of writing; sex and Wikidata items stand only where they are stated. Lists apart from the text are left out. A licence must
be stated.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode.weave import ID, TEI
from tei_edition.errors import SettingsError
from tei_edition.exports._forms.names import Names
from tei_edition.exports._known.needed import needed
from tei_edition.exports.dracor import _header, _text
from tei_edition.fields import TEXT, Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "TEI for DraCor: characters, speeches, stage directions, sources and years"
FOR = "DraCor, network analysis of drama"
CHECKED = "not checked by the platform: its documented features are tested, and TEI's own schema"

SETTINGS = (Field("corpus", TEXT, "short name of the corpus, in small letters: the beginning of its ids", '"har"'),)
WHOLE = re.compile(r"[a-z]+[0-9]{6}")


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the plays of *documents*; it needs the short name of the corpus, and a licence of the documents or the *edition*."""
    corpus = needed(edition, "export.dracor.corpus", "dracor", "the ids of DraCor begin with it")
    if not re.fullmatch("[a-z]+", corpus):
        raise SettingsError(f'corpus of [export.dracor] is "{corpus}"; it must be letters from a to z, such as "har"')
    names, taken, number = Names(), set[str](), 0
    for document in documents:
        root = document.tree.getroot()
        if not _header.named(root):
            continue
        own = str(root.get(ID) or "")
        if not WHOLE.fullmatch(own) or own in taken:
            number += 1
            own = f"{corpus}{number:06}"
        taken.add(own)
        yield f"tei/{names.fresh(document.name)}.xml", _play(document, own, edition)


def _play(document: Document, id_: str, edition: Edition) -> bytes:
    """Return *document* as DraCor wants it."""
    tree = deepcopy(document.tree)
    root = tree.getroot()
    root.set(ID, id_)
    root.set("type", "dracor")
    _header.convert(root, edition)
    _text.convert(tree)
    for lists in root.findall(f"{{{TEI}}}standOff"):
        root.remove(lists)
    _unlink(root)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"


def _unlink(root: etree._Element) -> None:
    """Take off pointers to what is not there any more."""
    there = {f"#{one.get(ID)}" for one in root.iter() if one.get(ID)}
    for element in root.iter():
        for name in ("ref", "resp", "ana", "corresp", "next", "prev", "toWhom", "target", "calendar"):
            words = (element.get(name) or "").split()
            if any(word.startswith("#") and word not in there for word in words):
                kept = " ".join(word for word in words if not word.startswith("#") or word in there)
                if kept:
                    element.set(name, kept)
                else:
                    element.attrib.pop(name, "")
