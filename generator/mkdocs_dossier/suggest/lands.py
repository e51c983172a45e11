"""What countries have to do with names: words that are theirs, and which countries a collection is about."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from mkdocs_dossier.model.collection import LinkedCorpus
from mkdocs_dossier.suggest.spelling import folded

ABOUT = 5
"""A collection is about the countries that one of so many articles names: `the Syrian government` is an actor of it.
Elsewhere the country's own dossier says all that a reader asks of "the Kuwaiti government said"."""


def country_words(corpus: LinkedCorpus) -> frozenset[str]:
    """Return the words of which the names of countries are made, folded."""
    territories = corpus.collection.territories.values()
    names = chain.from_iterable((t.name, *t.names.get("en", ()), *t.aliases) for t in territories)
    return frozenset(word for name in names for word in folded(name).split())


def far_peoples(corpus: LinkedCorpus) -> frozenset[str]:
    """Return the demonyms of the countries that the collection is not about, folded."""
    named = Counter(chain.from_iterable({m.key for m in a.mentions if m.kind == "country"} for a in corpus.articles))
    near = {code for code, number in named.items() if number * ABOUT >= len(corpus.articles)}
    return frozenset(
        folded(demonym)
        for code, territory in corpus.collection.territories.items()
        if code not in near
        for demonym in territory.demonyms
    )


def demonyms(corpus: LinkedCorpus) -> frozenset[str]:
    """Return the demonyms of all countries, folded."""
    territories = corpus.collection.territories.values()
    return frozenset(folded(demonym) for territory in territories for demonym in territory.demonyms)
