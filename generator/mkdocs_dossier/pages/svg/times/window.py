"""Which time a timeline shows: that of its evidence, however long an office lasted.

Where the events are crowded into a small part of that time, it is that part, and what lies outside is only counted.
All days are ordinals (`date.toordinal`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.model.edtf import Edtf

SHORTEST = 28
"""A shorter time is shown with days around it."""

_REACH = 90
"""How far from the evidence an office's start or end may lie in any case."""

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Window:
    """The days shown, the last one included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


def known_days(when: Edtf) -> tuple[int, int]:
    """Return the first and last day of a date; where one of them is open, the other one twice."""
    first, last = when.first.toordinal(), when.last.toordinal()
    if when.starts_open:
        return last, last
    return (first, first) if when.ends_open else (first, last)


def whole_window(evidence: Iterable[tuple[int, int]], bounds: Iterable[tuple[int, int]]) -> Window | None:
    """Return the time of all evidence, further to the starts and ends of offices that lie no further from it than
    it is long (or three months); without evidence the time of the offices; None without both.

    evidence: first and last day of each event and article. bounds: of each known start and end of an office.
    """
    days, ends = list(evidence), sorted(bounds)
    if not days:
        if not ends:
            return None
        first, last = ends[0][0], max(last for _, last in ends)
        return _wide(first, last, max(365, (last - first) // 8))
    first, last = min(day for day, _ in days), max(day for _, day in days)
    reach = max(last - first + 1, _REACH)
    near = [bound for bound in ends if bound[0] >= first - reach and bound[1] <= last + reach]
    start, end = min([first, *(day for day, _ in near)]), max([last, *(day for _, day in near)])
    # Where an office ends or begins at the edge, some of the time without it is shown too.
    narrow, broad = (end - start) // 50, (end - start) // 10
    start, end = start - (narrow if start == first else broad), end + (narrow if end == last else broad)
    return _wide(start, end, 0)


def crowded_window(events: Iterable[int], whole: Window) -> Window | None:
    """Return the part of `whole` that holds most events, None where they are spread over much of it.

    That is the shortest time with three fifths of the events, and the events that lie near it.
    """
    days = sorted(events)
    many = (len(days) * 3 + 4) // 5
    if many < 2:
        return None
    first, last = min(
        ((days[at], days[at + many - 1]) for at in range(len(days) - many + 1)), key=lambda part: part[1] - part[0]
    )
    first, last = _grown(days, first, last)
    found = _wide(first, last, (last - first) // 25)
    return found if found.days * 3 <= whole.days else None


def _grown(days: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """Take in every day that is no further off than a quarter of the time, or two weeks."""
    reach = max((last - first) // 4, SHORTEST // 2)
    start, end = bisect_left(days, first), bisect_right(days, last) - 1
    while start > 0 and days[start] - days[start - 1] <= reach:
        start -= 1
    while end < len(days) - 1 and days[end + 1] - days[end] <= reach:
        end += 1
    return days[start], days[end]


def _wide(first: int, last: int, margin: int) -> Window:
    """A window with some days around it, within the calendar."""
    margin = max(margin, -((last - first + 1 - SHORTEST) // 2), 0)
    return Window(max(_FIRST, first - margin), min(_LAST, last + margin))
