"""
An edition: what ``edition.toml`` says and the transcripts cannot.

An edition is a folder with ``edition.toml`` and ``source/``, where the transcripts stand. A lone transcript is an
edition of one, of which nothing is known (`lone`). Nothing here is ever guessed: what the file does not say is empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tei_edition import exports, ingest, toml
from tei_edition.decisions import FILE as DECISIONS
from tei_edition.edition_fields import DOCUMENT_FIELDS, EDITION_FIELDS, whole
from tei_edition.errors import SettingsError
from tei_edition.fields import LANGUAGE, PAIRS
from tei_edition.model import Finding
from tei_edition.resources import PACKAGE
from tei_edition.strict import Reader, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tei_edition.decisions import Decision

FILE = "edition.toml"
SOURCE = "source"
LEDGER = ".ids.toml"
"""How the name of the file ends that keeps the ids of a document, beside its transcript."""

TABLES = frozenset(field.key for field in DOCUMENT_FIELDS if field.kind is PAIRS)
"""The keys of a document that hold a table."""

RESERVED = frozenset({"index", "names"})
"""The names no document can have."""

@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its address and its name; one of them may be empty."""

    target: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What the settings say of one document, empty where they say nothing: *date* ISO 8601, *language* and the keys of *titles* BCP 47."""

    title: str = ""
    date: str = ""
    place: str = ""
    language: str = ""
    author: str = ""
    notetaker: str = ""
    encoding: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    address: str = ""
    repository: str = ""
    collection: str = ""
    call_number: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """
    What is known of an edition; empty where nothing is.

    *folder* is None for a lone transcript. *place* and *date* (ISO 8601) are those of publication, *identifiers* go
    from type to value, *brackets_by* names whose the words in brackets are, *documents* go from file name to settings;
    *decisions* are those of ``decisions.toml``. *address* is where it is published, *repository*, *collection* and *call_number* say
    where the originals are. *exports* are the platforms that it offers files for, *export_settings* what each asks for, by its keys.
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
    description: str = ""
    keywords: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    repository: str = ""
    collection: str = ""
    call_number: str = ""
    exports: tuple[str, ...] = ()
    export_settings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    licence: Licence | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

    @property
    def name(self) -> str:
        """The name of the folder; empty for a lone transcript."""
        return self.folder.resolve().name if self.folder else ""

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those who edit, made the documents, or put in the words in brackets."""
        makers = (name for document in self.documents.values() for name in (document.author, document.notetaker))
        return tuple(dict.fromkeys(name for name in (*self.editors, self.brackets_by, *makers) if name))

    def document(self, name: str) -> Document:
        """Return the settings of the file *name*; language and encoding are the edition's where it has none."""
        own = self.documents.get(name, Document())
        return replace(own, language=own.language or self.language, encoding=own.encoding or self.encoding)


def lone(profile: str = "nsarchive", language: str = "und", encoding: str = "") -> Edition:
    """Return the edition of a lone transcript: no title, no publisher, nothing but what is told here."""
    return Edition(profile=profile, language=language, encoding=encoding)


def is_meant(folder: Path) -> bool:
    """Tell whether *folder* is meant to be an edition: its settings are there, or its transcripts though those are not."""
    return (folder / FILE).is_file() or ((folder / SOURCE).is_dir() and not (folder / SOURCE / FILE).exists())


def inside(folder: Path) -> tuple[Path, ...]:
    """Return the folders in *folder* that are editions, sorted."""
    return tuple(path.parent for path in sorted(folder.glob(f"*/{FILE}"))) if folder.is_dir() else ()


