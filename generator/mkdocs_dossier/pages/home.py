"""What the home page shows of the collection: figures, the most-named, the latest."""

from __future__ import annotations

from mkdocs_dossier.model.index import Appearance
from mkdocs_dossier.model.lines import CountLine, Link
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.mention import MentionKind
from mkdocs_dossier.model.pages import HomePage
from mkdocs_dossier.pages.actor import flagged
from mkdocs_dossier.pages.explore import views
from mkdocs_dossier.pages.lines import event_line, shown_text
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.mentions import by_month
from mkdocs_dossier.pages.sentences import article_line
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.maps.world_map import Shaded, world_map
from mkdocs_dossier.pages.svg.times.activity_calendar import activity_calendar
from mkdocs_dossier.pages.svg.times.spark import spark
from mkdocs_dossier.pages.urls import HOME, index_path, relative

MOST_NAMED = 12
LATEST = 8


def home_page(site: SiteView, path: str = HOME) -> HomePage:
    """Return what stands at the mark in the page `path`."""
    links = Links.on(path, site)
    return HomePage(
        path=path,
        title=site.words.gettext("Home"),
        kind="home",
        figures=tuple(_figures(site, links)),
        map=_world(site, links),
        calendar=_calendar(site, links),
        actors=_most_named(site, "actor", links),
        countries=_most_named(site, "country", links),
        events=tuple(event_line(event, links) for event in reversed(site.events()[-LATEST:])),
        articles=tuple(article_line(article, links) for article in site.articles()[:LATEST]),
        years=tuple(_years(site, links)),
        views=views(path, site.words),
    )


def _world(site: SiteView, links: Links) -> Markdown:
    """The world, shaded by how many articles name each country."""
    shaded = []
    for code, path in site.countries():
        number = len(site.appearances("country", code))
        if number:
            name = site.territory(code).name
            shaded.append(Shaded(code, name, relative(path, links.here), number))
    return world_map(
        site.atlas, shaded, site.words.gettext("The world, by how many articles name each country"), site.words
    )


def _calendar(site: SiteView, links: Links) -> Markdown:
    """When how much was published and happened, day by day."""
    days = {page: found.count for page, found in site.calendar() if len(page) == 10}
    label = site.words.gettext("What was published, and what happened, by day")
    return activity_calendar(days, links.calendar_url, label, site.words)


def _figures(site: SiteView, links: Links) -> list[CountLine]:
    days = sum(len(page) == 10 for page, _ in site.calendar())
    articles, actors, countries, events = (
        len(found) for found in (site.articles(), site.actors(), site.countries(), site.events())
    )
    words = site.words
    counts = (
        ("articles", articles, words.npgettext("below its number", "articles", "articles", articles)),
        ("actors", actors, words.npgettext("below its number", "actors", "actors", actors)),
        ("countries", countries, words.npgettext("below its number", "countries", "countries", countries)),
        ("events", events, words.npgettext("below its number", "events", "events", events)),
        ("dates", days, words.npgettext("below its number", "days", "days", days)),
    )
    return [
        CountLine(Link(called, relative(index_path(section), links.here)), number) for section, number, called in counts
    ]


def _most_named(site: SiteView, kind: MentionKind, links: Links) -> tuple[CountLine, ...]:
    """Those named in the most articles."""
    counts = dict(site.article_counts(kind))
    most = sorted(counts, key=lambda key: (-counts[key], key))[:MOST_NAMED]
    months = by_month(Appearance(article, ()) for article in site.articles())
    first, last = min(months, default=""), max(months, default="")

    def line(key: str) -> CountLine:
        link = links.actor(key) if kind == "actor" else flagged(key, links)
        named = by_month(site.appearances(kind, key))
        label = site.words.gettext("%(name)s, articles by month", name=shown_text(link))
        return CountLine(link, counts[key], spark(named, first, last, label))

    return tuple(line(key) for key in most)


def _years(site: SiteView, links: Links) -> list[CountLine]:
    calendar = dict(site.calendar())
    years = [page for page in calendar if len(page) == 4]
    return [
        CountLine(links.page(year), sum(calendar[page].count for page in (year, *site.pages_below(year))))
        for year in years
    ]
