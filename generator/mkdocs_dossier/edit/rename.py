"""Gives a record another id: what becomes of each file, worked out before anything is written.

Only the characters of the id change, wherever it is referred to, and the list `formerly` gets the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from mkdocs_dossier.diagnostics import Place
from mkdocs_dossier.edit.choose import record_set_of
from mkdocs_dossier.edit.definition import ways_to_define
from mkdocs_dossier.edit.hand_links import target_span
from mkdocs_dossier.edit.pictures import shown_files
from mkdocs_dossier.edit.referring import Referring, links_by_hand, referring
from mkdocs_dossier.edit.refused import Refused
from mkdocs_dossier.edit.scalars import id_span
from mkdocs_dossier.edit.site_links import link_changes, moved_path
from mkdocs_dossier.edit.text import FileText, TextEdit, changed, file_text, normalized
from mkdocs_dossier.edit.trees import KIND_OF_FILE, LISTS, plain_records, with_former, with_value
from mkdocs_dossier.model.overrule import read_overrule
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.site_settings import nav_entries
from mkdocs_dossier.read.yaml_tree import plain
from mkdocs_dossier.validate.record import Tree
from mkdocs_dossier.validate.records import Records

SECTIONS: dict[RecordKind, str] = {"actor": "actors", "event": "events", "article": "articles"}
"""The folders of the site in which the pages of records lie."""


@dataclass(frozen=True, slots=True)
class FileEdit:
    """A file before and after.

    Attributes:
        to: Its path then, mostly the same.
        places: What changes, and where it stood before.
    """

    path: str
    to: str
    before: bytes
    after: bytes
    places: tuple[tuple[Place, str], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be renamed.

    Attributes:
        text: Gives what a file holds, by its path as messages name it.
    """

    kind: RecordKind
    old: str
    new: str
    text: Callable[[str], FileText]


class RenameStep(NamedTuple):
    """One change of a file, where it is made, and what it concerns."""

    place: Place
    what: str
    change: TextEdit


def plan_rename(
    files: Iterable[SourceFile],
    records: Records,
    renamed: tuple[RecordKind, str, str],
    read: Callable[[str], bytes],
    pages: Mapping[str, str],
    settings: str,
) -> tuple[FileEdit, ...]:
    """Return what becomes of each file that is concerned. Raises `Refused`.

    Args:
        files, records: Without faults.
        renamed: Kind, old id, new id.
        read: What a file holds.
        pages: Paths below `docs/` of the pages written by hand, by their files.
        settings: The file that holds the nav.
    """
    task = Task(*renamed, text=cache(lambda path: file_text(read(path))))
    found = list(referring(records, task.kind, task.old))
    steps: dict[str, list[RenameStep]] = {record_set_of(records, task.kind).trees[task.old].path: []}
    for step in (*_references(found, task), *_by_hand(records, task)):
        steps.setdefault(step.place.path, []).append(step)
    sources = {file.path: file for file in files}
    edits = [_record_file(sources[path], some, found, records, task) for path, some in steps.items()]
    return (*edits, *_pages(pages, task), *_nav(settings, task))


def _references(found: Iterable[Referring], task: Task) -> Iterator[RenameStep]:
    for one in found:
        if one.location[0] == "mentions" and read_overrule("", task.new).kind != "actor":
            raise Refused(f"{one.place}: '{task.new}' would name no actor here, but a date, a country or nobody")
        text = task.text(one.place.path)
        span = id_span(text.content, text.offset(one.place.line, one.place.column), task.old)
        if span is None:
            raise Refused(f"{one.place}: {_CANNOT}")
        yield RenameStep(one.place, one.field, TextEdit(*span, task.new))


def _by_hand(records: Records, task: Task) -> Iterator[RenameStep]:
    for one in links_by_hand(records, task.old) if task.kind == "actor" else ():
        text = task.text(one.place.path)
        span = target_span(text.content, text.offset(one.place.line, one.place.column), task.old)
        if span is None:
            raise Refused(f"{one.place}: {_CANNOT}")
        yield _step(one.place.path, text, f"[[{task.old}]]", TextEdit(*span, task.new))


