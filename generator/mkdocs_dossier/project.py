"""The project that a command works on: what its `mkdocs.yml` says, and its records where they are to be changed.

It imports the checks only where they are needed: most runs, of a hook before each commit, find nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.diagnostics import Diagnostic, Severity, in_order
from mkdocs_dossier.read.site_settings import plugin_settings, read_settings
from mkdocs_dossier.run.options import Options, drafts_from, executor_from, moment
from mkdocs_dossier.words.catalogue import ENGLISH, NoSuchLanguage, words_in

if TYPE_CHECKING:
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.read.files import SourceFile
    from mkdocs_dossier.validate.records import Records

_TAKEN_OVER = ("data_dir", "templates_dir", "max_file_size", "maps", "language")
"""The plugin's options that are a command's as well, by the same name."""


class NotChanged(Exception):
    """What was asked for cannot be done, and nothing was changed; the message says why, and how to go on."""


class Unreadable(Exception):
    """Something in a collection cannot be read, so that nobody knows what it refers to. Nothing was changed."""

    def __init__(self, problems: Sequence[Diagnostic]) -> None:
        super().__init__("the collection cannot be read")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Editable:
    """The files of a collection and their records, for whoever changes them."""

    files: tuple[SourceFile, ...]
    records: Records


def project_options(root: Path, environment: Mapping[str, str], executor: str | None = None) -> Options:
    """Return the options in `mkdocs.yml` of the folder `root`. executor: overrules the one there.

    Raises `ValueError` for an executor or a language that there is not, or a moment that is none.
    """
    settings = _settings(root)
    try:
        words_in(str(settings.get("language") or ENGLISH))
    except NoSuchLanguage as error:
        raise ValueError(f"mkdocs.yml: {error}") from error
    known: dict[str, Any] = {key: settings[key] for key in _TAKEN_OVER if settings.get(key) is not None}
    known["executor"] = executor_from(environment, executor or str(settings.get("executor") or "auto"))
    return Options(root=root, now=moment(environment), **known)


def wants_drafts(root: Path, environment: Mapping[str, str]) -> bool:
    """Whether a preview of the project in the folder `root` is to show drafts; nothing else shows them."""
    return drafts_from(environment, _settings(root).get("drafts") is True)


def _settings(root: Path) -> dict[str, Any]:
    return plugin_settings(read_settings(root / "mkdocs.yml"))


def docs_folder(root: Path) -> Path:
    """Return the folder of the pages written by hand. It need not be there."""
    return root / str(read_settings(root / "mkdocs.yml").get("docs_dir") or "docs")


def read_editable(options: Options, kind: RecordKind | None = None) -> Editable:
    """Read a collection that is to be changed. Raises `Unreadable`.

    kind: of which it must be known which ids there are, and no more. Without it nothing may be broken.
    """
    from mkdocs_dossier.read.files import read_files
    from mkdocs_dossier.validate.records import check_files

    files = read_files(options.data_folder, options.root, max_size=options.max_file_size)
    read = check_files(files.files)
    broken = [
        problem
        for problem in in_order((*files.problems, *read.problems))
        if problem.severity is Severity.ERROR
        and problem.code != "no-data"  # the first record of all
        and (kind is None or problem.place.path in read.records.record_set(kind).unread)
    ]
    if broken:
        raise Unreadable(broken)
    return Editable(files.files, read.records)
