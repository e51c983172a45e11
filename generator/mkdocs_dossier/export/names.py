"""Every name of the site in one small data file, for the search box: actors, countries, events and dates, with their
other names in all scripts.

The file is a script, not JSON, because browsers let a page that was opened from `file://` load scripts alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from mkdocs_dossier.export.script import data_script
from mkdocs_dossier.model.mention import MentionKind
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.territory import Territory
from mkdocs_dossier.pages.briefs import actor_brief
from mkdocs_dossier.pages.say import say_date, say_page
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import actor_path, date_path, event_path
from mkdocs_dossier.words.catalogue import Words

NameEntry = tuple[str | int, ...]
"""path, name, number of its line, how often it is named, other names."""


def names_file(site: SiteView) -> str:
    """Return the script that sets `dossierNames`.

    `lines` holds the short lines that say what something is, each once. `pages` holds entries: the path of the page
    (a folder's index ends in a slash), the name, the number of its line, how often it is named, and any other names.
    """
    lines: dict[str, int] = {}
    pages = [
        (_site_path(path), name, lines.setdefault(line, len(lines)), named, *others)
        for path, name, line, named, others in chain(_actors(site), _countries(site), _events(site), _dates(site))
    ]
    return data_script("dossierNames", {"lines": list(lines), "pages": pages})


NamedPage = tuple[str, str, str, int, tuple[str, ...]]


def _actors(site: SiteView) -> Iterator[NamedPage]:
    for actor in site.actors():
        line = actor_brief(site, actor)
        others = _others(actor.name, (alias.name for alias in actor.aliases))
        yield actor_path(actor.id), actor.name, line, _named(site, "actor", actor.id), others


def _countries(site: SiteView) -> Iterator[NamedPage]:
    for code, path in site.countries():
        territory = site.territory(code)
        others = _others(territory.name, _names(territory))
        yield path, territory.name, site.words.gettext("country"), _named(site, "country", code), others


def _names(territory: Territory) -> Iterator[str]:
    yield territory.official
    yield from territory.aliases
    for names in territory.names.values():
        yield from names
    yield from territory.demonyms


def _events(site: SiteView) -> Iterator[NamedPage]:
    for event in site.events():
        articles = len(site.articles_about(event.id))
        yield event_path(event.id), event.title, _event_line(event, site.words), articles, ()


def _event_line(event: Event, words: Words) -> str:
    place = event.place.name if event.place is not None else ""
    return words.listed((words.gettext("event"), say_date(event.date, words), place))


def _dates(site: SiteView) -> Iterator[NamedPage]:
    """Yield the pages of the calendar. What stands on a day also counts for its month and year, which so come before
    it.
    """
    counts: Counter[str] = Counter()
    for page, found in site.calendar():
        counts.update({page[:length]: found.count for length in {4, 7, len(page)} if length <= len(page)})
    for page, _ in site.calendar():
        said = say_page(page, site.words)
        yield date_path(page), said, site.words.gettext("date"), counts[page], _others(said, (page,))


def _named(site: SiteView, kind: MentionKind, key: str) -> int:
    return sum(len(appearance.mentions) for appearance in site.appearances(kind, key))


def _others(name: str, others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in others if other and other != name))


def _site_path(path: str) -> str:
    """`actors/guan-youfei` for its Markdown file, `dates/2016/08/` for the index of a folder."""
    return path.removesuffix(".md").removesuffix("index") if path.endswith("/index.md") else path.removesuffix(".md")
