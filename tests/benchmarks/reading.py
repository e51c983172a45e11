"""What a reader waits for: bytes and requests of a typical actor's page, its first paint, an answer of the search box.

The site is built with its full-text index and served on this machine, so that no network is measured. Every round
opens a fresh window with an empty cache.
"""

from __future__ import annotations

import gzip
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Failure, Figure, Finding, LeftOut, Plan, count_articles
from tests.benchmarks.projects import BUILD, dossier_project
from tests.benchmarks.stopwatch import CommandFailed, timed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SUBJECT = "reading"
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"
NAMES = ".masthead [role=group][aria-label='Names'] [role=option]"
TEXTS = ".masthead [role=group][aria-label='In the texts'] [role=option]"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of a page. Times in seconds; size: bytes of all answers, as this server sends them, uncompressed."""

    requests: int
    size: int
    paint: float
    names: float
    texts: float | None


def measure(plan: Plan) -> Iterator[Finding]:
    for folder in plan.folders:
        work = plan.work / SUBJECT / folder.name
        project = dossier_project(work, folder / "data")
        try:
            timed(BUILD, project)
        except CommandFailed as error:
            yield Failure(SUBJECT, folder.name, "mkdocs build", str(error))
            continue
        yield from _measure_site(plan, folder, project / "site")
        shutil.rmtree(work, ignore_errors=True)


def _measure_site(plan: Plan, folder: Path, site: Path) -> Iterator[Finding]:
    articles = count_articles(folder / "data")

    def figure(name: str, unit: str, *runs: float) -> Figure:
        return Figure(SUBJECT, folder.name, articles, name, unit, runs)

    page = typical_page(site)
    html = page.read_bytes()
    yield figure("pages of the site", "pages", sum(1 for _ in site.rglob("index.html")))
    yield figure("HTML of a typical actor's page", "bytes", len(html))
    yield figure("the same, compressed with gzip", "bytes", len(gzip.compress(html)))
    try:
        from playwright.sync_api import Error

        from tests.browser import CHROMIUM, HOW_TO_GET_IT
    except ImportError:
        yield LeftOut(SUBJECT, "in a browser", "not installed (PyPI: playwright)")
        return
    if CHROMIUM is None:
        yield LeftOut(SUBJECT, "in a browser", HOW_TO_GET_IT)
        return
    try:
        visits = list(_visits(site, page, plan.rounds))
    except Error as error:
        yield Failure(SUBJECT, folder.name, "in a browser", error.message)
        return
    yield figure("requests of the page", "requests", *(visit.requests for visit in visits))
    yield figure("bytes of all its answers", "bytes", *(visit.size for visit in visits))
    yield figure("first contentful paint", "s", *(visit.paint for visit in visits))
    yield figure("search box: first names", "s", *(visit.names for visit in visits))
    texts = [visit.texts for visit in visits if visit.texts is not None]
    if texts:
        yield figure("search box: first texts", "s", *texts)


def typical_page(site: Path) -> Path:
    """The actor's page of median size."""
    pages = sorted((site / "actors").glob("*/index.html"), key=lambda page: (page.stat().st_size, page))
    return pages[len(pages) // 2]


def _visits(site: Path, page: Path, rounds: int) -> Iterator[Visit]:
    from tests.browser import chromium, served

    path = page.parent.relative_to(site).as_posix() + "/"
    with served(site) as home, chromium() as browser:
        _visit(browser, home + path, site)  # the browser itself warms up
        for _ in range(rounds):
            yield _visit(browser, home + path, site)


def _visit(browser: Browser, address: str, site: Path) -> Visit:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(address, wait_until="networkidle")
    page.wait_for_function(PAINTED)
    paint, requests, size = page.evaluate(FIRST_PAINT), len(sizes), sum(sizes)
    names, texts = _search(page, page.locator("h1").inner_text(), with_texts=(site / "pagefind").is_dir())
    context.close()
    return Visit(requests, size, paint, names, texts)


def _search(page: Page, text: str, *, with_texts: bool) -> tuple[float, float | None]:
    """Type a name; return when the first name and when the first text were there."""
    box = page.get_by_role("combobox", name="Search", exact=True).first
    start = time.monotonic()
    box.fill(text)
    page.locator(NAMES).first.wait_for(state="visible")
    names = time.monotonic() - start
    if not with_texts:
        return names, None
    page.locator(TEXTS).first.wait_for(state="visible")
    return names, time.monotonic() - start
