"""What a reader has to load: a dossier of 200 sentences with all its pictures, the stylesheet, the scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.processes import run
from tests.small_project import small_project

THEME = ROOT / "templates" / "theme"


@pytest.fixture(scope="module")
def heavy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which one actor is named in 5,000 sentences, beside forty others, over ten years, with many events."""
    project = small_project(tmp_path_factory.mktemp("heavy"), {})
    articles = project / "data" / "articles"
    articles.mkdir(parents=True)
    others = [f"Person Number{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(40)]
    actors = ["ann-archer:\n  name: Ann Archer\n  type: person\n  countries: [FR]\n"]
    actors += [f"person-{n}:\n  name: {name}\n  type: person\n" for n, name in enumerate(others)]
    (project / "data" / "actors.yml").write_text("".join(actors))
    events = (
        f"event-{n}:\n  title: The {n}th of the meetings with Ann Archer\n  date: {2010 + n % 10}-0{1 + n % 9}-15\n"
        "  type: meeting\n  actors: [ann-archer]\n  place: {name: Paris, country: FR, lat: 48.86, lon: 2.35}\n"
        for n in range(150)
    )
    (project / "data" / "events.yml").write_text("".join(events))
    for n in range(2500):
        day = f"{2010 + n % 10}-{1 + n % 12:02}-{1 + n % 28:02}"
        text = (
            f"Ann Archer spoke of the {n}th inquiry with {others[n % 40]} in France for an hour in the morning."
            f"\n\nIn the evening Ann Archer met {others[(n + 7) % 40]}, who asked for a report on the inquiry in May."
        )
        front = f"---\ntitle: The {n}th report of an inquiry\ndate: {day}\noutlet: The Daily Paper\n---\n"
        (articles / f"report-{n}.md").write_text(f"{front}\n{text}\n")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_dossier_with_200_mentions_is_at_most_150_kilobytes_with_its_pictures(heavy_site: Path) -> None:
    page = heavy_site / "actors" / "ann-archer" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert text.count("<li>") > 200 and text.count("<figure") == 2
    assert page.stat().st_size <= 150_000


def test_an_actor_with_5000_mentions_is_cut_into_pages_the_newest_first(heavy_site: Path) -> None:
    pages = [heavy_site / "actors/ann-archer/index.html"]
    pages += [heavy_site / f"actors/ann-archer/mentions/{n}/index.html" for n in range(2, 26)]
    assert all(page.stat().st_size <= 150_000 for page in pages)
    text = pages[0].read_text(encoding="utf-8")
    mentions = text[text.index('id="mentions"') : text.index('id="named-together-with"')]
    assert "28 December 2019" in mentions and "2010" not in mentions
    assert "January 2010" in pages[-1].read_text(encoding="utf-8")
    assert 'mentions/25/"' in mentions and "Named 5000 times in 2500 articles" in mentions


def test_the_newest_of_many_events_stand_on_the_page_and_all_of_them_on_one_of_their_own(heavy_site: Path) -> None:
    text = (heavy_site / "actors/ann-archer/index.html").read_text(encoding="utf-8")
    timeline = text[text.index('class="dossier-timeline"') : text.index('id="mentions"')]
    assert timeline.count("<li>") == 100 and 'events/">50 earlier events</a>' in text
    every = (heavy_site / "actors/ann-archer/events/index.html").read_text(encoding="utf-8")
    assert every.count("of the meetings with") == 150 and every.index('id="2010"') < every.index('id="2019"')


def test_an_index_of_thousands_is_cut_into_tables_that_a_browser_can_lay_out_one_by_one(heavy_site: Path) -> None:
    text = (heavy_site / "articles/index.html").read_text(encoding="utf-8")
    assert text.count("report-") == 2500
    assert max(table.count("<tr>") for table in text.split("<table>")) <= 151


def test_no_kind_of_page_is_heavy(demo_site: Path) -> None:
    heavy = {
        page.relative_to(demo_site).as_posix(): page.stat().st_size
        for page in demo_site.rglob("*.html")
        if page.stat().st_size > 150_000
    }
    assert heavy == {}


def test_no_script_holds_up_the_first_paint(demo_site: Path) -> None:
    head = (demo_site / "actors/guan-youfei/index.html").read_text(encoding="utf-8").partition("</head>")[0]
    scripts = re.findall(r"<script[^>]*>", head)
    assert scripts and all(re.search(r" (defer|async) ", script) for script in scripts)


def test_the_stylesheet_is_light() -> None:
    assert [file.name for file in (THEME / "css").iterdir()] == ["dossier.css"]
    assert (THEME / "css" / "dossier.css").stat().st_size <= 20_000


def test_the_scripts_of_a_dossier_are_light() -> None:
    sizes = {file.stem: file.stat().st_size for file in (THEME / "js").glob("*.js")}
    others = {"explore", "moved", "code"}  # for two pages only, those that lead on to others, and those with code
    assert sum(size for name, size in sizes.items() if name not in others) <= 30_000
    assert sizes["explore"] <= 8_500
