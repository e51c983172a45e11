"""Published links keep working: where a page lay before its record was renamed, the site leads on to it."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser

from tests.browser import served
from tests.conftest import ROOT, article
from tests.crawl import dead_links, read_site
from tests.processes import run, serving
from tests.site_edits import files_of, swap
from tests.small_project import small_project

FORMERLY = {"actors/guan": "actors/guan-youfei", "actors/jk": "actors/john-kerry", "actors/kerry": "actors/john-kerry"}
FORMERLY |= {"events/peace": "events/talks", "articles/2014/old": "articles/left"}


def renamed(folder: Path, *, settings: str = "") -> Path:
    """The small project, in which some records were called otherwise before."""
    project = small_project(folder)
    swap("data/actors.yml", "john-kerry: {", "john-kerry: {formerly: [kerry, jk], ")(project)
    swap("data/actors.yml", "  name: Guan Youfei\n", "  name: Guan Youfei\n  formerly: [guan]\n")(project)
    swap("data/events.yml", "talks: {", "talks: {formerly: [peace], ")(project)
    swap("data/articles/left.md", "date:", "formerly: [2014/old]\ndate:")(project)
    with (project / "data/actors.yml").open("a") as file:
        file.write("spy: {name: A Spy, type: person, status: draft, formerly: [secret-name]}\n")
    with (project / "mkdocs.yml").open("a") as file:
        file.write(settings)
    return project


def build(project: Path, *arguments: str, site: str = "site") -> Path:
    done = run("mkdocs", "build", "--strict", *arguments, cwd=project)
    assert done.returncode == 0, done.stderr
    return project / site


def page_of(path: str, *, directories: bool = True) -> str:
    return f"{path}/index.html" if directories else f"{path}.html"


def led_to(site: Path, page: str) -> str:
    """The file to which a page leads on, by its link, by itself, and by what it says of its own address."""
    text = (site / page).read_text(encoding="utf-8")
    (link,) = re.findall(r'<a href="([^"]*)"', text)
    (refresh,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
    (script,) = re.findall(r'data-to="([^"]*)"', text)
    assert link == refresh == script
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
    canonical = urlsplit(re.findall(r'rel="canonical" href="([^"]*)"', text)[0]).path
    assert canonical.removeprefix("/small/").removesuffix("/") in (target, f"{target}.html", target.removesuffix("/"))
    return f"{target}/index.html" if link.endswith("/") else target


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.promise("links-last")
def test_every_old_address_leads_to_the_page(tmp_path: Path, directories: bool) -> None:
    site = build(renamed(tmp_path, settings=f"use_directory_urls: {str(directories).lower()}\n"))
    for old, new in FORMERLY.items():
        page = page_of(old, directories=directories)
        assert led_to(site, page) == page_of(new, directories=directories)
        assert 'name="robots" content="noindex"' in (site / page).read_text()
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((site / page).read_text())
        assert parser.errors == []
    # The page for what is not found names its links from the root of the host.
    assert [link for link in dead_links(site) if not link.startswith("404.html")] == []


def test_pages_that_lead_on_are_in_no_list_and_no_search(tmp_path: Path) -> None:
    site = build(renamed(tmp_path))
    for path in FORMERLY:
        names = (f"{path}/", f"{path}.md", f'{path}"')
        for file in (site / "sitemap.xml", site / "dossier/names.js", site / "dossier/connections.js"):
            assert not [name for name in names if name in file.read_text()]
        assert "data-pagefind-ignore" in (site / page_of(path)).read_text()
    targets = {page_of(path) for path in FORMERLY}
    for path, page in read_site(site).items():
        links = (posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in page.links)
        assert targets.isdisjoint(f"{link}/index.html" for link in links), path


@pytest.mark.promise("as-if-deleted")
def test_what_a_private_record_was_called_is_nowhere(tmp_path: Path) -> None:
    with_spy = files_of(build(renamed(tmp_path / "with")))
    without = renamed(tmp_path / "without")
    swap("data/actors.yml", "spy: {name: A Spy, type: person, status: draft, formerly: [secret-name]}\n", "")(without)
    assert with_spy == files_of(build(without))
    assert not [path for path, content in with_spy.items() if "secret-name" in path or b"secret-name" in content]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_lead_on_too(tmp_path: Path, theme: str) -> None:
    project = renamed(tmp_path)
    swap("mkdocs.yml", "theme: {name: dossier}", f"theme: {{name: {theme}}}")(project)
    swap("mkdocs.yml", "plugins: [dossier", "plugins: [search, dossier")(project)
    site = build(project)
    for old, new in FORMERLY.items():
        assert led_to(site, page_of(old)) == page_of(new)
        assert (site / "js/moved.js").is_file()
        assert f"{old}/" not in (site / "sitemap.xml").read_text()
        assert f"{old}/" not in (site / "search/search_index.json").read_text()


def test_the_plain_tree_leads_on_with_any_builder(tmp_path: Path) -> None:
    project = renamed(tmp_path / "project")
    assert run("dossier", "build", "--to", "out", cwd=project).returncode == 0
    text = (project / "out/docs/articles/2014/old.md").read_text()
    assert "This page moved to [Left](../left.md)." in text
    assert not (project / "out/docs/actors/secret-name.md").exists()
    site = build(project, "-f", "out/mkdocs.yml", site="out/site")
    for old, new in FORMERLY.items():
        page = (site / page_of(old)).read_text()
        (refresh,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', page)
        assert posixpath.normpath(f"{old}/{refresh}") == new
    swap("data/actors.yml", "[kerry, jk]", "[kerry]")(project)
    run("dossier", "build", "--to", "out", cwd=project)
    assert not (project / "out/docs/actors/jk.md").exists()
    assert (project / "out/docs/actors/kerry.md").exists()


def test_the_further_pages_of_a_long_dossier_lead_on(tmp_path: Path) -> None:
    project = renamed(tmp_path)
    for number in range(3):
        body = "\n\n".join(f"Guan Youfei was seen, for time number {time}." for time in range(90))
        (project / f"data/articles/long-{number}.md").write_text(article(body, date=f"2016-09-0{number + 1}"))
    site = build(project)
    assert led_to(site, page_of("actors/guan/mentions/2")) == page_of("actors/guan-youfei/mentions/2")
    assert "actors/guan/" not in (site / "sitemap.xml").read_text()
    with serving(project) as server:
        assert "../../../guan-youfei/mentions/2/" in server.wait_for(
            "small/actors/guan/mentions/2/", lambda p: "<a" in p
        )


def test_a_page_by_hand_keeps_its_place(tmp_path: Path) -> None:
    project = renamed(tmp_path)
    (project / "docs/actors").mkdir()
    (project / "docs/actors/jk.md").write_text("# Initials\n")
    assert "Initials" in (build(project) / page_of("actors/jk")).read_text()
    assert "Initials" in (build(project) / page_of("actors/jk")).read_text()


def test_what_is_served_leads_on_as_long_as_it_should(tmp_path: Path) -> None:
    project = renamed(tmp_path)
    with serving(project) as server:
        assert 'data-to="../john-kerry/"' in server.wait_for("small/actors/jk/", lambda page: "moved" in page)
        with server.turning("small/actors/jk/", lambda page: page == "HTTP 404"):
            swap("data/actors.yml", "[kerry, jk]", "[kerry]")(project)
        assert 'data-to="../john-kerry/"' in server.get("small/actors/kerry/")


def test_a_reference_to_a_former_id_is_told_the_new_one(tmp_path: Path) -> None:
    project = renamed(tmp_path)
    swap("data/articles/left.md", "[[guan-youfei|", "[[guan|")(project)
    swap("data/events.yml", "actors: [guan-youfei]", "actors: [guan]")(project)
    said = run("dossier", "check", cwd=project).stdout
    assert "[[guan]] names no actor (it was renamed to 'guan-youfei')" in said
    assert "there is no actor 'guan' (it was renamed to 'guan-youfei')" in said


def test_a_renamed_record_of_the_demo_is_found_at_both_addresses(tmp_path: Path, browser: Browser) -> None:
    for name in ("data", "docs", "templates", "schema"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    swap("mkdocs.yml", "- dossier\n", "- dossier: {search: false}\n")(tmp_path)
    old_anchor = "a-chinese-admiral-in-damascus"
    for old, new in (("guan-youfei", "youfei"), ("youfei", "guan")):
        assert run("dossier", "rename", old, new, cwd=tmp_path).returncode == 0
    assert run("dossier", "check", "--strict", cwd=tmp_path).stdout == "no problems found\n"
    site = build(tmp_path)
    assert list(dead_links(site)) == []
    with served(site) as home:
        page = browser.new_page()
        for old in ("guan-youfei", "youfei"):
            page.goto(f"{home}actors/{old}/?q=1#{old_anchor}", wait_until="commit")
            page.wait_for_url(f"{home}actors/guan/?q=1#{old_anchor}")
            assert page.locator("h1").inner_text() == "Guan Youfei"
        page.close()
        without = browser.new_context(java_script_enabled=False).new_page()
        without.goto(f"{home}actors/youfei/", wait_until="commit")
        without.wait_for_url(f"{home}actors/guan/")
        without.close()
