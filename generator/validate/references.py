"""Checks what records say of each other, and takes out what cannot be followed, so that later stages can trust the
rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.model.ids import is_id
from generator.model.overrule import Overrule, read_overrule
from generator.model.prose import HandLink, Prose
from generator.model.quotes import find_quote, nearest_passage
from generator.model.records import Article, Record, Source
from generator.model.references import RecordKind, Reference, Refers, references, without
from generator.validate.record import Tree, locate
from generator.validate.suggest import did_you_mean

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one kind. names: other names by which a user may look for an id, with the id.

    complete: False where a file could not be read that may give more ids.
    """

    public: frozenset[str]
    private: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    names: Mapping[str, str] | None = None
    complete: bool = True


Registry = Mapping[RecordKind, Known]


def check_references(
    records: Mapping[str, R], trees: Mapping[str, Tree], registry: Registry
) -> tuple[dict[str, R], tuple[Diagnostic, ...]]:
    """Return the records without references that cannot be followed, and a diagnostic on each of these."""
    kept: dict[str, R] = {}
    problems: list[Diagnostic] = []
    for id, record in records.items():
        unwanted = [ref for ref in references(record) if not _followed(ref, registry)]
        kept[id] = without(record, unwanted) if unwanted else record
        problems += (p for ref in unwanted if (p := _problem(ref, record, trees[id], registry)) is not None)
    return kept, tuple(problems)


def _followed(reference: Reference, registry: Registry) -> bool:
    known = registry[reference.mark.kind]
    return reference.value in known.public or (reference.mark.soft and not is_id(reference.value))


def _problem(reference: Reference, record: Record, tree: Tree, registry: Registry) -> Diagnostic | None:
    place, kind = locate(tree, reference.location), reference.mark.kind
    known = registry[kind]
    if reference.value in known.private:
        return _private(place, kind, reference.value)
    if reference.value in known.broken or not known.complete:
        return None
    return Diagnostic(place, f"unknown-{kind}", f"there is no {kind} '{reference.value[:80]}'", _hint(reference, known))


def _private(place: Place, kind: RecordKind, id: str) -> Diagnostic:
    hint = "nothing of it is published; publish that record, or remove this reference"
    return Diagnostic(place, "private-reference", f"the {kind} '{id}' is private", hint)


def _hint(reference: Reference, known: Known) -> str:
    names = known.names or {}
    hint = did_you_mean(reference.value, [*known.public, *names])
    for name, id in names.items():
        if hint == f"did you mean '{name}'?":
            return f"did you mean '{id}' ({name})?"
    return hint or _WAYS_ON[reference.mark.kind]


_WAYS_ON: dict[RecordKind, str] = {
    "actor": "add it to actors.yml, or correct the id",
    "event": "add it to events.yml, or correct the id",
    "article": "an article's id is its path below data/articles, without '.md'",
    "country": "country codes are those of ISO 3166-1, as SY; add others to countries.yml",
}


_MARKS: dict[str, Refers] = {"actor": Refers("actor"), "country": Refers("country")}


def check_overrules(article: Article, tree: Tree, registry: Registry) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each overrule that names an actor or country that there is not."""
    for phrase, value in article.mentions.items():
        overrule = read_overrule(phrase, value)
        if overrule.kind not in ("actor", "country") or overrule.key is None:
            continue
        mark = Reference(("mentions", phrase), overrule.key, _MARKS[overrule.kind])
        if not _followed(mark, registry) and (problem := _problem(mark, article, tree, registry)):
            yield problem


def overrules(article: Article, tree: Tree) -> tuple[tuple[Overrule, Place], ...]:
    """Return what the article's `mentions:` says, each with the place of its phrase."""
    return tuple(
        (read_overrule(phrase, value), locate(tree, ("mentions", phrase), key=True))
        for phrase, value in article.mentions.items()
    )


def check_hand_links(article: Article, prose: Prose, actors: Known) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each `[[…]]` of an article's text that names no public actor."""
    for piece in prose.pieces:
        if not isinstance(piece, HandLink) or piece.target in actors.public or piece.target in actors.broken:
            continue
        place = Place(article.origin.path, *prose.place(piece.start))
        if piece.target in actors.private:
            yield _private(place, "actor", piece.target)
        elif actors.complete:
            hint = _hint(Reference((), piece.target, _MARKS["actor"]), actors)
            yield Diagnostic(place, "unknown-reference", f"[[{piece.target[:80]}]] names no actor", hint)


def check_quotes(record: Record, tree: Tree, prose: Mapping[str, Prose]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each quote that does not stand in the article it names."""
    for location, source in _sources(record):
        if source.quote is None or source.article is None or source.article not in prose:
            continue
        text = prose[source.article]
        if find_quote(text, source.quote) is None:
            place = locate(tree, (*location, "quote"))
            hint = f"the nearest passage is: {nearest_passage(text, source.quote)}"
            message = f"this quote does not stand in '{source.article}'"
            yield Diagnostic(place, "quote-not-found", message, hint)


def _sources(record: Record) -> Iterator[tuple[tuple[str | int, ...], Source]]:
    for number, source in enumerate(record.sources):
        yield ("sources", number), source
    for key in ("roles", "relations"):
        for number, part in enumerate(getattr(record, key, ())):
            for inner, source in enumerate(part.sources):
                yield (key, number, "sources", inner), source
