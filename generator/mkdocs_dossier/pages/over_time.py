"""Timelines of an actor, and of the whole collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.records import Actor, Event, Role
from mkdocs_dossier.pages.lines import say_relation, shown_text
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
    lanes = (
        Lane("Offices", spans=tuple(_offices(actor, links))),
        Lane("Relations", spans=tuple(_relations(actor, links))),
        Lane("Events", points=tuple(_point(event, links) for event in site.events_of("actor", actor.id))),
    )
    label = f"{actor.name} over time: offices, relations, events and articles"
    return timeline(label, lanes, _days(appearance.article for appearance in appearances), links.calendar_url)


def collection_timeline(site: SiteView, links: Links) -> Markdown:
    """Return all events, a lane for each of the most frequent types, and all articles."""
    counts = Counter(event.type for event in site.events())
    frequent = [type for type, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:LANES]]
    lanes = [_lane(type, (event for event in site.events() if event.type == type), links) for type in frequent]
    rest = [event for event in site.events() if event.type not in frequent]
    lanes += [_lane("others", rest, links)] if rest else []
    articles = _days(site.articles())
    return timeline("All events of the collection by type, and its articles", lanes, articles, links.calendar_url)


def _lane(name: str, events: Iterable[Event], links: Links) -> Lane:
    return Lane(name.capitalize(), points=tuple(_point(event, links) for event in events))


def _point(event: Event, links: Links) -> EventPoint:
    return EventPoint(event.title, relative(event_path(event.id), links.here), event.date)


def _offices(actor: Actor, links: Links) -> Iterator[TimeSpan]:
    for role in actor.roles:
        title = ", ".join(part for part in (role.title, shown_text(links.actor_or_text(role.organization))) if part)
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
        text = f"{say_relation(to)}: {links.named(to.actor).name}"
        url = relative(actor_path(to.actor), links.here)
        yield TimeSpan(text, text, url, to.relation.since, to.relation.until, series="relations")


def _days(articles: Iterable[LinkedArticle]) -> dict[str, int]:
    return dict(Counter(article.day.isoformat() for article in articles))
