"""`dossier rename`: another id, everywhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import options_of, refusals

if TYPE_CHECKING:
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.rename import Renaming


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(["actor", "event", "article"]), help="Where several records are called OLD.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.pass_obj
def rename(project: Path, old: str, new: str, kind: RecordKind | None, dry_run: bool) -> None:
    """Give the actor, event or article OLD the id NEW, wherever it is referred to.

    Its old address goes on leading to its page: the list 'formerly' keeps it.
    """
    from mkdocs_dossier.rename import plan_renaming, write_renaming
    from mkdocs_dossier.write.errors import CannotWrite

    options = options_of(project)
    with refusals():
        renaming = plan_renaming(options, old, new, kind)
    if not dry_run:
        try:
            write_renaming(options, renaming)
        except CannotWrite as error:
            echo(str(error), err=True)
            sys.exit(FINDINGS)
    _print(renaming, old, new, dry_run=dry_run)


def _print(renaming: Renaming, old: str, new: str, *, dry_run: bool) -> None:
    from mkdocs_dossier.diagnostics.run_result import count

    edits = renaming.edits
    for edit in edits:
        for place, what in edit.places:
            echo(f"{place}: {what}")
        if edit.to != edit.path:
            echo(f"{edit.path}: the file is {edit.to} {'then' if dry_run else 'now'}")
    places = count(sum(len(edit.places) for edit in edits), "place")
    where = f"{places} in {count(len(edits), 'file')}"
    said = f"would become '{new}': {where}; nothing was written" if dry_run else f"is '{new}' now: {where}"
    echo(f"{renaming.kind} '{old}' {said}")
