"""What a process keeps goes with it: nothing is taken apart at its end."""

from __future__ import annotations

import subprocess
import sys

CODE = """
from mkdocs_dossier.run.gc_tuning import keep_until_exit

class Loud:
    def __del__(self):
        print("taken apart")

def work():
    loud = Loud()
    {}

work()
print("end")
"""


def _says(line: str) -> str:
    return subprocess.run([sys.executable, "-c", CODE.format(line)], capture_output=True, text=True, check=True).stdout


def test_what_is_kept_is_not_taken_apart() -> None:
    assert _says("keep_until_exit([loud])") == "end\n"


def test_what_is_not_kept_is() -> None:
    assert _says("pass") == "taken apart\nend\n"
