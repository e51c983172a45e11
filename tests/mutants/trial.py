"""Tries mutants: each is put into a copy of the project for as long as the tests run that are meant to catch it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Literal

from tests.mutants.mutant import Mutant, mutated

Verdict = Literal["caught", "survived", "hung", "broken"]
"""broken: pytest did not come to run a test, so that nothing is known."""

_LEFT_OUT = shutil.ignore_patterns(
    *(".git", ".venv", ".cache", ".hypothesis", ".*_cache", "__pycache__", "site", ".site.*", "dist", "node_modules")
)
_STATES = count(int(time.time()))
"""Times for files, each another one: Python takes a compiled module for what it was made of if size and second fit."""


class NotHere(Exception):
    """The copy's tests would run another code than the copy's."""


@dataclass(frozen=True, slots=True)
class Project:
    """What is tried. package: the folder of the package, below the root. pytest: more of its arguments."""

    root: Path
    package: str
    pytest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """by: the test that failed first. said: the end of what pytest said."""

    verdict: Verdict
    seconds: float
    by: str
    said: str


class Copy:
    """A copy of a project, whose tests run its own code and not that which is installed."""

    def __init__(self, project: Project, folder: Path) -> None:
        self._project, self._folder, self._scratch = project, folder / "project", folder / "scratch"
        shutil.copytree(project.root, self._folder, ignore=_LEFT_OUT)
        self._package = self._folder / project.package
        self._running: subprocess.Popen[str] | None = None
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
        self._environment = {**inherited, "PYTHONPATH": str(self._package.parent)}
        self._see_that_it_is_run()

    def _see_that_it_is_run(self) -> None:
        """Raise `NotHere` where Python finds the package elsewhere, as where an editable install comes first."""
        name = self._package.name
        command = [sys.executable, "-c", f"import {name}; print({name}.__file__)"]
        done = subprocess.run(command, cwd=self._scratch.parent, env=self._environment, capture_output=True, text=True)
        if not done.stdout.strip().startswith(str(self._package) + os.sep):
            raise NotHere(f"'{name}' is not imported from the copy, but from {done.stdout or done.stderr}")

    def try_with(self, mutant: Mutant, limit: float) -> Result:
        """Return what the tests that are meant for a mutant say of it."""
        path = self._package / mutant.module
        text = path.read_text(encoding="utf-8")
        try:
            self._write(path, mutated(text, mutant))
            return self.run(mutant.tests, limit)
        finally:
            self._write(path, text)

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        state = next(_STATES)
        os.utime(path, (state, state))

    def run(self, tests: Sequence[str], limit: float) -> Result:
        """Run tests up to the first that fails. limit: seconds that they may take."""
        start = time.monotonic()
        options = ("-q", "-x", "-p", "no:cacheprovider", "--basetemp", str(self._scratch), *self._project.pytest)
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options, *tests],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        self._running = process
        try:
            said, _ = process.communicate(timeout=limit)
            verdict = _VERDICTS.get(process.returncode, "broken")
        except subprocess.TimeoutExpired:
            said, verdict = "", "hung"
        finally:
            self._running = None
            _end(process)
        return Result(verdict, time.monotonic() - start, _first_failure(said), said[-4000:])

    def stop(self) -> None:
        """End the tests that are running."""
        if self._running is not None:
            _end(self._running)


_VERDICTS: dict[int, Verdict] = {0: "survived", 1: "caught"}


def _end(process: subprocess.Popen[str]) -> None:
    """End what the tests started and left, such as a server, with them."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def _first_failure(said: str) -> str:
    failed = (line for line in said.splitlines() if line.startswith(("FAILED ", "ERROR ")))
    return next(failed, "").partition(" ")[2].partition(" - ")[0]


def unsound(copy: Copy, mutants: Sequence[Mutant], limit: float) -> Iterator[tuple[str, Result]]:
    """Yield what fails of the tests that are meant for mutants though there is none in the code."""
    for tests in dict.fromkeys(mutant.tests for mutant in mutants):
        result = copy.run(tests, limit)
        if result.verdict != "survived":
            yield " ".join(tests), result


def try_all(copies: Sequence[Copy], mutants: Sequence[Mutant], limit: float) -> Iterator[tuple[Mutant, Result]]:
    """Try mutants, as many at once as there are copies; yield each with its result, as soon as that is known."""
    todo: SimpleQueue[Mutant] = SimpleQueue()
    done: SimpleQueue[tuple[Mutant, Result] | Exception] = SimpleQueue()
    for mutant in mutants:
        todo.put(mutant)

    def work(copy: Copy) -> None:
        with suppress(Empty):
            while True:
                mutant = todo.get_nowait()
                try:
                    done.put((mutant, copy.try_with(mutant, limit)))
                except Exception as error:  # which would be lost in this thread
                    done.put(error)

    for copy in copies:
        Thread(target=work, args=(copy,), daemon=True).start()
    try:
        for _ in mutants:
            found = done.get()
            if isinstance(found, Exception):
                raise found
            yield found
    finally:  # at Ctrl-C, too
        with suppress(Empty):
            while True:
                todo.get_nowait()
        for copy in copies:
            copy.stop()
