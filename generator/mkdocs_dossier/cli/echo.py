"""Prints what the commands say: the one place where text goes to the terminal.

Titles, names and paths come from others: no character of theirs moves the cursor, hides something or turns the
direction of writing (`generator/visible.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from mkdocs_dossier.diagnostics.visible import visible


def echo(*lines: str, err: bool = False, bold: bool = False) -> None:
    """Print lines, each on one: what is in a line breaks none. err: to standard error."""
    for line in map(visible, lines):
        click.echo(click.style(line, bold=True) if bold else line, err=err)


def echo_coloured(text: str, *, colours: bool) -> None:
    """Print a text with the escapes of its colours. Whoever put these in made the rest of it visible."""
    click.echo(text, color=colours)


@contextmanager
def readable_errors() -> Iterator[None]:
    """Let the errors that click shows print as `echo` does."""
    try:
        yield
    except click.UsageError as error:
        if error.ctx is not None and error.message == error.ctx.get_help():  # a command alone: its help, in many lines
            raise
        raise click.UsageError(visible(error.format_message()), error.ctx) from error
    except click.ClickException as error:
        raise click.ClickException(visible(error.format_message())) from error
