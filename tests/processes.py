"""Real processes: commands of this environment, a `mkdocs serve` that is asked over HTTP."""

from __future__ import annotations

import os
import pty
import signal
import socket
import subprocess
import sys
import termios
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BIN = Path(sys.executable).parent
PATIENCE = 60.0
"""Seconds after which something that has not happened will not."""


def run(
    command: str, *arguments: str, cwd: Path, binaries: Path = BIN, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command of this environment to its end. binaries: the commands of another. environment: what is to be
    other than here.
    """
    return subprocess.run(
        [str(binaries / command), *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def run_in_terminal(command: str, *arguments: str, cwd: Path, **environment: str) -> str:
    """Run a command in a terminal of 80 columns, to its end; return all that it wrote there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = subprocess.Popen(
        [str(BIN / command), *arguments],
        cwd=cwd,
        env={**{key: value for key, value in os.environ.items() if key != "CI"}, **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            some = os.read(ours, 65536)
        except OSError:  # the other end is closed
            some = b""
        if not some:
            break
        written += some
    os.close(ours)
    process.wait(timeout=PATIENCE)
    return written.decode("utf-8", "replace")


def heed_interrupts() -> None:
    """In a new process: end at SIGINT, as at a terminal. What a shell runs in the background ignores it, and so would
    all that is started from there.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
        self.process, self.address, self._log = process, address, log

    def get(self, path: str) -> str:
        return self.raw(path).decode("utf-8")

    def raw(self, path: str) -> bytes:
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=PATIENCE) as answer:
            return bytes(answer.read())

    def page(self, path: str) -> str:
        """What is shown at a path, also where there is no such page."""
        try:
            return self.get(path)
        except urllib.error.HTTPError as error:
            return str(error.read().decode("utf-8"))

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, path: str, condition: Callable[[str], bool]) -> str:
        """Ask for a page until it is as it should be."""
        end, last = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the server ended:\n{self.log()}"
            try:
                last = self.get(path)
            except urllib.error.HTTPError as error:
                last = f"HTTP {error.code}"
            except OSError:
                last = "no answer"
            if condition(last):
                return last
            time.sleep(0.1)
        raise AssertionError(f"{path} never became what it should be; last:\n{last[:3000]}\n{self.log()[-3000:]}")


@contextmanager
def serving(project: Path, *arguments: str, binaries: Path = BIN, **environment: str) -> Iterator[Server]:
    """Serve a project with `mkdocs serve`, until the block ends. binaries, environment: as in `run`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(binaries / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}", *arguments],
            cwd=project,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **environment},
            preexec_fn=heed_interrupts,
        )
        try:
            yield Server(process, f"http://127.0.0.1:{port}", log)
        finally:
            # As Ctrl-C does, so that MkDocs removes the folder it serves from.
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=PATIENCE)
            finally:
                process.kill()  # whatever it does, nothing is left of it
