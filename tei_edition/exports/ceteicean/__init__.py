"""
A page for each document that shows the TEI itself, by CETEIcean: ``NAME.html``, the TEI beside it as ``NAME.xml``, and ``index.html``.

``script`` names the file ``CETEI.js`` of the npm package CETEIcean (its folder ``dist``), which is copied beside the pages. From
``edition.toml`` its path is that from the edition's folder. The TEI stands in the page, so that it opens without a web server. The
brackets that the markup replaces are shown as the header declares them; nothing else is added to the text. A policy in the page forbids
all scripts but these two.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition.encode import instruction, marks
from tei_edition.encode.transcript import RENDITION
from tei_edition.errors import SettingsError
from tei_edition.exports._forms.names import Names
from tei_edition.exports._known.needed import needed
from tei_edition.fields import TEXT, Field
from tei_edition.outputs.html import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document

TITLE = "Pages that show the TEI itself in the browser, by CETEIcean"
FOR = "readers and teachers of TEI, a web server or a folder on a disk"
CHECKED = "Chromium with CETEIcean: the text shown is the transcript"

SETTINGS = (Field("script", TEXT, "the file CETEI.js of the npm package CETEIcean", '"node_modules/CETEIcean/dist/CETEI.js"'),)

SCRIPT = "CETEI.js"
UNSAFE = frozenset('"\\<>&')
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' file: 'sha256-{}'; img-src 'self' file: data: https: http:; "
    "base-uri 'none'; form-action 'none'"
)
PAGE = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{css}</style>
</head>
<body>
"""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the pages of *documents*; it needs the script."""
    yield SCRIPT, _script(edition)
    heading = edition.title or "Documents"
    yield "index.html", f"{_head(heading, edition.language, 'auto', '')}<main>\n<h1>{escape(heading)}</h1>\n<ul>\n".encode()
    names = Names()
    names.of_document("index")
    for document in documents:
        name = names.of_document(document.name)
        title = document.facts.title or document.name
        yield "index.html", _entry(document, name, title).encode()
        yield f"{name}.html", _page(document, name, title).encode()
        yield f"{name}.xml", etree.tostring(document.tree, encoding="UTF-8", xml_declaration=True) + b"\n"
    yield "index.html", b"</ul>\n</main>\n</body>\n</html>\n"


def _script(edition: Edition) -> bytes:
    """Return CETEIcean. Raises `SettingsError` where it is not named, or not there."""
    named = Path(needed(edition, "export.ceteicean.script", "ceteicean", "the page runs CETEIcean, which is not part of this tool"))
    places = [edition.folder / named] if edition.folder else []
    found = next((path for path in (*places, named) if path.is_file()), None)
    advice = "Install CETEIcean with npm, and name its dist/CETEI.js."
    if not found:
        raise SettingsError(f"{named}: there is no such file. {advice}")
    data = found.read_bytes()
    if b"CETEI" not in data:
        raise SettingsError(f"{named}: is not the file CETEI.js. {advice}")
    return data


def _entry(document: Document, name: str, title: str) -> str:
    """Return the line of *document* in the list."""
    language, direction = escape(document.facts.language), escape(document.facts.direction)
    return f'<li lang="{language}" dir="{direction}"><a href="{escape(address(f"{name}.html"))}">{escape(title)}</a></li>\n'


def _page(document: Document, name: str, title: str) -> str:
    """Return the page of *document*."""
    facts = document.facts
    shown = json.dumps({"marks": _exceptions(document.tree), "tei": _markup(document.tree)}, ensure_ascii=False).replace("<", "\\u003c")
    links = f'<nav><a href="./index.html">All documents</a> <a href="{escape(address(f"{name}.xml"))}" download>TEI</a></nav>\n'
    scripts = f'<script type="application/json">{shown}</script>\n<script src="./{SCRIPT}"></script>\n<script>{_file("page.js")}</script>\n'
    without = "<noscript><p>This page needs scripts to show the TEI; the file itself is linked above.</p></noscript>\n"
    head = _head(title, facts.language, facts.direction, _declared(document.tree))
    return f"{head}{links}<main></main>\n{without}{scripts}</body>\n</html>\n"


def _head(title: str, language: str, direction: str, css: str) -> str:
    """Return the beginning of a page, with *css* besides that of all pages."""
    digest = base64.b64encode(hashlib.sha256(_file("page.js").encode()).digest()).decode()
    values = {"language": language, "direction": direction, "title": title, "policy": POLICY.format(digest)}
    return PAGE.format(css=_file("page.css") + css, **{key: escape(value) for key, value in values.items()})


def _declared(tree: etree._ElementTree) -> str:
    """Return the marks that the header of *tree* declares, as CSS for the elements that CETEIcean makes."""
    declared = marks.read(tree.iter(RENDITION))
    return "".join(_rule(selector, mark, "before", "prev") for selector, mark in declared.before.items()) + "".join(
        _rule(selector, mark, "after", "next") for selector, mark in declared.after.items()
    )


def _rule(selector: str, mark: str, side: str, cut: str) -> str:
    """
    Return the rule for *mark* on one *side* of what *selector* selects; where a word was *cut* there is none.

    >>> print(_rule('label[type="topic"]', "[", "before", "prev"), end="")
    tei-label[type="topic"]:not([prev])::before { content: "["; }
    """
    parts = marks.SELECTOR.fullmatch(selector)
    element, attribute, value = parts.groups("") if parts else (selector, "", "")
    condition = f"[{_name('tei-role' if attribute == 'role' else attribute)}={_string(value)}]" if attribute else ""
    return f"tei-{_name(element.lower())}{condition}:not([{cut}])::{side} {{ content: {_string(mark)}; }}\n"


def _name(name: str) -> str:
    """Return *name* as an identifier of CSS that stands after a letter."""
    return re.sub(r"[^\w-]", lambda match: f"\\{match[0]}", name)


def _string(value: str) -> str:
    r"""
    Return *value* as a string of CSS that is safe in HTML.

    >>> print(_string('</style>"'))
    "\3c /style\3e \22 "
    """
    return '"' + "".join(f"\\{ord(c):x} " if c in UNSAFE or not c.isprintable() else c for c in value) + '"'


def _exceptions(tree: etree._ElementTree) -> list[tuple[int, str, str]]:
    """Return the elements of *tree* whose marks stand in an instruction: their place among all elements, what is before and after."""
    declared = marks.read(tree.iter(RENDITION))
    found = []
    for place, element in enumerate(one for one in tree.getroot().iter() if isinstance(one.tag, str)):
        told = {key: value for node in element for key, value in instruction.read(node).items() if key in {"before", "after"}}
        if told:
            attributes = [(str(name), str(value)) for name, value in element.attrib.items()]
            before, after = declared.of(etree.QName(element).localname, attributes)
            found.append((place, told.get("before", before), told.get("after", after)))
    return found


def _markup(tree: etree._ElementTree) -> str:
    """Return *tree* as a text."""
    return etree.tostring(tree.getroot(), encoding="unicode", with_tail=False)


@cache
def _file(name: str) -> str:
    """Return the text of the file *name* beside this one."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