def load(folder: Path) -> Edition:
    """
    Return the edition in *folder*.

    Raises `SettingsError` with the place of every fault where ``edition.toml`` is not there, is not TOML, has an
    unknown key or a value of a wrong type, or speaks of a profile or a transcript that is not there.
    """
    path = folder / FILE
    if not path.is_file():
        within = inside(folder)
        advice = f'Make one that says: title = "..." (or run: tei-edition new {folder}).'
        if within:
            advice = f"It holds editions: name one, such as {within[0]}, or build all with: tei-edition build {folder}"
        raise SettingsError.at(Finding(str(folder), toml.CODE, f"this folder has no {FILE}.", advice))
    settings = toml.read(path)
    reader = Reader(settings)
    platforms = settings.data.get("export")
    known = whole(platforms) if isinstance(platforms, dict) else EDITION_FIELDS
    values = reader.table({**settings.data, **_undotted(reader)}, known)
    _check_licence(reader, values)
    _check_profile(reader, values, folder)
    _check_exports(reader, values)
    _check_titles(reader, values)
    _check_documents(reader, values, [path.name for path in given(folder)])
    if reader.findings:
        findings = sorted(reader.findings, key=lambda finding: finding.start or 0)
        raise SettingsError.at(*findings)
    found = _edition(values, folder)
    return replace(found, decisions=_decisions(folder, found.people))


def given(folder: Path) -> tuple[Path, ...]:
    """Return the files that a person put into ``source/`` of the edition in *folder*, sorted: none hidden, no ledger."""
    source = folder / SOURCE
    paths = sorted(source.iterdir()) if source.is_dir() else []
    return tuple(path for path in paths if path.is_file() and not path.name.startswith(".") and not is_ledger(path))


def is_ledger(path: Path) -> bool:
    """Tell whether *path* is a ledger of ids."""
    return path.name.endswith(LEDGER)


def orphans(folder: Path) -> tuple[Path, ...]:
    """Return the ledgers in ``source/`` of the edition in *folder* that are of none of its transcripts, sorted."""
    known = {ledger_file(path, name).name for name, path in names(transcripts(folder)).items()}
    return tuple(path for path in sorted((folder / SOURCE).glob(f"*{LEDGER}")) if path.name not in known)


def transcripts(folder: Path) -> tuple[Path, ...]:
    """Return the transcripts of the edition in *folder*, sorted: the files in ``source/`` that a reader is there for."""
    return tuple(path for path in given(folder) if path.suffix.lower() in readable())


def names(transcripts: Iterable[Path]) -> dict[str, Path]:
    """
    Return *transcripts* by the name of the document each becomes, sorted.

    That is the file's name without its suffix. Of two with one stem the ``.txt`` has it and the other keeps its whole
    name, so that neither overwrites the other, on a disk that does not tell ``A`` from ``a`` either.

    >>> from pathlib import PurePath
    >>> list(names(map(PurePath, ["b.txt", "a.txt", "a.TXT", "index.txt"])))
    ['a', 'a.TXT', 'b', 'index.txt']
    """
    taken: dict[str, Path] = {}
    folded = set(RESERVED)
    for path in sorted(transcripts, key=lambda path: (path.suffix != ".txt", path.name)):
        name = path.stem if path.stem.casefold() not in folded else path.name
        folded.add(name.casefold())
        taken[name] = path
    return dict(sorted(taken.items()))


def ledger_of(transcript: Path, edition: Edition) -> Path | None:
    """Return the file that keeps the ids of *transcript*; None where it is not among those of *edition*."""
    if not edition.folder or transcript.resolve().parent != (edition.folder / SOURCE).resolve():
        return None
    known = names(transcripts(edition.folder))
    return next((ledger_file(path, name) for name, path in known.items() if path.name == transcript.name), None)


def ledger_file(transcript: Path, name: str) -> Path:
    """Return the file that keeps the ids of *transcript*, which becomes the document *name*."""
    return transcript.with_name(f"{name}{LEDGER}")


def readable() -> frozenset[str]:
    """Return the suffixes of the files that can be read as transcripts, with their points."""
    return frozenset(f".{suffix}" for suffix in ingest.readers())


def _decisions(folder: Path, people: Sequence[str]) -> tuple[Decision, ...]:
    """Return the decisions of the edition in *folder*, whose settings name *people*."""
    if not (folder / DECISIONS).is_file():
        return ()
    from tei_edition.decisions import reading  # noqa: PLC0415 - it needs the rules, which an edition without decisions does not

    return reading.read(folder / DECISIONS, [path.name for path in transcripts(folder)], people)


