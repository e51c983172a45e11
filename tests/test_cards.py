"""Hover cards and the arrow keys in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.browser import Watched, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def visit(watched: Watched) -> Watched:
    watched.page.goto(watched.home + "articles/2016/a-chinese-admiral-in-damascus/")
    return watched


def _link(visit: Watched, path: str = "actors/guan-youfei/") -> Locator:
    return visit.page.locator(f"main .dossier-article a[href$='{path}']").first


def test_a_card_says_who_is_linked(visit: Watched) -> None:
    card = visit.page.get_by_role("tooltip")
    _link(visit).hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Guan Youfei")
    expect(card).to_contain_text("China")
    expect(card).to_contain_text("named in")
    expect(_link(visit)).to_have_attribute("aria-describedby", card.get_attribute("id") or "none")


def test_a_card_stays_while_the_pointer_is_on_it_and_goes_with_escape(visit: Watched) -> None:
    page, card = visit.page, visit.page.get_by_role("tooltip")
    _link(visit).hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(600)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.wait_for_timeout(400)
    expect(card).to_be_hidden()


def test_a_card_goes_when_the_pointer_has_left(visit: Watched) -> None:
    card = visit.page.get_by_role("tooltip")
    _link(visit).hover()
    expect(card).to_be_visible()
    visit.page.mouse.move(2, 2)
    expect(card).to_be_hidden()
    expect(_link(visit)).not_to_have_attribute("aria-describedby", re.compile("."))


def test_a_pointer_that_only_passes_brings_no_card_and_asks_for_no_page(visit: Watched) -> None:
    page = visit.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _link(visit).hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(500)
    expect(page.get_by_role("tooltip")).to_be_hidden()
    assert [url for url in asked if "/actors/" in url] == []


def test_the_keyboard_brings_a_card_too_and_takes_it_away(visit: Watched) -> None:
    page, card = visit.page, visit.page.get_by_role("tooltip")
    page.keyboard.press("Tab")  # what follows counts as the keyboard's doing
    _link(visit).focus()
    expect(card).to_be_visible()
    expect(card).to_contain_text("Guan Youfei")
    page.keyboard.press("Tab")
    expect(card.filter(visible=True).get_by_text("Guan Youfei", exact=True)).to_have_count(0)


@pytest.mark.parametrize("path", ["countries/syria/", "dates/2016/08/18/"])
def test_countries_and_dates_have_cards(path: str, visit: Watched) -> None:
    link = visit.page.locator(f"main .text a[href$='{path}']").first
    link.hover()
    expect(visit.page.get_by_role("tooltip")).to_be_visible()


def test_a_link_to_the_page_itself_to_an_index_or_to_an_article_has_no_card(visit: Watched) -> None:
    page = visit.page
    for start, link in (
        ("actors/guan-youfei/", "main .kicker a"),
        ("actors/guan-youfei/", "main .dossier-mentions h3 a"),
    ):
        page.goto(visit.home + start)
        page.locator(link).first.hover()
        page.wait_for_timeout(500)
        expect(page.get_by_role("tooltip", include_hidden=True)).to_be_hidden()


def test_a_card_lies_within_the_window(visit: Watched) -> None:
    page = visit.page
    page.set_viewport_size({"width": 400, "height": 500})
    for number in range(min(8, page.locator(".dossier-article a").count())):
        link = page.locator(".dossier-article a").nth(number)
        link.hover()
        card = page.get_by_role("tooltip")
        expect(card).to_be_visible()
        expect(link).to_have_attribute("aria-describedby", card.get_attribute("id") or "none")
        box = card.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 400
        assert box["y"] >= 0 or box["y"] + box["height"] <= 500
        page.keyboard.press("Escape")


def test_a_finger_follows_the_link_and_brings_no_card(browser: Browser, home: str) -> None:
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    page.goto(home + "articles/2016/a-chinese-admiral-in-damascus/")
    page.locator("main .dossier-article a[href$='actors/guan-youfei/']").first.tap()
    expect(page).to_have_url(re.compile("/actors/guan-youfei/$"))
    context.close()


def test_a_link_in_a_picture_has_a_card(visit: Watched) -> None:
    page = visit.page
    page.evaluate(
        """() => {
            const svg = `<svg width="60" height="30" role="group" aria-label="x"><a href="../../../actors/guan-youfei/">
              <rect width="60" height="30"/></a></svg>`;
            document.querySelector(".text").prepend(document.createRange().createContextualFragment(svg));
        }"""
    )
    page.locator(".text > svg a").hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Guan Youfei")


def test_axe_finds_nothing_wrong_with_an_open_card(visit: Watched) -> None:
    _link(visit).hover()
    expect(visit.page.get_by_role("tooltip")).to_be_visible()
    violations = Axe().run(visit.page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in violations] == []


def test_a_copy_opened_from_a_file_asks_for_nothing(browser: Browser, demo_site: Path) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((demo_site / "articles/2016/a-chinese-admiral-in-damascus/index.html").as_uri())
    page.locator("main .dossier-article a").first.hover()
    page.wait_for_timeout(500)
    expect(page.get_by_role("tooltip", include_hidden=True)).to_have_count(0)
    page.close()
    assert errors == []


def test_the_arrow_keys_turn_the_pages_of_the_calendar(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "dates/2016/08/18/")
    following = page.locator("link[rel=next]").get_attribute("href") or ""
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("/")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("/dates/2016/08/18/$"))
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(re.escape(following.strip("./")) + "/?$"))
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("/dates/2016/08/18/$"))


def test_the_arrow_keys_do_nothing_where_there_is_no_next_page(visit: Watched) -> None:
    page = visit.page
    here = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    expect(page).to_have_url(here)
