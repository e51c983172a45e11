"""Who appears with whom: in the same sentence, in the same article. Worked out for each actor and country when it is
asked for, from the articles that name it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.model.index import Appearance, CoOccurrence, Key, SharedPlace

MOST = 50
"""How many companions are kept for each."""

PLACES = 3
"""How many places are kept of each pair."""


@dataclass(frozen=True)
class CoOccurrences(Mapping[Key, tuple[CoOccurrence, ...]]):
    """For each actor and country those of its kind that it appears with, the closest first.

    appearances: as in `Index`. found: what was asked for already; an empty tuple stands for nobody.
    """

    appearances: Mapping[Key, tuple[Appearance, ...]]
    found: dict[Key, tuple[CoOccurrence, ...]] = field(default_factory=dict, compare=False)

    def __getitem__(self, key: Key) -> tuple[CoOccurrence, ...]:
        company = self.found.get(key)
        if company is None:
            company = self.found[key] = _company(key, self.appearances.get(key, ()))
        if not company:
            raise KeyError(key)
        return company

    def __iter__(self) -> Iterator[Key]:
        return (key for key in self.appearances if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[type[CoOccurrences], tuple[object, ...]]:
        return CoOccurrences, (self.appearances,)


@dataclass(slots=True)
class _Tally:
    sentences: int = 0
    articles: int = 0
    in_sentences: tuple[SharedPlace, ...] = ()
    in_articles: tuple[SharedPlace, ...] = ()


def _company(key: Key, appearances: tuple[Appearance, ...]) -> tuple[CoOccurrence, ...]:
    """appearances: newest first."""
    kind, own = key
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for appearance in appearances:
        if appearance.mentions:
            _count(tallies, appearance.article, kind, {mention.sentence for mention in appearance.mentions})
    tallies.pop(own, None)
    company = [
        CoOccurrence(other, tally.sentences, tally.articles, tally.in_sentences or tally.in_articles)
        for other, tally in tallies.items()
    ]
    return tuple(sorted(company, key=lambda c: (-c.sentences, -c.articles, c.key))[:MOST])


def _count(tallies: Mapping[str, _Tally], article: LinkedArticle, kind: str, own: set[int]) -> None:
    """Count one article in which the thing is named in the sentences `own`."""
    id = article.id
    places = {(mention.key, mention.sentence) for mention in article.mentions if mention.kind == kind}
    for key in {key for key, _ in places}:
        tally = tallies[key]
        tally.articles += 1
        if tally.articles <= PLACES:
            tally.in_articles += ((id, None),)
    for key, sentence in sorted(place for place in places if place[1] in own):
        tally = tallies[key]
        tally.sentences += 1
        if tally.sentences <= PLACES:
            tally.in_sentences += ((id, sentence),)
