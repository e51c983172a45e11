"""How long an editor waits under `mkdocs serve`: from saving a file to the changed page, over HTTP and on the screen.

The server is a real one, in a project as it comes (the full-text index is made in the background). Each edit is made
several times, each time another one; between two edits the server comes to rest. The ratio is to Hugo's full build of
the same pages, in the same run.
"""

from __future__ import annotations

import http.client
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.edits import EDITS, Edit, Scene, set_scene
from tests.benchmarks.figures import (
    Failure,
    Figure,
    Finding,
    LeftOut,
    Plan,
    compared,
    count_articles,
    figures_of,
    growth,
)
from tests.benchmarks.peers import HUGO, course, hugo
from tests.benchmarks.projects import dossier_project
from tests.benchmarks.race import race
from tests.benchmarks.stopwatch import last_lines
from tests.processes import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

SUBJECT = "serving"
PATIENCE = 600.0
"""Seconds after which an edit will not arrive any more."""
EVERY = 0.005
"""Seconds between two questions for a page."""
REST = 1.0
"""Seconds between two edits: none is to wait for what an earlier one began."""

Wait = Callable[[Scene, Edit], float]
"""Save an edit, and return the seconds until its sign was there."""


def measure(plan: Plan) -> Iterator[Finding]:
    findings: list[Finding] = []
    for folder in sorted(plan.folders, key=lambda folder: count_articles(folder / "data")):
        for finding in _measure_folder(plan, folder):
            findings.append(finding)
            yield finding
    yield from _growths(figures_of(findings))


def _measure_folder(plan: Plan, folder: Path) -> Iterator[Finding]:
    work = plan.work / SUBJECT / folder.name
    yardstick = _hugo_seconds(plan, folder, work)
    project = dossier_project(work / "dossier", folder / "data")
    # One more of each edit warms up, and the browser makes all of them anew.
    scene = set_scene(project, aliases=2 * (plan.edits + 1))
    try:
        with serving(project) as server:
            _wait_until_up(server, scene)
            yield from _all_edits(plan, folder, scene, _over_http(server), "HTTP", yardstick, first=0)
            yield from _in_browser(plan, folder, scene, server, yardstick)
    except (OSError, subprocess.TimeoutExpired) as error:
        yield Failure(SUBJECT, folder.name, "mkdocs serve", f"{error}\n{_log(project)}")
    shutil.rmtree(work, ignore_errors=True)


def _hugo_seconds(plan: Plan, folder: Path, work: Path) -> float | None:
    contender = hugo(folder, work) if plan.wants(HUGO) else None
    figures = figures_of(race(course(SUBJECT, folder, plan.rounds), [] if contender is None else [contender]))
    return figures[0].median if figures else None


def _log(project: Path) -> str:
    log = project / "serve.log"
    return last_lines(log.read_text(encoding="utf-8", errors="replace")) if log.exists() else ""


def _all_edits(
    plan: Plan, folder: Path, scene: Scene, wait: Wait, way: str, yardstick: float | None, *, first: int
) -> Iterator[Finding]:
    articles = count_articles(folder / "data")
    for what, edit in EDITS.items():
        name = f"{what}, {way}"
        try:
            waits = tuple(_waits(scene, edit, wait, range(first, first + plan.edits + 1)))[1:]
        except OSError as error:
            yield Failure(SUBJECT, folder.name, name, f"{error}\n{_log(scene.project)}")
            continue
        figure = Figure(SUBJECT, folder.name, articles, name, "s", waits)
        yield figure if yardstick is None else compared(figure, yardstick, "Hugo's build")


def _waits(scene: Scene, edit: Callable[[Scene, int], Edit], wait: Wait, numbers: Iterable[int]) -> Iterator[float]:
    for number in numbers:
        time.sleep(REST)
        yield wait(scene, edit(scene, number))


def _over_http(server: Server) -> Wait:
    def wait(scene: Scene, edit: Edit) -> float:
        start = time.monotonic()
        edit.save()
        _poll(server, edit.url, edit.sign, start)
        return time.monotonic() - start

    return wait


def _poll(server: Server, url: str, sign: str, start: float) -> None:
    while sign not in _page(server, url):
        if server.process.poll() is not None:
            raise OSError("the server ended")
        if time.monotonic() - start > PATIENCE:
            raise TimeoutError(f"'{sign}' did not arrive in {url}")
        time.sleep(EVERY)


def _page(server: Server, url: str) -> str:
    try:
        with urllib.request.urlopen(f"{server.address}/{url}", timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, http.client.HTTPException):
        return ""  # it is not up yet, or between two builds


def _wait_until_up(server: Server, scene: Scene) -> None:
    _poll(server, scene.actor_url, "</html>", time.monotonic())


def _in_browser(plan: Plan, folder: Path, scene: Scene, server: Server, yardstick: float | None) -> Iterator[Finding]:
    try:
        from tests.browser import CHROMIUM, HOW_TO_GET_IT
    except ImportError:
        yield LeftOut(SUBJECT, "on screen", "not installed (PyPI: playwright)")
        return
    if CHROMIUM is None:
        yield LeftOut(SUBJECT, "on screen", HOW_TO_GET_IT)
        return
    with _window() as page:
        wait = _on_screen(server, page)
        yield from _all_edits(plan, folder, scene, wait, "on screen", yardstick, first=plan.edits + 1)


@contextmanager
def _window() -> Iterator[Page]:
    from tests.browser import chromium

    with chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        yield page


def _on_screen(server: Server, page: Page) -> Wait:
    from playwright.sync_api import Error

    page.add_init_script(_WATCH)

    def wait(scene: Scene, edit: Edit) -> float:
        address = f"{server.address}/{edit.url}"
        if page.url != address:
            page.goto(address)
        page.evaluate("(sign) => sessionStorage.setItem('awaited', sign)", edit.sign)
        try:
            with page.expect_console_message(lambda message: message.text == f"shown: {edit.sign}"):
                start = time.monotonic()
                edit.save()
        except Error as error:
            raise TimeoutError(f"'{edit.sign}' was not shown in {edit.url}: {error.message}") from error
        return time.monotonic() - start

    return wait


_WATCH = """
const look = () => {
  const awaited = sessionStorage.getItem("awaited");
  if (awaited && document.querySelector("main")?.textContent.includes(awaited)) {
    sessionStorage.removeItem("awaited");
    requestAnimationFrame(() => console.info(`shown: ${awaited}`)); // what the frame before painted is there
  }
  requestAnimationFrame(look);
};
look();
"""
"""Looks at each frame whether what is awaited is on the page. The tool's own waiting looks every half second only."""


def _growths(figures: list[Figure]) -> Iterator[Figure]:
    """Compare the smallest collection with the largest; the figures come from small to large."""
    for name in dict.fromkeys(figure.name for figure in figures):
        found = [figure for figure in figures if figure.name == name]
        if found[0].articles < found[-1].articles:
            yield growth(f"growth of {SUBJECT}", name, found[0], found[-1])
