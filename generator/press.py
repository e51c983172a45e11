"""Turns units of pages into Markdown, and hands each page on to what becomes of it.

`build.py` calls it with all pages or one; the functions on batches run wherever `workers.py` runs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.model.page import Page
from generator.pages.all import Unit, unit_pages
from generator.pages.render import BadTemplate, Renderer
from generator.pages.site import Site
from generator.pages.traced import Fact, traced_site

R = TypeVar("R")

Finish = Callable[[Page, str], R]
"""What becomes of a page and its Markdown."""


@dataclass(frozen=True, slots=True)
class Press(Generic[R]):
    """What pages are made with. Records stay where they are."""

    site: Site
    renderer: Renderer
    good: Renderer | None
    root: Path
    finish: Finish[R]


@dataclass(frozen=True, slots=True)
class Made(Generic[R]):
    """A unit, what became of its pages, and the numbers of the facts that they were made of."""

    unit: Unit
    results: tuple[R, ...]
    facts: tuple[int, ...]


def render_traced_batch(
    press: Press[R], units: Sequence[Unit]
) -> tuple[list[Made[R]], list[Fact], tuple[Diagnostic, ...]]:
    """Make the pages of some units, and note what of the site they were made of."""
    notes: set[Fact] = set()
    numbers: dict[Fact, int] = {}
    traced = replace(press, site=traced_site(press.site, notes))
    made: list[Made[R]] = []
    failed: dict[Diagnostic, None] = {}
    for unit in units:
        notes.clear()
        results, problems = render([unit], traced)
        facts = tuple([numbers.setdefault(fact, len(numbers)) for fact in notes])
        made.append(Made(unit, tuple(results), facts))
        failed |= dict.fromkeys(problems)
    return made, list(numbers), tuple(failed)


def render_batch(press: Press[R], units: Sequence[Unit]) -> tuple[list[R], tuple[Diagnostic, ...]]:
    """As `render`, in the order in which batches are given."""
    return render(units, press)


def render(units: Iterable[Unit], press: Press[R]) -> tuple[list[R], tuple[Diagnostic, ...]]:
    """Make pages. A template that fails is reported once, and its pages are left out if nothing stands for it."""
    made: list[R] = []
    failed: dict[str, Diagnostic] = {}
    for unit in units:
        for page in unit_pages(press.site, unit):
            markdown, problem = rendered(page, press)
            if problem is not None:
                failed.setdefault(page.kind, problem)
            if markdown is not None:
                made.append(press.finish(page, markdown))
    return made, tuple(failed.values())


def rendered(page: Page, press: Press[R]) -> tuple[str | None, Diagnostic | None]:
    """Return the Markdown of a page, by `good` where the template fails, and what is wrong with the template."""
    try:
        return press.renderer.render(page), None
    except BadTemplate as bad:
        problem = _bad_template(bad, press.root)
    try:
        return None if press.good is None else press.good.render(page), problem
    except BadTemplate:
        return None, problem


def _bad_template(bad: BadTemplate, root: Path) -> Diagnostic:
    path = Path(bad.path)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    hint = "the manual's page on templates lists what a page holds"
    return Diagnostic(Place(shown, bad.line), "bad-template", bad.problem, hint)
