"""The site under `mkdocs serve`: a page is made when it is asked for, out of what the files say at that moment.

So an edit costs what it takes to read it and to make the one page that is looked at, however many pages the site has.
MkDocs still builds the pages written by hand, aside. Whatever goes wrong is said to the open pages (`live.py`), and
what was good is served on.

Two locks: `_work` is held by who reads edits or lets MkDocs build, which may take seconds; `_lock` by who looks at the
present state or changes it, which takes no longer than making one page. So no request waits for a build.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.build import Edition, picture_content, render_page
from generator.diagnostics import Diagnostic, as_text, in_order
from generator.export.data_files import data_file
from generator.pages.all import has_page, unit_at
from generator.pages.moved import moved_at
from generator.pages.urls import DATA_FILES, SUGGESTIONS, page_paths, target_of
from generator.plugin.answers import OWN, Answers, own_file, still_part, with_part
from generator.plugin.banner import banner
from generator.plugin.editors import is_temporary
from generator.plugin.failures import failure, failures
from generator.plugin.ground import Ground
from generator.plugin.heard import Ear
from generator.plugin.inbox import Found, InboxPage, has_same_names
from generator.plugin.last_build import LastPages
from generator.plugin.live import Live
from generator.plugin.rest import rest_of_site
from generator.plugin.search import SearchIndex
from generator.plugin.shell import Shell, page_content, write_file, write_page
from generator.plugin.watch import Watcher, stamps
from generator.read.site_settings import settings_problem
from generator.write.built import files_below, move_files, remove_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

QUIET = 3.0
"""So many seconds after the last edit the rest of the site is made, for the full-text index."""

PATIENCE = 0.4
"""So many seconds a request waits for what is being read or built, before what was good is served once more."""


class Preview:
    """refresh: reads what was edited. sources: tells what stands in each article's file, as `source_digests` does.
    spare: the shell for pages at which the user's own templates fail. still: nothing will be followed.
    """

    def __init__(
        self,
        refresh: Callable[[MkDocsConfig], Edition],
        sources: Callable[[], Mapping[str, str]],
        spare: Callable[[Shell], Shell],
        *,
        still: bool,
    ) -> None:
        self._refresh, self._sources, self._spare, self._still = refresh, sources, spare, still
        self.live = Live()
        self._work = threading.RLock()
        self._lock = threading.RLock()
        self._read = threading.Event()  # no edit is being read
        self._read.set()
        self._built = threading.Event()  # no page written by hand that somebody waits for is being built
        self._built.set()
        self._edition: Edition | None = None
        self._shell: Shell | None = None
        self._ground: Ground | None = None
        self._folder = ""  # from which pages are served
        self._folders: tuple[Path, ...] = ()  # the user's own, of data, templates and the theme
        self._mount = "/"  # below which they are
        self._aside = ""  # in which MkDocs builds
        self._fresh: set[str] = set()  # targets made of the present state
        self._made: set[str] = set()  # targets that were ever made
        self._by_hand: set[str] = set()  # targets that MkDocs built
        self._failed: dict[str, Diagnostic] = {}  # by target, what went wrong in making it
        self._asked: Counter[str] = Counter()  # targets that somebody waits for right now
        self._looked_at = ""  # the page that was asked for last
        self._inbox = InboxPage(self._inbox_is_ready)
        self._late = False  # whether its page says that it is on its way
        self._home = False  # whether a page written by hand shows figures of the collection
        self._stale = False  # whether the pages written by hand are
        self._builder: Callable[[], None] | None = None
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._watcher: Watcher | None = None
        self._search: SearchIndex | None = None
        self._filling: threading.Event = threading.Event()
        self._rest: LastPages | None = None  # what all pages that lie there are made of, but for
        self._touched: set[str] = set()  # those that were asked for since
        self._ear = Ear()
        logging.getLogger("mkdocs").addHandler(self._ear)

    # -- MkDocs' own builds --------------------------------------------------------------------

    def build_aside(self, config: MkDocsConfig, ground: Ground) -> None:
        """Let MkDocs build into a folder of its own: it empties the folder first, and pages are being served."""
        if not self._folder:
            self._folder = config.site_dir
        self._ground, self._mount = ground, urlsplit(config.site_url or "/").path
        self._drop_aside()
        self._aside = config.site_dir = tempfile.mkdtemp(prefix="dossier_")
        self._home = False

    def has_home(self) -> None:
        """A page written by hand shows figures of the collection, so that it changes with it."""
        self._home = True

    def take_over(
        self,
        config: MkDocsConfig,
        search: SearchIndex | None,
        folders: Iterable[Path],
        problems: Iterable[Diagnostic],
        kept: Set[str],
    ) -> None:
        """Put what MkDocs has built in the place of what it built before.

        folders: the user's own. problems: with what MkDocs builds from. kept: targets that stay as they lie.
        """
        assert self._ground is not None
        self._folders = tuple(folders)
        with self._lock:
            self._search, self._rest = search, None
            stay = self._by_hand & kept
            built = files_below(self._aside)
            remove_files(self._folder, self._by_hand - built - stay)
            move_files(self._aside, self._folder, built - stay)
            self._by_hand = built | stay
            self._stale = False
            self._drop_aside()
            config.site_dir = self._folder
            self._fresh -= built
            self._make_first()
        if self._watcher is not None:
            self._watcher.follow(self._roots(config))
        self._say("site", (*problems, *self._ear.problems(self._ground)))
        self.live.turn()
        self._fill_later()

    def _drop_aside(self) -> None:
        if self._aside:
            shutil.rmtree(self._aside, ignore_errors=True)
            self._aside = ""

    # -- the present state ---------------------------------------------------------------------

    def show(self, edition: Edition, shell: Shell) -> None:
        """Serve what is made of `edition` from now on."""
        with self._lock:
            self._edition, self._shell = edition, shell
            self._fresh.clear()
            self._failed.clear()
        self._say("data", edition.problems)
        self._say("pages", ())

    def show_nothing(self) -> None:
        """MkDocs builds every page."""
        with self._lock:
            self._edition = self._shell = None

    def update(self) -> None:
        """Read what was edited, and show it."""
        start = time.monotonic()
        with self._reading():
            shell, before = self._shell, self._edition
            assert shell is not None
            edition = self._refresh(shell.config)
            if before is not None and _is_same(edition, before):
                return
            with self._lock:
                self._stale = self._stale or self._home
                if before is None or edition.renderer is not before.renderer:
                    self._rest = None  # another template is on every page
                self.show(edition, shell)
                self._make_first()
        self.live.turn()
        log.info("Updated in %.2f seconds", time.monotonic() - start)
        self._fill_later()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._work:
            self._read.clear()
            try:
                yield
            finally:
                self._read.set()

    def make(self, url: str) -> None:
        """Let the page or file at `url` (below the root of the site) be what it should be.

        An edit that is read meanwhile makes it once more, if that is soon.
        """
        target = _target(url)
        if self._is_inbox(target):
            self._make_inbox(target)
        with self._lock:
            self._asked[target] += 1
        try:
            self._read.wait(PATIENCE)
            with self._lock:
                self._make(target)
                stale = self._stale and target in self._by_hand
                if target.endswith(".html"):
                    self._looked_at = target
            if stale and self._builder is not None:
                self._build_soon()
                self._built.wait(PATIENCE)
        finally:
            with self._lock:
                self._asked[target] -= 1
                self._asked += Counter()  # without those that nobody asks for

    def _make_first(self) -> None:
        """Make what somebody waits for, or is likely to be looking at."""
        for target in {*self._asked, self._looked_at} - {""}:
            self._make(target)

    def _make(self, target: str) -> None:
        if target in self._fresh or self._edition is None or self._shell is None or self._is_inbox(target):
            return
        found, problem = self._found(target)
        if found is not None:
            self._write(target, found)
            self._touched.add(target)
        elif problem is None and target in self._made and target not in self._by_hand:
            Path(self._folder, target).unlink(missing_ok=True)
            self._made.discard(target)
        self._fresh.add(target)
        if problem is not None:
            self._failed[target] = problem
            self._say("pages", self._failed.values())

    def _is_inbox(self, target: str) -> bool:
        """Whether the page on names that no record covers lies there, and none that is written by hand."""
        shell = self._shell
        if shell is None or SUGGESTIONS in shell.taken:
            return False
        return target == target_of(SUGGESTIONS, directories=shell.config.use_directory_urls)

    def _make_inbox(self, target: str) -> None:
        """Make that page of the present state, or let it say that this is on its way: nobody waits for that."""
        self._read.wait(PATIENCE)
        edition = self._edition
        if edition is None or target in self._fresh:
            return
        found = self._inbox.find(edition, PATIENCE)
        with self._lock:
            if edition is self._edition and self._shell is not None:
                self._show_inbox(edition, found, self._shell, target)

    def _show_inbox(self, edition: Edition, found: Found | None, shell: Shell, target: str) -> None:
        try:
            text, problem = self._inbox.page(edition, found, shell)
        except Exception as error:
            text, problem = None, self._failure(error)
        if text is not None:
            self._write(target, page_content(text))
        if found is not None:
            self._fresh.add(target)
        self._late = found is None
        if found is None and self._inbox.has(edition):  # it came in this very moment
            self.live.turn()
        if problem is not None:
            self._failed[target] = problem
            self._say("pages", self._failed.values())

    def _inbox_is_ready(self) -> None:
        """Let the pages that say that it is on its way be asked for again."""
        if self._late:
            self.live.turn()

    def _write(self, target: str, content: bytes) -> None:
        """Write a file in one step: it may be served at this moment."""
        write_file(self._folder, f"{target}.part", content)
        os.replace(f"{self._folder}/{target}.part", f"{self._folder}/{target}")
        self._made.add(target)

    def _found(self, target: str) -> tuple[bytes | None, Diagnostic | None]:
        """What stands at a place of the site (a data file of the scripts, a picture, a page), and what went wrong.

        Where something did and nothing came of it, what lies there stays.
        """
        edition, shell = self._edition, self._shell
        assert edition is not None and shell is not None
        try:
            return self._made_of(edition, shell, target)
        except Exception as error:
            problem = self._failure(error)
        if target in self._made:
            return None, problem
        try:
            return self._made_of(edition, self._spare(shell), target)[0], problem
        except Exception:
            log.debug("of '%s' by the theme's own templates", target, exc_info=True)
            return None, problem

    def _made_of(self, edition: Edition, shell: Shell, target: str) -> tuple[bytes | None, Diagnostic | None]:
        if target in DATA_FILES:
            return data_file(edition.site, target).encode(), None
        there = partial(has_page, edition.site)
        for path in page_paths(target, directories=shell.config.use_directory_urls):
            if path in shell.taken:
                continue
            unit = unit_at(edition.site, path)
            made, problem = (None, None) if unit is None else render_page(edition, unit, path, shell.page)
            if made is not None:
                return page_content(made[1]), None if problem in edition.problems else problem
            moved = moved_at(edition.site.moved, path, there)
            if moved is not None:
                return page_content(shell.moved(moved)[1]), None
        return picture_content(edition, target), None

    # -- the server ----------------------------------------------------------------------------

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, folders: Iterable[Path], ground: Ground) -> None:
        """Stand between the server and the requests, and between its watcher and MkDocs' builds."""
        gc.collect()
        gc.freeze()  # what was read stays; to look through it for garbage again and again takes longer than an edit
        self._ground, self._folders = ground, tuple(folders)
        self._folder = self._folder or server.root
        self._builder, server.builder = server.builder, self._rebuild
        server.set_app(Answers(server, self._folder, self.make, self.live))
        self._stamps = self._others(config)
        self._watcher = Watcher(server)
        self._watcher.follow(self._roots(config))
        for path in filter(None, (config.docs_dir, config.config_file_path)):
            server.unwatch(path)  # else it is noticed twice
        if self._search is None:
            self._filling.set()

    def _roots(self, config: MkDocsConfig) -> list[str]:
        """What is watched. The templates of the theme too, but where they are installed with it."""
        themes = [folder for folder in config.theme.dirs if "site-packages" not in Path(folder).parts]
        found = [*map(str, self._folders), config.docs_dir, config.config_file_path, *themes, *config.watch]
        whole = {os.path.abspath(path) for path in found if path}
        return sorted(path for path in whole if not any(_is_below(path, other) for other in whole))

    def _rebuild(self) -> None:
        """Read what was edited; whatever is not data or a page template is left to MkDocs."""
        with self._work:
            config = None if self._shell is None else self._shell.config
            now = self._stamps if config is None else self._others(config)
            if config is not None and now == self._stamps:
                self._guarded("reading", self.update)
            else:
                self._stamps = now
                self._build()

    def _build_soon(self) -> None:
        """Let MkDocs build, without anybody having to wait for it."""
        with self._lock:
            if not self._built.is_set():
                return
            self._built.clear()

        def build() -> None:
            try:
                with self._work:
                    if self._stale:
                        self._build()
            finally:
                self._built.set()

        threading.Thread(target=build, daemon=True).start()

    def _build(self) -> None:
        assert self._builder is not None and self._ground is not None
        builder, ground = self._builder, self._ground
        problem, before = settings_problem(ground.settings, ground.shown(ground.settings)), self._edition
        pages = self.live.pages
        self._ear.clear()
        if problem is not None:
            self._say("building", (problem,))
        is_built = problem is None and self._guarded("building", builder)
        self._drop_aside()
        if self.live.pages == pages and (is_built or self._edition is not before):
            self.live.turn()
        if is_built:
            return
        if self._shell is not None:
            self._guarded("reading", self.update)  # MkDocs perhaps did not come to what else was edited

    def _guarded(self, about: str, work: Callable[[], None]) -> bool:
        """Whatever goes wrong, the server must not: it would let every request wait. What was good is served on."""
        try:
            work()
        except (Exception, SystemExit) as error:
            assert self._ground is not None
            log.debug("this went wrong", exc_info=error)
            self._say(about, failures(error, self._ear if about == "building" else None, self._ground))
            return False
        self._say(about, ())
        return True

    def _failure(self, error: BaseException) -> Diagnostic:
        assert self._ground is not None
        log.debug("this went wrong", exc_info=error)
        return failure(error, self._ground)

    def _say(self, about: str, problems: Iterable[Diagnostic]) -> None:
        """Tell the open pages what is wrong; the log too, where nobody else does."""
        said = in_order(problems)
        if about in ("reading", "pages", "building"):
            for problem in said:
                if problem not in self.live.problems:
                    log.error("%s", as_text(problem))
        self.live.say(about, said)

    def _others(self, config: MkDocsConfig) -> dict[str, tuple[int, ...]]:
        """The state of what MkDocs builds from: hand-written pages, theme, settings."""
        themes = {*map(str, config.theme.dirs), *map(str, self._folders[2:])}
        found = stamps([config.docs_dir, config.config_file_path or "", *sorted(themes), *config.watch])
        return {path: stamp for path, stamp in found.items() if not is_temporary(path)}

    # -- the rest of the site, for the full-text index -----------------------------------------

    def _fill_later(self) -> None:
        self._filling.set()
        self._filling = stop = threading.Event()
        if self._still:
            self._fill(stop)
        elif self._search is not None or self._builder is None:
            threading.Thread(target=self._fill, args=(stop,), daemon=True).start()

    def _fill(self, stop: threading.Event) -> None:
        """Make what nobody has asked for yet, and then the full-text index."""
        if not self._still and stop.wait(QUIET if self._builder is not None else 0.5):
            return
        with self._lock:
            edition, shell, before = self._edition, self._shell, self._rest
        if edition is not None and shell is not None:
            self._fill_with(edition, shell, before, stop)
        if self._builder is None:
            self._show_for_good()
        if self._search is not None and not stop.is_set():
            self._search.make(self._folder)

    def _fill_with(self, edition: Edition, shell: Shell, before: LastPages | None, stop: threading.Event) -> None:
        with self._work, self._lock:
            if edition is not self._edition or stop.is_set():
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

    def _show_for_good(self) -> None:
        """Put the banner into every page: with `--no-livereload` they are served as they lie."""
        shown = banner(self.live.problems)
        if shown:
            part = still_part(self._mount, shown)
            for path in files_below(self._folder):
                if path.endswith(".html"):
                    file = Path(self._folder, path)
                    file.write_bytes(with_part(file.read_bytes(), part))
            write_page(self._folder, f"{OWN}banner.css", own_file("banner.css").read_text(encoding="utf-8"))

    def _put(self, target: str, text: str | None) -> None:
        """Let a page be as it was made, or as it was where `text` is None."""
        if target not in self._fresh and (text is not None or target in self._made):
            if text is not None:
                self._write(target, page_content(text))
            self._fresh.add(target)

    def stop(self) -> None:
        self._filling.set()
        if self._watcher is not None:
            self._watcher.stop()
        self._drop_aside()
        logging.getLogger("mkdocs").removeHandler(self._ear)


def _is_same(one: Edition, other: Edition) -> bool:
    """Whether nothing was edited that concerns any page: what pages are made of is the very same."""
    mine, others = one.site.collection, other.site.collection
    return (
        all(
            getattr(mine, field.name) is getattr(others, field.name)
            for field in fields(mine)
            if field.name != "pictures"
        )
        and mine.pictures == others.pictures  # by names that tell what they hold
        and one.site.index.corpus.articles is other.site.index.corpus.articles
        and one.site.atlas is other.site.atlas
        and one.renderer is other.renderer
        and one.good is other.good
        and one.problems == other.problems
        and has_same_names(one, other)
    )


def _is_below(path: str, other: str) -> bool:
    return path != other and Path(path).is_relative_to(other)


def _target(url: str) -> str:
    """`actors/x/` and `actors/x` are the file `actors/x/index.html`."""
    last = url.rpartition("/")[2]
    if "." in last:
        return url
    return f"{url.rstrip('/')}/index.html".lstrip("/")
