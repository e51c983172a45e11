"""What stands on each day, month and year: what happened there, what was published, what was said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.index.groups import group
from generator.memory import Memory
from generator.model.collection import LinkedArticle
from generator.model.edtf import calendar_pages, parse_edtf
from generator.model.index import EVENT_DAYS, Appearance, CalendarPage
from generator.model.mention import Mention
from generator.model.records import Event


def make_calendar(
    events: Sequence[Event], articles: Sequence[LinkedArticle], memory: Memory | None = None
) -> Mapping[str, CalendarPage]:
    """Return every page of the calendar that holds something, and the months and years above them, in order.

    articles: newest first. memory: of the last run.
    """
    memory = memory if memory is not None else Memory()
    happened = memory.recall("happened", (events,), lambda: _happened(events))
    published = memory.recall("published", (articles,), lambda: _published(articles))
    dated = group("dated", articles, dated_parts, memory)
    return memory.recall("calendar", (happened, dated, published), lambda: _pages(happened, dated, published))


def _pages(
    happened: Mapping[str, Sequence[Event]],
    dated: Mapping[str, tuple[Appearance, ...]],
    published: Mapping[str, Sequence[LinkedArticle]],
) -> dict[str, CalendarPage]:
    pages = {above for page in (*happened, *dated, *published) for above in _with_those_above(page)}
    return {
        page: CalendarPage(tuple(happened.get(page, ())), dated.get(page, ()), tuple(published.get(page, ())))
        for page in sorted(pages)
    }


def _happened(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for page in calendar_pages(event.date, days=EVENT_DAYS):
            found[page].append(event)
    return found


def _published(articles: Iterable[LinkedArticle]) -> dict[str, list[LinkedArticle]]:
    found: dict[str, list[LinkedArticle]] = defaultdict(list)
    for article in articles:
        found[article.document.record.day.isoformat()].append(article)
    return found


def dated_parts(article: LinkedArticle) -> Iterable[tuple[str, Appearance]]:
    """Return the pages of the calendar that an article names, each with where the text does."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        if mention.kind == "date":
            for page in calendar_pages(parse_edtf(mention.key)):
                found[page].append(mention)
    return [(page, Appearance(article, tuple(mentions))) for page, mentions in found.items()]


def _with_those_above(page: str) -> tuple[str, ...]:
    """`2016-08-18` lies on `2016-08` and `2016`."""
    return tuple(dict.fromkeys((page, page[:7], page[:4])))
