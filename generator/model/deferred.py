"""A value that is worked out when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Generic, TypeVar

T = TypeVar("T")


class Deferred(Generic[T]):
    """make: a pure function, so that nobody can tell when it is called."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make

    @cached_property
    def value(self) -> T:
        return self._make()

    def __reduce__(self) -> tuple[type[Deferred[T]], tuple[Callable[[], T]]]:
        return Deferred, (_Given(self.value),)


class _Given(Generic[T]):
    def __init__(self, value: T) -> None:
        self._value = value

    def __call__(self) -> T:
        return self._value
