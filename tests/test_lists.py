"""Lists in a real Chromium: filtering and sorting the indexes and the mentions of a dossier; what is chosen is in the
address.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

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


def _filled(page: Page) -> list[int]:
    """How many visible rows each table has."""
    script = """() => [...document.querySelectorAll('.dossier-group')]
        .map((group) => [...group.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).length)"""
    return page.evaluate(script)  # type: ignore[no-any-return]


def _with(page: Page, path: str, pattern: str, by: str) -> None:
    """Let a page come with something else in the place of a pattern."""

    def answer(route: Route) -> None:
        response = route.fetch()
        changed, number = re.subn(pattern, by, response.text(), flags=re.DOTALL)
        assert number == 1
        route.fulfill(response=response, body=changed)

    page.route(f"**/{path}", answer)


def _headings(page: Page) -> list[str]:
    return page.locator(".dossier-index h2").filter(visible=True).all_text_contents()


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


def test_what_is_filtered_and_sorted_fills_the_tables_from_the_first_on(visit: Watched) -> None:
    page = visit.page
    before = _filled(page)
    page.goto(visit.home + "actors/#Type=media&sort=Articles&down=1")
    expect(page.get_by_role("button", name="Clear")).to_be_visible()
    after = _filled(page)
    tables = len([number for number in after if number])
    assert sum(after) > before[0]
    assert after[: tables - 1] == before[: tables - 1]
    assert 0 < after[tables - 1] <= before[tables - 1]
    expect(page.locator(".dossier-group").filter(visible=True)).to_have_count(tables)
    page.get_by_role("searchbox", name="Filter by name").fill("global times")
    assert _filled(page)[:2] == [1, 0]
    page.get_by_role("button", name="Clear").click()
    assert _filled(page) == before


def test_on_a_phone_the_heading_that_is_pressed_may_go_but_the_focus_stays_on_its_column(visit: Watched) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(visit.home + "actors/#q=yildirim")
    page.get_by_role("button", name="Articles").filter(visible=True).click()
    assert _shown(page) == ["Binali Yıldırım"]
    focused = page.locator("th:has(:focus)")
    expect(focused).to_be_visible()
    expect(focused).to_have_text("Articles")
    expect(focused).to_have_attribute("aria-sort", "descending")


def test_a_heading_stands_over_the_first_of_its_tables_that_has_rows_left(visit: Watched) -> None:
    page = visit.page
    _with(page, "actors/", '<h2 id="b">.*?</h2>', "")
    page.reload()
    letters = _headings(page)
    assert [letter[0] for letter in letters[:2]] == ["A", "C"]
    filter_by = page.get_by_role("searchbox", name="Filter by name")
    filter_by.fill("yildirim")
    assert [heading[0] for heading in _headings(page)] == ["A"]
    expect(page.locator(".dossier-group").filter(visible=True)).to_contain_text("Binali Yıldırım")
    filter_by.fill("")
    assert _headings(page) == letters
    assert page.locator(".dossier-group").first.locator("h2").count() == 1


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
    page.goto(visit.home + "actors/#q")  # a letter, and the name of a field
    assert len(_shown(page)) == everybody
    expect(page.get_by_role("button", name="Clear")).to_be_hidden()


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


def test_a_fold_opens_by_itself_where_something_in_it_fits(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "countries/syria/")
    box = page.locator(".dossier-mentions").first
    fold, years = box.locator("details"), box.get_by_role("combobox", name="Year")
    assert not fold.evaluate("fold => fold.open")
    years.select_option("2018")
    expect(box.locator("h3").filter(visible=True)).to_have_count(1)
    expect(fold).to_be_hidden()
    assert not fold.evaluate("fold => fold.open")
    years.select_option("2014")
    expect(fold.locator("h3").filter(visible=True)).to_have_count(1)
    expect(box.locator("h3").filter(visible=True)).to_have_count(1)


def test_of_two_lists_of_mentions_each_has_a_filter_of_its_own(visit: Watched) -> None:
    page = visit.page
    _with(page, "countries/syria/", '(<div class="dossier-mentions">.*?</div>)', r"\1\1")
    page.goto(visit.home + "countries/syria/")
    one, other = page.locator(".dossier-mentions").all()
    other.get_by_role("combobox", name="Year").select_option("2014")
    expect(other.locator("h3").filter(visible=True)).to_have_count(1)
    expect(one.get_by_role("status")).to_have_text(re.compile(r"^(\d+) of \1 articles$"))
    expect(one.get_by_role("button", name="Clear")).to_be_hidden()
    other.get_by_role("button", name="Clear").click()
    expect(other.get_by_role("status")).to_have_text(re.compile(r"^(\d+) of \1 articles$"))


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


def test_whatever_is_filtered_away_the_columns_keep_one_row_of_headings(visit: Watched) -> None:
    page = visit.page
    script = """() => [...document.querySelectorAll('.dossier-index thead')]
        .filter((head) => head.checkVisibility({ visibilityProperty: true })).length"""
    assert page.evaluate(script) == 1
    page.get_by_role("searchbox", name="Filter by name").fill("yildirim")
    assert page.evaluate(script) == 1
    page.get_by_role("button", name="Articles").filter(visible=True).first.click()
    assert page.evaluate(script) == 1
