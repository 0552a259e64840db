"""
``python -m tei_edition.relaxng SCHEMA FILE...``: validates files, as jing does; one line for each finding.

Exit 0: all valid; 1: something was found; 2: the schema cannot be used, or a file not be read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tei_edition.relaxng import SchemaError, load


def main(words: list[str]) -> int:
    """Validate the files in *words* by the schema that comes first, and return the exit code."""
    if len(words) < 2:  # noqa: PLR2004 - a schema and a file
        sys.stderr.write("usage: python -m tei_edition.relaxng SCHEMA FILE...\n")
        return 2
    code = 0
    try:
        schema = load(Path(words[0]))
        for path in words[1:]:
            found = schema.validate(path)
            if found:
                code = 1
                sys.stdout.write("".join(f"{finding}\n" for finding in found))
    except (OSError, SchemaError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
