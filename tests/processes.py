"""Real processes: commands of this environment, a `mkdocs serve` that is asked over HTTP."""

from __future__ import annotations

import gc
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
from contextlib import chdir, contextmanager
from pathlib import Path

from click.testing import CliRunner

from mkdocs_dossier.cli import main

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


def dossier(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command `dossier` as `run` does, but in this process, which takes a tenth of the time."""
    try:
        with chdir(cwd):
            done = CliRunner().invoke(main, arguments, prog_name="dossier")
    finally:
        gc.enable()  # which the command has switched off
    if not isinstance(done.exception, SystemExit | None):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def run_in_terminal(command: str, *arguments: str, cwd: Path, typed: str = "", **environment: str) -> str:
    """Run a command in a terminal of 80 columns, to its end; return all that it wrote there. typed: the answers."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    os.write(ours, typed.encode())
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
        self._was_up = False

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
        """Wait until the server is up, and a page as it should be; return the page. Later there is `turning`."""
        assert not self._was_up, "what was there before would be taken for what is waited for"
        page = self._become(path, condition)
        self._was_up = True
        return page

    @contextmanager
    def turning(self, path: str, condition: Callable[[str], bool]) -> Iterator[None]:
        """Hold that a page is not yet as it should be; wait until what the block does has made it so."""
        before = self._shown(path)
        assert not condition(before), f"{path} is before the edit what it should be afterwards:\n{before[:3000]}"
        yield
        self._become(path, condition)

    def settle(self, path: str, condition: Callable[[str], bool]) -> None:
        """Wait until a page is as it should be, which it may be already: for what is the same in the end, whether an
        edit concerned it or not. That an edit is noticed is shown by `turning`.
        """
        self._become(path, condition)

    def _become(self, path: str, condition: Callable[[str], bool]) -> str:
        end, last = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the server ended:\n{self.log()}"
            last = self._shown(path)
            if condition(last):
                return last
            time.sleep(0.1)
        raise AssertionError(f"{path} never became what it should be; last:\n{last[:3000]}\n{self.log()[-3000:]}")

    def _shown(self, path: str) -> str:
        try:
            return self.get(path)
        except urllib.error.HTTPError as error:
            return f"HTTP {error.code}"
        except OSError:
            return "no answer"


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
