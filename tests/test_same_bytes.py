"""The same input gives the same bytes: cold, warm, after any edits, by any executor."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import Edition, Written, make_edition, render_all
from generator.diagnostics import as_text, has_errors
from generator.export.data_files import data_files
from generator.memory import Memory
from generator.pages.render import Renderer
from tests.random_collections import EDITS, Edit, Project, projects, write

CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@dataclass(frozen=True)
class Shown:
    """All that an edition shows."""

    pages: list[Written]
    data: dict[str, str]
    problems: list[str]
    broken: bool


def shown(edition: Edition) -> Shown:
    pages, failed = render_all(edition, Written, "serial")
    problems = list(dict.fromkeys(as_text(problem) for problem in (*edition.problems, *failed)))
    return Shown(pages, dict(data_files(edition.site)), sorted(problems), has_errors((*edition.problems, *failed)))


def hold(root: Path, project: Project, edits: list[Edit], *, keep_good: bool) -> None:
    """Make an edition after each edit, out of the one before, and anew. keep_good: as under `serve`."""
    for folder in ("data", "templates"):
        shutil.rmtree(root / folder, ignore_errors=True)
    memory, warm = Memory(), None
    write(project, root)
    for edit in (_nothing, *edits):
        project, before = edit(project), project
        write(project, root, before)
        options = project.options(root)
        cold = shown(_with_known_templates(make_edition(options)))
        warm = make_edition(options, warm, memory, keep_good=keep_good)
        if not keep_good:
            warm = _with_known_templates(warm)
        if not keep_good or not cold.broken:
            same(shown(warm), cold)


def _nothing(project: Project) -> Project:
    return project


def _with_known_templates(edition: Edition) -> Edition:
    """Take what is compiled already: that takes longer than all the rest."""
    key = tuple(sorted(edition.renderer.sources.items(), key=itemgetter(0)))
    return replace(edition, renderer=_compiled.setdefault(key, edition.renderer))


_compiled: dict[object, Renderer] = {}


def same(found: Shown, wanted: Shown) -> None:
    assert found.problems == wanted.problems
    assert [page.page.path for page in found.pages] == [page.page.path for page in wanted.pages]
    for page, other in zip(found.pages, wanted.pages, strict=True):
        assert page == other
    assert found.data == wanted.data


@settings(max_examples=40, **CALM)
@given(project=projects(), edits=st.lists(EDITS, min_size=1, max_size=6), keep_good=st.booleans())
def test_after_any_edits_a_warm_build_shows_what_a_cold_one_does(
    tmp_path: Path, project: Project, edits: list[Edit], keep_good: bool
) -> None:
    hold(tmp_path, project, edits, keep_good=keep_good)


@pytest.mark.long
@settings(max_examples=2000, **CALM)
@given(project=projects(), edits=st.lists(EDITS, min_size=3, max_size=15), keep_good=st.booleans())
def test_after_many_edits_a_warm_build_shows_what_a_cold_one_does(
    tmp_path: Path, project: Project, edits: list[Edit], keep_good: bool
) -> None:
    hold(tmp_path, project, edits, keep_good=keep_good)
