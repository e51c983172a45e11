"""What the five indexes hold: a row for each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from mkdocs_dossier.model.lines import IndexRow, Inline, RowGroup
from mkdocs_dossier.model.pages import IndexPage
from mkdocs_dossier.pages.actor import flagged
from mkdocs_dossier.pages.core_terms import say_event_type, say_type
from mkdocs_dossier.pages.explore import views_of
from mkdocs_dossier.pages.lines import event_line
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import say_page, say_year
from mkdocs_dossier.pages.sentences import article_line
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import SECTIONS, index_path
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

GROUPED = 40
"""With more rows than this, an index has headings: letters or years."""

TABLE = 150
"""How many rows one table has at most."""

_DESCRIPTIONS = {
    "actors": N_("Actors of this collection: %(number)s."),
    "countries": N_("Countries of this collection: %(number)s."),
    "events": N_("Events of this collection: %(number)s."),
    "dates": N_("Dates of this collection: %(number)s."),
    "articles": N_("Articles of this collection: %(number)s."),
}


@dataclass(frozen=True, slots=True)
class _Table:
    """rows: each with the heading it belongs under. The rest as in `IndexPage`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, IndexRow], ...]
    choose: tuple[str, ...] = ()
    year: str = ""


def index_page(site: SiteView, section: str) -> IndexPage:
    """Return the index of a section."""
    makers = {
        "actors": _actors,
        "countries": _countries,
        "events": _events,
        "dates": _dates,
        "articles": _articles,
    }
    return _page(section, makers[section](site), site.words)


def _page(section: str, table: _Table, words: Words) -> IndexPage:
    path, number = index_path(section), len(table.rows)
    return IndexPage(
        path=path,
        title=words.gettext(SECTIONS[section]),
        kind="index",
        description=words.gettext(_DESCRIPTIONS[section], number=number),
        columns=table.columns,
        groups=tuple(_groups(table.rows, titled=number > GROUPED)),
        count=number,
        choose=table.choose,
        year=table.year,
        also=views_of(section, path, words),
    )


def _groups(rows: Iterable[tuple[str, IndexRow]], *, titled: bool) -> Iterator[RowGroup]:
    """The rows under their headings. A long group is cut into tables that a browser can lay out one by one."""
    for title, group in groupby(rows, key=lambda row: row[0] if titled else ""):
        found = tuple(row for _, row in group)
        for start in range(0, len(found), TABLE):
            yield RowGroup("" if start else title, found[start : start + TABLE])


def _initial(name: str) -> str:
    """The letter under which a name is looked up: `É` under E, whatever is no letter under `#`."""
    letter = next((char for char in normalize("NFKD", name) if char.isalnum()), "#").upper()[0]
    return letter if letter.isalpha() else "#"


def _by_name(value: str) -> tuple[str, str]:
    return _initial(value), value.casefold()


def _actors(site: SiteView) -> _Table:
    links = Links.on(index_path("actors"), site)
    actors = sorted(site.actors(), key=lambda a: (*_by_name(a.name), a.id))
    rows = (
        (
            _initial(actor.name),
            IndexRow(
                links.actor(actor.id),
                (
                    (say_type(actor.type, site.words),),
                    tuple(flagged(code, links) for code in actor.countries),
                    (str(len(site.appearances("actor", actor.id))),),
                    (str(len(site.events_of("actor", actor.id))),),
                ),
            ),
        )
        for actor in actors
    )
    gettext = site.words.gettext
    type, countries = gettext("Type"), gettext("Countries")
    columns = (gettext("Name"), type, countries, gettext("Articles"), gettext("Events"))
    return _Table(columns, tuple(rows), choose=(type, countries))


def _countries(site: SiteView) -> _Table:
    links = Links.on(index_path("countries"), site)
    names = {code: site.territory(code).name for code, _ in site.countries()}
    codes = sorted(names, key=lambda code: _by_name(names[code]))
    rows = (
        (
            _initial(names[code]),
            IndexRow(
                flagged(code, links),
                (
                    (str(len(site.actors_of_country(code))),),
                    (str(len(site.appearances("country", code))),),
                    (str(len(site.events_of("country", code))),),
                ),
            ),
        )
        for code in codes
    )
    gettext = site.words.gettext
    return _Table((gettext("Country"), gettext("Actors"), gettext("Articles"), gettext("Events")), tuple(rows))


def _events(site: SiteView) -> _Table:
    links = Links.on(index_path("events"), site)
    rows = []
    for event in reversed(site.events()):
        line = event_line(event, links)
        countries: tuple[Inline, ...] = tuple(flagged(code, links) for code in event.all_countries)
        row = IndexRow(line.event, ((line.date,), (say_event_type(event.type, site.words),), (line.place,), countries))
        rows.append((say_year(event.date.year, site.words), row))
    gettext = site.words.gettext
    date, type, concerned = gettext("Date"), gettext("Type"), gettext("Countries")
    columns = (gettext("Event"), date, type, gettext("Place"), concerned)
    return _Table(columns, tuple(rows), choose=(type, concerned), year=date)


def _dates(site: SiteView) -> _Table:
    """A row for each month, newest first; the years are linked beside their months."""
    links, calendar = Links.on(index_path("dates"), site), dict(site.calendar())
    rows = []
    for month in reversed([page for page in calendar if len(page) == 7]):
        days = site.pages_below(month)
        parts = [calendar[month], *(calendar[day] for day in days)]
        cells = (
            (links.page(month[:4]),),
            (str(len(days)),),
            (str(len({event.id for part in parts for event in part.events})),),
            (str(sum(len(part.published) for part in parts)),),
        )
        rows.append((say_page(month[:4], site.words), IndexRow(links.page(month), cells)))
    gettext = site.words.gettext
    year = gettext("Year")
    columns = (gettext("Month"), year, gettext("Days"), gettext("Events"), gettext("Published"))
    return _Table(columns, tuple(rows), choose=(year,))


def _articles(site: SiteView) -> _Table:
    links = Links.on(index_path("articles"), site)
    rows = []
    for article in site.articles():
        line = article_line(article, links)
        actors = len({m.key for m in article.mentions if m.kind == "actor"})
        row = IndexRow(line.article, ((line.date,), (line.outlet,), (str(actors),)))
        rows.append((say_year(article.day.year, site.words), row))
    gettext = site.words.gettext
    published, outlet = gettext("Published"), gettext("Outlet")
    columns = (gettext("Article"), published, outlet, gettext("Actors"))
    return _Table(columns, tuple(rows), choose=(outlet,), year=published)
