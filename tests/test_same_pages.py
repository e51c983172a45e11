"""What is served after some edits is what a build of the same state has; and what builds leave behind stays small."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import article
from tests.processes import Server, run, serving
from tests.site_edits import STEPS, files_of
from tests.small_project import small_project

EPOCH = {"SOURCE_DATE_EPOCH": "1780000000"}
SERVED = (
    ("an article says more", "an actor has another name"),
    ("an article is renamed", "an event is of another day"),
    ("a country has another alias", "a page template is the project's own"),
    ("an actor is renamed, and its old address leads on", "an article lay elsewhere before"),
    ("a page by hand says more", "a former id is another one"),
)


def test_pages_that_are_served_after_edits_are_those_that_are_built(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    with serving(project, **EPOCH) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        for number, steps in enumerate(SERVED):
            with server.turning("small/articles/mark/", lambda page, number=number: f"after edit {number}" in page):
                for step in steps:
                    STEPS[step](project)
                _mark(project, f"after edit {number}")
            pages = _built(project, tmp_path / "cold")
            assert len(pages) > 25
            for path, page in pages.items():
                assert _main(page)
                # Pages written by hand are built aside, while what was there is served on.
                server.settle(f"small/{path}", lambda got, page=page: _main(got) == _main(page))
            _has_no_other(server, pages)


def _mark(project: Path, text: str) -> None:
    """Make an edit by which one can tell that those before it were read."""
    (project / "data/articles/mark.md").write_text(article(text, title="Mark", date="2016-12-24"), encoding="utf-8")


def _built(project: Path, cold: Path) -> dict[str, str]:
    """The pages that a build of this state has, by the path below which they are asked for."""
    shutil.rmtree(cold, ignore_errors=True)
    shutil.copytree(project, cold, ignore=shutil.ignore_patterns("site", ".cache", "serve.log"))
    done = run("mkdocs", "build", cwd=cold, **EPOCH)
    assert done.returncode == 0, done.stderr
    pages = {path: text for path, text in files_of(cold / "site").items() if path.endswith("index.html")}
    return {path.removesuffix("index.html"): text.decode() for path, text in pages.items()}


def _main(page: str) -> str:
    """What a page says, or where one leads that says no more; nothing of what is none."""
    found = re.search(r"<main.*?</main>|<p>This page moved.*?</p>", page, re.DOTALL)
    return "" if found is None else found[0]


def _has_no_other(server: Server, pages: dict[str, str]) -> None:
    """What an edit took away is served no more."""
    for path in ("articles/left/", "dates/2016/08/17/", "actors/jk/"):
        if path not in pages:
            server.settle(f"small/{path}", lambda page: page == "HTTP 404")


def test_what_builds_leave_behind_is_small_and_does_not_grow(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    text = "Guan Youfei met Syrian ministers on Monday. The talks took long, and nobody said what they were about. "
    for number in range(60):
        day = f"2016-{number % 12 + 1:02}-{number % 28 + 1:02}"
        paragraphs = "\n\n".join(f"Of {count} and {number} it was said: {text * 4}" for count in range(10))
        (project / f"data/articles/{number}.md").write_text(article(paragraphs, date=day), encoding="utf-8")
    assert run("mkdocs", "build", cwd=project, **EPOCH).returncode == 0
    assert run("dossier", "check", cwd=project, **EPOCH).returncode == 0
    cache = project / ".cache/dossier"
    first = files_of(cache)
    for step in ("an article is renamed", "an actor has another name", "the site is removed"):
        STEPS[step](project)
        assert run("mkdocs", "build", cwd=project, **EPOCH).returncode == 0
    last = files_of(cache)
    assert last.keys() == first.keys()
    assert _size(last) < 3 * _size(files_of(project / "data"))
    assert _size(last) < 1.1 * _size(first)


def _size(files: dict[str, bytes]) -> int:
    return sum(map(len, files.values()))
