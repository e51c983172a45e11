"""Chooses among overlapping hits: the leftmost, then the longest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Span = tuple[int, int]


class Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def leftmost_longest(hits: Iterable[S]) -> list[S]:
    """Return the hits that remain when each one, from left to right and longest first, shuts out what it overlaps."""
    chosen: list[S] = []
    taken = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= taken:
            chosen.append(hit)
            taken = hit.end
    return chosen


def touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the sorted, disjoint `spans` overlaps `start:end`."""
    if not spans:
        return False
    at = bisect_left(spans, (start, start))
    return (at < len(spans) and spans[at][0] < end) or (at > 0 and spans[at - 1][1] > start)


def span_around(spans: Sequence[Span], start: int, end: int) -> Span | None:
    """Return the one of the sorted, disjoint `spans` that holds `start:end` whole."""
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 and spans[at][1] >= end else None
