"""What a country's page holds."""

from __future__ import annotations

from collections import Counter

from mkdocs_dossier.model.index import Appearance, Key
from mkdocs_dossier.model.lines import CountLine, Facet, Fact
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.pages import CountryPage
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.pages.briefs import tally
from mkdocs_dossier.pages.dossier_events import earlier_events, newest_events
from mkdocs_dossier.pages.event_places import map_of_events
from mkdocs_dossier.pages.inline import inline, plain_text
from mkdocs_dossier.pages.lines import company_lines
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.mentions import by_month, first_part, more_links
from mkdocs_dossier.pages.sentences import mention_groups
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.maps.locator_map import locator_map
from mkdocs_dossier.pages.svg.times.activity import activity
from mkdocs_dossier.words.catalogue import Words

COMPANY = 25


def country_page(site: SiteView, territory: Territory) -> CountryPage:
    """Return the page of a country that has something to say."""
    path = site.country_path(territory.code)
    if path is None:
        raise KeyError(territory.code)
    key: Key = ("country", territory.code)
    links, parsed = Links.on(path, site), site.inline
    appearances = site.appearances(*key)
    events = site.events_of(*key)
    summary = territory.summary or None
    return CountryPage(
        path=path,
        title=territory.name,
        kind="country",
        source=territory.source,
        description=plain_text(summary, parsed),
        brief=site.words.gettext("country"),
        tally=tally(site, key),
        facets=(Facet("country", territory.name),),
        facts=_facts(territory, site.words),
        locator=_locator(territory, site),
        summary=inline(summary, parsed),
        map=_map(territory, events, links),
        actors=_actors(site, territory.code, links),
        events=newest_events(events, links),
        earlier=earlier_events(events, links),
        mentions=mention_groups(first_part(appearances), links),
        mention_count=sum(len(appearance.mentions) for appearance in appearances),
        mention_articles=len(appearances),
        more_mentions=more_links(appearances, path),
        activity=activity(by_month(appearances), territory.name, links.calendar_url, site.words),
        company=company_lines(site.co_occurrences(*key)[:COMPANY], key, links),
        months=_months(appearances, events, links),
    )


def _locator(territory: Territory, site: SiteView) -> Markdown:
    return locator_map(site.atlas, territory.code, territory.name, site.words)


def _map(territory: Territory, events: tuple[Event, ...], links: Links) -> Markdown:
    here = [event for event in events if event.place is not None and event.place.country in (territory.code, None)]
    label = links.words.gettext("Map: events in %(country)s", country=territory.name)
    return map_of_events(here, label, links, [territory.code])


def _facts(territory: Territory, words: Words) -> tuple[Fact, ...]:
    facts = [Fact(words.gettext("Flag"), (territory.flag,))] if territory.flag else []
    if territory.official and territory.official != territory.name:
        facts.append(Fact(words.gettext("Official name"), (territory.official,)))
    facts.append(Fact(words.gettext("Code"), (territory.code,)))
    if capitals := (territory.capitals or {}).get("en"):
        facts.append(Fact(words.ngettext("Capital", "Capitals", len(capitals)), tuple(capitals)))
    return tuple(facts)


def _actors(site: SiteView, code: str, links: Links) -> tuple[CountLine, ...]:
    """The actors of a country, those named in the most articles first."""
    counts = {id: len(site.appearances("actor", id)) for id in site.actors_of_country(code)}
    ordered = sorted(counts, key=lambda id: (-counts[id], links.named(id).name))
    return tuple(CountLine(links.actor(id), counts[id]) for id in ordered)


def _months(appearances: tuple[Appearance, ...], events: tuple[Event, ...], links: Links) -> tuple[CountLine, ...]:
    """Articles that name the country, by the month they were published in, and its events, by the month they began
    in.
    """
    counts = Counter(a.article.day.isoformat()[:7] for a in appearances)
    counts.update(event.date.first.isoformat()[:7] for event in events if event.date.precision in ("day", "month"))
    return tuple(CountLine(links.page(month), counts[month]) for month in sorted(counts))
