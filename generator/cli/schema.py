"""`dossier schema`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("--to", "target", type=click.Path(file_okay=False, path_type=Path), default=Path("schema"))
@click.pass_obj
def schema(project: Path, target: Path) -> None:
    """Write the JSON Schemas of the input files, for editors. Default: into schema/."""
    from generator.export.schema import schemas

    folder = project / target
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{folder}: {len(schemas())} schemas")
