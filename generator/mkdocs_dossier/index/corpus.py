"""Makes the index of a linked corpus."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from mkdocs_dossier.index.calendar import make_calendar
from mkdocs_dossier.index.co_occurrence import CoOccurrences
from mkdocs_dossier.index.groups import group, newest_first
from mkdocs_dossier.index.network import make_network
from mkdocs_dossier.model.collection import Collection, Document, LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.deferred import Deferred, DeferredMap
from mkdocs_dossier.model.drafts import without_mark
from mkdocs_dossier.model.index import Appearance, Index, Key, Quoted, RelationTo
from mkdocs_dossier.model.mention import Mention
from mkdocs_dossier.model.network import Network
from mkdocs_dossier.model.quotes import find_quote
from mkdocs_dossier.model.records import Actor, Event, Source


def make_index(corpus: LinkedCorpus) -> Index:
    """Return the index of `corpus`."""
    collection = corpus.collection
    articles = _by_id(corpus.articles)
    appearances = group(corpus.articles, parts)
    events = _by_date(collection.events.values())
    co_occurrences = CoOccurrences(appearances)
    outlet_ids = _outlet_ids(collection)
    quotes = _quotes(collection, articles)
    return Index(
        corpus=corpus,
        articles=articles,
        appearances=appearances,
        events=_events(events),
        event_articles=_event_articles(collection, articles, group(corpus.articles, _about)),
        co_occurrences=co_occurrences,
        country_actors=_country_actors(collection),
        relations=_relations(collection),
        outlets=_outlets(outlet_ids, group(corpus.articles, _published_by)),
        outlet_ids=outlet_ids,
        calendar=make_calendar(events, corpus.articles),
        network=Deferred(partial(_network, appearances, co_occurrences)),
        quotes=quotes,
        anchors=_anchors(quotes, articles),
    )


def _by_id(articles: Iterable[LinkedArticle]) -> dict[str, LinkedArticle]:
    return {article.id: article for article in articles}


def _about(article: LinkedArticle) -> Iterable[tuple[str, LinkedArticle]]:
    return [(id, article) for id in dict.fromkeys(article.record.events)]


def _published_by(article: LinkedArticle) -> Iterable[tuple[str, LinkedArticle]]:
    outlet = article.record.outlet
    return () if outlet is None else [(outlet, article)]


def parts(article: LinkedArticle) -> Iterable[tuple[Key, Appearance]]:
    """Return the actors and countries of an article, each with its mentions. Those attached by hand may have none."""
    named: dict[Key, tuple[Mention, ...]] = {**dict.fromkeys(_attached(article), ()), **article.named}
    return [(key, Appearance(article, mentions)) for key, mentions in named.items()]


def _network(appearances: Mapping[Key, tuple[Appearance, ...]], co_occurrences: CoOccurrences) -> Network:
    counts = {id: sum(len(a.mentions) for a in found) for (kind, id), found in appearances.items() if kind == "actor"}
    return make_network({id: number for id, number in counts.items() if number}, co_occurrences)


def _by_date(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda e: (e.date.first, e.date.last, e.id)))


def _attached(article: LinkedArticle) -> Iterator[Key]:
    record = article.record
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
    collection: Collection, articles: Mapping[str, LinkedArticle], about: Mapping[str, tuple[LinkedArticle, ...]]
) -> Mapping[str, tuple[LinkedArticle, ...]]:
    """Return, for each event, the articles that say they are about it and those that its record rests on, newest
    first.
    """

    return DeferredMap(collection.events, partial(_articles_about, collection, articles, about))


def _articles_about(
    collection: Collection,
    articles: Mapping[str, LinkedArticle],
    about: Mapping[str, tuple[LinkedArticle, ...]],
    id: str,
) -> tuple[LinkedArticle, ...]:
    # An article can be both, and is listed once.
    rests_on = [articles[s.article] for s in collection.events[id].sources if s.article is not None]
    found = {article.id: article for article in (*about.get(id, ()), *rests_on)}
    return tuple(sorted(found.values(), key=newest_first))


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
    """Return the actor that is meant by each text in the field `outlet`: any actor's id, or a name of a media
    outlet.
    """
    # Of what two may mean, the later assignment wins: an id before a name, and a name before another one's alias.
    media = [actor for actor in collection.actors.values() if actor.type == "media"]
    names = {alias.name: actor.id for actor in media for alias in actor.aliases}
    names |= {without_mark(actor.name, collection.drafts.get(("actor", actor.id))): actor.id for actor in media}
    return names | {id: id for id in collection.actors}


def _outlets(
    ids: Mapping[str, str], published: Mapping[str, tuple[LinkedArticle, ...]]
) -> dict[str, tuple[LinkedArticle, ...]]:
    """Return the articles of each outlet, newest first.

    Args:
        published: Articles by what they write in the field `outlet`.
    """
    found: dict[str, tuple[LinkedArticle, ...]] = {}
    for written, articles in published.items():
        id = ids.get(written)
        if id is not None:
            known = found.get(id)
            found[id] = articles if known is None else tuple(sorted((*known, *articles), key=newest_first))
    return found


def _quotes(collection: Collection, articles: Mapping[str, LinkedArticle]) -> dict[tuple[str, str], Quoted]:
    """Return where each quote that a record rests on stands in its article. Quotes that were not found are left out."""
    records: Iterable[Event | Actor | Document] = chain(
        collection.events.values(), collection.actors.values(), collection.documents.values()
    )
    wanted = dict.fromkeys(quote for record in records for quote in _quotes_of(record))
    places = ((key, _quoted(articles[key[0]], key[1])) for key in wanted)
    return {key: place for key, place in places if place is not None}


def _quotes_of(record: Event | Actor | Document) -> Iterator[tuple[str, str]]:
    """Yield the quotes that a record rests on, each with the id of its article."""
    for source in _sources(record):
        if source.article is not None and source.quote is not None:
            yield source.article, source.quote


def _quoted(article: LinkedArticle, quote: str) -> Quoted | None:
    place = find_quote(article.prose, quote)
    # A quote may go over several sentences: its line leads to the one in which it begins.
    starts = [start for start, _ in article.sentences]
    return None if place is None else Quoted(max(0, bisect_right(starts, place[0]) - 1), *place)


def _sources(record: Event | Actor | Document) -> Iterator[Source]:
    if isinstance(record, Document):
        yield from record.record.sources
        return
    yield from record.sources
    if isinstance(record, Actor):
        for role in record.roles:
            yield from role.sources
        for relation in record.relations:
            yield from relation.sources


def _anchors(
    quotes: Mapping[tuple[str, str], Quoted], articles: Mapping[str, LinkedArticle]
) -> dict[str, frozenset[int]]:
    """Return the sentences that quotes lead to and that hold no mention. They need an anchor of their own.

    The title, sentence 0, needs none.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for (id, _), place in quotes.items():
        if place.sentence > 0 and all(m.sentence != place.sentence for m in articles[id].mentions):
            found[id].add(place.sentence)
    return {id: frozenset(sentences) for id, sentences in found.items()}
