"""What of the site a page was made of: so that the next build makes only the pages anew of which something changed.

A traced site notes each thing that is asked of it: a fact. Pages are functions of the site, so a page of which every
fact is what it was is what it was. What a fact says can be asked of any other site.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from generator.model.collection import Collection, LinkedArticle
from generator.model.deferred import Deferred
from generator.model.network import Network
from generator.model.records import Event
from generator.pages.site import ActorName, NearEvents, Site

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

Fact = tuple[str, Any]
"""What was asked for, and by which key: text, or a tuple of texts; None for all of it."""

_INDEX = (
    *("articles", "appearances", "events", "event_articles", "country_actors", "relations", "outlets", "outlet_ids"),
    *("calendar", "quotes", "anchors"),
)
_COLLECTION = ("actors", "events", "territories")


class TracedSite(Site):
    """notes: where the facts are noted."""

    def __init__(self, site: Site, notes: set[Fact]) -> None:
        collection, index = site.collection, site.index
        watched = {name: _Watched(getattr(collection, name), f"collection.{name}", notes) for name in _COLLECTION}
        if collection.drafts:  # which no site that is built has
            watched["drafts"] = _Watched(collection.drafts, "collection.drafts", notes)
        seen: dict[str, Any] = {name: _Watched(getattr(index, name), name, notes) for name in _INDEX}
        # Who is named with whom is worked out from the articles that name one.
        seen["company"] = _Watched(index.company, "appearances", notes)
        seen["network"] = _WatchedNetwork(index.network, notes)
        corpus: Any = _WatchedCorpus(replace(collection, **watched), index.corpus.articles, notes)
        super().__init__(replace(index, corpus=corpus, **seen), site.atlas)
        object.__setattr__(self, "_site", site)
        object.__setattr__(self, "_notes", notes)

    _site: Site
    _notes: set[Fact]

    @cached_property
    def names(self) -> Mapping[str, ActorName]:
        return _Watched(self._site.names, "names", self._notes)

    @cached_property
    def country_paths(self) -> Mapping[str, str]:
        return _Watched(self._site.country_paths, "country_paths", self._notes)

    @cached_property
    def parts_of(self) -> Mapping[str, tuple[Event, ...]]:
        return _Watched(self._site.parts_of, "parts_of", self._notes)

    @property
    def events(self) -> tuple[Event, ...]:
        self._notes.add(("all events", None))
        return self._site.events

    def around(self, page: str) -> tuple[str | None, str | None]:
        self._notes.add(("around", page))
        return self._site.around(page)

    def below(self, page: str) -> tuple[str, ...]:
        self._notes.add(("below", page))
        return self._site.below(page)

    def events_around(self, event: Event) -> tuple[Event | None, Event | None]:
        self._notes.add(("events_around", event.id))
        return self._site.events_around(event)

    def events_near(self, event: Event, days: int, most: int) -> NearEvents:
        self._notes.add(("events_near", (event.id, str(days), str(most))))
        return self._site.events_near(event, days, most)


class _WatchedCorpus:
    """Notes when all articles are asked for."""

    def __init__(self, collection: Collection, articles: tuple[LinkedArticle, ...], notes: set[Fact]) -> None:
        self.collection, self._articles, self._notes = collection, articles, notes

    @property
    def articles(self) -> tuple[LinkedArticle, ...]:
        self._notes.add(("all articles", None))
        return self._articles


class _WatchedNetwork:
    def __init__(self, network: Deferred[Network], notes: set[Fact]) -> None:
        self._network, self._notes = network, notes

    @property
    def value(self) -> Network:
        self._notes.add(("network", None))
        return self._network.value


class _Watched(Mapping[K, V]):
    """A mapping that notes what it is asked for. Whether there is something is another fact than what it is."""

    __slots__ = ("_get", "_has", "_name", "_notes", "_of", "_there")

    def __init__(self, of: Mapping[K, V], name: str, notes: set[Fact]) -> None:
        self._of, self._name, self._there, self._notes = of, name, f"{name}?", notes
        self._get, self._has = of.get, of.__contains__

    def __getitem__(self, key: K) -> V:
        self._notes.add((self._name, key))
        return self._of[key]

    def get(self, key: K, default: Any = None) -> Any:
        self._notes.add((self._name, key))
        return self._get(key, default)

    def __contains__(self, key: object) -> bool:
        self._notes.add((self._there, key))
        return self._has(key)

    def __iter__(self) -> Iterator[K]:
        self._notes.add((self._name, None))
        return iter(self._of)

    def __len__(self) -> int:
        self._notes.add((self._name, None))
        return len(self._of)


def fact_reader(site: Site) -> Callable[[Fact], Any]:
    """Return a function that says what a fact is in `site`; None where there is no such thing."""
    mappings: dict[str, Mapping[Any, Any]] = {name: getattr(site.index, name) for name in _INDEX}
    mappings |= {f"collection.{name}": getattr(site.collection, name) for name in _COLLECTION}
    mappings |= {"collection.drafts": site.collection.drafts}
    mappings |= {"names": site.names, "country_paths": site.country_paths, "parts_of": site.parts_of}
    events = site.collection.events
    asked: dict[str, Callable[[Any], Any]] = {
        "all articles": lambda _: site.index.corpus.articles,
        "all events": lambda _: site.events,
        "network": lambda _: site.index.network.value,
        "around": lambda page: site.around(page) if page in site.index.calendar else None,
        "below": site.below,
        "events_around": lambda id: site.events_around(events[id]) if id in events else None,
        "events_near": lambda key: (
            site.events_near(events[key[0]], int(key[1]), int(key[2])) if key[0] in events else None
        ),
    }
    there = {f"{name}?": mapping for name, mapping in mappings.items()}

    def read(fact: Fact) -> Any:
        name, key = fact
        if name in asked:
            return asked[name](key)
        if name in there:
            return key in there[name]
        return tuple(mappings[name].items()) if key is None else mappings[name].get(key)

    return read
