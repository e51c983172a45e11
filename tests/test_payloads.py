"""Hostile texts in every slot of a collection, in a real Chromium: no script runs, and no other host is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import Watched, needs_chromium, served
from tests.payloads import ELSEWHERE, payloads
from tests.processes import run
from tests.small_project import settings, small_project

PAYLOADS = payloads()
SHORT = 61
"""In the short run, every so many payloads are looked at in the browser. No divisor of how many go with one element."""

CLICK_ALL = """() => {
  const isWeb = link => /^(https?|mailto):$/.test(new URL(link.getAttribute('href'), document.baseURI).protocol);
  addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    if (link && isWeb(link)) event.preventDefault();
  });
  addEventListener('submit', event => event.preventDefault());
  const strange = [...document.querySelectorAll('[href]')].filter(link => !isWeb(link)).map(link => link.outerHTML);
  for (const element of document.querySelectorAll('main *, header a, footer *'))
    for (const type of ['pointerover', 'mouseover', 'focus', 'click'])
      element.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true}));
  return strange;
}"""
"""Presses and touches everything on a page without leaving it; returns links that lead to no address of the web."""


def _actor(number: int, payload: str) -> dict[str, Any]:
    address = f"https://example.org/?q={''.join(char for char in payload if char.isprintable() and char != ' ')}"
    return {
        "name": f"Bird{number} {payload}",
        "type": "person",
        "aliases": [f"Alias{number} {payload}", {"name": f"Lang{number} {payload}", "lang": "ar"}],
        "summary": f"Summary{number} {payload}",
        "countries": ["SY"],
        "roles": [{"title": f"Role{number} {payload}", "organization": f"Org{number} {payload}", "from": "2016"}],
        "relations": [
            {
                "type": f"kind{number} {payload}",
                "actor": f"bird-{max(number - 1, 0)}",
                "summary": f"Rel{number} {payload}",
            }
        ],
        "links": {"website": address},
        "sources": [{"title": f"Source{number} {payload}", "outlet": f"Paper{number} {payload}", "url": address}],
    }


def _event(number: int, payload: str) -> dict[str, Any]:
    return {
        "title": f"Song{number} {payload}",
        "date": f"2016-08-{number % 28 + 1:02}",
        "type": f"sort{number} {payload}",
        "place": {"name": f"Place{number} {payload}", "country": "SY", "lat": "35", "lon": str(38 + number % 5)},
        "summary": f"Said{number} {payload}",
        "actors": [{"actor": f"bird-{number}", "role": f"Part{number} {payload}"}],
        "sources": [{"article": f"text-{number}", "says": f"Says{number} {payload}"}],
    }


def _article(number: int, payload: str) -> str:
    fields = {
        "title": f"Title{number} {payload}",
        "date": f"2016-08-{number % 28 + 1:02}",
        "outlet": f"Outlet{number} {payload}",
        "authors": [f"Author{number} {payload}"],
        "summary": f"Abstract{number} {payload}",
        "actors": [f"bird-{number}"],
        "based_on": [{"title": f"Base{number} {payload}", "outlet": f"Old{number} {payload}"}],
    }
    written = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    body = f"{payload}\n\nBird{number} {payload} sang in Syria.\n\n## Head {payload}\n\n- {payload}\n\n> {payload}\n"
    return f"---\n{written}---\n\n{body}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_project(tmp_path_factory.mktemp("hostile"), {"mkdocs.yml": settings("")})
    articles = root / "data/articles"
    articles.mkdir(parents=True)
    records = {"actors": ("bird", _actor), "events": ("song", _event)}
    for name, (stem, make) in records.items():
        found = {f"{stem}-{number}": make(number, payload) for number, payload in enumerate(PAYLOADS)}
        (root / f"data/{name}.yml").write_text(
            "".join(f"{id}: {json.dumps(record)}\n" for id, record in found.items()), encoding="utf-8"
        )
    for number, payload in enumerate(PAYLOADS):
        (articles / f"text-{number}.md").write_text(_article(number, payload), encoding="utf-8")
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stderr[-3000:]
    return root / "site"


@pytest.fixture(scope="module")
def hostile(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


class _Reader(HTMLParser):
    """The text of a page's heading, and whatever in the page could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.deeds = "", list[str]()
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_heading = self._in_heading or tag == "h1"
        values = {name: value or "" for name, value in attrs}
        if tag in ("iframe", "object", "embed", "form", "base", "style", "video", "audio", "source", "animate", "use"):
            self.deeds.append(tag)
        self.deeds += [
            f"{tag} {name}" for name in values if name.startswith("on") or name in ("style", "srcdoc", "ping")
        ]
        if tag in ("script", "img", "link"):
            address = values.get("src", values.get("href", ""))
            if "//" in address.replace("https://example.org", "") or ELSEWHERE in address:
                self.deeds.append(f"{tag} {address}")
            if tag == "script" and not address:
                self.deeds.append("script inline")

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = self._in_heading and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self.heading += data


