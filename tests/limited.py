"""Python in a process of its own, which may use so much memory and so many processor seconds and no more."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEGABYTES = 512


def run_limited(*arguments: str, seconds: int = 120, megabytes: int = MEGABYTES) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments. seconds: of processor time, after which the system ends it with a signal."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=10 * seconds,
        check=False,
        preexec_fn=limit,
    )
