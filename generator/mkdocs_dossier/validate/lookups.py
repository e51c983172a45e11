"""Remembers, from run to run, what took long to look up for a message: the name that was perhaps meant, or the passage
that comes nearest to a quote.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Lookups:
    """The lookups of one run.

    Args:
        before: The lookups of the last run. One is not made again if what it looks for, and what it looks in, are the
            same.
    """

    def __init__(self, before: Lookups | None = None) -> None:
        self._before: dict[Hashable, tuple[object, Any]] = {} if before is None else before._now
        self._now: dict[Hashable, tuple[object, Any]] = {}

    def find(self, key: Hashable, among: object, look: Callable[[], T]) -> T:
        """Return what `look` finds.

        Args:
            key: What is looked for.
            among: In what: the very same object as the last time, or it is looked for again.
        """
        known = self._now.get(key) or self._before.get(key)
        if known is None or known[0] is not among:
            known = (among, look())
        self._now[key] = known
        found: T = known[1]
        return found
