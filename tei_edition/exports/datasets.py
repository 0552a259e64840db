"""
A folder that the library ``datasets`` of Hugging Face opens: ``data/speeches.jsonl``, ``data/documents.jsonl`` and a card, ``README.md``.

The head of the card names the files and their columns, so that ``datasets.load_dataset(FOLDER, "speeches")`` needs nothing else. The card
says of the edition what ``edition.toml`` does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tei_edition.exports._forms import yaml
from tei_edition.exports._known import rows
from tei_edition.exports._known.licences import spdx
from tei_edition.exports._known.works import of_edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_edition.edition import Edition
    from tei_edition.exports._known.document import Document
    from tei_edition.exports._known.works import Work

TITLE = "Speeches and documents as a data set with a card"
FOR = "Hugging Face datasets, machine learning"
CHECKED = "the library datasets, offline"

TABLES = {"speeches": rows.SPEECH, "documents": rows.DOCUMENT}
"""The tables, the first of which is loaded where none is named."""

OPENS = re.compile(r"(?m)^(\s*\d+)([.)])")
SIGN = re.compile(r"([\\`*_{}\[\]<>#|!&~+=-])")
"""What Markdown may take for more than a character (CommonMark 0.31, section 2.4): a number that opens a list, and single signs."""


def files(documents: Iterable[Document], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Give the card, then the tables."""
    yield "README.md", card(of_edition(edition)).encode()
    yield from ((_file(name), b"") for name in TABLES)
    for document in documents:
        yield _file("speeches"), rows.json_lines(rows.of_speeches(document))
        yield _file("documents"), rows.json_lines([rows.of_document(document)])


def card(work: Work) -> str:
    """Return the card of the data set of *work* (https://huggingface.co/docs/hub/datasets-cards)."""
    parts = [f"---\n{yaml.dump(_head(work))}---\n"]
    parts += [f"# {escaped(' '.join(work.title.split()))}\n"] if work.title else []
    parts += [f"{escaped(work.description.strip())}\n"] if work.description else []
    said = {
        "Edited by": ", ".join(one.shown for one in work.editors), "Published by": work.publisher, "Published on": work.date,
        "Address": work.address, "DOI": work.doi, "Licence": _licence(work), "Originals": work.repository,
    }
    parts += ["".join(f"- {key}: {escaped(' '.join(value.split()))}\n" for key, value in said.items() if value)]
    for name, columns in TABLES.items():
        listed = "".join(f"| `{column}` | {kind} | {rows.MEANINGS[column]} |\n" for column, kind in columns.items())
        parts += [f"## {name}\n\n| column | kind | meaning |\n|---|---|---|\n{listed}"]
    return "\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    r"""
    Return *text* so that Markdown shows it as it is.

    >>> print(escaped("1. *<b>* & [x]"))
    1\. \*\<b\>\* \& \[x\]
    """
    return OPENS.sub(r"\1\\\2", SIGN.sub(r"\\\1", text))


def _head(work: Work) -> dict[str, Any]:
    """Return the head of the card: what is known of *work*, the files and their columns."""
    known = {
        "pretty_name": work.title,
        "language": [work.language.split("-")[0].lower()] if work.language else [],
        **_named_licence(work),
        "tags": list(dict.fromkeys(work.keywords)),
    }
    first = next(iter(TABLES))
    configs = [{"config_name": name, "data_files": _file(name), **({"default": True} if name == first else {})} for name in TABLES]
    columns = [
        {"config_name": name, "features": [{"name": column, "dtype": kind} for column, kind in table.items()]}
        for name, table in TABLES.items()
    ]
    return {**{key: value for key, value in known.items() if value}, "configs": configs, "dataset_info": columns}


def _named_licence(work: Work) -> dict[str, str]:
    """Return the licence as a card names it: by its name in the hub's list, or as another one with its own name and address."""
    if not work.licence:
        return {}
    listed = spdx(work.licence).lower()
    return {"license": listed} if listed else {"license": "other", "license_name": work.licence.text, "license_link": work.licence.target}


def _licence(work: Work) -> str:
    """Return the licence in words."""
    return " ".join(part for part in (work.licence.text, work.licence.target) if part) if work.licence else ""


def _file(name: str) -> str:
    """Return the name of the file of a table."""
    return f"data/{name}.jsonl"
