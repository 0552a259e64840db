"""The keys of ``edition.toml``: the one definition, from which reader, JSON Schema and documentation are made."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_edition.fields import (
    ADDRESS,
    DATE,
    ENCODING,
    LANGUAGE,
    LIST,
    NAME,
    PAIRS,
    TABLE,
    TABLES,
    TEXT,
    Field,
    schema,
)

if TYPE_CHECKING:
    from collections.abc import Container

SCHEMA_ID = "https://tei-edition.org/ns/edition.schema.json"
DRAFT = "http://json-schema.org/draft-07/schema#"

DOCUMENT_FIELDS = (
    Field("title", TEXT, "title of the document, instead of the one in the transcript", '"Letter to Orlov"'),
    Field("titles", PAIRS, "title of the document in other languages, by their tags (BCP 47)", '{ ru = "Заседание Политбюро" }'),
    Field("date", DATE, "date of the document, instead of the one in the transcript", "1986-11-13"),
    Field("place", TEXT, "where the document was made", '"Moscow"'),
    Field("language", LANGUAGE, "language of the transcript (BCP 47)", '"en"'),
    Field("author", TEXT, "who wrote the document", '"Anatoly Chernyaev"'),
    Field("notetaker", TEXT, "who took the notes", '"Anatoly Chernyaev"'),
    Field("encoding", ENCODING, "character encoding of the transcript", '"windows-1251"'),
    Field("description", TEXT, "what the document is about", '"Notes of a session on the talks at Reykjavik"'),
    Field("keywords", LIST, "words by which the document is found", '["arms control"]'),
    Field("address", ADDRESS, "address where the document is published", '"https://example.org/notes/1986-11-13.html"'),
    Field("repository", TEXT, "who keeps the original, instead of the one in the source note", '"Gorbachev Foundation"'),
    Field("collection", TEXT, "of which collection the original is", '"Fond 2"'),
    Field("call-number", TEXT, "call number of the original, instead of the one in the source note", '"Opis 1, file 7"'),
)
"""What can be said of one document."""

LICENCE_FIELDS = (
    Field("target", ADDRESS, "address of the licence", '"https://creativecommons.org/licenses/by/4.0/"'),
    Field("text", TEXT, "name of the licence, or what it allows", '"CC BY 4.0"'),
)

SCHEMA_FIELD = Field(
    "schema", LIST, "schemas to check with, instead of those the files name, or the toolkit's own", '["schemas/ours.rng"]'
)
CHECK_FILES_FIELDS = (Field("ignore", LIST, "codes or families that do not count there", '["date"]'), SCHEMA_FIELD)

CHECK_FIELDS = (
    Field("ignore", LIST, "codes or families that do not count", '["header-terms"]'),
    SCHEMA_FIELD,
    Field("catalog", TEXT, "an OASIS catalog, which says where schemas on the web stand here", '"catalog.xml"'),
    Field("source", TEXT, "the TEI's specifications, for a schema that is an ODD", '"p5subset.xml"'),
    Field("files", TABLES, "settings for some files, under a pattern of their paths", fields=CHECK_FILES_FIELDS),
)
"""What can be said of how TEI files are checked: of a project's, and of an edition's."""

EDITION_FIELDS = (
    Field("title", TEXT, "title of the edition", '"Politburo Notes"', required=True),
    Field("titles", PAIRS, "title of the edition in other languages, by their tags (BCP 47)", '{ ru = "Записи Политбюро" }'),
    Field("publisher", TEXT, "who publishes the edition", '"National Security Archive"'),
    Field("place", TEXT, "where the edition is published", '"Washington, D.C."'),
    Field("date", DATE, "when the edition is published", "2026-05-01"),
    Field("editors", LIST, "who edits, one name an item", '["Jane Doe"]'),
    Field("language", LANGUAGE, "language of the transcripts (BCP 47)", '"en"'),
    Field("profile", NAME, "house conventions of the transcripts", '"nsarchive"'),
    Field("encoding", ENCODING, "character encoding of the transcripts, where it is not UTF-8", '"windows-1251"'),
    Field("brackets-by", TEXT, "who put the words in brackets into the transcripts", '"Svetlana Savranskaya"'),
    Field("description", TEXT, "what the edition holds, in a few sentences", '"Notes of the sessions of 1986."'),
    Field("keywords", LIST, "words by which the edition is found", '["Cold War", "arms control"]'),
    Field("address", ADDRESS, "address where the edition is published", '"https://example.org/notes/"'),
    Field("repository", TEXT, "who keeps the originals, where their source notes do not say so", '"Gorbachev Foundation"'),
    Field("collection", TEXT, "of which collection the originals are", '"Fond 2"'),
    Field("call-number", TEXT, "call number of the originals as a whole", '"Opis 1"'),
    Field("exports", LIST, "platforms for which the edition's page offers files (tei-edition export --list)", '["text", "speeches"]'),
    Field("identifiers", PAIRS, "identifiers of the edition, by their type", '{ DOI = "10.1234/abcd" }'),
    Field("licence", TABLE, "licence of the edition, where there is one", fields=LICENCE_FIELDS),
    Field("check", TABLE, "how the TEI files in the edition's folder are checked", fields=CHECK_FIELDS),
    Field("documents", TABLES, "what differs for a document, under the name of its file", fields=DOCUMENT_FIELDS),
    Field("export", TABLE, "what platforms ask for, each under its name"),
)
"""What can be said of an edition: the one definition of ``edition.toml``, but for the keys of each platform (`whole`)."""


def whole(named: Container[str] | None = None) -> tuple[Field, ...]:
    """Return `EDITION_FIELDS` with a table for each platform, that of each one *named* (None: of all) with its keys."""
    from tei_edition import exports  # noqa: PLC0415 - the platforms are looked up only where one is spoken of

    tables = tuple(
        Field(name, TABLE, f"settings of the export `{name}`", fields=exports.settings(name) if named is None or name in named else ())
        for name in exports.names()
    )
    return tuple(replace(field, fields=tables) if field.key == "export" else field for field in EDITION_FIELDS)


def schema_text() -> str:
    """Return the file ``schemas/edition.schema.json``, for editors that check and complete as one types."""
    title = "edition.toml: what an edition's transcripts cannot say"
    described = schema(whole(), **{"$schema": DRAFT, "$id": SCHEMA_ID, "title": title})
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"
