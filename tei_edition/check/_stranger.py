"""
A schema of the user's, held by a process of its own: it may take for ever, and must not take us along.

Run as a program (``python -m tei_edition.check._stranger SCHEMA``) it is that process: it answers each document on standard
input with a line of JSON, the misfits or a sentence that says why there can be none.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

from tei_edition import xml, xmltext
from tei_edition.check._explain import Misfit
from tei_edition.check._schema import Schema
from tei_edition.errors import ToolError, UsageError

LIMIT = 60
"""Seconds that a document may take, the loading of the schema included."""


class _Process:
    """The process that holds the schema in the file *schema*."""

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
        self.thread = Thread(target=self._listen, daemon=True)
        self.thread.start()
        atexit.register(self.close)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(b"")

    def ask(self, data: bytes, limit: float) -> bytes:
        """Return the answer for the document in *data*; nothing where the process has ended. Raises `Empty`."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(len(data).to_bytes(8, "big") + data)
            self.process.stdin.flush()
        except OSError:
            return b""
        return self.lines.get(timeout=limit)

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        self.thread.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()
        atexit.unregister(self.close)


_processes: dict[tuple[Path, int, int], _Process] = {}


def misfits(schema: Path, data: bytes) -> tuple[Misfit, ...]:
    """
    Return what in the document in *data* does not fit the schema in the file *schema*.

    Raises `UsageError` for a schema that is not there, is none, or takes longer than `LIMIT`.
    """
    if not schema.is_file():
        raise UsageError(f"{schema}: there is no such schema")
    status = schema.stat()
    key = (schema.resolve(), status.st_mtime_ns, status.st_size)
    if key not in _processes:
        _processes[key] = _Process(schema)
    answer = _answer(schema, key, data)
    if isinstance(answer, str):
        raise UsageError(answer)
    return tuple(Misfit(**{**item, "path": tuple(item["path"])}) for item in answer)


def _answer(schema: Path, key: tuple[Path, int, int], data: bytes) -> list[dict[str, Any]] | str:
    """Return what the process answers; one that is too slow, or has ended, is put away."""
    try:
        line = _processes[key].ask(data, LIMIT)
    except Empty:
        line = b""
        why = f"it took longer than {LIMIT} seconds"
    else:
        why = "the process that held it ended"
    if line:
        answer: list[dict[str, Any]] | str = json.loads(line)
        return answer
    _processes.pop(key).close()
    return f"{schema}: this schema is too much for this machine ({why}); give a smaller one"


def _serve(schema: Schema, stream: IO[bytes]) -> None:
    while header := stream.read(8):
        text = xmltext.read(stream.read(int.from_bytes(header, "big")), "document")
        try:
            found = [asdict(misfit) for misfit in schema.misfits(text, xml.parse_text(text))]
        except ToolError as error:
            _say(str(error))
        else:
            _say(found)


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _main() -> None:
    path = Path(sys.argv[1])
    _serve(Schema(path, xml.read(path)), sys.stdin.buffer)


if __name__ == "__main__":
    _main()
