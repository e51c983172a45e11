"""The validate stage as a whole: records as read become a collection of public records whose references all resolve.

What did not change since the last run is the same object in the new collection: records, documents, and the mappings
of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from generator.diagnostics import Diagnostic
from generator.memory import Memory, settled
from generator.model.collection import Collection, Document
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Record
from generator.model.references import RecordKind
from generator.model.territory import Territory
from generator.read.prose import parse_prose
from generator.validate.quotes import check_quotes
from generator.validate.record import Tree
from generator.validate.records import R, Records, Shelf
from generator.validate.references import (
    Known,
    Registry,
    check_hand_link,
    check_overrules,
    check_references,
    follow_references,
    hand_links,
    overrules,
)
from generator.validate.territories import check_territories, join_territories
from generator.validate.visibility import split_private


def make_collection(
    records: Records, built_in: Mapping[str, Territory], now: datetime, memory: Memory | None = None
) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Return the public part of `records`, and what is wrong between records."""
    memory = memory if memory is not None else Memory()
    own, private_countries = _split("country", records.countries, now, memory)
    territories = memory.recall("territories", (built_in, own), lambda: join_territories(built_in, own))
    actors, private_actors = _split("actor", records.actors, now, memory)
    events, private_events = _split("event", records.events, now, memory)
    articles, private_articles = _split("article", records.articles, now, memory)
    registry: Registry = {
        "actor": _known("actor", actors, private_actors, records.actors, memory),
        "event": _known("event", events, private_events, records.events, memory),
        "article": _known("article", articles, private_articles, records.articles, memory),
        "country": _known("country", territories, private_countries, records.countries, memory),
    }
    problems = [*check_territories(built_in, own, records.countries.trees)]
    linked_actors = follow_references("actor", actors, registry, memory)
    linked_events = follow_references("event", events, registry, memory)
    linked_articles = follow_references("article", articles, registry, memory)
    problems += check_references(linked_actors, records.actors.trees, registry, memory)
    problems += check_references(linked_events, records.events.trees, registry, memory)
    problems += check_references(linked_articles, records.articles.trees, registry, memory)
    actors, events, articles = linked_actors.kept, linked_events.kept, linked_articles.kept
    documents = _documents(articles, records.articles, records.prose, memory)
    prose = memory.each("prose", documents, lambda document: document.prose)
    problems += check_quotes("actor", actors, records.actors.trees, prose, memory)
    problems += check_quotes("event", events, records.events.trees, prose, memory)
    problems += check_quotes("article", articles, records.articles.trees, prose, memory)
    problems += _about_overrules(documents, records.articles.trees, registry, memory)
    problems += _about_hand_links(documents, registry["actor"], memory)
    inline = _inline({"actor": actors, "event": events, "article": articles, "country": own}, memory)
    return Collection(actors, events, territories, documents, inline), tuple(problems)


def _split(kind: RecordKind, shelf: Shelf[R], now: datetime, memory: Memory) -> tuple[Mapping[str, R], frozenset[str]]:
    def make(before: tuple[Mapping[str, R], frozenset[str]] | None) -> tuple[Mapping[str, R], frozenset[str]]:
        public, private = split_private(shelf.records, now)
        return settled(before[0] if before is not None else None, public), private

    today = memory.settle("today", now.date())
    return memory.renew(("public", kind), (shelf.records, today), make)


def _known(
    kind: RecordKind,
    public: Mapping[str, Record] | Mapping[str, Territory],
    private: frozenset[str],
    shelf: Shelf[R],
    memory: Memory,
) -> Known:
    """Return the ids of one kind. The set of the public ones is the same object while they are the same."""

    def make(before: Known | None) -> Known:
        ids, names = frozenset(public), tuple(_names(public).items())
        broken = frozenset(shelf.broken) | (shelf.records.keys() - public.keys() - private)
        if before is not None and before.public == ids:
            ids = before.public
        known = Known(ids, private, broken, names, complete=not shelf.unread)
        return before if before == known else known

    return memory.renew(("known", kind), (public, private, shelf), make)


def _names(public: Mapping[str, Record] | Mapping[str, Territory]) -> dict[str, str]:
    """Return the names by which a user may look for an id."""
    names: dict[str, str] = {}
    for id, one in public.items():
        if isinstance(one, Actor):
            names |= dict.fromkeys((one.name, *(alias.name for alias in one.aliases)), id)
        elif isinstance(one, Territory):
            names |= dict.fromkeys(one.names.get("en", (one.name,)), id)
    return names


def _documents(
    articles: Mapping[str, Article], shelf: Shelf[Article], prose: Mapping[str, Prose], memory: Memory
) -> Mapping[str, Document]:
    def make(before: Mapping[str, Document] | None) -> Mapping[str, Document]:
        known = before if before is not None else {}
        documents = {
            id: _document(article, prose[id], shelf.trees[id], known.get(id)) for id, article in articles.items()
        }
        return settled(before, documents)

    return memory.renew("documents", (articles, shelf, prose), make)


def _document(article: Article, prose: Prose, tree: Tree, known: Document | None) -> Document:
    said = overrules(article, tree) if article.mentions else ()
    if known is not None and known.record is article and known.prose is prose and known.overrules == said:
        return known
    return Document(article, prose, said)


def _about_overrules(
    documents: Mapping[str, Document], trees: Mapping[str, Tree], registry: Registry, memory: Memory
) -> Iterator[Diagnostic]:
    overruling = memory.recall("overruling", (documents,), lambda: [id for id, d in documents.items() if d.overrules])
    for id in overruling:
        yield from check_overrules(documents[id], trees[id], registry, memory)


def _about_hand_links(documents: Mapping[str, Document], actors: Known, memory: Memory) -> Iterator[Diagnostic]:
    links = memory.each("hand links", documents, hand_links)
    linking = memory.recall("linking by hand", (links,), lambda: [id for id, found in links.items() if found])
    for id in linking:
        for link in links[id]:
            if (problem := check_hand_link(link, documents[id], actors, memory)) is not None:
                yield problem


def _inline(records: Mapping[RecordKind, Mapping[str, Record]], memory: Memory) -> Mapping[str, Prose]:
    """Parse the fields that hold inline Markdown."""
    found = tuple(memory.each(("texts", kind), of_kind, _texts) for kind, of_kind in records.items())

    def make(before: Mapping[str, Prose] | None) -> Mapping[str, Prose]:
        known = before if before is not None else {}
        texts = dict.fromkeys(text for of_kind in found for texts in of_kind.values() for text in texts)
        return settled(before, {text: known.get(text) or _parsed(text) for text in texts})

    return memory.renew("inline", found, make)


def _texts(record: Record) -> tuple[str, ...]:
    parts: Iterable[object] = (record, *getattr(record, "relations", ()))
    return tuple(summary for part in parts if (summary := getattr(part, "summary", None)) is not None)


def _parsed(text: str) -> Prose:
    return parse_prose(text, title="-", title_place=(1, 1), first_line=1)
