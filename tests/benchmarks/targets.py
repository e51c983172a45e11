"""What the figures should be: limits that the report shows beside them. A new limit is a row here, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.benchmarks.figures import Figure


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a value of a figure may be. name: how the figure's name begins. articles: only with so many."""

    subject: str
    name: str
    value: Literal["median", "ratio"]
    at_most: float
    articles: int | None = None


TARGETS = (
    Target("startup", "dossier --help", "median", 0.15),
    Target("startup", "dossier check", "median", 0.6),
    Target("peers", "Dossier, cold", "ratio", 1),
    Target("peers", "Dossier, warm", "ratio", 0.35),
    Target("peers", "Dossier, one", "ratio", 0.5),
    Target("checking", "dossier check, cold", "median", 8, articles=5_000),
    Target("checking", "dossier check, cold", "ratio", 1.5),
    Target("checking", "dossier check, warm", "median", 1, articles=5_000),
    Target("executors", "build, process:2", "ratio", 0.67, articles=5_000),
    Target("serving", "an actor's summary", "median", 0.15),
    Target("serving", "an alias", "median", 0.15),
    Target("serving", "one article's text", "median", 0.15),
    Target("growth of serving", "an actor's summary", "median", 1.5),
    Target("growth of serving", "an alias", "median", 1.5),
    Target("growth of serving", "one article's text", "median", 1.5),
    Target("growth", "ten times the articles: time", "median", 11, articles=10_000),
    Target("growth", "ten times the articles: memory", "median", 11, articles=10_000),
)


def target_of(figure: Figure) -> Target | None:
    """Return the first target that is meant for a figure."""
    return next((target for target in TARGETS if _is_meant(target, figure)), None)


def _is_meant(target: Target, figure: Figure) -> bool:
    return (
        target.subject == figure.subject
        and figure.name.startswith(target.name)
        and target.articles in (None, figure.articles)
        and _value(target, figure) is not None
    )


def is_reached(target: Target, figure: Figure) -> bool:
    value = _value(target, figure)
    return value is not None and value <= target.at_most


def _value(target: Target, figure: Figure) -> float | None:
    return figure.median if target.value == "median" else figure.ratio
