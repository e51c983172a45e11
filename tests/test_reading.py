"""Pages as they are read elsewhere than on a screen beside a server: on paper, from a file, from right to left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, served
from tests.conftest import ROOT, article
from tests.processes import run
from tests.small_project import small_project

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture(scope="module")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article, an actor and an event whose names are Arabic."""
    files = {
        "data/actors.yml": "freij:\n  name: فهد جاسم الفريج\n  type: person\n  countries: [SY]\n",
        "data/events.yml": "visit:\n  title: زيارة إلى دمشق\n  date: 2016-08-14\n  actors: [freij]\n",
        "data/articles/one.md": article("التقى فهد جاسم الفريج وفدا من الصين.", title="وفد صيني", lang="ar"),
    }
    project = small_project(tmp_path_factory.mktemp("arabic"), files)
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def _direction(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("element => getComputedStyle(element).direction"))


def _begins_at_the_right(page: Page, selector: str) -> bool:
    """Whether the first letter of an element lies in the right half of it."""
    return bool(
        page.locator(selector).first.evaluate(
            """element => {
              const range = document.createRange();
              const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
              range.setStart(text, 0); range.setEnd(text, 1);
              const letter = range.getBoundingClientRect(), box = element.getBoundingClientRect();
              return letter.left > (box.left + box.right) / 2;
            }"""
        )
    )


def test_an_arabic_article_runs_from_right_to_left_and_the_header_does_not(browser: Browser, arabic_site: Path) -> None:
    with served(arabic_site) as home:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(home + "articles/one/")
        expect(page.locator("main")).to_have_attribute("lang", "ar")
        assert _direction(page, "main") == "rtl" and _direction(page, ".masthead") == "ltr"
        assert _begins_at_the_right(page, ".dossier-article p") and _begins_at_the_right(page, "h1")
        page.close()


def test_an_arabic_sentence_on_a_page_of_another_direction_runs_in_its_own(browser: Browser, arabic_site: Path) -> None:
    with served(arabic_site) as home:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(home + "actors/freij/")
        assert _begins_at_the_right(page, ".dossier-mentions li")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        page.close()


def test_a_printed_dossier_has_no_menus_shows_what_is_folded_and_says_where_its_sources_are(
    browser: Browser, demo_site: Path
) -> None:
    with served(demo_site) as home:
        page = browser.new_page()
        page.goto(home + "countries/syria/")
        folded = page.locator(".dossier-mentions details h3").first
        expect(folded).not_to_be_visible()
        page.emulate_media(media="print")
        expect(folded).to_be_visible()
        for menu in (".masthead", ".contents", ".toolbar"):
            expect(page.locator(menu).first).not_to_be_visible()
        page.goto(home + "events/hasakah-truce/")
        source = page.locator(".dossier-sources a[href^=http]").first
        address = str(source.get_attribute("href"))
        assert address in source.evaluate("element => getComputedStyle(element, '::after').content")
        page.close()


def test_a_copy_opened_from_a_file_is_browsed_without_a_server(browser: Browser, tmp_path: Path) -> None:
    for name in ("data", "docs", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("- dossier", "- dossier: {search: false}", 1)
    (tmp_path / "mkdocs.yml").write_text(settings + "use_directory_urls: false\n", encoding="utf-8")
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "site/index.html").as_uri())
    page.get_by_role("link", name="Actors", exact=True).first.click()
    page.get_by_role("link", name="Guan Youfei", exact=True).click()
    expect(page).to_have_title("Guan Youfei – Syria, August 2016")
    page.locator(".dossier-ego .nodes a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/actors/" in page.url and page.url.endswith(".html")
    page.locator(".search input").first.fill("关友飞")
    page.locator(".popup a").first.click()
    expect(page.locator("h1")).to_have_text("Guan Youfei")
    page.locator(".dossier-timeline-picture a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert errors == []
    page.close()
