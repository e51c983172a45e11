"""Tells the open pages of a running `mkdocs serve` that there is something new, and what is to be fixed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable

from mkdocs_dossier.diagnostics import Diagnostic, as_text, in_order

log = logging.getLogger("mkdocs.plugins.dossier")


class ReloadState:
    """Holds what is served now, as far as open pages need to know. Any thread may ask and tell at any time."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._run = f"{time.time_ns():x}"  # a page of another run is none of this one
        self._pages = self._said = 0
        self._problems: dict[str, tuple[Diagnostic, ...]] = {}

    @property
    def pages(self) -> str:
        """A text that changes whenever other pages are served. An open page that knows an older one loads itself
        again.
        """
        return f"{self._run}-{self._pages}"

    @property
    def state(self) -> str:
        """A text that changes whenever other pages are served or something else is to be fixed."""
        return f"{self.pages}-{self._said}"

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All that is to be fixed, in order."""
        with self._changed:
            return in_order(problem for some in self._problems.values() for problem in some)

    def say(self, about: str, problems: Iterable[Diagnostic]) -> None:
        """Replace what is wrong in one part of the work (`data`, `pages`, `building` …)."""
        said = in_order(problems)
        with self._changed:
            if self._problems.get(about, ()) != said:
                self._problems[about] = said
                self._said += 1
                self._changed.notify_all()

    def say_and_log(self, about: str, problems: Iterable[Diagnostic]) -> None:
        """Do the same, and log what is new in it, where nobody else does."""
        said, known = in_order(problems), self.problems
        for problem in said:
            if problem not in known:
                log.error("%s", as_text(problem))
        self.say(about, said)

    def turn(self) -> None:
        """Tell open pages to load themselves again: something else is served from now on."""
        with self._changed:
            self._pages += 1
            self._changed.notify_all()

    def wait(self, state: str, seconds: float) -> None:
        """Wait until the state is no longer `state`, or for so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state != state, timeout=seconds)
