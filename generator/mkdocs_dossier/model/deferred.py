"""A value that is worked out when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Deferred(Generic[T]):
    """A value that is worked out when it is first asked for.

    Args:
        make: A pure function, so that it makes no difference when it is called.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make

    @cached_property
    def value(self) -> T:
        return self._make()

    def __reduce__(self) -> tuple[type[Deferred[T]], tuple[Callable[[], T]]]:
        return Deferred, (_Given(self.value),)


class DeferredMap(Mapping[K, T]):
    """A mapping whose values are each worked out when they are first asked for.

    Args:
        keys: The keys that there are.
    """

    def __init__(self, keys: Collection[K], make: Callable[[K], T]) -> None:
        self._keys, self._make = keys, make
        self._found: dict[K, T] = {}

    def __getitem__(self, key: K) -> T:
        if key not in self._found:
            if key not in self._keys:
                raise KeyError(key)
            self._found[key] = self._make(key)
        return self._found[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class _Given(Generic[T]):
    def __init__(self, value: T) -> None:
        self._value = value

    def __call__(self) -> T:
        return self._value
