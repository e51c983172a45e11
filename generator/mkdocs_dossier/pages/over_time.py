"""Timelines of an actor, and of the whole collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.records import Actor, Event, Role
from mkdocs_dossier.pages.core_terms import say_event_type
from mkdocs_dossier.pages.lines import relation_seen, shown_text
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.times.lanes import EventPoint, Lane, TimeSpan
from mkdocs_dossier.pages.svg.times.timeline import timeline
from mkdocs_dossier.pages.tenure import tenure
from mkdocs_dossier.pages.urls import actor_path, event_path, relative

LANES = 8
"""How many types of events have a lane of their own."""


def actor_timeline(actor: Actor, links: Links) -> Markdown:
    """Return an actor's offices, relations and events, and the articles that name it."""
    site = links.site
    appearances = site.appearances("actor", actor.id)
    words = links.words
    lanes = (
        Lane(words.gettext("Offices"), spans=tuple(_offices(actor, links))),
        Lane(words.gettext("Relations"), spans=tuple(_relations(actor, links))),
        Lane(words.gettext("Events"), points=tuple(_point(e, links) for e in site.events_of("actor", actor.id))),
    )
    label = words.gettext("%(name)s over time: offices, relations, events and articles", name=actor.name)
    return timeline(label, lanes, _days(appearance.article for appearance in appearances), links.calendar_url, words)


def collection_timeline(site: SiteView, links: Links) -> Markdown:
    """Return all events, a lane for each of the most frequent types, and all articles."""
    counts = Counter(event.type for event in site.events())
    frequent = [type for type, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:LANES]]
    words = links.words
    lanes = [
        _lane(say_event_type(type, words).capitalize(), (e for e in site.events() if e.type == type), links)
        for type in frequent
    ]
    rest = [event for event in site.events() if event.type not in frequent]
    lanes += [_lane(words.gettext("Others"), rest, links)] if rest else []
    label = words.gettext("All events of the collection by type, and its articles")
    return timeline(label, lanes, _days(site.articles()), links.calendar_url, words)


def _lane(name: str, events: Iterable[Event], links: Links) -> Lane:
    return Lane(name, points=tuple(_point(event, links) for event in events))


def _point(event: Event, links: Links) -> EventPoint:
    return EventPoint(event.title, relative(event_path(event.id), links.here), event.date)


def _offices(actor: Actor, links: Links) -> Iterator[TimeSpan]:
    for role in actor.roles:
        title = links.words.listed((role.title, shown_text(links.actor_or_text(role.organization))))
        held = tenure(role, actor, links.site.find_actor)
        url = _office_url(role, links)
        yield TimeSpan(title, role.title, url, role.since, role.until, first=held.first, last=held.last, over=held.over)


def _office_url(role: Role, links: Links) -> str:
    """Where an office is told of: the page of where it is held, else the list on the actor's own page."""
    if role.organization is None or links.site.actor_name(role.organization) is None:
        return "#offices"
    return relative(actor_path(role.organization), links.here)


def _relations(actor: Actor, links: Links) -> Iterator[TimeSpan]:
    for to in links.site.relations(actor.id):
        type, name = relation_seen(to, links.words), links.named(to.actor).name
        text = links.words.gettext("%(relation)s: %(name)s", relation=type, name=name)
        url = relative(actor_path(to.actor), links.here)
        yield TimeSpan(text, text, url, to.relation.since, to.relation.until, series="relations")


def _days(articles: Iterable[LinkedArticle]) -> dict[str, int]:
    return dict(Counter(article.day.isoformat() for article in articles))
