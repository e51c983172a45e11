"""`dossier init`: a collection to begin with."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import options_of

if TYPE_CHECKING:
    from mkdocs_dossier.init import NewProject

WRONG_USE = 2
"""The exit code for what was asked for in a wrong way, as click has it."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--name", help="The name of the site. Default: that of the folder.")
@click.option("--language", help="The language of the site's own pages (BCP 47). Default: en.")
@click.option("--repository", help="Where the collection will lie, as https://github.com/NAME/REPOSITORY.")
@click.option("--empty", is_flag=True, help="Without the examples in data/.")
@click.pass_obj
def init(
    project: Path, folder: Path, name: str | None, language: str | None, repository: str | None, empty: bool
) -> None:
    """Make a collection in FOLDER that builds at once: settings, examples, a workflow for GitHub Pages.

    On a terminal, what no option says is asked for. No file that is there is changed.
    """
    from mkdocs_dossier.init import (
        make_project,
        refuse_folder,
        set_up_editor,
        site_language,
        site_name,
        site_repository,
    )
    from mkdocs_dossier.project import NotChanged
    from mkdocs_dossier.write.errors import CannotWrite

    root = Path(os.path.abspath(project / folder))
    try:
        refuse_folder(root)
    except NotChanged as refused:
        echo(str(refused), err=True)
        sys.exit(FINDINGS if root.is_dir() else WRONG_USE)
    answers = {
        "name": _answer("Name of the site", name, root.name or "My dossiers", site_name),
        "language": _answer("Language of its pages", language, "en", site_language),
        "repository": _answer("Address of the repository, if there is one", repository, "", site_repository),
    }
    try:
        made = make_project(root, **answers, empty=empty)
    except CannotWrite as error:
        echo(str(error), err=True)
        sys.exit(FINDINGS)
    set_up_editor(options_of(root))
    _say(root, made)


def _answer(question: str, given: str | None, default: str, checked: Callable[[str], str]) -> str:
    """What an option says, or the answer on a terminal, or the default."""
    from mkdocs_dossier.project import NotChanged

    def value(answer: str) -> str:
        try:
            return checked(answer)
        except NotChanged as refused:
            raise click.UsageError(str(refused)) from refused

    if given is not None:
        return value(given)
    if not sys.stdin.isatty():
        return value(default)
    return str(click.prompt(question, default=default, show_default=bool(default), value_proc=value))


def _say(root: Path, made: NewProject) -> None:
    from mkdocs_dossier.diagnostics.run_result import count

    for path in made.kept:
        echo(f"{path} is there already, and stays as it is")
    if made.has_data:
        echo("data/ is there already, and stays as it is: no examples were written")
    if made.unignored:
        echo(f"add to .gitignore, one a line: {' '.join(made.unignored)}")
    echo(f"wrote {count(len(made.written), 'file')} to {root}", "", "Next:")
    here = Path(os.path.abspath(Path()))
    if root != here:
        shown = root.relative_to(here) if root.is_relative_to(here) else root
        echo(f"  cd {_quoted(shown)}")
    if not _has_mkdocs():
        windows = r"py -m venv .venv; .venv\Scripts\activate; pip install -r requirements.in"
        others = "python3 -m venv .venv && . .venv/bin/activate && pip install -r requirements.in"
        echo(f"  {windows if os.name == 'nt' else others}")
    else:
        echo("  dossier check")
    echo("  mkdocs serve")


def _has_mkdocs() -> bool:
    """Whether `mkdocs` is a command here, and will be: `uvx` and `pipx run` remove what they installed for this run."""
    stays = sys.prefix in (sys.base_prefix, os.environ.get("VIRTUAL_ENV"), os.environ.get("CONDA_PREFIX"))
    own = os.path.dirname(sys.executable)
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return shutil.which("mkdocs", path=os.pathsep.join(one for one in folders if stays or one != own)) is not None


def _quoted(path: Path) -> str:
    """A path as a shell takes it."""
    import shlex

    return f'"{path}"' if os.name == "nt" else shlex.quote(str(path))
