"""The site of a `mkdocs build`: generated pages are written into it, or stay as the last build left them; MkDocs builds
the rest aside, since it empties the folder that it builds into.

The stages are imported where something has to be made: to import them takes longer than to find out that nothing has.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from mkdocs.utils import clean_directory

from generator.cache import FOLDER, Cache
from generator.config import Options
from generator.diagnostics import Diagnostic, as_plain
from generator.memory import Memory
from generator.model.embargo import is_between
from generator.pages.urls import DATA_FILES
from generator.plugin.last_build import (
    LastBuild,
    LastPages,
    data_key,
    keep_last,
    read_last,
    read_pages,
    shell_key,
    site_key,
)
from generator.plugin.last_pages import joined_pages, same_units
from generator.plugin.search import INDEX, SearchIndex
from generator.plugin.shell import Shell, fragment, write_page
from generator.progress_bar import progress_bar
from generator.write.built import files_below, move_files, remove_files, stamps

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.build import Edition
    from generator.pages.all import Unit
    from generator.pages.traced import Fact
    from generator.press import Made
    from generator.progress import Progress

log = logging.getLogger("mkdocs.plugins.dossier")


class Output:
    """folder: of the built site. last: what the last build left in it of this very collection, as long as it holds.
    homes: what stands at the home marks of pages written by hand, by path. targets: where generated pages and data
    files lie.
    """

    def __init__(self, config: MkDocsConfig, options: Options) -> None:
        self.folder, self._options = config.site_dir, options
        self._directories = config.use_directory_urls
        self._aside = config.site_dir = tempfile.mkdtemp(prefix="dossier_")
        self._cache = Cache(options.root / FOLDER)
        self._key = self._collection = self._theme = ""
        self._left: LastBuild | None = None  # by the last build, of whatever collection
        self._pages: LastPages | None = None
        self.last: LastBuild | None = None
        self.homes: dict[str, str] = {}
        self.targets: list[str] = []

    def look_back(self, memory: Memory) -> None:
        """Find out what the last build left. memory: gets the files that are read for that."""
        self._key = site_key(self._options, self.folder, directories=self._directories)
        self._collection = data_key(self._options, memory)
        self._left = left = read_last(self._cache, self._key, self.folder)
        if left is not None and left.collection == self._collection and is_between(left.span, self._options.now):
            self.last = left

    def write(self, shell: Shell, edition: Callable[[], Edition], memory: Memory) -> tuple[Diagnostic, ...]:
        """Write the generated pages and the data files that do not lie there already. Raises `WorkersError`.

        memory: with what the edition was made of.
        """
        self._theme = shell_key(shell, shell.config)
        if self._left is not None and self._left.shell != self._theme:
            self.last = self._left = None
        if self.last is not None:
            self.targets = self.last.targets
            return ()
        from generator.corpus import source_digests
        from generator.facts import fact_digests

        return self._write(shell, edition(), fact_digests(source_digests(memory)))

    def _write(self, shell: Shell, edition: Edition, digest: Callable[[object], str]) -> tuple[Diagnostic, ...]:
        from generator.export.data_files import data_files
        from generator.pages.all import all_units
        from generator.pages.traced import fact_reader

        before = None if self._left is None else read_pages(self._cache, self._left)
        if before is None:
            self._left = None
        read = fact_reader(edition.site)
        said = cache(lambda fact: digest(read(fact)))
        kept = {} if before is None else same_units(before, said)
        units = list(all_units(edition.site))
        changed = [unit for unit in units if unit not in kept]
        with progress_bar() as progress:
            made, facts, failed = self._make(changed, shell, edition, progress, afresh=before is None)
        own = {m.unit: (m.results, m.facts) for m in made}
        self._pages = joined_pages(units, kept, before, own, facts, said)
        self.targets = [target for _, _, targets, _ in self._pages.units for target in targets if target]
        for path, text in data_files(edition.site).items():
            write_page(self.folder, path, text)
        self.targets += DATA_FILES
        if self._left is not None:
            remove_files(self.folder, set(self._left.targets) - set(self.targets))
        log.info("%d pages, %d of them written", len(self.targets) - len(DATA_FILES), sum(len(m.results) for m in made))
        return failed

    def _make(
        self, units: Sequence[Unit], shell: Shell, edition: Edition, progress: Progress, *, afresh: bool
    ) -> tuple[list[Made[str]], list[Fact], tuple[Diagnostic, ...]]:
        """Make the pages of some units. afresh: into an empty folder."""
        from generator.build import render_traced
        from generator.press import Made
        from generator.workers import forks

        executor = self._options.executor
        if forks(executor):
            if afresh:
                clean_directory(self.folder)
            return render_traced(units, edition, shell.write, executor, progress)
        made, facts, failed = render_traced(units, edition, fragment, executor, progress)
        if afresh:  # not before: other machines may fail
            clean_directory(self.folder)
        written = [Made(m.unit, tuple(shell.write(*result) for result in m.results), m.facts) for m in made]
        return written, facts, failed

    def finish(self, config: MkDocsConfig, edition: Edition | None, search: SearchIndex | None) -> None:
        """Put what MkDocs built in its place, and keep what the next build may leave as it lies."""
        last, site = self._left, self.folder
        built = files_below(self._aside)
        changed = move_files(self._aside, site, built)
        self.clear()
        config.site_dir = site
        gone = set() if last is None else set(last.by_hand) - built
        remove_files(site, gone)
        if self.last is not None and not changed and not gone and self.last.search == (search is not None):
            return  # all is as it was left
        shutil.rmtree(f"{site}/{INDEX}", ignore_errors=True)
        if search is not None:
            search.make(site)
        index = {f"{INDEX}/{path}" for path in files_below(f"{site}/{INDEX}")}
        left = stamps(site, (*self.targets, *built, *index))
        span, problems = self._said(edition) if self.last is None else (self.last.span, self.last.problems)
        kept = LastBuild(
            *(self._collection, span, problems, self._theme, self.homes, self.targets, sorted(built), left, bool(index))
        )
        keep_last(self._cache, self._key, kept, self._pages)

    def _said(self, edition: Edition | None) -> tuple[tuple[str, str], list[list[object]]]:
        """For which days this build holds, and what was wrong."""
        from generator.corpus import holds_for

        assert edition is not None
        return holds_for(edition.records, self._options), [as_plain(problem) for problem in edition.problems]

    def clear(self) -> None:
        """Remove the folder in which MkDocs built."""
        shutil.rmtree(self._aside, ignore_errors=True)
