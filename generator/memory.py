"""What the last run worked out, so that the next one works out only what changed.

`build.py` keeps one between the builds of `mkdocs serve` and hands it to the stages. A stage stays a function of its
inputs: with a fresh memory it gives the same result, only later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """Results by slot. What a run does not ask for is forgotten when the next but one begins."""

    def __init__(self) -> None:
        self._before: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._now: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def begin(self) -> None:
        """Begin a run."""
        self._before, self._now = self._now, {}

    def recall(self, slot: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what `slot` held if it was made of these very objects, else make it anew.

        The inputs are compared by identity, which takes no time however large they are; so they must be frozen.
        """
        known = self._now.get(slot) or self._before.get(slot)
        if known is None or not _same(known[0], inputs):
            known = (inputs, make())
        self._now[slot] = known
        result: T = known[1]
        return result

    def settle(self, slot: Hashable, value: T) -> T:
        """Return what `slot` held if it equals `value`, so that what was made of it need not be made again."""
        known = self._now.get(slot) or self._before.get(slot)
        if known is None or known[1] != value:
            known = ((), value)
        self._now[slot] = known
        result: T = known[1]
        return result

    def keep(self, slot: Hashable, value: object) -> None:
        """Let `slot` hold `value`."""
        self._now[slot] = ((), value)

    def last(self, slot: Hashable) -> Any:
        """Return what `slot` holds, or None: for what is worked out from its own last state."""
        known = self._now.get(slot) or self._before.get(slot)
        return None if known is None else known[1]


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
