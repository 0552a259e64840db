"""Doing many things at once, in processes of their own, with results in the order of the tasks whatever the number."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Given = TypeVar("Given")
Result = TypeVar("Result")

FEW = 16
"""With fewer tasks than this a process costs more time than it saves."""


class Run(Protocol):
    """Runs a function over tasks, and yields each result, or the exception raised instead, in their order."""

    def __call__(self, function: Callable[[Any], Any], tasks: Sequence[Any], /) -> Iterator[Any]:
        """Yield the results."""
        ...


class Crash(Exception):  # noqa: N818 - what happened to a process, not a fault of what was given
    """A worker process ended without a result, as for want of memory."""


def number(jobs: int, tasks: int) -> int:
    """
    Return how many processes to use: *jobs*, or one a processor where *jobs* is 0; one where there is little to do.

    >>> number(8, 2), number(8, 100), number(1, 100)
    (1, 8, 1)
    """
    wanted = jobs or os.cpu_count() or 1
    return 1 if tasks < FEW else min(wanted, tasks)


@contextmanager
def pool(count: int) -> Iterator[Run]:
    """
    Yield a function that runs a function over tasks, in *count* processes, in this one if that is 1.

    An exception is a result like any other. The processes are started afresh (*spawn*), since neither Saxon nor a
    process with threads survives a fork. Ctrl-C is for this process
    alone, which drops what has not begun.
    """
    if count == 1:
        yield _here
        return
    executor = ProcessPoolExecutor(count, get_context("spawn"), signal.signal, (signal.SIGINT, signal.SIG_IGN))
    try:
        yield _elsewhere(executor)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _here(function: Callable[[Given], Result], tasks: Sequence[Given]) -> Iterator[Result | Exception]:
    """Yield the result of each task, or the exception it raised."""
    for task in tasks:
        try:
            yield function(task)
        except Exception as error:  # noqa: BLE001 - it is the result
            yield error


def _elsewhere(executor: ProcessPoolExecutor) -> Run:
    """Return a function that does what `_here` does in the processes of *executor*."""

    def run(function: Callable[[Given], Result], tasks: Sequence[Given]) -> Iterator[Result | Exception]:
        futures = [executor.submit(function, task) for task in tasks]
        for future in futures:
            try:
                yield future.result()
            except BrokenProcessPool:
                yield Crash("the process that made it was ended, perhaps for want of memory; try with fewer --jobs")
            except Exception as error:  # noqa: BLE001 - it is the result
                yield error

    return run
