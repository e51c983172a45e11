"""All files of a collection to records, each on its own: one broken record never hides the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Generic, TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.memory import Memory
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event, Record
from generator.model.references import RecordKind
from generator.progress import Progress, counted, silent
from generator.read.files import SourceFile, SourceKind
from generator.validate.given import CheckedFile, Given, check_file
from generator.validate.record import Tree
from generator.validate.visibility import is_public

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """The records of one kind. broken: ids that are given but could not be read, with their places.

    unread: list files that could not be read, so that nobody knows which ids they give. covered: private records with
    an id that another one has, which are left out.
    """

    records: dict[str, R] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    broken: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    covered: list[R] = field(default_factory=list)

    def place_of(self, id: str) -> Place:
        return self.trees[id].place if id in self.trees else self.broken[id]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, before references are checked. pictures: the files of such, by path. muted: names that
    are never suggested; None where the file that lists them could not be read.
    """

    actors: Shelf[Actor]
    events: Shelf[Event]
    countries: Shelf[Country]
    articles: Shelf[Article]
    prose: dict[str, Prose]
    pictures: dict[str, SourceFile] = field(default_factory=dict)
    muted: tuple[str, ...] | None = ()

    def shelves(self) -> Iterator[tuple[RecordKind, Shelf[Any]]]:
        """Yield the records of each kind."""
        yield from (("actor", self.actors), ("event", self.events), ("country", self.countries))
        yield "article", self.articles

    def shelf(self, kind: str) -> Shelf[Any]:
        """Return the records of one kind: `actor`, `event`, `country` or `article`."""
        return next(shelf for one, shelf in self.shelves() if one == kind)

    def all(self) -> Iterator[Record]:
        """Yield every record that could be read, private ones too."""
        for _, shelf in self.shelves():
            yield from shelf.records.values()

    def embargoes(self) -> Iterator[date | None]:
        """Yield the embargo of each, and of those that are left out."""
        for _, shelf in self.shelves():
            yield from (record.embargo for record in (*shelf.records.values(), *shelf.covered))


_ORDER: tuple[tuple[SourceKind, ...], ...] = (("actor", "actors"), ("article",), ("countries",), ("event", "events"))
"""The kinds of file, those for one shelf together, in the order of their paths."""


