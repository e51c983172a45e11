"""Every page of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.index import Key
from generator.model.pages import Page
from generator.pages.actor import actor_page
from generator.pages.article import article_page
from generator.pages.country import country_page
from generator.pages.date import date_page
from generator.pages.dossier_events import event_pages
from generator.pages.event import event_page
from generator.pages.explore import explore_pages
from generator.pages.indexes import index_pages
from generator.pages.mentions import mention_pages
from generator.pages.site import Site


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every generated page; the home page, which has a place in a hand-written one, aside."""
    collection = site.collection
    yield from index_pages(site)
    yield from explore_pages(site)
    for actor in collection.actors.values():
        yield from _dossier(site, actor_page(site, actor), ("actor", actor.id))
    for code in site.country_paths:
        yield from _dossier(site, country_page(site, collection.territories[code]), ("country", code))
    for event in site.events:
        yield event_page(site, event)
    for page in site.index.calendar:
        yield date_page(site, page)
    for article in site.index.corpus.articles:
        yield article_page(site, article)


def _dossier(site: Site, page: Page, key: Key) -> Iterator[Page]:
    yield page
    yield from mention_pages(site, page, site.index.appearances.get(key, ()))
    yield from event_pages(site, page, site.index.events.get(key, ()))
