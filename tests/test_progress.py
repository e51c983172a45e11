"""Long work shows itself on a terminal, and nowhere else; nothing of it remains."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import counted, silent
from mkdocs_dossier.run.progress_bar import bar_line
from tests.conftest import NOW, article
from tests.processes import run, run_in_terminal
from tests.small_project import settings, small_project

SLOW = """
import time
from concurrent.futures import ThreadPoolExecutor


class Slow(ThreadPoolExecutor):
    def submit(self, function, /, *given):
        def late():
            time.sleep(0.8)
            return function(*given)

        return super().submit(late)


def executor():
    return Slow(1)
"""
CLEAR = "\r\x1b[2K"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A collection whose work takes a few seconds in an executor that takes its time."""
    files = {f"data/articles/a{n}.md": article(f"Xinhua reported number {n}.") for n in range(600)}
    actors = "xinhua: {name: Xinhua, type: media}\nx: {name: X, type: persn}\n"
    site = settings("search: false, executor: 'slow:executor'")
    return small_project(tmp_path, {**files, "data/actors.yml": actors, "mkdocs.yml": site, "slow.py": SLOW})


def _screen(written: str) -> str:
    """What is left on the terminal in the end."""
    return "\n".join(line.rpartition(CLEAR)[2] for line in written.replace("\r\n", "\n").split("\n"))


def test_check_shows_how_far_it_is_on_a_terminal_and_leaves_nothing(project: Path) -> None:
    written = run_in_terminal("dossier", "check", cwd=project, TERM="xterm", NO_COLOR="1", PYTHONPATH=_path(project))
    assert re.search(r"linking articles \[#+-+\] 250 of 600", written)
    assert _screen(written) == run("dossier", "check", cwd=project, PYTHONPATH=_path(project)).stdout
    lines = [part for part in written.split(CLEAR) if "linking" in part]
    assert lines and all(len(line) < 80 for line in lines)


def test_builds_show_how_far_they_are_on_a_terminal(project: Path) -> None:
    (project / "data/actors.yml").write_text("xinhua: {name: Xinhua, type: media}\n")
    for command in (("dossier", "build", "--to", "out"), ("mkdocs", "build")):
        written = run_in_terminal(*command, cwd=project, TERM="xterm", PYTHONPATH=_path(project))
        assert re.search(r"making pages \[#+-+\] \d+ of \d+", written), command
        screen = _screen(written)
        assert "making pages" not in screen and "Traceback" not in screen
    assert (project / "out/docs/articles/a599.md").is_file() and (project / "site/articles/a599/index.html").is_file()


QUIET = {"CI": {"CI": "true"}, "a terminal that knows no better": {"TERM": "dumb"}}


@pytest.mark.parametrize("where", QUIET)
def test_there_is_none_where_nobody_watches(where: str, project: Path) -> None:
    environment = {"TERM": "xterm", "NO_COLOR": "1", "PYTHONPATH": _path(project), **QUIET[where]}
    written = run_in_terminal("dossier", "check", cwd=project, **environment)
    assert "linking" not in written and "\x1b" not in written and "1 error" in written


def test_there_is_none_in_a_pipe(project: Path) -> None:
    done = run("dossier", "check", cwd=project, TERM="xterm", CI="", PYTHONPATH=_path(project))
    assert done.stderr == "" and "linking" not in done.stdout and "\x1b" not in done.stdout


WORK = """
import sys, time
from mkdocs_dossier.run.progress_bar import progress_bar
with progress_bar() as progress:
    progress("counting", 1, 2)
    time.sleep(float(sys.argv[1]))
print("done")
"""


@pytest.mark.parametrize(("seconds", "shown"), [("0", False), ("1.5", True)])
def test_there_is_none_for_what_is_done_at_once(seconds: str, shown: bool, tmp_path: Path) -> None:
    written = run_in_terminal("python", "-c", WORK, seconds, cwd=tmp_path, TERM="xterm")
    assert (f"{CLEAR}counting [############------------] 1 of 2{CLEAR}" in written) == shown
    assert written.endswith("done\r\n") and _screen(written) == "done\n"


def test_every_stage_tells_how_much_of_how_much_is_done(project: Path) -> None:
    told: list[tuple[str, int, int]] = []
    options = Options(root=project, now=NOW, executor="serial")
    watched, _ = write_site(options, lambda *state: told.append(state))
    assert watched.pages == write_site(options)[0].pages
    stages = list(dict.fromkeys(doing for doing, _, _ in told))
    assert stages == ["reading files", "checking files", "linking articles", "making pages"]
    for stage in stages:
        done = [number for doing, number, _ in told if doing == stage]
        total = {of for doing, _, of in told if doing == stage}
        assert done == sorted(done) and len(total) == 1
        assert done[-1] == (next(iter(total)) or 601)


def test_who_is_not_watched_pays_nothing() -> None:
    items = [1, 2, 3]
    assert counted(items, "counting", 3, silent) is items


def test_a_line_fits_the_terminal() -> None:
    assert bar_line("linking articles", 2, 4, width=79) == "linking articles [############------------] 2 of 4"
    assert bar_line("linking articles", 1250, 4331, width=40) == "linking articles 1,250 of 4,331"
    assert bar_line("linking articles", 1250, 4331, width=10) == "linking ar"
    assert bar_line("reading files", 7, 0, width=79) == "reading files 7"


def _path(project: Path) -> str:
    return os.pathsep.join([str(project), os.environ.get("PYTHONPATH", "")])
