"""The validate stage as a whole: records as read become a collection of public records whose references all resolve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from generator.diagnostics import Diagnostic
from generator.model.collection import Collection, Document
from generator.model.prose import Prose
from generator.model.records import Actor, Record
from generator.model.territory import Territory
from generator.read.prose import parse_prose
from generator.validate.records import R, Records, Shelf
from generator.validate.references import (
    Known,
    Registry,
    check_hand_links,
    check_overrules,
    check_quotes,
    check_references,
    overrules,
)
from generator.validate.territories import check_territories, join_territories
from generator.validate.visibility import split_private


def make_collection(
    records: Records, built_in: Mapping[str, Territory], now: datetime
) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Return the public part of `records`, and what is wrong between records."""
    own, private_countries = split_private(records.countries.records, now)
    territories = join_territories(built_in, own)
    problems = check_territories(built_in, own, records.countries.trees)
    actors, private_actors = split_private(records.actors.records, now)
    events, private_events = split_private(records.events.records, now)
    articles, private_articles = split_private(records.articles.records, now)
    registry: Registry = {
        "actor": _known(actors, private_actors, records.actors, _by_name(actors)),
        "event": _known(events, private_events, records.events),
        "article": _known(articles, private_articles, records.articles),
        "country": _known(territories, private_countries, records.countries, _codes(territories)),
    }
    actors, about_actors = check_references(actors, records.actors.trees, registry)
    events, about_events = check_references(events, records.events.trees, registry)
    articles, about_articles = check_references(articles, records.articles.trees, registry)
    prose = {id: records.prose[id] for id in articles}
    shelves = ((actors, records.actors), (events, records.events), (articles, records.articles))
    about_quotes = [
        problem
        for kept, shelf in shelves
        for id, record in kept.items()
        for problem in check_quotes(record, shelf.trees[id], prose)
    ]
    about_overrules = [
        problem
        for id, article in articles.items()
        if article.mentions
        for problem in check_overrules(article, records.articles.trees[id], registry)
    ]
    about_links = [
        problem
        for id, article in articles.items()
        for problem in check_hand_links(article, prose[id], registry["actor"])
    ]
    documents = {
        id: Document(article, prose[id], overrules(article, records.articles.trees[id]))
        for id, article in articles.items()
    }
    found = (*problems, *about_actors, *about_events, *about_articles, *about_quotes, *about_overrules, *about_links)
    inline = _inline((*actors.values(), *events.values(), *articles.values(), *own.values()))
    return Collection(actors, events, territories, documents, inline), found


def _inline(records: Iterable[Record]) -> dict[str, Prose]:
    """Parse the fields that hold inline Markdown."""
    texts: dict[str, None] = {}
    for record in records:
        parts = (record, *getattr(record, "relations", ()))
        texts |= {part.summary: None for part in parts if getattr(part, "summary", None) is not None}
    return {text: parse_prose(text, title="-", title_place=(1, 1), first_line=1) for text in texts}


def _known(
    public: Mapping[str, object], private: frozenset[str], shelf: Shelf[R], names: Mapping[str, str] | None = None
) -> Known:
    broken = frozenset(shelf.broken) | (shelf.records.keys() - public.keys() - private)
    return Known(frozenset(public), private, broken, names, complete=not shelf.unread)


def _by_name(actors: Mapping[str, Actor]) -> dict[str, str]:
    return {name: id for id, actor in actors.items() for name in (actor.name, *(a.name for a in actor.aliases))}


def _codes(territories: Mapping[str, Territory]) -> dict[str, str]:
    return {
        name: code for code, territory in territories.items() for name in territory.names.get("en", (territory.name,))
    }
