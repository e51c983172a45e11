"""The validate stage as a whole: records as read become a collection of public records whose references all resolve.

What did not change since the last run is the same object in the new collection: records, documents, and the mappings
of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any

from generator.diagnostics import Diagnostic
from generator.memory import Memory, settled
from generator.model.collection import Collection, Document
from generator.model.formerly import Renamable, former_ids
from generator.model.prose import Prose
from generator.model.records import Actor, Article, Country, Event
from generator.model.references import RecordKind
from generator.model.territory import Territory
from generator.read.prose import parse_prose
from generator.validate.formerly import check_former_ids
from generator.validate.look_alike import check_look_alikes
from generator.validate.pictures import Look, Picture, Shown, find_pictures, picture_files, shown_pictures
from generator.validate.quotes import check_quotes
from generator.validate.record import MOST_SHOWN, Tree
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
from generator.validate.visibility import Ids, split, why_private

_OVER = ": what countries.yml says of it"
"""Stands behind why a country of the world is marked: there is more of it than this."""


def make_collection(
    records: Records,
    built_in: Mapping[str, Territory],
    now: datetime,
    memory: Memory | None = None,
    *,
    look: Look,
    drafts: bool = False,
) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Return the public part of `records`, and what is wrong between records.

    look: reads a picture. drafts: all of it, for an editor.
    """
    memory = memory if memory is not None else Memory()
    shown = partial(_shown, now=now, drafts=drafts, memory=memory)
    own, own_ids = shown("country", records.countries)
    territories = memory.recall("territories", (built_in, own), lambda: join_territories(built_in, own))
    actors, actor_ids = shown("actor", records.actors)
    events, event_ids = shown("event", records.events)
    articles, article_ids = shown("article", records.articles)
    codes = Ids(memory.settle("codes", frozenset(territories)), own_ids.private)
    actor_names = memory.recall("names of actors", (actors,), lambda: names_of_actors(actors))
    territory_names = memory.recall("names of territories", (territories,), lambda: _names_of_territories(territories))
    event_names = memory.recall("names of events", (events,), lambda: _names_of_events(events))
    article_names = memory.recall("names of articles", (articles,), lambda: names_of_articles(articles))
    renamable: dict[RecordKind, Mapping[str, Renamable]] = {"actor": actors, "event": events, "article": articles}
    former = {kind: _former(kind, of_kind, memory) for kind, of_kind in renamable.items()}
    registry: Registry = {
        "actor": _known("actor", actor_ids, records.actors, memory, former=former["actor"], names=actor_names),
        "event": _known("event", event_ids, records.events, memory, former=former["event"], names=event_names),
        "article": _known(
            "article", article_ids, records.articles, memory, former=former["article"], names=article_names
        ),
        "country": _known("country", codes, records.countries, memory, names=territory_names, nameless=own_ids.public),
    }
    problems = [*check_territories(built_in, own, records.countries.trees)]
    problems += check_former_ids("actor", records.actors, now, memory)
    problems += check_former_ids("event", records.events, now, memory)
    problems += check_former_ids("article", records.articles, now, memory)
    linked_actors = follow_references("actor", actors, registry, memory)
    linked_events = follow_references("event", events, registry, memory)
    linked_articles = follow_references("article", articles, registry, memory)
    problems += check_references(linked_actors, records.actors.trees, registry, memory)
    problems += check_references(linked_events, records.events.trees, registry, memory)
    problems += check_references(linked_articles, records.articles.trees, registry, memory)
    actors, events, articles = linked_actors.kept, linked_events.kept, linked_articles.kept
    pictures, unseen = _pictures(articles, records, memory, look)
    problems += unseen
    documents = _documents(articles, records.articles, records.prose, pictures, memory)
    problems += check_quotes("actor", actors, records.actors.trees, documents, memory)
    problems += check_quotes("event", events, records.events.trees, documents, memory)
    problems += check_quotes("article", articles, records.articles.trees, documents, memory)
    problems += _about_overrules(documents, records.articles.trees, registry, memory)
    problems += _about_hand_links(documents, registry["actor"], memory)
    problems += check_look_alikes(actors, records.actors.trees, memory)
    inline = _inline({"actor": actors, "event": events, "article": articles, "country": own}, memory)
    files = {picture.name: picture.file for found in pictures.values() for picture in found.values()}
    countries = {code: f"{why}{_OVER if code in built_in else ''}" for code, why in own_ids.drafts.items()}
    ids = {"actor": actor_ids.drafts, "event": event_ids.drafts, "article": article_ids.drafts, "country": countries}
    marks = memory.settle("drafts", {(kind, id): why for kind, of_kind in ids.items() for id, why in of_kind.items()})
    return Collection(actors, events, territories, documents, inline, files, marks), tuple(problems)


