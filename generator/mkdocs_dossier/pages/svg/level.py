"""How much is much: counts as the levels 1 to 5 (0 for nothing) of calendars and shaded maps."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

HIGHEST = 5

_Key = TypeVar("_Key", bound=Hashable)


def levels(counts: Mapping[_Key, int]) -> dict[_Key, int]:
    """Return the level of each count, 0 to 5, in the order of `counts`.

    Nothing is 0, the highest count 5; between them it is the order of the different counts that says the level, so that
    neither one busy day nor many alike make all others look the same.
    """
    ranked = sorted({number for number in counts.values() if number > 0})
    steps = max(1, len(ranked) - 1)
    level = {number: HIGHEST - (HIGHEST - 1) * (len(ranked) - 1 - at) // steps for at, number in enumerate(ranked)}
    return {key: level.get(number, 0) for key, number in counts.items()}
