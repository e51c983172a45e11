"""Serves the page on names that no record covers. No request waits for it to be complete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs_dossier.build import Snapshot
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.pages.urls import SUGGESTIONS, target_of
from mkdocs_dossier.serve.inbox import FoundSuggestions, InboxPage
from mkdocs_dossier.serve.reload_state import ReloadState
from mkdocs_dossier.serve.served import Served
from mkdocs_dossier.site_build.page_layout import page_content

if TYPE_CHECKING:
    from mkdocs_dossier.site_build.page_layout import PageLayout


class ServedInbox:
    """Makes that page of the present snapshot.

    Args:
        failure: Turns an error into a diagnostic.
    """

    def __init__(
        self, served: Served, reload_state: ReloadState, failure: Callable[[BaseException], Diagnostic]
    ) -> None:
        self._served, self._reload_state, self._failure = served, reload_state, failure
        self._page = InboxPage(self._is_ready)
        self._late = False  # whether the page says that it is on its way

    def lies_at(self, target: str) -> bool:
        """Tell whether this page lies at `target`, and no page written by hand does."""
        layout = self._served.layout
        if layout is None or SUGGESTIONS in layout.taken:
            return False
        return target == target_of(SUGGESTIONS, directories=layout.config.use_directory_urls)

    def make(self, target: str, patience: float) -> None:
        """Make the page; if the suggestions take longer than `patience` seconds, make it say that they will come."""
        served = self._served
        snapshot = served.snapshot
        if snapshot is None or served.is_fresh(target):
            return
        found = self._page.find(snapshot, patience)
        with served.lock:
            if snapshot is served.snapshot and served.layout is not None:
                self._show(snapshot, found, served.layout, target)

    def _show(self, snapshot: Snapshot, found: FoundSuggestions | None, layout: PageLayout, target: str) -> None:
        try:
            text, problem = self._page.page(snapshot, found, layout)
        except Exception as error:
            text, problem = None, self._failure(error)
        if text is not None:
            self._served.write(target, page_content(text))
        if found is not None:
            self._served.settle(target)
        self._late = found is None
        if found is None and self._page.has(snapshot):  # it came in this very moment
            self._reload_state.turn()
        if problem is not None:
            self._served.fail(target, problem)

    def _is_ready(self) -> None:
        """Let open pages that wait for the suggestions load themselves again."""
        if self._late:
            self._reload_state.turn()
