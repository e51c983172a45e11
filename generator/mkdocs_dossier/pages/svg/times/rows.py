"""Marks above each other where they would overlap, and counted where even that has no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST_ROWS = 4

_Mark = TypeVar("_Mark")


@dataclass(frozen=True, slots=True)
class Extent(Generic[_Mark]):
    """A mark, and the room it takes from `start` to `end`, in user units."""

    mark: _Mark
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class MarkRows(Generic[_Mark]):
    """rows: the marks that are drawn, the lowest row first. gathered: those for which there was no room, in groups
    that are drawn as one mark each, in a row above the others.
    """

    rows: tuple[tuple[Extent[_Mark], ...], ...]
    gathered: tuple[tuple[Extent[_Mark], ...], ...]

    @property
    def height(self) -> int:
        """In rows."""
        return len(self.rows) + bool(self.gathered)


def in_rows(marks: Sequence[Extent[_Mark]], least: float) -> MarkRows[_Mark]:
    """Return the marks, in order of their starts, in at most four rows. least: how wide a gathered mark is."""
    rows, rest = _stacked(marks, MOST_ROWS)
    if not rest:
        return MarkRows(rows, ())
    rows, rest = _stacked(marks, MOST_ROWS - 1)
    return MarkRows(rows, _gathered(rest, least))


def _stacked(
    marks: Iterable[Extent[_Mark]], most: int
) -> tuple[tuple[tuple[Extent[_Mark], ...], ...], list[Extent[_Mark]]]:
    rows: list[list[Extent[_Mark]]] = []
    rest: list[Extent[_Mark]] = []
    for mark in marks:
        row = next((row for row in rows if row[-1].end <= mark.start), None)
        if row is not None:
            row.append(mark)
        elif len(rows) < most:
            rows.append([mark])
        else:
            rest.append(mark)
    return tuple(map(tuple, rows)), rest


def _gathered(marks: Iterable[Extent[_Mark]], least: float) -> tuple[tuple[Extent[_Mark], ...], ...]:
    groups: list[list[Extent[_Mark]]] = []
    for mark in marks:
        if groups and mark.start < groups[-1][0].start + least:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return tuple(map(tuple, groups))
