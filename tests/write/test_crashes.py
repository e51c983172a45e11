"""`write_tree` is killed, or the disk fails: there is the old tree or the new one, and one line says what happened."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from errno import EACCES, EIO, ENOSPC, EROFS
from pathlib import Path

import pytest

from mkdocs_dossier.write.tree import MANIFEST, write_tree
from tests.crashing import Job, Round, quick_folder, rounds

OLD = {f"{folder}/{number}.md": b"old" for folder in ("a", "a/b", "c") for number in range(3)}
NEW = {path: b"old" for path in OLD if path[0] == "a"} | {"a/1.md": b"new", "d/e/f.md": b"new", "g.md": b"new"}
MINE = {"mine.txt": b"mine", "a/mine.txt": b"mine", "hidden/.mine": b"mine"}
SAYS = {ENOSPC: "no space left on device", EIO: "input/output error", EACCES: "permission denied", EROFS: "read-only"}


def _job(folder: Path, mine: dict[str, bytes]) -> Job:
    """The old tree is there, and the new one is to be. mine: files of the user's among them."""
    folders = {name: folder / name for name in ("start/out", "old", "new")}
    for place, tree in zip(folders.values(), (OLD, OLD, NEW), strict=True):
        for path, content in mine.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(content)
        write_tree(place, tree)
    files = shutil.copytree(folder / "new", folder / "files")
    for path in (*mine, MANIFEST):
        (files / path).unlink()
    old, new = str(folder / "old"), str(folder / "new")
    return Job(str(folder / "work"), str(folder / "start"), "out", "tree", old, new, files=str(files))


@pytest.fixture
def alone() -> Iterator[Job]:
    """Nothing but what was written lies in the folder: another takes its place."""
    with quick_folder() as folder:
        yield _job(folder, {})


@pytest.fixture
def among() -> Iterator[Job]:
    """Files of the user's lie in it: new ones are moved in among them."""
    with quick_folder() as folder:
        yield _job(folder, MINE)


def _hold(found: Iterable[Round], states: set[str]) -> None:
    for one in found:
        assert one.state in states, one
        assert (one.then, one.left) == ("new", []), one


def _hold_failures(found: Iterable[Round], said: str, states: set[str]) -> None:
    found = list(found)
    _hold(found, states)
    for one in found:
        assert one.code == 0 or one.state == "old" or "next run" in one.said, one
        if one.code != 0:
            assert one.code == 1 and said in one.said and len(one.said.splitlines()) == 1, one
    assert {one.code for one in found} == {0, 1}


@pytest.mark.promise("old-or-new")
def test_killed_at_random_moments_it_is_the_old_tree_or_the_new_one(alone: Job) -> None:
    found = rounds(alone, kills=120, seed=1)
    _hold(found, {"old", "new"})
    assert {one.state for one in found} == {"old", "new"}


@pytest.mark.long
@pytest.mark.promise("old-or-new")
def test_killed_a_thousand_times_it_is_the_old_tree_or_the_new_one(alone: Job) -> None:
    _hold(rounds(alone, kills=1000, seed=2), {"old", "new"})


@pytest.mark.promise("old-or-new")
def test_killed_at_each_operation_it_is_the_old_tree_or_the_new_one(alone: Job) -> None:
    found = rounds(alone)
    _hold(found, {"old", "new"})
    assert len(found) > 50


@pytest.mark.promise("files-of-others")
def test_killed_among_files_of_the_users_the_next_run_finishes_it(among: Job) -> None:
    found = rounds(among)
    _hold(found, {one.state for one in found})  # which says that those files were never touched, too
    assert len([one for one in found if one.state not in ("old", "new")]) < len(found) / 2


@pytest.mark.parametrize(
    "errno", [EIO, *(pytest.param(other, marks=pytest.mark.long) for other in SAYS if other != EIO)]
)
@pytest.mark.promise("old-or-new")
def test_whichever_operation_fails_it_is_the_old_tree_or_the_new_one(errno: int, alone: Job) -> None:
    _hold_failures(rounds(alone, errno=errno), SAYS[errno], {"old", "new"})


@pytest.mark.promise("old-or-new")
def test_whichever_operation_is_the_first_to_fail_it_is_the_old_tree_or_the_new_one(alone: Job) -> None:
    _hold_failures(rounds(alone, errno=EIO, stays=True), SAYS[EIO], {"old", "new"})


@pytest.mark.promise("files-of-others")
def test_whichever_operation_fails_among_files_of_the_users_all_is_taken_back(among: Job) -> None:
    _hold_failures(rounds(among, errno=ENOSPC), SAYS[ENOSPC], {"old", "new"})


def test_a_disk_that_fails_for_good_halfway_is_said_and_finished_by_the_next_run(among: Job) -> None:
    found = rounds(among, errno=EIO, stays=True)
    _hold(found, {one.state for one in found})
    assert all("next run finishes" in one.said for one in found if one.state not in ("old", "new"))


def test_where_folders_cannot_change_places_it_is_the_old_tree_or_the_new_one_or_none_for_an_instant(
    alone: Job,
) -> None:
    job = replace(alone, exchanges=False)
    found = rounds(job)
    _hold(found, {"old", "new", "absent"})
    assert 0 < len([one for one in found if one.state == "absent"]) < 4
    _hold_failures(rounds(job, errno=EIO), SAYS[EIO], {"old", "new"})
