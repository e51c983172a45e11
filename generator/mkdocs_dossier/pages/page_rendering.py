"""Turns units of pages into Markdown, and hands each page on to what becomes of it.

`build.py` calls it; `render_batch` runs wherever `workers.py` runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.incremental.dependencies import Dependency
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.kinds import Unit, unit_pages
from mkdocs_dossier.pages.render import BadTemplate, Renderer
from mkdocs_dossier.pages.site import Site
from mkdocs_dossier.pages.site_view import SiteView

R = TypeVar("R")

Finish = Callable[[Page, str], R]
"""What becomes of a page and its Markdown."""


@dataclass(frozen=True, slots=True)
class PageMaker:
    """What pages are made with. good: templates that stand for those of `renderer` that fail. root: the project.

    Records stay where they are.
    """

    site: Site
    renderer: Renderer
    good: Renderer | None
    root: Path

    def markdown(self, page: Page) -> tuple[str | None, Diagnostic | None]:
        """Return the Markdown of a page, by `good` where the template fails, and what is wrong with the template."""
        try:
            return self.renderer.render(page), None
        except BadTemplate as bad:
            problem = _bad_template(bad, self.root)
        try:
            return None if self.good is None else self.good.render(page), problem
        except BadTemplate:
            return None, problem


@dataclass(frozen=True, slots=True)
class RenderedUnit(Generic[R]):
    """A unit, what became of its pages, and the numbers of the dependencies on which they rest."""

    unit: Unit
    results: tuple[R, ...]
    dependencies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RenderedUnits(Generic[R]):
    """Units in their order, all that they rest on, and what is wrong with the templates."""

    units: tuple[RenderedUnit[R], ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def render_batch(work: tuple[PageMaker, Finish[R]], units: Sequence[Unit]) -> RenderedUnits[R]:
    """Make the pages of some units, and record what they rest on.

    A template that fails is reported once, and its pages are left out if nothing stands for it.
    """
    maker, finish = work
    numbers: dict[Dependency, int] = {}
    rendered: list[RenderedUnit[R]] = []
    failed: dict[str, Diagnostic] = {}
    for unit in units:
        asked: set[Dependency] = set()
        results = []
        for page in unit_pages(SiteView(maker.site, asked.add), unit):
            markdown, problem = maker.markdown(page)
            if problem is not None:
                failed.setdefault(page.kind, problem)
            if markdown is not None:
                results.append(finish(page, markdown))
        own = tuple([numbers.setdefault(dependency, len(numbers)) for dependency in asked])
        rendered.append(RenderedUnit(unit, tuple(results), own))
    return RenderedUnits(tuple(rendered), tuple(numbers), tuple(failed.values()))


def joined(batches: Iterator[RenderedUnits[R]]) -> RenderedUnits[R]:
    """Return several batches as one: the same dependency has the same number in all of them."""
    numbers: dict[Dependency, int] = {}
    units: list[RenderedUnit[R]] = []
    problems: dict[Diagnostic, None] = {}
    for batch in batches:
        own = [numbers.setdefault(dependency, len(numbers)) for dependency in batch.dependencies]
        units += (RenderedUnit(u.unit, u.results, tuple([own[n] for n in u.dependencies])) for u in batch.units)
        problems |= dict.fromkeys(batch.problems)
    return RenderedUnits(tuple(units), tuple(numbers), tuple(problems))


def _bad_template(bad: BadTemplate, root: Path) -> Diagnostic:
    path = Path(bad.path)
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    hint = "the manual's page on templates lists what a page holds"
    return Diagnostic(Place(shown, bad.line), "bad-template", bad.problem, hint)
