"""`dossier schema`: JSON Schemas for editors."""

from __future__ import annotations

import sys
from collections.abc import Iterator
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
    from mkdocs_dossier.export.choices import country_choices
    from mkdocs_dossier.export.schema import schemas
    from mkdocs_dossier.read.territories import built_in_territories

    if vscode and target is not None:
        raise click.UsageError("--to and --vscode do not go together")
    if vscode:
        _set_up(options_of(project))
        return
    folder = project / (target or "schema")
    folder.mkdir(parents=True, exist_ok=True)
    made = schemas(country_choices(built_in_territories()))
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    echo(f"{folder}: {len(made)} schemas")


def _set_up(options: Options) -> None:
    """Write the schemas with ids, and tell Visual Studio Code of them."""
    from mkdocs_dossier.stages import read_records
    from mkdocs_dossier.vscode.files import (
        ID_SCHEMAS,
        IGNORED,
        NotOurs,
        put_ignored,
        put_settings,
        schema_files,
        write_id_schemas,
    )
    from mkdocs_dossier.vscode.settings import settings_text

    records, _ = read_records(options)
    files = schema_files(options.data_dir)
    try:
        ignored = put_ignored(options.root)
        write_id_schemas(options.root, records.all())
        settings = put_settings(options.root, files)
    except NotOurs as error:
        echo(f"{error}; add this to it yourself:", "", *settings_text(files).split("\n"), err=True)
        sys.exit(FINDINGS)
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from error
    echo(f"{settings}: the YAML extension (redhat.vscode-yaml) completes and checks {options.data_dir}/")
    echo(f"{ID_SCHEMAS.as_posix()}: schemas with the ids of the collection; 'mkdocs serve' keeps them up to date")
    if ignored:
        echo(f"{IGNORED.as_posix()}: a line that keeps {ID_SCHEMAS.as_posix()}/ out of commits")
    for path in _overruling(options):
        echo(f"{path}: its line '# yaml-language-server: …' overrules the settings; without it ids are proposed")


def _overruling(options: Options) -> Iterator[str]:
    """The files that name a schema themselves."""
    from mkdocs_dossier.read.files import read_files

    for file in read_files(options.data_folder, options.root, max_size=options.max_file_size).files:
        first = (file.text or "").split("\n", 5)[:5] if file.path.endswith(".yml") else ()
        if any(line.startswith("# yaml-language-server:") for line in first):
            yield file.path
