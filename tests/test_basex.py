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
FOUND = """declare namespace t = "http://www.tei-c.org/ns/1.0";
string-join(for $p in collection("edition")//t:text//t:p[%s] order by document-uri(root($p)), string($p/@xml:id)
return replace(document-uri(root($p)), "^.*/", "") || "#" || $p/@xml:id, " ")"""


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

    def paragraphs(self, condition: str) -> list[str]:
        """Return file and id of the paragraphs for which *condition* holds."""
        return self.client("-q", FOUND % condition).split()

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


@pytest.mark.parametrize("word", ["Reykjavik", "письмо", "الجلسة", "séance", "שקים", "συνεδρίαση"])
def test_a_word_is_found_where_it_stands(basex: Server, word: str) -> None:
    """A query for a word, in any script, returns the paragraphs that have it, and no other."""
    texts = basex.texts()
    words = {place: {"".join(c for c in one if c.isalnum()).casefold() for one in text.replace("-", " ").replace("'", " ").split()}
             for place, text in texts.items()}
    expected = sorted(place for place, found in words.items() if word.casefold() in found)

    assert sorted(basex.paragraphs(f'. contains text "{word}" using diacritics sensitive')) == expected
    assert expected


def test_a_phrase_is_found_across_markup(basex: Server) -> None:
    """A name of which the editor put in a part is found as it is read, by who speaks, and by whose the words are."""
    place = ["1986-11-13.xml#t2.p15"]

    assert basex.paragraphs('. contains text "Yuri Orlov"') == place
    assert basex.paragraphs('../@who = "#gorbachev" and . contains text "Yuri Orlov"') == place
    assert basex.paragraphs('.//t:supplied contains text "Yuri"') == place
    assert basex.paragraphs('../@who = "#shevardnadze" and . contains text "Yuri Orlov"') == []


def test_stems_and_distance_find_their_paragraphs(basex: Server) -> None:
    """Queries that only a full-text index answers: a word in another form, two words near each other."""
    assert "1986-11-13.xml#t2.p4" in basex.paragraphs('. contains text "exposing" using stemming using language "en"')
    assert basex.paragraphs('. contains text "moratorium" ftand "India" distance at most 60 words') == ["1986-11-13.xml#t2.p13"]
