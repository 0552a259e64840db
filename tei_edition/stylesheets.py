"""
The only module that knows Saxon: finds the stylesheets, compiles them once, runs them on trees that lxml parsed.

A stylesheet is an ``xsl:package`` in ``xslt/``; its file name is its name. No package is registered anywhere: the
configuration Saxon wants is written from what stands in the folder. While a stylesheet runs Saxon may open nothing at
all, neither a file nor an address.
"""

from __future__ import annotations

import os
import tempfile
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree
from saxonche import PySaxonApiError, PySaxonProcessor

from tei_edition.errors import TransformError
from tei_edition.resources import XSLT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from saxonche import PyXdmValue, PyXsltExecutable

PACKAGE = "{http://www.w3.org/1999/XSL/Transform}package"
Value = str | bool | tuple[str, ...] | list[str]
PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"


@dataclass(frozen=True)
class Sheet:
    """
    A stylesheet compiled, with the processor it runs on.

    Each has its own processor: a processor that was shut off from files once cannot compile again.
    """

    processor: PySaxonProcessor
    executable: PyXsltExecutable


_lock = threading.RLock()
_compiled: dict[tuple[int, Path], Sheet] = {}


def names() -> tuple[str, ...]:
    """Return the names of the packages one can run: the files directly in ``xslt/``, sorted."""
    return tuple(path.stem for path in _packages() if path.parent == XSLT)


def transform(name: str, tree: etree._ElementTree, parameters: Mapping[str, Value] = {}) -> str:
    """
    Run the package ``xslt/<name>.xsl`` on *tree* and return what it writes.

    *parameters* are the package's own, by local name. Raises `TransformError` with the stylesheet's own words.
    """
    return transform_path(XSLT / f"{name}.xsl", tree, parameters)


def transform_path(stylesheet: Path, tree: etree._ElementTree, parameters: Mapping[str, Value] = {}) -> str:
    """
    Run the stylesheet in the file *stylesheet* on *tree* and return what it writes.

    Raises `TransformError` with the stylesheet's own words.
    """
    with _lock:
        sheet = _sheet(stylesheet)
        executable = sheet.executable
        try:
            for key, value in parameters.items():
                executable.set_parameter(key, _value(sheet.processor, value))
            node = sheet.processor.parse_xml(xml_text=_markup(tree), encoding="utf-8")
            return str(executable.transform_to_string(xdm_node=node))
        except PySaxonApiError as error:
            raise TransformError(_message(executable, error)) from error
        finally:
            executable.clear_parameters()
            executable.clear_xsl_messages()


def _sheet(stylesheet: Path) -> Sheet:
    """Return *stylesheet* compiled, once in each process: a forked worker gets its own."""
    key = (os.getpid(), stylesheet)
    if key not in _compiled:
        _compiled[key] = _compile(stylesheet)
    return _compiled[key]


def _compile(stylesheet: Path) -> Sheet:
    """Compile *stylesheet*; only here may Saxon read files, and only those the stylesheet includes."""
    processor = _processor()
    try:
        executable = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))
    except PySaxonApiError as error:
        raise TransformError(f"{stylesheet.name}: {str(error).strip()}") from error
    executable.set_save_xsl_message(True)
    processor.set_configuration_property(PROTOCOLS, "")
    return Sheet(processor, executable)


def _processor() -> PySaxonProcessor:
    """Return a new processor that knows every package in ``xslt/``."""
    handle, path = tempfile.mkstemp(suffix=".xml")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(configuration())
        return PySaxonProcessor(license=False, config_file=path)
    finally:
        Path(path).unlink()


def configuration() -> str:
    """
    Return the Saxon configuration that names every package in ``xslt/``.

    Messages are taken from the stylesheet (see `_message`), so that Saxon itself writes nothing to standard error.
    """
    packages = "".join(_declaration(path) for path in _packages())
    return (
        '<configuration xmlns="http://saxon.sf.net/ns/configuration" edition="HE">'
        f"<global standardErrorOutputFile={quoteattr(os.devnull)}/>"
        f"<xsltPackages>{packages}</xsltPackages></configuration>"
    )


def _declaration(path: Path) -> str:
    """Return the configuration's line for the package in *path*."""
    root = etree.parse(path).getroot()
    name, version = root.get("name", ""), root.get("package-version", "1.0")
    return f"<package name={quoteattr(name)} version={quoteattr(version)} sourceLocation={quoteattr(path.as_uri())}/>"


@cache
def _packages() -> tuple[Path, ...]:
    """Return the files under ``xslt/`` whose root is ``xsl:package``, sorted."""
    return tuple(path for path in sorted(XSLT.rglob("*.xsl")) if etree.parse(path).getroot().tag == PACKAGE)


def _markup(tree: etree._ElementTree) -> str:
    """Return *tree* as markup, without a document type: whatever that declared is already in the tree or refused."""
    return etree.tostring(tree.getroot(), encoding="unicode", with_tail=False)


def _value(processor: PySaxonProcessor, value: Value) -> PyXdmValue:
    """Return *value* as Saxon's."""
    if isinstance(value, bool):
        return processor.make_boolean_value(value)
    if isinstance(value, str):
        return processor.make_string_value(value, encoding="utf-8")
    items = [processor.make_string_value(item, encoding="utf-8") for item in value]
    return _sequence(processor, items)


def _sequence(processor: PySaxonProcessor, items: list[PyXdmValue]) -> PyXdmValue:
    """Return *items* as one sequence; Saxon's Python has no constructor for it, so XPath unpacks an array."""
    if not items:
        return processor.empty_sequence()
    xpath = processor.new_xpath_processor()
    xpath.declare_variable("items")
    xpath.set_parameter("items", processor.make_array(items))
    return xpath.evaluate("$items?*")


def _message(executable: PyXsltExecutable, error: PySaxonApiError) -> str:
    """Return the stylesheet's own words where it had any, else Saxon's."""
    said = executable.get_xsl_messages()
    words = [str(said.item_at(index)) for index in range(said.size)] if said else []
    return "; ".join(words) or str(error).strip()
