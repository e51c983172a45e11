"""The page on names that no record covers, under `mkdocs serve`: made when it is asked for, and at no edit."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from generator.build import Edition, render_alone
from generator.diagnostics import as_text
from generator.inbox import suggestions
from generator.memory import Memory
from generator.model.suggestion import Suggestion
from generator.pages.suggestions import suggestions_page

if TYPE_CHECKING:
    from generator.plugin.shell import Shell

log = logging.getLogger("mkdocs.plugins.dossier")


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

    def page(self, edition: Edition, found: tuple[Suggestion, ...], shell: Shell) -> str | None:
        """Return the HTML; None where the template fails, which is logged."""
        page = suggestions_page(edition.site, found, edition.records.actors.records)
        made, problems = render_alone(edition, page, shell.page)
        for problem in problems:
            log.error("%s", as_text(problem))
        return None if made is None else made[1]
