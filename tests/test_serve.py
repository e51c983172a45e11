"""A real `mkdocs serve`: what an editor sees who saves a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import article
from tests.processes import serving
from tests.small_project import settings, small_project

SITE = settings(more="nav:\n  - index.md\n  - Actors: actors/index.md\n")
ACTORS = """
guan-youfei:
  name: Guan Youfei
  type: person
  countries: [CN]
  summary: A rear admiral.
xinhua: {name: Xinhua, type: media}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": SITE,
        "data/actors.yml": ACTORS,
        "data/articles/visit.md": article("Guan Youfei met ministers in Damascus, Xinhua said. Syria agreed."),
        "data/articles/other.md": article("Nothing happened in Norway.", date="2016-08-20"),
    }
    return small_project(tmp_path, files)


def test_an_edit_of_the_data_is_served_without_building_the_site_again(project: Path) -> None:
    with serving(project) as server:
        server.wait_for("actors/guan-youfei/", lambda page: "A rear admiral." in page)
        with server.turning("actors/guan-youfei/", lambda page: "An officer of the navy." in page):
            actors = ACTORS.replace("A rear admiral", "An officer of the navy")
            (project / "data/actors.yml").write_text(actors, encoding="utf-8")
        assert server.log().count("Building documentation") == 1


def test_a_new_article_a_renamed_one_and_a_removed_one_are_noticed(project: Path) -> None:
    articles = project / "data/articles"
    with serving(project) as server:
        server.wait_for("articles/visit/", lambda page: "met ministers" in page)
        with server.turning("actors/xinhua/", lambda page: "reported from Aleppo" in page):
            (articles / "new.md").write_text(article("Xinhua reported from Aleppo, Syria."), encoding="utf-8")
        with (
            server.turning("articles/newer/", lambda page: "reported from Aleppo" in page),
            server.turning("articles/new/", lambda page: page == "HTTP 404"),
        ):
            (articles / "new.md").rename(articles / "newer.md")
        with server.turning("actors/xinhua/", lambda page: "reported from Aleppo" not in page):
            (articles / "newer.md").unlink()


def test_a_users_own_template_takes_the_place_of_the_built_in_one(project: Path) -> None:
    own = project / "templates/pages/actor.md.jinja"
    own.parent.mkdir(parents=True)
    own.write_text("# Dossier on {{ page.title }}\n", encoding="utf-8")
    with serving(project) as server:
        server.wait_for("actors/guan-youfei/", lambda page: "Dossier on Guan Youfei" in page)
        with server.turning("actors/guan-youfei/", lambda page: "All about Guan Youfei" in page):
            own.write_text("# All about {{ page.title }}\n", encoding="utf-8")


def test_a_broken_record_stays_as_it_was_and_the_others_follow_their_edits(project: Path) -> None:
    actors = project / "data/actors.yml"
    with serving(project) as server:
        server.wait_for("actors/guan-youfei/", lambda page: "A rear admiral." in page)
        broken = ACTORS.replace("type: media", "type: medium").replace("A rear admiral", "An officer")
        with server.turning("actors/guan-youfei/", lambda page: "An officer." in page):
            actors.write_text(broken, encoding="utf-8")
        page = server.get("actors/xinhua/")
        assert "Xinhua</a></strong> said" in page and "error[bad-value]" in page
        with server.turning("actors/xinhua/", lambda page: "error[bad-value]" not in page):
            actors.write_text(ACTORS, encoding="utf-8")


FAULTS = {
    "a list with a fault of syntax": ("data/actors.yml", "guan-youfei: {name: [}\n"),
    "an empty list": ("data/actors.yml", ""),
    "a list that is not UTF-8": ("data/actors.yml", "\udcff\udcfe"),
    "an article without its fence": ("data/articles/visit.md", "title: A\ndate: 2016-08-18\n"),
    "an empty article": ("data/articles/visit.md", ""),
    "a template that cannot be compiled": ("templates/pages/actor.md.jinja", "{% if %}"),
    "a template that uses what is not there": ("templates/pages/actor.md.jinja", "{{ page.nothing }}"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_last_good_pages_are_served_with_a_banner_until_the_file_is_mended(fault: str, project: Path) -> None:
    path, text = FAULTS[fault]
    target = project / path
    target.parent.mkdir(parents=True, exist_ok=True)
    good = target.read_text(encoding="utf-8") if target.exists() else None
    with serving(project) as server:
        before = server.wait_for("actors/guan-youfei/", lambda page: "met ministers" in page)
        with server.turning("actors/guan-youfei/", lambda page: 'class="problems"' in page):
            target.write_bytes(text.encode("utf-8", "surrogateescape"))
        during = server.get("actors/guan-youfei/")
        assert "met ministers" in during and "error[" in during
        assert "met ministers" in server.get("articles/visit/")
        with server.turning("actors/guan-youfei/", lambda page: 'class="problems"' not in page):
            if good is None:
                target.unlink()
            else:
                target.write_text(good, encoding="utf-8")
        assert _main(server.get("actors/guan-youfei/")) == _main(before)


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_the_figures_of_the_home_page_and_the_names_for_search_follow_an_edit(project: Path) -> None:
    with serving(project) as server:
        server.wait_for("", lambda page: _actors(page) == "2")
        text = ACTORS + "wang-yi: {name: Wang Yi, type: person}\n"
        with (
            server.turning("", lambda page: _actors(page) == "3"),
            server.turning("dossier/names.js", lambda names: "Wang Yi" in names),
        ):
            (project / "data/actors.yml").write_text(text, encoding="utf-8")
        assert "Wang Yi" in server.get("actors/")
        with server.turning("", lambda page: _actors(page) == "2"):
            (project / "data/actors.yml").write_text(ACTORS, encoding="utf-8")


def _actors(page: str) -> str:
    """How many actors there are, by the figures of the home page."""
    found = re.search(r'<strong>([0-9]+)</strong> <a href="actors/">', page)
    return "" if found is None else found[1]


def test_a_page_written_by_hand_that_is_edited_or_removed_is_noticed(project: Path) -> None:
    about = project / "docs/about.md"
    with serving(project) as server:
        server.wait_for("actors/guan-youfei/", lambda page: "A rear admiral." in page)
        with server.turning("about/", lambda page: "By hand" in page):
            about.write_text("# About\n\nBy hand, see [Guan](actors/guan-youfei.md).\n", encoding="utf-8")
        assert 'href="../actors/guan-youfei/"' in server.get("about/")
        assert "A rear admiral." in server.get("actors/guan-youfei/")
        with server.turning("about/", lambda page: "By another hand" in page):
            about.write_text("# About\n\nBy another hand.\n", encoding="utf-8")
        with server.turning("about/", lambda page: page == "HTTP 404"):
            about.unlink()


def test_a_page_by_hand_takes_the_place_of_a_generated_one_for_as_long_as_it_is_there(project: Path) -> None:
    by_hand = project / "docs/actors/xinhua.md"
    by_hand.parent.mkdir()
    with serving(project) as server:
        server.wait_for("actors/xinhua/", lambda page: "named in 1 article" in page)
        with server.turning("actors/xinhua/", lambda page: "All by hand." in page):
            by_hand.write_text("# Xinhua\n\nAll by hand.\n", encoding="utf-8")
        with server.turning("actors/xinhua/", lambda page: "named in 1 article" in page):
            by_hand.unlink()
