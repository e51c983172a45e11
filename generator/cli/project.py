"""The options of the project that a command works on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.config import Options

executor_option = click.option(
    "--executor",
    help="Where the heavy work runs: auto, serial, process, process:4, or module:function, which gives an Executor of "
    "concurrent.futures. Default: as mkdocs.yml says. The variable DOSSIER_EXECUTOR overrules both.",
)


def options_of(project: Path, executor: str | None = None) -> Options:
    """The options in mkdocs.yml. executor: overrules the one there."""
    from generator.config import Options, drafts_from, executor_from, moment
    from generator.read.site_settings import plugin_settings, read_settings

    settings = plugin_settings(read_settings(project / "mkdocs.yml"))
    known: dict[str, Any] = {
        key: settings[key]
        for key in ("data_dir", "templates_dir", "max_file_size", "maps")
        if settings.get(key) is not None
    }
    try:
        known["executor"] = executor_from(os.environ, executor or str(settings.get("executor") or "auto"))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if drafts_from(os.environ, settings.get("drafts") is True):
        click.echo("drafts are left out: 'mkdocs serve' alone shows them", err=True)
    return Options(root=project, now=moment(os.environ), **known)
