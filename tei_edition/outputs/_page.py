"""What all HTML pages share: their style sheet, their script, the policy under which a browser opens them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING

from tei_edition.resources import XSLT

if TYPE_CHECKING:
    from tei_edition.stylesheets import Value

CONTROL = re.compile(r"&#x([89][0-9A-F]);", re.IGNORECASE)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src {}; base-uri 'none'; form-action 'none'"


def finished(page: str) -> str:
    """
    Return *page* with control characters as themselves and a line end at its end.

    HTML reads a numeric reference to U+0080 to U+009F as another character (HTML Standard, "numeric character reference
    end state"), so that these must not be written as numbers.
    """
    return CONTROL.sub(lambda match: chr(int(match[1], 16)), page).removesuffix("\n") + "\n"


@cache
def appearance() -> dict[str, Value]:
    """Return the parameters for style sheet and script, and the policy under which a browser runs that script alone."""
    script = _file("edition.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return {"css": _file("edition.css"), "script": script, "policy": POLICY.format(f"'sha256-{digest}'")}


@cache
def plain_appearance() -> dict[str, Value]:
    """Return the parameters for the style sheet of a page without any script, and the policy that forbids all."""
    return {"css": _file("edition.css"), "policy": POLICY.format("'none'")}


def _file(name: str) -> str:
    """Return the text of the file *name* beside the stylesheets of the page."""
    return (XSLT / "html" / name).read_text(encoding="utf-8")
