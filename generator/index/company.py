"""Who appears with whom: actors with actors, countries with countries, by shared sentences and shared articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from generator.model.collection import LinkedArticle
from generator.model.index import Company, Key

MOST = 50
"""How many companions are kept for each."""


def make_company(articles: Iterable[LinkedArticle]) -> dict[Key, tuple[Company, ...]]:
    """Return for each actor and country those of its kind that it appears with, the closest first."""
    in_articles: dict[Key, Counter[str]] = defaultdict(Counter)
    in_sentences: dict[Key, Counter[str]] = defaultdict(Counter)
    for article in articles:
        whole: dict[str, set[str]] = {"actor": set(), "country": set()}
        parts: dict[tuple[str, int], set[str]] = defaultdict(set)
        for mention in article.mentions:
            if mention.kind != "date":
                whole[mention.kind].add(mention.key)
                parts[mention.kind, mention.sentence].add(mention.key)
        for kind, keys in whole.items():
            _count(in_articles, kind, keys)
        for (kind, _), keys in parts.items():
            _count(in_sentences, kind, keys)
    return {key: _closest(counts, in_sentences.get(key, Counter())) for key, counts in in_articles.items()}


def _count(counts: dict[Key, Counter[str]], kind: str, keys: set[str]) -> None:
    for one, other in combinations(keys, 2):
        counts[kind, one][other] += 1  # type: ignore[index]
        counts[kind, other][one] += 1  # type: ignore[index]


def _closest(articles: Counter[str], sentences: Counter[str]) -> tuple[Company, ...]:
    found = (Company(key, sentences[key], count) for key, count in articles.items())
    return tuple(sorted(found, key=lambda c: (-c.sentences, -c.articles, c.key))[:MOST])
