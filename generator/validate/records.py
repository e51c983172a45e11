"""All files of a collection to records, each on its own: one broken record never hides the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.memory import Memory
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event, Record
from generator.read.files import SourceFile, SourceKind
from generator.validate.given import CheckedFile, Given, check_file
from generator.validate.record import Tree

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """The records of one kind. broken: ids that are given but could not be read, with their places.

    unread: list files that could not be read, so that nobody knows which ids they give.
    """

    records: dict[str, R] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    broken: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def place_of(self, id: str) -> Place:
        return self.trees[id].place if id in self.trees else self.broken[id]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, before references are checked."""

    actors: Shelf[Actor]
    events: Shelf[Event]
    countries: Shelf[Country]
    articles: Shelf[Article]
    prose: dict[str, Prose]

    def all(self) -> Iterator[Record]:
        """Yield every record that could be read, private ones too."""
        for shelf in (self.actors, self.events, self.countries, self.articles):
            yield from shelf.records.values()


_ORDER: tuple[tuple[SourceKind, ...], ...] = (("actor", "actors"), ("article",), ("countries",), ("event", "events"))
"""The kinds of file, those for one shelf together, in the order of their paths."""


def check_files(sources: Iterable[SourceFile], memory: Memory | None = None) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Return the records of all files, and what is wrong with the others.

    What a file gives that did not change, and a shelf whose files did not, is the same object again.
    """
    memory = memory if memory is not None else Memory()
    before: dict[str, CheckedFile] = memory.last("checked files") or {}
    files: dict[str, CheckedFile] = {}
    for source in sources:
        known = before.get(source.path)
        files[source.path] = known if known is not None and known.source is source else check_file(source, known)
    memory.keep("checked files", files)
    filled = [_recalled(kinds, files.values(), memory) for kinds in _ORDER]
    actors, articles, countries, events = (shelf for shelf, _, _ in filled)
    records = Records(actors, events, countries, articles, filled[1][1])
    return records, tuple(problem for _, _, problems in filled for problem in problems)


_Filled = tuple[Shelf[Any], dict[str, Prose], tuple[Diagnostic, ...]]


def _recalled(kinds: tuple[SourceKind, ...], files: Iterable[CheckedFile], memory: Memory) -> _Filled:
    wanted = tuple(file for file in files if file.source.kind in kinds)
    return memory.recall(("shelf", kinds), wanted, lambda: _fill(wanted))


def _fill(files: Iterable[CheckedFile]) -> _Filled:
    """Put the records of some files on a shelf; the first of two with one id."""
    shelf: Shelf[Any] = Shelf()
    prose: dict[str, Prose] = {}
    problems: list[Diagnostic] = []
    for file in files:
        problems += file.problems
        for given in file.given:
            if isinstance(given, Diagnostic):
                problems.append(given)
            elif given.id in shelf.records or given.id in shelf.broken:
                problems.append(_duplicate(given, shelf.place_of(given.id)))
            else:
                problems += given.problems
                _put(given, shelf, prose)
        if file.lost is not None:
            shelf.broken.setdefault(file.lost, Place(file.source.path))
        if file.unread:
            shelf.unread.add(file.source.path)
    return shelf, prose, tuple(problems)


def _put(given: Given, shelf: Shelf[Any], prose: dict[str, Prose]) -> None:
    if given.record is None:
        shelf.broken[given.id] = given.tree.place
        return
    shelf.records[given.id], shelf.trees[given.id] = given.record, given.tree
    if given.prose is not None:
        prose[given.id] = given.prose


def _duplicate(given: Given, first: Place) -> Diagnostic:
    message = f"the id '{given.id}' is given twice"
    hint = f"keep one of the two, or rename one; the other is at {first}"
    return Diagnostic(given.tree.place, "duplicate-id", message, hint, ((first, "first given here"),))
