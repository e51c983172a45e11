"""What an event's page holds: who took part in which office, what it rests on, where sources differ."""

from __future__ import annotations

from mkdocs_dossier.model.edtf import calendar_pages
from mkdocs_dossier.model.index import EVENT_DAYS
from mkdocs_dossier.model.lines import Fact, Link, ParticipantLine
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.pages import EventPage
from mkdocs_dossier.model.records import Event, EventActor
from mkdocs_dossier.pages.actor import flagged
from mkdocs_dossier.pages.briefs import event_brief, facets
from mkdocs_dossier.pages.core_terms import say_event_type
from mkdocs_dossier.pages.event_places import map_of_events
from mkdocs_dossier.pages.inline import inline, plain_text
from mkdocs_dossier.pages.lines import event_line, role_line, source_lines
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.sentences import article_line
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.tenure import tenure
from mkdocs_dossier.pages.urls import event_path

WEEK = 7
"""Days before and after an event in which what else happened is worth telling."""

NEAR = 12
"""How many of these are told of: on one day there may be thousands."""


def event_page(site: SiteView, event: Event) -> EventPage:
    """Return the page of `event`."""
    path = event_path(event.id)
    links, parsed = Links.on(path, site), site.inline
    before, after = site.events_around(event.id)
    near = site.events_near(event.id, WEEK, NEAR)
    return EventPage(
        path=path,
        title=event.title,
        kind="event",
        source=event.origin.path,
        description=plain_text(event.summary, parsed),
        brief=event_brief(event, site.words),
        facets=facets(site, countries=event.all_countries, years=_years(event)),
        facts=tuple(_facts(event, links)),
        summary=inline(event.summary, parsed),
        participants=tuple(_participant(actor, event, links) for actor in event.actors),
        map=_map(event, links),
        versions=source_lines((s for s in event.sources if s.says is not None), links),
        sources=source_lines((s for s in event.sources if s.says is None), links),
        articles=tuple(article_line(a, links) for a in site.articles_about(event.id)),
        parts=tuple(event_line(part, links) for part in site.parts_of(event.id)),
        near=tuple(event_line(other, links) for other in near.events),
        near_days=tuple(links.page(page) for page in near.pages),
        previous=links.event(before) if before else None,
        next=links.event(after) if after else None,
    )


def _map(event: Event, links: Links) -> Markdown:
    place = event.place.name if event.place else ""
    label = links.words.gettext("Map: where it happened, %(place)s", place=place)
    return map_of_events([event], label, links, event.all_countries)


def _years(event: Event) -> list[int]:
    """The years on whose pages it stands."""
    return sorted({int(page[:4]) for page in calendar_pages(event.date, days=EVENT_DAYS)})


def _facts(event: Event, links: Links) -> list[Fact]:
    words = links.words
    facts = [
        Fact(words.gettext("Date"), (links.date(event.date, days=EVENT_DAYS),)),
        Fact(words.gettext("Type"), (say_event_type(event.type, words),)),
    ]
    if event.place is not None:
        facts.append(Fact(words.gettext("Place"), (event.place.name,)))
    if event.all_countries:
        label = words.ngettext("Country", "Countries", len(event.all_countries))
        facts.append(Fact(label, tuple(flagged(code, links) for code in event.all_countries)))
    if event.part_of is not None:
        facts.append(Fact(words.gettext("Part of"), (links.event(links.site.event(event.part_of)),)))
    return facts


def _participant(part: EventActor, event: Event, links: Links) -> ParticipantLine:
    actor = links.site.actor(part.actor)
    find, when = links.site.find_actor, event.date
    held = [role for role in actor.roles if tenure(role, actor, find).overlaps(when.first, when.last)]
    link: Link = links.actor(part.actor)
    return ParticipantLine(link, part.role or "", tuple(role_line(role, actor, links) for role in held))
