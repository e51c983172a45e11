"""The page on names that no record covers, under `mkdocs serve`: made when it is asked for, and at no edit."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from generator.build import Edition, render_alone
from generator.diagnostics import Diagnostic
from generator.inbox import suggestions
from generator.memory import Memory
from generator.model.suggestion import Suggestion
from generator.pages.suggestions import suggestions_page

if TYPE_CHECKING:
    from generator.plugin.shell import Shell


class InboxPage:
    """Remembers what it found in articles that do not change, for the next time that somebody asks."""

    def __init__(self) -> None:
        self._memory = Memory()
        self._lock = threading.Lock()
        self._last: tuple[Edition, tuple[Suggestion, ...]] | None = None

    def find(self, edition: Edition) -> tuple[Suggestion, ...]:
        """Return the suggestions. It may take seconds the first time: call it where nobody waits for an edit."""
        with self._lock:
            if self._last is None or self._last[0] is not edition:
                self._memory.begin()
                found = suggestions(edition.site.index.corpus, edition.records, self._memory)
                self._last = edition, found
            return self._last[1]

    def page(
        self, edition: Edition, found: tuple[Suggestion, ...], shell: Shell
    ) -> tuple[str | None, Diagnostic | None]:
        """Return the HTML, and what is wrong with its template; None where nothing comes of that."""
        page = suggestions_page(edition.site, found, edition.records.actors.records)
        made, problem = render_alone(edition, page, shell.page)
        return (None if made is None else made[1]), problem


def has_same_names(one: Edition, other: Edition) -> bool:
    """Whether the records cover and mute the same names: private ones too, of which no other page tells."""
    mine, others = one.records.actors.records, other.records.actors.records
    return (
        one.records.muted == other.records.muted
        and mine.keys() == others.keys()
        and all(others[id] is actor for id, actor in mine.items())
    )
