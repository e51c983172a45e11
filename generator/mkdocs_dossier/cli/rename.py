"""`dossier rename`: another id, everywhere."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import collection_of, options_of, site_of

if TYPE_CHECKING:
    from mkdocs_dossier.edit.rename import FileEdit
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.read.site_settings import SiteSettings


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
    from mkdocs_dossier.edit.choose import check_new_id, kind_of
    from mkdocs_dossier.edit.refused import Refused
    from mkdocs_dossier.edit.rename import plan_rename
    from mkdocs_dossier.write.edits import Edit, write_edits
    from mkdocs_dossier.write.errors import CannotWrite

    site = site_of(project)
    options = options_of(project, site=site)
    files, records = collection_of(options)
    try:
        of = kind_of(records, old, kind, options.now)
        check_new_id(records, of, new, old)
        edits = plan_rename(
            *(files, records, (of, old, new)),
            lambda path: (project / path).read_bytes(),
            _pages(project, site),
            site.place("nav").path,
        )
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused
    if not dry_run:
        try:
            write_edits([Edit(project / e.path, project / e.to, e.before, e.after) for e in edits])
        except CannotWrite as error:
            echo(str(error), err=True)
            sys.exit(FINDINGS)
    _print(edits, f"{of} '{old}'", new, dry_run=dry_run)


def _pages(project: Path, site: SiteSettings) -> dict[str, str]:
    """The pages written by hand: their paths below the docs folder, by their paths in the project."""
    docs = site.docs
    found = [path for path in sorted(docs.rglob("*.md")) if path.is_file()]
    return {_shown(path, project): path.relative_to(docs).as_posix() for path in found}


def _shown(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()


def _print(edits: tuple[FileEdit, ...], renamed: str, new: str, *, dry_run: bool) -> None:
    from mkdocs_dossier.pages.say import count

    for edit in edits:
        for place, what in edit.places:
            echo(f"{place}: {what}")
        if edit.to != edit.path:
            echo(f"{edit.path}: the file is {edit.to} {'then' if dry_run else 'now'}")
    places = count(sum(len(edit.places) for edit in edits), "place")
    where = f"{places} in {count(len(edits), 'file')}"
    said = f"would become '{new}': {where}; nothing was written" if dry_run else f"is '{new}' now: {where}"
    echo(f"{renamed} {said}")
