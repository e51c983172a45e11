"""The site of a `mkdocs build`: generated pages are written aside, or stay as the last build left them; MkDocs builds
the rest beside them, since it empties the folder that it builds into.

The stages are imported where something has to be made: to import them takes longer than to find out that nothing has.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mkdocs_dossier.diagnostics import Diagnostic, as_plain
from mkdocs_dossier.incremental.cache import FOLDER, Cache
from mkdocs_dossier.incremental.cache_keys import collection_key
from mkdocs_dossier.model.embargo import is_between
from mkdocs_dossier.pages.urls import is_page, page_paths
from mkdocs_dossier.read.files import FilesRead, read_files
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress_bar import progress_bar
from mkdocs_dossier.site_build.build_manifest import (
    LastBuild,
    LastPages,
    keep_last,
    layout_key,
    read_last,
    read_pages,
    site_key,
)
from mkdocs_dossier.site_build.kept_pages import joined_pages, same_units
from mkdocs_dossier.site_build.page_layout import PageLayout, fragment, write_file, write_page
from mkdocs_dossier.site_build.search import INDEX, SearchIndex
from mkdocs_dossier.site_build.staged_site import Plan, StagedSite
from mkdocs_dossier.write.built import files_below, same_file, stamps
from mkdocs_dossier.write.paths import make_room
from mkdocs_dossier.write.stage import link_files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from mkdocs_dossier.build import Snapshot
    from mkdocs_dossier.pages.kinds import Unit
    from mkdocs_dossier.pages.page_rendering import RenderedUnits
    from mkdocs_dossier.pages.site import Site
    from mkdocs_dossier.run.progress import Progress

log = logging.getLogger("mkdocs.plugins.dossier")

MANY = 2_000
"""Of more files only those that changed are moved into the site, unless the full-text index needs all of them aside."""


class Output:
    """site: the folder that is built. folder: in which pages are written, aside. last: what the last build left in the
    site of this very collection, as long as it holds. homes: what stands at the home marks of pages written by hand, by
    path. titles: of generated pages in the nav, likewise. targets: where generated pages and data files lie. moved:
    where pages lie that lead to others.

    Args:
        alone: Whether no other plugin works on the site when it is built; else all of it has to be there, aside.
    """

    def __init__(self, config: MkDocsConfig, options: Options, staged: StagedSite, *, alone: bool) -> None:
        self._site, self._staged, self._options, self._alone = staged.folder, staged, options, alone
        self.folder = staged.stage.new
        self._directories = config.use_directory_urls
        self._aside = staged.build_into("mkdocs", config)
        self._cache = Cache(options.root / FOLDER)
        self._key = self._collection = self._theme = ""
        self._left: LastBuild | None = None  # by the last build, of whatever collection
        self._pages: LastPages | None = None
        self.last: LastBuild | None = None
        self.homes: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.targets: list[str] = []
        self.moved: list[str] = []

    def look_back(self) -> FilesRead:
        """Find out what the last build left. Return the files that were read for that."""
        self._key = site_key(self._options, self._site, directories=self._directories)
        options = self._options
        files = read_files(options.data_folder, options.root, max_size=options.max_file_size)
        self._collection = collection_key(options, files)
        self._left = left = read_last(self._cache, self._key, self._site) if self._alone else None
        if left is not None and left.collection == self._collection and is_between(left.span, self._options.now):
            self.last = left
        return files

    def write(self, layout: PageLayout, make: Callable[[], Snapshot]) -> tuple[Diagnostic, ...]:
        """Write the generated pages and the data files that do not lie there already. Raises `WorkersError`.

        Args:
            make: Makes the snapshot, where one is needed.
        """
        self._theme = layout_key(layout, layout.config)
        if self._left is not None and self._left.layout != self._theme:
            self.last = self._left = None
        if self.last is not None:
            self.targets, self.moved = self.last.targets, self.last.moved
            return ()
        return self._write(layout, make())

    def _write(self, layout: PageLayout, snapshot: Snapshot) -> tuple[Diagnostic, ...]:
        from mkdocs_dossier.build import answer_digests, render_exports
        from mkdocs_dossier.export.registry import export_units
        from mkdocs_dossier.pages.kinds import all_units
        from mkdocs_dossier.pages.page_rendering import joined
        from mkdocs_dossier.pages.site_view import SiteView

        before = None if self._left is None else read_pages(self._cache, self._left)
        if before is None:
            self._left = None
        answer = answer_digests(snapshot)
        kept = {} if before is None else same_units(before, answer)
        pages, exports = list(all_units(snapshot.site)), list(export_units(SiteView(snapshot.site)))
        with progress_bar() as progress:
            rendered = self._make([unit for unit in pages if unit not in kept], layout, snapshot, progress)
        exported = render_exports([unit for unit in exports if unit not in kept], snapshot, self._write_export)
        made = joined(iter((rendered, exported)))
        own = {one.unit: (one.results, one.dependencies) for one in made.units}
        self._pages = joined_pages((*pages, *exports), kept, before, own, made.dependencies, answer)
        self.targets = [target for _, _, targets, _ in self._pages.units for target in targets if target]
        self.targets += self._write_pictures(snapshot)
        self.moved = self._lead_on(layout, snapshot.site)
        written = sum(len(one.results) for one in rendered.units)
        log.info("%d pages, %d of them written", sum(map(is_page, self.targets)), written)
        return rendered.problems

    def _write_export(self, path: str, content: bytes) -> str:
        write_file(self.folder, path, content)
        return path

    def _write_pictures(self, snapshot: Snapshot) -> list[str]:
        """Write the pictures that do not lie there already, and return where all lie. One name is one picture."""
        from mkdocs_dossier.build import picture_content

        there = set() if self._left is None else set(self._left.targets)
        shown = []
        for name in snapshot.site.collection.pictures:
            content = None if name in there else picture_content(snapshot, name)
            if content is not None:
                write_file(self.folder, name, content)
            if content is not None or name in there:
                shown.append(name)
        return shown

    def _make(
        self, units: Sequence[Unit], layout: PageLayout, snapshot: Snapshot, progress: Progress
    ) -> RenderedUnits[str]:
        """Make the pages of some units."""
        from mkdocs_dossier.build import render_units
        from mkdocs_dossier.pages.page_rendering import RenderedUnit, RenderedUnits
        from mkdocs_dossier.run.workers import forks

        executor = self._options.executor
        if forks(executor):
            return render_units(units, snapshot, layout.write, executor, progress)
        rendered = render_units(units, snapshot, fragment, executor, progress)
        written = [
            RenderedUnit(one.unit, tuple(layout.write(*page) for page in one.results), one.dependencies)
            for one in rendered.units
        ]
        return RenderedUnits(tuple(written), rendered.dependencies, rendered.problems)

    def _lead_on(self, layout: PageLayout, site: Site) -> list[str]:
        """Write what leads from where pages lay to where they are, and return where."""
        from mkdocs_dossier.pages.moved import moved_pages

        found = []
        continued = (path for target in self.targets for path in page_paths(target, directories=self._directories)[:1])
        for moved in moved_pages(site.moved, continued):
            if moved.path not in layout.taken:
                target, text = layout.moved(moved, site.words)
                write_page(self.folder, target, text)
                found.append(target)
        return found

    def places(self, target: str) -> tuple[str, str]:
        """Return where the file of a page lies: written by this build, or else left by the last one."""
        return f"{self.folder}/{target}", f"{self._site}/{target}"

    def finish(self, config: MkDocsConfig, snapshot: Snapshot | None, search: SearchIndex | None) -> None:
        """Put what MkDocs built beside the pages, and plan how all of it comes into its place.

        Args:
            search: None if no index is to be made.
        """
        last = self._left
        built = files_below(self._aside)
        changed = [path for path in built if last is None or not self._is_there(path)]
        for path in changed:
            make_room(self.folder, path)
            os.replace(f"{self._aside}/{path}", f"{self.folder}/{path}")
        config.site_dir = self._site if self._alone else self.folder
        files = {*self.targets, *self.moved, *built}
        gone = set() if last is None else {*last.targets, *last.moved, *last.by_hand} - files
        if self.last is not None and not changed and not gone and self.last.search == (search is not None):
            self._staged.plan = Plan(whole=False)  # all is as it was left
            return
        then = (lambda: self._keep(snapshot, sorted(built))) if self._alone else (lambda: None)
        put = self._put()
        if last is not None and not put and not gone and last.search == (search is not None):
            # Only what is private was edited. The full-text index would be the same, and its time would tell of it.
            self._staged.plan = Plan(whole=False, then=then)
            return
        whole = last is None or search is not None or len(files) <= MANY
        if whole:
            link_files(self._staged.stage, sorted(files - put))
        if search is not None:
            search.make(self.folder)
            put = put | {f"{INDEX}/{path}" for path in files_below(f"{self.folder}/{INDEX}")}
        elif last is not None:
            gone.update(path for path in last.left if path.startswith(f"{INDEX}/") and not path.endswith("/"))
        self._staged.plan = Plan(whole=whole, put=put, gone=gone, then=then)

    def _put(self) -> set[str]:
        """Return the files that are to be put into the site.

        A file that says what the one in the site says is left out: that one keeps its time, so that no browser need
        fetch it again.
        """
        put = files_below(self.folder)
        if self._left is None:
            return put
        same = {path for path in put if same_file(f"{self.folder}/{path}", f"{self._site}/{path}")}
        for path in same:
            os.unlink(f"{self.folder}/{path}")
        return put - same

    def _is_there(self, path: str) -> bool:
        """Tell whether a file that MkDocs built says what stands in the site."""
        return same_file(f"{self._aside}/{path}", f"{self._site}/{path}")

    def _keep(self, snapshot: Snapshot | None, built: list[str]) -> None:
        """Keep what the next build may leave as it lies."""
        site = self._site
        index = {f"{INDEX}/{path}" for path in files_below(f"{site}/{INDEX}")}
        left = stamps(site, (*self.targets, *self.moved, *built, *index))
        span, problems = self._said(snapshot) if self.last is None else (self.last.span, self.last.problems)
        kept = LastBuild(
            *(self._collection, span, problems, self._theme, self.homes, self.targets, self.moved, built),
            *(left, bool(index), self.titles),
        )
        keep_last(self._cache, self._key, kept, self._pages)

    def _said(self, snapshot: Snapshot | None) -> tuple[tuple[str, str], list[list[object]]]:
        """Return for which days this build holds, and what was wrong."""
        from mkdocs_dossier.stages import holds_for

        assert snapshot is not None
        return holds_for(snapshot.records, self._options), [as_plain(problem) for problem in snapshot.problems]
