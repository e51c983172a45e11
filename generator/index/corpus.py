"""The index stage as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from generator.index.calendar import make_calendar
from generator.index.company import Companies
from generator.index.groups import group
from generator.index.network import make_network
from generator.memory import Memory
from generator.model.collection import Collection, LinkedArticle, LinkedCorpus
from generator.model.deferred import Deferred
from generator.model.index import Appearance, Index, Key, Quoted, RelationTo
from generator.model.mention import Mention
from generator.model.network import Network
from generator.model.quotes import find_quote
from generator.model.records import Event, Source


def make_index(corpus: LinkedCorpus, memory: Memory | None = None) -> Index:
    """Return the index of `corpus`. memory: of the last run; groups of what did not change are taken from there."""
    memory = memory if memory is not None else Memory()
    collection = corpus.collection
    articles = {a.document.record.id: a for a in corpus.articles}
    appearances = group("appearances", corpus.articles, parts, memory)
    events = memory.recall("events by date", (collection.events,), lambda: _by_date(collection.events.values()))
    company = Companies(appearances)
    outlet_ids = memory.recall("outlet ids", (collection.actors,), lambda: _outlet_ids(collection))
    quotes = _quotes(collection, articles, memory)
    return Index(
        corpus=corpus,
        articles=articles,
        appearances=appearances,
        events=memory.recall("events", (events,), lambda: _events(events)),
        event_articles=memory.recall(
            "event articles", (collection.events, corpus.articles), lambda: _event_articles(collection, articles)
        ),
        company=company,
        country_actors=memory.recall("country actors", (collection.actors,), lambda: _country_actors(collection)),
        relations=memory.recall("relations", (collection.actors,), lambda: _relations(collection)),
        outlets=memory.recall("outlets", (outlet_ids, corpus.articles), lambda: _outlets(outlet_ids, corpus.articles)),
        outlet_ids=outlet_ids,
        calendar=make_calendar(events, corpus.articles, memory),
        network=Deferred(partial(_network, appearances, company)),
        quotes=quotes,
        anchors=_anchors(quotes, articles),
    )


def parts(article: LinkedArticle) -> Iterable[tuple[Key, Appearance]]:
    """Yield the actors and countries of an article, each with where the text names it."""
    grouped: dict[Key, list[Mention]] = {key: [] for key in _attached(article)}
    for mention in article.mentions:
        if mention.kind != "date":
            grouped.setdefault((mention.kind, mention.key), []).append(mention)
    return [(key, Appearance(article, tuple(mentions))) for key, mentions in grouped.items()]


def _network(appearances: Mapping[Key, tuple[Appearance, ...]], company: Companies) -> Network:
    counts = {id: sum(len(a.mentions) for a in found) for (kind, id), found in appearances.items() if kind == "actor"}
    return make_network({id: number for id, number in counts.items() if number}, company)


def _by_date(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda e: (e.date.first, e.date.last, e.id)))


def _attached(article: LinkedArticle) -> Iterator[Key]:
    record = article.document.record
    for id in record.actors:
        yield "actor", id
    for code in record.countries:
        yield "country", code


def _events(events: Iterable[Event]) -> dict[Key, tuple[Event, ...]]:
    found: dict[Key, list[Event]] = defaultdict(list)
    for event in events:
        for id in dict.fromkeys(actor.actor for actor in event.actors):
            found["actor", id].append(event)
        for code in event.all_countries:
            found["country", code].append(event)
    return {key: tuple(value) for key, value in found.items()}


def _event_articles(
    collection: Collection, articles: Mapping[str, LinkedArticle]
) -> dict[str, tuple[LinkedArticle, ...]]:
    """Articles about an event: those that say so, and those that the event rests on; newest first."""
    found: dict[str, set[str]] = defaultdict(set)
    for id, article in articles.items():
        for about in article.document.record.events:
            found[about].add(id)
    for event in collection.events.values():
        found[event.id] |= {source.article for source in event.sources if source.article is not None}
    order = {id: number for number, id in enumerate(articles)}
    return {event: tuple(articles[id] for id in sorted(ids, key=order.__getitem__)) for event, ids in found.items()}


def _country_actors(collection: Collection) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for actor in collection.actors.values():
        for code in dict.fromkeys(actor.countries):
            found[code].append(actor.id)
    return {code: tuple(ids) for code, ids in found.items()}


def _relations(collection: Collection) -> dict[str, tuple[RelationTo, ...]]:
    found: dict[str, list[RelationTo]] = defaultdict(list)
    for actor in collection.actors.values():
        for relation in actor.relations:
            found[actor.id].append(RelationTo(relation, relation.actor, False))
            found[relation.actor].append(RelationTo(relation, actor.id, True))
    return {id: tuple(relations) for id, relations in found.items()}


def _outlet_ids(collection: Collection) -> dict[str, str]:
    """What an article may write for its outlet: any actor's id, or a name of an actor that is an outlet."""
    media = [actor for actor in collection.actors.values() if actor.type == "media"]
    names = {alias.name: actor.id for actor in media for alias in actor.aliases}
    names |= {actor.name: actor.id for actor in media}
    return names | {id: id for id in collection.actors}


def _outlets(ids: Mapping[str, str], articles: Iterable[LinkedArticle]) -> dict[str, tuple[LinkedArticle, ...]]:
    found: dict[str, list[LinkedArticle]] = defaultdict(list)
    for article in articles:
        id = ids.get(article.document.record.outlet or "")
        if id is not None:
            found[id].append(article)
    return {id: tuple(value) for id, value in found.items()}


def _quotes(
    collection: Collection, articles: Mapping[str, LinkedArticle], memory: Memory
) -> dict[tuple[str, str], Quoted]:
    """For each quote that a record rests on: where it stands in its article."""
    found: dict[tuple[str, str], Quoted] = {}
    for source in _sources(collection):
        if source.article is None or source.quote is None or (source.article, source.quote) in found:
            continue
        article, key = articles[source.article], (source.article, source.quote)
        place = memory.recall(("quote", *key), (article,), partial(_quoted, article, source.quote))
        if place is not None:
            found[key] = place
    return found


def _quoted(article: LinkedArticle, quote: str) -> Quoted | None:
    place = find_quote(article.document.prose, quote)
    starts = [start for start, _ in article.sentences]
    return None if place is None else Quoted(max(0, bisect_right(starts, place[0]) - 1), *place)


def _sources(collection: Collection) -> Iterator[Source]:
    for event in collection.events.values():
        yield from event.sources
    for actor in collection.actors.values():
        yield from actor.sources
        for role in actor.roles:
            yield from role.sources
        for relation in actor.relations:
            yield from relation.sources
    for document in collection.documents.values():
        yield from document.record.sources


def _anchors(
    quotes: Mapping[tuple[str, str], Quoted], articles: Mapping[str, LinkedArticle]
) -> dict[str, frozenset[int]]:
    """The sentences, the title aside, that quotes lead to and that have no mention to lead to instead."""
    found: dict[str, set[int]] = defaultdict(set)
    for (id, _), place in quotes.items():
        if place.sentence > 0 and all(m.sentence != place.sentence for m in articles[id].mentions):
            found[id].add(place.sentence)
    return {id: frozenset(sentences) for id, sentences in found.items()}
