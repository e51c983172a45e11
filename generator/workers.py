"""Runs the pure, heavy parts of a build in batches: in this process, in others, or on a cluster.

The same function over the same batches gives the same results wherever it runs; they come back in the order of the
batches. What every batch needs (`shared`) reaches a forked process by itself, any other one once, pickled.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from importlib import import_module
from typing import Any, TypeVar

S = TypeVar("S")
B = TypeVar("B")
R = TypeVar("R")


class WorkersError(Exception):
    """The executor that was asked for is not there, or it ended before its work was done."""


def is_executor(text: str) -> bool:
    """Whether `text` names an executor: `auto`, `serial`, `process`, `process:4`, `module:function`."""
    name, colon, rest = text.partition(":")
    if name in ("auto", "serial"):
        return not colon
    if name == "process":
        return not colon or (rest.isascii() and rest.isdigit() and int(rest) > 0)
    return bool(colon) and all(part.isidentifier() for part in (*name.split("."), *rest.split(".")))


def forks(executor: str) -> bool:
    """Whether the workers are this process itself or copies of it, with its files and with values of any kind."""
    return executor == "serial" or (executor.startswith("process") and _can_fork())


def chosen(executor: str, batches: int) -> str:
    """Return what `auto` stands for: processes where there are several cores and enough to do for them."""
    if executor != "auto":
        return executor
    return "process" if batches > 2 and _cores() > 1 and _can_fork() else "serial"


def run_batches(executor: str, function: Callable[[S, B], R], shared: S, batches: Sequence[B]) -> Iterator[R]:
    """Yield `function(shared, batch)` for each batch, in order. function: of a module. Raises `WorkersError`."""
    executor = chosen(executor, len(batches))
    if executor == "serial":
        yield from (function(shared, batch) for batch in batches)
    elif executor.startswith("process"):
        yield from _in_processes(int(executor.partition(":")[2] or _cores()), function, shared, batches)
    else:
        yield from _elsewhere(_executor(executor), function, shared, batches)


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
    except (OSError, RuntimeError) as error:
        # RuntimeError: a pool whose process was ended is broken.
        for future in futures:
            future.cancel()
        raise WorkersError(f"a worker process ended before its work was done: {error}") from error


# -- any executor ------------------------------------------------------------------------------


def _executor(name: str) -> Executor:
    module, _, function = name.partition(":")
    try:
        made = getattr(import_module(module), function)()
    except (ImportError, AttributeError) as error:
        raise WorkersError(f"the executor '{name}' cannot be had: {error}") from error
    if not callable(getattr(made, "submit", None)):
        raise WorkersError(f"'{name}' gives no executor: what it returns has no 'submit'")
    result: Executor = made
    return result


def _elsewhere(pool: Executor, function: Callable[[S, B], R], shared: S, batches: Sequence[B]) -> Iterator[R]:
    content = pickle.dumps(shared, protocol=pickle.HIGHEST_PROTOCOL)
    key = sha256(content).hexdigest()
    with pool:
        yield from _in_order([pool.submit(_call_with, function, key, content, batch) for batch in batches])


def _call_with(function: Callable[[S, B], R], key: str, content: bytes, batch: B) -> R:
    if key not in _unpickled:
        _unpickled.clear()
        _unpickled[key] = pickle.loads(content)  # noqa: S301 - from the process that asked for the work
    return function(_unpickled[key], batch)


_unpickled: dict[str, Any] = {}
"""In a worker elsewhere: what all batches share, by its hash, so that only the first one unpickles it."""