def _shown(
    kind: RecordKind, shelf: Shelf[R], *, now: datetime, drafts: bool, memory: Memory
) -> tuple[Mapping[str, R], Ids]:
    """Return the records that are shown in the order of their ids, and which ids these are."""
    why = memory.each(("why private", kind, now.date()), shelf.records, lambda record: why_private(record, now))
    ids = memory.recall(("ids", kind, drafts), (why,), lambda: split(why, drafts=drafts))

    def make(before: Mapping[str, R] | None) -> Mapping[str, R]:
        return settled(before, {id: shelf.records[id] for id in sorted(ids.public)})

    return memory.renew(("public", kind), (shelf.records, ids), make), ids


def _known(
    kind: RecordKind,
    ids: Ids,
    shelf: Shelf[R],
    memory: Memory,
    *,
    names: Names = (),
    former: Names = (),
    nameless: frozenset[str] = frozenset(),
) -> Known:
    """Return the ids of one kind. nameless: such as are broken if they are not among the public ones."""
    broken = frozenset(shelf.broken) | (nameless - ids.public)
    known = Known(ids.public, ids.private, broken, names, former, complete=not shelf.unread)
    return memory.settle(("known", kind), known)


def _former(kind: RecordKind, records: Mapping[str, Renamable], memory: Memory) -> Names:
    return memory.recall(("former", kind), (records,), lambda: tuple(former_ids(records).items()))


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


Pictures = Mapping[str, Mapping[str, Picture]]
"""By the id of the article that shows them, and by how they are written there."""


@dataclass(frozen=True, slots=True)
class _Documents:
    """Documents, and what they were made of."""

    articles: Mapping[str, Article]
    prose: Mapping[str, Prose]
    trees: Mapping[str, Tree]
    pictures: Pictures
    by_id: Mapping[str, Document]

    def document(self, id: str) -> Document:
        article = self.articles[id]
        overruled = overrules(article, self.trees[id]) if article.mentions else ()
        pictures = tuple((written, picture.name) for written, picture in self.pictures.get(id, {}).items())
        return Document(article, self.prose[id], overruled, pictures)

    def changed(self, before: _Documents) -> set[str]:
        """The ids of documents that are to be made anew."""
        illustrated = self.pictures.keys() | before.pictures.keys()
        return (
            _changed(self.articles, before.articles)
            | _changed(self.prose, before.prose)
            | _changed(self.trees, before.trees)
            | {id for id in illustrated if self.pictures.get(id) != before.pictures.get(id)}
        )


def _documents(
    articles: Mapping[str, Article],
    shelf: Shelf[Article],
    prose: Mapping[str, Prose],
    pictures: Pictures,
    memory: Memory,
) -> Mapping[str, Document]:
    now = _Documents(articles, prose, shelf.trees, pictures, {})

    def make(before: _Documents | None) -> _Documents:
        known = {} if before is None else {**before.by_id}
        for id in () if before is None else now.changed(before):
            known.pop(id, None)
        by_id = {id: known[id] if id in known else now.document(id) for id in articles}
        return replace(now, by_id=by_id if before is None else settled(before.by_id, by_id))

    return memory.renew("documents", (articles, prose, shelf.trees, pictures), make).by_id


def _changed(now: Mapping[str, object], before: Mapping[str, object]) -> set[str]:
    return {id for id, value in now.items() if before.get(id) is not value}


def _pictures(
    articles: Mapping[str, Article], records: Records, memory: Memory, look: Look
) -> tuple[Pictures, list[Diagnostic]]:
    """The pictures of each article that shows any, and what is wrong with others. No other picture is opened."""
    shown = memory.each("shown pictures", records.prose, shown_pictures)
    showing = memory.recall("showing pictures", (shown,), lambda: [id for id, found in shown.items() if found])
    pictures: dict[str, Mapping[str, Picture]] = {}
    problems: list[Diagnostic] = []
    public = [id for id in showing if id in articles]
    private = _shown_by(set(showing) - set(public), records, shown) - _shown_by(public, records, shown)
    for id in public:
        file, prose = articles[id].origin.path, records.prose[id]
        pictures[id], found = find_pictures(file, shown[id], prose, records.pictures, look, private)
        problems += found
    return memory.settle("pictures", pictures), problems


def _shown_by(ids: Iterable[str], records: Records, shown: Mapping[str, Shown]) -> set[str]:
    """The files of pictures that some articles show."""
    trees = records.articles.trees
    return {path for id in ids for path in picture_files(trees[id].path, shown[id])}


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
        problems = (check_hand_link(link, documents[id], actors, memory) for link in links[id])
        yield from islice((problem for problem in problems if problem is not None), MOST_SHOWN)


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
