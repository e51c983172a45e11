"""Who appears with whom: actors with actors, countries with countries, by shared sentences and shared articles.

Each pair is counted once, with the newest places where both are named, and then shown from both sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from generator.model.collection import LinkedArticle
from generator.model.index import Company, Key, SharedPlace
from generator.model.mention import Kind

MOST = 50
"""How many companions are kept for each."""

PLACES = 3
"""How many places are kept of each pair."""

_KINDS: tuple[Kind, ...] = ("actor", "country")
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Tally:
    """How often each pair was met, and where the first times; the lesser key stands first in a pair."""

    counts: dict[_Pair, int] = field(default_factory=dict)
    places: dict[_Pair, tuple[SharedPlace, ...]] = field(default_factory=dict)

    def add(self, keys: Iterable[str], place: SharedPlace) -> None:
        # Most pairs are met once, so that all pairs of an article or sentence can have one value in common.
        alone = (place,)
        for pair in combinations(sorted(keys), 2):
            number = self.counts.get(pair, 0) + 1
            self.counts[pair] = number
            if number == 1:
                self.places[pair] = alone
            elif number <= PLACES:
                self.places[pair] += alone


def make_company(articles: Iterable[LinkedArticle]) -> dict[Key, tuple[Company, ...]]:
    """Return for each actor and country those of its kind that it appears with, the closest first.

    articles: newest first.
    """
    in_articles = {kind: _Tally() for kind in _KINDS}
    in_sentences = {kind: _Tally() for kind in _KINDS}
    for article in articles:
        id = article.document.record.id
        for kind in _KINDS:
            sentences = _by_sentence(article, kind)
            in_articles[kind].add({key for keys in sentences.values() for key in keys}, (id, None))
            for sentence, keys in sentences.items():
                in_sentences[kind].add(keys, (id, sentence))
    return {
        (kind, key): company
        for kind in _KINDS
        for key, company in _companies(in_articles[kind], in_sentences[kind]).items()
    }


def _by_sentence(article: LinkedArticle, kind: Kind) -> dict[int, set[str]]:
    """What is named in each sentence that names anything of this kind, in the order of the text."""
    found: dict[int, set[str]] = defaultdict(set)
    for mention in article.mentions:
        if mention.kind == kind:
            found[mention.sentence].add(mention.key)
    return dict(sorted(found.items()))


def _companies(in_articles: _Tally, in_sentences: _Tally) -> Mapping[str, tuple[Company, ...]]:
    found: dict[str, list[Company]] = defaultdict(list)
    for pair, articles in in_articles.counts.items():
        sentences = in_sentences.counts.get(pair, 0)
        places = (in_sentences if sentences else in_articles).places[pair]
        one, other = pair
        found[one].append(Company(other, sentences, articles, places))
        found[other].append(Company(one, sentences, articles, places))
    return {key: _closest(companions) for key, companions in found.items()}


def _closest(company: list[Company]) -> tuple[Company, ...]:
    return tuple(sorted(company, key=lambda c: (-c.sentences, -c.articles, c.key))[:MOST])
