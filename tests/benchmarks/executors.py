"""One process against two, through the option `executor` and the variable DOSSIER_EXECUTOR."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.plugin import DossierConfig
from tests.benchmarks.figures import Finding, LeftOut, Plan, count_articles
from tests.benchmarks.projects import BUILD, CHECK, CHECK_IS_GOOD, dossier_project
from tests.benchmarks.race import Contender, Course, race, without

SUBJECT = "executors"
EXECUTORS = ("serial", "process:2")


def measure(plan: Plan) -> Iterator[Finding]:
    # An option that nothing reads would give two equal figures, which would look like a finding.
    if not hasattr(DossierConfig, "executor"):
        yield LeftOut(SUBJECT, "one process against two", "the plugin has no option 'executor'")
        return
    for folder in plan.folders:
        work = plan.work / SUBJECT / folder.name
        articles = count_articles(folder / "data")
        yield from race(Course(SUBJECT, folder.name, articles, plan.rounds, "build, serial"), builds(folder, work))
        yield from race(Course(SUBJECT, folder.name, articles, plan.rounds, "check, serial"), checks(folder, work))
        shutil.rmtree(work, ignore_errors=True)


def builds(folder: Path, work: Path) -> Iterator[Contender]:
    for number, executor in enumerate(EXECUTORS):
        project = dossier_project(work / f"build-{number}", folder / "data", search=False, executor=executor)
        yield Contender(f"build, {executor}", project, BUILD, prepare=without(project, "site", ".cache"))


def checks(folder: Path, work: Path) -> Iterator[Contender]:
    for number, executor in enumerate(EXECUTORS):
        project = dossier_project(work / f"check-{number}", folder / "data", search=False)
        yield Contender(
            f"check, {executor}",
            project,
            CHECK,
            prepare=without(project, ".cache"),
            environment={"DOSSIER_EXECUTOR": executor},
            good=CHECK_IS_GOOD,
        )
