"""What jing says of many schemas and documents, asked in one call: its own driver of test suites reads them from folders."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import program

JARS = ("jing", "xercesImpl", "xml-apis", "xml-resolver", "Saxon-HE")


@dataclass(frozen=True)
class Case:
    """A *schema* in the XML syntax with *documents*, and the other *files* it refers to by their names."""

    schema: str
    documents: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Verdict:
    """Whether a schema is correct, and which of its documents are valid."""

    correct: bool
    valid: tuple[bool, ...] = ()


def jing(cases: list[Case], folder: Path, *, ids: bool = False) -> list[Verdict]:
    """Return the verdicts of jing on *cases*, the ids checked if *ids*; *folder* is an empty one."""
    program("jing")
    for number, case in enumerate(cases):
        place = folder / f"{number:05}"
        place.mkdir()
        (place / "c.rng").write_text(case.schema, "utf-8")
        for name, text in case.files:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(text, "utf-8")
        for document, text in enumerate(case.documents):
            (place / f"{document:05}.v.xml").write_text(text, "utf-8")
    jars = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    command = [program("java"), "-XX:TieredStopAtLevel=1", "-cp", jars, "com.thaiopensource.relaxng.util.TestDriver"]
    done = subprocess.run(
        [*command, *(["-i"] if ids else []), str(folder / "log"), str(folder)], capture_output=True, text=True, check=False
    )
    said = (done.stdout + done.stderr).splitlines()
    assert any(line.startswith("Number of tests") for line in said), said
    failed = {line.removeprefix("Failed: ").removeprefix(f"{folder}/") for line in said if line.startswith("Failed: ")}
    return [_verdict(f"{number:05}", len(case.documents), failed) for number, case in enumerate(cases)]


def _verdict(place: str, documents: int, failed: set[str]) -> Verdict:
    if f"{place}/c.rng" in failed:
        return Verdict(correct=False, valid=(False,) * documents)
    return Verdict(correct=True, valid=tuple(f"{place}/{number:05}.v.xml" not in failed for number in range(documents)))


def jing_compact(schemas: list[Path], folder: Path) -> list[bool]:
    """Return which of *schemas*, in the compact syntax, jing finds correct: it reads them all for one script of NVDL."""
    kind = "application/relax-ng-compact-syntax"
    rules = [
        f'<namespace ns="u:{number}"><validate schema="{path}" schemaType="{kind}"/></namespace>' for number, path in enumerate(schemas)
    ]
    (folder / "all.nvdl").write_text(f'<rules xmlns="http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0">{"".join(rules)}</rules>', "utf-8")
    (folder / "none.xml").write_text("<none/>", "utf-8")
    command = [program("jing"), str(folder / "all.nvdl"), str(folder / "none.xml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Exception" not in done.stderr, done.stderr
    faulty = {Path(line.partition(".rnc:")[0]).parent for line in done.stdout.splitlines() if ": error:" in line}
    return [path.parent not in faulty for path in schemas]
