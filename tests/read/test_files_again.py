"""What a second walk through data/ takes again, and what it reads anew."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.memory import Memory
from generator.read.files import SourceFile, read_files
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


def _read(root: Path, memory: Memory | None = None) -> tuple[tuple[SourceFile, ...], tuple[Diagnostic, ...]]:
    if memory is not None:
        memory.begin()
    return read_files(root / "data", root, max_size=5_000, memory=memory, clock=_later)


def _all_the_same(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    return len(first) == len(second) and all(one is other for one, other in zip(first, second, strict=True))


def test_a_file_that_did_not_change_is_not_opened_again(
    collection: MakeCollection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection(FILES)
    memory = Memory()
    files, problems = _read(tmp_path, memory)
    assert [p.code for p in problems] == ["empty-file"]

    def refuse(*_: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr("builtins.open", refuse)
    again, same = _read(tmp_path, memory)
    assert _all_the_same(files, again) and _all_the_same(problems, same)


def test_a_file_written_just_before_it_was_read_is_opened_again(
    collection: MakeCollection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection(FILES)
    memory = Memory()
    first, _ = read_files(tmp_path / "data", tmp_path, max_size=5_000, memory=memory)
    # On a coarse clock, this leaves the stamp as it was.
    monkeypatch.setattr("generator.read.files._stamp", lambda status: (0, 0, 0, 0))
    second, _ = _read(tmp_path, memory)
    assert _all_the_same(first, second)
    (tmp_path / "data/articles/two.md").write_text(article("2wo."), encoding="utf-8")
    settled, _ = _read(tmp_path, memory)
    assert settled[-1].text == first[-1].text, "by then the stamp was old enough to be trusted"

    memory = Memory()
    read_files(tmp_path / "data", tmp_path, max_size=5_000, memory=memory)
    (tmp_path / "data/articles/two.md").write_text(article("Tw2."), encoding="utf-8")
    changed, _ = _read(tmp_path, memory)
    assert changed[-1].text == article("Tw2.")


def test_a_file_saved_without_a_change_is_the_same_object(collection: MakeCollection, tmp_path: Path) -> None:
    collection(FILES)
    memory = Memory()
    files, problems = _read(tmp_path, memory)
    for path in FILES:
        os.utime(tmp_path / path, (1, 1))
    again, same = _read(tmp_path, memory)
    assert _all_the_same(files, again) and _all_the_same(problems, same)


@pytest.mark.parametrize(
    "change", ["write", "as old", "remove", "rename", "replace", "add", "folder", "link", "break", "grow"]
)
def test_a_changed_folder_reads_as_if_for_the_first_time(
    change: str, collection: MakeCollection, tmp_path: Path
) -> None:
    collection(FILES)
    memory = Memory()
    before, _ = _read(tmp_path, memory)
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
    after = _read(tmp_path, memory)
    assert after == _read(tmp_path)
    assert after[0][0] is before[0]


def test_another_limit_on_size_asks_every_file_again(collection: MakeCollection, tmp_path: Path) -> None:
    collection(FILES)
    memory = Memory()
    _read(tmp_path, memory)
    _, problems = read_files(tmp_path / "data", tmp_path, max_size=1, memory=memory, clock=_later)
    assert {p.code for p in problems} == {"too-big", "empty-file"}
