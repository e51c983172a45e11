"""Shows on a terminal how far long work is, on one line that is gone when the work is done.

    with progress_bar() as progress:
        check(options, progress)

In a pipe, under CI and on a terminal that knows no better there is none. A thread of its own draws it, so that it comes
also where a step takes long, and the work itself only ever sets a value.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from mkdocs_dossier.run.progress import Progress, silent

PATIENCE = 1.0
"""Seconds before anything is shown: most work is done by then."""

_PACE = 0.1
_CELLS = 24
_CLEAR = "\r\x1b[2K"

_State = tuple[str, int, int]


def is_watched(environment: Mapping[str, str]) -> bool:
    """Tell whether somebody looks at a terminal on which a line can be drawn again and again."""
    if environment.get("CI", "") not in ("", "0", "false") or environment.get("TERM") == "dumb":
        return False
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function to tell the progress to; what it is told is shown, if it takes long and somebody watches."""
    if not is_watched(os.environ):
        yield silent
        return
    bar = _Bar(sys.stderr.fileno())
    try:
        yield bar.take
    finally:
        bar.end()


class _Bar:
    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._state: _State | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)
        self._thread.start()

    def take(self, doing: str, done: int, total: int) -> None:
        self._state = doing, done, total

    def end(self) -> None:
        """Let nothing remain of it."""
        self._over.set()
        self._thread.join()

    def _draw(self) -> None:
        shown, wait = "", PATIENCE
        while not self._over.wait(wait):
            wait = _PACE
            line = "" if self._state is None else bar_line(*self._state, width=_columns(self._terminal) - 1)
            if line != shown:
                self._write(_CLEAR + line)
                shown = line
        if shown:
            self._write(_CLEAR)

    def _write(self, text: str) -> None:
        # Without the lock of a stream: worker processes that are made meanwhile would find it taken for ever.
        try:
            os.write(self._terminal, text.encode("ascii", "replace"))
        except OSError:  # the terminal was closed
            self._over.set()


def bar_line(doing: str, done: int, total: int, *, width: int) -> str:
    """`linking articles [######------] 1,250 of 4,331`, in at most `width` cells."""
    if not total:
        return f"{doing} {done:,}"[:width] if done else doing[:width]
    done = min(done, total)
    full = _CELLS * done // total
    counts = f"{done:,} of {total:,}"
    line = f"{doing} [{'#' * full}{'-' * (_CELLS - full)}] {counts}"
    return line if len(line) <= width else f"{doing} {counts}"[:width]


def _columns(terminal: int) -> int:
    try:
        return os.get_terminal_size(terminal).columns or 80
    except OSError:
        return 80
