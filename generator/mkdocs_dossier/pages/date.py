"""What the page of a day, month or year holds: what happened, what was published, what was said of it later."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.model.index import Appearance, CalendarPage
from mkdocs_dossier.model.lines import Cell, CountLine, Facet, Link
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.model.pages import DatePage
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.pages.briefs import events_in_all, named_in
from mkdocs_dossier.pages.lines import event_line
from mkdocs_dossier.pages.links import Links
from mkdocs_dossier.pages.say import month_names, say_page
from mkdocs_dossier.pages.sentences import article_line, mention_groups
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.svg.level import levels
from mkdocs_dossier.pages.svg.times.year import year_calendar
from mkdocs_dossier.pages.urls import date_path, relative
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

_KINDS = {4: N_("year"), 7: N_("month"), 10: N_("day")}

SOON = timedelta(days=31)
"""What is said of a day for so long after its end counts as report of it; after that it is looking back."""


def date_page(site: SiteView, page: str) -> DatePage:
    """Return a page of the calendar: `2016-08-18`, `2016-08` or `2016`."""
    path = date_path(page)
    links = Links.on(path, site)
    below = [site.calendar_page(key) for key in site.pages_below(page)]
    own = site.calendar_page(page)
    previous, following = _neighbours(site, page, path)
    happened, later = _by_distance(own.dated, parse_edtf(page).last)
    return DatePage(
        path=path,
        title=say_page(page, site.words),
        kind="date",
        brief=site.words.gettext(_KINDS[len(page)]),
        tally=_tally(own, below, site.words),
        facets=(Facet("year", say_page(page[:4], site.words)),),
        previous=previous,
        next=following,
        above=tuple(_above(page, links)),
        weeks=_weeks(page, links) if len(page) == 7 else (),
        calendar=_calendar(page, site, links) if len(page) == 4 else Markdown(""),
        months=_months(page, site, links) if len(page) == 4 else (),
        events=tuple(event_line(event, links) for event in _all_events((own, *below))),
        happened=mention_groups(happened, links),
        published=tuple(article_line(article, links) for part in (own, *reversed(below)) for article in part.published),
        later=mention_groups(later, links),
    )


def _by_distance(dated: Iterable[Appearance], last: date) -> tuple[tuple[Appearance, ...], tuple[Appearance, ...]]:
    """Tell what was said before or soon after from what was said later; each oldest first."""
    oldest_first = sorted(dated, key=lambda a: (a.article.day, a.article.id))
    near = tuple(a for a in oldest_first if a.article.day - last <= SOON)
    return near, tuple(oldest_first[len(near) :])


def _all_events(parts: Iterable[CalendarPage]) -> list[Event]:
    """The events of a month or year and of all its days, each once, by date."""
    events = {event.id: event for part in parts for event in part.events}
    return sorted(events.values(), key=lambda event: (event.date.first, event.date.last, event.id))


def _neighbours(site: SiteView, page: str, path: str) -> tuple[Link | None, Link | None]:
    """The pages of the same kind before and after it that hold anything."""
    before, after = site.pages_around(page)

    def link(other: str | None) -> Link | None:
        return None if other is None else Link(say_page(other, site.words), relative(date_path(other), path))

    return link(before), link(after)


def _above(page: str, links: Links) -> Iterable[Link]:
    for length in (7, 4):
        if len(page) > length:
            above = links.page(page[:length])
            if isinstance(above, Link):
                yield above


def _tally(own: CalendarPage, below: Iterable[CalendarPage], words: Words) -> str:
    parts = (own, *below)
    events = len({event.id for part in parts for event in part.events})
    articles = sum(len(part.published) for part in parts)
    named = sum(len(part.dated) for part in parts)
    published = words.ngettext("%(num)s article", "%(num)s articles", articles) if articles else ""
    return words.listed((events_in_all(events, words), published, named_in(named, words)))


def _weeks(month: str, links: Links) -> tuple[tuple[Cell, ...], ...]:
    weeks = Calendar().monthdayscalendar(int(month[:4]), int(month[5:]))
    counts = _day_counts(links.site, month)
    shades = levels(counts)
    return tuple(tuple(_cell(f"{month}-{day:02}", day, counts, shades, links) for day in week) for week in weeks)


def _cell(page: str, day: int, counts: Mapping[str, int], shades: Mapping[str, int], links: Links) -> Cell:
    return Cell(links.page(page, str(day)), counts.get(page, 0), shades.get(page, 0)) if day else Cell()


def _day_counts(site: SiteView, page: str) -> dict[str, int]:
    """How much stands on each day of a month or year."""
    return {key: site.calendar_page(key).count for key in site.pages_below(page) if len(key) == 10}


def _calendar(year: str, site: SiteView, links: Links) -> Markdown:
    return year_calendar(int(year), _day_counts(site, year), links.calendar_url, site.words)


def _months(year: str, site: SiteView, links: Links) -> tuple[CountLine, ...]:
    """The months of a year that hold anything, and how much."""
    lines = []
    for number, name in enumerate(month_names(site.words), 1):
        month = f"{year}-{number:02}"
        if site.has_calendar_page(month):
            count = sum(site.calendar_page(key).count for key in (month, *site.pages_below(month)))
            lines.append(CountLine(links.page(month, name), count))
    return tuple(lines)
