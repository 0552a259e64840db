"""How the work grows with the size of what is given: ratios of the processor's time, never a number of seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
LEAST = 0.02
"""Seconds below which a measure says nothing: what took less counts as so long."""


def growth(work: Callable[[T], object], small: T, large: T) -> float:
    """
    Return how many times as long *work* takes with *large* as with *small*; it is done once before, so that all is loaded.

    Eight times the size is 8 for linear work and 64 for quadratic; a bound between them stands the noise of a busy machine.
    """
    work(small)
    return _seconds(work, large) / max(_seconds(work, small), LEAST)


def _seconds(work: Callable[[T], object], given: T) -> float:
    start = time.process_time()
    work(given)
    return time.process_time() - start
