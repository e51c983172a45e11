"""What the five indexes hold: a row for each record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from mkdocs_dossier.model.lines import IndexRow, Inline, RowGroup
from mkdocs_dossier.model.pages import IndexPage
from mkdocs_dossier.pages.actor import flagged
from mkdocs_dossier.pages.explore import views_of
from mkdocs_dossier.pages.lines import event_line
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import say_page, say_type, say_year
from mkdocs_dossier.pages.sentences import article_line
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import SECTIONS, index_path

GROUPED = 40
"""With more rows than this, an index has headings: letters or years."""

TABLE = 150
"""How many rows one table has at most."""


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
    return _page(section, makers[section](site))


def _page(section: str, table: _Table) -> IndexPage:
    path, number = index_path(section), len(table.rows)
    return IndexPage(
        path=path,
        title=SECTIONS[section],
        kind="index",
        description=f"{SECTIONS[section]} of this collection: {number}.",
        columns=table.columns,
        groups=tuple(_groups(table.rows, titled=number > GROUPED)),
        count=number,
        choose=table.choose,
        year=table.year,
        also=views_of(section, path),
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
                    (say_type(actor.type),),
                    tuple(flagged(code, links) for code in actor.countries),
                    (str(len(site.appearances("actor", actor.id))),),
                    (str(len(site.events_of("actor", actor.id))),),
                ),
            ),
        )
        for actor in actors
    )
    return _Table(("Name", "Type", "Countries", "Articles", "Events"), tuple(rows), choose=("Type", "Countries"))


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
    return _Table(("Country", "Actors", "Articles", "Events"), tuple(rows))


def _events(site: SiteView) -> _Table:
    links = Links.on(index_path("events"), site)
    rows = []
    for event in reversed(site.events()):
        line = event_line(event, links)
        countries: tuple[Inline, ...] = tuple(flagged(code, links) for code in event.all_countries)
        row = IndexRow(line.event, ((line.date,), (event.type,), (line.place,), countries))
        rows.append((say_year(event.date.year), row))
    columns = ("Event", "Date", "Type", "Place", "Countries")
    return _Table(columns, tuple(rows), choose=("Type", "Countries"), year="Date")


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
        rows.append((say_page(month[:4]), IndexRow(links.page(month), cells)))
    return _Table(("Month", "Year", "Days", "Events", "Published"), tuple(rows), choose=("Year",))


def _articles(site: SiteView) -> _Table:
    links = Links.on(index_path("articles"), site)
    rows = []
    for article in site.articles():
        line = article_line(article, links)
        actors = len({m.key for m in article.mentions if m.kind == "actor"})
        row = IndexRow(line.article, ((line.date,), (line.outlet,), (str(actors),)))
        rows.append((say_year(article.day.year), row))
    columns = ("Article", "Published", "Outlet", "Actors")
    return _Table(columns, tuple(rows), choose=("Outlet",), year="Published")
