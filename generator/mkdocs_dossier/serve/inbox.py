"""Makes the page on names that no record covers, under `mkdocs serve`: when somebody asks for it, and not at each
edit.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs_dossier.build import Snapshot, render_page
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.inbox import Suggested, suggested
from mkdocs_dossier.model.suggestion import Suggestion
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.suggestions import suggestions_page

if TYPE_CHECKING:
    from mkdocs_dossier.site_build.page_layout import PageLayout

log = logging.getLogger("mkdocs.plugins.dossier")

FoundSuggestions = tuple[Suggestion, ...]


class InboxPage:
    """Looks for names in a thread of its own, and keeps what it found in articles that do not change.

    Args:
        ready: Called when the suggestions are there that a request did not wait for.
    """

    def __init__(self, ready: Callable[[], None]) -> None:
        self._ready = ready
        self._latest: Suggested | None = None
        self._lock = threading.Lock()
        self._wanted: Snapshot | None = None  # which somebody asked for last
        self._found: tuple[Snapshot, FoundSuggestions] | None = None
        self._done = threading.Event()
        self._worker: threading.Thread | None = None

    def find(self, snapshot: Snapshot, patience: float) -> FoundSuggestions | None:
        """Return the suggestions; None if they are not there within `patience` seconds."""
        with self._lock:
            if self._found is not None and self._found[0] is snapshot:
                return self._found[1]
            self._wanted = snapshot
            self._done.clear()
            if self._worker is None:
                self._worker = threading.Thread(target=self._look, daemon=True)
                self._worker.start()
        in_time = self._done.wait(patience)
        with self._lock:
            return self._found[1] if in_time and self._found is not None and self._found[0] is snapshot else None

    def has(self, snapshot: Snapshot) -> bool:
        """Tell whether the suggestions for this snapshot are there."""
        with self._lock:
            return self._found is not None and self._found[0] is snapshot

    def _look(self) -> None:
        """Work until the suggestions are there for the snapshot that was asked for last."""
        while True:
            with self._lock:
                snapshot = self._wanted
            assert snapshot is not None
            try:
                self._latest = suggested(snapshot.site.index.corpus, snapshot.records, self._latest)
                found = self._latest.suggestions
            except Exception as error:
                log.error("names that no record covers: %s: %s", type(error).__name__, error)
                found = ()
            with self._lock:
                self._found = snapshot, found
                if self._wanted is snapshot:
                    self._worker = None
                    self._done.set()
                    break
        self._ready()

    def page(
        self, snapshot: Snapshot, found: FoundSuggestions | None, layout: PageLayout
    ) -> tuple[str | None, Diagnostic | None]:
        """Return the HTML, None if its template fails, and what is wrong with the template."""
        page = suggestions_page(SiteView(snapshot.site), found, snapshot.records.actors.records)
        markdown, problem = render_page(page, snapshot)
        return (None if markdown is None else layout.page(page, markdown)[1]), problem


def has_same_names(one: Snapshot, other: Snapshot) -> bool:
    """Tell whether two snapshots cover and mute the same names. Private records count: this page alone tells of
    them.
    """
    mine, others = one.records.actors.records, other.records.actors.records
    return (
        one.records.muted == other.records.muted
        and mine.keys() == others.keys()
        and all(others[id] is actor for id, actor in mine.items())
    )
