"""Turns all files of a collection into records, each on its own: one broken record never hides the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Actor, Article, Country, Event, Record
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.run.progress import Progress, counted, silent
from mkdocs_dossier.validate.parsed_record import CheckedFile, ParsedRecord, check_file
from mkdocs_dossier.validate.record import Tree
from mkdocs_dossier.validate.visibility import is_public

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class RecordSet(Generic[R]):
    """The records of one kind.

    Attributes:
        broken: Ids that are given but could not be read, with their places.
        unread: List files that could not be read, so that nobody knows which ids they give.
        covered: Private records with an id that another one has, which are left out.
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
    """Everything that was read, before references are checked.

    Attributes:
        pictures: The files of such, by path.
        muted: Names that are never suggested; None where the file that lists them could not be read.
    """

    actors: RecordSet[Actor]
    events: RecordSet[Event]
    countries: RecordSet[Country]
    articles: RecordSet[Article]
    prose: dict[str, Prose]
    pictures: dict[str, SourceFile] = field(default_factory=dict)
    muted: tuple[str, ...] | None = ()

    def record_sets(self) -> Iterator[tuple[RecordKind, RecordSet[Any]]]:
        """Yield the records of each kind."""
        yield from (("actor", self.actors), ("event", self.events), ("country", self.countries))
        yield "article", self.articles

    def record_set(self, kind: str) -> RecordSet[Any]:
        """Return the records of one kind: `actor`, `event`, `country` or `article`."""
        return next(record_set for one, record_set in self.record_sets() if one == kind)

    def all(self) -> Iterator[Record]:
        """Yield every record that could be read, private ones too."""
        for _, record_set in self.record_sets():
            yield from record_set.records.values()

    def embargoes(self) -> Iterator[date | None]:
        """Yield the embargo of each, and of those that are left out."""
        for _, record_set in self.record_sets():
            yield from (record.embargo for record in (*record_set.records.values(), *record_set.covered))


_ORDER: tuple[tuple[SourceKind, ...], ...] = (("actor", "actors"), ("article",), ("countries",), ("event", "events"))
"""The kinds of file, those that hold records of one kind together, in the order of their paths."""


@dataclass(frozen=True, slots=True)
class RecordsRead:
    """The records of all files, and what is wrong with the others.

    Attributes:
        files: By path, for when they are checked again.
    """

    records: Records
    problems: tuple[Diagnostic, ...]
    files: Mapping[str, CheckedFile]


def check_files(
    sources: Sequence[SourceFile],
    before: Mapping[str, CheckedFile] | None = None,
    progress: Progress = silent,
    *,
    private_on: date | None = None,
) -> RecordsRead:
    """Check the records of all files.

    Args:
        private_on: The day (UTC) on which private records count as if they were not there: one of these that has the id
            of another is no fault. None: they are as good as others.
        before: The files of the last run. What a file gives that is the very same object is taken from there.
    """
    before = before if before is not None else {}
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
    filled = [_fill([file for kind in kinds for file in by_kind[kind]], private_on) for kinds in _ORDER]
    actors, articles, countries, events = (one.records for one in filled)
    muted = by_kind["muted"]
    names = None if any(file.unread for file in muted) else tuple(name for file in muted for name in file.muted)
    records = Records(actors, events, countries, articles, filled[1].prose, pictures, names)
    problems = [problem for one in filled for problem in one.problems]
    problems += (problem for file in muted for problem in file.problems)
    return RecordsRead(records, tuple(problems), files)


@dataclass(frozen=True, slots=True)
class _Filled:
    """Records of one kind, the prose of its articles, and what is wrong in the files that give them."""

    records: RecordSet[Any]
    prose: dict[str, Prose]
    problems: tuple[Diagnostic, ...]


def _fill(files: Iterable[CheckedFile], private_on: date | None) -> _Filled:
    """Put together the records of some files; of two with one id the public one, or else the first."""
    kept: RecordSet[Any] = RecordSet()
    prose: dict[str, Prose] = {}
    problems: list[Diagnostic] = []
    for file in files:
        problems += file.problems
        for given in file.given:
            if isinstance(given, Diagnostic):
                problems.append(given)
            elif given.id in kept.records or given.id in kept.broken:
                problems += _put_beside(given, kept, prose, private_on)
            else:
                problems += _problems(given, private_on)
                _put(given, kept, prose)
        if file.lost is not None:
            kept.broken.setdefault(file.lost, Place(file.source.path))
        if file.unread:
            kept.unread.add(file.source.path)
    return _Filled(kept, prose, tuple(problems))


def _put(given: ParsedRecord, kept: RecordSet[Any], prose: dict[str, Prose]) -> None:
    if given.record is None:
        kept.broken[given.id] = given.tree.place
        return
    kept.records[given.id], kept.trees[given.id] = given.record, given.tree
    if given.prose is not None:
        prose[given.id] = given.prose


def _put_beside(
    given: ParsedRecord, kept: RecordSet[Any], prose: dict[str, Prose], private_on: date | None
) -> tuple[Diagnostic, ...]:
    """Put a record where another one has its id, and return what is wrong with that."""
    first = kept.records.get(given.id)
    if given.record is not None and _is_private(given.record, private_on):
        kept.covered.append(given.record)
        return ()
    if first is not None and _is_private(first, private_on):
        kept.covered.append(first)
        del kept.records[given.id], kept.trees[given.id]
        prose.pop(given.id, None)
        _put(given, kept, prose)
        return given.problems
    return (_duplicate(given, kept.place_of(given.id)),)


def _problems(given: ParsedRecord, private_on: date | None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a record: of a private one, nothing but what makes it unreadable."""
    return () if given.record is not None and _is_private(given.record, private_on) else given.problems


def _is_private(record: Record, on: date | None) -> bool:
    return on is not None and not is_public(record, on)


def _duplicate(given: ParsedRecord, first: Place) -> Diagnostic:
    message = f"the id '{given.id}' is given twice"
    hint = "keep one of the two, or rename one"
    return Diagnostic(given.tree.place, "duplicate-id", message, hint, ((first, "first given here"),))
