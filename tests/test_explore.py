"""What the demo's explore pages do in a real Chromium: chains between two actors, the time slider, the networks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import Watched, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

CONNECTIONS = "explore/connections/"


@pytest.fixture
def visit(watched: Watched) -> Watched:
    return watched


def _choose(page: Page, one: str, other: str) -> None:
    for label, name in (("From", one), ("To", other)):
        box = page.locator(".dossier-connect").get_by_label(label)
        box.fill(name)
        box.press("Tab")


def _answer(page: Page) -> str:
    return page.locator(".dossier-connect [role=status]").inner_text()


def _says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".dossier-connect [role=status]")).to_contain_text(text)


# -- how are these two connected? --------------------------------------------------------------


def test_two_who_are_named_in_one_sentence_are_shown_with_it_and_it_leads_to_its_place(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + CONNECTIONS)
    _choose(page, "Guan Youfei", "Fahd Jassem al-Freij")
    _says(page, "Guan Youfei and Fahd Jassem al-Freij are connected directly.")
    chain = page.locator(".dossier-connect ol")
    expect(chain).to_have_count(1)
    expect(chain.get_by_role("link", name="Guan Youfei", exact=True)).to_have_attribute(
        "href", visit.home + "actors/guan-youfei/"
    )
    chain.locator("a[href*='#m']").first.click()
    expect(page).to_have_url(re.compile(r"/articles/.*#m\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_longer_chain_has_something_to_rest_on_at_each_step(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + CONNECTIONS)
    _choose(page, "Hossein Dehghan", "Asayish")
    _says(page, re.compile(r"are connected in \d steps"))
    chains = page.locator(".dossier-connect ol")
    number = int(re.findall(r"in (\d) steps", _answer(page))[0])
    assert number > 1 and 1 <= chains.count() <= 3
    for chain in chains.all():
        steps = chain.locator("> li").all()
        assert len(steps) == number
        assert all(step.locator("ul a[href]").count() for step in steps)
    headings = page.locator(".dossier-connect h2").all_inner_texts()
    assert all(re.match("Hossein Dehghan – .+ – Asayish$", heading) for heading in headings)


def test_a_name_in_another_script_is_found_and_offered(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + CONNECTIONS)
    page.locator(".dossier-connect").get_by_label("From").fill("关友")
    expect(page.locator(".dossier-connect option[value='Guan Youfei']")).to_have_text("关友飞")
    _choose(page, "关友飞", "sergei chvarkov")
    _says(page, "Guan Youfei and Sergei Chvarkov are connected directly.")


def test_what_cannot_be_answered_is_said_clearly(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + CONNECTIONS)
    _choose(page, "Guan Youfei", "")
    _says(page, "Choose a second actor.")
    _choose(page, "Guan Youfei", "Nobody <b>at all</b>")
    _says(page, "No actor here is called “Nobody <b>at all</b>”.")
    _choose(page, "Guan Youfei", "guan youfei")
    _says(page, "That is one and the same actor.")
    expect(page.locator(".dossier-connect ol")).to_have_count(0)


def test_the_two_are_in_the_address_which_can_be_shared_and_gone_back_from(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + CONNECTIONS + "#from=guan-youfei&to=john-kerry")
    _says(page, "Guan Youfei and John Kerry are connected")
    form = page.locator(".dossier-connect")
    expect(form.get_by_label("To")).to_have_value("John Kerry")
    form.get_by_role("button", name="Swap").click()
    expect(page).to_have_url(re.compile("#from=john-kerry&to=guan-youfei$"))
    _says(page, "John Kerry and Guan Youfei are connected")
    page.reload()
    _says(page, "John Kerry and Guan Youfei are connected")
    page.go_back()
    _says(page, "Guan Youfei and John Kerry are connected")
    expect(form.get_by_label("From")).to_have_value("Guan Youfei")


def test_chains_are_found_in_a_copy_that_was_opened_from_a_file(browser: Browser, demo_site: Path) -> None:
    page = browser.new_page()
    page.goto((demo_site / "explore/connections/index.html").as_uri() + "#from=guan-youfei&to=fahd-jassem-al-freij")
    _says(page, "are connected directly")
    place = page.locator(".dossier-connect ol a[href*='#m']").first
    assert Path(re.sub("^file://|#.*$", "", place.get_attribute("href") or "")).is_file()
    page.close()


def test_data_that_is_missing_is_said_to_be_missing(browser: Browser, home: str) -> None:
    page = browser.new_page()
    page.route("**/connections.js", lambda route: route.abort())
    page.goto(home + CONNECTIONS + "#from=guan-youfei&to=john-kerry")
    _says(page, "The data of this page could not be loaded.")
    page.close()


def test_the_data_is_only_fetched_when_somebody_asks(visit: Watched) -> None:
    page = visit.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visit.home + CONNECTIONS, wait_until="networkidle")
    assert not [url for url in asked if url.endswith("connections.js")]
    _choose(page, "Guan Youfei", "John Kerry")
    _says(page, "are connected")
    assert len([url for url in asked if url.endswith("connections.js")]) == 1


def test_without_javascript_there_is_no_dead_form(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + CONNECTIONS)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".dossier-connect")).to_be_hidden()
    expect(page.locator("main input")).to_have_count(0)
    context.close()


# -- the time slider ---------------------------------------------------------------------------


def _shown(page: Page) -> int:
    return page.locator(".dossier-map a[data-from]:visible").count()


def test_the_slider_hides_what_lies_outside_of_the_chosen_time(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "explore/map/")
    slider = page.locator(".dossier-slider")
    total = page.locator(".dossier-map a[data-from]").count()
    expect(slider.locator("output")).to_contain_text(f"{total} of {total} shown")
    slider.get_by_label("From").press("End")
    last = page.locator(".dossier-map a[data-from]").evaluate_all("a => a.map((one) => one.dataset.to).sort().at(-1)")
    left = page.locator(".dossier-map a[data-from]").evaluate_all(
        f"a => a.filter((x) => x.dataset.to >= '{last}').length"
    )
    assert _shown(page) == left < total
    expect(slider.locator("output")).to_contain_text(f"{left} of {total} shown")
    slider.get_by_label("From").press("Home")
    assert _shown(page) == total


def test_the_ends_of_the_slider_take_each_other_along_and_say_their_day(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "explore/map/")
    slider = page.locator(".dossier-slider")
    since, until = slider.get_by_label("From"), slider.get_by_label("Until")
    until.press("Home")
    until.press("ArrowRight")
    since.press("End")
    assert since.input_value() == until.input_value() == since.get_attribute("max")
    day = until.get_attribute("aria-valuetext") or ""
    assert re.fullmatch(r"\d+ [A-Z][a-z]+ \d{4}", day)
    expect(slider.locator("output")).to_contain_text(f"{day} to {day}")


# -- the networks ------------------------------------------------------------------------------


def test_a_node_of_the_network_leads_to_its_actor(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "explore/network/")
    nodes = page.locator(".dossier-network svg a")
    assert nodes.count() > 20
    node = page.locator(".dossier-network a[href$='actors/guan-youfei/']")
    node.locator("circle").last.click()
    expect(page).to_have_url(visit.home + "actors/guan-youfei/")


def test_a_line_beside_an_actor_can_be_hit_and_leads_to_what_names_both(visit: Watched) -> None:
    page = visit.page
    page.goto(visit.home + "actors/guan-youfei/")
    line = page.locator(".dossier-ego .edges a").first
    line.scroll_into_view_if_needed()
    box = line.locator("path").last.bounding_box()
    assert box is not None
    # A little above the line, two thirds of the way out.
    page.mouse.click(box["x"] + box["width"] * 0.67, box["y"] + box["height"] / 2 - 4)
    expect(page).to_have_url(re.compile("#with-fahd-jassem-al-freij$"))
    expect(page.locator("h3:has(:target)")).to_have_text("Fahd Jassem al-Freij")
    expect(page.locator("h3:has(:target)")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_the_explore_pages(scheme: str, browser: Browser, home: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    found = []
    for path in (CONNECTIONS, CONNECTIONS + "#from=hossein-dehghan&to=asayish", "explore/map/", "explore/network/"):
        page.goto("about:blank")
        page.goto(home + path)
        if "#" in path:
            _says(page, "are connected")
        violations = Axe().run(page).response["violations"]
        found += [(path, violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations]
    page.close()
    assert found == []


@pytest.mark.parametrize("path", [CONNECTIONS + "#from=hossein-dehghan&to=asayish", "explore/map/", "explore/network/"])
def test_no_explore_page_is_wider_than_a_phone(path: str, visit: Watched) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 800})
    visit.page.goto(visit.home + path)
    if "#" in path:
        _says(visit.page, "are connected")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
