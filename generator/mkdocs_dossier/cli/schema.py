"""`dossier schema`: JSON Schemas for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import options_of

if TYPE_CHECKING:
    from mkdocs_dossier.run.options import Options


@click.command()
@click.option(
    "--to", "target", type=click.Path(file_okay=False, path_type=Path), help="Into which folder. Default: schema/."
)
@click.option("--vscode", is_flag=True, help="Set up Visual Studio Code instead: it proposes the collection's ids too.")
@click.pass_obj
def schema(project: Path, target: Path | None, vscode: bool) -> None:
    """Write the JSON Schemas of the input files, for editors."""
    if vscode and target is not None:
        raise click.UsageError("--to and --vscode do not go together")
    if vscode:
        _set_up(options_of(project))
        return
    from mkdocs_dossier.schema import write_schemas

    folder = project / (target or "schema")
    echo(f"{folder}: {write_schemas(folder)} schemas")


def _set_up(options: Options) -> None:
    """Write the schemas with ids, and tell Visual Studio Code of them."""
    from mkdocs_dossier.schema import NotSetUp, set_up_vscode

    try:
        made = set_up_vscode(options)
    except NotSetUp as error:
        echo(f"{error}; add this to it yourself:", "", *error.settings.split("\n"), err=True)
        sys.exit(FINDINGS)
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from error
    echo(f"{made.settings}: the YAML extension (redhat.vscode-yaml) completes and checks {options.data_dir}/")
    echo(f"{made.ids}: schemas with the ids of the collection; 'mkdocs serve' keeps them up to date")
    if made.ignored is not None:
        echo(f"{made.ignored}: a line that keeps {made.ids}/ out of commits")
    for path in made.overruled:
        echo(f"{path}: its line '# yaml-language-server: …' overrules the settings; without it ids are proposed")
