"""Every page of the site, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.pages import Page
from generator.pages.actor import actor_page
from generator.pages.article import article_page
from generator.pages.country import country_page
from generator.pages.date import date_page
from generator.pages.event import event_page
from generator.pages.indexes import index_pages
from generator.pages.site import Site


def all_pages(site: Site) -> Iterator[Page]:
    """Yield every generated page; the home page, which has a place in a hand-written one, aside."""
    collection = site.collection
    yield from index_pages(site)
    for actor in collection.actors.values():
        yield actor_page(site, actor)
    for code in site.country_paths:
        yield country_page(site, collection.territories[code])
    for event in site.events:
        yield event_page(site, event)
    for page in site.index.calendar:
        yield date_page(site, page)
    for article in site.index.corpus.articles:
        yield article_page(site, article)
