"""Cuts the network of the whole collection down to what one picture can show: the most-named actors, their strongest
edges, and the clusters that these form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from mkdocs_dossier.model.index import CoOccurrence, Key
from mkdocs_dossier.model.network import Network, NetworkEdge

MOST_ACTORS = 50
EDGES_FOR_EACH = 2
"""How many edges there may be for each actor, beside the strongest edge of everyone."""


def make_network(mentions: Mapping[str, int], co_occurrences: Mapping[Key, tuple[CoOccurrence, ...]]) -> Network:
    """Return the network of the actors that are named most.

    Args:
        mentions: How often each actor is named, by id.
        co_occurrences: As in `Index`.
    """
    by_number = sorted(mentions, key=lambda id: (-mentions[id], id))
    ranked = list(islice((id for id in by_number if ("actor", id) in co_occurrences), MOST_ACTORS))
    edges = _strongest(_edges(ranked, co_occurrences), EDGES_FOR_EACH * len(ranked))
    joined = {id for edge in edges for id in (edge.one, edge.other)}
    named = {id: mentions[id] for id in ranked if id in joined}
    return Network(tuple(named.items()), edges, find_clusters(named, edges))


def _edges(ids: Iterable[str], co_occurrences: Mapping[Key, tuple[CoOccurrence, ...]]) -> list[NetworkEdge]:
    """Return all edges between these actors, the strongest first."""
    chosen = frozenset(ids)
    found = {
        (min(id, other.key), max(id, other.key)): other
        for id in sorted(chosen)
        for other in co_occurrences["actor", id]
        if other.key in chosen
    }
    edges = [NetworkEdge(*pair, between.sentences, between.articles) for pair, between in found.items()]
    return sorted(edges, key=lambda e: (-e.sentences, -e.articles, e.one, e.other))


def _strongest(edges: list[NetworkEdge], number: int) -> tuple[NetworkEdge, ...]:
    """Return the strongest edge of every actor, and others that share a sentence or several articles, until there are
    `number`.
    """
    kept: set[NetworkEdge] = set()
    joined: set[str] = set()
    # First one edge for each actor, so that the picture leaves nobody alone who has company.
    for edge in edges:
        if edge.one not in joined or edge.other not in joined:
            kept.add(edge)
            joined |= {edge.one, edge.other}
    strong = [edge for edge in edges if edge not in kept and (edge.sentences or edge.articles > 1)]
    kept |= set(strong[: max(0, number - len(kept))])
    return tuple(edge for edge in edges if edge in kept)


def find_clusters(mentions: Mapping[str, int], edges: Iterable[NetworkEdge]) -> tuple[tuple[str, ...], ...]:
    """Return the clusters of a network by greedy modularity, the most named first, in each cluster too.

    Two clusters are joined as long as that puts more weight inside clusters than chance would. Source: A. Clauset, M.
    E. J. Newman, C. Moore, Phys. Rev. E 70 (2004) 066111.

    Args:
        mentions: How often each actor is named, by id.
    """
    members = {id: [id] for id in sorted(mentions)}
    between: dict[str, dict[str, int]] = {id: defaultdict(int) for id in members}
    for edge in edges:
        between[edge.one][edge.other] += edge.weight
        between[edge.other][edge.one] += edge.weight
    degrees = {id: sum(weights.values()) for id, weights in between.items()}
    total = sum(degrees.values())
    while (best := _best_merge(between, degrees, total)) is not None:
        _merge(*best, members, between, degrees)
    ranked = [tuple(sorted(ids, key=lambda id: (-mentions[id], id))) for ids in members.values()]
    return tuple(sorted(ranked, key=lambda ids: (-sum(mentions[id] for id in ids), ids)))


def _best_merge(
    between: Mapping[str, Mapping[str, int]], degrees: Mapping[str, int], total: int
) -> tuple[str, str] | None:
    """Return the two clusters whose union gains most; None if no union gains anything.

    It counts in whole numbers, so that the result is the same on every machine.
    """
    gains = (
        (total * weight - degrees[one] * degrees[other], one, other)
        for one, weights in between.items()
        for other, weight in weights.items()
        if one < other
    )
    gain, one, other = min(gains, key=lambda found: (-found[0], found[1:]), default=(0, "", ""))
    return (one, other) if gain > 0 else None


def _merge(
    one: str,
    other: str,
    members: dict[str, list[str]],
    between: dict[str, dict[str, int]],
    degrees: dict[str, int],
) -> None:
    members[one] += members.pop(other)
    degrees[one] += degrees.pop(other)
    for third, weight in between.pop(other).items():
        between[third].pop(other)
        if third != one:
            between[one][third] += weight
            between[third][one] += weight
