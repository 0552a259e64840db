"""The options that say of which edition a transcript is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tei_edition.cli import _files

if TYPE_CHECKING:
    from collections.abc import Callable

transcripts = click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT...", type=_files.paths)

OPTIONS = (
    click.option(
        "--edition",
        "folder",
        metavar="DIR",
        type=_files.paths,
        help="The edition's folder. Default: the one in whose source/ the transcript is, if it is in one.",
    ),
    click.option("--profile", metavar="NAME", help="House conventions of a lone transcript."),
    click.option("--language", metavar="TAG", help="Language of a lone transcript, such as en."),
    click.option("--encoding", metavar="NAME", help="Character encoding of a lone transcript, such as windows-1251; or detect."),
)


def of_edition(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say of which edition its transcripts are."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function
