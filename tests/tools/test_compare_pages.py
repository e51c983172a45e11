"""Two versions of the generator are compared by the bytes that they write."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import article
from tests.small_project import write
from tools.compare_pages import differences, main

HERE = Path(sys.executable).parent
"""The commands of this environment."""

FILES = {
    "data/actors.yml": "guan: {name: Guan Youfei, type: person}\n",
    "data/articles/visit.md": article("Guan Youfei was in Syria."),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "small", FILES)
    return tmp_path


def _version(folder: Path, dossier: str) -> Path:
    """A version whose `mkdocs` is this one's. dossier: the other command, as a script of a shell."""
    (folder / "bin").mkdir(parents=True)
    for name, script in {"mkdocs": f'"{HERE}/mkdocs" "$@"', "dossier": dossier}.items():
        command = folder / "bin" / name
        command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        command.chmod(0o755)
    return folder


def test_a_page_that_another_version_writes_in_another_way_is_named_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    after = _version(folder / "after", f'"{HERE}/dossier" "$@" && sed -i s/Guan/Juan/ tree/docs/actors/guan.md')
    assert main([str(HERE.parent), str(after), "--no-demo", "--collection", str(folder / "small")]) == 1
    said = capsys.readouterr().out
    assert "small/tree/docs/actors/guan.md\n" in said
    assert "Guan Youfei" in said and "Juan Youfei" in said
    assert "\n1 of " in said


def test_a_build_that_fails_is_no_difference_but_an_end(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = str(_version(folder / "broken", "echo it broke; exit 3"))
    assert main([broken, broken, "--no-demo", "--collection", str(folder / "small")]) == 2
    assert "it broke" in capsys.readouterr().err


def test_what_came_and_what_went_differs_too_but_for_what_may() -> None:
    before = {"a/page.md": b"same\nold line\n", "a/gone.md": b"", "a/x.js": b"1", "a/picture.png": b"\xff\x00"}
    after = {"a/page.md": b"same\nnew line\n", "a/come.md": b"", "a/x.js": b"2", "a/picture.png": b"\xff\x01"}
    assert differences(before, after, ["*.js"]) == {
        "a/come.md": "  was not written before\n",
        "a/gone.md": "  is not written any more\n",
        "a/page.md": "  line 2\n  - old line\n  + new line\n",
        "a/picture.png": "  2 bytes were other 2 bytes\n",
    }
    assert differences(before, before) == {}
