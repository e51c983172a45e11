"""Who of the whole collection is connected with whom, as far as it can be shown in one picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Two actors named together, by id: in how many sentences, in how many articles."""

    one: str
    other: str
    sentences: int
    articles: int

    @property
    def weight(self) -> int:
        """One shared sentence weighs as much as four shared articles."""
        return 4 * self.sentences + self.articles


@dataclass(frozen=True, slots=True)
class Network:
    """A choice of the collection's actors, and the strongest of their edges.

    Attributes:
        mentions: Of each actor chosen, by id, the most named first.
        edges: The strongest first.
        clusters: The actors that hang together more with each other than with the rest, the most named first, in each
            cluster too.
    """

    mentions: tuple[tuple[str, int], ...] = ()
    edges: tuple[NetworkEdge, ...] = ()
    clusters: tuple[tuple[str, ...], ...] = ()
