"""All files of a collection to records, each on its own: one broken record never hides the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.model.collection import Document
from generator.model.ids import RESERVED_IDS, is_id, slug
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event, Record
from generator.read.files import SourceFile
from generator.read.front_matter import split_article
from generator.read.prose import parse_prose
from generator.read.yaml_tree import Mapping, Node, is_repeated, parse_yaml
from generator.validate.record import check_record, key_place, locate

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[R]):
    """The records of one kind. broken: ids that are given but could not be read, with their places.

    unread: list files that could not be read, so that nobody knows which ids they give.
    """

    records: dict[str, R] = field(default_factory=dict)
    trees: dict[str, Node] = field(default_factory=dict)
    broken: dict[str, Place] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def place_of(self, id: str) -> Place | None:
        return self.records[id].origin if id in self.records else self.broken.get(id)


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read, before references are checked."""

    actors: Shelf[Actor]
    events: Shelf[Event]
    countries: Shelf[Country]
    articles: Shelf[Article]
    prose: dict[str, Prose]


def check_files(sources: Iterable[SourceFile]) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Return the records of all files, and what is wrong with the others."""
    problems: list[Diagnostic] = []
    records = Records(Shelf(), Shelf(), Shelf(), Shelf(), {})
    for file in sources:
        match file.kind:
            case "article":
                _add_article(records, file, problems)
            case "actors" | "actor":
                _add_records(records.actors, Actor, file, problems)
            case "events" | "event":
                _add_records(records.events, Event, file, problems)
            case "countries":
                _add_records(records.countries, Country, file, problems)
    return records, tuple(problems)


def _add_records(shelf: Shelf[R], model: type[R], file: SourceFile, problems: list[Diagnostic]) -> None:
    for raw in _raw_records(shelf, file, problems):
        if (bad := _bad_id(raw.id, model, raw.origin)) is not None:
            problems.append(bad)
            continue
        if (first := shelf.place_of(raw.id)) is not None:
            problems.append(_duplicate(raw.id, raw.origin, first))
            continue
        record, found = check_record(model, raw.tree, raw.id, raw.origin)
        problems += found
        if record is None or raw.damaged:
            shelf.broken[raw.id] = raw.origin
        else:
            shelf.records[raw.id] = record
            shelf.trees[raw.id] = raw.tree


@dataclass(frozen=True, slots=True)
class _Raw:
    """damaged: a key stands twice in it, which is reported already."""

    id: str
    tree: Node
    origin: Place
    damaged: bool


def _raw_records(shelf: Shelf[R], file: SourceFile, problems: list[Diagnostic]) -> Iterator[_Raw]:
    """The records of a YAML file: one whose id is the file's name, or a mapping from id to record."""
    node, found = (None, ()) if file.text is None else parse_yaml(file.text, file.path)
    problems += found
    if node is None and file.text is not None and not found:
        problems.append(
            Diagnostic(Place(file.path), "empty-file", "the file holds no record", "write one, or remove it")
        )
    if file.kind in ("actor", "event"):
        id = file.name.rpartition("/")[2]
        if node is None:
            shelf.broken.setdefault(id, Place(file.path))
        else:
            yield _Raw(id, node, Place(file.path), bool(found))
    elif isinstance(node, Mapping):
        for id, tree in node.items.items():
            yield _Raw(id, tree, key_place(node, id, file.path), bool(found) and is_repeated(tree))
    else:
        shelf.unread.add(file.path)
        if node is not None:
            hint = "it maps ids to records: an id, a colon, and the fields indented below"
            place = Place(file.path, node.line, node.column)
            problems.append(Diagnostic(place, "bad-value", "the file is not a mapping", hint))


def _bad_id(id: str, model: type[Record], origin: Place) -> Diagnostic | None:
    if model is Country:
        if id.isascii() and len(id) == 2 and id.isalpha() and id.isupper():
            return None
        return Diagnostic(origin, "bad-id", f"'{id[:80]}' is not a country code", "two capital letters, as SY")
    if is_id(id):
        return None
    proposal = slug(id)
    hint = f"a-z, 0-9 and hyphens, as '{proposal}'" if proposal else "use a-z, 0-9 and hyphens, 80 at most"
    return Diagnostic(origin, "bad-id", f"'{id[:80]}' is not an id", hint)


def _duplicate(id: str, place: Place, first: Place) -> Diagnostic:
    message = f"the id '{id}' is given twice"
    hint = f"keep one of the two, or rename one; the other is at {first}"
    return Diagnostic(place, "duplicate-id", message, hint, ((first, "first given here"),))


def _add_article(records: Records, file: SourceFile, problems: list[Diagnostic]) -> None:
    shelf, origin = records.articles, Place(file.path)
    segments = [slug(part, longest=200) for part in file.name.split("/")]
    id = "/".join(segments)
    if not all(segments) or segments[-1] in RESERVED_IDS:
        hint = "give it a name with a letter or a digit in it, other than 'index' and 'readme'"
        problems.append(Diagnostic(origin, "bad-id", "the file's name makes no id", hint))
        return
    if (first := shelf.place_of(id)) is not None:
        problems.append(_duplicate(id, origin, first))
        return
    found, problem = read_article(file, id)
    problems += problem
    if found is None:
        shelf.broken[id] = origin
    else:
        document, tree = found
        shelf.records[id], shelf.trees[id], records.prose[id] = document.record, tree, document.prose


def read_article(file: SourceFile, id: str) -> tuple[tuple[Document, Node] | None, tuple[Diagnostic, ...]]:
    """Return one article and its front matter's tree, or None and why not."""
    raw, problems = (None, ()) if file.text is None else split_article(file, file.text)
    if raw is None:
        return None, problems
    record, found = check_record(Article, raw.fields, id, Place(file.path))
    if record is None:
        return None, found
    title = locate(raw.fields, ("title",), file.path)
    prose = parse_prose(raw.body, title=record.title, title_place=(title.line, title.column), first_line=raw.first_line)
    return (Document(record, prose), raw.fields), ()
