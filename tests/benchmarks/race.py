"""Lets contenders take turns: each runs once a round, so that a busy minute of the machine hits all of them."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.figures import Failure, Figure, Finding
from tests.benchmarks.stopwatch import CommandFailed, Run, timed

BIN = Path(sys.executable).parent


def nothing(number: int) -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Contender:
    """name: in the table. command: run in the project.

    first: a command that is run once before all rounds, so that a site and a cache are there. prepare: what is done
    before each run, outside its time; gets the number of the round, from 1. good: statuses that are no failure.
    """

    name: str
    project: Path
    command: tuple[str, ...]
    first: tuple[str, ...] | None = None
    prepare: Callable[[int], None] = nothing
    environment: Mapping[str, str] = field(default_factory=dict)
    good: tuple[int, ...] = (0,)


@dataclass(frozen=True, slots=True)
class Course:
    """Where a race is run. base: the name of the contender to which the others are compared."""

    subject: str
    collection: str
    articles: int
    rounds: int
    base: str = ""


def race(course: Course, contenders: Iterable[Contender]) -> Iterator[Finding]:
    """Yield the figure of each contender, or how it failed; one that failed once runs no more."""
    runs: dict[str, list[Run]] = {}
    running: list[Contender] = []
    for contender in contenders:
        failure = _warm_up(course, contender)
        if failure is None:
            running.append(contender)
        else:
            yield failure
    for number in range(1, course.rounds + 1):
        for contender in list(running):
            try:
                runs.setdefault(contender.name, []).append(_run(contender, number))
            except (CommandFailed, OSError) as error:
                running.remove(contender)
                yield Failure(course.subject, course.collection, contender.name, str(error))
    yield from _figures(course, {contender.name: runs[contender.name] for contender in running})


def _warm_up(course: Course, contender: Contender) -> Failure | None:
    try:
        if contender.first is not None:
            timed(contender.first, contender.project, environment=contender.environment, good=contender.good)
    except (CommandFailed, OSError) as error:
        return Failure(course.subject, course.collection, contender.name, str(error))
    return None


def _run(contender: Contender, number: int) -> Run:
    contender.prepare(number)
    return timed(contender.command, contender.project, environment=contender.environment, good=contender.good)


def _figures(course: Course, runs: Mapping[str, list[Run]]) -> Iterator[Figure]:
    medians = {name: statistics.median(run.seconds for run in found) for name, found in runs.items()}
    base = medians.get(course.base)
    for name, found in runs.items():
        yield Figure(
            course.subject,
            course.collection,
            course.articles,
            name,
            "s",
            tuple(run.seconds for run in found),
            user=statistics.median(run.user for run in found),
            megabytes=statistics.median(run.megabytes for run in found),
            ratio=None if base is None else medians[name] / base,
            base="" if base is None else course.base,
        )


def tool(name: str) -> str | None:
    """The path of a command of this environment, or else of the PATH."""
    here = BIN / name
    return str(here) if here.exists() else shutil.which(name)


def without(project: Path, *folders: str) -> Callable[[int], None]:
    """Return what removes folders of a project before a run."""

    def remove(number: int) -> None:
        for folder in folders:
            shutil.rmtree(project / folder, ignore_errors=True)

    return remove
