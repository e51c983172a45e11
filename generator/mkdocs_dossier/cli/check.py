"""`dossier check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, print_end
from mkdocs_dossier.cli.project import executor_option, site_options
from mkdocs_dossier.run.gc_tuning import keep_until_exit


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as findings.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--explain", "code", metavar="CODE", help="Say what a code means, with a wrong and a right example.")
@executor_option
@click.pass_obj
def check(project: Path, strict: bool, form: str, code: str | None, executor: str | None) -> None:
    """Report what is wrong in data/ and mkdocs.yml. Exits with 0 if nothing is, 1 if something is."""
    if code is not None:
        _explain(code)
        return
    from mkdocs_dossier.check import check_project
    from mkdocs_dossier.diagnostics import has_errors
    from mkdocs_dossier.project import read_site
    from mkdocs_dossier.run.progress_bar import progress_bar

    site = read_site(project)
    options = site_options(site, executor)
    with progress_bar() as progress:
        problems = check_project(site, options, progress, keep_until_exit)
    if form == "github":
        from mkdocs_dossier.check import as_in_repository

        print_all(as_in_repository(problems, options.root, os.environ), form)
    else:
        print_all(problems, form, options)
    if form == "text":
        print_end(problems, strict=strict)
    sys.exit(FINDINGS if has_errors(problems, strict=strict) else 0)


def _explain(code: str) -> None:
    from mkdocs_dossier.check import UnknownCode, explain_code

    try:
        echo(*explain_code(code).split("\n"))
    except UnknownCode as error:
        raise click.UsageError(str(error)) from error
