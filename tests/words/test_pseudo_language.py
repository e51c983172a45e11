"""Every text of the interface goes through the catalogue: in a language in which all of its texts are marked, no page,
no picture and no script says a word without a mark, but for the data.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from mkdocs_dossier.build import make_snapshot, render_page
from mkdocs_dossier.inbox import suggested
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.suggestions import suggestions_page
from mkdocs_dossier.words import catalogue
from tests.browser import Watched, needs_chromium, served
from tests.conftest import ROOT, MakeCollection, article
from tests.words import greek_collection
from tests.words.pseudo_language import MIRRORED, PSEUDO, build, told, unmarked

_WORD = re.compile(r"[A-Za-z]{2,}")
_DATA = {"Syria", "Syrian", "Arab", "Republic", "Damascus", "SY", "QX", "Wikidata", "example", "org", "und"}
"""Names of the built-in countries, codes, hosts of links: what is data in a collection of Greek letters."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, pseudo_tool: Path) -> Path:
    return build(greek_collection.write(tmp_path_factory.mktemp("greek"), PSEUDO), pseudo_tool)


def forgotten(page: str, known: set[str]) -> Iterator[str]:
    """Yield what a page tells in words that are neither marked nor known."""
    yield from (text for text in told(page) if set(_WORD.findall(text)) - known)


def test_no_page_says_a_word_that_no_translator_saw(site: Path) -> None:
    pages = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    assert len(pages) > 150 and "actors/alfa/index.html" in pages  # one that leads on too
    assert {path: text for path, page in pages.items() for text in forgotten(page, _DATA)} == {}


def test_what_the_scripts_read_is_in_the_language_too(site: Path) -> None:
    names, connections = (_data(site / "dossier" / name) for name in ("names.js", "connections.js"))
    said = [*names["lines"], *(text for relation in connections["relations"] for text in relation[2:])]
    said += (title for path, title, *_ in names["pages"] if path.startswith("dates/"))
    assert len(said) > 50
    assert [text for text in said if set(_WORD.findall(unmarked(text))) - _DATA] == []


def _data(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8").partition("=")[2].rstrip(";\n"))


@pytest.mark.long
def test_no_page_of_the_demo_says_a_word_that_no_translator_saw(tmp_path: Path, pseudo_tool: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs").mkdir()  # the manual is no part of the interface
    settings = greek_collection.SETTINGS.replace("LANGUAGE", PSEUDO)
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    site = build(tmp_path, pseudo_tool)
    known = _DATA | set(_WORD.findall("\n".join(_texts_of_demo())))
    pages = [
        page
        for section in ("actors", "events", "dates", "articles", "explore")
        for page in site.glob(f"{section}/**/*.html")
    ]
    assert len(pages) > 100
    found = {
        page.relative_to(site).as_posix(): text
        for page in pages
        for text in forgotten(page.read_text(encoding="utf-8"), known)
    }
    assert found == {}


def _texts_of_demo() -> Iterator[str]:
    """Yield what is data in the demo: what stands behind the keys of the YAML, and the articles."""
    for file in (ROOT / "data").rglob("*.y*ml"):
        yield from _values(yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader))
    for file in (ROOT / "data").rglob("*.md"):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        yield from (*_values(yaml.load(front, yaml.BaseLoader)), body)
    yield (ROOT / "generator" / "mkdocs_dossier" / "data" / "territories.json").read_text(encoding="utf-8")


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _values(each) if key != "type" else ()
    elif isinstance(value, list):
        for each in value:
            yield from _values(each)
    else:
        yield str(value)


# -- pages that the site does not have -----------------------------------------------------------------


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch, pseudo_tool: Path) -> Iterator[str]:
    """The language in this very process."""
    monkeypatch.setattr(catalogue, "LOCALES", pseudo_tool / "mkdocs_dossier" / "words" / "locale")
    catalogue.words_in.cache_clear()
    yield PSEUDO
    catalogue.words_in.cache_clear()


def test_the_pages_of_a_collection_without_anything_are_in_the_language(
    collection: MakeCollection, pseudo: str
) -> None:
    from mkdocs_dossier.build import write_site

    written, _ = write_site(collection({"data/actors.yml": "{}\n"}, language=pseudo))
    texts = {path: re.sub(r"\]\([^)]*\)", "]", page.markdown) for path, page in written.pages.items()}
    assert "explore/map.md" in texts and "actors/index.md" in texts
    assert {path: text for path, page in texts.items() for text in forgotten(page, {"lat", "lon"})} == {}