def _read(page: Path) -> _Reader:
    reader = _Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader


_TURNS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


def _plain(text: str) -> str:
    """A text as one reads it: what turns its direction is closed again, which adds marks that nobody sees."""
    return " ".join(text.translate(_TURNS).translate(_CONTROLS).split())


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, _Reader]:
    """Every page that was built, by its path in the site."""
    return {page.relative_to(site).as_posix(): _read(page) for page in site.rglob("*.html")}


@pytest.mark.promise("text-stays-text")
def test_what_goes_in_as_a_name_comes_out_as_that_name(pages: dict[str, _Reader]) -> None:
    for number, payload in enumerate(PAYLOADS):
        for stem, word in (("actors/bird", "Bird"), ("events/song", "Song"), ("articles/text", "Title")):
            heading = pages[f"{stem}-{number}/index.html"].heading
            assert _plain(heading).rstrip("¶ ") == _plain(f"{word}{number} {payload}")


@pytest.mark.promise("no-script")
def test_no_page_holds_anything_that_could_do_something(pages: dict[str, _Reader]) -> None:
    assert len(pages) > 3 * len(PAYLOADS)
    assert {path: reader.deeds for path, reader in pages.items() if reader.deeds} == {}


def _visit(address: str, browser: Browser, numbers: range) -> None:
    context = browser.new_context()
    page = context.new_page()
    watched = Watched(page, address)
    page.on("dialog", lambda dialog: watched.errors.append(dialog.message))
    overviews = [
        "",
        "actors/",
        "events/",
        "articles/",
        "countries/syria/",
        "dates/2016/",
        "dates/2016/08/",
        "dates/2016/08/05/",
    ]
    overviews += ["explore/network/", "explore/timeline/", "explore/map/", "explore/connections/"]
    pages = [f"{kind}-{number}/" for number in numbers for kind in ("actors/bird", "events/song", "articles/text")]
    for path in (*overviews, *pages):
        page.goto(address + path, wait_until="load")
        assert page.evaluate(CLICK_ALL) == [], path
        assert page.evaluate("window.ran") is None, path
        assert watched.errors == [], path
        assert watched.elsewhere == [], path
    context.close()


@pytest.mark.browser
@needs_chromium
@pytest.mark.promise("no-script")
@pytest.mark.promise("no-other-host")
@pytest.mark.promise("live-links")
def test_nothing_runs_and_no_other_host_is_asked_on_load_and_on_touch(hostile: str, browser: Browser) -> None:
    _visit(hostile, browser, range(0, len(PAYLOADS), SHORT))


@pytest.mark.long
@pytest.mark.browser
@needs_chromium
@pytest.mark.promise("no-script")
@pytest.mark.promise("no-other-host")
def test_nothing_runs_on_any_page(hostile: str, browser: Browser) -> None:
    _visit(hostile, browser, range(len(PAYLOADS)))


@pytest.mark.browser
@needs_chromium
@pytest.mark.promise("text-stays-text")
def test_the_search_box_and_the_cards_show_text_as_text(hostile: str, browser: Browser) -> None:
    page = browser.new_page()
    watched = Watched(page, hostile)
    for number in range(1, len(PAYLOADS), 4 * SHORT):
        page.goto(hostile)
        page.keyboard.press("/")
        page.keyboard.type(f"Bird{number}")
        expect(page.get_by_role("option").first).to_contain_text(f"Bird{number} ", timeout=20_000)
        expect(page.locator("[role=option] mark").first).to_be_attached(timeout=20_000)  # a sentence of the full text
        assert page.evaluate("window.ran") is None
    page.goto(f"{hostile}actors/bird-5/")
    page.locator("main a[href*='bird-']").first.hover()
    page.wait_for_timeout(1_000)
    assert page.evaluate("window.ran") is None
    watched.assert_calm()
    page.close()
