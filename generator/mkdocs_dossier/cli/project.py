"""The options of the project that a command works on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, summary

if TYPE_CHECKING:
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.read.files import SourceFile
    from mkdocs_dossier.read.site_settings import SiteSettings
    from mkdocs_dossier.run.options import Options
    from mkdocs_dossier.validate.records import Records

executor_option = click.option(
    "--executor",
    help="Where the heavy work runs: auto, serial, process, process:4, or module:function, which gives an Executor of "
    "concurrent.futures. Default: as mkdocs.yml says. The variable DOSSIER_EXECUTOR overrules both.",
)


def site_of(project: Path) -> SiteSettings:
    """The settings of the site. Ends where they do not say where the collection lies: nothing is guessed."""
    from mkdocs_dossier.read.site_faults import option_faults
    from mkdocs_dossier.read.site_settings import read_site

    site = read_site(project)
    if faults := option_faults(site):
        print_all(faults, "text")
        echo(f"nothing was done: mend {site.path.name} first", err=True)
        sys.exit(FINDINGS)
    return site


def options_of(project: Path, executor: str | None = None, site: SiteSettings | None = None) -> Options:
    """The options in mkdocs.yml. executor: overrules the one there. site: what that says, if it was read before."""
    from mkdocs_dossier.read.site_faults import PLUGIN_OPTIONS
    from mkdocs_dossier.read.site_settings import plugin_settings
    from mkdocs_dossier.run.options import Options, drafts_from, executor_from, moment

    settings = plugin_settings((site or site_of(project)).values) or {}
    known: dict[str, Any] = {
        key: settings[key]
        for key in ("data_dir", "templates_dir", "max_file_size", "maps")
        if isinstance(settings.get(key), PLUGIN_OPTIONS[key])
    }
    try:
        known["executor"] = executor_from(os.environ, executor or str(settings.get("executor") or "auto"))
        now = moment(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if drafts_from(os.environ, settings.get("drafts") is True):
        echo("drafts are left out: 'mkdocs serve' alone shows them", err=True)
    return Options(root=project, now=now, **known)


def collection_of(options: Options, kind: RecordKind | None = None) -> tuple[tuple[SourceFile, ...], Records]:
    """The files of the collection and their records, for a command that changes them. Ends where something cannot be
    read: nobody knows then what it refers to. kind: of which it must be known which ids there are, and no more.
    """
    from mkdocs_dossier.diagnostics import Severity, in_order
    from mkdocs_dossier.edit.choose import record_set_of
    from mkdocs_dossier.read.files import read_files
    from mkdocs_dossier.validate.records import check_files

    files = read_files(options.data_folder, options.root, max_size=options.max_file_size)
    read = check_files(files.files)
    broken = [
        problem
        for problem in in_order((*files.problems, *read.problems))
        if problem.severity is Severity.ERROR
        and problem.code != "no-data"  # the first record of all
        and (kind is None or problem.place.path in record_set_of(read.records, kind).unread)
    ]
    if broken:
        print_all(broken, "text")
        echo(f"nothing was written: mend what cannot be read first ({summary(broken)})", err=True)
        sys.exit(FINDINGS)
    return files.files, read.records
