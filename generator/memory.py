"""What the last run worked out, so that the next one works out only what changed.

`build.py` keeps one between the builds of `mkdocs serve` and hands it to the stages. A stage stays a function of its
inputs: with a fresh memory it gives the same result, only later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


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

    def renew(self, slot: Hashable, inputs: tuple[object, ...], make: Callable[[T | None], T]) -> T:
        """As `recall`; but `make` is given what `slot` held, to take from it what is still right."""
        before: T | None = self.last(slot)
        return self.recall(slot, inputs, lambda: make(before))

    def each(self, slot: Hashable, items: Mapping[K, V], make: Callable[[V], T]) -> Mapping[K, T]:
        """Return what `make` makes of each item. What it made of the very same item the last time is taken again.

        The mapping is the last one itself if it equals that. So results must be such that equal ones are as good: two
        times of day are equal though they are told in different zones.
        """
        known: tuple[Mapping[K, V], Mapping[K, T]] = self.last(slot) or ({}, {})
        before, made = known
        if before is not items:
            result = remade(items, before, made, make)
            known = items, made if list(result) == list(made) and result == made else result
        return self.keep(slot, known)[1]

    def keep(self, slot: Hashable, value: T) -> T:
        """Hold `value` in `slot`: for what `last` is asked for in the next run."""
        self._now[slot] = ((), value)
        return value

    def last(self, slot: Hashable) -> Any:
        """Return what `slot` holds, or None: for what is worked out from its own last state."""
        known = self._now.get(slot) or self._before.get(slot)
        return None if known is None else known[1]


def remade(items: Mapping[K, V], before: Mapping[K, V], made: Mapping[K, T], make: Callable[[V], T]) -> Mapping[K, T]:
    """Return what `make` makes of each item; what it `made` of the very same item `before` is taken again."""
    if list(items) != list(before):
        return {k: made[k] if before.get(k) is item else make(item) for k, item in items.items()}
    pairs = zip(items.items(), before.values(), strict=True)
    return {**made, **{k: make(item) for (k, item), old in pairs if item is not old}}


def settled(before: Mapping[K, V] | None, now: Mapping[K, V]) -> Mapping[K, V]:
    """Return `before` if it has the same keys as `now`, in the same order, and the very same values."""
    if before is None or list(before) != list(now) or not all(map(is_, before.values(), now.values())):
        return now
    return before


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
