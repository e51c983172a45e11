"""The demo as a built site: whole, linked, the same by every door and under every theme."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from tests.conftest import ROOT
from tests.crawl import dead_links, loads_elsewhere, read_site
from tests.processes import run
from tests.small_project import settings, small_project


def _project(folder: Path, *, theme: str, more: str = "") -> Path:
    """A copy of the demo with another theme."""
    for name in ("data", "docs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("name: dossier", f"name: {theme}", 1).replace("- dossier", "- dossier: {search: false}", 1)
    (folder / "mkdocs.yml").write_text(text + more, encoding="utf-8")
    return folder


def _build(project: Path) -> Path:
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING -" not in done.stderr
    return project / "site"


def test_no_link_and_no_anchor_of_the_demo_is_dead(demo_site: Path) -> None:
    assert list(dead_links(demo_site)) == []


def test_no_page_of_the_demo_loads_anything_from_another_host(demo_site: Path) -> None:
    assert list(loads_elsewhere(demo_site)) == []


def test_every_page_of_the_demo_is_valid_html(demo_site: Path) -> None:
    invalid = []
    for file in sorted(demo_site.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(file.read_text(encoding="utf-8"))
        invalid += [(file.relative_to(demo_site).as_posix(), error) for error in parser.errors]
    assert invalid == []


def test_building_writes_nothing_into_the_docs_folder(demo_site: Path) -> None:
    names = {path.name for path in (ROOT / "docs").iterdir()}
    assert not names & {"actors", "countries", "events", "dates", "articles"}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_the_demo_builds_without_a_warning_under_other_themes(theme: str, tmp_path: Path) -> None:
    site = _build(_project(tmp_path, theme=theme))
    assert list(dead_links(site)) == []


def test_every_link_holds_without_directory_urls(tmp_path: Path) -> None:
    site = _build(_project(tmp_path, theme="dossier", more="use_directory_urls: false\n"))
    assert (site / "actors/guan-youfei.html").is_file()
    assert list(dead_links(site)) == []


class _Content(HTMLParser):
    """The text and the links of a page's main part under the `mkdocs` theme."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "div" and (self._depth or attributes.get("role") == "main"):
            self._depth += 1
        if self._depth and tag == "a" and attributes.get("class") != "headerlink":
            self.links.append(str(attributes.get("href", attributes.get("xlink:href"))))

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.text.append(data)


def _content(site: Path, path: str) -> tuple[str, list[str]]:
    """The text without white space, and where the links lead."""
    parser = _Content()
    parser.feed((site / path).read_text(encoding="utf-8"))
    here = f"/{path.removesuffix('index.html')}"
    return re.sub(r"\s+", "", "".join(parser.text)).replace("¶", ""), [urljoin(here, link) for link in parser.links]


def test_the_tree_that_the_command_writes_builds_to_the_same_pages(tmp_path: Path) -> None:
    project = _project(tmp_path / "plugin", theme="mkdocs")
    by_plugin = _build(project)
    done = run("dossier", "build", "--to", "../tree", cwd=project)
    assert done.returncode == 0, done.stdout
    by_command = _build(tmp_path / "tree")
    generated = ("actors", "countries", "events", "dates", "articles", "index.html")
    pages = {path for path in read_site(by_plugin) if path.partition("/")[0] in generated}
    assert len(pages) > 200 and pages <= read_site(by_command).keys()
    for path in sorted(pages):
        assert _content(by_plugin, path) == _content(by_command, path), path


def test_the_mark_of_the_home_page_is_shown_by_the_manual_as_it_is_written(demo_site: Path) -> None:
    page = (demo_site / "manual/index.html").read_text(encoding="utf-8")
    assert "&lt;!-- dossier:home --&gt;\n</code></pre>" in page
    assert "<svg" not in page[page.index("<main") : page.index("</main>")]


def test_edit_this_page_leads_to_the_file_a_page_comes_from(demo_site: Path) -> None:
    page = (demo_site / "actors/guan-youfei/index.html").read_text(encoding="utf-8")
    assert "/edit/main/data/actors.yml" in page
    article = next((demo_site / "articles/2016").glob("*/index.html"))
    source = f"/edit/main/data/articles/2016/{article.parent.name}.md"
    assert source in article.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "setting, expected",
    {
        "edit_uri: edit/main/docs/": "https://example.org/repository/edit/main/data/actors.yml",
        "edit_uri: '?query=root/path/docs/'": "https://example.org/repository?query=root/path/data/actors.yml",
        "edit_uri: '#root/docs/'": "https://example.org/repository#root/data/actors.yml",
        "edit_uri_template: 'edit?file=docs%2F{path!q}&a=b'": (
            "https://example.org/repository/edit?file=data%2Factors.yml&amp;a=b"
        ),
        "edit_uri_template: 'blob?f=docs/{path_noext}.md'": "https://example.org/repository/blob?f=data/actors.yml",
    }.items(),
)
def test_edit_this_page_may_name_the_file_in_a_parameter(setting: str, expected: str, tmp_path: Path) -> None:
    project = small_project(tmp_path)
    more = f"repo_url: https://example.org/repository\n{setting}\n"
    for theme in ("dossier", "readthedocs") if "?query" in setting else ("dossier",):
        (project / "mkdocs.yml").write_text(settings(theme=theme, more=more))
        done = run("mkdocs", "build", cwd=project)
        assert done.returncode == 0, done.stderr
        page = (project / "site/actors/guan-youfei/index.html").read_text(encoding="utf-8")
        assert f'href="{expected}"' in page


@pytest.mark.parametrize("builder", ["properdocs", "zensical"])
def test_other_builders_build_the_tree_without_a_broken_link(builder: str, tmp_path: Path) -> None:
    project = _project(tmp_path / "project", theme="dossier")
    assert run("dossier", "build", "--to", "../tree", cwd=project).returncode == 0
    strict = ["--strict"]
    done = run(builder, "build", *strict, cwd=tmp_path / "tree")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(dead_links(tmp_path / "tree/site")) == []
