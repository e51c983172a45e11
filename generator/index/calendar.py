"""What stands on each day, month and year: what happened there, what was published, what was said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.model.collection import LinkedArticle
from generator.model.edtf import calendar_pages, parse_edtf
from generator.model.index import EVENT_DAYS, Appearance, CalendarPage
from generator.model.mention import Mention
from generator.model.records import Event


def make_calendar(events: Iterable[Event], articles: Iterable[LinkedArticle]) -> dict[str, CalendarPage]:
    """Return every page of the calendar that holds something, and the months and years above them, in order."""
    happened: dict[str, list[Event]] = defaultdict(list)
    dated: dict[str, list[Appearance]] = defaultdict(list)
    published: dict[str, list[LinkedArticle]] = defaultdict(list)
    for event in events:
        for page in calendar_pages(event.date, days=EVENT_DAYS):
            happened[page].append(event)
    for article in articles:
        published[article.document.record.day.isoformat()].append(article)
        for page, mentions in _by_page(article).items():
            dated[page].append(Appearance(article, tuple(mentions)))
    pages = {above for page in (*happened, *dated, *published) for above in _with_those_above(page)}
    return {
        page: CalendarPage(tuple(happened[page]), tuple(dated[page]), tuple(published[page])) for page in sorted(pages)
    }


def _by_page(article: LinkedArticle) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        if mention.kind == "date":
            for page in calendar_pages(parse_edtf(mention.key)):
                found[page].append(mention)
    return found


def _with_those_above(page: str) -> tuple[str, ...]:
    """`2016-08-18` lies on `2016-08` and `2016`."""
    return tuple(dict.fromkeys((page, page[:7], page[:4])))
