"""The search box in a real Chromium: names first, in any script and with mistakes, then the full text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser import Watched, needs_chromium, served

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def visit(watched: Watched) -> Watched:
    watched.page.goto(watched.home + "actors/")
    return watched


def _type(page: Page, text: str) -> Locator:
    """Type into the header's box; return the options of the names."""
    box = page.get_by_role("combobox", name="Search", exact=True).first
    box.fill("")
    box.fill(text)
    expect(page.locator(".masthead .note")).not_to_have_text("")
    return page.locator(".masthead [role=listbox] > :first-child [role=option]")


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("Guan Youfei", "actors/guan-youfei/"),
        ("youfei guan", "actors/guan-youfei/"),
        ("guan", "actors/guan-youfei/"),
        ("Guan Yuofei", "actors/guan-youfei/"),
        ("konashenkof", "actors/igor-konashenkov/"),
        ("yildirim", "actors/binali-yildirim/"),
        ("bashar al assad", "actors/bashar-al-assad/"),
        ("alassad", "actors/bashar-al-assad/"),
        ("ban kimoon", "actors/ban-ki-moon/"),
        ("关友飞", "actors/guan-youfei/"),
        ("سوريا", "countries/syria/"),
        ("Сирия", "countries/syria/"),
        ("叙利亚", "countries/syria/"),
        ("Türkiye", "countries/turkey/"),
        ("turkiye", "countries/turkey/"),
        ("Syrians", "countries/syria/"),
        ("18 August 2016", "dates/2016/08/18/"),
        ("August 18, 2016", "dates/2016/08/18/"),
        ("2016-08-18", "dates/2016/08/18/"),
        ("18 aug 2016", "dates/2016/08/18/"),
        ("2016-08", "dates/2016/08/"),
        ("Aug 2016", "dates/2016/08/"),
        ("2016", "dates/2016/"),
    ],
)
def test_the_first_name_is_the_one_that_was_meant(typed: str, path: str, visit: Watched) -> None:
    expect(_type(visit.page, typed).first).to_have_attribute("href", re.compile(f"/{path}$"))


def test_an_exact_name_comes_before_names_that_hold_it_and_a_beginning_before_a_mistake(visit: Watched) -> None:
    options = _type(visit.page, "syria")
    expect(options.first.locator("b")).to_have_text("Syria")
    names = _type(visit.page, "mist").all_inner_texts()
    begins = [any(word.startswith("mist") for word in name.casefold().split()) for name in names]
    assert True in begins
    assert begins == sorted(begins, reverse=True)


def test_an_event_is_found_by_a_word_of_its_title(visit: Watched) -> None:
    expect(_type(visit.page, "Hasakah truce").locator("small").first).to_contain_text("event")


def test_where_another_name_was_found_it_is_shown(visit: Watched) -> None:
    expect(_type(visit.page, "关友飞").first).to_contain_text("关友飞 → Guan Youfei")


def test_what_is_no_date_and_no_name_is_not_taken_for_one(visit: Watched) -> None:
    for typed in ("45 August 2016", "xqzzk", "2016-13-01"):
        expect(_type(visit.page, typed)).to_have_count(0)


def test_arrows_go_through_names_and_texts_as_one_list_and_enter_follows(visit: Watched) -> None:
    page = visit.page
    names = _type(page, "Guan")
    box = page.get_by_role("combobox", name="Search", exact=True).first
    texts = page.locator(".masthead [role=group][aria-label='In the texts'] [role=option]")
    expect(texts.first).to_be_visible(timeout=10_000)
    for _ in range(names.count()):
        page.keyboard.press("ArrowDown")
    expect(names.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(texts.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", texts.first.get_attribute("id") or "")
    page.keyboard.press("ArrowUp")
    expect(names.last).to_have_attribute("aria-selected", "true")
    target = names.last.get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)


def test_enter_follows_the_best_name_and_escape_closes(visit: Watched) -> None:
    page = visit.page
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search", exact=True).first).to_be_focused()
    options = _type(page, "Guan Youfei")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    _type(page, "Guan Youfei")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/actors/guan-youfei/$"))


def test_no_page_is_found_twice(visit: Watched) -> None:
    page = visit.page
    _type(page, "Guan Youfei")
    texts = page.locator(".masthead [role=group][aria-label='In the texts'] [role=option]")
    expect(texts.first).to_be_visible(timeout=10_000)
    found = page.locator(".masthead [role=option]").evaluate_all("all => all.map((one) => one.href)")
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("phrase", "path"),
    [
        ("struck a Kurdish wedding in Gaziantep", "articles/2016/a-wedding-in-gaziantep/"),
        ("had objected to the publicity around them", "articles/2016/hamadan-ends/"),
        ("withdrew from there toward Jarabulus", "articles/2016/a-wedding-in-gaziantep/"),
    ],
)
def test_a_phrase_of_an_article_leads_to_it_first_and_once(phrase: str, path: str, visit: Watched) -> None:
    page = visit.page
    _type(page, phrase)
    texts = page.locator(".masthead [role=group][aria-label='In the texts'] [role=option]")
    expect(texts.first).to_have_attribute("href", re.compile(f"/{path}$"), timeout=10_000)
    expect(texts.first.locator(".excerpt")).to_contain_text(phrase)
    expect(texts.first.locator("mark").first).to_be_visible()
    expect(texts.filter(has_text=phrase)).to_have_count(1)


