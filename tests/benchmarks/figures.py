"""What a benchmark found: the values that every subject yields, and that the report prints."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a table.

    collection, articles: what was measured, and how many articles that has. unit: of `runs`. user: median user CPU time
    in seconds, of the process and its children. megabytes: median of the most memory that its largest process held.
    ratio: of the median, to that of `base`.
    """

    subject: str
    collection: str
    articles: int
    name: str
    unit: str
    runs: tuple[float, ...]
    user: float | None = None
    megabytes: float | None = None
    ratio: float | None = None
    base: str = ""

    @property
    def median(self) -> float:
        return statistics.median(self.runs)


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be measured. output: the last that it said."""

    subject: str
    collection: str
    name: str
    output: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not here to be measured, and why."""

    subject: str
    name: str
    reason: str


Finding = Figure | Failure | LeftOut


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure.

    folders: each holds `data/` and `linked-md/`. work: an empty folder for projects. edits: how often each edit is
    served. contenders: only the peers whose name holds one of these, in lower case; all where there is none.
    scale: by which the sizes of the collections that are made here are multiplied.
    """

    folders: tuple[Path, ...]
    work: Path
    rounds: int = 3
    edits: int = 10
    contenders: tuple[str, ...] = ()
    scale: float = 1.0

    def wants(self, name: str) -> bool:
        return not self.contenders or any(part in name.lower() for part in self.contenders)


def count_articles(data: Path) -> int:
    return sum(1 for _ in data.glob("articles/**/*.md"))


def compared(figure: Figure, median: float, base: str) -> Figure:
    """Return the figure with its ratio to another median of the same unit."""
    return replace(figure, ratio=figure.median / median, base=base)


def growth(subject: str, name: str, small: Figure, large: Figure) -> Figure:
    """How many times as much the larger took."""
    what = f"{name}, {large.articles:,} articles against {small.articles:,}"
    return Figure(subject, "growth", large.articles, what, "x", (large.median / small.median,))


def figures_of(findings: Iterable[Finding]) -> list[Figure]:
    return [finding for finding in findings if isinstance(finding, Figure)]
