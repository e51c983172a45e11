"""Checks what records say of each other, and takes out what cannot be followed, so that later stages can trust the
rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from mkdocs_dossier.diagnostics import About, Diagnostic, Place
from mkdocs_dossier.model.collection import Document
from mkdocs_dossier.model.ids import is_id
from mkdocs_dossier.model.near_names import Suggestions
from mkdocs_dossier.model.overrule import Overrule, read_overrule
from mkdocs_dossier.model.prose import HandLink
from mkdocs_dossier.model.records import Article, Record
from mkdocs_dossier.model.references import RecordKind, Reference, Refers, references, without
from mkdocs_dossier.validate.lookups import Lookups
from mkdocs_dossier.validate.record import MOST_SHOWN, Tree, locate, more_of_them

R = TypeVar("R", bound=Record)


OtherNames = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KnownIds:
    """The ids of one kind.

    Attributes:
        names: Other names by which a user may look for an id, with the id.
        former: Ids that public records had before, with those they have now.
        complete: False where a file could not be read that may give more ids.
    """

    public: frozenset[str]
    private: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    names: OtherNames = ()
    former: OtherNames = ()
    complete: bool = True

    @cached_property
    def suggestions(self) -> Suggestions:
        """What may have been meant by an id that there is not."""
        return Suggestions(sorted(self.public), self.names)


Registry = Mapping[RecordKind, KnownIds]


@dataclass(frozen=True, slots=True)
class FollowedRecords(Generic[R]):
    """The records of one kind whose references all lead somewhere.

    Attributes:
        kept: By id, each record without the references that cannot be followed.
        unwanted: Those references.
    """

    kept: Mapping[str, R]
    unwanted: Mapping[str, tuple[Reference, ...]]


def follow_references(records: Mapping[str, R], registry: Registry) -> FollowedRecords[R]:
    """Return the records without the references that cannot be followed."""
    unwanted = {id: found for id, record in records.items() if (found := _unwanted(record, registry))}
    kept = {id: without(record, unwanted[id]) if id in unwanted else record for id, record in records.items()}
    return FollowedRecords(kept, unwanted)


def _unwanted(record: Record, registry: Registry) -> tuple[Reference, ...]:
    return tuple([reference for reference in references(record) if not _is_followed(reference, registry)])


def _is_followed(reference: Reference, registry: Registry) -> bool:
    known = registry[reference.mark.kind]
    return reference.value in known.public or (reference.mark.soft and not is_id(reference.value))


def check_references(
    followed: FollowedRecords[R], trees: Mapping[str, Tree], registry: Registry, lookups: Lookups
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each reference that cannot be followed."""
    for id, unwanted in followed.unwanted.items():
        for number, reference in enumerate(unwanted):
            if number == MOST_SHOWN:
                yield more_of_them(locate(trees[id], reference.location), len(unwanted) - number)
                break
            if (problem := _problem(reference, trees[id], registry, lookups)) is not None:
                yield problem


def _problem(reference: Reference, tree: Tree, registry: Registry, lookups: Lookups) -> Diagnostic | None:
    place, kind = locate(tree, reference.location), reference.mark.kind
    known = registry[kind]
    if reference.value in known.private:
        return _private(place, kind, reference.value)
    if reference.value in known.broken or not known.complete:
        return None
    hint = _hint(reference, known, lookups)
    return Diagnostic(place, f"unknown-{kind}", f"there is no {kind} '{reference.value[:80]}'", hint)


def _private(place: Place, kind: RecordKind, id: str) -> Diagnostic:
    hint = "nothing of it is published; publish that record, or remove this reference"
    about = About(kind, id, "the private record is here")
    return Diagnostic(place, "private-reference", f"the {kind} '{id}' is private", hint, about=(about,))


def _hint(reference: Reference, known: KnownIds, lookups: Lookups) -> str:
    """Return what was meant, or how to go on. Looking through thousands of names for it takes its time."""
    value, kind = reference.value, reference.mark.kind
    renamed = dict(known.former).get(value)
    if renamed is not None:
        return f"it was renamed to '{renamed}'"

    def make() -> str:
        return known.suggestions.hint(article_named(value) if kind == "article" else value, otherwise=_WAYS_ON[kind])

    return lookups.find(("hint", kind, value), known, make)


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


def check_overrules(document: Document, tree: Tree, registry: Registry, lookups: Lookups) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each overrule that names an actor or country that there is not."""
    for overrule, _ in document.overrules:
        if overrule.kind not in ("actor", "country") or overrule.key is None:
            continue
        mark = Reference(("mentions", overrule.phrase), overrule.key, _MARKS[overrule.kind])
        if not _is_followed(mark, registry) and (problem := _problem(mark, tree, registry, lookups)):
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


def check_hand_link(link: HandLink, document: Document, actors: KnownIds, lookups: Lookups) -> Diagnostic | None:
    """Return a diagnostic if `link` names no public actor."""
    if link.target in actors.public or link.target in actors.broken:
        return None
    place = Place(document.record.origin.path, *document.prose.place(link.start))
    if link.target in actors.private:
        return _private(place, "actor", link.target)
    if not actors.complete:
        return None
    hint = _hint(Reference((), link.target, _MARKS["actor"]), actors, lookups)
    return Diagnostic(place, "unknown-reference", f"[[{link.target[:80]}]] names no actor", hint)
