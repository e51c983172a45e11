"""The site of a `mkdocs build`: generated pages are written into it, or stay as the last build left them; MkDocs builds
the rest aside, since it empties the folder that it builds into.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from mkdocs.utils import clean_directory

from generator.build import Edition, holds_for, render_all
from generator.cache import FOLDER, Cache
from generator.config import Options
from generator.diagnostics import Diagnostic, as_plain
from generator.export.data_files import data_files
from generator.memory import Memory
from generator.pages.urls import DATA_FILES
from generator.plugin.last_build import LastBuild, keep_last, read_last, shell_key, site_key
from generator.plugin.search import INDEX, SearchIndex
from generator.plugin.shell import Shell, fragment, write_page
from generator.workers import forks
from generator.write.built import files_below, move_files, remove_files, stamps

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.dossier")


class Output:
    """folder: of the built site. last: what the last build left in it, as long as it holds. homes: what stands at the
    home marks of pages written by hand, by path. targets: where generated pages and data files lie.
    """

    def __init__(self, config: MkDocsConfig, options: Options) -> None:
        self.folder, self._options = config.site_dir, options
        self._aside = config.site_dir = tempfile.mkdtemp(prefix="dossier_")
        self._cache = Cache(options.root / FOLDER)
        self._key = self._theme = ""
        self.last: LastBuild | None = None
        self.homes: dict[str, str] = {}
        self.targets: list[str] = []

    def look_back(self, memory: Memory) -> None:
        """Find out what the last build left. memory: gets the files that are read for that."""
        self._key = site_key(self._options, self.folder, memory)
        self.last = read_last(self._cache, self._key, self.folder, self._options)

    def write(self, shell: Shell, edition: Callable[[], Edition]) -> tuple[Diagnostic, ...]:
        """Write the generated pages and the data files, if they do not lie there already. Raises `WorkersError`."""
        self._theme = shell_key(shell, shell.config)
        if self.last is not None and self.last.shell == self._theme:
            self.targets = self.last.targets
            return ()
        self.last = None
        made = edition()
        clean_directory(self.folder)
        failed = self._write_all(shell, made)
        log.info("%d pages", len(self.targets) - len(DATA_FILES))
        return failed

    def _write_all(self, shell: Shell, edition: Edition) -> tuple[Diagnostic, ...]:
        executor = self._options.executor
        if forks(executor):
            written, failed = render_all(edition, shell.write, executor)
        else:
            made, failed = render_all(edition, fragment, executor)
            written = [shell.write(head, markdown) for head, markdown in made]
        for path, text in data_files(edition.site).items():
            write_page(self.folder, path, text)
        self.targets = [target for target in (*written, *DATA_FILES) if target]
        return failed

    def finish(self, config: MkDocsConfig, edition: Edition | None, search: SearchIndex | None) -> None:
        """Put what MkDocs built in its place, and keep what the next build may leave as it lies."""
        last, site = self.last, self.folder
        built = files_below(self._aside)
        changed = move_files(self._aside, site, built)
        self.clear()
        config.site_dir = site
        gone = set() if last is None else set(last.by_hand) - built
        remove_files(site, gone)
        if last is None or not last.search or changed or gone:
            shutil.rmtree(f"{site}/{INDEX}", ignore_errors=True)
            if search is not None:
                search.make(site)
        index = {f"{INDEX}/{path}" for path in files_below(f"{site}/{INDEX}")}
        left = stamps(site, (*self.targets, *built, *index))
        span, problems = (last.span, last.problems) if last is not None else self._said(edition)
        kept = LastBuild(span, problems, self._theme, self.homes, self.targets, sorted(built), left, bool(index))
        keep_last(self._cache, self._key, kept)

    def _said(self, edition: Edition | None) -> tuple[tuple[str, str], list[list[object]]]:
        """For which days this build holds, and what was wrong."""
        assert edition is not None
        return holds_for(edition.records, self._options), [as_plain(problem) for problem in edition.problems]

    def clear(self) -> None:
        """Remove the folder in which MkDocs built."""
        shutil.rmtree(self._aside, ignore_errors=True)
