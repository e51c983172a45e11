"""`mkdocs build` and `dossier build` are killed at any moment, and any of their file operations fails."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from errno import ENOSPC

import pytest

from tests.built_projects import HERE, edit
from tests.crashing import Job, Round, quick_folder, rounds
from tests.processes import run
from tests.site_edits import swap
from tests.small_project import small_project


@pytest.fixture(scope="module", params=["mkdocs", "dossier"])
def job(request: pytest.FixtureRequest) -> Iterator[Job]:
    """A small project in which something was edited since it was built."""
    command: str = request.param
    target = "site" if command == "mkdocs" else "out"
    arguments = ["build"] if command == "mkdocs" else ["build", "--to", "out"]
    with quick_folder() as folder:
        project = small_project(folder / "work")
        swap("mkdocs.yml", "search: false", "search: false, maps: false")(project)  # quicker
        assert run(command, *arguments, cwd=project, **HERE).returncode == 0
        shutil.copytree(project / target, folder / "old")
        edit(project)
        shutil.copytree(project, folder / "start")
        assert run(command, *arguments, cwd=project, **HERE).returncode == 0
        shutil.copytree(project / target, folder / "new")
        start, old, new = (str(folder / name) for name in ("start", "old", "new"))
        yield Job(str(project), start, target, command, old, new, arguments)


def _hold(found: Iterable[Round]) -> None:
    for one in found:
        assert one.state in ("old", "new"), one
        assert one.then == "" or (one.then, one.left) == ("new", []), one
        assert "Traceback" not in one.said, one


@pytest.mark.promise("old-or-new")
def test_a_build_that_is_killed_leaves_what_was_there_or_what_is_new(job: Job) -> None:
    _hold(rounds(job, kills=40, seed=3, again=8))


@pytest.mark.long
@pytest.mark.promise("old-or-new")
def test_a_build_that_is_killed_a_thousand_times_leaves_what_was_there_or_what_is_new(job: Job) -> None:
    found = rounds(job, kills=1000, seed=4, again=10)
    _hold(found)
    assert {one.state for one in found} == {"old", "new"}


@pytest.mark.promise("old-or-new")
def test_a_build_of_which_an_operation_fails_leaves_what_was_there_or_what_is_new(job: Job) -> None:
    _hold_failures(rounds(job, errno=ENOSPC, step=29, then=False))


@pytest.mark.long
@pytest.mark.parametrize("stays", [False, True])
def test_a_build_of_which_any_operation_fails_leaves_what_was_there_or_what_is_new(job: Job, stays: bool) -> None:
    _hold_failures(rounds(job, errno=ENOSPC, stays=stays))


@pytest.mark.long
def test_a_build_that_is_killed_at_any_operation_leaves_what_was_there_or_what_is_new(job: Job) -> None:
    _hold(rounds(job))


def _hold_failures(found: list[Round]) -> None:
    _hold(found)
    for one in found:
        assert one.code in (0, 1), one
        if one.code == 1:
            assert one.state == "old", one
