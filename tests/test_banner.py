"""The banner of `mkdocs serve`: on an open page it comes and goes by itself; hostile text stays text."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.serve.banner import SHOWN, banner
from tests.browser import Watched, needs_chromium
from tests.faults import FAULTS, FILES
from tests.processes import PATIENCE, Server, serving
from tests.small_project import put, small_project

HOSTILE = "<img src=x onerror=alert(1)>\"'&\udcff"


def _problem(number: int = 1, code: str = "bad-value", message: str = "wrong", hint: str = "") -> Diagnostic:
    return Diagnostic(Place("data/actors.yml", number, 2), code, message, hint)


def test_without_a_problem_there_is_no_banner() -> None:
    assert banner(()) == ""


def test_a_banner_names_the_place_the_message_the_hint_and_what_is_related() -> None:
    related = ((Place("data/events.yml", 3), "first given here"),)
    shown = banner((Diagnostic(Place("data/actors.yml", 14, 11), "duplicate-id", "given twice", "keep one", related),))
    for text in ("data/actors.yml:14:11: error[duplicate-id]", "given twice", "keep one", "data/events.yml:3:1"):
        assert text in shown
    assert "1 error to be fixed." in shown and "<details open>" in shown


def test_hostile_text_is_escaped_and_cut() -> None:
    problem = Diagnostic(Place(HOSTILE), "bad-value", HOSTILE + "x" * 9999, HOSTILE, ((Place(HOSTILE), HOSTILE),))
    shown = banner((problem,))
    assert "<img" not in shown and "&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;?" in shown
    assert len(shown) < 3000
    shown.encode("utf-8")


def test_many_problems_are_folded_the_errors_first_and_the_rest_counted() -> None:
    warnings = [_problem(number, "ambiguous-name", f"warning {number}") for number in range(1, 30)]
    shown = banner((*warnings, _problem(99, message="the error")))
    assert "<details><summary>" in shown and "1 error and 29 warnings to be fixed." in shown
    assert shown.index("the error") < shown.index("warning 1")
    assert shown.count("<li ") == SHOWN and "And 10 more" in shown


def _settle(page: Page, server: Server) -> None:
    """Wait until a page has caught up with the server, and loads itself no more."""
    end, calm = time.monotonic() + PATIENCE, 0
    while calm < 3 and time.monotonic() < end:
        now = json.loads(server.get("small/dossier/serve/state"))["state"]
        calm = calm + 1 if page.locator("script[data-state]").get_attribute("data-state") == now else 0
        time.sleep(0.1)
    page.wait_for_load_state()


def _close(page: Page, server: Server) -> None:
    """Close a page: while it loads itself, Chromium may never answer to that."""
    _settle(page, server)
    page.close()


@pytest.fixture
def served_project(tmp_path: Path) -> Iterator[tuple[Path, Server]]:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        yield project, server


@pytest.mark.browser
@needs_chromium
@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("actors/guan-youfei/", "a record is broken"),
        ("about/", "an article is empty"),
        ("about/", "the settings have a fault of syntax"),
        ("nowhere/", "a page has bad front matter"),
    ],
)
def test_on_an_open_page_the_banner_comes_and_goes_by_itself(
    path: str, fault: str, browser: Browser, served_project: tuple[Path, Server]
) -> None:
    project, server = served_project
    page = browser.new_page()
    watched = Watched(page, server.address)
    page.goto(f"{server.address}/small/{path}")
    shown = page.locator(".problems")
    expect(shown).to_have_count(0)
    FAULTS[fault].break_it(project)
    expect(shown).to_be_visible(timeout=PATIENCE * 1000)
    expect(shown).to_contain_text(f"{FAULTS[fault].path}:")
    assert page.locator("[id='dossier:problems']").get_attribute("aria-live") == "polite"
    FAULTS[fault].mend(project)
    expect(shown).to_have_count(0, timeout=PATIENCE * 1000)
    watched.errors = [error for error in watched.errors if "404" not in error]  # of the page that is not there
    watched.assert_calm()
    _close(page, server)


@pytest.mark.browser
@needs_chromium
def test_an_open_page_follows_an_edit_and_runs_no_script_of_its_own(
    browser: Browser, served_project: tuple[Path, Server]
) -> None:
    project, server = served_project
    page = browser.new_page()
    watched = Watched(page, server.address)
    page.goto(f"{server.address}/small/actors/guan-youfei/")
    put("data/actors.yml", FILES["data/actors.yml"].replace("A rear", "A vice"))(project)
    expect(page.locator("main")).to_contain_text("A vice admiral.", timeout=PATIENCE * 1000)
    _settle(page, server)
    assert page.locator("script:not([src])").count() == 0
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    watched.assert_calm()
    _close(page, server)


@pytest.mark.browser
@needs_chromium
def test_a_long_banner_is_folded_and_stays_as_the_reader_leaves_it(
    browser: Browser, served_project: tuple[Path, Server]
) -> None:
    project, server = served_project
    with server.turning("small/about/", lambda page: "8 errors to be fixed." in page):
        for number in range(8):
            put(f"data/actors/broken-{number}.yml", f"name: Broken\ntype: <b>{number}</b>\n")(project)
    page = browser.new_page()
    page.goto(f"{server.address}/small/about/")
    _settle(page, server)
    items = page.locator(".problems li")
    expect(items.first).to_be_hidden()
    page.locator(".problems summary").click()
    expect(items.first).to_be_visible()
    expect(items.first).to_contain_text("<b>0</b>")
    page.reload()
    expect(items.first).to_be_visible()
    _close(page, server)
