"""Executors for `executor: tests.executors:NAME`: such as a user's own module may give, good ones and bad ones."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from distributed import Client


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def spawned() -> Executor:
    """Processes that begin with nothing, as on macOS and Windows."""
    return ProcessPoolExecutor(2, get_context("spawn"))


def dask_cluster() -> Executor:
    """A Dask cluster of two processes on this machine."""
    executor: Executor = _client().get_executor()
    return executor


@cache  # it is asked for once to link articles, and once more to make pages
def _client() -> Client:
    from distributed import Client, LocalCluster

    return Client(LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None))


def dying() -> Executor:
    return _Dying(2)


class _Dying(ProcessPoolExecutor):
    """Its workers end at the first thing that they are given to do."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return super().submit(os._exit, 1)


def unreachable() -> Executor:
    raise ConnectionRefusedError("scheduler.example.org:8786 does not answer\nnor does anybody else")


def nothing() -> None:
    """Forget to return the executor."""
