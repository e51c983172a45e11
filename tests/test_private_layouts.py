"""What the commands print of collections with something private in them, in thousands of layouts, sound and broken."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from mkdocs_dossier.cli import main
from tests.private_layouts import Layout, layouts
from tests.small_project import small_project

COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("build", "--to", "{project}/out"),
    ("why", "--all"),
    ("suggest",),
)


def _collections(seed: int, count: int) -> Iterator[list[Layout]]:
    """Yield the layouts in groups in which no two have one path, the sound ones and the others apart."""
    open_groups: dict[bool, dict[str, Layout]] = {True: {}, False: {}}
    for layout in layouts(seed, count):
        group = open_groups[layout.sound]
        if layout.path in group:
            yield list(group.values())
            group.clear()
        group[layout.path] = layout
    yield from (list(group.values()) for group in open_groups.values() if group)


def _printed(project: Path, files: list[Layout]) -> str:
    shutil.rmtree(project, ignore_errors=True)
    small_project(project, {f"data/{layout.path}": layout.text for layout in files})
    commands = (["-C", str(project), *(part.format(project=project) for part in command)] for command in COMMANDS)
    done = [CliRunner().invoke(main, command) for command in commands]
    assert [one.exception for one in done if not isinstance(one.exception, SystemExit | None)] == []
    return "".join(one.output for one in done)


def hold(project: Path, seed: int, count: int) -> None:
    """Run the commands on so many layouts."""
    try:
        for files in _collections(seed, count):
            private = [line for line in _printed(project, files).splitlines() if files[0].betrayed(line)]
            assert not private, "\n".join([*private, *(f"{file.path}\n{file.text}" for file in files)])
    finally:
        gc.enable()  # which the command has switched off


@pytest.mark.promise("no-private-word")
def test_no_command_prints_what_is_private_however_it_is_laid_out(tmp_path: Path) -> None:
    hold(tmp_path / "project", 0, 500)


@pytest.mark.long
@pytest.mark.promise("no-private-word")
@pytest.mark.parametrize("seed", range(1, 101))
def test_no_command_prints_what_is_private_in_a_hundred_thousand_layouts(seed: int, tmp_path: Path) -> None:
    hold(tmp_path / "project", seed, 1_000)
