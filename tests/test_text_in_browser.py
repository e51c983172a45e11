"""What the text of articles and of pages written by hand comes to in a real Chromium: links, anchors, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import Watched, needs_chromium, served
from tests.built_projects import build
from tests.conftest import article
from tests.crawl import read_site
from tests.small_project import put, small_project

pytestmark = [pytest.mark.browser, needs_chromium]

HOSTS = {
    "http://[::1]:8000/x": ["[::1]:8000", "http://[::1]:8000/x"],
    "http://[::1]:8000": ["[::1]:8000", "http://[::1]:8000/"],
    "https://[2001:db8::7]/a[1]?b[]=c#d[e]": ["[2001:db8::7]", "https://[2001:db8::7]/a[1]?b[]=c#d[e]"],
    "http://ann:pass@[2001:DB8::7]:81/": ["[2001:db8::7]:81", "http://ann:pass@[2001:db8::7]:81/"],
    "http://[::ffff:192.0.2.1]/x": ["[::ffff:c000:201]", "http://[::ffff:c000:201]/x"],
    "HTTPS://[::1]/X": ["[::1]", "https://[::1]/X"],
    "http://example.org/a[1]?b[]=2": ["example.org", "http://example.org/a[1]?b[]=2"],
    "http://example.org/[::1]": ["example.org", "http://example.org/[::1]"],
    "http://example.org/?q=http://[::1]/": ["example.org", "http://example.org/?q=http://[::1]/"],
}
"""Addresses, and what Chromium makes of each: the host, and all of it with brackets as they are."""

IMPOSSIBLE = ["http://example.org:99999/x", "http://example.org:port/", "http://[::1]:70000/", "https://exa%mple.org/"]
"""Addresses that no browser can follow."""

TABLE = """
| Left | Middle | Right | None |
|:-----|:------:|------:|------|
| a    | b      | **1** | c    |
| d    | e      | 2     | `<td style="text-align: right">` |
"""
LINKS = "\n\n".join(f"[to {number}](<{address}>)" for number, address in enumerate([*HOSTS, *IMPOSSIBLE]))
OTHER_LINKS = "\n\n".join(f"<{address}> and [again][r{n}]" for n, address in enumerate(HOSTS))
REFERENCES = "\n".join(f"[r{n}]: <{address}>" for n, address in enumerate(HOSTS))

OWN = ("content", "found", "found-0", "found-here", "found-here-0", "card", "actor-names", "dossier-problems")
"""What ids of the theme were, and what they come near to."""

HEADINGS = "\n\n".join(
    f"## {heading}\n\nText." for heading in ["Card", "Content", "Found", "Found 0", "Found here", "Found here 0"]
)
HEADINGS += "\n\n## Actor names\n\nText.\n\n## Dossier problems\n\nText."
LONG = "Text.\n\n" * 40
ODD_IDS = f'\n\n## Half {{#50%}}\n\n{LONG}## Card of another kind {{#the.card}}\n\nText.\n\n<p id="x">Text.</p>\n'
FILES = {
    "mkdocs.yml": (
        "site_name: Odd\nsite_url: https://example.org/odd/\ntheme: {name: dossier}\n"
        "plugins: [dossier: {search: false}]\n"
    ),
    "docs/sections.md": "# Long\n\n" + "".join(f"## Part {n}\n\n{LONG if n < 4 else 'Text.'}\n\n" for n in range(1, 7)),
    "docs/index.md": f"# Content\n\n<div class='dossier-search'></div>\n\n{HEADINGS}\n",
    "docs/odd.md": f"# Odd\n\n{HEADINGS}{ODD_IDS}{TABLE}\n{LINKS}\n",
    "data/actors.yml": (
        "ann-other: {name: Ann Other, type: person, countries: [FR]}\nbo-else: {name: Bo Else, type: person}\n"
        "with-bo-else: {name: With Bo Else, type: company}\n"
    ),
    "data/articles/card.md": article(f"{HEADINGS}\n\n{TABLE}", title="Card"),
    "data/articles/links.md": article(f"{LINKS}\n\n{OTHER_LINKS}\n\n{REFERENCES}", title="Found"),
    "data/articles/roads.md": article(
        "Ann Other met Bo Else.\n\n## M1\n\nAnn Other drove on. With Bo Else went Ann Other.\n\n## S1\n\n## M1\n\nEnd.",
        title="M2",
        url="http://[2001:db8::7]:81/x",
    ),
    "data/articles/with.md": article("Ann Other met Bo Else in France.", title="With Bo Else"),
}


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_project(tmp_path_factory.mktemp("odd"), FILES)
    build(project, "--strict")
    return project / "site"


@pytest.fixture(scope="module")
def address(odd_site: Path) -> Iterator[str]:
    with served(odd_site) as address:
        yield address


@pytest.fixture
def odd(browser: Browser, address: str) -> Iterator[Watched]:
    """A window on the site in which nothing may go wrong, but that there is no full-text index."""
    watched = Watched(browser.new_page(viewport={"width": 1280, "height": 900}), address)
    yield watched
    watched.errors = [error for error in watched.errors if "404" not in error]
    watched.assert_calm()
    watched.page.close()


# -- links


@pytest.mark.parametrize("path", ["articles/links/", "odd/"])
def test_a_link_leads_where_its_address_says_whatever_its_host(path: str, odd: Watched) -> None:
    odd.page.goto(odd.home + path)
    script = """() => [...document.links].map((a) => [a.textContent,
        [a.host, a.href.replace(/%5B/g, '[').replace(/%5D/g, ']')]])"""
    links = odd.page.evaluate(script)
    found = dict(links)
    assert [found[f"to {number}"] for number in range(len(HOSTS))] == list(HOSTS.values())
    if path.startswith("articles"):
        assert [to for text, to in links if text == "again"] == list(HOSTS.values())
        assert [found[address] for address in HOSTS] == list(HOSTS.values())


def test_the_original_of_an_article_may_lie_at_any_host(odd: Watched) -> None:
    odd.page.goto(odd.home + "articles/roads/")
    hrefs = odd.page.evaluate("() => [...document.querySelectorAll('.dossier-facts a')].map((a) => a.href)")
    assert "http://[2001:db8::7]:81/x" in hrefs


@pytest.mark.parametrize("path", ["articles/links/", "odd/"])
def test_a_pointer_on_a_link_that_leads_nowhere_throws_nothing(path: str, odd: Watched) -> None:
    page = odd.page
    page.goto(odd.home + path)
    expect(page.get_by_role("tooltip", include_hidden=True)).to_have_count(1)  # the script is there
    for number in range(len(HOSTS), len(HOSTS) + len(IMPOSSIBLE)):
        page.get_by_role("link", name=f"to {number}", exact=True).hover()
        page.get_by_role("link", name=f"to {number}", exact=True).focus()
    page.wait_for_timeout(300)
    expect(page.get_by_role("tooltip")).to_be_hidden()


# -- anchors


@pytest.mark.parametrize("path", ["", "odd/", "articles/card/", "explore/connections/", "actors/ann-other/"])
def test_no_two_things_of_a_page_have_one_id(path: str, odd: Watched) -> None:
    page = odd.page
    page.goto(odd.home + path)
    page.locator(".masthead input").fill("bo")
    expect(page.get_by_role("option", name="Bo Else").first).to_be_visible()
    if path == "":
        page.locator("main .dossier-search input").fill("bo")
        expect(page.locator("main").get_by_role("option", name="Bo Else").first).to_be_visible()
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert sorted(ids) == sorted(set(ids))
    script = "() => [...document.querySelectorAll('[id]:not(h1, h2, h3, .text span, .text p)')].map((one) => one.id)"
    assert {id.partition(":")[0] for id in page.evaluate(script)} == {"dossier"}


@pytest.mark.parametrize("path", ["odd/", "articles/card/"])
def test_a_link_to_a_heading_leads_to_it_whatever_it_is_called(path: str, odd: Watched) -> None:
    page = odd.page
    for id in OWN:
        page.goto(f"{odd.home}{path}#{id}")
        assert page.evaluate("() => document.querySelector(':target').tagName") in ("H1", "H2"), id


def test_every_heading_keeps_the_id_that_it_had(odd_site: Path) -> None:
    for path in ("odd/index.html", "articles/card/index.html"):
        anchors = read_site(odd_site)[path].anchors
        assert set(OWN) <= anchors, path


@pytest.mark.parametrize(
    ("path", "anchor"), [("articles/roads/", "m1"), ("articles/roads/", "m2"), ("actors/ann-other/", "with-bo-else")]
)
def test_a_heading_leaves_the_anchors_of_sentences_and_of_companions_alone(
    path: str, anchor: str, odd: Watched
) -> None:
    odd.page.goto(f"{odd.home}{path}#{anchor}")
    assert odd.page.evaluate("() => document.querySelector(':target').tagName") == "SPAN"
    assert odd.page.locator(f"[id='{anchor}']").count() == 1


def test_contents_follow_ids_that_are_no_addresses(odd: Watched) -> None:
    odd.page.goto(odd.home + "odd/")
    odd.page.evaluate("() => document.getElementById('50%').scrollIntoView()")
    expect(odd.page.locator(".contents a[aria-current=location]")).to_have_text("Half")


# -- tables


def _columns(page: Page) -> list[list[str]]:
    script = """() => [...document.querySelectorAll('tr:has(:nth-child(4))')]
        .map((row) => [...row.cells].map((cell) => getComputedStyle(cell).textAlign))"""
    return [[side.removeprefix("-webkit-") for side in row] for row in page.evaluate(script)]


@pytest.mark.parametrize("path", ["articles/card/", "odd/"])
def test_columns_stand_where_the_table_says(path: str, odd: Watched) -> None:
    odd.page.goto(odd.home + path)
    assert _columns(odd.page) == [["left", "center", "right", "start"]] * 3
    assert odd.page.locator("[style]").count() == 0
    expect(odd.page.locator("td code")).to_have_text('<td style="text-align: right">')


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_columns_stand_there_in_other_themes_too(theme: str, browser: Browser, tmp_path: Path) -> None:
    for path in ("mkdocs.yml", "docs/odd.md", "data/articles/card.md"):
        put(path, FILES[path].replace("theme: {name: dossier}", f"theme: {{name: {theme}}}"))(tmp_path)
    build(tmp_path)
    with served(tmp_path / "site") as home:
        page = browser.new_page()
        page.route(re.compile("^(?!http://127)"), lambda route: route.abort())
        for path in ("articles/card/", "odd/"):
            page.goto(home + path)
            assert [row[:3] for row in _columns(page)] == [["left", "center", "right"]] * 3
        page.close()


def test_the_contents_mark_what_was_jumped_to_and_the_last_section_at_the_end(odd: Watched) -> None:
    page, marked = odd.page, odd.page.locator(".contents a[aria-current=location]")
    page.goto(odd.home + "sections/#part-5")  # which the page is too short to bring to the top
    expect(marked).to_have_text("Part 5")
    page.evaluate("() => scrollTo(0, 0)")
    expect(marked).to_have_text("Part 1")
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    expect(marked).to_have_text("Part 6")
    page.locator(".contents a", has_text="Part 4").click()
    expect(marked).to_have_text("Part 4")
    page.locator(".contents a", has_text="Part 2").click()
    expect(marked).to_have_text("Part 2")
    page.go_back()
    expect(marked).to_have_text("Part 4")
