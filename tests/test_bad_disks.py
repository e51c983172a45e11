"""Disks that are full, read-only, or end at the folder that is built."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.built_projects import HERE, beside, edit
from tests.processes import run
from tests.site_edits import files_of
from tests.small_project import small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


@contextmanager
def mounted(folder: Path, *arguments: str) -> Iterator[None]:
    """Something is mounted at a folder; skip the test where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["mount", *arguments, str(folder)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


COMMANDS = {"site": ("mkdocs", "build", "--quiet"), "out": ("dossier", "build", "--to", "out")}


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small drive")
@pytest.mark.parametrize("target", COMMANDS)
@pytest.mark.parametrize("beside_it", [True, False], ids=["the project's", "of its own"])
@pytest.mark.promise("bad-disk")
def test_a_full_disk_leaves_what_was_there(beside_it: bool, target: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    drive = project if beside_it else project / target
    with mounted(drive, "-t", "tmpfs", "-o", "size=2m", "tmpfs"):
        small_project(project)
        assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
        before = files_of(project / target)
        edit(project)
        fill(drive)
        done = run(*COMMANDS[target], cwd=project, **HERE)
        (drive / ".fill").unlink()
        assert done.returncode == 1 and "no space left on device" in done.stderr.lower()
        assert "Traceback" not in done.stderr
        assert files_of(project / target) == before
        assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
        assert files_of(project / target) != before


def fill(drive: Path) -> None:
    """Leave no more than a few pages of space."""
    with (drive / ".fill").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    size = (drive / ".fill").stat().st_size
    os.truncate(drive / ".fill", size - 16 * 4096)


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small drive")
@pytest.mark.parametrize("command", [("mkdocs", "build", "--strict"), ("dossier", "check")])
@pytest.mark.promise("bad-disk")
def test_a_cache_that_is_full_is_said_in_one_line_and_all_goes_on(command: tuple[str, ...], project: Path) -> None:
    with mounted(project / ".cache", "-t", "tmpfs", "-o", "size=4k", "tmpfs"):
        done = run(*command, cwd=project, **HERE)
    folder = project / ".cache/dossier"
    lines = [line for line in done.stderr.splitlines() if ".cache" in line]
    assert lines == [f"warning: nothing is kept in {folder} for the next run: no space left on device"]
    assert done.returncode == 0 and "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="mounts the folder read-only")
@pytest.mark.parametrize("target", COMMANDS)
@pytest.mark.promise("bad-disk")
def test_a_folder_that_cannot_be_written_is_named_and_left_as_it_is(target: str, project: Path) -> None:
    assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
    before = files_of(project / target)
    edit(project)
    with mounted(project / target, "--bind", "-o", "ro", str(project / target)):
        done = run(*COMMANDS[target], cwd=project, **HERE)
    assert done.returncode == 1 and "read-only file system" in done.stderr.lower()
    assert "Traceback" not in done.stderr and f"cannot write {target}" in done.stderr.replace(f"{project}/", "")
    assert (files_of(project / target), beside(project, target)) == (before, [])


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small drive")
@pytest.mark.parametrize("target", COMMANDS)
def test_a_folder_that_is_a_drive_of_its_own_is_written_in_its_place(target: str, project: Path) -> None:
    with mounted(project / target, "-t", "tmpfs", "tmpfs"):
        assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
        edit(project)
        assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
        found = files_of(project / target)
    assert run(*COMMANDS[target], cwd=project, **HERE).returncode == 0
    assert found == files_of(project / target)
