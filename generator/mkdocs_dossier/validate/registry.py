"""Knows which ids and names there are. References are checked against these, and a misspelt one is told the nearest of
them.
"""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_dossier.model.formerly import Renamable, former_ids
from mkdocs_dossier.model.records import Actor, Article, Event
from mkdocs_dossier.model.references import RecordKind
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.validate.records import R, Records, RecordSet
from mkdocs_dossier.validate.references import KnownIds, OtherNames, Registry
from mkdocs_dossier.validate.shown import ShownRecords
from mkdocs_dossier.validate.territories import all_names
from mkdocs_dossier.validate.visibility import IdsByVisibility


def make_registry(
    shown: ShownRecords, records: Records, territories: Mapping[str, Territory], before: Registry
) -> Registry:
    """Return what is known of each kind.

    Args:
        territories: Those of the world, and the user's own that are shown.
        before: The same of the last run. What is known of a kind is the very same object again, where it says the same.
    """
    actors, events, articles, own = shown.actors, shown.events, shown.articles, shown.countries
    codes = IdsByVisibility(frozenset(territories), own.ids.private)
    names: dict[RecordKind, OtherNames] = {
        "actor": names_of_actors(actors.records),
        "event": _names_of_events(events.records),
        "article": names_of_articles(articles.records),
        "country": _names_of_territories(territories),
    }
    renamable: dict[RecordKind, Mapping[str, Renamable]] = {
        "actor": actors.records,
        "event": events.records,
        "article": articles.records,
    }
    former = {kind: tuple(former_ids(of_kind).items()) for kind, of_kind in renamable.items()}

    def known(
        kind: RecordKind, ids: IdsByVisibility, record_set: RecordSet[R], nameless: frozenset[str] = frozenset()
    ) -> KnownIds:
        """nameless: such as are broken if they are not among the public ones."""
        broken = frozenset(record_set.broken) | (nameless - ids.public)
        found = KnownIds(
            ids.public, ids.private, broken, names[kind], former.get(kind, ()), complete=not record_set.unread
        )
        last = before.get(kind)
        return last if last is not None and last == found else found

    return {
        "actor": known("actor", actors.ids, records.actors),
        "event": known("event", events.ids, records.events),
        "article": known("article", articles.ids, records.articles),
        "country": known("country", codes, records.countries, own.ids.public),
    }


def names_of_actors(actors: Mapping[str, Actor]) -> OtherNames:
    """Return each name and alias with the id of whom it names."""
    return tuple(
        [(name, id) for id, actor in actors.items() for name in (actor.name, *(a.name for a in actor.aliases))]
    )


def _names_of_events(events: Mapping[str, Event]) -> OtherNames:
    return tuple([(event.title, id) for id, event in events.items()])


def names_of_articles(articles: Mapping[str, Article]) -> OtherNames:
    """Return each title, and the name of each file in a folder, with the id of the article."""
    titles = [(article.title, id) for id, article in articles.items()]
    return (*titles, *((name, id) for id in articles if (name := id.rpartition("/")[2]) != id))


def _names_of_territories(territories: Mapping[str, Territory]) -> OtherNames:
    names = {name: code for code, one in territories.items() for name in all_names(one)}
    return tuple(names.items())
