"""The demo in a real Chromium, as a reader goes through it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser import Watched, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

KINDS = {
    "home": "",
    "actor": "actors/guan-youfei/",
    "country": "countries/syria/",
    "day": "dates/2016/08/18/",
    "month": "dates/2016/08/",
    "year": "dates/2016/",
    "event": "events/hasakah-truce/",
    "article": "articles/2016/a-chinese-admiral-in-damascus/",
    "index": "actors/",
    "explore": "explore/",
    "network": "explore/network/",
    "connections": "explore/connections/",
    "timeline": "explore/timeline/",
    "map": "explore/map/",
    "manual": "manual/formats/",
    "diagnostics": "manual/diagnostics/",
}


@pytest.fixture
def visit(watched: Watched) -> Watched:
    watched.page.goto(watched.home)
    return watched


def test_a_reader_goes_from_home_to_an_actor_to_the_sentence_in_the_article_and_back(visit: Watched) -> None:
    page = visit.page
    page.get_by_role("link", name="Actors", exact=True).first.click()
    page.get_by_role("link", name="Guan Youfei", exact=True).click()
    expect(page).to_have_url(re.compile("actors/guan-youfei/$"))
    mention = page.locator(".dossier-mentions li strong a[href*='#m']").first
    name = mention.inner_text()
    mention.click()
    expect(page).to_have_url(re.compile(r"articles/.*#m\d+$"))
    target = page.locator(":target")
    expect(target).to_have_text(name)
    expect(target).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(re.compile("actors/guan-youfei/$"))


def test_the_search_box_finds_an_actor_by_its_name(visit: Watched) -> None:
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type("Guan Youfei")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Guan", timeout=10_000)
    texts = page.get_by_role("group", name="In the texts").get_by_role("option")
    expect(texts.first).to_be_visible(timeout=30_000)  # who leaves while the index is fetched leaves errors behind
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/(actors|articles|events|dates|countries)/"))


def test_the_colour_switch_is_remembered(visit: Watched) -> None:
    page = visit.page
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("colou?r|dark|light|theme", re.IGNORECASE)).first.click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(kind: str, visit: Watched) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 800})
    visit.page.goto(visit.home + KINDS[kind])
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("scheme", "rules"), [("light", {}), ("dark", {"runOnly": ["color-contrast"]})])
def test_axe_finds_no_violation_on_any_kind_of_page(
    scheme: str, rules: dict[str, list[str]], browser: Browser, home: str
) -> None:
    """In the dark nothing but the colours is another."""
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for kind, path in {**KINDS, "missing": "404.html"}.items():
        page.goto(home + path)
        violations = Axe().run(page, options=rules or None).response["violations"]
        found += [(kind, violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations]
    page.close()
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_reads_without_javascript(kind: str, browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + KINDS[kind])
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_role("link", name="Actors", exact=True).first).to_be_visible()
    context.close()
