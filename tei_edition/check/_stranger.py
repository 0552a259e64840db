"""
A grammar of the user's, held by a process of its own: loading it may take for ever, and must not take us along.

Run as a program (``python -m tei_edition.check._stranger SCHEMA``) it is that process: it says that it has loaded the
grammar, then answers each document with a line of JSON.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO

from lxml import etree

from tei_edition import xml
from tei_edition.errors import MarkupError, UsageError

LIMIT = 60
"""Seconds that a grammar may take to load, and a document to be compared with it."""

TOO_SLOW = [("too slow", "/*")]
"""The answer where the limit was reached."""

Messages = list[tuple[str, str]]


class _Process:
    """The process that holds the grammar of the file *schema*; *loaded* is None, or why it holds none."""

    def __init__(self, schema: Path) -> None:
        package = str(Path(__file__).resolve().parents[2])
        paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and module; the schema is one argument
            [sys.executable, "-m", "tei_edition.check._stranger", str(schema)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )
        self.lines: Queue[bytes] = Queue()
        Thread(target=self._listen, daemon=True).start()
        atexit.register(self.close)
        self.loaded = self._answer()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(b"")

    def _answer(self) -> object:
        """Return the next answer, or `TOO_SLOW`."""
        try:
            line = self.lines.get(timeout=LIMIT)
        except Empty:
            self.close()
            return TOO_SLOW
        return json.loads(line) if line else TOO_SLOW

    def validate(self, data: bytes) -> object:
        """Return the messages for the document in *data*."""
        if self.loaded is not None:
            return self.loaded
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(len(data).to_bytes(8, "big") + data)
            self.process.stdin.flush()
        except OSError:
            return TOO_SLOW
        return self._answer()

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None and pipe is not self.process.stdout:
                pipe.close()


_processes: dict[tuple[Path, int, int], _Process] = {}


def validate(schema: Path, data: bytes) -> Messages:
    """
    Return what libxml2 says of the document in *data* by the grammar in *schema*: messages with paths.

    The answer is `TOO_SLOW` where that takes too long. Raises `UsageError` for a file that is no grammar.
    """
    status = schema.stat()
    key = (schema.resolve(), status.st_mtime_ns, status.st_size)
    if key not in _processes:
        _processes[key] = _Process(schema)
    answer = _processes[key].validate(data)
    if isinstance(answer, str):
        raise UsageError(f"{schema}: this is not a RELAX NG schema that can be used ({answer})")
    assert isinstance(answer, list)
    return [(str(message), str(path)) for message, path in answer]


def _load(schema: Path) -> etree.RelaxNG:
    tree = xml.parse(schema)
    tree.docinfo.URL = str(schema.resolve())
    return etree.RelaxNG(tree)


def _serve(stream: IO[bytes], validator: etree.RelaxNG) -> None:
    while header := stream.read(8):
        tree = xml.parse_bytes(stream.read(int.from_bytes(header, "big")), "document")
        valid = validator.validate(tree)
        log = [] if valid else [(str(entry.message), str(entry.path)) for entry in validator.error_log]
        _say([] if valid else log or [("it does not fit", "/*")])


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _main() -> None:
    try:
        validator = _load(Path(sys.argv[1]))
    except (MarkupError, etree.RelaxNGParseError) as error:
        _say(str(error))
        return
    _say(None)
    _serve(sys.stdin.buffer, validator)


if __name__ == "__main__":
    _main()
