"""Makes the pages that nobody has asked for yet, and then the full-text index, while nobody edits under `mkdocs
serve`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_dossier.build import Snapshot
from mkdocs_dossier.serve.banner import banner
from mkdocs_dossier.serve.reload_state import ReloadState
from mkdocs_dossier.serve.served import Served
from mkdocs_dossier.serve.unmade_pages import Interrupted, rest_of_site
from mkdocs_dossier.serve.wsgi_app import OWN, own_file, still_part, with_part
from mkdocs_dossier.site_build.build_manifest import LastPages
from mkdocs_dossier.site_build.page_layout import write_page
from mkdocs_dossier.site_build.search import SearchIndex
from mkdocs_dossier.write.built import files_below

if TYPE_CHECKING:
    from threading import RLock

    from mkdocs_dossier.site_build.page_layout import PageLayout

QUIET = 3.0
"""So many seconds after the last edit the rest of the site is made."""

AT_ONCE = 0.5
"""So many where no edit is awaited."""


class Prerender:
    """Fills the served folder in the background, one page at a time.

    Args:
        work: The lock of whoever reads edits or lets MkDocs build.
        still: Whether there will be no edits at all, so that everything is made before the first request.

    `follows` tells whether edits are followed; if not, pages are served as they lie. `search` is None if no index is
    wanted.
    """

    def __init__(self, served: Served, reload_state: ReloadState, work: RLock, *, still: bool) -> None:
        self.search: SearchIndex | None = None
        self.follows = False
        self._served, self._reload_state, self._work, self._still = served, reload_state, work, still
        self._stop = threading.Event()
        self._rest: LastPages | None = None  # what all pages are made of that lie there, but for those touched since

    def forget(self) -> None:
        """Forget what the pages were made of, so that all of them are made again: the theme or a page template
        changed.
        """
        self._rest = None

    def stop(self) -> None:
        self._stop.set()

    @contextmanager
    def paused(self, mount: str) -> Iterator[None]:
        """Make no pages while the block runs.

        Threads take turns in Python: the one that reads an edit would lose its turn at each file, and the edit would
        wait for pages that nobody looks at.
        """
        self.stop()
        try:
            yield
        finally:
            self.later(mount)

    def later(self, mount: str) -> None:
        """Start again once nobody has edited for a while. `mount` is the path below which the site is served."""
        # A new event for each start: the thread of the last one keeps its own, which stays set.
        self._stop.set()
        self._stop = stop = threading.Event()
        if self._still:
            self._fill(stop, mount)
        elif self.search is not None or not self.follows:
            threading.Thread(target=self._fill, args=(stop, mount), daemon=True).start()

    def _fill(self, stop: threading.Event, mount: str) -> None:
        if not self._still and stop.wait(QUIET if self.follows else AT_ONCE):
            return
        with self._served.lock:
            snapshot, layout, before = self._served.snapshot, self._served.layout, self._rest
        if snapshot is not None and layout is not None:
            with suppress(Interrupted):
                self._fill_with(snapshot, layout, before, stop)
        if not self.follows:
            self._show_for_good(mount)
        if self.search is not None and not stop.is_set():
            self.search.make(self._served.folder)

    def _fill_with(
        self, snapshot: Snapshot, layout: PageLayout, before: LastPages | None, stop: threading.Event
    ) -> None:
        served = self._served
        # Wait for whoever reads an edit, and then look whether the work is still of use.
        with self._work, served.lock:
            if snapshot is not served.snapshot or stop.is_set():
                return
        pages = rest_of_site(snapshot, layout, before, frozenset(served.touched), stop.is_set)
        while not stop.is_set():
            with served.lock:  # for one page at a time: whoever asks for another comes first
                if snapshot is not served.snapshot:
                    return
                try:
                    served.put(*next(pages))
                except StopIteration as done:
                    self._rest = done.value
                    served.touched.clear()
                    break

    def _show_for_good(self, mount: str) -> None:
        """Write the banner into every page: pages that are served as they lie cannot ask for it."""
        shown = banner(self._reload_state.problems)
        if shown:
            part, folder = still_part(mount, shown), self._served.folder
            for path in files_below(folder):
                if path.endswith(".html"):
                    file = Path(folder, path)
                    file.write_bytes(with_part(file.read_bytes(), part))
            write_page(folder, f"{OWN}banner.css", own_file("banner.css").read_text(encoding="utf-8"))
