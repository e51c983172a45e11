"""Checks what records say of each other, and takes out what cannot be followed, so that later stages can trust the
rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import is_
from typing import Generic, TypeVar

from generator.diagnostics import About, Diagnostic, Place
from generator.memory import Memory, remade, settled
from generator.model.collection import Document
from generator.model.ids import is_id
from generator.model.overrule import Overrule, read_overrule
from generator.model.prose import HandLink
from generator.model.records import Article, Record
from generator.model.references import RecordKind, Reference, Refers, references, without
from generator.validate.record import MOST_SHOWN, Tree, locate, more_of_them
from generator.validate.suggest import Suggestions

R = TypeVar("R", bound=Record)


Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind. names: other names by which a user may look for an id, with the id. former: ids that public
    records had before, with those they have now.

    complete: False where a file could not be read that may give more ids.
    """

    public: frozenset[str]
    private: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    names: Names = ()
    former: Names = ()
    complete: bool = True


Registry = Mapping[RecordKind, Known]


@dataclass(frozen=True, slots=True)
class Followed(Generic[R]):
    """A record, its references, those that cannot be followed, and the record without these."""

    record: R
    references: tuple[Reference, ...]
    unwanted: tuple[Reference, ...]
    kept: R


@dataclass(frozen=True, slots=True)
class FollowedRecords(Generic[R]):
    """The `records` of one kind by id. ids: the public ones of each kind, by which they were followed.

    kept: each record without what cannot be followed. faulty: those that have such.
    """

    records: Mapping[str, R]
    ids: tuple[frozenset[str], ...]
    by_id: Mapping[str, Followed[R]]
    kept: Mapping[str, R]
    faulty: Mapping[str, Followed[R]]


def follow_references(
    kind: RecordKind, records: Mapping[str, R], registry: Registry, memory: Memory
) -> FollowedRecords[R]:
    """Return the records with and without the references that cannot be followed."""
    ids = tuple(known.public for known in registry.values())

    def make(before: FollowedRecords[R] | None) -> FollowedRecords[R]:
        if before is None or not all(map(is_, ids, before.ids)):
            known = before.by_id if before is not None else {}
            by_id: Mapping[str, Followed[R]] = {
                id: _again(record, known.get(id), registry) for id, record in records.items()
            }
        else:
            by_id = remade(records, before.records, before.by_id, lambda record: _again(record, None, registry))
        kept = {id: one.kept for id, one in by_id.items()}
        faulty = {id: one for id, one in by_id.items() if one.unwanted}
        return FollowedRecords(records, ids, by_id, settled(before.kept if before is not None else None, kept), faulty)

    return memory.renew(("references", kind), (records, *ids), make)


def _again(record: R, known: Followed[R] | None, registry: Registry) -> Followed[R]:
    if known is None or known.record is not record:
        return _follow(record, tuple(references(record)), registry)
    if _unwanted(known.references, registry) == known.unwanted:
        return known
    return _follow(record, known.references, registry)


def _follow(record: R, found: tuple[Reference, ...], registry: Registry) -> Followed[R]:
    unwanted = _unwanted(found, registry)
    return Followed(record, found, unwanted, without(record, unwanted) if unwanted else record)


def _unwanted(found: tuple[Reference, ...], registry: Registry) -> tuple[Reference, ...]:
    return tuple([reference for reference in found if not _is_followed(reference, registry)])


def _is_followed(reference: Reference, registry: Registry) -> bool:
    known = registry[reference.mark.kind]
    return reference.value in known.public or (reference.mark.soft and not is_id(reference.value))


def check_references(
    followed: FollowedRecords[R], trees: Mapping[str, Tree], registry: Registry, memory: Memory
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference that cannot be followed."""
    for id, one in followed.faulty.items():
        for number, reference in enumerate(one.unwanted):
            if number == MOST_SHOWN:
                yield more_of_them(locate(trees[id], reference.location), len(one.unwanted) - number)
                break
            if (problem := _problem(reference, trees[id], registry, memory)) is not None:
                yield problem


def _problem(reference: Reference, tree: Tree, registry: Registry, memory: Memory) -> Diagnostic | None:
    place, kind = locate(tree, reference.location), reference.mark.kind
    known = registry[kind]
    if reference.value in known.private:
        return _private(place, kind, reference.value)
    if reference.value in known.broken or not known.complete:
        return None
    hint = _hint(reference, known, memory)
    return Diagnostic(place, f"unknown-{kind}", f"there is no {kind} '{reference.value[:80]}'", hint)


def _private(place: Place, kind: RecordKind, id: str) -> Diagnostic:
    hint = "nothing of it is published; publish that record, or remove this reference"
    about = About(kind, id, "the private record is here")
    return Diagnostic(place, "private-reference", f"the {kind} '{id}' is private", hint, about=(about,))


def _hint(reference: Reference, known: Known, memory: Memory) -> str:
    """Return what was meant, or how to go on. Looking through thousands of names for it takes its time."""
    value, kind = reference.value, reference.mark.kind
    renamed = dict(known.former).get(value)
    if renamed is not None:
        return f"it was renamed to '{renamed}'"

    def make() -> str:
        among = memory.recall(("names", kind), (known,), lambda: Suggestions(sorted(known.public), known.names))
        return among.hint(article_named(value) if kind == "article" else value, otherwise=_WAYS_ON[kind])

    return memory.recall(("hint", kind, value), (known,), make)


def article_named(text: str) -> str:
    """Return the id that the path of an article's file stands for; any other text as it is."""
    return text.removesuffix(".md").rpartition("articles/")[2]


_WAYS_ON: dict[RecordKind, str] = {
    "actor": "add it to actors.yml, or correct the id",
    "event": "add it to events.yml, or correct the id",
    "article": "an article's id is its path below data/articles, without '.md'",
    "country": "country codes are those of ISO 3166-1, as SY; add others to countries.yml",
}


_MARKS: dict[str, Refers] = {"actor": Refers("actor"), "country": Refers("country")}


def check_overrules(document: Document, tree: Tree, registry: Registry, memory: Memory) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each overrule that names an actor or country that there is not."""
    for overrule, _ in document.overrules:
        if overrule.kind not in ("actor", "country") or overrule.key is None:
            continue
        mark = Reference(("mentions", overrule.phrase), overrule.key, _MARKS[overrule.kind])
        if not _is_followed(mark, registry) and (problem := _problem(mark, tree, registry, memory)):
            yield problem


def overrules(article: Article, tree: Tree) -> tuple[tuple[Overrule, Place], ...]:
    """Return what the article's `mentions:` says, each with the place of its phrase."""
    return tuple(
        (read_overrule(phrase, value), locate(tree, ("mentions", phrase), key=True))
        for phrase, value in article.mentions.items()
    )


def hand_links(document: Document) -> tuple[HandLink, ...]:
    """Return the links made by hand in an article's text."""
    return tuple(piece for piece in document.prose.pieces if isinstance(piece, HandLink))


def check_hand_link(link: HandLink, document: Document, actors: Known, memory: Memory) -> Diagnostic | None:
    """Return a diagnostic if `link` names no public actor."""
    if link.target in actors.public or link.target in actors.broken:
        return None
    place = Place(document.record.origin.path, *document.prose.place(link.start))
    if link.target in actors.private:
        return _private(place, "actor", link.target)
    if not actors.complete:
        return None
    hint = _hint(Reference((), link.target, _MARKS["actor"]), actors, memory)
    return Diagnostic(place, "unknown-reference", f"[[{link.target[:80]}]] names no actor", hint)
