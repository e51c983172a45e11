"""Generated pages in `nav`: each kind can stand there, with the title that the nav gives it or its own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.built_projects import HERE, build
from tests.processes import run, serving
from tests.site_edits import files_of, swap
from tests.small_project import SETTINGS, put, small_project

NAV = """nav:
  - Home: index.md
  - actors/index.md
  - Lands: countries/index.md
  - Our admiral: actors/guan-youfei.md
  - More:
      - actors/john-kerry.md
      - Deeper:
          - events/visit.md
          - A brief: ./articles/2016/visit.md
          - countries/syria.md
          - dates/2016/08/17.md
          - dates/2016/index.md
          - The net: explore/network.md
          - explore/index.md
  - Elsewhere: https://example.org/
  - About: about.md
"""
TITLES = (
    *("Actors", "Lands", "Our admiral", "John Kerry", "A visit to Damascus", "A brief", "Syria", "17 August 2016"),
    *("2016", "The net", "Explore", "Elsewhere", "About"),
)
HEAD, _, REST = SETTINGS.partition("nav:")
AFTER = REST[REST.index("not_in_nav") :]
HOOK = "def on_page_content(html, **_):\n    return html\n"


def project_with(folder: Path, nav: str, **settings: str) -> Path:
    """A small project with another nav. settings: what is to be written in the place of what."""
    project = small_project(folder)
    text = f"{HEAD}{nav}{AFTER}"
    for old, new in settings.items():
        text = text.replace(f"{old}: dossier", f"{old}: {new}")
    put("mkdocs.yml", text)(project)
    return project


def entries(page: str) -> list[str]:
    """The titles in the header of a page of our theme."""
    header = re.search(r'<nav class="sections".*?</nav>', page, re.DOTALL)
    return [] if header is None else re.findall(r"<a [^>]*>([^<]*)</a>", header[0])


def current(page: str) -> list[str]:
    """The titles of those that are marked."""
    header = re.search(r'<nav class="sections".*?</nav>', page, re.DOTALL)
    return [] if header is None else re.findall(r"<a [^>]*aria-current[^>]*>([^<]*)</a>", header[0])


@pytest.mark.parametrize("directories", ["true", "false"])
def test_a_page_of_each_kind_can_stand_in_the_nav(directories: str, tmp_path: Path) -> None:
    project = project_with(tmp_path, f"use_directory_urls: {directories}\n{NAV}")
    build(project, "--strict")
    site = {path.removesuffix("/index.html").removesuffix(".html"): text for path, text in _pages(project).items()}
    for path, page in site.items():
        if "<main" in page:
            assert entries(page) == list(TITLES), path
    marked = {
        "actors/guan-youfei": ["Our admiral"],
        "actors/john-kerry": ["John Kerry"],
        "actors/xinhua": ["Actors"],
        "articles/2016/visit": ["A brief"],
        "articles/2016/talks": [],
        "countries/norway": ["Lands"],
        "dates/2016/08/17": ["17 August 2016"],
        "dates/2016/08/20": ["2016"],
        "dates/2015": [],
        "explore/network": ["The net"],
        "explore/timeline": ["Explore"],
        "about": ["About"],
    }
    assert {path: current(site[path]) for path in marked} == marked
    turn = re.search(r'<nav class="turn".*?</nav>', site["actors/guan-youfei"], re.DOTALL)
    assert turn is not None and "Lands</a>" in turn[0] and "John Kerry</a>" in turn[0]


def _pages(project: Path) -> dict[str, str]:
    return {path: text.decode() for path, text in files_of(project / "site").items() if path.endswith(".html")}


@pytest.mark.parametrize("theme", ["mkdocs", "another plugin"])
def test_it_can_where_mkdocs_builds_each_page(theme: str, tmp_path: Path) -> None:
    project = project_with(tmp_path, NAV)
    put("hook.py", HOOK)(project)
    if theme == "mkdocs":
        swap("mkdocs.yml", "theme: {name: dossier}", "theme: {name: mkdocs}")(project)
    else:
        swap("mkdocs.yml", "plugins:", "hooks: [hook.py]\nplugins:")(project)
    build(project, "--strict")
    page = (project / "site/actors/xinhua/index.html").read_text(encoding="utf-8")
    missing = [title for title in TITLES if not re.search(rf"<a [^>]*>\s*{title}\s*</a>", page)]
    assert missing == []


def test_a_site_whose_nav_shows_names_follows_them_and_is_the_one_that_is_built_anew(tmp_path: Path) -> None:
    project = project_with(tmp_path / "warm", NAV)
    build(project, "--strict")
    assert "written" not in build(project, "--strict")
    steps = (
        swap("data/actors.yml", "John Kerry, type", "Ann <b>Kerry</b> & Co, type"),
        swap(
            "mkdocs.yml", "      - actors/john-kerry.md\n", "      - actors/john-kerry.md\n      - actors/xinhua.md\n"
        ),
        put("docs/actors/xinhua.md", "# By hand\n"),
    )
    for number, step in enumerate(steps):
        step(project)
        cold = tmp_path / f"cold{number}"
        shutil.copytree(project, cold, ignore=shutil.ignore_patterns("site", ".cache"))
        build(project, "--strict")
        build(cold, "--strict")
        found, wanted = files_of(project / "site"), files_of(cold / "site")
        assert [path for path in wanted if found.get(path) != wanted[path]] == []
        assert found.keys() == wanted.keys()
    titles = entries((project / "site/index.html").read_text(encoding="utf-8"))
    assert "Ann &lt;b&gt;Kerry&lt;/b&gt; &amp; Co" in titles and "By hand" in titles


def test_a_page_that_is_not_there_is_said_and_ends_a_strict_build_alone(tmp_path: Path) -> None:
    project = project_with(tmp_path, NAV.replace("actors/john-kerry.md", "actors/nobody.md"))
    said = build(project, "--strict", code=1)
    assert "'actors/nobody.md' is included in the 'nav' configuration, which is not found" in said
    build(project)
    assert 'href="../nobody.md"' in (project / "site/actors/xinhua/index.html").read_text(encoding="utf-8")


def test_a_nav_that_nobody_wrote_leaves_out_what_stands_in_no_nav(tmp_path: Path) -> None:
    for theme in ("dossier", "mkdocs"):
        project = project_with(tmp_path / theme, "")
        swap("mkdocs.yml", 'not_in_nav: "*"', "not_in_nav: |\n  /events/\n  /method.md\n")(project)
        swap("mkdocs.yml", "theme: {name: dossier}", f"theme: {{name: {theme}}}")(project)
        done = run("mkdocs", "build", "--strict", cwd=project, **HERE)
        assert done.returncode == 0, done.stderr
        page = (project / "site/actors/xinhua/index.html").read_text(encoding="utf-8")
        links = set(re.findall(r'href="\.\./\.\./([a-z]+)/"', page)) | ({"actors"} if 'href="../"' in page else set())
        assert {"actors", "countries", "dates", "articles", "explore", "about"} <= links
        assert not {"events", "method"} & links


def test_the_nav_follows_edits_under_serve(tmp_path: Path) -> None:
    project = project_with(tmp_path, NAV)
    with serving(project, **HERE) as server:
        server.wait_for("small/", lambda page: entries(page) == list(TITLES))
        assert current(server.get("small/actors/guan-youfei/")) == ["Our admiral"]
        with server.turning("small/actors/xinhua/", lambda page: "John F. Kerry" in entries(page)):
            swap("data/actors.yml", "name: John Kerry", "name: John F. Kerry")(project)
        kerry = "john-kerry: {name: John F. Kerry, type: person, countries: [US]}\n"
        with server.turning("small/actors/xinhua/", lambda page: "actors/john-kerry.md" in _banner(page)):
            swap("data/actors.yml", kerry, "")(project)

        def is_back(page: str) -> bool:
            return "John F. Kerry" in entries(page) and "actors/john-kerry.md" not in _banner(page)

        with server.turning("small/actors/xinhua/", is_back):
            put("data/actors/john-kerry.yml", "name: John F. Kerry\ntype: person\n")(project)
        with server.turning("small/actors/xinhua/", lambda page: entries(page)[2:3] == ["An admiral"]):
            swap("mkdocs.yml", "Our admiral", "An admiral")(project)


def _banner(page: str) -> str:
    return page.partition('<aside class="problems"')[2].partition("</aside>")[0]
