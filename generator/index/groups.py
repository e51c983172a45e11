"""Things of articles grouped by what they are about, newest article first; and the groups of the last run with only
what changed put in place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from generator.memory import Memory
from generator.model.collection import LinkedArticle
from generator.model.index import Appearance

MANY = 10
"""Where more than one in so many articles changed, all are grouped anew."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", Appearance, LinkedArticle)

Parts = Callable[[LinkedArticle], Iterable[tuple[K, V]]]
"""What an article has to be grouped: each key once."""


def group(
    slot: str, articles: Sequence[LinkedArticle], parts: Parts[K, V], memory: Memory
) -> Mapping[K, tuple[V, ...]]:
    """Return the parts of all articles by key. articles: newest first.

    slot: where `memory` keeps the groups. A group that no changed article is part of is the very same as before, unless
    so many changed that to group all of them anew takes less time.
    """
    last: tuple[Sequence[LinkedArticle], Mapping[K, tuple[V, ...]]] | None = memory.last(slot)
    groups: Mapping[K, tuple[V, ...]]
    if last is None:
        groups = _grouped(articles, parts)
    elif last[0] is articles:
        groups = last[1]
    else:
        gone, new = _changed(last[0], articles)
        many = MANY * max(len(gone), len(new)) > len(articles)
        groups = _grouped(articles, parts) if many else _regrouped(last[1], gone, new, parts)
    memory.keep(slot, (articles, groups))
    return groups


def _grouped(articles: Iterable[LinkedArticle], parts: Parts[K, V]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for article in articles:
        for key, part in parts(article):
            found[key].append(part)
    return {key: tuple(group) for key, group in found.items()}


def _changed(
    before: Sequence[LinkedArticle], now: Sequence[LinkedArticle]
) -> tuple[list[LinkedArticle], list[LinkedArticle]]:
    """The articles that are there no more, and those that were not there before."""
    old, new = {id(article): article for article in before}, {id(article): article for article in now}
    return [old[key] for key in old.keys() - new.keys()], [new[key] for key in new.keys() - old.keys()]


def _regrouped(
    before: Mapping[K, tuple[V, ...]],
    gone: Iterable[LinkedArticle],
    new: Iterable[LinkedArticle],
    parts: Parts[K, V],
) -> Mapping[K, tuple[V, ...]]:
    changed: dict[K, list[V]] = {}
    for article in gone:
        for key, _ in parts(article):
            changed[key] = [part for part in changed.get(key, before.get(key, ())) if _article(part) is not article]
    for article in new:
        for key, part in parts(article):
            group = changed[key] if key in changed else list(before.get(key, ()))
            group.insert(bisect_left(group, newest_first(article), key=lambda part: newest_first(_article(part))), part)
            changed[key] = group
    if not changed:
        return before
    groups = dict(before)
    for key, group in changed.items():
        if group:
            groups[key] = tuple(group)
        else:
            groups.pop(key, None)
    return groups


def _article(part: Appearance | LinkedArticle) -> LinkedArticle:
    return part if isinstance(part, LinkedArticle) else part.article


def newest_first(article: LinkedArticle) -> tuple[int, str]:
    """Return what sorts articles by day, the newest first, then by id."""
    day: date = article.document.record.day
    return -day.toordinal(), article.document.record.id