def test_all_results_can_be_seen_and_the_keyboard_goes_on_where_it_was(visit: Watched) -> None:
    page = visit.page
    _type(page, "the")
    texts = page.locator(".masthead [role=group][aria-label='In the texts'] [role=option]")
    more = texts.filter(has_text="Show more results")
    note = page.locator(".masthead .note")
    expect(more).to_be_visible(timeout=10_000)
    expect(texts).to_have_count(9)  # eight, and the way to the others
    page.keyboard.press("ArrowUp")
    expect(more).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(texts.nth(9)).to_be_attached(timeout=10_000)
    expect(texts.nth(8)).to_have_attribute("aria-selected", "true")
    while more.count():
        before = texts.count()
        more.click()
        expect(texts.nth(before)).to_be_attached(timeout=10_000)
    found = re.search(r"(\d+) pages", note.text_content() or "")
    assert found is not None and texts.count() == int(found[1]) > 8
    expect(note).not_to_contain_text("shown")
    _type(page, "truce")
    expect(texts.nth(9)).not_to_be_attached()


def test_texts_can_be_narrowed_by_what_their_pages_say_of_themselves(visit: Watched) -> None:
    page = visit.page
    _type(page, "truce")
    texts = page.locator(".masthead [role=group][aria-label='In the texts'] [role=option]")
    expect(texts.first).to_be_visible(timeout=10_000)
    # A field with one value alone would narrow nothing; the demo's articles all have one outlet.
    for name in ("Kind", "Country", "Year"):
        expect(page.locator(".masthead").get_by_role("combobox", name=name)).to_be_visible()
    page.locator(".masthead").get_by_role("combobox", name="Kind").select_option("article")
    expect(page.locator(".masthead .note")).to_contain_text(" page")
    expect(texts.locator(".dossier-kind").filter(has_not_text="article")).to_have_count(0)
    expect(texts.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(texts.first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_open_results(scheme: str, browser: Browser, home: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(home)
    _type(page, "Guan")
    expect(page.locator(".masthead .facets")).to_be_visible(timeout=10_000)
    page.keyboard.press("ArrowDown")
    violations = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in violations] == []


def test_what_is_found_after_escape_waits_until_the_box_is_entered_again(visit: Watched) -> None:
    page = visit.page
    held: list[Route] = []
    page.route("**/pagefind.js", lambda route: held.append(route))
    options = _type(page, "Guan Youfei")
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    with page.expect_response("**/fragment/**"):
        held.pop().continue_()
    page.wait_for_load_state("networkidle")
    expect(options.first).to_be_hidden()
    page.get_by_role("combobox", name="Search", exact=True).first.blur()
    page.keyboard.press("Control+k")
    expect(page.locator(".masthead [aria-label='In the texts'] [role=option]").first).to_be_visible(timeout=10_000)


def test_the_home_page_has_a_box_of_its_own(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home)
    box = page.locator("main").get_by_role("combobox")
    box.fill("Guan Youfei")
    expect(page.locator("main [role=option]").first).to_have_attribute("href", re.compile("/actors/guan-youfei/$"))
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    box.press("Enter")
    expect(page).to_have_url(re.compile("/actors/guan-youfei/$"))


def test_names_are_found_without_an_index_of_the_texts_and_the_note_says_so(
    browser: Browser, demo_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(demo_site, site, ignore=shutil.ignore_patterns("pagefind"))
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        expect(_type(page, "Guan Youfei").first).to_have_attribute("href", re.compile("/actors/guan-youfei/$"))
        expect(page.locator(".masthead .note")).to_contain_text("no index of the full text")
        expect(page.locator(".masthead .facets")).to_be_hidden()
        # Under `mkdocs serve` the index comes a little later.
        shutil.copytree(demo_site / "pagefind", site / "pagefind")
        _type(page, "truce")
        expect(page.locator(".masthead [aria-label='In the texts'] [role=option]").first).to_be_visible(timeout=10_000)
        page.close()


def test_an_index_that_was_made_anew_does_not_break_the_box(browser: Browser, demo_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(demo_site, site)
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        _type(page, "truce")
        expect(page.locator(".masthead [aria-label='In the texts'] [role=option]").first).to_be_visible(timeout=10_000)
        for file in (site / "pagefind").rglob("*"):
            if file.suffix in (".pf_index", ".pf_fragment", ".pf_meta"):
                file.unlink()
        expect(_type(page, "Guan Youfei").first).to_be_visible()
        expect(_type(page, "Hasakah").first).to_be_visible()
        expect(page.locator(".masthead .note")).to_have_text(re.compile("name"))
        page.close()


def test_a_copy_opened_from_a_file_finds_names(browser: Browser, demo_site: Path) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((demo_site / "index.html").as_uri())
    option = _type(page, "Guan Youfei").first
    expect(option).to_have_attribute("href", re.compile("/actors/guan-youfei/index.html$"))
    expect(page.locator(".masthead .note")).to_contain_text("web server")
    option.click()
    expect(page.locator("h1")).to_have_text("Guan Youfei")
    page.close()
    assert errors == []
