"""Runs a job again and again, each time in a copy of a process that is killed, or has a file operation fail.

`python -m tests.crashing` reads what to do as JSON, and writes a line of JSON for each round. A process of its own,
since to fork is safe only where no threads run; all that a job needs is imported once.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from errno import ENOSYS
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.site_edits import files_of

OPERATIONS = {
    *("open", "os.chmod", "os.link", "os.listdir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.scandir"),
    *("os.truncate", "os.utime"),
}
"""Of the audit events of Python: those that touch files."""


@dataclass(frozen=True)
class Job:
    """folder: in which everything lies. start: a folder with its state before. target: what is looked at, below the
    folder. kind: `tree`, or a command. arguments: of the command. files: of the tree. wanted: folders that hold
    the target as it was and as it is to be.
    """

    folder: str
    start: str
    target: str
    kind: str
    old: str
    new: str
    arguments: list[str] = field(default_factory=list)
    files: str = ""
    exchanges: bool = True


@dataclass(frozen=True)
class Round:
    """What came of one round. number: of operations that were let happen. state, then: of the target, after this run
    and after one that nothing was done to. left: what lies beside the target then that did not before.
    """

    number: int
    code: int
    said: str
    state: str
    then: str
    left: list[str]


@contextmanager
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is such a thing: a process that is killed leaves the same there as on a disk."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name).resolve()


def rounds(job: Job, **how: Any) -> list[Round]:
    """Run a job's rounds in a process of their own. how: `kills` (a number), or `errno` and `stays`, `limit`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crashing", json.dumps(asdict(job)), json.dumps(how)],
        cwd=ROOT,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1780000000", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Round(**json.loads(line)) for line in done.stdout.splitlines()]


# -- in the process of its own -----------------------------------------------------------------


def main() -> None:
    job, how = Job(**json.loads(sys.argv[1])), json.loads(sys.argv[2])
    _prepare(job)
    each = _kills(job, **how) if "kills" in how else _failures(job, **how)
    for found in each:
        print(json.dumps(asdict(found)), flush=True)


def _prepare(job: Job) -> None:
    """Import what the job needs, and whatever it imports while it runs."""
    _restore(job)
    assert _state(job) == "old", _state(job)
    _run(job)
    assert _state(job) == "new", _state(job)
    sys.modules["tests.crashing"] = sys.modules["__main__"]
    for name in _imported(job):
        with suppress(ImportError):
            __import__(name)


def _imported(job: Job) -> list[str]:
    """The modules that a run has at its end."""
    reader, writer = os.pipe()
    _restore(job)
    if (child := os.fork()) == 0:
        _speak(job)
        _call(job)
        os.write(writer, " ".join(sorted(sys.modules)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as file:
        names = file.read().split()
    os.waitpid(child, 0)
    return names


def _kills(job: Job, kills: int, seed: int, again: int = 1) -> Iterator[Round]:
    """Kill at random moments. again: after each so many rounds look at a further run, too."""
    chance = random.Random(seed)
    _restore(job)
    began = time.monotonic()
    _run(job)
    lasts = time.monotonic() - began
    for number in range(kills):
        _restore(job)
        child = _forked(job)
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        yield _judged(job, 0, os.waitpid(child, 0)[1], number % again == 0)


def _failures(
    job: Job, errno: int = 0, stays: bool = False, step: int = 1, limit: int = 10_000, then: bool = True
) -> Iterator[Round]:
    """Let each operation fail in turn. errno: 0 to be killed there. stays: all that follow fail too. step: between the
    operations that fail. then: look at a further run, too.
    """
    for number in range(0, limit, step):
        _restore(job)
        child = _forked(job, number, errno, stays)
        code = os.waitpid(child, 0)[1]
        yield _judged(job, number, code, then)
        if not os.path.exists(f"{job.folder}/happened"):
            return  # it has no more operations than that


def _judged(job: Job, number: int, status: int, again: bool = True) -> Round:
    said = Path(job.folder, "said").read_text(errors="replace")
    state = _state(job)
    if again:
        _run(job)
    target = Path(job.folder, job.target)
    left = [path.name for path in target.parent.iterdir() if path.name.startswith(f".{target.name}.")]
    return Round(number, os.waitstatus_to_exitcode(status), said, state, _state(job) if again else "", left)


def _state(job: Job) -> str:
    target = Path(job.folder, job.target)
    if not target.exists():
        return "absent"
    found = files_of(target)
    for name, folder in (("old", job.old), ("new", job.new)):
        if found == files_of(Path(folder)):
            return name
    new = files_of(Path(job.new))
    return f"mixed: {sorted(path for path in {*found, *new} if found.get(path) != new.get(path))[:9]}"


def _restore(job: Job) -> None:
    shutil.rmtree(job.folder, ignore_errors=True)
    shutil.copytree(job.start, job.folder, symlinks=True)


def _run(job: Job) -> None:
    os.waitpid(_forked(job), 0)


def _forked(job: Job, fails: int = -1, errno: int = 0, stays: bool = False) -> int:
    """Start the job in a copy of this process; return its number."""
    Path(job.folder, "said").touch()
    if child := os.fork():
        return child
    _speak(job)
    os.chdir(job.folder)
    if fails >= 0:
        _fail_at(job, fails, errno, stays)
    code = 1
    try:
        code = _call(job)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _speak(job: Job) -> None:
    """Let what is said go into a file."""
    output = os.open(f"{job.folder}/said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)


def _call(job: Job) -> int:
    try:
        if job.kind == "tree":
            from mkdocs_dossier.write.errors import CannotWrite
            from mkdocs_dossier.write.tree import write_tree

            try:
                write_tree(Path(job.folder, job.target), files_of(Path(job.files)))
            except CannotWrite as error:
                print(error, file=sys.stderr)
                return 1
        elif job.kind == "dossier":
            from mkdocs_dossier.cli import main as command

            os.chdir(job.folder)
            command(job.arguments)
        else:
            from mkdocs.__main__ import cli

            os.chdir(job.folder)
            cli(job.arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _fail_at(job: Job, fails: int, errno: int, stays: bool) -> None:
    """From now on, file operations are counted, and one fails."""
    seen = [0]
    fsync = os.fsync

    def count(path: object) -> None:
        seen[0] += 1
        if seen[0] <= fails or (seen[0] > fails + 1 and not stays):
            return
        if seen[0] == fails + 1:
            os.close(os.open(happened, os.O_WRONLY | os.O_CREAT))
        if errno == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno, os.strerror(errno), path if isinstance(path, str) else None)

    happened = f"{job.folder}/happened"

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        if event == "ctypes.dlsym" and arguments[1] == "renameat2" and not job.exchanges:
            raise OSError(ENOSYS, os.strerror(ENOSYS))
        if event == "ctypes.dlsym" and arguments[1] in ("renameat2", "syncfs"):
            count(None)
        elif event in OPERATIONS and arguments[0] != happened and _is_written(job, event, arguments[0]):
            count(arguments[0])

    def failing_fsync(handle: int) -> None:
        count(None)
        fsync(handle)

    os.fsync = failing_fsync
    sys.addaudithook(heard)


def _is_written(job: Job, event: str, path: object) -> bool:
    """Whether a path is of the target, of what lies aside, or of the cache; not of what is only read."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    text = os.fsdecode(os.fspath(path))
    if not text.startswith("/"):
        return event in ("os.rmdir", "os.remove", "os.mkdir", "os.rename", "os.link")  # by an open folder
    top = text.removeprefix(job.folder + "/").partition("/")[0]
    return text.startswith(job.folder + "/") and (top == job.target or top.startswith("."))


if __name__ == "__main__":
    main()
