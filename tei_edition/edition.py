"""
An edition: what ``edition.toml`` says and the transcripts cannot.

An edition is a folder with ``edition.toml`` and ``source/``, where the transcripts stand. A lone transcript is an
edition of one, of which nothing is known (`lone`). Nothing here is ever guessed: what the file does not say is empty.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tei_edition import ingest, registry, toml
from tei_edition.errors import SettingsError, UsageError
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
from tei_edition.model import Finding
from tei_edition.resources import PACKAGE
from tei_edition.strict import Reader, suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FILE = "edition.toml"
SOURCE = "source"
SCHEMA_ID = "https://tei-edition.org/ns/edition.schema.json"

DOCUMENT_FIELDS = (
    Field("title", TEXT, "title of the document, instead of the one in the transcript", '"Letter to Orlov"'),
    Field("date", DATE, "date of the document, instead of the one in the transcript", "1986-11-13"),
    Field("place", TEXT, "where the document was made", '"Moscow"'),
    Field("language", LANGUAGE, "language of the transcript (BCP 47)", '"en"'),
    Field("author", TEXT, "who wrote the document", '"Anatoly Chernyaev"'),
    Field("notetaker", TEXT, "who took the notes", '"Anatoly Chernyaev"'),
    Field("encoding", ENCODING, "character encoding of the transcript", '"windows-1251"'),
)
"""What can be said of one document."""

LICENCE_FIELDS = (
    Field("target", ADDRESS, "address of the licence", '"https://creativecommons.org/licenses/by/4.0/"'),
    Field("text", TEXT, "name of the licence, or what it allows", '"CC BY 4.0"'),
)

EDITION_FIELDS = (
    Field("title", TEXT, "title of the edition", '"Politburo Notes"', required=True),
    Field("publisher", TEXT, "who publishes the edition", '"National Security Archive"'),
    Field("place", TEXT, "where the edition is published", '"Washington, D.C."'),
    Field("date", DATE, "when the edition is published", "2026-05-01"),
    Field("editors", LIST, "who edits, one name an item", '["Jane Doe"]'),
    Field("language", LANGUAGE, "language of the transcripts (BCP 47)", '"en"'),
    Field("profile", NAME, "house conventions of the transcripts", '"nsarchive"'),
    Field("encoding", ENCODING, "character encoding of the transcripts, where it is not UTF-8", '"windows-1251"'),
    Field("brackets-by", TEXT, "who put the words in brackets into the transcripts", '"Svetlana Savranskaya"'),
    Field("identifiers", PAIRS, "identifiers of the edition, by their type", '{ DOI = "10.1234/abcd" }'),
    Field("licence", TABLE, "licence of the edition, where there is one", fields=LICENCE_FIELDS),
    Field("documents", TABLES, "what differs for a document, under the name of its file", fields=DOCUMENT_FIELDS),
)
"""What can be said of an edition: the one definition of ``edition.toml``."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its address and its name; one of them may be empty."""

    target: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What the settings say of one document; empty where they say nothing. *date* is ISO 8601, *language* BCP 47."""

    title: str = ""
    date: str = ""
    place: str = ""
    language: str = ""
    author: str = ""
    notetaker: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """
    What is known of an edition; empty where nothing is.

    *folder* is None for a lone transcript. *place* and *date* (ISO 8601) are those of publication, *identifiers* go
    from type to value, *brackets_by* names whose the words in brackets are, *documents* go from file name to settings.
    """

    title: str = ""
    folder: Path | None = None
    publisher: str = ""
    place: str = ""
    date: str = ""
    editors: tuple[str, ...] = ()
    language: str = "und"
    profile: str = "nsarchive"
    encoding: str = ""
    brackets_by: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    licence: Licence | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the folder; empty for a lone transcript."""
        return self.folder.resolve().name if self.folder else ""

    def document(self, name: str) -> Document:
        """Return the settings of the file *name*; language and encoding are the edition's where it has none."""
        own = self.documents.get(name, Document())
        return replace(own, language=own.language or self.language, encoding=own.encoding or self.encoding)


def lone(profile: str = "nsarchive", language: str = "und", encoding: str = "") -> Edition:
    """Return the edition of a lone transcript: no title, no publisher, nothing but what is told here."""
    return Edition(profile=profile, language=language, encoding=encoding)


def load(folder: Path) -> Edition:
    """
    Return the edition in *folder*.

    Raises `SettingsError` with the place of every fault where ``edition.toml`` is not there, is not TOML, has an
    unknown key or a value of a wrong type, or speaks of a profile or a transcript that is not there.
    """
    path = folder / FILE
    if not path.is_file():
        advice = f'Make one that says: title = "..." (or run: tei-edition new {folder}).'
        raise SettingsError.at(Finding(str(folder), toml.CODE, f"this folder has no {FILE}.", advice))
    settings = toml.read(path)
    reader = Reader(settings)
    values = reader.table(settings.data, EDITION_FIELDS)
    _check_licence(reader, values)
    _check_profile(reader, values, folder)
    _check_documents(reader, values, folder / SOURCE)
    if reader.findings:
        findings = sorted(reader.findings, key=lambda finding: finding.start or 0)
        raise SettingsError.at(*findings)
    return _edition(values, folder)


