"""Every page of the site, in a fixed order, in units: a record's or a date's page with those that continue it.

A unit can be made without the others, by another process or when its page is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.model.index import Key
from generator.model.page import Page
from generator.pages.actor import actor_page
from generator.pages.article import article_page
from generator.pages.country import country_page
from generator.pages.date import date_page
from generator.pages.dossier_events import event_pages
from generator.pages.event import event_page
from generator.pages.explore import explore_page
from generator.pages.indexes import index_page
from generator.pages.mentions import mention_pages
from generator.pages.site import Site
from generator.pages.site_view import SiteView
from generator.pages.urls import (
    EXPLORE,
    RECORDS,
    VIEW_NAMES,
    actor_path,
    article_path,
    date_of,
    date_path,
    event_path,
    explore_path,
    index_path,
)

Unit = tuple[str, str]
"""A kind of page, and the id, code, page of the calendar, section or view that it is about."""


def all_units(site: Site) -> Iterator[Unit]:
    """Yield the units of the whole site. Those that take longest, as they are about everything, come first."""
    yield from (("index", section) for section in RECORDS)
    yield from (("explore", view) for view in VIEW_NAMES)
    yield from (("actor", id) for id in site.collection.actors)
    yield from (("country", code) for code in site.country_paths)
    yield from (("event", event.id) for event in site.events)
    yield from (("date", page) for page in site.index.calendar)
    yield from (("article", article.document.record.id) for article in site.index.corpus.articles)


def unit_pages(site: SiteView, unit: Unit) -> Iterator[Page]:
    """Yield the pages of a unit that the site has: first the one that the others continue."""
    draft = site.draft(*unit)
    return _pages(site, unit) if draft is None else (replace(page, draft=draft) for page in _pages(site, unit))


def _pages(site: SiteView, unit: Unit) -> Iterator[Page]:
    kind, key = unit
    match kind:
        case "index":
            yield index_page(site, key)
        case "explore":
            yield explore_page(site, key)
        case "actor":
            yield from _dossier(site, actor_page(site, site.actor(key)), ("actor", key))
        case "country":
            yield from _dossier(site, country_page(site, site.territory(key)), ("country", key))
        case "event":
            yield event_page(site, site.event(key))
        case "date":
            yield date_page(site, key)
        case _:
            yield article_page(site, site.article(key))


def unit_at(site: Site, path: str) -> Unit | None:
    """Return the unit to which the page `path` belongs if the site has it. The unit need not have this very page."""
    section, _, rest = path.removesuffix(".md").partition("/")
    id = rest.partition("/")[0]
    if section == EXPLORE:
        view = "" if rest == "index" else rest
        return ("explore", view) if view in VIEW_NAMES else None
    if rest == "index" and section in RECORDS:
        return "index", section
    match section:
        case "actors":
            return ("actor", id) if id in site.collection.actors else None
        case "countries":
            code = site.countries_by_path.get(f"{section}/{id}.md")
            return None if code is None else ("country", code)
        case "events":
            return ("event", rest) if rest in site.collection.events else None
        case "dates":
            page = date_of(path)
            return ("date", page) if page in site.index.calendar else None
        case "articles":
            return ("article", rest) if rest in site.index.articles else None
    return None


def has_page(site: Site, path: str) -> bool:
    """Whether the site has the page `path`. Only those that continue another one are made to find out."""
    unit = unit_at(site, path)
    return unit is not None and (
        path == _first_path(site, unit) or any(page.path == path for page in unit_pages(SiteView(site), unit))
    )


def _first_path(site: Site, unit: Unit) -> str:
    """Where the page of a unit lies that the others continue."""
    kind, key = unit
    if kind == "country":
        return site.country_paths[key]
    paths: dict[str, Callable[[str], str]] = {
        "index": index_path,
        "explore": explore_path,
        "actor": actor_path,
        "event": event_path,
        "date": date_path,
        "article": article_path,
    }
    return paths[kind](key)


def _dossier(site: SiteView, page: Page, key: Key) -> Iterator[Page]:
    yield page
    yield from mention_pages(site, page, site.appearances(*key))
    yield from event_pages(site, page, site.events_of(*key))
