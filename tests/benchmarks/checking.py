"""How long `dossier check` takes, beside one process that does no more than read and parse the same files."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Finding, Plan, count_articles
from tests.benchmarks.projects import CHECK, CHECK_IS_GOOD, dossier_project
from tests.benchmarks.race import Contender, Course, race, without

SUBJECT = "checking"
PARSING = "reading and parsing alone"
PARSER = str(Path(__file__).parent / "plain_parsing.py")


def measure(plan: Plan) -> Iterator[Finding]:
    for folder in plan.folders:
        work = plan.work / SUBJECT / folder.name
        course = Course(SUBJECT, folder.name, count_articles(folder / "data"), plan.rounds, PARSING)
        yield from race(course, contenders(folder, work))
        shutil.rmtree(work, ignore_errors=True)


def contenders(folder: Path, work: Path) -> Iterator[Contender]:
    cold, warm = (dossier_project(work / name, folder / "data", search=False) for name in ("cold", "warm"))
    yield Contender(PARSING, cold, (sys.executable, PARSER, "data"))
    yield Contender("dossier check, cold", cold, CHECK, prepare=without(cold, ".cache"), good=CHECK_IS_GOOD)
    yield Contender("dossier check, warm", warm, CHECK, first=CHECK, good=CHECK_IS_GOOD)
