"""Which hits name countries: names at once; capitals and shared words only beside a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_dossier.link.actors import NamedHit, RejectedHit
from mkdocs_dossier.link.choose import leftmost_longest
from mkdocs_dossier.link.matcher import Hit


def choose_countries(hits: Iterable[Hit]) -> tuple[list[NamedHit], list[RejectedHit]]:
    """Return what the hits of countries name, and what was refused."""
    longest = leftmost_longest(hits)
    named = _named(longest)
    found: list[NamedHit] = []
    refused: list[RejectedHit] = []
    for hit in longest:
        result = _judge(hit, named)
        if isinstance(result, NamedHit):
            found.append(result)
        else:
            refused.append(result)
    return found, refused


def _named(hits: Sequence[Hit]) -> frozenset[str]:
    """Return the countries that a name or an unshared demonym names."""
    return frozenset(hit.owners.full_keys[0] for hit in hits if len(hit.owners.full_keys) == 1)


def _judge(hit: Hit, named: frozenset[str]) -> NamedHit | RejectedHit:
    if len(hit.owners.full_keys) == 1:
        return NamedHit(hit.start, hit.end, hit.owners.full[0])
    able = [owner for owner in hit.owners if owner.key in named]
    if len({owner.key for owner in able}) == 1:
        return NamedHit(hit.start, hit.end, able[0])
    keys = hit.owners.keys
    if able:
        return RejectedHit(hit.start, hit.end, keys, "several countries that the article names share this word")
    if all(owner.rule == "capital" for owner in hit.owners):
        return RejectedHit(hit.start, hit.end, keys, "a capital, and the article does not name its country")
    return RejectedHit(hit.start, hit.end, keys, "a shared word, and the article names no country that it fits")
