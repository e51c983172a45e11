"""Makes all pages of single records and dates, one by one, for the full-text index under `mkdocs serve`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator

from mkdocs_dossier.build import Snapshot, answer_digests, pages_of, render_page
from mkdocs_dossier.incremental.dependencies import Dependency
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.pages.kinds import Unit, all_units, is_indexed
from mkdocs_dossier.pages.urls import target_of
from mkdocs_dossier.site_build.build_manifest import LastPages
from mkdocs_dossier.site_build.kept_pages import KeptUnit, joined_pages, same_units
from mkdocs_dossier.site_build.page_layout import PageLayout


class Interrupted(Exception):
    """Raised when somebody edits meanwhile, and the work is to stop."""


def _text(layout: PageLayout, page: Page, markdown: str) -> str | None:
    """Return a page's HTML; None if the theme fails. That is told when somebody asks for the page."""
    try:
        return layout.page(page, markdown)[1]
    except Exception:
        return None


def rest_of_site(
    snapshot: Snapshot,
    layout: PageLayout,
    before: LastPages | None,
    touched: Collection[str],
    stopped: Callable[[], bool],
) -> Generator[tuple[str, str | None], None, LastPages]:
    """Yield where each page lies, and its HTML, or None if it is the same as `before`. Return what all pages depend on.

    Args:
        before: What this returned the last time; None if all pages have to be made.
        touched: Files that requests wrote since then, from whatever snapshot: these are made again.
        stopped: Asked now and then; when it says so, `Interrupted` is raised.
    """
    digest = answer_digests(snapshot)

    def answer(dependency: Dependency) -> str:
        if stopped():
            raise Interrupted
        return digest(dependency)

    same = {} if before is None else same_units(before, answer)
    drafts = snapshot.site.collection.drafts
    kept = {
        unit: known
        for unit, known in same.items()
        if unit not in drafts and not any(target in touched for target in known[0])
    }
    units = [unit for unit in all_units(snapshot.site) if is_indexed(unit)]
    made: dict[Unit, KeptUnit] = {}
    numbers: dict[Dependency, int] = {}
    for unit in units:
        if unit in kept:
            yield from ((target, None) for target in kept[unit][0])
            continue
        targets: list[str] = []
        asked: set[Dependency] = set()
        for page in pages_of(unit, snapshot, asked):
            markdown, _ = render_page(page, snapshot)
            if markdown is not None and page.path not in layout.taken:
                target = target_of(page.path, directories=layout.config.use_directory_urls)
                targets.append(target)
                yield target, _text(layout, page, markdown)
        made[unit] = targets, [numbers.setdefault(dependency, len(numbers)) for dependency in asked]
    return joined_pages(units, kept, before, made, list(numbers), answer)