def test_the_page_on_names_that_no_record_covers_is_in_the_language(collection: MakeCollection, pseudo: str) -> None:
    files = {
        "data/actors.yml": "alpha: {name: Αλφα Ωμεγα, type: person}\n",
        **{
            f"data/articles/{n}.md": article("Ο κ. Βητας Γαμμας μιλησε. Ο Βητας Γαμμας ηρθε.", title="Αρθρον")
            for n in "abc"
        },
    }
    snapshot = make_snapshot(collection(files, language=pseudo))
    found = suggested(snapshot.site.index.corpus, snapshot.records).suggestions
    for shown in (None, (), found):
        page = suggestions_page(SiteView(snapshot.site), shown, snapshot.records.actors.records)
        markdown, problem = render_page(page, snapshot)
        assert problem is None and markdown is not None and "⟦" in markdown
        heading = "\n".join(line for line in markdown.split("\n") if not line.startswith(("### ", "<pre>")))
        assert "Every name" not in heading and "looked through" not in heading and "widely used" not in heading


def test_another_language_in_the_same_process_makes_its_own_pages(collection: MakeCollection, pseudo: str) -> None:
    files = {"data/actors.yml": "alpha: {name: Αλφα, type: person}\n"}
    english = make_snapshot(collection(files), keep_good=True)
    other = make_snapshot(collection(files, language=pseudo), english, keep_good=True)
    assert english.renderer is not other.renderer and other.good is other.renderer
    assert other.site.words.language == pseudo


# -- what the scripts say, where they say it -------------------------------------------------------------


@pytest.fixture
def window(browser: Browser, site: Path) -> Iterator[Watched]:
    with served(site) as address:
        watched = Watched(browser.new_page(viewport={"width": 1280, "height": 900}), address)
        yield watched
        watched.page.close()


def _said(page: Page, selector: str) -> str:
    """What is shown at places of a page outside of all marks."""
    shown = page.locator(selector).evaluate_all(
        "all => all.flatMap((one) => [one.innerText, one.getAttribute('aria-label'), one.placeholder])"
    )
    assert shown, selector
    return unmarked("\n".join(text for text in shown if text))


def _is_translated(page: Page, selector: str) -> bool:
    return not set(_WORD.findall(_said(page, selector))) - _DATA


@needs_chromium
def test_the_scripts_speak_the_language_of_the_site(window: Watched) -> None:
    page, home = window.page, window.home
    page.goto(f"{home}actors/")
    expect(page.locator(".toolbar")).to_be_visible()
    assert _is_translated(page, ".toolbar, .toolbar *")
    expect(page.locator(".toolbar [role=status]")).to_contain_text("⟦")
    page.locator(".toolbar select").first.select_option(index=1)
    assert _is_translated(page, ".toolbar [role=status], .toolbar button")

    page.locator(".masthead input").fill("αλφα")
    expect(page.locator(".masthead .note")).to_contain_text("⟦")
    assert _is_translated(page, ".masthead .search, .masthead .search *")
    page.locator(".masthead input").fill("ψψψψψψψψ")
    expect(page.locator(".masthead .note")).to_contain_text("ψψψψ")
    assert _is_translated(page, ".masthead .note")

    page.goto(f"{home}explore/connections/#from=alpha&to=omada")
    expect(page.locator(".dossier-connect h2").first).to_be_visible()
    assert _is_translated(page, ".dossier-connect, .dossier-connect *")
    page.goto(f"{home}explore/map/")
    expect(page.locator(".dossier-slider output")).to_contain_text("⟦")
    assert _is_translated(page, ".dossier-slider, .dossier-slider *")
    page.goto(f"{home}about/")
    expect(page.locator("button.copy")).to_contain_text("⟦")
    # The full text is not there: nothing is to be said of that on the console but this.
    assert [error for error in window.errors if "pagefind" not in error and "404" not in error] == []
    assert window.elsewhere == []


def test_a_language_from_right_to_left_turns_the_pages(tmp_path: Path, pseudo_tool: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "actors.yml").write_text("alpha: {name: Alpha, type: person, formerly: [old]}\n")
    settings = tmp_path / "mkdocs.yml"
    plain = "site_name: X\ntheme: {name: dossier}\nplugins:\n  - dossier: {search: false}\n"
    settings.write_text(plain)
    site = build(tmp_path, pseudo_tool)
    english = {path: path.read_text() for path in site.rglob("*.html")}
    assert all('<html lang="en"' in text and "rtl" not in text for text in english.values())
    assert not (site / "dossier" / "words.js").exists()
    assert 'src="../../dossier/words.js"' not in english[site / "actors" / "alpha" / "index.html"]

    settings.write_text(plain.replace("search: false", f"search: false, language: {MIRRORED}"))
    build(tmp_path, pseudo_tool)
    turned = {path: path.read_text() for path in site.rglob("*.html")}
    assert turned.keys() == english.keys()
    # The data are the same: what was kept of the build before is in another language.
    assert [path for path, text in turned.items() if f'<html lang="{MIRRORED}" dir="rtl"' not in text] == []
    kicker = f'<p class="kicker" lang="{MIRRORED}" dir="rtl"'
    assert kicker in turned[site / "actors" / "alpha" / "index.html"]
    assert "⟦Áćtórś⟧" in turned[site / "actors" / "alpha" / "index.html"]

    settings.write_text(plain)
    build(tmp_path, pseudo_tool)
    assert {path: path.read_text() for path in site.rglob("*.html")} == english
