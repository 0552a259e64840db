"""From an ODD and the TEI's specifications to RELAX NG and Schematron: the two halves put together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_edition import files, xml
from tei_edition.errors import MarkupError
from tei_edition.model import Finding
from tei_edition.odd.customize import customize
from tei_edition.odd.grammar import Grammar, grammar
from tei_edition.odd.model import Schema, T
from tei_edition.odd.rng import write_rng
from tei_edition.odd.schematron import write_schematron
from tei_edition.odd.schematron_xslt import compile_schematron
from tei_edition.odd.specs import source as read_source

if TYPE_CHECKING:
    from pathlib import Path

CREDIT = (
    "Content models, classes and datatypes are from the TEI Guidelines{edition}, copyright TEI Consortium, used under the "
    "Creative Commons Attribution 3.0 Unported License."
)


@dataclass(frozen=True)
class Compiled:
    """What an ODD was compiled to: the bytes of a RELAX NG file (XML syntax) and of an ISO Schematron file."""

    rng: bytes
    schematron: bytes


def compile_odd(odd: Path, source: Path) -> Compiled:
    """
    Compile the ODD in the file *odd*, a customization of the specifications in the file *source* (``p5subset.xml``).

    The same files give the same bytes. Raises `MarkupError` at the line of whatever in the ODD cannot be done, `UsageError`
    where a file cannot be read.
    """
    schema, made = read_schema(odd, source)
    comment = f"generated from {odd.name} sha256 {fingerprint(odd)}"
    credit = CREDIT.format(edition=f" {schema.edition}" if schema.edition else "")
    return Compiled(
        rng=write_rng(made, schema.namespace, f"{comment}. {credit}"),
        schematron=write_schematron(schema, f"Rules of {schema.ident}", comment),
    )


def read_schema(odd: Path, source: Path) -> tuple[Schema, Grammar]:
    """Return the schema that *odd* makes of *source*, and its grammar. Raises as `compile_odd` does."""
    specification = schema_spec(_parse(odd), odd)
    root = _parse(source).getroot()
    etree.strip_elements(root, T + "desc", T + "gloss", T + "remarks", T + "exemplum", with_tail=False)
    specifications = read_source(root)
    if not specifications:
        raise _refusal(source, "holds no TEI specifications.", "Name a p5subset.xml.")
    schema = customize(specification, specifications, edition(root))
    return schema, grammar(schema, specification)


def fingerprint(odd: Path) -> str:
    """Return the SHA-256 of the file *odd*, in hexadecimal. Raises `UsageError` where it cannot be read."""
    return hashlib.sha256(xml.read(odd)).hexdigest()


def write_schemas(odd: Path, source: Path, folder: Path) -> tuple[Path, ...]:
    """
    Compile *odd* with *source* and write ``NAME.rng``, ``NAME.sch`` and ``NAME.sch.xsl`` (the rules as XSLT) to *folder*.

    NAME is the ODD's file name without its suffix. Nothing is written unless everything could be compiled. Raises as
    `compile_odd` does.
    """
    compiled = compile_odd(odd, source)
    stylesheet = compile_schematron(compiled.schematron, f"{odd.stem}.sch")
    contents = {".rng": compiled.rng, ".sch": compiled.schematron, ".sch.xsl": stylesheet}
    paths = {folder / f"{odd.stem}{suffix}": content for suffix, content in contents.items()}
    for path, content in paths.items():
        files.write(path, content)
    return tuple(paths)


def schema_spec(tree: etree._ElementTree, path: Path) -> etree._Element:
    """Return the one ``schemaSpec`` of *tree*. Raises `MarkupError` where there is none, or more than one."""
    found = list(tree.iter(T + "schemaSpec"))
    if len(found) != 1:
        how_many = "no schemaSpec" if not found else f"{len(found)} schemaSpecs"
        raise _refusal(path, f"has {how_many}; one is needed.", "Name an ODD: a TEI document with one schemaSpec.")
    return found[0]


def edition(root: etree._Element) -> str:
    """Return the version of the TEI Guidelines that *root* says it is, as "P5 4.9.0a"; "" where it does not."""
    found = next((item.get("n") or "".join(map(str, item.itertext())) for item in root.iter(T + "edition")), "")
    words = found.split()
    return next((f"P5 {word.rstrip('.')}" for word in words if word[:1].isdigit() and "." in word), "")


def _parse(path: Path) -> etree._ElementTree:
    tree = xml.parse(path)
    tree.docinfo.URL = str(path)
    return tree


def _refusal(path: Path, message: str, advice: str) -> MarkupError:
    finding = Finding(path=str(path), code="odd-file", message=message, advice=advice)
    return MarkupError(f"{path} {message} {advice}", (finding,))
