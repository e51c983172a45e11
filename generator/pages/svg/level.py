"""How much is much: counts as the levels 1 to 5 (0 for nothing) of calendars and shaded maps."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

HIGHEST = 5

_Key = TypeVar("_Key", bound=Hashable)


def levels(counts: Mapping[_Key, int]) -> dict[_Key, int]:
    """Return the level of each count, 0 to 5, in the order of `counts`.

    Nothing is 0, the highest count 5, and between them each level stands for a like factor (logarithms): a single
    busy day does not make all others look alike.
    """
    most = max(counts.values(), default=0)
    return {key: _level(number, most) for key, number in counts.items()}


def _level(number: int, most: int) -> int:
    """1 + 4 * log(number) / log(most), rounded down; in integers, so that it is the same everywhere."""
    if number <= 0:
        return 0
    return HIGHEST - next(step for step in range(HIGHEST) if number ** (HIGHEST - 1) >= most ** (HIGHEST - 1 - step))
