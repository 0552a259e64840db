"""``python -m tei_edition.odd ODD --source p5subset.xml [-o FOLDER]`` compiles an ODD."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tei_edition.errors import ToolError
from tei_edition.odd import write_schemas


def main(arguments: list[str] | None = None) -> int:
    """Compile the ODD that *arguments* name, beside it or in a folder of its own; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tei_edition.odd", description="Compile an ODD to RELAX NG and Schematron.")
    parser.add_argument("odd", type=Path, help="the ODD")
    parser.add_argument("--source", type=Path, required=True, help="the TEI's specifications (p5subset.xml)")
    parser.add_argument("-o", "--output", type=Path, help="the folder to write to (default: the ODD's)")
    given = parser.parse_args(arguments)
    try:
        written = write_schemas(given.odd, given.source, given.output or given.odd.parent)
    except ToolError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write("".join(f"{path}\n" for path in written))
    return 0


if __name__ == "__main__":
    sys.exit(main())
