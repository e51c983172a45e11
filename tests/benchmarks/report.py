"""The findings as tables to read and as one JSON value to keep."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tests.benchmarks.figures import Failure, Figure, Finding, LeftOut, figures_of
from tests.benchmarks.targets import is_reached, target_of

COLUMNS = f"{'median':>12}{'most':>12}{'user s':>9}{'MB':>7}{'ratio':>8}"
WIDTH = 74


def as_tables(findings: Iterable[Finding]) -> str:
    found = list(findings)
    tables = groupby(figures_of(found), key=lambda figure: (figure.subject, figure.collection, figure.base))
    lines = [line for (subject, collection, base), group in tables for line in _table(subject, collection, base, group)]
    return "\n".join((*lines, *_notes(found)))


def _table(subject: str, collection: str, base: str, figures: Iterable[Figure]) -> Iterator[str]:
    yield f"{f'{subject}: {collection}':{WIDTH}}{COLUMNS}{f'  to {base}' if base else ''}"
    yield from (_line(figure) for figure in figures)
    yield ""


def _line(figure: Figure) -> str:
    cells = (
        f"{_shown(figure.median, figure.unit):>12}",
        f"{_shown(max(figure.runs), figure.unit):>12}",
        f"{'' if figure.user is None else f'{figure.user:.2f}':>9}",
        f"{'' if figure.megabytes is None else f'{figure.megabytes:.0f}':>7}",
        f"{'' if figure.ratio is None else f'{figure.ratio:.2f}':>8}",
    )
    return f"  {figure.name:{WIDTH - 2}}{''.join(cells)}{_target(figure)}"


def _shown(value: float, unit: str) -> str:
    if unit == "s":
        return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.2f} s"
    return f"{value:.2f} x" if unit == "x" else f"{value:,.0f}"


def _target(figure: Figure) -> str:
    target = target_of(figure)
    if target is None:
        return ""
    what = "ratio " if target.value == "ratio" else ""
    unit = "" if target.value == "ratio" else f" {figure.unit}"
    return f"  {what}at most {target.at_most:g}{unit}: {'reached' if is_reached(target, figure) else 'MISSED'}"


def _notes(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        if isinstance(finding, LeftOut):
            yield f"left out of {finding.subject}: {finding.name}, {finding.reason}"
        elif isinstance(finding, Failure):
            yield f"FAILED in {finding.subject}, {finding.collection}: {finding.name}"
            yield from (f"    {line}" for line in finding.output.splitlines())


def as_json(findings: Iterable[Finding], rounds: int) -> dict[str, Any]:
    found = list(findings)
    return {
        "machine": {
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
        },
        "rounds": rounds,
        "figures": [_figure(figure) for figure in figures_of(found)],
        "left_out": [
            {"subject": one.subject, "name": one.name, "reason": one.reason}
            for one in found
            if isinstance(one, LeftOut)
        ],
        "failures": [
            {"subject": one.subject, "collection": one.collection, "name": one.name, "output": one.output}
            for one in found
            if isinstance(one, Failure)
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    target = target_of(figure)
    return {
        "subject": figure.subject,
        "collection": figure.collection,
        "articles": figure.articles,
        "name": figure.name,
        "unit": figure.unit,
        "median": round(figure.median, 4),
        "most": round(max(figure.runs), 4),
        "runs": [round(run, 4) for run in figure.runs],
        "user_seconds": None if figure.user is None else round(figure.user, 3),
        "megabytes": None if figure.megabytes is None else round(figure.megabytes, 1),
        "ratio": None if figure.ratio is None else round(figure.ratio, 3),
        "ratio_to": figure.base or None,
        "target": None
        if target is None
        else {"value": target.value, "at_most": target.at_most, "reached": is_reached(target, figure)},
    }
