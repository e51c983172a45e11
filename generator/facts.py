"""What facts say, in a few letters: equal where they say the same, in this process or another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.cache import digest
from generator.link.plain import as_plain
from generator.model.collection import LinkedArticle
from generator.model.index import Appearance, CalendarPage


def fact_digests(sources: Mapping[str, str]) -> Callable[[Any], str]:
    """Return a function that gives the digest of a fact. sources: of each article's file, by the article's id.

    Articles and records stand in many facts; each is looked at once.
    """
    known: dict[int, tuple[object, str]] = {}  # the object too: as long as it is there nothing else has its id

    def once(value: object, make: Callable[[], str]) -> str:
        found = known.get(id(value))
        if found is None:
            found = known[id(value)] = (value, make())
        return found[1]

    def article(value: LinkedArticle) -> str:
        record = value.document.record
        # Which file it is, what stands in it, what of that can be followed, and what was found in it.
        place = record.origin.path
        followed = (record.actors, record.countries, record.events, record.sources, value.document.pictures)
        return digest(*map(_bytes, (record.id, place, sources[record.id], repr(followed), repr(as_plain(value, ())))))

    def said(value: Any) -> str:
        kind = type(value)
        if kind is Appearance:
            return said(value.article)
        if kind is LinkedArticle:
            return once(value, lambda: article(value))
        if kind is tuple:
            return f"({','.join(map(said, value))})"
        if kind is CalendarPage:
            return said((value.events, value.dated, value.published))
        if kind is str or value is None or kind is bool:
            return repr(value)
        return once(value, lambda: digest(_bytes(_spelled(value))))

    return lambda value: digest(_bytes(said(value)))[:24]


def _spelled(value: Any) -> str:
    """As `repr`, but the same in every process: a set has no order of its own."""
    if is_dataclass(value):
        return repr([_spelled(getattr(value, each.name)) for each in fields(value)])
    return repr(sorted(value) if isinstance(value, frozenset) else value)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
