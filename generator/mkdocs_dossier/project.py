"""The project that a command works on: what its `mkdocs.yml` says, and its records where they are to be changed.

It imports the checks only where they are needed: most runs, of a hook before each commit, find nothing new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.diagnostics import Diagnostic, Severity, in_order
from mkdocs_dossier.read.site_faults import PLUGIN_OPTIONS, option_faults
from mkdocs_dossier.read.site_settings import SiteSettings as SiteSettings  # the doors name it, too
from mkdocs_dossier.read.site_settings import plugin_settings
from mkdocs_dossier.read.site_settings import read_site as read_site
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


class UnusableSettings(Exception):
    """The settings of a site do not say where its collection lies. Nothing was done."""

    def __init__(self, name: str, problems: Sequence[Diagnostic]) -> None:
        super().__init__(f"fix {name} first")
        self.problems = problems


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


def project_options(site: SiteSettings, environment: Mapping[str, str], executor: str | None = None) -> Options:
    """Return the options that the settings of a site give; where one is not what it should be, its default.

    Args:
        executor: Overrules the one in the settings.

    Raises:
        ValueError: For an executor or a language that there is not, or a moment that is none.
    """
    settings = plugin_settings(site.values) or {}
    known: dict[str, Any] = {
        key: settings[key] for key in _TAKEN_OVER if isinstance(settings.get(key), PLUGIN_OPTIONS[key])
    }
    try:
        words_in(known.get("language", ENGLISH))
    except NoSuchLanguage as error:
        raise ValueError(f"{site.path.name}: {error}") from error
    known["executor"] = executor_from(environment, executor or str(settings.get("executor") or "auto"))
    return Options(root=site.path.parent, now=moment(environment), **known)


def usable_site(root: Path) -> SiteSettings:
    """Return the settings of the site in the folder `root`.

    Raises:
        UnusableSettings: Where they do not say where the collection lies: nothing is guessed.
    """
    site = read_site(root)
    if faults := option_faults(site):
        raise UnusableSettings(site.path.name, faults)
    return site


def wants_drafts(site: SiteSettings, environment: Mapping[str, str]) -> bool:
    """Tell whether a preview of the project is to show drafts; nothing else shows them."""
    return drafts_from(environment, (plugin_settings(site.values) or {}).get("drafts") is True)


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
