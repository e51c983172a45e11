"""`dossier build --to`: the whole site as Markdown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, print_all, summary
from mkdocs_dossier.cli.project import executor_option, options_of, site_of
from mkdocs_dossier.run.gc_tuning import keep_until_exit

if TYPE_CHECKING:
    from mkdocs_dossier.build import Snapshot


_MOST = 1 << 30
"""Bytes of a file of the docs folder that are read."""


@click.command()
@click.option("--to", "target", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@executor_option
@click.pass_obj
def build(project: Path, target: Path, executor: str | None) -> None:
    """Write the whole site as Markdown, with a mkdocs.yml, for any builder that reads MkDocs projects."""
    from mkdocs_dossier.build import write_site
    from mkdocs_dossier.diagnostics import has_errors
    from mkdocs_dossier.diagnostics.run_result import way_on
    from mkdocs_dossier.export.markdown_tree import tree_files
    from mkdocs_dossier.pages.moved import moved_pages
    from mkdocs_dossier.run.progress_bar import progress_bar
    from mkdocs_dossier.write.errors import CannotWrite
    from mkdocs_dossier.write.tree import write_tree

    site = site_of(project)
    options, settings = options_of(project, executor, site), dict(site.values)
    with progress_bar() as progress:
        written, problems = write_site(options, progress)
    print_all(problems, "text", options)
    if has_errors(problems):
        echo(f"nothing was written: {summary(problems)}", err=True)
        echo(way_on(problems), err=True)
        sys.exit(FINDINGS)
    own = {**written.pictures, **_hand_written(project, settings, written.snapshot)}
    pages = {path: page.markdown for path, page in written.pages.items()}
    try:
        with progress_bar() as progress:
            files = tree_files(pages, moved_pages(written.site.moved, pages), own, settings)
            progress("writing files", 0, 0)
            change = write_tree(target, files)
    except CannotWrite as error:
        echo(str(error), err=True)
        sys.exit(FINDINGS)
    echo(f"{target}: {change.written} written, {change.unchanged} unchanged, {change.removed} removed")
    keep_until_exit(written)


def _hand_written(project: Path, settings: dict[str, Any], snapshot: Snapshot) -> dict[str, bytes]:
    """The files of `docs/`, with the home page's figures where a page wants them."""
    from mkdocs_dossier.pages.home_mark import home_text
    from mkdocs_dossier.run.regular_file import read_regular

    folder = project / str(settings.get("docs_dir") or "docs")
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or path.is_dir():
            continue
        try:
            inside = path.resolve(strict=True).is_relative_to(folder.resolve())
            if inside:
                files[relative.as_posix()] = read_regular(str(path), _MOST)
        except (OSError, RuntimeError) as error:
            echo(f"{path} is left out: {getattr(error, 'strerror', None) or error}", err=True)
            continue
        if not inside:
            echo(f"{path} is left out: this link leads out of {folder}", err=True)
    if "index.md" not in files:
        name, description = (str(settings.get(key) or "") for key in ("site_name", "site_description"))
        files["index.md"] = home_text(name or "Dossier", description).encode()
    return {path: _with_home(path, content, snapshot, settings) for path, content in files.items()}


def _with_home(path: str, content: bytes, snapshot: Snapshot, settings: dict[str, Any]) -> bytes:
    from mkdocs_dossier.build import write_home
    from mkdocs_dossier.export.markdown_tree import with_site_links
    from mkdocs_dossier.pages.home_mark import wants_home, with_home

    text = content.decode("utf-8", "replace") if path.endswith(".md") else ""
    if not wants_home(text):
        return content
    home, _ = write_home(snapshot, path)
    return with_home(text, with_site_links(home, path, settings)).encode()
