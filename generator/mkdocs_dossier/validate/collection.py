"""The validate stage as a whole: records as read become a collection of public records whose references all resolve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.collection import Collection, Document
from mkdocs_dossier.model.records import Actor, Article, Event
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.validate.documents import make_documents
from mkdocs_dossier.validate.formerly import check_former_ids
from mkdocs_dossier.validate.inline import parse_inline
from mkdocs_dossier.validate.look_alike import check_look_alikes
from mkdocs_dossier.validate.lookups import Lookups
from mkdocs_dossier.validate.pictures import Look, pictures_of
from mkdocs_dossier.validate.quotes import check_quotes
from mkdocs_dossier.validate.record import MOST_SHOWN, Tree
from mkdocs_dossier.validate.records import Records
from mkdocs_dossier.validate.references import (
    KnownIds,
    Registry,
    check_hand_link,
    check_overrules,
    check_references,
    follow_references,
    hand_links,
)
from mkdocs_dossier.validate.registry import make_registry
from mkdocs_dossier.validate.shown import ShownRecords, shown_records
from mkdocs_dossier.validate.territories import check_territories, join_territories

_OVER = ": what countries.yml says of it"
"""Stands behind why a country of the world is marked: there is more of it than this."""


@dataclass(frozen=True, slots=True)
class Validated:
    """The public part of a collection, and what is wrong between its records.

    Attributes:
        problems: What references and repeated ids do wrong; what is wrong inside a record was told before.
        registry, lookups: What the next run takes again.
    """

    collection: Collection
    problems: tuple[Diagnostic, ...]
    registry: Registry
    lookups: Lookups


def make_collection(
    records: Records,
    built_in: Mapping[str, Territory],
    now: datetime,
    before: Validated | None = None,
    *,
    look: Look,
    drafts: bool = False,
) -> Validated:
    """Make the public part of `records` a collection.

    Args:
        before: The same of the last run; what takes long to look up is taken from there.
        look: Reads a picture.
        drafts: Whether to take all records, for an editor.
    """
    lookups = Lookups(None if before is None else before.lookups)
    shown = shown_records(records, now, drafts=drafts)
    own = shown.countries.records
    territories = join_territories(built_in, own)
    registry = make_registry(shown, records, territories, {} if before is None else before.registry)
    problems = [*check_territories(built_in, own, records.countries.trees)]
    problems += check_former_ids("actor", shown.actors.records, records.actors)
    problems += check_former_ids("event", shown.events.records, records.events)
    problems += check_former_ids("article", shown.articles.records, records.articles)
    actors, events, articles, unresolved = _followed(shown, records, registry, lookups)
    problems += unresolved
    pictures, unseen = pictures_of(articles, records, look)
    problems += unseen
    documents = make_documents(articles, records.articles.trees, records.prose, pictures)
    problems += check_quotes(actors, records.actors.trees, documents, lookups)
    problems += check_quotes(events, records.events.trees, documents, lookups)
    problems += check_quotes(articles, records.articles.trees, documents, lookups)
    problems += _about_overrules(documents, records.articles.trees, registry, lookups)
    problems += _about_hand_links(documents, registry["actor"], lookups)
    problems += check_look_alikes(actors, records.actors.trees)
    inline = parse_inline((actors, events, articles, own))
    files = {picture.name: picture.file for found in pictures.values() for picture in found.values()}
    collection = Collection(actors, events, territories, documents, inline, files, _marks(shown, built_in))
    return Validated(collection, tuple(problems), registry, lookups)


def _followed(
    shown: ShownRecords, records: Records, registry: Registry, lookups: Lookups
) -> tuple[Mapping[str, Actor], Mapping[str, Event], Mapping[str, Article], list[Diagnostic]]:
    """Return the records without the references that lead nowhere, and what is wrong with these."""
    actors = follow_references(shown.actors.records, registry)
    events = follow_references(shown.events.records, registry)
    articles = follow_references(shown.articles.records, registry)
    problems = [
        *check_references(actors, records.actors.trees, registry, lookups),
        *check_references(events, records.events.trees, registry, lookups),
        *check_references(articles, records.articles.trees, registry, lookups),
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
    documents: Mapping[str, Document], trees: Mapping[str, Tree], registry: Registry, lookups: Lookups
) -> Iterator[Diagnostic]:
    for id, document in documents.items():
        if document.overrules:
            yield from check_overrules(document, trees[id], registry, lookups)


def _about_hand_links(documents: Mapping[str, Document], actors: KnownIds, lookups: Lookups) -> Iterator[Diagnostic]:
    for document in documents.values():
        problems = (check_hand_link(link, document, actors, lookups) for link in hand_links(document))
        yield from islice((problem for problem in problems if problem is not None), MOST_SHOWN)
