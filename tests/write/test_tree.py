"""A tree of files is written where it differs, and only what was written is ever removed."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.write.errors import CannotWrite
from mkdocs_dossier.write.tree import MANIFEST, TreeChange, write_tree

ONE = {"a.md": b"one", "x/b.md": b"two", "x/y/c.md": b"three"}


def _files(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {path: content for path, content in found.items() if path != MANIFEST}


def test_a_tree_is_written_whole(tmp_path: Path) -> None:
    assert write_tree(tmp_path / "new" / "site", ONE) == TreeChange(3, 0, 0)
    assert _files(tmp_path / "new" / "site") == ONE


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write_tree(tmp_path, ONE)
    for path in tmp_path.rglob("*"):
        os.utime(path, (1, 1))
    assert write_tree(tmp_path, ONE) == TreeChange(0, 3, 0)
    assert {path.stat().st_mtime for path in tmp_path.rglob("*")} == {1}


def test_only_what_differs_is_written_and_only_what_is_gone_is_removed(tmp_path: Path) -> None:
    write_tree(tmp_path, ONE)
    os.utime(tmp_path / "a.md", (1, 1))
    assert write_tree(tmp_path, {"a.md": b"one", "x/b.md": b"changed"}) == TreeChange(1, 1, 1)
    assert _files(tmp_path) == {"a.md": b"one", "x/b.md": b"changed"}
    assert (tmp_path / "a.md").stat().st_mtime == 1
    assert not (tmp_path / "x" / "y").exists()


def test_foreign_files_and_their_folders_are_left_alone(tmp_path: Path) -> None:
    write_tree(tmp_path, ONE)
    (tmp_path / "x" / "y" / "mine.txt").write_text("mine")
    (tmp_path / "mine.md").write_text("mine")
    write_tree(tmp_path, {"a.md": b"one"})
    assert _files(tmp_path) == {"a.md": b"one", "mine.md": b"mine", "x/y/mine.txt": b"mine"}


def test_a_foreign_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "b.md").write_text("mine")
    with pytest.raises(CannotWrite, match=r"b\.md was not written by dossier"):
        write_tree(tmp_path, ONE)
    assert (tmp_path / "x" / "b.md").read_text() == "mine"


def test_after_a_foreign_file_was_moved_away_all_is_well(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "b.md").write_text("mine")
    with pytest.raises(CannotWrite):
        write_tree(tmp_path, ONE)
    (tmp_path / "x" / "b.md").unlink()
    # In the meantime the collection has changed; what the first run wrote is no foreign file.
    changed = {path: content + b"!" for path, content in ONE.items()}
    write_tree(tmp_path, changed)
    assert _files(tmp_path) == changed


def test_a_foreign_file_of_the_same_content_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"one")
    assert write_tree(tmp_path, ONE) == TreeChange(2, 1, 0)


def test_a_file_that_dossier_wrote_and_the_user_removed_is_written_again(tmp_path: Path) -> None:
    write_tree(tmp_path, ONE)
    (tmp_path / "a.md").unlink()
    assert write_tree(tmp_path, ONE).written == 1


@pytest.mark.parametrize("written_before", [False, True])
def test_a_folder_in_the_place_of_a_file_is_an_error_and_no_traceback(written_before: bool, tmp_path: Path) -> None:
    if written_before:
        write_tree(tmp_path, {"a.md": b"old"})
        (tmp_path / "a.md").unlink()
    (tmp_path / "a.md").mkdir()
    (tmp_path / "a.md" / "mine").write_text("mine")
    with pytest.raises(CannotWrite, match=r"a\.md"):
        write_tree(tmp_path, {"a.md": b"one"})
    assert _files(tmp_path) == {"a.md/mine": b"mine"}


def test_a_file_in_the_place_of_a_folder_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("mine")
    with pytest.raises(CannotWrite):
        write_tree(tmp_path, ONE)
    assert (tmp_path / "x").read_text() == "mine"


def test_the_folder_itself_may_not_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(CannotWrite):
        write_tree(tmp_path / "site", ONE)


@pytest.mark.skipif(os.geteuid() == 0, reason="root can write everywhere")
def test_a_folder_that_cannot_be_written_is_named_in_the_message(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CannotWrite, match=r"cannot write .*a\.md: permission denied"):
            write_tree(tmp_path, ONE)
    finally:
        tmp_path.chmod(0o700)


def test_a_name_that_is_too_long_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_tree(tmp_path, {"a" * 300 + ".md": b"one"})


DAMAGED = [
    b"", b"{", b"\xff\xfe", b"null", b"5", b"true", b'"a.md"', b"{}", b'{"mine.txt": 1}', b"[1, null, [], {}]",
    b'["", ".", "/", "x"]', b'["a\\u0000b"]', b'["' + b"a" * 5000 + b'"]', b"[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_manifest_is_taken_for_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "mine.txt").write_text("mine")
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / MANIFEST).write_bytes(content)
    write_tree(tmp_path, {"a.md": b"one"})
    assert _files(tmp_path) == {"a.md": b"one", "mine.txt": b"mine", "x/mine.txt": b"mine"}
    assert write_tree(tmp_path, {}).removed == 1


@pytest.mark.parametrize("path", ["../outside.txt", "x/../../outside.txt", "{outside}"])
def test_a_manifest_never_removes_a_file_outside_its_folder(path: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    site = tmp_path / "site"
    site.mkdir()
    (site / MANIFEST).write_text(json.dumps([path.format(outside=outside)]))
    write_tree(site, {"a.md": b"one"})
    assert outside.exists()


def test_nothing_is_left_behind_but_the_files_and_the_manifest(tmp_path: Path) -> None:
    write_tree(tmp_path, ONE)
    write_tree(tmp_path, {"a.md": b"two"})
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted([MANIFEST, "a.md"])
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


TREES = st.dictionaries(st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h"]), st.binary(max_size=3), max_size=5)


@given(st.lists(TREES, min_size=1, max_size=4))
@settings(deadline=None, max_examples=50)
def test_after_any_history_the_folder_holds_the_last_tree(trees: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "mine").write_bytes(b"mine")
        for tree in trees:
            change = write_tree(folder, tree)
            assert change.written + change.unchanged == len(tree)
            assert _files(folder) == {**tree, "mine": b"mine"}
