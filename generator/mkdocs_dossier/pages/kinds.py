"""The kinds of page, as one table: what there are pages on, where these lie, and what makes them.

A new kind is a row in `KINDS`, its dataclass in `model/pages.py`, the function that makes it in a module of its own,
and its template; a section of its own is a row in `urls.SECTIONS` besides.

Pages come in units: a record's or a date's page with those that continue it. A unit can be made without the others, by
another process or when its page is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mkdocs_dossier.model.index import Key
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.actor import actor_page
from mkdocs_dossier.pages.article import article_page
from mkdocs_dossier.pages.country import country_page
from mkdocs_dossier.pages.date import date_page
from mkdocs_dossier.pages.dossier_events import event_pages
from mkdocs_dossier.pages.event import event_page
from mkdocs_dossier.pages.explore import explore_page
from mkdocs_dossier.pages.indexes import index_page
from mkdocs_dossier.pages.mentions import mention_pages
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import (
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
"""The name of a kind, and the key of what the page is about: an id, code, page of the calendar, section or view."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """name: of the kind. keys: of all that the site has such a page on, in the order of the pages.

    pages: those of a unit, first the one that the others continue. path: where that one lies. key_at: what a page
    (section, and path below it without `.md`) is about if the site has it; further pages of a unit have its key.
    is_indexed: whether the full-text search finds it.
    """

    name: str
    keys: Callable[[Site], Iterable[str]]
    pages: Callable[[SiteView, str], Iterable[Page]]
    path: Callable[[Site, str], str]
    key_at: Callable[[Site, str, str], str | None]
    is_indexed: bool = True


def _record_in(section: str, ids: Callable[[Site], Iterable[str]]) -> Callable[[Site, str, str], str | None]:
    """Return the `key_at` of records whose pages lie at `SECTION/ID.md`."""

    def key_at(site: Site, of: str, rest: str) -> str | None:
        return rest if of == section and rest in ids(site) else None

    return key_at


def _actor_at(site: Site, section: str, rest: str) -> str | None:
    id = rest.partition("/")[0]
    return id if section == "actors" and id in site.collection.actors else None


def _country_at(site: Site, section: str, rest: str) -> str | None:
    name = rest.partition("/")[0]
    return site.countries_by_path.get(f"countries/{name}.md") if section == "countries" else None


def _date_at(site: Site, section: str, rest: str) -> str | None:
    page = date_of(f"dates/{rest}.md")
    return page if section == "dates" and page in site.index.calendar else None


def _index_at(site: Site, section: str, rest: str) -> str | None:
    return section if rest == "index" and section in RECORDS else None


def _view_at(site: Site, section: str, rest: str) -> str | None:
    view = "" if rest == "index" else rest
    return view if section == EXPLORE and view in VIEW_NAMES else None


def _actor_pages(site: SiteView, id: str) -> Iterator[Page]:
    return _dossier(site, actor_page(site, site.actor(id)), ("actor", id))


def _country_pages(site: SiteView, code: str) -> Iterator[Page]:
    return _dossier(site, country_page(site, site.territory(code)), ("country", code))


def _dossier(site: SiteView, page: Page, key: Key) -> Iterator[Page]:
    """Yield the page of an actor or country, and those that continue it if it is long."""
    yield page
    yield from mention_pages(site, page, site.appearances(*key))
    yield from event_pages(site, page, site.events_of(*key))


KINDS = (
    # Those that take longest, as they are about everything, come first.
    PageKind(
        name="index",
        keys=lambda site: RECORDS,
        pages=lambda site, section: [index_page(site, section)],
        path=lambda site, section: index_path(section),
        key_at=_index_at,
        is_indexed=False,
    ),
    PageKind(
        name="explore",
        keys=lambda site: VIEW_NAMES,
        pages=lambda site, view: [explore_page(site, view)],
        path=lambda site, view: explore_path(view),
        key_at=_view_at,
        is_indexed=False,
    ),
    PageKind(
        name="actor",
        keys=lambda site: site.collection.actors,
        pages=_actor_pages,
        path=lambda site, id: actor_path(id),
        key_at=_actor_at,
    ),
    PageKind(
        name="country",
        keys=lambda site: site.country_paths,
        pages=_country_pages,
        path=lambda site, code: site.country_paths[code],
        key_at=_country_at,
    ),
    PageKind(
        name="event",
        keys=lambda site: (event.id for event in site.events),
        pages=lambda site, id: [event_page(site, site.event(id))],
        path=lambda site, id: event_path(id),
        key_at=_record_in("events", lambda site: site.collection.events),
    ),
    PageKind(
        name="date",
        keys=lambda site: site.index.calendar,
        pages=lambda site, page: [date_page(site, page)],
        path=lambda site, page: date_path(page),
        key_at=_date_at,
    ),
    PageKind(
        name="article",
        keys=lambda site: (article.id for article in site.index.corpus.articles),
        pages=lambda site, id: [article_page(site, site.article(id))],
        path=lambda site, id: article_path(id),
        key_at=_record_in("articles", lambda site: site.index.articles),
    ),
)
"""All kinds, in the order of their pages. The first whose `key_at` knows a page is its kind."""

_BY_NAME = {kind.name: kind for kind in KINDS}


def all_units(site: Site) -> Iterator[Unit]:
    """Yield the units of the whole site."""
    return ((kind.name, key) for kind in KINDS for key in kind.keys(site))


def is_indexed(unit: Unit) -> bool:
    """Whether the full-text search finds the pages of a unit."""
    return _BY_NAME[unit[0]].is_indexed


def unit_pages(site: SiteView, unit: Unit) -> Iterator[Page]:
    """Yield the pages of a unit: first the one that the others continue."""
    kind, key = unit
    draft = site.draft(kind, key)
    pages = iter(_BY_NAME[kind].pages(site, key))
    return pages if draft is None else (replace(page, draft=draft) for page in pages)


def unit_at(site: Site, path: str) -> Unit | None:
    """Return the unit to which the page `path` belongs if the site has it. The unit need not have this very page."""
    section, _, rest = path.removesuffix(".md").partition("/")
    found = ((kind.name, kind.key_at(site, section, rest)) for kind in KINDS)
    return next(((name, key) for name, key in found if key is not None), None)


def page_title(site: Site, path: str) -> str | None:
    """Return what the page `path` is called; None where the site has no such page."""
    unit = unit_at(site, path)
    pages = () if unit is None else unit_pages(SiteView(site), unit)
    return next((page.title for page in pages if page.path == path), None)


def has_page(site: Site, path: str) -> bool:
    """Whether the site has the page `path`. Only those that continue another one are made to find out."""
    unit = unit_at(site, path)
    if unit is None:
        return False
    kind, key = unit
    return path == _BY_NAME[kind].path(site, key) or any(p.path == path for p in unit_pages(SiteView(site), unit))
