"""How the time and memory of a cold build grow with the collection: ten times the articles, and very many actors.

The collections are those of `scale.py`, with a fifth as many actors as articles.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figures import Figure, Finding, Plan, figures_of
from tests.benchmarks.projects import BUILD, dossier_project
from tests.benchmarks.race import Contender, Course, race, without
from tests.benchmarks.scale import make_collection

SUBJECT = "growth"
SIZES = ((1_000, 200), (10_000, 2_000), (5_000, 1_000), (5_000, 20_000))
"""Articles, actors."""


def measure(plan: Plan) -> Iterator[Finding]:
    sizes = [(max(2, round(articles * plan.scale)), max(2, round(actors * plan.scale))) for articles, actors in SIZES]
    work = plan.work / SUBJECT
    found = list(race(Course(SUBJECT, "made", 0, plan.rounds), [_contender(work, *size) for size in sizes]))
    yield from found
    figures = {figure.name: figure for figure in figures_of(found)}
    small, ten, five, crowd = (figures.get(_name(*size)) for size in sizes)
    if small is not None and ten is not None:
        yield from _times_as_much("ten times the articles", sizes[1][0], small, ten)
    if five is not None and crowd is not None:
        yield from _times_as_much("twenty times the actors", sizes[3][0], five, crowd)
    shutil.rmtree(work, ignore_errors=True)


def _name(articles: int, actors: int) -> str:
    return f"{articles:,} articles, {actors:,} actors"


def _contender(work: Path, articles: int, actors: int) -> Contender:
    made, folder = work / "made", work / f"{articles}-{actors}"
    make_collection(made, actors, articles)
    project = dossier_project(folder, made / "data", search=False)
    shutil.rmtree(made)
    return Contender(_name(articles, actors), project, BUILD, prepare=without(project, "site", ".cache"))


def _times_as_much(name: str, articles: int, small: Figure, large: Figure) -> Iterator[Figure]:
    yield Figure(SUBJECT, "made", articles, f"{name}: time", "x", (large.median / small.median,))
    if small.megabytes and large.megabytes:
        yield Figure(SUBJECT, "made", articles, f"{name}: memory", "x", (large.megabytes / small.megabytes,))
