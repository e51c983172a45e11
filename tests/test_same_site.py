"""A site that is built again and again, whatever happens in between, is the site that is built anew."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.site_build.output import MANY
from tests.conftest import article
from tests.processes import run
from tests.site_edits import STEPS, files_of, mend, remove
from tests.small_project import Step, put, small_project

EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}
CALM = list(HealthCheck)


@dataclass(frozen=True)
class Built:
    """What `mkdocs build` did. said: warnings and errors. files: of the site, none if it was not built."""

    code: int
    said: list[str]
    files: dict[str, bytes]


def build(project: Path) -> Built:
    done = run("mkdocs", "build", cwd=project, **EPOCH)
    assert "Traceback" not in done.stderr, done.stderr
    said = sorted(line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR")))
    return Built(done.returncode, said, files_of(project / "site") if done.returncode == 0 else {})


def hold(folder: Path, steps: Iterable[str], more: Mapping[str, Step] | None = None) -> None:
    """Build after each step: where the last site and the cache are, and where nothing is. more: other steps."""
    warm, cold = folder / "warm", folder / "cold"
    shutil.rmtree(warm, ignore_errors=True)
    build(small_project(warm))
    done = []
    for step in steps:
        done.append(step)
        {**STEPS, **(more or {})}[step](warm)
        shutil.rmtree(cold, ignore_errors=True)
        shutil.copytree(warm, cold, ignore=shutil.ignore_patterns("site", ".cache"))
        with ThreadPoolExecutor() as pool:
            found, wanted = pool.map(build, (warm, cold))
        assert (found.code, found.said) == (wanted.code, wanted.said), done
        assert found.files.keys() == wanted.files.keys(), done
        assert [path for path in wanted.files if found.files[path] != wanted.files[path]] == [], done
        if wanted.code != 0:
            mend(warm)


MAIN = (
    *("an article is renamed", "the cache holds other bytes", "an article cannot be read"),
    *("an actor is renamed, and its old address leads on", "a former id is another one"),
    *("a page by hand takes the place of an actor", "a file is put into the site", "pages are files and not folders"),
    "an actor has its old id back",
)


def test_a_warm_site_is_the_cold_one_after_edits_damage_and_errors(tmp_path: Path) -> None:
    hold(tmp_path, MAIN)


@settings(max_examples=2, deadline=None, suppress_health_check=CALM)
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=1, max_size=1))
def test_a_warm_site_is_the_cold_one_after_any_steps(tmp_path: Path, steps: list[str]) -> None:
    hold(tmp_path, steps)


@pytest.mark.long
def test_a_warm_site_is_the_cold_one_after_each_step(tmp_path: Path) -> None:
    hold(tmp_path, STEPS)


@pytest.mark.long
@settings(max_examples=40, deadline=None, suppress_health_check=CALM)
@given(steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=6, max_size=12))
def test_a_warm_site_is_the_cold_one_after_many_steps(tmp_path: Path, steps: list[str]) -> None:
    hold(tmp_path, steps)


@pytest.mark.long
def test_a_large_site_into_which_files_are_moved_is_the_cold_one(tmp_path: Path) -> None:
    def many(root: Path) -> None:
        for number in range(MANY):
            text = article(f"Guan and Xinhua agreed on {number} things.", date=f"2016-{number % 12 + 1:02}-11")
            put(f"data/articles/many/{number}.md", text)(root)

    steps = {"there are many": many, "one goes": remove("data/articles/many/7.md")}
    hold(tmp_path, [*steps, "an article says more", "a page by hand is removed"], steps)
