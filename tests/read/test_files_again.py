"""What a second walk through data/ takes again, and what it reads anew."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from mkdocs_dossier.read.files import FilesRead, read_files
from tests.conftest import MakeCollection, article

FILES = {
    "data/actors.yml": "kerry: {name: John Kerry, type: person}\n",
    "data/actors/empty.yml": "\n",
    "data/articles/deep/one.md": article("One."),
    "data/articles/two.md": article("Two."),
}


def _later() -> int:
    """A clock by which nothing was written just now."""
    return time.time_ns() + 10_000_000_000


def _read(root: Path, before: FilesRead | None = None) -> FilesRead:
    return read_files(root / "data", root, max_size=5_000, before=before, clock=_later)


def _all_the_same(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    return len(first) == len(second) and all(one is other for one, other in zip(first, second, strict=True))


def test_a_file_that_did_not_change_is_not_opened_again(
    collection: MakeCollection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection(FILES)
    first = _read(tmp_path)
    assert [p.code for p in first.problems] == ["empty-file"]

    def refuse(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("builtins.open", refuse)
    again = _read(tmp_path, first)
    assert _all_the_same(first.files, again.files) and _all_the_same(first.problems, again.problems)


def test_a_file_written_just_before_it_was_read_is_opened_again(
    collection: MakeCollection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection(FILES)
    first = read_files(tmp_path / "data", tmp_path, max_size=5_000)
    # On a coarse clock, this leaves the stamp as it was.
    monkeypatch.setattr("mkdocs_dossier.read.files._stamp", lambda status: (0, 0, 0, 0))
    second = _read(tmp_path, first)
    assert _all_the_same(first.files, second.files)
    (tmp_path / "data/articles/two.md").write_text(article("2wo."), encoding="utf-8")
    settled = _read(tmp_path, second)
    assert settled.files[-1].text == first.files[-1].text, "by then the stamp was old enough to be trusted"

    before = read_files(tmp_path / "data", tmp_path, max_size=5_000)
    (tmp_path / "data/articles/two.md").write_text(article("Tw2."), encoding="utf-8")
    changed = _read(tmp_path, before)
    assert changed.files[-1].text == article("Tw2.")


def test_a_file_saved_without_a_change_is_the_same_object(collection: MakeCollection, tmp_path: Path) -> None:
    collection(FILES)
    first = _read(tmp_path)
    for path in FILES:
        os.utime(tmp_path / path, (1, 1))
    again = _read(tmp_path, first)
    assert _all_the_same(first.files, again.files) and _all_the_same(first.problems, again.problems)


@pytest.mark.parametrize(
    "change", ["write", "as old", "remove", "rename", "replace", "add", "folder", "link", "break", "grow"]
)
def test_a_changed_folder_reads_as_if_for_the_first_time(
    change: str, collection: MakeCollection, tmp_path: Path
) -> None:
    collection(FILES)
    before = _read(tmp_path)
    two = tmp_path / "data/articles/two.md"
    match change:
        case "write":
            two.write_text(article("2!"), encoding="utf-8")
        case "as old":
            status = two.stat()
            two.write_text(article("Owt."), encoding="utf-8")
            os.utime(two, ns=(status.st_atime_ns, status.st_mtime_ns))
        case "remove":
            two.unlink()
        case "rename":
            two.rename(two.with_name("three.txt"))
        case "replace":
            (tmp_path / "new").write_text(two.read_text(encoding="utf-8").replace("Two", "Owt"), encoding="utf-8")
            (tmp_path / "new").replace(two)
        case "add":
            two.with_name("three.md").write_text(article("Three."), encoding="utf-8")
        case "folder":
            two.unlink()
            two.mkdir()
            (two / "inner.md").write_text(article("In."), encoding="utf-8")
        case "link":
            two.unlink()
            two.symlink_to(tmp_path / "nowhere")
        case "break":
            two.write_bytes(b"\xff")
        case "grow":
            two.write_text("x" * 5_001, encoding="utf-8")
    after, anew = _read(tmp_path, before), _read(tmp_path)
    assert (after.files, after.problems) == (anew.files, anew.problems)
    assert after.files[0] is before.files[0]


def test_another_limit_on_size_asks_every_file_again(collection: MakeCollection, tmp_path: Path) -> None:
    collection(FILES)
    before = _read(tmp_path)
    after = read_files(tmp_path / "data", tmp_path, max_size=1, before=before, clock=_later)
    assert {p.code for p in after.problems} == {"too-big", "empty-file"}
