"""BaseX, an XML database: it loads the TEI as it is, and its full-text queries return the right paragraphs."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_edition.encode import serialize
from tests.conftest import program
from tests.families import FAMILIES, encoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SPACE = 'declare namespace t = "http://www.tei-c.org/ns/1.0"; '
FOUND = """(string-join(for $p in collection("edition")//t:text//t:p[%s] order by document-uri(root($p)), string($p/@xml:id)
return replace(document-uri(root($p)), "^.*/", "") || "#" || $p/@xml:id, " "))"""
WORDS = ("Reykjavik", "письмо", "الجلسة", "séance", "שקים", "συνεδρίαση")


@dataclass(frozen=True)
class Server:
    """A server of BaseX on *port*, with *environment*, in whose database the TEI files in *folder* are."""

    port: int
    environment: dict[str, str]
    folder: Path

    def client(self, *words: str) -> str:
        """Return what a client of the server answers."""
        asked = [program("basexclient"), "-p", str(self.port), "-U", "admin", "-P", "admin", *words]
        done = subprocess.run(asked, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def paragraphs(self, *conditions: str) -> list[list[str]]:
        """Return file and id of the paragraphs for which each of *conditions* holds."""
        answer = self.client("-q", f"{SPACE} string-join(({', '.join(FOUND % one for one in conditions)}), '&#10;')")
        return [line.split() for line in answer.split("\n")]

    def texts(self) -> dict[str, str]:
        """Return the text of each paragraph, by file and id, as lxml reads it."""
        trees = {path.name: etree.parse(path) for path in self.folder.glob("*.xml")}
        return {f"{name}#{p.get(ID)}": " ".join("".join(p.itertext()).split())
                for name, tree in sorted(trees.items()) for p in tree.iterfind(f"{TEI}text//{TEI}p")}


@pytest.fixture(scope="module")
def basex(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, on a free port and with its own folder, that is stopped at the end."""
    start, home = program("basexserver"), tmp_path_factory.mktemp("basex")
    folder = home / "tei"
    folder.mkdir()
    for family in FAMILIES:
        (folder / f"{family.name}.xml").write_bytes(serialize(encoded(family).tree))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "HOME": str(home), "JAVA_ARGS": f"-Dorg.basex.path={home}"}
    words = [start, "-z", "-n", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(port)
            server = Server(port, environment, folder)
            server.client("-c", "SET FTINDEX true", "-c", f"CREATE DB edition {folder}")
            yield server
        finally:
            subprocess.run([start, "-p", str(port), "stop"], env=environment, capture_output=True, timeout=60, check=False)
            process.wait(timeout=60)


def _await(port: int) -> None:
    """Wait until the server answers on *port*."""
    for _ in range(300):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server of BaseX does not answer")


def test_every_paragraph_is_loaded(basex: Server) -> None:
    """The database holds the paragraphs of all files, each with its own id, and their text word by word."""
    said = basex.client("-q", """declare namespace t = "http://www.tei-c.org/ns/1.0"; string-join(
        for $p in collection("edition")//t:text//t:p return replace(document-uri(root($p)), "^.*/", "") || "#" || $p/@xml:id || "&#9;" || normalize-space($p), "&#10;")""")

    assert dict(line.split("\t") for line in said.splitlines()) == basex.texts()


def test_words_are_found_where_they_stand(basex: Server) -> None:
    """A query for a word, in any script, returns the paragraphs that have it, and no other."""
    parted = {place: {"".join(c for c in one if c.isalnum()).casefold() for one in text.replace("-", " ").replace("'", " ").split()}
              for place, text in basex.texts().items()}
    found = basex.paragraphs(*(f'. contains text "{word}" using diacritics sensitive' for word in WORDS))
    expected = [sorted(place for place, words in parted.items() if word.casefold() in words) for word in WORDS]

    assert [sorted(places) for places in found] == expected
    assert [word for word, places in zip(WORDS, expected, strict=True) if not places] == []


def test_a_phrase_is_found_across_markup(basex: Server) -> None:
    """A name of which the editor put in a part is found as it is read, by who speaks, and by whose the words are."""
    place = ["1986-11-13.xml#t2.p15"]

    assert basex.paragraphs(
        '. contains text "Yuri Orlov"', '../@who = "#gorbachev" and . contains text "Yuri Orlov"', './/t:supplied contains text "Yuri"',
        '../@who = "#shevardnadze" and . contains text "Yuri Orlov"',
    ) == [place, place, place, []]


def test_stems_and_distance_find_their_paragraphs(basex: Server) -> None:
    """Queries that only a full-text index answers: a word in another form, two words near each other."""
    stems, near = basex.paragraphs(
        '. contains text "exposing" using stemming using language "en"', '. contains text "moratorium" ftand "India" distance at most 60 words',
    )

    assert "1986-11-13.xml#t2.p4" in stems
    assert near == ["1986-11-13.xml#t2.p13"]
