"""`dossier init`: a collection to begin with."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS


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
    from mkdocs_dossier import __version__
    from mkdocs_dossier.run.package_files import templates_folder
    from mkdocs_dossier.starter.answers import Answers
    from mkdocs_dossier.starter.files import starter_files
    from mkdocs_dossier.write.errors import CannotWrite
    from mkdocs_dossier.write.fresh import write_fresh

    root = Path(os.path.abspath(project / folder))
    _refuse(root)
    answers = Answers(
        name=_answer("Name of the site", name, root.name or "My dossiers", _name),
        language=_answer("Language of its pages", language, "en", _language),
        repository=_answer("Address of the repository, if there is one", repository, "", _repository),
        empty=empty or os.path.lexists(root / "data"),
    )
    files = starter_files(answers, templates_folder() / "starter", __version__)
    there = [path for path in files if os.path.lexists(root / path)]
    kept = [path for path in files if path.startswith("data/")] if os.path.lexists(root / "data") else []
    fresh = {path: text.encode() for path, text in files.items() if path not in (*there, *kept)}
    try:
        write_fresh(root, fresh)
    except CannotWrite as error:
        echo(str(error), err=True)
        sys.exit(FINDINGS)
    _set_up_editor(root)
    _say(root, files, fresh, there, kept)


def _refuse(root: Path) -> None:
    """End where there is a project already, or no folder can be."""
    if os.path.lexists(root) and not root.is_dir():
        raise click.UsageError(f"{root} is a file; give a folder")
    found = next((name for name in ("mkdocs.yml", "mkdocs.yaml") if os.path.lexists(root / name)), None)
    if found is not None:
        echo(f"{root / found} is there already: this folder holds a project; nothing was written", err=True)
        sys.exit(FINDINGS)


def _answer(question: str, given: str | None, default: str, checked: Callable[[str], str]) -> str:
    """What an option says, or the answer on a terminal, or the default."""
    if given is not None:
        return checked(given)
    if not sys.stdin.isatty():
        return checked(default)
    return str(click.prompt(question, default=default, show_default=bool(default), value_proc=checked))


def _name(answer: str) -> str:
    from mkdocs_dossier.diagnostics.visible import visible

    text = " ".join(answer.encode("utf-8", "replace").decode().split())
    if not text or visible(text) != text:
        raise click.UsageError("the name of the site has to be a text of visible characters; give --name")
    return text


def _language(answer: str) -> str:
    from mkdocs_dossier.edit.new import wrong_value

    if wrong := wrong_value("article", "lang", answer.strip()):
        raise click.UsageError(f"--language: {wrong}")
    return answer.strip()


def _repository(answer: str) -> str:
    from mkdocs_dossier.starter.answers import repository_address

    address = repository_address(answer) if answer.strip() else ""
    if address is None:
        raise click.UsageError(
            f"--repository: '{answer}' is no address; it looks like https://github.com/NAME/REPOSITORY"
        )
    return address


def _set_up_editor(root: Path) -> None:
    """Write the schemas with the collection's ids that `.vscode/settings.json` names; an editor does without, too."""
    from contextlib import suppress

    from mkdocs_dossier.cli.project import options_of
    from mkdocs_dossier.stages import read_records
    from mkdocs_dossier.vscode.files import write_id_schemas

    with suppress(OSError):
        write_id_schemas(root, read_records(options_of(root))[0].all())


def _say(root: Path, files: dict[str, str], fresh: dict[str, bytes], there: list[str], kept: list[str]) -> None:
    from mkdocs_dossier.pages.say import count
    from mkdocs_dossier.starter.files import IGNORED, missing_lines

    for path in (path for path in there if path not in kept):
        echo(f"{path} is there already, and stays as it is")
    if kept:
        echo("data/ is there already, and stays as it is: no examples were written")
    if IGNORED in there:
        lines = missing_lines((root / IGNORED).read_text(encoding="utf-8", errors="replace"), files[IGNORED])
        if lines:
            echo(f"add to {IGNORED}, one a line: {' '.join(lines)}")
    echo(f"wrote {count(len(fresh), 'file')} to {root}", "", "Next:")
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