def check_files(
    sources: Sequence[SourceFile],
    memory: Memory | None = None,
    progress: Progress = silent,
    *,
    private_on: date | None = None,
) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Return the records of all files, and what is wrong with the others.

    private_on: the day (UTC) on which private records count as if they were not there: one of these that has the id of
    another is no fault. None: they are as good as others. What a file gives that did not change, and a shelf whose
    files did not, is the same object again.
    """
    memory = memory if memory is not None else Memory()
    before: dict[str, CheckedFile] = memory.last("checked files") or {}
    files: dict[str, CheckedFile] = {}
    by_kind: dict[SourceKind, list[CheckedFile]] = {kind: [] for kinds in (*_ORDER, ("muted",)) for kind in kinds}
    pictures: dict[str, SourceFile] = {}
    for source in counted(sources, "checking files", len(sources), progress):
        if source.kind == "picture":
            pictures[source.path] = source
            continue
        known = before.get(source.path)
        if known is None or known.source is not source:
            known = check_file(source, known)
        files[source.path] = known
        by_kind[source.kind].append(known)
    memory.keep("checked files", files)
    filled = [
        _filled(kinds, [file for kind in kinds for file in by_kind[kind]], memory, private_on) for kinds in _ORDER
    ]
    actors, articles, countries, events = (one.shelf for one in filled)
    muted = by_kind["muted"]
    names = None if any(file.unread for file in muted) else tuple(name for file in muted for name in file.muted)
    records = Records(actors, events, countries, articles, filled[1].prose, pictures, memory.settle("muted", names))
    problems = tuple(problem for one in filled for problem in one.problems)
    return records, (*problems, *(problem for file in muted for problem in file.problems))


@dataclass(frozen=True, slots=True)
class _Filled:
    """A shelf, the prose of its articles, and what is wrong in the files that fill it."""

    files: tuple[CheckedFile, ...]
    shelf: Shelf[Any]
    prose: dict[str, Prose]
    problems: tuple[Diagnostic, ...]


def _filled(
    kinds: tuple[SourceKind, ...], files: Sequence[CheckedFile], memory: Memory, private_on: date | None
) -> _Filled:
    def make(before: _Filled | None) -> _Filled:
        return (_refilled(inputs, before) if before is not None else None) or _fill(inputs, private_on)

    inputs = tuple(files)
    return memory.renew(("shelf", kinds, private_on), inputs, make)


def _refilled(files: tuple[CheckedFile, ...], before: _Filled) -> _Filled | None:
    """Return a shelf on which only the content of some files is another; None if it may be different otherwise.

    With anything wrong it may be: what is said of one file names places in another.
    """
    if before.problems or before.shelf.covered or len(files) != len(before.files):
        return None
    changed = [(file, old) for file, old in zip(files, before.files, strict=True) if file is not old]
    if not all(_replaces(file, old, before.shelf) for file, old in changed):
        return None
    given = {one.id: one for file, _ in changed for one in file.given if isinstance(one, Given)}
    records = {**before.shelf.records, **{id: one.record for id, one in given.items()}}
    trees = {**before.shelf.trees, **{id: one.tree for id, one in given.items()}}
    prose = {**before.prose, **{id: one.prose for id, one in given.items() if one.prose is not None}}
    return _Filled(files, replace(before.shelf, records=records, trees=trees), prose, before.problems)


def _replaces(file: CheckedFile, old: CheckedFile, shelf: Shelf[Any]) -> bool:
    """Whether a file is without fault and gives the same records as before, all of which are on the shelf."""
    return (
        len(file.given) == len(old.given)
        and not (file.problems or file.unread or old.unread)
        and file.lost is None
        and old.lost is None
        and all(_takes_place(one, other, shelf) for one, other in zip(file.given, old.given, strict=True))
    )


def _takes_place(one: Given | Diagnostic, other: Given | Diagnostic, shelf: Shelf[Any]) -> bool:
    if isinstance(one, Diagnostic) or isinstance(other, Diagnostic) or one.record is None or one.problems:
        return False
    return one.id == other.id and shelf.trees.get(one.id) is other.tree


def _fill(files: tuple[CheckedFile, ...], private_on: date | None) -> _Filled:
    """Put the records of some files on a shelf; of two with one id the public one, or else the first."""
    shelf: Shelf[Any] = Shelf()
    prose: dict[str, Prose] = {}
    problems: list[Diagnostic] = []
    for file in files:
        problems += file.problems
        for given in file.given:
            if isinstance(given, Diagnostic):
                problems.append(given)
            elif given.id in shelf.records or given.id in shelf.broken:
                problems += _put_beside(given, shelf, prose, private_on)
            else:
                problems += _problems(given, private_on)
                _put(given, shelf, prose)
        if file.lost is not None:
            shelf.broken.setdefault(file.lost, Place(file.source.path))
        if file.unread:
            shelf.unread.add(file.source.path)
    return _Filled(files, shelf, prose, tuple(problems))


def _put(given: Given, shelf: Shelf[Any], prose: dict[str, Prose]) -> None:
    if given.record is None:
        shelf.broken[given.id] = given.tree.place
        return
    shelf.records[given.id], shelf.trees[given.id] = given.record, given.tree
    if given.prose is not None:
        prose[given.id] = given.prose


def _put_beside(
    given: Given, shelf: Shelf[Any], prose: dict[str, Prose], private_on: date | None
) -> tuple[Diagnostic, ...]:
    """Put a record on a shelf where another one has its id, and return what is wrong with that."""
    first = shelf.records.get(given.id)
    if given.record is not None and _is_private(given.record, private_on):
        shelf.covered.append(given.record)
        return ()
    if first is not None and _is_private(first, private_on):
        shelf.covered.append(first)
        del shelf.records[given.id], shelf.trees[given.id]
        prose.pop(given.id, None)
        _put(given, shelf, prose)
        return given.problems
    return (_duplicate(given, shelf.place_of(given.id)),)


def _problems(given: Given, private_on: date | None) -> tuple[Diagnostic, ...]:
    """What is wrong with a record: of a private one, nothing but what makes it unreadable."""
    return () if given.record is not None and _is_private(given.record, private_on) else given.problems


def _is_private(record: Record, on: date | None) -> bool:
    return on is not None and not is_public(record, on)


def _duplicate(given: Given, first: Place) -> Diagnostic:
    message = f"the id '{given.id}' is given twice"
    hint = "keep one of the two, or rename one"
    return Diagnostic(given.tree.place, "duplicate-id", message, hint, ((first, "first given here"),))
