"""`dossier init`: makes a collection to begin with, in a folder where there is none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier import __version__
from mkdocs_dossier.diagnostics.visible import visible
from mkdocs_dossier.edit.new import wrong_value
from mkdocs_dossier.project import NotChanged
from mkdocs_dossier.read.site_settings import NAMES
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.stages import read_records
from mkdocs_dossier.starter.answers import Answers, repository_address
from mkdocs_dossier.starter.files import IGNORED, missing_lines, starter_files
from mkdocs_dossier.vscode.files import write_id_schemas
from mkdocs_dossier.write.fresh import write_fresh


@dataclass(frozen=True, slots=True)
class NewProject:
    """What was made in a folder.

    Attributes:
        written: The paths of the files that were written, below the folder.
        kept: The paths of files that were there already, and stay as they are.
        has_data: Whether there was a folder of data already, so that no examples were written.
        unignored: The lines that a `.gitignore` which was there lacks.
    """

    written: Sequence[str]
    kept: Sequence[str]
    has_data: bool
    unignored: Sequence[str]


def refuse_folder(root: Path) -> None:
    """Raise `NotChanged` where there is a project already, or no folder can be."""
    if os.path.lexists(root) and not root.is_dir():
        raise NotChanged(f"{root} is a file; give a folder")
    found = next((name for name in NAMES if os.path.lexists(root / name)), None)
    if found is not None:
        raise NotChanged(f"{root / found} is there already: this folder holds a project; nothing was written")


def site_name(answer: str) -> str:
    """Return the name of a site as it will be written. Raises `NotChanged` for one that nobody could see."""
    text = " ".join(answer.encode("utf-8", "replace").decode().split())
    if not text or visible(text) != text:
        raise NotChanged("the name of the site has to be a text of visible characters; give --name")
    return text


def site_language(answer: str) -> str:
    """Return a BCP 47 tag. Raises `NotChanged` for what is none."""
    if wrong := wrong_value("article", "lang", answer.strip()):
        raise NotChanged(f"--language: {wrong}")
    return answer.strip()


def site_repository(answer: str) -> str:
    """Return the address of a repository; "" for none. Raises `NotChanged` for what is no address."""
    address = repository_address(answer) if answer.strip() else ""
    if address is None:
        raise NotChanged(f"--repository: '{answer}' is no address; it looks like https://github.com/NAME/REPOSITORY")
    return address


def make_project(root: Path, *, name: str, language: str, repository: str, empty: bool) -> NewProject:
    """Write a collection that builds at once, over no file that is there. Raises `CannotWrite`.

    Args:
        name, language, repository: As they come from the functions above.
        empty: Whether the examples are left out.
    """
    has_data = os.path.lexists(root / "data")
    answers = Answers(name=name, language=language, repository=repository, empty=empty or has_data)
    files = starter_files(answers, templates_folder() / "starter", __version__)
    data = {path for path in files if has_data and path.startswith("data/")}
    kept = [path for path in files if os.path.lexists(root / path) and path not in data]
    fresh = {path: text.encode() for path, text in files.items() if path not in data and path not in kept}
    write_fresh(root, fresh)
    return NewProject(tuple(fresh), tuple(kept), has_data, _unignored(root, files) if IGNORED in kept else ())


def _unignored(root: Path, files: Mapping[str, str]) -> Sequence[str]:
    return missing_lines((root / IGNORED).read_text(encoding="utf-8", errors="replace"), files[IGNORED])


def set_up_editor(options: Options) -> None:
    """Write the schemas with the collection's ids that `.vscode/settings.json` names; an editor does without, too."""
    with suppress(OSError):
        write_id_schemas(options.root, read_records(options)[0].all())
