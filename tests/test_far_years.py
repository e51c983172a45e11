"""The years 79 and 9999 in one collection, in a real Chromium: no list or picture grows with the years in between, and
each says which year it means.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Watched, needs_chromium, served
from tests.built_projects import build
from tests.conftest import article
from tests.small_project import settings, small_project

pytestmark = [pytest.mark.browser, needs_chromium]

FILES = {
    "mkdocs.yml": settings(""),
    "data/actors.yml": "ann: {name: Ann Example, type: person, countries: [IT]}\n",
    "data/events.yml": """
eruption:
  {title: The Eruption, date: 0079-08-24, place: {name: Naples, country: IT, lat: 40.8, lon: 14.3}, actors: [ann]}
storming: {title: The Storming, date: 1789-07-14, actors: [ann]}
end: {title: The End, date: 9999-12-31, place: {name: Rome, country: IT, lat: 41.9, lon: 12.5}, actors: [ann]}
""",
    "data/articles/old.md": article("Ann Example saw Italy.", date="0079-08-25", title="The mountain"),
    "data/articles/now.md": article("Ann Example read in Italy of 14 July 1789 and of 24 August AD 79."),
    "data/articles/late.md": article("Ann Example left Italy.", date="9999-12-30", title="The last but one"),
}

TALLEST = 3000
"""Of no page more is needed, in CSS pixels; an empty row for each year would take 100,000."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built collection."""
    project = small_project(tmp_path_factory.mktemp("far"), FILES)
    build(project, "--strict")
    with served(project / "site") as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    watched = Watched(page, site)
    yield watched
    watched.assert_calm()
    page.close()


def _months(page: Page) -> list[str]:
    rows = page.locator(".dossier-index tbody tr").filter(visible=True)
    return rows.locator("td:first-child").all_inner_texts()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "AD 79"),
        ("dates/", "August AD 79"),
        ("dates/0079/", "24 August AD 79"),
        ("dates/9999/", "31 December 9999"),
        ("actors/ann/", "25 August AD 79"),
        ("countries/italy/", "AD 1–99"),
        ("explore/timeline/", "AD 79"),
    ],
)
def test_no_page_grows_with_the_years_between(path: str, said: str, visit: Watched) -> None:
    visit.page.goto(visit.home + path)
    assert visit.page.evaluate("document.documentElement.scrollHeight") < TALLEST
    assert said in visit.page.locator("main").inner_text()
    # Texts of one row of a picture do not lie on each other.
    overlapping = visit.page.evaluate("""() => [...document.querySelectorAll("svg")].flatMap((svg) => {
        const boxes = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
        return boxes.filter((a, n) => boxes.some((b, m) => n < m && a.left < b.right && b.left < a.right
            && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).map(({ left, top }) => [left, top]);
    })""")
    assert overlapping == []


def test_a_day_of_another_century_stands_on_its_own_page_alone(visit: Watched) -> None:
    visit.page.goto(visit.home + "dates/1789/07/14/")
    assert "Ann Example read in Italy of 14 July 1789" in visit.page.locator(".dossier-later").inner_text()
    assert visit.page.request.get(visit.home + "dates/2016/07/14/").status == 404


def test_the_index_of_dates_is_in_order_and_can_be_narrowed_to_an_early_year(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "dates/")
    newest_first = ["December 9999", "August 2016", "July 1789", "August AD 79"]
    assert _months(page) == newest_first
    for column in ("Month", "Year"):
        page.get_by_role("button", name=column).click()
        assert _months(page) == newest_first[::-1]
        page.get_by_role("button", name="Clear").click()
    years = page.locator(".toolbar select[name=Year]")
    assert years.locator("option").all_inner_texts() == ["all", "9999 (1)", "2016 (1)", "1789 (1)", "AD 79 (1)"]
    years.select_option("AD 79")
    assert _months(page) == ["August AD 79"]


@pytest.mark.parametrize("path", ["events/", "articles/"])
def test_events_and_articles_can_be_narrowed_to_an_early_year(path: str, visit: Watched) -> None:
    visit.page.goto(visit.home + path)
    visit.page.locator(".toolbar select[name=Year]").select_option("AD 79")
    expect(visit.page.locator(".toolbar [role=status]")).to_have_text("1 of 3")


def test_one_goes_from_a_day_to_the_next_that_has_anything(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "dates/0079/08/24/")
    assert page.locator("h1").inner_text() == "24 August AD 79"
    seen = []
    while (onward := page.locator(".dossier-neighbours a").last).inner_text() not in seen:
        seen.append(onward.inner_text())
        onward.click()
    assert seen[:3] == ["25 August AD 79", "14 July 1789", "18 August 2016"]
    assert seen[3:5] == ["30 December 9999", "31 December 9999"]


@pytest.mark.parametrize("typed", ["24 August 79", "24 August AD 79", "0079-08-24", "aug 79"])
def test_the_search_box_finds_an_early_day(typed: str, visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home)
    page.get_by_role("combobox").first.fill(typed)
    expect(page.get_by_role("option").filter(has_text="24 August AD 79 date").first).to_be_visible()


def test_the_texts_can_be_narrowed_to_an_early_year(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home)
    page.get_by_role("combobox").first.fill("Example")
    years = page.locator(".facets select[name=year]")
    expect(years.locator("option")).to_contain_text(["all", "9999", "2016", "1789", "AD 79"])


def test_the_slider_of_the_map_says_the_year(visit: Watched) -> None:
    visit.page.goto(visit.home + "explore/map/")
    expect(visit.page.locator(".dossier-slider output")).to_have_text(
        "24 August AD 79 to 31 December 9999: 2 of 2 shown"
    )
