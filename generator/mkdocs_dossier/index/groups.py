"""Groups parts of articles by a key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from mkdocs_dossier.model.collection import LinkedArticle

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


def group(
    articles: Iterable[LinkedArticle], parts: Callable[[LinkedArticle], Iterable[tuple[K, V]]]
) -> Mapping[K, tuple[V, ...]]:
    """Return the parts of all articles by key, in the order of the articles.

    Args:
        parts: Gives the parts of one article, each with its key. No key occurs twice.
    """
    found: dict[K, list[V]] = defaultdict(list)
    for article in articles:
        for key, part in parts(article):
            found[key].append(part)
    return {key: tuple(group) for key, group in found.items()}


def newest_first(article: LinkedArticle) -> tuple[int, str]:
    """Return a key that sorts articles by day, newest first, and then by id."""
    day: date = article.day
    return -day.toordinal(), article.id
