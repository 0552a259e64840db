"""Where the package's own files stand: stylesheets and schemas, in a checkout or in an installed wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
ROOT = PACKAGE / "data" if (PACKAGE / "data").is_dir() else PACKAGE.parent

XSLT = ROOT / "xslt"
SCHEMAS = ROOT / "schemas"
