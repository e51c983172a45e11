"""Articles that are taken from the last run, or from an earlier process, are what linking all of them gives."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.link.corpus import Linked, Remembered, link_collection
from mkdocs_dossier.link.kept import from_kept, to_keep
from mkdocs_dossier.stages import Stages, run_stages, source_digests
from tests.random_collections import Project, histories, write


def _from_cache(last: Stages, now: Stages) -> Remembered:
    """What another process finds of the last run."""
    kept: Any = json.loads(json.dumps(to_keep(last.linked.remembered, source_digests(last.read), None)))
    return from_kept(kept, now.validated.collection.documents, source_digests(now.read)).remembered


def _seen(linked: Linked) -> tuple[object, ...]:
    return linked.corpus.articles, sorted(map(str, linked.problems))


CALM: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}
HISTORIES: dict[str, Any] = {"history": histories(2, 6), "as_another_process": st.booleans()}


@settings(max_examples=12, **CALM)
@given(**HISTORIES)
def test_after_any_edit_articles_are_linked_as_if_for_the_first_time(
    tmp_path: Path, history: list[Project], as_another_process: bool
) -> None:
    _hold(tmp_path, history, as_another_process)


@pytest.mark.long
@settings(max_examples=1000, **CALM)
@given(**HISTORIES)
def test_after_many_edits_articles_are_linked_as_if_for_the_first_time(
    tmp_path: Path, history: list[Project], as_another_process: bool
) -> None:
    _hold(tmp_path, history, as_another_process)


def _hold(root: Path, history: list[Project], as_another_process: bool) -> None:
    shutil.rmtree(root / "data", ignore_errors=True)
    last: Stages | None = None
    written: Project | None = None
    for project in history:
        write(project, root, written)
        written = project
        now = run_stages(project.options(root), None if as_another_process else last, keep_good=True)
        anew = link_collection(now.validated.collection)
        if as_another_process and last is not None:
            again = link_collection(now.validated.collection, _from_cache(last, now))
            assert _seen(again) == _seen(anew)
        assert _seen(now.linked) == _seen(anew)
        last = now
