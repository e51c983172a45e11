"""The project that a command works on: its options, and what is said where it cannot be changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, summary

if TYPE_CHECKING:
    from mkdocs_dossier.project import SiteSettings
    from mkdocs_dossier.run.options import Options

executor_option = click.option(
    "--executor",
    help="Where the heavy work runs: auto, serial, process, process:4, or module:function, which gives an Executor of "
    "concurrent.futures. Default: as mkdocs.yml says. The variable DOSSIER_EXECUTOR overrules both.",
)


def options_of(project: Path, executor: str | None = None) -> Options:
    """The options in mkdocs.yml, which has to say where the collection lies. executor: overrules the one there."""
    from mkdocs_dossier.project import usable_site

    with refusals():
        return site_options(usable_site(project), executor)


def site_options(site: SiteSettings, executor: str | None = None) -> Options:
    """The options in the settings of a site."""
    from mkdocs_dossier.project import project_options, wants_drafts

    try:
        options = project_options(site, os.environ, executor)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if wants_drafts(site, os.environ):
        echo("drafts are left out: 'mkdocs serve' alone shows them", err=True)
    return options


@contextmanager
def refusals() -> Iterator[None]:
    """Say why a collection cannot be changed as it was asked for, and end the command."""
    from mkdocs_dossier.project import NotChanged, Unreadable, UnusableSettings

    try:
        yield
    except NotChanged as refused:
        raise click.UsageError(str(refused)) from refused
    except UnusableSettings as unusable:
        print_all(unusable.problems, "text")
        echo(f"nothing was done: {unusable}", err=True)
        sys.exit(FINDINGS)
    except Unreadable as unreadable:
        print_all(unreadable.problems, "text")
        echo(f"nothing was written: fix what cannot be read first ({summary(unreadable.problems)})", err=True)
        sys.exit(FINDINGS)
