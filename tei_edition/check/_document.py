"""A file to be checked: its bytes, and its tree and positions once somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tei_edition import ingest, xml, xmltext
from tei_edition.check import _including as including
from tei_edition.check import _origin as origin
from tei_edition.check._addresses import is_file
from tei_edition.check._including import MARK
from tei_edition.check._models import Model, models
from tei_edition.errors import MarkupError
from tei_edition.model import Finding
from tei_edition.positions import Positions, path_from, path_text
from tei_edition.xmltext import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path as FilePath

    from lxml import etree

    from tei_edition.check._whole import Whole
    from tei_edition.model import Position, Severity
    from tei_edition.positions import Path
    from tei_edition.xmltext import MarkupText


XML = ".xml"
TRANSCRIPTS = frozenset(f".{suffix}" for suffix in ingest.readers())
"""The endings of transcripts, by their names."""


@dataclass(frozen=True)
class Schemas:
    """
    Which schemas to check with: those *asked* for (none: what each file names, else the toolkit's own).

    *catalog* is an OASIS catalog that says where schemas on the web stand here, *source* holds the TEI's specifications,
    of which an ODD makes a schema. *ready* names the platforms whose needs are looked at too, see `check.ready`. *select* are
    the codes and families that count (none: all): what can find no other need not be looked for.
    """

    asked: tuple[FilePath, ...] = ()
    catalog: FilePath | None = None
    source: FilePath | None = None
    ready: tuple[str, ...] = ()
    select: tuple[str, ...] = ()

    def looks_for(self, code: str) -> bool:
        """
        Tell whether a finding of *code*, or of the family *code*, may count.

        >>> Schemas(select=("date", "rng-missing")).looks_for("rng"), Schemas(select=("date",)).looks_for("sch"), Schemas().looks_for("rng")
        (True, False, True)
        """
        return not self.select or any(one == code or one.startswith(f"{code}-") or code.startswith(f"{one}-") for one in self.select)


@dataclass(frozen=True)
class Document:
    """
    A file to be checked: *name* for messages, *data* its bytes, *path* where it stands (None: standard input).

    *wanted* tells which schemas were asked for, and where those are that the file names itself. *unsaved* holds other files, by
    their full paths, as they are to be rather than as they stand on the disk.
    """

    name: str
    data: bytes
    path: FilePath | None = None
    wanted: Schemas = Schemas()
    unsaved: Mapping[FilePath, bytes] = field(default_factory=dict)

    @property
    def asked(self) -> tuple[FilePath, ...]:
        """The schemas that were asked for, whatever the file names itself."""
        return self.wanted.asked

    @cached_property
    def models(self) -> tuple[Model, ...]:
        """The schemas that the file names for itself. Raises `MarkupError`."""
        return tuple(models(self.tree, self.path, self.wanted.catalog))

    @property
    def is_ours(self) -> bool:
        """Whether the toolkit's own schema is the one to check with: no other was asked for, and the file names none."""
        return not self.asked and not self.models

    @property
    def schemas(self) -> tuple[FilePath, ...]:
        """The schemas to check with, but the toolkit's own: those asked for, else those the file names that are there."""
        named = (model.path for model in self.models if model.path and is_file(model.path))
        return self.asked or tuple(dict.fromkeys(named))

    @property
    def suffix(self) -> str:
        """The ending of the file's name, in small letters; what is no transcript by its name counts as XML, as standard input does."""
        own = self.path.suffix.lower() if self.path else XML
        return own if own in TRANSCRIPTS else XML

    @cached_property
    def whole(self) -> Whole | None:
        """The XML with all that it includes; None where it includes nothing. Raises `MarkupError`."""
        if MARK not in self.data:
            return None
        return including.whole(xmltext.read(self.data, self.name), self.path, self.unsaved)

    @cached_property
    def text(self) -> MarkupText:
        """The characters of the XML, with those it includes. Raises `MarkupError`."""
        return self.whole.text if self.whole else xmltext.read(self.data, self.name)

    @cached_property
    def tree(self) -> etree._ElementTree:
        """The tree of the XML. Raises `MarkupError`."""
        return xml.parse_text(self.text)

    @cached_property
    def positions(self) -> Positions:
        """The places of everything in the tree. Raises `MarkupError`; the tree must be well-formed."""
        return Positions.read(self.text)

    def finding(
        self,
        code: str,
        message: str,
        advice: str,
        place: tuple[int, int],
        path: Path = (),
        severity: Severity = "error",
    ) -> Finding:
        """
        Return a finding at *place*, begin and end as indexes (see `Positions.indexes`), in the element at *path*.

        Where the TEI has its source map beside it, the advice says where in the transcript that element comes from.
        """
        start, end = (self.text.position(index) for index in place)
        return self.placed(code, message, advice, (start, end), path_text(path), severity)

    def placed(
        self,
        code: str,
        message: str,
        advice: str,
        place: tuple[Position, Position],
        element: str,
        severity: Severity = "error",
    ) -> Finding:
        """Return a finding at *place*, begin and end, in *element*, a path as `path_text` writes it; otherwise as `finding`."""
        start, end = place
        path = path_from(element)
        made = origin.of(self.origins, self.positions, path)
        said = f"{advice} {made}".strip() if made else advice
        line = self.text.line(start.line)
        return Finding(self.text.name, code, sentence(message), said, start, end, severity, line, element, origin=made)

    @cached_property
    def origins(self) -> origin.Origins:
        """Where in the transcript the elements come from: empty without a source map beside the file."""
        return origin.read(self.path) if self.path and not self.whole else {}

    def in_its_file(self, finding: Finding) -> Finding:
        """Return *finding* with the places of the file that it is of, which may be one that this file includes."""
        try:
            return self.whole.in_its_file(finding) if self.whole else finding
        except MarkupError:
            return finding

    def opened_by(self, index: int) -> str:
        """Return the name of the included file that what stands at *index* of the text opens, before its outermost element; or nothing."""
        return self.whole.opened_by(index) if self.whole else ""

    def file_of(self, finding: Finding) -> str:
        """Return the name of the file that *finding* is of, which may be one that this file includes."""
        return self.in_its_file(finding).path

    def folder(self, path: Path) -> FilePath | None:
        """Return the folder of the file in which the element at *path* stands, which may be one that this file includes."""
        if self.whole:
            return self.whole.folder(self.positions.node(path).start)
        return self.path.parent if self.path else None
