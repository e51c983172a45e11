"""Works out what stands on each day, month and year: what happened, what was published, and what articles say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from mkdocs_dossier.index.groups import group
from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.edtf import calendar_pages
from mkdocs_dossier.model.index import EVENT_DAYS, Appearance, CalendarPage
from mkdocs_dossier.model.records import Event


def make_calendar(events: Sequence[Event], articles: Sequence[LinkedArticle]) -> Mapping[str, CalendarPage]:
    """Return each page of the calendar that holds something, with the months and years above it, in order of time.

    Args:
        articles: Newest first.
    """
    happened, published, dated = _happened(events), group(articles, published_parts), group(articles, dated_parts)
    return {
        page: CalendarPage(happened.get(page, ()), dated.get(page, ()), published.get(page, ()))
        for page in _with_all_above(happened.keys() | dated.keys() | published.keys())
    }


def _with_all_above(pages: Iterable[str]) -> list[str]:
    """Return the pages and the months and years above them, sorted."""
    return sorted({above for page in pages for above in _with_those_above(page)})


def _happened(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for page in calendar_pages(event.date, days=EVENT_DAYS):
            found[page].append(event)
    return {page: tuple(group) for page, group in found.items()}


def published_parts(article: LinkedArticle) -> Iterable[tuple[str, LinkedArticle]]:
    """Return the day on which an article was published, with the article."""
    return [(article.day.isoformat(), article)]


def dated_parts(article: LinkedArticle) -> Iterable[tuple[str, Appearance]]:
    """Return the pages of the calendar that an article names, each with the mentions that do."""
    return [(page, Appearance(article, mentions)) for page, mentions in article.dated.items()]


def _with_those_above(page: str) -> tuple[str, ...]:
    """Return a page with those above it: `2016-08-18` lies on `2016-08` and `2016`."""
    return tuple(dict.fromkeys((page, page[:7], page[:4])))
