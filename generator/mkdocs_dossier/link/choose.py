"""Chooses among overlapping hits: the leftmost, then the longest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import attrgetter
from sys import maxsize
from typing import Protocol, TypeVar

TextSpan = tuple[int, int]


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
    for hit in sorted(hits, key=attrgetter("start")):
        if hit.start >= taken:
            chosen.append(hit)
            taken = hit.end
        elif hit.end > taken and hit.start == chosen[-1].start:
            chosen[-1] = hit
            taken = hit.end
    return chosen


def touches(spans: Sequence[TextSpan], start: int, end: int) -> bool:
    """Tell whether one of the sorted, disjoint `spans` overlaps `start:end`."""
    if not spans:
        return False
    at = bisect_left(spans, (start, start))
    return (at < len(spans) and spans[at][0] < end) or (at > 0 and spans[at - 1][1] > start)


def span_around(spans: Sequence[TextSpan], start: int, end: int) -> TextSpan | None:
    """Return the one of the sorted, disjoint `spans` that holds `start:end` whole."""
    if not spans:
        return None
    at = bisect_right(spans, (start, maxsize)) - 1
    return spans[at] if at >= 0 and spans[at][1] >= end else None


class Covers:
    """Spans that may overlap, ready to be asked what lies inside one of them, however many there are."""

    def __init__(self, spans: Iterable[TextSpan]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, start: int, end: int) -> bool:
        """Tell whether one of the spans holds `start:end` whole."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._ends[at] >= end


def is_part(spans: Sequence[TextSpan], start: int, end: int) -> bool:
    """Tell whether one of the sorted, disjoint `spans` holds `start:end` and is longer."""
    at = bisect_right(spans, (start, maxsize)) - 1
    return at >= 0 and spans[at][1] >= end and spans[at] != (start, end)
