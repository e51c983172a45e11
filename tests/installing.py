"""The wheel of this checkout, and shells in which it is installed and used as a user does."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

SHELLS = {"bash": ["bash", "--norc", "-e", "-c"], "zsh": ["zsh", "-f", "-e", "-c"]}

_OURS = ("SOURCE_DATE_EPOCH", "PYTHONPATH", "VIRTUAL_ENV", "SITE_URL", "CI")


def built_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


@dataclass(frozen=True, slots=True)
class Shell:
    """A user's terminal: what one line changes of its folder and environment holds for the next.

    state: a folder of its own for what is remembered. wheel: which stands in the index, as it were. home: where the
    user's own settings of Git lie.
    """

    name: str
    state: Path
    wheel: Path

    def run(self, lines: str, folder: Path, **environment: str) -> str:
        """Run lines to their end, all of them well, and return what they print. folder: where the first lines run."""
        kept, here = (shlex.quote(str(self.state / name)) for name in ("environment", "folder"))
        before = f'if [ -f {kept} ]; then . {kept}; cd "$(cat {here})"; fi'
        after = f"export -p > {kept}; pwd > {here}"
        done = subprocess.run(
            [*SHELLS[self.name], f"{before}\n{lines}\n{after}"],
            cwd=folder,
            env=self._environment() | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, f"{lines}\n{done.stdout}"
        return done.stdout

    @property
    def folder(self) -> Path:
        """Where the last lines ended."""
        return Path((self.state / "folder").read_text(encoding="utf-8").strip())

    def _environment(self) -> dict[str, str]:
        """One in which nothing of ours can be found: Python alone, and the wheel beside what can be downloaded."""
        python = self.state / "bin" / "python3"
        python.parent.mkdir(parents=True, exist_ok=True)
        if not python.exists():
            python.symlink_to(Path(sys.base_prefix, "bin", "python3").resolve())
        path = (folder for folder in os.environ["PATH"].split(os.pathsep) if not Path(folder, "dossier").exists())
        wheels = f"{os.environ.get('PIP_FIND_LINKS', '')} {self.wheel.parent}".strip()
        return {
            **{key: value for key, value in os.environ.items() if key not in _OURS},
            "PATH": os.pathsep.join([str(python.parent), *path]),
            "PIP_FIND_LINKS": wheels,
            "GIT_CONFIG_GLOBAL": str(self.state / "gitconfig"),
        }
