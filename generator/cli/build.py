"""`dossier build --to`: the whole site as Markdown."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.echo import echo
from generator.cli.findings import FINDINGS, print_all, summary
from generator.cli.project import executor_option, options_of
from generator.garbage import keep_until_exit

if TYPE_CHECKING:
    from generator.build import Edition


_MOST = 1 << 30
"""Bytes of a file of the docs folder that are read."""


@click.command()
@click.option("--to", "target", required=True, type=click.Path(file_okay=False, path_type=Path), help="Where to.")
@executor_option
@click.pass_obj
def build(project: Path, target: Path, executor: str | None) -> None:
    """Write the whole site as Markdown, with a mkdocs.yml, for any builder that reads MkDocs projects."""
    from generator.build import write_site
    from generator.diagnostics import has_errors
    from generator.export.markdown_tree import tree_files
    from generator.pages.moved import moved_pages
    from generator.progress_bar import progress_bar
    from generator.read.site_settings import read_settings
    from generator.tally import way_on
    from generator.write.errors import CannotWrite
    from generator.write.tree import write_tree

    options, settings = options_of(project, executor), read_settings(project / "mkdocs.yml")
    with progress_bar() as progress:
        written, problems = write_site(options, progress)
    print_all(problems, "text", options)
    if has_errors(problems):
        echo(f"nothing was written: {summary(problems)}", err=True)
        echo(way_on(problems), err=True)
        sys.exit(FINDINGS)
    own = {**written.pictures, **_hand_written(project, settings, written.edition)}
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


def _hand_written(project: Path, settings: dict[str, Any], edition: Edition) -> dict[str, bytes]:
    """The files of `docs/`, with the home page's figures where a page wants them."""
    from generator.ordinary import read_ordinary
    from generator.pages.home_mark import home_text

    folder = project / str(settings.get("docs_dir") or "docs")
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or path.is_dir():
            continue
        try:
            inside = path.resolve(strict=True).is_relative_to(folder.resolve())
            if inside:
                files[relative.as_posix()] = read_ordinary(str(path), _MOST)
        except (OSError, RuntimeError) as error:
            echo(f"{path} is left out: {getattr(error, 'strerror', None) or error}", err=True)
            continue
        if not inside:
            echo(f"{path} is left out: this link leads out of {folder}", err=True)
    if "index.md" not in files:
        name, description = (str(settings.get(key) or "") for key in ("site_name", "site_description"))
        files["index.md"] = home_text(name or "Dossier", description).encode()
    return {path: _with_home(path, content, edition, settings) for path, content in files.items()}


def _with_home(path: str, content: bytes, edition: Edition, settings: dict[str, Any]) -> bytes:
    from generator.build import write_home
    from generator.export.markdown_tree import with_site_links
    from generator.pages.home_mark import wants_home, with_home

    text = content.decode("utf-8", "replace") if path.endswith(".md") else ""
    if not wants_home(text):
        return content
    home, _ = write_home(edition, path)
    return with_home(text, with_site_links(home, path, settings)).encode()
