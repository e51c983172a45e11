"""What the five indexes hold: a row for each record."""

from __future__ import annotations

from generator.model.pages import IndexPage, Inline, Row
from generator.pages.actor import flagged
from generator.pages.lines import event_line
from generator.pages.say import count, say_type
from generator.pages.sentences import article_line
from generator.pages.site import Site
from generator.pages.urls import index_path

TITLES = {
    "actors": "Actors",
    "countries": "Countries",
    "events": "Events",
    "dates": "Dates",
    "articles": "Articles",
}


def index_pages(site: Site) -> tuple[IndexPage, ...]:
    """Return the five indexes."""
    makers = {
        "actors": _actors,
        "countries": _countries,
        "events": _events,
        "dates": _dates,
        "articles": _articles,
    }
    pages = []
    for section, title in TITLES.items():
        columns, rows = makers[section](site)
        pages.append(
            IndexPage(
                path=index_path(section),
                title=title,
                kind="index",
                description=f"{title} of this collection: {len(rows)}.",
                columns=columns,
                rows=rows,
            )
        )
    return tuple(pages)


Table = tuple[tuple[str, ...], tuple[Row, ...]]


def _actors(site: Site) -> Table:
    links = site.at(index_path("actors"))
    actors = sorted(site.collection.actors.values(), key=lambda a: (a.name.casefold(), a.id))
    rows = (
        Row(
            links.actor(actor.id),
            (
                (say_type(actor.type),),
                tuple(flagged(code, links) for code in actor.countries),
                (str(len(site.index.appearances.get(("actor", actor.id), ()))),),
                (str(len(site.index.events.get(("actor", actor.id), ()))),),
            ),
        )
        for actor in actors
    )
    return ("Name", "Type", "Countries", "Articles", "Events"), tuple(rows)


def _countries(site: Site) -> Table:
    links, index = site.at(index_path("countries")), site.index
    codes = sorted(site.country_paths, key=lambda code: site.collection.territories[code].name.casefold())
    rows = (
        Row(
            flagged(code, links),
            (
                (str(len(index.country_actors.get(code, ()))),),
                (str(len(index.appearances.get(("country", code), ()))),),
                (str(len(index.events.get(("country", code), ()))),),
            ),
        )
        for code in codes
    )
    return ("Country", "Actors", "Articles", "Events"), tuple(rows)


def _events(site: Site) -> Table:
    links = site.at(index_path("events"))
    rows = []
    for event in site.events:
        line = event_line(event, links)
        countries: tuple[Inline, ...] = tuple(flagged(code, links) for code in event.all_countries)
        rows.append(Row(line.event, ((line.date,), (event.type,), (line.place,), countries)))
    return ("Event", "Date", "Type", "Place", "Countries"), tuple(rows)


def _dates(site: Site) -> Table:
    """A row for each month, newest first; the years are linked beside their months."""
    links, calendar = site.at(index_path("dates")), site.index.calendar
    rows = []
    for month in reversed([page for page in calendar if len(page) == 7]):
        days = site.below(month)
        parts = [calendar[month], *(calendar[day] for day in days)]
        cells = (
            (links.page(month[:4]),),
            (str(len(days)),),
            (str(len({event.id for part in parts for event in part.events})),),
            (str(sum(len(part.published) for part in parts)),),
        )
        rows.append(Row(links.page(month), cells))
    return ("Month", "Year", "Days", "Events", "Published"), tuple(rows)


def _articles(site: Site) -> Table:
    links = site.at(index_path("articles"))
    rows = []
    for article in site.index.corpus.articles:
        line = article_line(article, links)
        actors = len({m.key for m in article.mentions if m.kind == "actor"})
        rows.append(Row(line.article, ((line.date,), (line.outlet,), (count(actors, "actor"),))))
    return ("Article", "Published", "Outlet", "Names"), tuple(rows)
