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

K = TypeVar("K", bound=Hashable)

Parts = Callable[[LinkedArticle], Iterable[tuple[K, Appearance]]]
"""What an article has to be grouped: each key once."""


def group(
    slot: str, articles: Sequence[LinkedArticle], parts: Parts[K], memory: Memory
) -> Mapping[K, tuple[Appearance, ...]]:
    """Return the parts of all articles by key. articles: newest first.

    slot: where `memory` keeps the groups. A group that no changed article is part of is the very same as before.
    """
    last: tuple[Sequence[LinkedArticle], Mapping[K, tuple[Appearance, ...]]] | None = memory.last(slot)
    groups: Mapping[K, tuple[Appearance, ...]]
    if last is None:
        groups = _grouped(articles, parts)
    elif last[0] is articles:
        groups = last[1]
    else:
        groups = _regrouped(last[1], *_changed(last[0], articles), parts)
    memory.keep(slot, (articles, groups))
    return groups


def _grouped(articles: Iterable[LinkedArticle], parts: Parts[K]) -> dict[K, tuple[Appearance, ...]]:
    found: dict[K, list[Appearance]] = defaultdict(list)
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
    before: Mapping[K, tuple[Appearance, ...]],
    gone: Iterable[LinkedArticle],
    new: Iterable[LinkedArticle],
    parts: Parts[K],
) -> dict[K, tuple[Appearance, ...]]:
    groups = dict(before)
    changed: dict[K, list[Appearance]] = {}
    for article in gone:
        for key, _ in parts(article):
            changed[key] = [part for part in changed.get(key, groups.get(key, ())) if part.article is not article]
    for article in new:
        for key, part in parts(article):
            group = changed[key] if key in changed else list(groups.get(key, ()))
            group.insert(bisect_left(group, _order(article), key=lambda part: _order(part.article)), part)
            changed[key] = group
    for key, group in changed.items():
        if group:
            groups[key] = tuple(group)
        else:
            groups.pop(key, None)
    return groups


def _order(article: LinkedArticle) -> tuple[int, str]:
    """By day, the newest first, then by id."""
    day: date = article.document.record.day
    return -day.toordinal(), article.document.record.id
