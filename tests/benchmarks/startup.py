"""How long one waits for a small command: the help, and the check of the demo, beside Python itself."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Finding, Plan, count_articles
from tests.benchmarks.projects import CHECK, CHECK_IS_GOOD
from tests.benchmarks.race import BIN, Contender, Course, race, without

SUBJECT = "startup"
PYTHON = "python -c pass"
DEMO = Path(__file__).parent.parent.parent


def measure(plan: Plan) -> Iterator[Finding]:
    work = plan.work / SUBJECT
    yield from race(Course(SUBJECT, "demo", count_articles(DEMO / "data"), plan.rounds, PYTHON), contenders(work))


def contenders(work: Path) -> Iterator[Contender]:
    cold, warm = (_demo(work / name) for name in ("cold", "warm"))
    yield Contender(PYTHON, cold, (sys.executable, "-c", "pass"))
    yield Contender("dossier --help", cold, (str(BIN / "dossier"), "--help"))
    yield Contender("dossier check, cold", cold, CHECK, prepare=without(cold, ".cache"), good=CHECK_IS_GOOD)
    yield Contender("dossier check, warm", warm, CHECK, first=CHECK, good=CHECK_IS_GOOD)


def _demo(folder: Path) -> Path:
    for name in ("data", "docs"):
        shutil.copytree(DEMO / name, folder / name)
    shutil.copyfile(DEMO / "mkdocs.yml", folder / "mkdocs.yml")
    return folder
