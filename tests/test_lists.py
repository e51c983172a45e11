"""Lists in a real Chromium: filtering and sorting the indexes and the mentions of a dossier; what is chosen is in the
address.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import Watched, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


@pytest.fixture
def visit(watched: Watched) -> Watched:
    watched.page.goto(watched.home + "actors/")
    return watched


def _shown(page: Page, column: int = 0) -> list[str]:
    """The visible cells of a column, from top to bottom."""
    script = """(column) => [...document.querySelectorAll('.dossier-index tbody tr')]
        .filter((row) => row.checkVisibility()).map((row) => row.cells[column].textContent.trim())"""
    return page.evaluate(script, column)  # type: ignore[no-any-return]


def _headings(page: Page) -> list[str]:
    return page.locator(".dossier-index h2").filter(visible=True).all_inner_texts()


def test_a_list_is_filtered_by_name_whatever_the_diacritics(visit: Watched) -> None:
    page = visit.page
    everybody = len(_shown(page))
    page.get_by_role("searchbox", name="Filter by name").fill("yildirim")
    assert _shown(page) == ["Binali Yıldırım"]
    expect(page.locator(".toolbar [role=status]")).to_have_text(f"1 of {everybody}")
    assert [heading[0] for heading in _headings(page)] == ["B"]
    page.get_by_role("button", name="Clear").click()
    assert len(_shown(page)) == everybody
    expect(page).to_have_url(re.compile("/actors/#?$"))


def test_a_list_is_filtered_by_what_its_columns_say_with_counts(visit: Watched) -> None:
    page = visit.page
    kind = page.locator(".toolbar").get_by_role("combobox", name="Type")
    label = kind.locator("option", has_text="media").inner_text()
    kind.select_option("media")
    types = _shown(page, 1)
    assert set(types) == {"media"}
    assert label == f"media ({len(types)})"
    page.locator(".toolbar").get_by_role("combobox", name="Countries").select_option("China")
    assert 0 < len(_shown(page)) < len(types)
    assert all("China" in countries for countries in _shown(page, 2))
    expect(page).to_have_url(re.compile("#Type=media&Countries=China$"))


def test_articles_are_filtered_by_year(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "articles/")
    page.locator(".toolbar").get_by_role("combobox", name="Year").select_option("2016")
    published = _shown(page, 1)
    assert published
    assert all(day.endswith("2016") for day in published)


def test_sorting_makes_one_table_of_all_and_a_third_click_brings_the_groups_back(visit: Watched) -> None:
    page = visit.page
    before, letters = _shown(page), _headings(page)
    column = page.get_by_role("columnheader", name="Articles").first
    column.get_by_role("button").click()
    numbers = [int(number) for number in _shown(page, 3)]
    assert numbers == sorted(numbers, reverse=True)
    assert len(numbers) == len(before)
    assert _headings(page) == []
    expect(column).to_have_attribute("aria-sort", "descending")
    column.get_by_role("button").click()
    numbers = [int(number) for number in _shown(page, 3)]
    assert numbers == sorted(numbers)
    expect(column).to_have_attribute("aria-sort", "ascending")
    column.get_by_role("button").click()
    assert (_shown(page), _headings(page)) == (before, letters)
    expect(page).to_have_url(re.compile("/actors/#?$"))


def test_sorting_by_name_keeps_the_focus_on_the_heading(visit: Watched) -> None:
    page = visit.page
    button = page.get_by_role("columnheader", name="Name").first.get_by_role("button")
    button.press("Enter")
    button.press("Enter")
    names = [name.casefold() for name in _shown(page)]
    assert names[0] > names[-1]
    expect(button).to_be_focused()


def test_dates_are_sorted_by_time(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "articles/#sort=Published")
    assert [day[-4:] for day in _shown(page, 1)] == sorted(day[-4:] for day in _shown(page, 1))
    links = page.locator(".dossier-index tbody td:nth-child(2) a").evaluate_all("all => all.map((one) => one.pathname)")
    assert links == sorted(links)


def test_a_view_can_be_shared_and_the_way_back_leads_through_the_views(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "articles/")
    page.goto(visit.home + "actors/#q=a&Type=person&sort=Articles&down=1")
    expect(page.get_by_role("searchbox", name="Filter by name")).to_have_value("a")
    assert set(_shown(page, 1)) == {"person"}
    numbers = [int(number) for number in _shown(page, 3)]
    assert numbers == sorted(numbers, reverse=True)
    page.locator(".toolbar").get_by_role("combobox", name="Type").select_option("media")
    assert set(_shown(page, 1)) == {"media"}
    page.go_back()
    expect(page.locator(".toolbar").get_by_role("combobox", name="Type")).to_have_value("person")
    assert set(_shown(page, 1)) == {"person"}
    page.go_forward()
    assert set(_shown(page, 1)) == {"media"}
    page.reload()
    assert set(_shown(page, 1)) == {"media"}


def test_a_plain_anchor_is_no_filter(visit: Watched) -> None:
    page = visit.page
    everybody = len(_shown(page))
    anchor = page.locator(".dossier-index h2").nth(4).get_attribute("id")
    page.goto(visit.home + f"actors/#{anchor}")
    assert len(_shown(page)) == everybody
    expect(page.locator(".dossier-index h2").nth(4)).to_be_in_viewport()


def test_a_name_that_is_not_there_leaves_nothing_and_says_so(visit: Watched) -> None:
    page = visit.page
    page.get_by_role("searchbox", name="Filter by name").fill("xqzzk")
    assert _shown(page) == []
    assert _headings(page) == []
    expect(page.locator(".toolbar [role=status]")).to_have_text(re.compile("^0 of "))


def test_a_copy_opened_from_a_file_is_filtered_and_sorted_too(browser: Browser, demo_site: Path) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((demo_site / "actors" / "index.html").as_uri())
    page.get_by_role("columnheader", name="Articles").first.get_by_role("button").click()
    page.locator(".toolbar").get_by_role("combobox", name="Type").select_option("media")
    numbers = [int(number) for number in _shown(page, 3)]
    assert numbers == sorted(numbers, reverse=True)
    assert set(_shown(page, 1)) == {"media"}
    page.close()
    assert errors == []


def test_the_mentions_of_a_dossier_are_filtered_by_year_and_a_fold_opens(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "countries/syria/")
    bar = page.locator(".dossier-mentions .toolbar").first
    years = bar.get_by_role("combobox", name="Year")
    year = years.locator("option").last.get_attribute("value") or ""
    years.select_option(year)
    headings = page.locator(".dossier-mentions").first.locator("h3")
    shown = [heading for heading in headings.all() if heading.is_visible()]
    assert 0 < len(shown) < headings.count()
    expect(bar.get_by_role("status")).to_have_text(f"{len(shown)} of {headings.count()} articles")
    for heading in shown:
        assert year in heading.evaluate("heading => heading.nextElementSibling.textContent")
    expect(page).to_have_url(re.compile(f"#Year={year}$"))
    bar.get_by_role("button", name="Clear").click()
    expect(bar.get_by_role("status")).to_have_text(f"{headings.count()} of {headings.count()} articles")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_a_filtered_list(scheme: str, browser: Browser, home: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for path in ("actors/#Type=person&sort=Articles&down=1", "countries/syria/#Year=2016"):
        page.goto(home + path)
        expect(page.get_by_role("button", name="Clear").first).to_be_visible()
        found += [(path, v["id"], v["nodes"][0]["html"][:200]) for v in Axe().run(page).response["violations"]]
    page.close()
    assert found == []
