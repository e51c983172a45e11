"""Dossiers with many events: the newest stand on the page itself, all of them on a page of their own, by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mkdocs_dossier.model.lines import EventGroup, EventLine, Link
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.model.pages import DossierEventsPage
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.lines import event_line
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import say_year
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import relative

ROOM = 100
"""How many events stand on the page itself."""


def newest_events(events: Sequence[Event], links: Links) -> tuple[EventLine, ...]:
    """Return the events that stand on the page itself, by date."""
    return tuple(event_line(event, links) for event in events[-ROOM:])


def earlier_events(events: Sequence[Event], links: Links) -> Link | None:
    """Return a link to the page of all events, as written on the page of `links`; None where it needs none."""
    more = len(events) - ROOM
    if more <= 0:
        return None
    text = links.words.ngettext("%(num)s earlier event", "%(num)s earlier events", more)
    return Link(text, relative(_path(links.here), links.here))


def event_pages(site: SiteView, of: Page, events: Sequence[Event]) -> Iterator[DossierEventsPage]:
    """Yield the page of all events of the dossier `of`, if there are too many for it."""
    if len(events) > ROOM:
        path = _path(of.path)
        yield DossierEventsPage(
            path=path,
            title=site.words.gettext("%(title)s: events", title=of.title),
            kind="events",
            source=of.source,
            of=Link(of.title, relative(of.path, path)),
            groups=by_year(events, Links.on(path, site)),
        )


def by_year(events: Sequence[Event], links: Links) -> tuple[EventGroup, ...]:
    """Return events by year, the oldest first. events: by date."""
    groups = groupby(events, key=lambda event: event.date.year)
    return tuple(
        EventGroup(say_year(year, links.words), tuple(event_line(event, links) for event in found))
        for year, found in groups
    )


def _path(dossier: str) -> str:
    return f"{dossier.removesuffix('.md')}/events.md"
