"""Times one command: wall time, user CPU time, and the peak memory of its largest process.

The command is started from a small process of its own, which is this file: a new process counts as its own peak what
the one that started it held (so that no figure is below 14 MB), and benchmarks hold collections and browsers.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """seconds: wall time. user: CPU seconds, of the children too. megabytes: the most that the largest process held."""

    seconds: float
    user: float
    megabytes: float


class CommandFailed(Exception):
    """A command ended with a status that it should not have. Its text: the last that the command said."""


def timed(
    command: tuple[str, ...], cwd: Path, *, environment: Mapping[str, str] | None = None, good: tuple[int, ...] = (0,)
) -> Run:
    """Run a command to its end. good: the statuses that are no failure. Raises `CommandFailed`."""
    with tempfile.TemporaryFile() as output:
        launched = subprocess.run(
            [sys.executable, "-I", "-S", __file__, *command],
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=output,
            env={**os.environ, **(environment or {})},
            check=False,
        )
        output.seek(0)
        said = output.read().decode(errors="replace")
    if launched.returncode != 0:
        raise CommandFailed(last_lines(said))
    report = json.loads(launched.stdout)
    if report.pop("status") not in good:
        raise CommandFailed(last_lines(said))
    return Run(**report)


def last_lines(text: str, count: int = 12) -> str:
    return "\n".join(text.strip().splitlines()[-count:])[-2000:]


def _launch(command: list[str]) -> dict[str, float]:
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    # Bytes on macOS, kilobytes elsewhere.
    megabytes = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return {"status": process.returncode, "seconds": seconds, "user": usage.ru_utime, "megabytes": megabytes}


if __name__ == "__main__":
    print(json.dumps(_launch(sys.argv[1:])))