_CANNOT = "the id is written here in a way that cannot be changed; write it plainly"


def _step(path: str, text: FileText, what: str, change: TextEdit) -> RenameStep:
    return RenameStep(Place(path, *text.place(change.start)), what, change)


def _record_file(
    source: SourceFile, steps: Sequence[RenameStep], found: Sequence[Referring], records: Records, task: Task
) -> FileEdit:
    """Return the edit of a file of the collection: such that it says what it should then, and nothing else is
    changed.
    """
    text = task.text(source.path)
    if normalized(text.content) != source.text:
        raise Refused(f"{source.path}: somebody changes this file right now; try again")
    own = record_set_of(records, task.kind).trees[task.old]
    wanted = _wanted(source, found, records, task)
    here = own.path == source.path
    for to, changes in ways_to_define(source, text, own, task.old, task.new) if here else ((source.path, {}),):
        all_steps = sorted([*steps, *(_step(source.path, text, what, change) for change, what in changes.items())])
        after = changed(text.content, [step.change for step in all_steps])
        if plain_records(source, normalized(after)) == wanted and _shows_the_same(source, normalized(after), to):
            places = tuple((step.place, step.what) for step in all_steps)
            return FileEdit(source.path, to, text.content.encode(), after.encode(), places)
    raise Refused(f"{own.place if here else source.path}: {_CANNOT}")


def _shows_the_same(source: SourceFile, text: str, to: str) -> bool:
    """Tell whether an article that goes to another folder shows the pictures that it showed."""
    if source.kind != "article" or to == source.path:
        return True
    return shown_files(source, to, text) == shown_files(source, source.path, source.text or "")


def _wanted(source: SourceFile, found: Iterable[Referring], records: Records, task: Task) -> dict[str, Any]:
    """Return what the file should say then: its records, as `plain_records` gives them."""
    kind = KIND_OF_FILE[source.kind]
    trees: dict[str, Tree] = {id: t for id, t in record_set_of(records, kind).trees.items() if t.path == source.path}
    said = {id: plain(tree.root) for id, tree in trees.items()}
    for one in found:
        if one.kind == kind and one.id in said:
            said[one.id] = with_value(said[one.id], one.location, task.old, task.new)
    if kind == task.kind and task.old in said:
        said[task.old] = with_former(said[task.old], task.old, task.new)
    if source.kind not in LISTS:
        (value,) = said.values()
        return {"": value}
    return {task.new if kind == task.kind and id == task.old else id: value for id, value in said.items()}


def _pages(pages: Mapping[str, str], task: Task) -> Iterator[FileEdit]:
    """Yield the edits of pages written by hand that link to pages of the record."""
    old, new = (f"{SECTIONS[task.kind]}/{id}" for id in (task.old, task.new))
    for path, here in pages.items():
        try:
            text = task.text(path)
        except UnicodeDecodeError:
            continue
        yield from _plain_edit(path, text, link_changes(text.content, here, old, new), "link")


def _nav(settings: str, task: Task) -> Iterator[FileEdit]:
    """Yield the edit of `mkdocs.yml`, where its nav has a page of the record."""
    old, new = (f"{SECTIONS[task.kind]}/{id}" for id in (task.old, task.new))
    try:
        text = task.text(settings)
    except (OSError, UnicodeDecodeError):
        return
    changes = []
    for value, line, column in nav_entries(normalized(text.content)):
        path = moved_path(value, "", old, new)
        span = id_span(text.content, text.offset(line, column), value)
        if path is not None and span is not None:
            changes.append(TextEdit(*span, path))
    yield from _plain_edit(settings, text, changes, "nav")


def _plain_edit(path: str, text: FileText, changes: Iterable[TextEdit], what: str) -> Iterator[FileEdit]:
    steps = [_step(path, text, what, change) for change in changes]
    if steps:
        after = changed(text.content, [step.change for step in steps])
        places = tuple((step.place, step.what) for step in steps)
        yield FileEdit(path, path, text.content.encode(), after.encode(), places)
