"""What the commands print of problems, and how they exit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo, echo_coloured

if TYPE_CHECKING:
    from mkdocs_dossier.diagnostics import Diagnostic
    from mkdocs_dossier.run.options import Options

FINDINGS = 1
"""The exit code where something is wrong."""


def print_all(problems: Sequence[Diagnostic], form: str, options: Options | None = None) -> None:
    """Print the problems. options: of the project that they are of, for the lines that they point at."""
    if not problems:
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows few characters gets the others too
    colours = form == "text" and has_colours()
    texts: Iterator[str]
    if form == "text":
        from mkdocs_dossier.cli.problem_text import problem_text
        from mkdocs_dossier.excerpt.excerpt import excerpts

        excerpt = None if options is None else excerpts(options, width=_width())
        texts = map(partial(problem_text, excerpt=excerpt, colours=colours), problems)
    else:
        from mkdocs_dossier.diagnostics import FORMATS

        texts = map(FORMATS[form], problems)
    for text in texts:
        echo_coloured(text, colours=colours)


def print_end(problems: Sequence[Diagnostic], *, strict: bool = False) -> None:
    """Print how many there are, and how to go on."""
    from mkdocs_dossier.diagnostics.run_result import tally, way_on

    colours = has_colours()
    colour = "green" if not problems else None
    echo_coloured(click.style(tally(problems), bold=True, fg=colour) if colours else tally(problems), colours=colours)
    if problems:
        echo(way_on(problems, strict=strict))


def summary(problems: Sequence[Diagnostic]) -> str:
    """Return how many problems there are, in words."""
    from mkdocs_dossier.diagnostics.run_result import tally

    return tally(problems)


def has_colours() -> bool:
    """Whether what is printed may have colours: on a terminal, unless the user says otherwise.

    See https://no-color.org and https://force-color.org.
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.color is not None:
        return context.color
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] not in ("0", "false")
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """The cells that a line of a file may take, beside its number."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 120
    return max(40, min(columns, 160) - 16)
