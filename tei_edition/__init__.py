"""
Digital editions in TEI XML from plain transcripts.

Every command of ``tei-edition`` is one call of one of these names. They are loaded when first used, so that a command that needs
little starts at once.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from tei_edition.version import VERSION as __version__

if TYPE_CHECKING:
    from tei_edition.annotation import Annotation, annotate, span_lines
    from tei_edition.authorities.changing import assign
    from tei_edition.authorities.importing import import_people, people_table
    from tei_edition.belonging import edition_of
    from tei_edition.building import build
    from tei_edition.conversion import convert
    from tei_edition.creation import new
    from tei_edition.deciding import decide, withdraw
    from tei_edition.edition import Edition, load, lone
    from tei_edition.encode import Encoded, serialize, source_map
    from tei_edition.encode.transcript import text
    from tei_edition.explaining import explain
    from tei_edition.exporting import export
    from tei_edition.ingest import read
    from tei_edition.intervening import interventions
    from tei_edition.proving import prove
    from tei_edition.rendering import render
    from tei_edition.reporting import report
    from tei_edition.roster import people

HOMES = {
    "Annotation": "annotation",
    "Edition": "edition",
    "Encoded": "encode",
    "annotate": "annotation",
    "assign": "authorities.changing",
    "build": "building",
    "convert": "conversion",
    "decide": "deciding",
    "edition_of": "belonging",
    "explain": "explaining",
    "export": "exporting",
    "interventions": "intervening",
    "import_people": "authorities.importing",
    "load": "edition",
    "lone": "edition",
    "new": "creation",
    "people": "roster",
    "people_table": "authorities.importing",
    "prove": "proving",
    "read": "ingest",
    "render": "rendering",
    "report": "reporting",
    "serialize": "encode",
    "source_map": "encode",
    "span_lines": "annotation",
    "text": "encode.transcript",
    "withdraw": "deciding",
}
"""The public names, each with the module that holds it. A name is never also that of a module, which would hide it."""

__all__ = [
    "Annotation", "Edition", "Encoded", "__version__", "annotate", "assign", "build", "convert", "decide", "edition_of", "explain",
    "export", "import_people", "interventions", "load", "lone", "new", "people", "people_table", "prove", "read", "render", "report",
    "serialize", "source_map", "span_lines", "text", "withdraw",
]


def __getattr__(name: str) -> object:
    """Return the public *name* from the module that holds it."""
    if name not in HOMES:
        raise AttributeError(f"tei_edition has no name {name!r}")
    return getattr(importlib.import_module(f"tei_edition.{HOMES[name]}"), name)
