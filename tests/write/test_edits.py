"""Edits of the user's own files: all of them, or none; a new file never takes the place of another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_dossier.write.edits import Edit, write_edits, write_new
from mkdocs_dossier.write.tree import CannotWrite
from tests.site_edits import files_of

FILES = {"a.yml": b"a", "b.yml": b"b", "old/c.md": b"c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def edit(folder: Path, path: str, to: str = "", before: bytes | None = None) -> Edit:
    return Edit(folder / path, folder / (to or path), FILES[path] if before is None else before, b"new " + FILES[path])


def test_all_files_are_written_and_one_is_moved(folder: Path) -> None:
    write_edits([edit(folder, "a.yml"), edit(folder, "old/c.md", "new/deep/c.md")])
    assert files_of(folder) == {"a.yml": b"new a", "b.yml": b"b", "new/deep/c.md": b"new c"}
    assert not (folder / "old").exists()


@pytest.mark.parametrize("moved", ["new/c.md", "b.yml"])
def test_what_was_written_is_taken_back_where_a_later_file_changed_meanwhile(folder: Path, moved: str) -> None:
    edits = [edit(folder, "a.yml"), edit(folder, "old/c.md", moved), edit(folder, "b.yml", before=b"not this")]
    with pytest.raises(CannotWrite, match="nothing was written"):
        write_edits(edits)
    assert files_of(folder) == FILES
    assert sorted(path.name for path in folder.iterdir()) == ["a.yml", "b.yml", "old"]


@pytest.mark.skipif(os.getuid() == 0, reason="who may do everything is never stopped")
def test_where_a_folder_cannot_be_written_to_nothing_is(folder: Path) -> None:
    (folder / "old").chmod(0o500)
    with pytest.raises(CannotWrite, match=r"cannot write .*c\.md"):
        write_edits([edit(folder, "a.yml"), edit(folder, "old/c.md")])
    assert files_of(folder) == FILES


def test_a_new_file_takes_the_place_of_nothing(folder: Path) -> None:
    write_new(folder / "deep/er/d.yml", b"d")
    (folder / "link.yml").symlink_to("nowhere")
    for path in ("a.yml", "deep/er/d.yml", "link.yml"):
        with pytest.raises(CannotWrite, match="is there already; nothing was written"):
            write_new(folder / path, b"other")
    assert files_of(folder) == FILES | {"deep/er/d.yml": b"d"}
    assert not list(folder.rglob(".dossier-*"))
