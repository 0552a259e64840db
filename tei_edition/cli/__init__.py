"""
The command line: one command a file in this folder, which is the registry; each calls one public function.

Data goes to standard output, words to a person to standard error. Exit 0: done; 1: findings, or a fault in the input;
2: a wrong command line, or it could not run. What goes wrong becomes a message here and nowhere else.
"""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from tei_edition import registry
from tei_edition.cli import _words
from tei_edition.errors import ToolError, UsageError, described
from tei_edition.version import VERSION

INTERRUPTED = 130
"""The exit code of a program that was interrupted (128 and the number of the signal)."""

TRACEBACK = "TEI_EDITION_TRACEBACK"
"""The variable that, if set, shows where in the code a fault of the tool itself arose."""


class Commands(click.Group):
    """The commands in this folder, and the one border at which errors become messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted({*super().list_commands(ctx), *_modules()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        module = _modules().get(cmd_name)
        return module.command if module else super().get_command(ctx, cmd_name)

    def main(self, *args: Any, **more: Any) -> Any:
        """Run the command line; tell a person where something cannot be read or written, as a disk that is full."""
        try:
            return super().main(*args, **more)
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"Error: {error.filename or 'the output'}: cannot be read or written ({error.strerror})", err=True)
            sys.exit(UsageError.exit_code)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; tell a person what went wrong."""
        try:
            return super().invoke(ctx)
        except ToolError as error:
            _words.error(error)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("\nStopped. The files that were written are whole.", err=True)
            ctx.exit(INTERRUPTED)
        except (click.exceptions.Exit, click.exceptions.Abort, click.ClickException, OSError):
            raise
        except Exception as error:
            if os.environ.get(TRACEBACK):
                raise
            click.echo(f"Error: tei-edition itself failed: {described(error)}", err=True)
            click.echo(f"Please report this, with what {TRACEBACK}=1 tei-edition ... says.", err=True)
            ctx.exit(1)


def _modules() -> dict[str, Any]:
    """Return the module of each command by the command's name."""
    return registry.modules(sys.modules[__name__])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="tei-edition")
def main() -> None:
    """Make digital editions in TEI XML from plain transcripts."""
