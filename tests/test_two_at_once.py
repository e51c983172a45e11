"""Several processes that build one project, and processes that are interrupted."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.built_projects import HERE, beside, build, edit, running, wait_for
from tests.conftest import article
from tests.processes import PATIENCE, run, serving
from tests.site_edits import append, files_of
from tests.small_project import put, small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path)


WAITING = """
import pathlib, time

def on_post_build(config):
    pathlib.Path("waits").touch()
    while not pathlib.Path("go").exists():
        time.sleep(0.02)
"""
HOLDING = (
    "import sys, time; from mkdocs_dossier.write.stage import open_stage; "
    "s = open_stage('out'); print(); time.sleep(60)"
)


@pytest.mark.promise("two-at-once")
def test_of_two_builds_of_one_site_the_second_says_who_is_there_and_leaves(project: Path) -> None:
    put("hook.py", WAITING)(project)
    append("mkdocs.yml", "\nhooks: [hook.py]\n")(project)
    with running(project, "mkdocs", "build") as first:
        wait_for(project / "waits")
        said = build(project, code=1)
        assert f"process {first.pid} is writing {project / 'site'} right now" in said
        assert not (project / "site").exists()
        (project / "go").touch()
        assert first.wait(PATIENCE) == 0
    assert (project / "site/index.html").is_file() and beside(project) == []


@pytest.mark.promise("two-at-once")
def test_a_build_that_was_killed_is_in_nobodys_way(project: Path) -> None:
    put("hook.py", WAITING)(project)
    append("mkdocs.yml", "\nhooks: [hook.py]\n")(project)
    with running(project, "mkdocs", "build") as first:
        wait_for(project / "waits")
        first.kill()
        first.wait()
        (project / "go").touch()
        build(project)
    assert (project / "site/index.html").is_file() and beside(project) == []


@pytest.mark.promise("two-at-once")
def test_of_two_commands_that_write_one_folder_the_second_says_who_is_there_and_leaves(project: Path) -> None:
    with running(project, "python", "-c", HOLDING) as first:
        assert first.stdout is not None and first.stdout.readline()
        done = run("dossier", "build", "--to", "out", cwd=project, **HERE)
        line = f"process {first.pid} is writing out right now; try again when it has ended"
        assert (done.returncode, done.stderr.splitlines()) == (1, [line])
        first.kill()
        first.wait()
        assert run("dossier", "build", "--to", "out", cwd=project, **HERE).returncode == 0
    assert beside(project, "out") == []


@pytest.mark.promise("two-at-once")
def test_builds_beside_a_server_and_beside_each_other_share_the_cache(project: Path) -> None:
    build(project)
    edit(project)
    with serving(project, **HERE) as server:
        server.wait_for("small/articles/new/", lambda page: "from Aleppo" in page)
        commands = [("mkdocs", "build", "-d", f"site{number}") for number in range(2)]
        commands += [("dossier", "build", "--to", "out"), ("dossier", "check")]
        with ThreadPoolExecutor() as pool:
            ended = list(pool.map(lambda line: run(*line, cwd=project, **HERE), commands))
        assert [done.returncode for done in ended[:3]] == [0, 0, 0], [done.stderr for done in ended]
        with server.turning("small/articles/new/", lambda page: "came, too" in page):
            append("data/articles/new.md", "\nGuan came, too.\n")(project)
        assert "Traceback" not in server.log() and "ERROR" not in server.log()
    assert files_of(project / "site0") == files_of(project / "site1")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.promise("failed-build")
def test_an_interrupted_build_leaves_the_site_as_it_was_and_no_process(number: int, tmp_path: Path) -> None:
    project = small_project(tmp_path)
    build(project)
    before = files_of(project / "site")
    edit(project)
    put("hook.py", WAITING)(project)
    append("mkdocs.yml", "\nhooks: [hook.py]\n")(project)
    with running(project, "mkdocs", "build") as process:
        wait_for(project / "waits")
        process.send_signal(number)
        assert process.wait(PATIENCE) != 0
    assert files_of(project / "site") == before
    assert beside(project) == []


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="processes are looked for in /proc")
def test_workers_end_with_the_process_that_asked_for_their_work(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    for number in range(400):
        text = article(f"Guan and Xinhua agreed on {number} things.", date=f"2016-{number % 12 + 1:02}-11")
        put(f"data/articles/{number}.md", text)(project)
    with running(project, "mkdocs", "build", DOSSIER_EXECUTOR="process:2", MARK=str(project)) as process:
        wait_for(project / ".site.dossier/new/articles")  # workers write there
        process.kill()
        process.wait()
    end = time.monotonic() + PATIENCE
    while (left := _marked(str(project))) and time.monotonic() < end:
        time.sleep(0.05)
    assert left == []
    build(project)


def _marked(mark: str) -> list[str]:
    """The processes that have a certain value in their environment."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and f"MARK={mark}\0".encode() in (folder / "environ").read_bytes():
                found.append(folder.name)
    return found
