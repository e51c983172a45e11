"""`dossier build --to`: the whole site as Markdown."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, summary
from mkdocs_dossier.cli.project import executor_option, options_of
from mkdocs_dossier.run.gc_tuning import keep_until_exit


@click.command()
@click.option("--to", "target", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@executor_option
@click.pass_obj
def build(project: Path, target: Path, executor: str | None) -> None:
    """Write the whole site as Markdown, with a mkdocs.yml, for any builder that reads MkDocs projects."""
    from mkdocs_dossier.build import write_site
    from mkdocs_dossier.diagnostics import has_errors
    from mkdocs_dossier.diagnostics.run_result import way_on
    from mkdocs_dossier.run.progress_bar import progress_bar
    from mkdocs_dossier.tree import write_site_tree
    from mkdocs_dossier.write.errors import CannotWrite

    options = options_of(project, executor)
    with progress_bar() as progress:
        site, problems = write_site(options, progress)
    print_all(problems, "text", options)
    if has_errors(problems):
        echo(f"nothing was written: {summary(problems)}", err=True)
        echo(way_on(problems), err=True)
        sys.exit(FINDINGS)
    try:
        with progress_bar() as progress:
            change = write_site_tree(site, target, partial(echo, err=True), progress)
    except CannotWrite as error:
        echo(str(error), err=True)
        sys.exit(FINDINGS)
    echo(f"{target}: {change.written} written, {change.unchanged} unchanged, {change.removed} removed")
    keep_until_exit(site)
