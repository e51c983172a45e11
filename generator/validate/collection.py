"""The validate stage as a whole: records as read become a collection of public records whose references all resolve.

What did not change since the last run is the same object in the new collection: records, documents, and the mappings
of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice

from generator.diagnostics import Diagnostic
from generator.memory import Memory
from generator.model.collection import Collection, Document
from generator.model.records import Actor, Article, Event
from generator.model.territory import Territory
from generator.validate.documents import make_documents
from generator.validate.formerly import check_former_ids
from generator.validate.inline import parse_inline
from generator.validate.look_alike import check_look_alikes
from generator.validate.pictures import Look, pictures_of
from generator.validate.quotes import check_quotes
from generator.validate.record import MOST_SHOWN, Tree
from generator.validate.records import Records
from generator.validate.references import (
    Known,
    Registry,
    check_hand_link,
    check_overrules,
    check_references,
    follow_references,
    hand_links,
)
from generator.validate.registry import make_registry
from generator.validate.shown import ShownRecords, shown_records
from generator.validate.territories import check_territories, join_territories

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
    shown = shown_records(records, now, memory, drafts=drafts)
    own = shown.countries.records
    territories = memory.recall("territories", (built_in, own), lambda: join_territories(built_in, own))
    registry = make_registry(shown, records, territories, memory)
    problems = [*check_territories(built_in, own, records.countries.trees)]
    problems += check_former_ids("actor", shown.actors.records, records.actors, memory)
    problems += check_former_ids("event", shown.events.records, records.events, memory)
    problems += check_former_ids("article", shown.articles.records, records.articles, memory)
    actors, events, articles, unresolved = _followed(shown, records, registry, memory)
    problems += unresolved
    pictures, unseen = pictures_of(articles, records, memory, look)
    problems += unseen
    documents = make_documents(articles, records.articles, records.prose, pictures, memory)
    problems += check_quotes("actor", actors, records.actors.trees, documents, memory)
    problems += check_quotes("event", events, records.events.trees, documents, memory)
    problems += check_quotes("article", articles, records.articles.trees, documents, memory)
    problems += _about_overrules(documents, records.articles.trees, registry, memory)
    problems += _about_hand_links(documents, registry["actor"], memory)
    problems += check_look_alikes(actors, records.actors.trees, memory)
    inline = parse_inline({"actor": actors, "event": events, "article": articles, "country": own}, memory)
    files = {picture.name: picture.file for found in pictures.values() for picture in found.values()}
    marks = memory.settle("drafts", _marks(shown, built_in))
    return Collection(actors, events, territories, documents, inline, files, marks), tuple(problems)


def _followed(
    shown: ShownRecords, records: Records, registry: Registry, memory: Memory
) -> tuple[Mapping[str, Actor], Mapping[str, Event], Mapping[str, Article], list[Diagnostic]]:
    """Return the records without the references that lead nowhere, and what is wrong with these."""
    actors = follow_references("actor", shown.actors.records, registry, memory)
    events = follow_references("event", shown.events.records, registry, memory)
    articles = follow_references("article", shown.articles.records, registry, memory)
    problems = [
        *check_references(actors, records.actors.trees, registry, memory),
        *check_references(events, records.events.trees, registry, memory),
        *check_references(articles, records.articles.trees, registry, memory),
    ]
    return actors.kept, events.kept, articles.kept, problems


def _marks(shown: ShownRecords, built_in: Mapping[str, Territory]) -> dict[tuple[str, str], str]:
    """Why records that are shown are not published, by kind and id."""
    own = shown.countries.ids.drafts
    countries = {code: f"{why}{_OVER if code in built_in else ''}" for code, why in own.items()}
    ids: dict[str, Mapping[str, str]] = {
        "actor": shown.actors.ids.drafts,
        "event": shown.events.ids.drafts,
        "article": shown.articles.ids.drafts,
        "country": countries,
    }
    return {(kind, id): why for kind, of_kind in ids.items() for id, why in of_kind.items()}


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
