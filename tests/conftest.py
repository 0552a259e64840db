"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def absent(what: str, remedy: str) -> None:
    """Skip the test because *what* is not here; under ``CI=true`` fail instead."""
    message = f"{what} is not here; {remedy}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def program(name: str) -> str:
    """Return the path of a program a test needs, or skip with the reason."""
    found = shutil.which(name)
    if not found:
        absent(name, "install it, or run .ci/run, which does")
    return found or ""


def shared(relative: str) -> Path:
    """Return a file of the reference data that stands beside the checkout, or skip with the reason."""
    path = SHARED / relative
    if not path.exists():
        absent(f"../shared/{relative}", "the reference data stands beside a checkout of its makers only")
    return path


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests cache out of the user's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TEI_EDITION_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--accept`` rewrites the golden files."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what is made now")
