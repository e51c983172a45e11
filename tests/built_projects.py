"""A small project that is built by real commands, edited, and built again."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT, article
from tests.processes import BIN, PATIENCE, heed_interrupts, run
from tests.site_edits import append
from tests.small_project import put

HERE = {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1780000000"}


def build(project: Path, *arguments: str, code: int = 0) -> str:
    """Build the site, and return what was said."""
    done = run("mkdocs", "build", *arguments, cwd=project, **HERE)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def edit(project: Path) -> None:
    append("data/articles/2016/talks.md", "\nXinhua agreed in China on Monday.\n")(project)
    append("docs/about.md", "\nMore.\n")(project)
    (project / "data/articles/left.md").unlink(missing_ok=True)
    put("data/articles/new.md", article("Xinhua reported from Aleppo on 16 August 2016."))(project)


def beside(project: Path, name: str = "site") -> list[str]:
    """What lies beside the site, of what is only there while one is built."""
    return [path.name for path in project.iterdir() if path.name.startswith(f".{name}.")]


@contextmanager
def running(project: Path, command: str, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A process of this environment, which is there until the block ends."""
    pipe = subprocess.PIPE
    line = [str(BIN / command), *arguments]
    process = subprocess.Popen(
        line,
        cwd=project,
        stdout=pipe,
        stderr=pipe,
        text=True,
        env={**os.environ, **HERE, **environment},
        preexec_fn=heed_interrupts,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.02)
