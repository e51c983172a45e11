"""The cache on disk: what was kept under a key is there, whatever is damaged or foreign is not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_dossier.incremental.cache import Cache
from tests.conftest import ROOT, article
from tests.processes import run
from tests.small_project import small_project


def test_what_was_kept_under_a_key_is_there_for_this_key_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.read("slot", "key") is None
    cache.keep("slot", "key", b"a\nb")
    assert cache.read("slot", "key") == b"a\nb"
    assert cache.read("slot", "other key") is None
    cache.keep("slot", "other key", b"c")
    assert (cache.read("slot", "key"), cache.read("slot", "other key")) == (None, b"c")
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["slot"]


@pytest.mark.parametrize("damage", [b"", b"key", b"key \n", b"\xff\n\xff", b"key 0\na", None])
def test_what_is_damaged_is_not_there(damage: bytes | None, tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep("slot", "key", b"body")
    whole = (tmp_path / "slot").read_bytes()
    (tmp_path / "slot").write_bytes(whole[:-1] if damage is None else damage)
    assert cache.read("slot", "key") is None


def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file")
    cache.keep("slot", "key", b"body")
    assert cache.read("slot", "key") is None


def test_a_folder_to_which_a_link_leads_out_of_the_project_is_neither_read_nor_written(tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    Cache(elsewhere / "dossier").keep("slot", "key", b"body")
    project.mkdir()
    (project / ".cache").symlink_to(elsewhere)
    cache = Cache(project / ".cache" / "dossier")
    assert cache.read("slot", "key") is None
    cache.keep("other slot", "key", b"body")
    assert [file.name for file in (elsewhere / "dossier").iterdir()] == ["slot"]


def _check(project: Path) -> tuple[int, str]:
    done = run("dossier", "check", cwd=project)
    return done.returncode, done.stdout + done.stderr


def test_check_says_the_same_again_and_something_else_after_an_edit_or_when_an_embargo_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "data/actors.yml": "ann: {name: Ann Archer, type: person, embargo: 2026-06-01}\n",
        "data/events.yml": "talks: {title: Talks, date: 2016-08-18, actors: [ann]}\n",
        "data/articles/a.md": article("[[ann]] spoke."),
    }
    small_project(tmp_path, files)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # the first day of 2026
    before = _check(tmp_path)
    assert "private-reference" in before[1]
    assert _check(tmp_path) == before
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")  # the first of July
    assert _check(tmp_path) == (0, "no problems found\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert _check(tmp_path) == before
    (tmp_path / "data/events.yml").write_text("talks: {title: Talks, date: 2016-08-18}\n", encoding="utf-8")
    assert "data/events.yml" not in _check(tmp_path)[1]


def test_the_demo_has_no_cache_in_its_repository() -> None:
    assert ".cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_what_a_killed_run_has_left_is_swept_away_but_not_what_another_is_writing(tmp_path: Path) -> None:
    old, young = tmp_path / ".new-old", tmp_path / ".new-young"
    for file in (old, young):
        file.write_bytes(b"half")
    os.utime(old, (1_000_000_000, 1_000_000_000))
    Cache(tmp_path).keep("slot", "key", b"body")
    assert (old.exists(), young.exists()) == (False, True)
