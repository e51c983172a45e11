"""What `dossier check` tells: every problem of a collection, and what a code means. A collection that was checked
before is not checked again.

It imports the stages only where they are needed: most runs, of a hook before each commit, find nothing new.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from mkdocs_dossier.diagnostics import CODES, Diagnostic, Place, as_plain, from_plain, in_order
from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.incremental.cache_keys import collection_key
from mkdocs_dossier.model.embargo import is_between
from mkdocs_dossier.read.files import read_files
from mkdocs_dossier.read.site_faults import option_faults, site_faults
from mkdocs_dossier.read.site_settings import SiteSettings
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.package_files import manual_page
from mkdocs_dossier.run.progress import Progress, silent


def _let_go(value: object) -> None:
    """Keep nothing: the collection is checked once."""


def check(
    options: Options, progress: Progress = silent, keep: Callable[[object], None] = _let_go
) -> tuple[Diagnostic, ...]:
    """Return what is wrong in the collection, in order.

    Args:
        keep: Called with all that was made on the way, so that it can be used again.
    """
    cache = Cache(options.root / FOLDER)
    files = read_files(options.data_folder, options.root, max_size=options.max_file_size, progress=progress)
    key = collection_key(options, files)
    known = cache.read("check", key)
    if known is not None:
        span, problems = json.loads(known)
        if is_between(span, options.now):
            return tuple(map(from_plain, problems))
    from mkdocs_dossier.stages import holds_for, run_stages

    stages = run_stages(options, cache=cache, files=files, progress=progress)
    keep(stages)
    said = [holds_for(stages.records, options), [as_plain(problem) for problem in stages.problems]]
    cache.keep("check", key, json.dumps(said).encode())
    return stages.problems


def check_project(
    site: SiteSettings, options: Options, progress: Progress = silent, keep: Callable[[object], None] = _let_go
) -> tuple[Diagnostic, ...]:
    """Return what is wrong in the collection and in the settings of its site, in order.

    Args:
        keep: As in `check`.
    """
    found = check(options, progress, keep)
    if option_faults(site):  # nobody knows then where the collection lies
        found = tuple(problem for problem in found if problem.code != "no-data")
    return in_order((*site_faults(site), *found))


def as_in_repository(
    problems: Iterable[Diagnostic], root: Path, environment: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of the project in `root` with paths as the repository around it has them.

    Only so does GitHub find the files of a project in a folder of its repository.
    """
    folder = root.resolve()
    workspace = environment.get("GITHUB_WORKSPACE")
    above = [Path(workspace).resolve()] if workspace else []
    above += (one for one in (folder, *folder.parents) if (one / ".git").exists())
    top = next((one for one in above if folder.is_relative_to(one)), folder)
    lead = folder.relative_to(top)
    return tuple(_below(lead, problem) for problem in problems)


def _below(lead: PurePath, problem: Diagnostic) -> Diagnostic:
    def moved(place: Place) -> Place:
        return replace(place, path=(lead / place.path).as_posix())

    related = tuple((moved(place), says) for place, says in problem.related)
    return replace(problem, place=moved(problem.place), related=related)


class UnknownCode(Exception):
    """No diagnostic has this code; the message says which was meant."""


def explain_code(code: str) -> str:
    """Return the manual's section on a diagnostic's code. Raises `UnknownCode`."""
    if code not in CODES:
        from mkdocs_dossier.model.near_names import did_you_mean

        hint = did_you_mean(code, CODES, otherwise="the codes are " + ", ".join(sorted(CODES)))
        raise UnknownCode(f"there is no code '{code}' ({hint})")
    text = manual_page("diagnostics.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {code}\n")[2].partition("\n## ")[0].partition("\n<!-- end -->")[0]
    return f"{code}\n\n{section.strip()}"
