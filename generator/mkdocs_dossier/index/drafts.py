"""Marks what is not published, for `mkdocs serve` with the option `drafts`.

It runs between linking and indexing: names are found in the texts as they will be published, and every page, list,
picture and data file shows the mark.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from mkdocs_dossier.model.collection import LinkedArticle, LinkedCorpus
from mkdocs_dossier.model.drafts import Drafts, with_mark
from mkdocs_dossier.model.records import Actor, Event
from mkdocs_dossier.model.territory import Territory

T = TypeVar("T")


def mark_drafts(corpus: LinkedCorpus) -> LinkedCorpus:
    """Return the corpus with a mark in the name or title of each record that is not published."""
    collection, drafts = corpus.collection, corpus.collection.drafts
    if not drafts:
        return corpus
    articles = {article.id: article for article in corpus.articles}
    return LinkedCorpus(
        replace(
            collection,
            actors=_marked("actor", collection.actors, drafts, _actor),
            events=_marked("event", collection.events, drafts, _event),
            territories=_marked("country", collection.territories, drafts, _territory),
        ),
        tuple(_marked("article", articles, drafts, _article).values()),
    )


def _marked(kind: str, records: Mapping[str, T], drafts: Drafts, mark: Callable[[T, str], T]) -> Mapping[str, T]:
    return {id: mark(one, drafts[kind, id]) if (kind, id) in drafts else one for id, one in records.items()}


def _actor(actor: Actor, mark: str) -> Actor:
    return actor.model_copy(update={"name": with_mark(actor.name, mark)})


def _event(event: Event, mark: str) -> Event:
    return event.model_copy(update={"title": with_mark(event.title, mark)})


def _territory(territory: Territory, mark: str) -> Territory:
    """Mark a territory of the user's own. A country of the world keeps its name: only what `countries.yml` adds to it
    is a draft.
    """
    return replace(territory, name=with_mark(territory.name, mark)) if territory.own else territory


def _article(article: LinkedArticle, mark: str) -> LinkedArticle:
    record = article.record
    titled = record.model_copy(update={"title": with_mark(record.title, mark)})
    return replace(article, document=replace(article.document, record=titled))
