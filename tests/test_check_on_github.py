"""`dossier check --format github` names files as the repository has them, wherever the project lies in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.processes import run

WRONG = "a: {name: A, type: persn}\n"


def _named(cwd: Path, *options: str, **environment: str) -> list[str]:
    done = run("dossier", *options, "check", "--format", "github", cwd=cwd, **{"GITHUB_WORKSPACE": "", **environment})
    assert done.returncode == 1, done.stderr
    return re.findall("file=([^,]+)", done.stdout)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for folder in ("", "sub", "sub/deep"):
        (tmp_path / folder / "data").mkdir(parents=True)
        (tmp_path / folder / "data/actors.yml").write_text(WRONG)
    return tmp_path


def test_a_project_in_a_folder_is_named_with_it(repository: Path) -> None:
    assert _named(repository, "-C", "sub") == ["sub/data/actors.yml"]
    assert _named(repository, "-C", "sub/deep") == ["sub/deep/data/actors.yml"]
    assert _named(repository / "sub") == ["sub/data/actors.yml"]
    assert _named(repository / "sub", "-C", "..") == ["data/actors.yml"]
    assert _named(repository) == ["data/actors.yml"]


def test_what_the_workflow_says_of_its_repository_comes_first(repository: Path) -> None:
    assert _named(repository, "-C", "sub/deep", GITHUB_WORKSPACE=str(repository / "sub")) == ["deep/data/actors.yml"]
    assert _named(repository, "-C", "sub", GITHUB_WORKSPACE="/elsewhere") == ["sub/data/actors.yml"]


def test_where_there_is_no_repository_paths_are_those_of_the_project(repository: Path) -> None:
    (repository / ".git").rmdir()
    assert _named(repository, "-C", "sub") == ["data/actors.yml"]
    done = run("dossier", "-C", "sub", "check", cwd=repository)
    assert done.stdout.startswith("data/actors.yml:1:")
