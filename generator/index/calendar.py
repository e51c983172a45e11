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
    published = group("published", articles, published_parts, memory)
    dated = group("dated", articles, dated_parts, memory)
    holding = memory.settle("days of the calendar", happened.keys() | dated.keys() | published.keys())
    pages = memory.recall("pages of the calendar", (holding,), lambda: _with_all_above(holding))
    return memory.renew(
        "calendar",
        (pages, happened, dated, published),
        lambda old: _pages(pages, happened, dated, published, old or {}),
    )


def _pages(
    pages: Iterable[str],
    happened: Mapping[str, tuple[Event, ...]],
    dated: Mapping[str, tuple[Appearance, ...]],
    published: Mapping[str, tuple[LinkedArticle, ...]],
    before: Mapping[str, CalendarPage],
) -> dict[str, CalendarPage]:
    """before: the pages of the last run; those on which nothing changed are the very same again."""
    made: dict[str, CalendarPage] = {}
    for page in pages:
        parts = happened.get(page, ()), dated.get(page, ()), published.get(page, ())
        old = before.get(page)
        same = old is not None and old.events is parts[0] and old.dated is parts[1] and old.published is parts[2]
        made[page] = old if old is not None and same else CalendarPage(*parts)
    return made


def _with_all_above(pages: Iterable[str]) -> list[str]:
    """The pages and those above them, in order."""
    return sorted({above for page in pages for above in _with_those_above(page)})


def _happened(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for page in calendar_pages(event.date, days=EVENT_DAYS):
            found[page].append(event)
    return {page: tuple(group) for page, group in found.items()}


def published_parts(article: LinkedArticle) -> Iterable[tuple[str, LinkedArticle]]:
    """Return the day on which an article was published."""
    return [(article.document.record.day.isoformat(), article)]


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
