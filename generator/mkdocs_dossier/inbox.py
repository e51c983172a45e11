"""The inbox of names that no record covers, for both doors: from the files, or from what is read already."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.edit.written import schema_line
from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.model.collection import LinkedCorpus
from mkdocs_dossier.model.suggestion import Roster, Suggestion
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.stages import run_stages
from mkdocs_dossier.suggest.ranked import NamesIn, names_in, suggest
from mkdocs_dossier.suggest.show import as_json, as_text
from mkdocs_dossier.suggest.spelling import folded
from mkdocs_dossier.suggest.stub import actor_fields, yaml_text
from mkdocs_dossier.validate.muted import muted_names
from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.vscode.first_line import named_schemas
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
    found = suggested(stages.corpus, stages.records, progress=progress)
    return Inbox(found.suggestions, stages.records, stages.problems)


@dataclass(frozen=True, slots=True)
class Suggested:
    """The names that no record covers, and all names in the articles, for the next time."""

    suggestions: tuple[Suggestion, ...]
    names: NamesIn


def suggested(
    corpus: LinkedCorpus, records: Records, before: Suggested | None = None, progress: Progress = silent
) -> Suggested:
    """Look for names that no record covers.

    Args:
        before: What was returned the last time: articles that did not change are not looked through again.
    """
    names = names_in(corpus.articles, None if before is None else before.names, progress)
    return Suggested(suggest(corpus, _roster(records), names), names)


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
        raise CannotMute(f"{problem.place}: {problem.message}; fix it first ({problem.hint})")
    there = {folded(name) for name in known}
    new = tuple(name for name in dict.fromkeys(names) if folded(name) not in there)
    if not new:
        return ()
    made = with_muted(text, [yaml_text(name) for name in new], _schema_from(options.data_folder, options, "muted"))
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


def suggestion_text(inbox: Inbox, suggestion: Suggestion, number: int) -> tuple[str, ...]:
    """Return a suggestion in lines, the name first. number: of the suggestion in the list."""
    actors = inbox.records.actors
    places = {id: tree.place for id, tree in actors.trees.items()}
    names = {id: actor.name for id, actor in actors.records.items()}
    return tuple(as_text(suggestion, number, places, names))


def suggestion_json(suggestion: Suggestion, number: int) -> str:
    """Return a suggestion as one JSON object on one line. number: as above."""
    return as_json(suggestion, number)


def draft_of(options: Options, suggestion: Suggestion) -> tuple[str, str]:
    """Return the path and the text of the draft that a suggestion becomes: a file of its own in the project."""
    folder = options.data_folder / "actors"
    path = folder / f"{suggestion.id}.yml"
    head = "".join(f"{line}\n" for line in schema_line(_schema_from(folder, options, "actor")))
    shown = path.relative_to(options.root) if path.is_relative_to(options.root) else path
    return shown.as_posix(), head + actor_fields(suggestion)


def _text_of(path: Path, shown: str, options: Options) -> str | None:
    """Return what the list holds; None where there is none yet."""
    if path.is_symlink() or not options.data_folder.is_dir():
        reason = "it is a link" if path.is_symlink() else f"there is no folder {options.data_dir}"
        raise CannotMute(f"{shown} is not written: {reason}")
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError) as error:
        raise CannotMute(f"{shown} cannot be read; fix it first ('dossier check')") from error


def _schema_from(folder: Path, options: Options, name: str) -> str | None:
    """Return the address of a schema, as a file in `folder` is to name it; None where it is to name none."""
    schemas = named_schemas(options.root)
    if schemas is None:
        return None
    return posixpath.relpath((options.root / schemas / f"{name}.schema.json").as_posix(), folder.as_posix())
