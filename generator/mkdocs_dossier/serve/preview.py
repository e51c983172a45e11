"""The site under `mkdocs serve`: a page is made when it is asked for, out of what the files say at that moment.

So an edit costs what it takes to read it and to make the one page that is looked at, however many pages the site has.
MkDocs still builds the pages written by hand, aside. Whatever goes wrong is said to the open pages
(`reload_state.py`), and what was good is served on.

Two locks: `_work` is held by who reads edits or lets MkDocs build, which may take seconds; the lock of `served.py` by
who looks at the present state or changes it, which takes no longer than making one page. So no request waits for a
build.
"""

from __future__ import annotations

import gc
import logging
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs_dossier.build import Snapshot
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.pages.kinds import has_page, page_title
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.read.site_settings import settings_problem
from mkdocs_dossier.serve.failures import failure, failures
from mkdocs_dossier.serve.log_capture import LogCapture
from mkdocs_dossier.serve.prerender import Prerender
from mkdocs_dossier.serve.reload_state import ReloadState
from mkdocs_dossier.serve.same_snapshot import is_same
from mkdocs_dossier.serve.served import Served
from mkdocs_dossier.serve.served_inbox import ServedInbox
from mkdocs_dossier.serve.theme_trial import spare_shell
from mkdocs_dossier.serve.watch import Watcher
from mkdocs_dossier.serve.watched_files import stamps_of, watched
from mkdocs_dossier.serve.wsgi_app import PreviewApp
from mkdocs_dossier.site_build.page_layout import PageLayout
from mkdocs_dossier.site_build.project_paths import ProjectPaths
from mkdocs_dossier.site_build.search import SearchIndex

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

PATIENCE = 0.4
"""So many seconds a request waits for what is being read or built, before what was good is served once more."""