def _edition(values: dict[str, Any], folder: Path) -> Edition:
    """Return the edition with *values*, which are those of `EDITION_FIELDS`."""
    licence = Licence(**values.pop("licence")) if "licence" in values else None
    documents = {name: Document(**own) for name, own in values.pop("documents", {}).items()}
    values.pop("check", None)  # of the TEI files in the folder, which are no part of what is built
    platforms = {name.replace("_", "-"): _by_key(own) for name, own in values.pop("export", {}).items()}
    return Edition(folder=folder, licence=licence, documents=documents, export_settings=platforms, **values)


def _by_key(values: Mapping[str, str]) -> dict[str, str]:
    """Return the *values* of a platform by their keys, as they are written in the file."""
    return {name.replace("_", "-"): value for name, value in values.items()}


def _check_licence(reader: Reader, values: Mapping[str, Any]) -> None:
    """Refuse a licence that says nothing."""
    if "licence" in values and not values["licence"] and not reader.settings.data["licence"]:
        reader.fault(("licence",), "the licence says nothing.", "Give its target (an address), its text, or both.")


def profiles(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the profiles an edition in *folder* can name: the tool's, and TOML files beside its own."""
    own = [path for path in folder.glob("*.toml") if path.name not in {FILE, DECISIONS}] if folder else []
    return tuple(sorted({path.stem for path in [*(PACKAGE / "profiles").glob("*.toml"), *own]}))


def _check_profile(reader: Reader, values: Mapping[str, Any], folder: Path) -> None:
    """Refuse a profile that is not there."""
    name, known = values.get("profile"), profiles(folder)
    if name and name not in known:
        reader.fault(("profile",), f'there is no profile "{name}".', suggestion(name, known), value=True)


def _check_exports(reader: Reader, values: Mapping[str, Any]) -> None:
    """Refuse an export that is not there."""
    asked = values.get("exports") or ()
    known = exports.names() if asked else ()
    for number, name in enumerate(asked):
        if name and name not in known:
            reader.fault(("exports", number), f'there is no export "{name}".', suggestion(name, known), value=True)


def _check_titles(reader: Reader, values: Mapping[str, Any]) -> None:
    """Refuse a title in a language that is no tag."""
    own = [(("documents", name, "titles"), (one or {}).get("titles")) for name, one in (values.get("documents") or {}).items()]
    for route, titles in ((("titles",), values.get("titles")), *own):
        for tag in titles or ():
            try:
                LANGUAGE.read(tag)
            except ValueError as error:
                reader.fault((*route, tag), f"a key of {route[-1]} {error}.")


def _undotted(reader: Reader) -> Mapping[str, Any]:
    """Return the settings of documents but those under ``[documents.a.txt]``, where TOML reads the point as one of its own."""
    documents = reader.settings.data.get("documents")
    if not isinstance(documents, dict):
        return {}
    parted = {name: parts for name, own in documents.items() if len(parts := _parts(name, own)) > 1}
    for name, parts in parted.items():
        advice = f'Write [documents."{".".join(parts)}"], with the quotation marks'
        reader.fault(("documents", *parts), f'"{name}" is not a whole file name.', advice)
    return {"documents": {name: own for name, own in documents.items() if name not in parted}}


def _parts(name: str, own: Any) -> tuple[str, ...]:
    """Return *name* and, if *own* has a table that no document has, the names of the tables in it."""
    items = own.items() if isinstance(own, dict) else ()
    within = [(key, item) for key, item in items if isinstance(item, dict) and key not in TABLES]
    return (name, *(_parts(*within[0]) if within else ()))


def _check_documents(reader: Reader, values: Mapping[str, Any], there: list[str]) -> None:
    """Refuse settings for a transcript that is not *there*."""
    fault = partial(reader.fault, value=False)
    for name in values.get("documents") or {}:
        if name in there:
            continue
        dotted = [file for file in there if file.startswith(f"{name}.")]
        if dotted:
            fault(("documents", name), f'"{name}" is not a whole file name.', f'Write [documents."{dotted[0]}"]')
        else:
            fault(("documents", name), f'there is no "{name}" in {SOURCE}/.', suggestion(name, there) if there else "")
