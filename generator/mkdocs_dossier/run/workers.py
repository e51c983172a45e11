"""Runs the pure, heavy parts of a build in batches: in this process, in others, or on a cluster.

The same function over the same batches gives the same results wherever it runs; they come back in the order of the
batches. What every batch needs (`shared`) reaches a forked process by itself; to any other it goes pickled, with each
batch, and is unpickled once.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from importlib import import_module
from threading import Lock, Thread
from typing import Any, TypeVar

S = TypeVar("S")
B = TypeVar("B")
R = TypeVar("R")


class WorkersError(Exception):
    """The executor that was asked for is not there, or it ended before its work was done."""


def forks(executor: str) -> bool:
    """Tell whether the workers are this process itself or copies of it, with its files and with values of any kind."""
    return executor in ("auto", "serial") or (executor.startswith("process") and _can_fork())


def chosen(executor: str, batches: int) -> str:
    """Return what `auto` stands for: processes where there are several cores and enough to do for them."""
    if executor != "auto":
        return executor
    return "process" if batches > 2 and _cores() > 1 and _can_fork() else "serial"


def run_batches(executor: str, function: Callable[[S, B], R], shared: S, batches: Sequence[B]) -> Iterator[R]:
    """Yield `function(shared, batch)` for each batch, in order.

    Args:
        function: A function of a module, so that another process finds it by name.
    """
    executor = chosen(executor, len(batches))
    if executor == "serial" or not batches:
        yield from (function(shared, batch) for batch in batches)
    elif executor.startswith("process"):
        yield from _in_processes(int(executor.partition(":")[2] or _cores()), function, shared, batches)
    else:
        yield from _elsewhere(executor, function, shared, batches)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    # macOS has it, but its own libraries do not bear it.
    return "fork" in multiprocessing.get_all_start_methods() and os.uname().sysname != "Darwin"


# -- processes of this machine -----------------------------------------------------------------

_taken: list[Any] = []
"""In a worker process: what all of its batches share. Set once, before the first."""


def _take(shared: Any) -> None:
    _taken[:] = [shared]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the process is gone that asked for its work: it would wait for more of it for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(function: Callable[[S, B], R], batch: B) -> R:
    return function(_taken[0], batch)


def _in_processes(number: int, function: Callable[[S, B], R], shared: S, batches: Sequence[B]) -> Iterator[R]:
    context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    with ProcessPoolExecutor(min(number, len(batches)), context, _take, (shared,)) as pool:
        yield from _in_order([pool.submit(_call, function, batch) for batch in batches])


def _in_order(futures: Sequence[Future[R]]) -> Iterator[R]:
    try:
        for future in futures:
            yield future.result()
    except (OSError, BrokenExecutor) as error:
        _cancel(futures)
        raise WorkersError(f"a worker process ended before its work was done: {error}") from error


def _cancel(futures: Sequence[Future[R]]) -> None:
    for future in futures:
        future.cancel()


# -- any executor ------------------------------------------------------------------------------


def _executor(name: str) -> Executor:
    module, _, function = name.partition(":")
    try:
        made = getattr(import_module(module), function)()
    except Exception as error:  # it is the user's own, and may ask other machines
        raise WorkersError(f"the executor '{name}' cannot be had: {_said(error)}") from error
    if not callable(getattr(made, "submit", None)):
        raise WorkersError(f"'{name}' gives no executor: what it returns has no 'submit'")
    result: Executor = made
    return result


def _elsewhere(name: str, function: Callable[[S, B], R], shared: S, batches: Sequence[B]) -> Iterator[R]:
    pool = _executor(name)
    content = pickle.dumps(shared, protocol=pickle.HIGHEST_PROTOCOL)
    key = sha256(content).hexdigest()
    futures: list[Future[R]] = []
    try:
        with pool:
            futures += [pool.submit(_call_with, function, key, content, batch) for batch in batches]
            for future in futures:
                yield future.result()
    except Exception as error:  # each executor has errors of its own for workers that are gone
        _cancel(futures)
        raise WorkersError(f"the executor '{name}' did not do its work: {_said(error)}") from error


def _said(error: Exception) -> str:
    """Return what an error says, in one line."""
    first = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__


def _call_with(function: Callable[[S, B], R], key: str, content: bytes, batch: B) -> R:
    with _unpickling:
        if key not in _unpickled:
            _unpickled.clear()
            _unpickled[key] = pickle.loads(content)  # noqa: S301 - from the process that asked for the work
        shared = _unpickled[key]
    return function(shared, batch)


_unpickling = Lock()
_unpickled: dict[str, Any] = {}
"""In a worker elsewhere: what all batches share, by its hash, so that only the first one unpickles it."""
