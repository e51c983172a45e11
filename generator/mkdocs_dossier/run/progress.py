"""How far long work is. A stage tells whoever calls it, through a function that it is given, perhaps `silent`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Takes what is being done, how many are done, and of how many; 0 where nobody knows."""


def silent(doing: str, done: int, total: int) -> None:
    """For work that nobody watches."""


def counted(items: Iterable[T], doing: str, total: int, progress: Progress) -> Iterable[T]:
    """Return the items; `progress` is told of each that has been worked on."""
    return items if progress is silent else _counted(items, doing, total, progress)


def _counted(items: Iterable[T], doing: str, total: int, progress: Progress) -> Iterator[T]:
    progress(doing, 0, total)
    for number, item in enumerate(items, 1):
        yield item
        progress(doing, number, total)
