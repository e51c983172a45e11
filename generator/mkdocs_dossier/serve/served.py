"""The folder that `mkdocs serve` serves from. Each page is made in it when somebody asks for it, from the present
snapshot.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Set
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from mkdocs_dossier.build import Snapshot, pages_of, picture_content, render_page
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.export.registry import find_export
from mkdocs_dossier.pages.kinds import has_page, unit_at
from mkdocs_dossier.pages.moved import moved_at
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.urls import page_paths
from mkdocs_dossier.serve.reload_state import ReloadState
from mkdocs_dossier.site_build.page_layout import page_content, write_file
from mkdocs_dossier.write.built import files_below, move_files, remove_files

if TYPE_CHECKING:
    from mkdocs_dossier.site_build.page_layout import PageLayout

log = logging.getLogger("mkdocs.plugins.dossier")


class Served:
    """Keeps the present snapshot, and knows which files in the folder were made of it.

    Whoever looks at this state or changes it holds the `lock`, for no longer than it takes to make one page.

    Args:
        reload_state: Told of pages that fail.
        spare: Gives the theme to use for pages at which the user's own templates fail.
        failure: Turns an error into a diagnostic.

    `folder` is set when MkDocs says where the site lies. `snapshot` and `layout` are None where MkDocs builds every
    page. `by_hand` holds the files that MkDocs built; `touched` those that were written for a request since somebody
    emptied it.
    """

    def __init__(
        self,
        reload_state: ReloadState,
        spare: Callable[[PageLayout], PageLayout],
        failure: Callable[[BaseException], Diagnostic],
    ) -> None:
        self.lock = RLock()
        self.folder = ""
        self.snapshot: Snapshot | None = None
        self.layout: PageLayout | None = None
        self.by_hand: set[str] = set()
        self.touched: set[str] = set()
        self._reload_state, self._spare, self._failure = reload_state, spare, failure
        self._fresh: set[str] = set()  # targets made of the present state
        self._made: set[str] = set()  # targets that were ever made
        self._failed: dict[str, Diagnostic] = {}  # by target, what went wrong in making it

    def show(self, snapshot: Snapshot, layout: PageLayout) -> None:
        """Serve pages of `snapshot` from now on. Each is made again when it is next asked for."""
        with self.lock:
            self.snapshot, self.layout = snapshot, layout
            self._fresh.clear()
            self._failed.clear()
        self._reload_state.say("data", snapshot.problems)
        self._reload_state.say("pages", ())

    def show_nothing(self) -> None:
        """Leave every page to MkDocs, as under another theme."""
        with self.lock:
            self.snapshot = self.layout = None

    def take(self, aside: str, kept: Set[str]) -> None:
        """Move what MkDocs has built aside into the folder, in place of what it built before. Files in `kept` stay as
        they lie.
        """
        stay = self.by_hand & kept
        built = files_below(aside)
        gone = self.by_hand - built - stay
        remove_files(self.folder, gone)
        move_files(aside, self.folder, built - stay)
        self.by_hand = built | stay
        # Whoever asked between two builds got a generated page in the place of one by hand: it was removed with that.
        self._fresh -= built | gone

    def make(self, target: str) -> None:
        """Bring a page or file up to date, if it is not."""
        if target in self._fresh or self.snapshot is None or self.layout is None:
            return
        # Where nothing belongs any more, only a file that was made here is removed.
        found, problem = self._found(self.snapshot, self.layout, target)
        if found is not None:
            self.write(target, found)
            self.touched.add(target)
        elif problem is None and target in self._made and target not in self.by_hand:
            Path(self.folder, target).unlink(missing_ok=True)
            self._made.discard(target)
        self._fresh.add(target)
        if problem is not None:
            self.fail(target, problem)

    def put(self, target: str, text: str | None) -> None:
        """Take over a page that was made in the background; None if it is the same as the one that lies there."""
        if target not in self._fresh and (text is not None or target in self._made):
            if text is not None:
                self.write(target, page_content(text))
            self._fresh.add(target)

    def write(self, target: str, content: bytes) -> None:
        """Write a file in one step: it may be served at this moment."""
        write_file(self.folder, f"{target}.part", content)
        os.replace(f"{self.folder}/{target}.part", f"{self.folder}/{target}")
        self._made.add(target)

    def media_type(self, target: str) -> str | None:
        """Return the media type of an export; None for any other file, whose name tells it."""
        with self.lock:
            export = None if self.snapshot is None else find_export(SiteView(self.snapshot.site), target)
        return None if export is None else export.media_type

    def is_fresh(self, target: str) -> bool:
        """Tell whether the file was made of the present snapshot."""
        return target in self._fresh

    def settle(self, target: str) -> None:
        """Note that the file was made of the present snapshot."""
        self._fresh.add(target)

    def fail(self, target: str, problem: Diagnostic) -> None:
        """Tell open pages what went wrong in making one of them."""
        self._failed[target] = problem
        self._reload_state.say_and_log("pages", self._failed.values())

    def _found(self, snapshot: Snapshot, layout: PageLayout, target: str) -> tuple[bytes | None, Diagnostic | None]:
        """Return what belongs at a place of the site (an export, a picture, a page), and what went wrong in making it.

        If something went wrong, the file stays as it is; if there is none yet, the package's own theme is tried.
        """
        try:
            return _made_of(snapshot, layout, target)
        except Exception as error:
            problem = self._failure(error)
        if target in self._made:  # the last good page says more than one in another theme
            return None, problem
        try:
            return _made_of(snapshot, self._spare(layout), target)[0], problem
        except Exception:
            log.debug("of '%s' by the theme's own templates", target, exc_info=True)
            return None, problem


def _made_of(snapshot: Snapshot, layout: PageLayout, target: str) -> tuple[bytes | None, Diagnostic | None]:
    view = SiteView(snapshot.site)
    export = find_export(view, target)
    if export is not None:
        return export.content(view, target), None
    there = partial(has_page, snapshot.site)
    for path in page_paths(target, directories=layout.config.use_directory_urls):
        if path in layout.taken:
            continue
        unit = unit_at(snapshot.site, path)
        page = None if unit is None else next((one for one in pages_of(unit, snapshot) if one.path == path), None)
        markdown, problem = (None, None) if page is None else render_page(page, snapshot, built_in=True)
        if page is not None and markdown is not None:
            return page_content(layout.page(page, markdown)[1]), None if problem in snapshot.problems else problem
        moved = moved_at(snapshot.site.moved, path, there)
        if moved is not None:
            return page_content(layout.moved(moved, snapshot.site.words)[1]), None
    return picture_content(snapshot, target), None
