"""Works out which actors or countries are named together, in one sentence or in one article.

The answer for one of them is worked out when it is asked for: most builds make the pages of a few.
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
    """Maps each actor and country to those of its kind that it is named with, the closest first.

    Args:
        appearances: As in `Index`.
        found: The answers that were worked out already; an empty one means that it is named with nobody.
    """

    appearances: Mapping[Key, tuple[Appearance, ...]]
    found: dict[Key, tuple[CoOccurrence, ...]] = field(default_factory=dict, compare=False)

    def __getitem__(self, key: Key) -> tuple[CoOccurrence, ...]:
        found = self.found.get(key)
        if found is None:
            found = self.found[key] = _co_occurrences(key, self.appearances.get(key, ()))
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Key]:
        return (key for key in self.appearances if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[type[CoOccurrences], tuple[object, ...]]:
        # To another process go the articles without what was worked out: it makes other pages and asks for others.
        return CoOccurrences, (self.appearances,)


@dataclass(slots=True)
class _Tally:
    sentences: int = 0
    articles: int = 0
    in_sentences: tuple[SharedPlace, ...] = ()
    in_articles: tuple[SharedPlace, ...] = ()


def _co_occurrences(key: Key, appearances: tuple[Appearance, ...]) -> tuple[CoOccurrence, ...]:
    """Return those that `key` is named with, the closest first. `appearances` are newest first."""
    kind, own = key
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for appearance in appearances:
        # Where it was attached by hand, nobody is named beside it.
        if appearance.mentions:
            _count(tallies, appearance.article, kind, {mention.sentence for mention in appearance.mentions})
    tallies.pop(own, None)
    found = [
        CoOccurrence(other, tally.sentences, tally.articles, tally.in_sentences or tally.in_articles)
        for other, tally in tallies.items()
    ]
    return tuple(sorted(found, key=lambda c: (-c.sentences, -c.articles, c.key))[:MOST])


def _count(tallies: Mapping[str, _Tally], article: LinkedArticle, kind: str, own: set[int]) -> None:
    """Count one article, which names the thing itself in the sentences `own`."""
    id = article.id
    places = {(mention.key, mention.sentence) for mention in article.mentions if mention.kind == kind}
    for key in {key for key, _ in places}:
        tally = tallies[key]
        tally.articles += 1
        # Articles come newest first, so that the first places are the newest.
        if tally.articles <= PLACES:
            tally.in_articles += ((id, None),)
    for key, sentence in sorted(place for place in places if place[1] in own):
        tally = tallies[key]
        tally.sentences += 1
        if tally.sentences <= PLACES:
            tally.in_sentences += ((id, sentence),)
