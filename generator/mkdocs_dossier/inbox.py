"""The inbox of names that no record covers, for both doors: from the files, or from what is read already."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.model.collection import LinkedCorpus
from mkdocs_dossier.model.suggestion import Roster, Suggestion
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.stages import run_stages
from mkdocs_dossier.suggest.ranked import NamesIn, names_in, suggest
from mkdocs_dossier.suggest.spelling import folded
from mkdocs_dossier.suggest.stub import yaml_text
from mkdocs_dossier.validate.muted import muted_names
from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.write.edits import Edit, write_edits, write_new
from mkdocs_dossier.write.errors import CannotWrite
from mkdocs_dossier.write.muted import with_muted


@dataclass(frozen=True, slots=True)
class Inbox:
    """What was found when the collection was looked through for names that no record covers.

    Attributes:
        suggestions: The most widely used names first.
        records: As they were read, private ones too.
    """

    suggestions: tuple[Suggestion, ...]
    records: Records
    problems: tuple[Diagnostic, ...]


def read_inbox(options: Options, progress: Progress = silent) -> Inbox:
    """Read and link the collection, as far as it can be read, and look for names that no record covers."""
    stages = run_stages(options, cache=Cache(options.root / FOLDER), progress=progress)
    found, _ = suggestions(stages.corpus, stages.records, progress=progress)
    return Inbox(found, stages.records, stages.problems)


def suggestions(
    corpus: LinkedCorpus, records: Records, before: NamesIn | None = None, progress: Progress = silent
) -> tuple[tuple[Suggestion, ...], NamesIn]:
    """Return the names that no record covers, and all names in the articles.

    Args:
        before: What was returned the last time.
    """
    names = names_in(corpus.articles, before, progress)
    return suggest(corpus, _roster(records), names), names


def _roster(records: Records) -> Roster:
    """Return all actors. Private ones are among them: a draft covers its name as well as a published record."""
    actors = records.actors
    former = (id for actor in actors.records.values() for id in actor.formerly)
    return Roster(actors.records, frozenset((*actors.records, *actors.broken, *former)), records.muted or ())


class CannotMute(Exception):
    """A name cannot be added to the list of muted names; the message says where and why."""


def mute(options: Options, names: Sequence[str]) -> tuple[str, ...]:
    """Add names to `data/muted.yml`, and return those that were not there. Raises `CannotMute`."""
    path, shown = options.data_folder / "muted.yml", f"{options.data_dir}/muted.yml"
    text = _text_of(path, shown, options)
    known, problems = muted_names(SourceFile("muted", shown, "muted", text or ""))
    if known is None:
        problem = problems[0]
        raise CannotMute(f"{problem.place}: {problem.message}; mend it first ({problem.hint})")
    there = {folded(name) for name in known}
    new = tuple(name for name in dict.fromkeys(names) if folded(name) not in there)
    if not new:
        return ()
    made = with_muted(text, [yaml_text(name) for name in new], schema_from(options.data_folder, options, "muted"))
    wanted = (*known, *(" ".join(name.split()) for name in new))
    if muted_names(SourceFile("muted", shown, "muted", made))[0] != wanted:
        raise CannotMute(f"{shown}: its list is written in a way that cannot be added to; add a line '- NAME' to it")
    try:
        if text is None:
            write_new(path, made.encode())
        else:
            write_edits([Edit(path, path, text.encode(), made.encode())])
    except CannotWrite as error:
        raise CannotMute(str(error)) from error
    return new


def _text_of(path: Path, shown: str, options: Options) -> str | None:
    """Return what the list holds; None where there is none yet."""
    if path.is_symlink() or not options.data_folder.is_dir():
        reason = "it is a link" if path.is_symlink() else f"there is no folder {options.data_dir}"
        raise CannotMute(f"{shown} is not written: {reason}")
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        raise CannotMute(f"{shown} cannot be read; mend it first ('dossier check')") from error


def schema_from(folder: Path, options: Options, name: str) -> str:
    """Return the address of a schema, as it is written in a file in `folder`."""
    return posixpath.relpath((options.root / "schema" / f"{name}.schema.json").as_posix(), folder.as_posix())
