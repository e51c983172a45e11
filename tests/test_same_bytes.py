"""The same input gives the same bytes: cold, warm, after any edits, by any executor."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.build import Snapshot, Written, make_snapshot, render_units
from mkdocs_dossier.diagnostics import Diagnostic, as_text
from mkdocs_dossier.export.registry import export_files
from mkdocs_dossier.incremental.cache import Cache
from mkdocs_dossier.incremental.dependencies import Dependency, ask_again
from mkdocs_dossier.pages.answers import site_digests
from mkdocs_dossier.pages.kinds import Unit, all_units
from mkdocs_dossier.pages.moved import Moved, moved_pages
from mkdocs_dossier.pages.render import Renderer
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.site_build.build_manifest import LastPages
from mkdocs_dossier.site_build.kept_pages import joined_pages, same_units
from mkdocs_dossier.stages import source_digests
from tests.random_collections import Project, histories, write

CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@dataclass(frozen=True)
class Shown:
    """All that a snapshot shows. moved: pages that lie elsewhere now. stood_in: whether under `serve` something that
    was good before stands for another.

    failed: whether a template did.
    """

    pages: list[Written]
    data: dict[str, str]
    moved: list[Moved]
    problems: list[str]
    stood_in: bool
    failed: bool


def shown(snapshot: Snapshot) -> Shown:
    rendered = render_units(list(all_units(snapshot.site)), snapshot, Written, "serial")
    return _shown(snapshot, [page for unit in rendered.units for page in unit.results], rendered.problems)


def _shown(snapshot: Snapshot, pages: list[Written], failed: tuple[Diagnostic, ...]) -> Shown:
    problems = list(dict.fromkeys(as_text(problem) for problem in (*snapshot.problems, *failed)))
    record_sets = (
        snapshot.records.actors,
        snapshot.records.events,
        snapshot.records.countries,
        snapshot.records.articles,
    )
    broken = any(record_set.broken or record_set.unread for record_set in record_sets)
    moved = list(moved_pages(snapshot.site.moved, [page.page.path for page in pages]))
    exports = export_files(SiteView(snapshot.site), themed=True)
    data = {path: content.decode() for path, content in exports}
    return Shown(pages, data, moved, sorted(problems), broken or bool(failed), bool(failed))


Way = Callable[[Options], Shown]
"""How a snapshot is come by, of which all is returned that it shows."""


def anew(options: Options) -> Shown:
    snapshot = with_known_templates(make_snapshot(options))
    return shown(snapshot)


class OneProcess:
    """Each snapshot is made out of the one before."""

    def __init__(self, root: Path, *, served: bool) -> None:
        self._snapshot: Snapshot | None = None
        self._served = served

    def __call__(self, options: Options) -> Shown:
        snapshot = make_snapshot(options, self._snapshot, keep_good=self._served)
        self._snapshot = snapshot if self._served else with_known_templates(snapshot)
        return shown(self._snapshot)


class ManyProcesses:
    """Each snapshot is made by another process, out of what the one before left in the cache; as `mkdocs build` does,
    only the pages are made of which something changed.
    """

    def __init__(self, root: Path) -> None:
        self._cache = Cache(root / ".cache")
        self._last: LastPages | None = None
        self._state: object = None
        self._pages: dict[Unit, tuple[Written, ...]] = {}

    def __call__(self, options: Options) -> Shown:
        snapshot = with_known_templates(make_snapshot(options, cache=self._cache))
        state = options.maps, snapshot.renderer
        before = self._last if state == self._state else None
        view, digest = SiteView(snapshot.site), site_digests(source_digests(snapshot.stages.read))

        def answer(dependency: Dependency) -> str:
            return digest(ask_again(view, dependency))

        kept = {} if before is None else same_units(before, answer)
        units = list(all_units(snapshot.site))
        rendered = render_units([u for u in units if u not in kept], snapshot, Written, "serial")
        pages = {unit: self._pages[unit] for unit in kept} | {one.unit: one.results for one in rendered.units}
        found = _shown(snapshot, [page for unit in units for page in pages[unit]], rendered.problems)
        if not found.failed:  # else no site is built
            own = {one.unit: ([page.page.path for page in one.results], one.dependencies) for one in rendered.units}
            self._last = joined_pages(units, kept, before, own, rendered.dependencies, answer)
            self._pages, self._state = pages, state
        return found


WAYS: dict[str, Callable[[Path], Way]] = {
    "in one process": partial(OneProcess, served=False),
    "as it is served": partial(OneProcess, served=True),
    "process after process": ManyProcesses,
}


def hold(root: Path, history: list[Project], way: str) -> None:
    """Make a snapshot of each state of a project, in some way and anew."""
    for folder in ("data", "templates", ".cache"):
        shutil.rmtree(root / folder, ignore_errors=True)
    warm = WAYS[way](root)
    for before, project in pairwise((None, *history)):
        assert project is not None
        write(project, root, before)
        options = project.options(root)
        wanted, found = anew(options), warm(options)
        if not (wanted.stood_in and way == "as it is served"):
            same(found, wanted)


def with_known_templates(snapshot: Snapshot) -> Snapshot:
    """Take what is compiled already: that takes longer than all the rest."""
    key = tuple(sorted(snapshot.renderer.sources.items(), key=itemgetter(0)))
    return replace(snapshot, renderer=_compiled.setdefault(key, snapshot.renderer))


_compiled: dict[object, Renderer] = {}


def same(found: Shown, wanted: Shown) -> None:
    assert found.problems == wanted.problems
    assert [page.page.path for page in found.pages] == [page.page.path for page in wanted.pages]
    for page, other in zip(found.pages, wanted.pages, strict=True):
        assert page == other
    assert found.data == wanted.data
    assert found.moved == wanted.moved


@settings(max_examples=20, **CALM)
@given(history=histories(1, 6), way=st.sampled_from(sorted(WAYS)))
def test_after_any_edits_a_warm_build_shows_what_a_cold_one_does(
    tmp_path: Path, history: list[Project], way: str
) -> None:
    hold(tmp_path, history, way)


@pytest.mark.long
@settings(max_examples=2000, **CALM)
@given(history=histories(3, 15), way=st.sampled_from(sorted(WAYS)))
def test_after_many_edits_a_warm_build_shows_what_a_cold_one_does(
    tmp_path: Path, history: list[Project], way: str
) -> None:
    hold(tmp_path, history, way)