def given(folder: Path) -> tuple[Path, ...]:
    """Return the files that a person put into ``source/`` of the edition in *folder*, sorted: none hidden, no ledger."""
    source = folder / SOURCE
    paths = sorted(source.iterdir()) if source.is_dir() else []
    return tuple(path for path in paths if path.is_file() and not path.name.startswith(".") and not is_ledger(path))


def is_ledger(path: Path) -> bool:
    """Tell whether *path* is a ledger of ids."""
    return path.name.endswith(".ids.toml")


def transcripts(folder: Path) -> tuple[Path, ...]:
    """Return the transcripts of the edition in *folder*, sorted: the files in ``source/`` that a reader is there for."""
    return tuple(path for path in given(folder) if path.suffix.lower() in readable())


def readable() -> frozenset[str]:
    """Return the suffixes of the files that can be read as transcripts, with their points."""
    return frozenset(f".{suffix}" for suffix in registry.modules(ingest))


def _edition(values: dict[str, Any], folder: Path) -> Edition:
    """Return the edition with *values*, which are those of `EDITION_FIELDS`."""
    licence = Licence(**values.pop("licence")) if "licence" in values else None
    documents = {name: Document(**own) for name, own in values.pop("documents", {}).items()}
    return Edition(folder=folder, licence=licence, documents=documents, **values)


def _check_licence(reader: Reader, values: Mapping[str, Any]) -> None:
    """Refuse a licence that says nothing."""
    if "licence" in values and not values["licence"] and not reader.settings.data["licence"]:
        reader.fault(("licence",), "the licence says nothing.", "Give its target (an address), its text, or both.")


def profiles(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the profiles an edition in *folder* can name: the tool's, and TOML files beside its own."""
    own = [path for path in folder.glob("*.toml") if path.name not in {FILE, "decisions.toml"}] if folder else []
    return tuple(sorted({path.stem for path in [*(PACKAGE / "profiles").glob("*.toml"), *own]}))


def _check_profile(reader: Reader, values: Mapping[str, Any], folder: Path) -> None:
    """Refuse a profile that is not there."""
    name, known = values.get("profile"), profiles(folder)
    if name and name not in known:
        reader.fault(("profile",), f'there is no profile "{name}".', suggestion(name, known), value=True)


def _check_documents(reader: Reader, values: Mapping[str, Any], source: Path) -> None:
    """Refuse settings for a transcript that is not there."""
    there = sorted(path.name for path in source.iterdir()) if source.is_dir() else []
    fault = partial(reader.fault, value=False)
    for name in values.get("documents") or {}:
        if name in there:
            continue
        dotted = [file for file in there if file.startswith(f"{name}.")]
        if dotted:
            fault(("documents", name), f'"{name}" is not a whole file name.', f'Write [documents."{dotted[0]}"]')
        else:
            fault(("documents", name), f'there is no "{name}" in {SOURCE}/.', suggestion(name, there) if there else "")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``edition.toml``, for editors that check and complete as one types."""
    title = "edition.toml: what an edition's transcripts cannot say"
    draft = "http://json-schema.org/draft-07/schema#"
    return schema(EDITION_FIELDS, **{"$schema": draft, "$id": SCHEMA_ID, "title": title})


def schema_text() -> str:
    """Return the file ``schemas/edition.schema.json``."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def of(
    transcripts: Sequence[Path],
    folder: Path | None = None,
    *,
    profile: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> Edition:
    """
    Return the edition of *transcripts*: that in *folder*, else that in whose ``source/`` they stand, else a lone one.

    *profile*, *language* and *encoding* speak of a lone transcript and make it one. Raises `UsageError` where they are
    given with a folder, or the transcripts are of several editions.
    """
    alone = {"profile": profile, "language": language, "encoding": encoding}
    told = {name: value for name, value in alone.items() if value}
    if folder and told:
        raise UsageError(f"--{next(iter(told))} is for a lone transcript; an edition says it in {FILE}")
    homes = {path.resolve().parent.parent for path in transcripts if _is_in_edition(path)}
    apart = sum(not _is_in_edition(path) for path in transcripts)
    if folder or (homes and not told):
        if not folder and len(homes) + bool(apart) > 1:
            raise UsageError("these transcripts are of several editions; give those of one at a time")
        return load(folder or _home(transcripts[0]))
    return lone(**{name: _told(name, value) for name, value in told.items()})


def _is_in_edition(path: Path) -> bool:
    """Tell whether *path* is in the ``source/`` of an edition."""
    return path.resolve().parent.name == SOURCE and (_home(path) / FILE).is_file()


def _home(path: Path) -> Path:
    """Return the folder of the edition in whose ``source/`` *path* is, as the path itself puts it."""
    return path.parent.parent if path.parent.name == SOURCE else path.resolve().parent.parent


def _told(name: str, value: str) -> str:
    """Return what an option says of a lone transcript, checked as in `FILE`."""
    kind = next(field.kind for field in EDITION_FIELDS if field.key == name)
    try:
        checked = str(kind.read(value))
    except ValueError as error:
        raise UsageError(f"--{name} {error}") from None
    if name == "profile" and value not in profiles():
        raise UsageError(f'there is no profile "{value}". {suggestion(value, profiles())}')
    return checked
