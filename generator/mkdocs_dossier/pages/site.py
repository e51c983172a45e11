"""A site: the index, and what follows from it for pages. Pages see it through a `SiteView` alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.model.drafts import without_mark
from mkdocs_dossier.model.edtf import calendar_pages
from mkdocs_dossier.model.index import EVENT_DAYS, Index
from mkdocs_dossier.model.records import Event
from mkdocs_dossier.model.shape import Atlas
from mkdocs_dossier.pages.moved import Move, moves
from mkdocs_dossier.pages.urls import country_paths
from mkdocs_dossier.words.catalogue import Words, words_in


class ActorName(NamedTuple):
    """What links to an actor say, and pictures."""

    name: str
    type: str


class NearEvents(NamedTuple):
    """What happened about the time of an event, by date. pages: of the calendar, on which all of it stands, if there is
    more than `events`.
    """

    events: tuple[Event, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Site:
    """The index, and the pages that are made of it. atlas: the outlines for maps, empty for a site without. words: the
    texts of the interface.
    """

    index: Index
    atlas: Atlas = field(default_factory=lambda: Atlas({}, {}))
    words: Words = field(default_factory=lambda: words_in("en"))

    @property
    def collection(self) -> Collection:
        return self.index.corpus.collection

    @cached_property
    def names(self) -> Mapping[str, ActorName]:
        """The actors by id, as far as other pages tell of them: a page that names one need not know the rest."""
        return {id: ActorName(actor.name, actor.type) for id, actor in self.collection.actors.items()}

    @cached_property
    def country_paths(self) -> Mapping[str, str]:
        """The pages of the countries that have something to say, by code."""
        keys = {key for kind, key in (*self.index.appearances, *self.index.events) if kind == "country"}
        keys |= self.index.country_actors.keys()
        drafts = self.collection.drafts
        paths = country_paths(
            {c: without_mark(one.name, drafts.get(("country", c))) for c, one in self.collection.territories.items()}
        )
        return {code: paths[code] for code in sorted(keys)}

    @cached_property
    def countries_by_path(self) -> dict[str, str]:
        """The codes of these countries, by the paths of their pages."""
        return {path: code for code, path in self.country_paths.items()}

    @cached_property
    def moved(self) -> Mapping[str, Move]:
        """Where records went that were renamed, as `moves` says it."""
        return moves(self.collection)

    @cached_property
    def _calendar(self) -> dict[int, tuple[str, ...]]:
        """The pages of the calendar, in order, by the length of their names: years, months, days."""
        pages: dict[int, list[str]] = {4: [], 7: [], 10: []}
        for page in self.index.calendar:
            pages[len(page)].append(page)
        return {length: tuple(found) for length, found in pages.items()}

    def around(self, page: str) -> tuple[str | None, str | None]:
        """Return the pages of the calendar before and after `page` that are of its kind."""
        alike = self._calendar[len(page)]
        at = bisect_left(alike, page)
        return (alike[at - 1] if at else None), (alike[at + 1] if at + 1 < len(alike) else None)

    def below(self, page: str) -> tuple[str, ...]:
        """Return the pages of the calendar that lie in a month or year, in order."""
        return tuple(
            key
            for length in (7, 10)
            if length > len(page)
            for key in self._calendar[length][
                bisect_left(self._calendar[length], page) : bisect_left(self._calendar[length], page + "~")
            ]
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events by date."""
        return tuple(sorted(self.collection.events.values(), key=lambda e: (e.date.first, e.date.last, e.id)))

    @cached_property
    def _event_numbers(self) -> dict[str, int]:
        return {event.id: number for number, event in enumerate(self.events)}

    def events_around(self, event: Event) -> tuple[Event | None, Event | None]:
        """Return the events before and after `event`."""
        at = self._event_numbers[event.id]
        return (self.events[at - 1] if at else None), (self.events[at + 1] if at + 1 < len(self.events) else None)

    def events_near(self, event: Event, days: int, most: int) -> NearEvents:
        """Return the nearest of the other events that began within so many days before or after `event`.

        One of which not even the month is known, or that lasted longer than a month, is near to nothing.
        """
        if (event.date.last - event.date.first).days > 31:
            return NearEvents()
        # Thousands may have happened on one day: as few as possible are looked at for each of them.
        ways = (self._events_from(event, step, days) for step in (-1, 1))
        found = [other for *_, other in islice(merge(*ways, key=itemgetter(0, 1)), most + 1)]
        shown = sorted(found[:most], key=lambda other: self._event_numbers[other.id])
        return NearEvents(tuple(shown), self._pages_near(event, days) if len(found) > most else ())

    def _events_from(self, event: Event, step: int, days: int) -> Iterator[tuple[int, int, Event]]:
        """Yield the events near `event` that come before it (-1) or after it (1), the nearest first, each with how many
        days and how many events lie between.
        """
        last, own = _days_from(event.date.last, days), self._event_numbers[event.id]
        for number in range(own + step, len(self.events) if step > 0 else -1, step):
            when = self.events[number].date
            far = max((event.date.first - when.first).days, (when.first - event.date.last).days, 0)
            if far > days:
                return
            if when.last <= last:
                yield far, abs(number - own), self.events[number]

    def _pages_near(self, event: Event, days: int) -> tuple[str, ...]:
        """The pages of the calendar on which the events near `event` stand, in order."""
        first, last = _days_from(event.date.first, -days), _days_from(event.date.last, days)
        pages: dict[str, None] = {}
        at = bisect_left(self.events, first, key=lambda e: e.date.first)
        while at < len(self.events) and (when := self.events[at].date).first <= last:
            if when.last <= last:
                pages.setdefault(calendar_pages(when, days=EVENT_DAYS)[0])
            at = bisect_right(self.events, (when.first, when.last), lo=at, key=lambda e: (e.date.first, e.date.last))
        return tuple(pages)

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that are part of a wider one, by the id of that one, by date."""
        parts: dict[str, list[Event]] = {}
        for event in self.events:
            if event.part_of is not None:
                parts.setdefault(event.part_of, []).append(event)
        return {id: tuple(found) for id, found in parts.items()}


def _days_from(day: date, days: int) -> date:
    """So many days on, or the first or last day that there is."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.min if days < 0 else date.max
