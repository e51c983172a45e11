"""The site under `mkdocs serve`: a page is made when it is asked for, out of what the files say at that moment.

So an edit costs what it takes to read it and to make the one page that is looked at, however many pages the site has.
MkDocs still builds the pages written by hand, aside, and goes on serving the folder that it always served.
"""

from __future__ import annotations

import gc
import logging
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.build import Edition, picture_content, render_page
from generator.export.data_files import data_file
from generator.pages.all import unit_at
from generator.pages.urls import DATA_FILES, page_paths
from generator.plugin.last_build import LastPages
from generator.plugin.rest import rest_of_site
from generator.plugin.search import SearchIndex
from generator.plugin.shell import Shell, page_content, write_file, write_page
from generator.plugin.watch import Watcher, stamps
from generator.write.built import files_below, move_files, remove_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

QUIET = 3.0
"""So many seconds after the last edit the rest of the site is made, for the full-text index."""


class Preview:
    """refresh: reads what was edited. sources: tells what stands in each article's file, as `source_digests` does."""

    def __init__(self, refresh: Callable[[MkDocsConfig], Edition], sources: Callable[[], Mapping[str, str]]) -> None:
        self._refresh, self._sources = refresh, sources
        self._lock = threading.RLock()
        self._edition: Edition | None = None
        self._shell: Shell | None = None
        self._folder = ""  # from which MkDocs serves
        self._aside = ""  # in which it builds
        self._fresh: set[str] = set()  # targets made of the present state
        self._made: set[str] = set()  # targets that were ever made
        self._by_hand: set[str] = set()  # targets that MkDocs built
        self._asked: Counter[str] = Counter()  # targets that somebody waits for right now
        self._looked_at = ""  # the page that was asked for last
        self._home = False  # whether a page written by hand shows figures of the collection
        self._stale = False  # whether the pages written by hand are
        self._builder: Callable[[], None] | None = None
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._watcher: Watcher | None = None
        self._search: SearchIndex | None = None
        self._filling: threading.Event = threading.Event()
        self._rest: LastPages | None = None  # what all pages that lie there are made of, but for
        self._touched: set[str] = set()  # those that were asked for since

    # -- MkDocs' own builds --------------------------------------------------------------------

    def build_aside(self, config: MkDocsConfig) -> None:
        """Let MkDocs build into a folder of its own: it empties the folder first, and pages are being served."""
        if not self._folder:
            self._folder = config.site_dir
        self._aside = config.site_dir = tempfile.mkdtemp(prefix="dossier_")
        self._home = False

    def has_home(self) -> None:
        """A page written by hand shows figures of the collection, so that it changes with it."""
        self._home = True

    def take_over(self, config: MkDocsConfig, search: SearchIndex | None) -> None:
        """Put what MkDocs has built in the place of what it built before."""
        with self._lock:
            self._search, self._rest = search, None
            built = files_below(self._aside)
            remove_files(self._folder, self._by_hand - built)
            move_files(self._aside, self._folder, built)
            self._by_hand = built
            self._stale = False
            shutil.rmtree(self._aside, ignore_errors=True)
            config.site_dir = self._folder
            self._fresh -= built
            self._make_first()
        self._fill_later()

    # -- the present state ---------------------------------------------------------------------

    def show(self, edition: Edition, shell: Shell) -> None:
        """Serve what is made of `edition` from now on."""
        with self._lock:
            self._edition, self._shell = edition, shell
            self._fresh.clear()

    def update(self) -> None:
        """Read what was edited, and show it."""
        assert self._shell is not None
        start, before = time.monotonic(), self._edition
        with self._lock:
            config = self._shell.config
            edition = self._refresh(config)
            self._stale = self._stale or self._home or (before is not None and edition.problems != before.problems)
            if before is None or edition.problems != before.problems or edition.renderer is not before.renderer:
                self._rest = None  # a banner, or another template, is on every page
            self.show(edition, self._shell.anew())
            self._make_first()
        log.info("Updated in %.2f seconds", time.monotonic() - start)
        self._fill_later()

    def make(self, url: str) -> None:
        """Let the page or file at `url` (below the root of the site) be what it should be."""
        target = _target(url)
        with self._lock:
            self._make(target)
            stale = self._stale and target in self._by_hand
            if target.endswith(".html"):
                self._looked_at = target
        if stale and self._builder is not None:
            self._build()

    def _make_first(self) -> None:
        """Make what somebody waits for, or is likely to be looking at."""
        for target in {*self._asked, self._looked_at} - {""}:
            self._make(target)

    def _make(self, target: str) -> None:
        if target in self._fresh or self._edition is None or self._shell is None:
            return
        found = self._found(target)
        if found is not None:
            write_file(self._folder, target, found)
            self._made.add(target)
            self._touched.add(target)
        elif target in self._made and target not in self._by_hand:
            Path(self._folder, target).unlink(missing_ok=True)
            self._made.discard(target)
        self._fresh.add(target)

    def _found(self, target: str) -> bytes | None:
        """What stands at a place of the site: a data file of the scripts, a picture, or a page."""
        edition, shell = self._edition, self._shell
        assert edition is not None and shell is not None
        if target in DATA_FILES:
            return data_file(edition.site, target).encode()
        for path in page_paths(target, directories=shell.config.use_directory_urls):
            unit = None if path in shell.taken else unit_at(edition.site, path)
            made = None if unit is None else render_page(edition, unit, path, shell.page)
            if made is not None:
                return page_content(made[1])
        return picture_content(edition, target)

    # -- the server ----------------------------------------------------------------------------

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, folders: Iterable[Path]) -> None:
        """Stand between the server and the requests, and between its watcher and MkDocs' builds."""
        gc.collect()
        gc.freeze()  # what was read stays; to look through it for garbage again and again takes longer than an edit
        self._builder, server.builder = server.builder, self._rebuild
        mount = server.mount_path

        def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith(mount) and not path.startswith("/livereload/"):
                return self._served(path[len(mount) :], lambda: server.serve_request(environ, start_response))
            return server.serve_request(environ, start_response)

        server.set_app(answer)
        self._stamps = self._others(config)
        self._watcher = Watcher(server, config.docs_dir)
        for folder in folders:
            self._watcher.watch(folder)
        for theme in map(Path, config.theme.dirs):
            if "site-packages" not in theme.parts:
                self._watcher.watch(theme)
        if self._search is None:
            self._filling.set()

    def _served(self, url: str, serve: Callable[[], Iterable[bytes]]) -> Iterable[bytes]:
        """Make a page, and serve it. An edit that is read meanwhile makes it once more, before it is served."""
        target = _target(url)
        with self._lock:
            self._asked[target] += 1
        try:
            self.make(url)
            return serve()
        finally:
            with self._lock:
                self._asked[target] -= 1
                self._asked += Counter()  # without those that nobody asks for

    def _rebuild(self) -> None:
        """Read what was edited; whatever is not data or a page template is left to MkDocs."""
        assert self._shell is not None
        now = self._others(self._shell.config)
        if now == self._stamps:
            self._guarded(self.update)
        else:
            self._stamps = now
            self._build()

    def _build(self) -> None:
        assert self._builder is not None
        self._guarded(self._builder)
        self._stale = False

    def _guarded(self, work: Callable[[], None]) -> None:
        """Whatever goes wrong, the server must not: it would let every request wait. What was good is served on."""
        with self._lock:
            try:
                work()
            except (Exception, SystemExit) as error:
                log.error("%s: %s", type(error).__name__, error)

    def _others(self, config: MkDocsConfig) -> dict[str, tuple[int, ...]]:
        """The state of what MkDocs builds from: hand-written pages, theme, settings."""
        return stamps([config.docs_dir, config.config_file_path or "", *map(str, config.theme.dirs), *config.watch])

    # -- the rest of the site, for the full-text index -----------------------------------------

    def _fill_later(self) -> None:
        self._filling.set()
        self._filling = stop = threading.Event()
        if self._search is not None or self._builder is None:
            threading.Thread(target=self._fill, args=(stop,), daemon=True).start()

    def _fill(self, stop: threading.Event) -> None:
        """Make what nobody has asked for yet, and then the full-text index."""
        if stop.wait(QUIET if self._builder is not None else 0.5):
            return
        with self._lock:
            edition, shell, before = self._edition, self._shell, self._rest
            if edition is None or shell is None or stop.is_set():
                return
            sources = self._sources()
        pages = rest_of_site(edition, shell, before, frozenset(self._touched), sources)
        while not stop.is_set():
            with self._lock:  # for one page at a time: whoever asks for another comes first
                if edition is not self._edition:
                    return
                try:
                    self._put(*next(pages))
                except StopIteration as done:
                    self._rest = done.value
                    self._touched.clear()
                    break
        if self._search is not None and not stop.is_set():
            self._search.make(self._folder)

    def _put(self, target: str, text: str | None) -> None:
        """Let a page be as it was made, or as it was where `text` is None."""
        if target not in self._fresh and (text is not None or target in self._made):
            if text is not None:
                write_page(self._folder, target, text)
            self._made.add(target)
            self._fresh.add(target)

    def stop(self) -> None:
        self._filling.set()
        if self._watcher is not None:
            self._watcher.stop()


def _target(url: str) -> str:
    """`actors/x/` and `actors/x` are the file `actors/x/index.html`."""
    last = url.rpartition("/")[2]
    if "." in last:
        return url
    return f"{url.rstrip('/')}/index.html".lstrip("/")