class Preview:
    """Runs the site under `mkdocs serve`.

    Args:
        refresh: Reads what was edited, and returns the snapshot that pages are made of.
        still: Whether no edits will be followed.
    """

    def __init__(self, refresh: Callable[[], Snapshot], *, still: bool) -> None:
        self._refresh = refresh
        self.reload_state = ReloadState()
        self._work = threading.RLock()
        self._served = Served(self.reload_state, spare_shell, self._failure)
        self._inbox = ServedInbox(self._served, self.reload_state, self._failure)
        self._prerender = Prerender(self._served, self.reload_state, self._work, still=still)
        self._read = threading.Event()  # no edit is being read
        self._read.set()
        self._built = threading.Event()  # no page written by hand that somebody waits for is being built
        self._built.set()
        self._paths: ProjectPaths | None = None
        self._folders: tuple[Path, ...] = ()  # the user's own, of data, templates and the theme
        self._mount = "/"  # below which the site is served
        self._aside = ""  # in which MkDocs builds
        self._asked: Counter[str] = Counter()  # targets that somebody waits for right now
        self._looked_at = ""  # the page that was asked for last
        self._homes: set[str] = set()  # targets of pages written by hand that show figures of the collection
        self._linked: dict[str, bool] = {}  # generated pages that those written by hand lead to: whether they are there
        self._titles: dict[str, str] = {}  # of generated pages in the nav
        self._stale = False  # whether the pages written by hand are
        self._builder: Callable[[], None] | None = None
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._watcher: Watcher | None = None
        self._log_capture = LogCapture()
        logging.getLogger("mkdocs").addHandler(self._log_capture)

    # -- MkDocs' own builds --------------------------------------------------------------------

    def build_aside(self, config: MkDocsConfig, paths: ProjectPaths) -> None:
        """Let MkDocs build into a folder of its own: it empties that folder first, and the other one is being
        served.
        """
        if not self._served.folder:
            self._served.folder = config.site_dir
        self._paths, self._mount = paths, urlsplit(config.site_url or "/").path
        self._drop_aside()
        self._aside = config.site_dir = tempfile.mkdtemp(prefix="dossier_")
        self._homes.clear()
        self._linked.clear()
        self._titles.clear()

    def link(self, path: str, *, there: bool) -> None:
        """Remember that a page written by hand links to a generated one, and whether that is there."""
        self._linked[path] = there

    def has_title(self, path: str, title: str) -> None:
        """Remember the title that the nav shows for a generated page."""
        self._titles[path] = title

    def has_home(self, target: str) -> None:
        """Remember that a page written by hand shows figures of the collection, and so changes with it."""
        self._homes.add(target)

    def take_over(
        self,
        config: MkDocsConfig,
        search: SearchIndex | None,
        folders: Iterable[Path],
        problems: Iterable[Diagnostic],
        kept: Set[str],
    ) -> None:
        """Serve what MkDocs has just built in place of what it built before.

        Args:
            folders: The user's own, of data, templates and the theme.
            problems: What is wrong with what MkDocs builds from.
            kept: Files that stay as they lie.
        """
        assert self._paths is not None
        self._folders = tuple(folders)
        with self._served.lock:
            self._prerender.search = search
            self._prerender.forget()
            self._served.take(self._aside, kept)
            self._stale = False
            self._drop_aside()
            config.site_dir = self._served.folder
            self._make_first()
        if self._watcher is not None:
            self._watcher.follow(watched(config, self._folders))
        self.reload_state.say("site", (*problems, *self._log_capture.problems(self._paths)))
        self.reload_state.turn()
        self._prerender.later(self._mount)

    def _drop_aside(self) -> None:
        if self._aside:
            shutil.rmtree(self._aside, ignore_errors=True)
            self._aside = ""

    # -- the present state ---------------------------------------------------------------------

    def show(self, snapshot: Snapshot, layout: PageLayout) -> None:
        """Serve pages of `snapshot` from now on."""
        self._served.show(snapshot, layout)

    def show_nothing(self) -> None:
        """Leave every page to MkDocs, as under another theme."""
        self._served.show_nothing()

    def update(self) -> None:
        """Read what was edited, and serve it."""
        start = time.monotonic()
        with self._reading():
            layout, before = self._served.layout, self._served.snapshot
            assert layout is not None
            snapshot = self._refresh()
            # Saving without a change, or changing what is private, must not make open pages load themselves again.
            if before is not None and is_same(snapshot, before):
                return
            with self._served.lock:
                self._stale = self._stale or bool(self._homes)
                if before is None or snapshot.renderer is not before.renderer:
                    self._prerender.forget()  # another template is on every page
                self._served.show(snapshot, layout)
                # Before the lock is let go: the page that somebody looks at is the first that they get to see.
                self._make_first()
                if self._is_told_otherwise(snapshot.site):
                    self._stale = True
                    self._build_soon()
        self.reload_state.turn()
        log.info("Updated in %.2f seconds", time.monotonic() - start)

    def _is_told_otherwise(self, site: Site) -> bool:
        """Tell whether MkDocs built its pages with links or titles of generated pages that are no longer right."""
        return any(has_page(site, path) != there for path, there in self._linked.items()) or any(
            page_title(site, path) != title for path, title in self._titles.items()
        )

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._work:
            self._read.clear()
            try:
                yield
            finally:
                self._read.set()

    def make(self, url: str) -> None:
        """Bring the page or file at `url` (below the root of the site) up to date before it is served.

        If an edit is being read, the request waits for it a little. If that takes longer, the page is served as it was,
        and open pages load it again afterwards.
        """
        target = _target(url)
        if self._inbox.lies_at(target):
            self._read.wait(PATIENCE)
            self._inbox.make(target, PATIENCE)
        # Noted before waiting: who reads the edit makes this page as soon as it can be made.
        with self._served.lock:
            self._asked[target] += 1
        try:
            self._read.wait(PATIENCE)
            with self._served.lock:
                self._make(target)
                stale = self._stale and target in self._homes
                if target.endswith(".html"):
                    self._looked_at = target
            # The home page is MkDocs' to build: it is built again when somebody wants it, not at every edit.
            if stale and self._builder is not None:
                self._build_soon()
                self._built.wait(PATIENCE)
        finally:
            with self._served.lock:
                self._asked[target] -= 1
                self._asked += Counter()  # without those that nobody asks for

    def _make_first(self) -> None:
        """Make the pages that a request waits for, and the one that was asked for last: somebody is likely looking at
        it.
        """
        for target in {*self._asked, self._looked_at} - {""}:
            self._make(target)

    def _make(self, target: str) -> None:
        if not self._inbox.lies_at(target):  # that one is made without anybody holding the lock
            self._served.make(target)

    # -- the server ----------------------------------------------------------------------------

    def serve(
        self, server: LiveReloadServer, config: MkDocsConfig, folders: Iterable[Path], paths: ProjectPaths
    ) -> None:
        """Answer the server's requests, and stand between its watcher and MkDocs' builds."""
        gc.collect()
        gc.freeze()  # what was read stays; to look through it for garbage again and again takes longer than an edit
        self._paths, self._folders = paths, tuple(folders)
        self._served.folder = self._served.folder or server.root
        self._builder, server.builder = server.builder, self._rebuild
        self._prerender.follows = True
        server.set_app(PreviewApp(server, self._served.folder, self.make, self._served.media_type, self.reload_state))
        self._stamps = stamps_of(config, self._folders)
        self._watcher = Watcher(server)
        self._watcher.follow(watched(config, self._folders))
        for path in filter(None, (config.docs_dir, config.config_file_path)):
            server.unwatch(path)  # else it is noticed twice
        if self._prerender.search is None:
            self._prerender.stop()

    def _rebuild(self) -> None:
        """Read an edit of data or page templates ourselves; leave any other edit to MkDocs."""
        with self._prerender.paused(self._mount), self._work:
            config = None if self._served.layout is None else self._served.layout.config
            # One signal tells of any edit. Where no file that MkDocs builds from has changed, it was ours.
            now = self._stamps if config is None else stamps_of(config, self._folders)
            if config is not None and now == self._stamps:
                self._guarded("reading", self.update)
            else:
                self._stamps = now
                self._build()

    def _build_soon(self) -> None:
        """Let MkDocs build in another thread, so that no request waits for it."""
        with self._served.lock:
            if not self._built.is_set():  # one is on its way, and will read what is there then
                return
            self._built.clear()

        def build() -> None:
            try:
                with self._prerender.paused(self._mount), self._work:
                    if self._stale:
                        self._build()
            finally:
                self._built.set()

        threading.Thread(target=build, daemon=True).start()

    def _build(self) -> None:
        assert self._builder is not None and self._paths is not None
        builder, paths = self._builder, self._paths
        problem, before = settings_problem(paths.settings, paths.shown(paths.settings)), self._served.snapshot
        pages, homes, linked, titles = self.reload_state.pages, {*self._homes}, {**self._linked}, {**self._titles}
        self._log_capture.clear()
        if problem is not None:
            self.reload_state.say_and_log("building", (problem,))
        is_built = problem is None and self._guarded("building", builder)
        self._drop_aside()
        if not is_built:  # what lies there is of the build before
            self._homes |= homes
            self._linked = linked | self._linked
            self._titles = titles | self._titles
        # The build tells open pages itself (`take_over`), but not under another theme, nor where it fails after the
        # data was read: then they are told here.
        if self.reload_state.pages == pages and (is_built or self._served.snapshot is not before):
            self.reload_state.turn()
        if not is_built and self._served.layout is not None:
            self._guarded("reading", self.update)  # MkDocs perhaps did not come to what else was edited

    def _guarded(self, about: str, work: Callable[[], None]) -> bool:
        """Run something, and turn whatever it raises into diagnostics. Return whether it went well.

        The server must not end: every request would wait for ever. What was good is served on.
        """
        try:
            work()
        except (Exception, SystemExit) as error:
            assert self._paths is not None
            log.debug("this went wrong", exc_info=error)
            self.reload_state.say_and_log(
                about, failures(error, self._log_capture if about == "building" else None, self._paths)
            )
            return False
        self.reload_state.say_and_log(about, ())
        return True

    def _failure(self, error: BaseException) -> Diagnostic:
        assert self._paths is not None
        log.debug("this went wrong", exc_info=error)
        return failure(error, self._paths)

    def stop(self) -> None:
        self._prerender.stop()
        if self._watcher is not None:
            self._watcher.stop()
        self._drop_aside()
        logging.getLogger("mkdocs").removeHandler(self._log_capture)


def _target(url: str) -> str:
    """Return the file that is served at `url`: `actors/x/` and `actors/x` are `actors/x/index.html`."""
    last = url.rpartition("/")[2]
    if "." in last:
        return url
    return f"{url.rstrip('/')}/index.html".lstrip("/")
