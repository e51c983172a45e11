"""The validate stage as a whole: records as read become a collection of public records whose references all resolve.

What did not change since the last run is the same object in the new collection: records, documents, and the mappings
of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.diagnostics import Diagnostic
from generator.memory import Memory, settled
from generator.model.collection import Collection, Document
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event
from generator.model.references import RecordKind
from generator.model.territory import Territory
from generator.read.prose import parse_prose
from generator.validate.quotes import check_quotes
from generator.validate.record import Tree
from generator.validate.records import R, Records, Shelf
from generator.validate.references import (
    Known,
    Names,
    Registry,
    check_hand_link,
    check_overrules,
    check_references,
    follow_references,
    hand_links,
    overrules,
)
from generator.validate.territories import all_names, check_territories, join_territories
from generator.validate.visibility import Ids, is_public, split


def make_collection(
    records: Records, built_in: Mapping[str, Territory], now: datetime, memory: Memory | None = None
) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Return the public part of `records`, and what is wrong between records."""
    memory = memory if memory is not None else Memory()
    own, own_ids = _public("country", records.countries, now, memory)
    territories = memory.recall("territories", (built_in, own), lambda: join_territories(built_in, own))
    actors, actor_ids = _public("actor", records.actors, now, memory)
    events, event_ids = _public("event", records.events, now, memory)
    articles, article_ids = _public("article", records.articles, now, memory)
    codes = Ids(memory.settle("codes", frozenset(territories)), own_ids.private)
    actor_names = memory.recall("names of actors", (actors,), lambda: names_of_actors(actors))
    territory_names = memory.recall("names of territories", (territories,), lambda: _names_of_territories(territories))
    event_names = memory.recall("names of events", (events,), lambda: _names_of_events(events))
    article_names = memory.recall("names of articles", (articles,), lambda: names_of_articles(articles))
    registry: Registry = {
        "actor": _known("actor", actor_ids, records.actors, memory, actor_names),
        "event": _known("event", event_ids, records.events, memory, event_names),
        "article": _known("article", article_ids, records.articles, memory, article_names),
        "country": _known("country", codes, records.countries, memory, territory_names, nameless=own_ids.public),
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
    problems += check_quotes("actor", actors, records.actors.trees, documents, memory)
    problems += check_quotes("event", events, records.events.trees, documents, memory)
    problems += check_quotes("article", articles, records.articles.trees, documents, memory)
    problems += _about_overrules(documents, records.articles.trees, registry, memory)
    problems += _about_hand_links(documents, registry["actor"], memory)
    inline = _inline({"actor": actors, "event": events, "article": articles, "country": own}, memory)
    return Collection(actors, events, territories, documents, inline), tuple(problems)


def _public(kind: RecordKind, shelf: Shelf[R], now: datetime, memory: Memory) -> tuple[Mapping[str, R], Ids]:
    """Return the public records in the order of their ids, and which ids these are."""
    is_open = memory.each(("open", kind, now.date()), shelf.records, lambda record: is_public(record, now))
    ids = memory.recall(("ids", kind), (is_open,), lambda: split(is_open))

    def make(before: Mapping[str, R] | None) -> Mapping[str, R]:
        return settled(before, {id: shelf.records[id] for id in sorted(ids.public)})

    return memory.renew(("public", kind), (shelf.records, ids), make), ids


def _known(
    kind: RecordKind,
    ids: Ids,
    shelf: Shelf[R],
    memory: Memory,
    names: Names = (),
    *,
    nameless: frozenset[str] = frozenset(),
) -> Known:
    """Return the ids of one kind. nameless: such as are broken if they are not among the public ones."""
    broken = frozenset(shelf.broken) | (nameless - ids.public)
    return memory.settle(("known", kind), Known(ids.public, ids.private, broken, names, complete=not shelf.unread))


def names_of_actors(actors: Mapping[str, Actor]) -> Names:
    """Return each name and alias with the id of whom it names."""
    return tuple(
        [(name, id) for id, actor in actors.items() for name in (actor.name, *(a.name for a in actor.aliases))]
    )


def _names_of_events(events: Mapping[str, Event]) -> Names:
    return tuple([(event.title, id) for id, event in events.items()])


def names_of_articles(articles: Mapping[str, Article]) -> Names:
    """Return each title, and the name of each file in a folder, with the id of the article."""
    titles = [(article.title, id) for id, article in articles.items()]
    return (*titles, *((name, id) for id in articles if (name := id.rpartition("/")[2]) != id))


def _names_of_territories(territories: Mapping[str, Territory]) -> Names:
    names = {name: code for code, one in territories.items() for name in all_names(one)}
    return tuple(names.items())


@dataclass(frozen=True, slots=True)
class _Documents:
    """Documents, and what they were made of."""

    articles: Mapping[str, Article]
    prose: Mapping[str, Prose]
    trees: Mapping[str, Tree]
    by_id: Mapping[str, Document]


def _documents(
    articles: Mapping[str, Article], shelf: Shelf[Article], prose: Mapping[str, Prose], memory: Memory
) -> Mapping[str, Document]:
    def make(before: _Documents | None) -> _Documents:
        if before is None:
            return _Documents(
                articles, prose, shelf.trees, {id: _document(id, articles, prose, shelf.trees) for id in articles}
            )
        same = before.by_id.keys() - (
            _changed(articles, before.articles) | _changed(prose, before.prose) | _changed(shelf.trees, before.trees)
        )
        by_id = {id: before.by_id[id] if id in same else _document(id, articles, prose, shelf.trees) for id in articles}
        return _Documents(articles, prose, shelf.trees, settled(before.by_id, by_id))

    return memory.renew("documents", (articles, prose, shelf.trees), make).by_id


def _changed(now: Mapping[str, object], before: Mapping[str, object]) -> set[str]:
    return {id for id, value in now.items() if before.get(id) is not value}


def _document(
    id: str, articles: Mapping[str, Article], prose: Mapping[str, Prose], trees: Mapping[str, Tree]
) -> Document:
    return Document(articles[id], prose[id], overrules(articles[id], trees[id]) if articles[id].mentions else ())


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


def _inline(records: Mapping[RecordKind, Mapping[str, Any]], memory: Memory) -> Mapping[str, Prose]:
    """Parse the fields that hold inline Markdown."""
    found = tuple(memory.each(("texts", kind), of_kind, _texts) for kind, of_kind in records.items())

    def make(before: Mapping[str, Prose] | None) -> Mapping[str, Prose]:
        known = before if before is not None else {}
        texts = dict.fromkeys(text for of_kind in found for texts in of_kind.values() for text in texts)
        return settled(before, {text: known.get(text) or _parsed(text) for text in texts})

    return memory.renew("inline", found, make)


def _texts(record: Actor | Event | Country | Article) -> tuple[str, ...]:
    relations = record.relations if isinstance(record, Actor) else ()
    summaries = (record.summary, *(relation.summary for relation in relations))
    return tuple(summary for summary in summaries if summary is not None)


def _parsed(text: str) -> Prose:
    return parse_prose(text, title="-", title_place=(1, 1), first_line=1)
