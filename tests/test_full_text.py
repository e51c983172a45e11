"""What full-text search reads of a site: every sentence once, on the page that it belongs to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.built_projects import build
from tests.conftest import ROOT, article
from tests.full_text import indexed_texts
from tests.processes import serving
from tests.small_project import settings, small_project

_GENERATED = re.compile(r"/(actors|countries|dates|events|articles|explore)/")
_SENTENCE = re.compile(r"(?<=[.:;] )[A-Z][^.:;]{50,}(?=\.)")

ACTORS = """\
ann-other:
  name: Ann Other
  type: person
  aliases: [A. N. Other]
  summary: She keeps the locks of the old canal.
  roles:
    - title: lock keeper
      organization: canal-office
      from: 2010
      sources: [{article: talks, quote: Ann Other opened the gate}]
  relations:
    - {type: member-of, actor: canal-office, summary: Nobody has served there longer., sources: [talks]}
canal-office: {name: Canal Office, type: organization}
"""
EVENTS = """\
opening:
  title: Opening of the gate
  date: 2016-08-17
  place: {name: Port Azure, country: SY}
  summary: Water flows again after nine years.
  actors: [{actor: ann-other, role: host}]
  sources: [{article: talks, quote: Ann Other opened the gate, says: before noon}]
"""
TALKS = article(
    "Ann Other opened the gate in Syria on 17 August 2016. The Canal Office had asked Ann Other to wait.\n\n"
    "## What came of it\n\nOn 18 August 2016 a barge went through.",
    title="The barge",
    summary="A barge is through.",
    based_on="[{title: Water at last, outlet: The Towpath}]",
)


def _write(project: Path, theme: str = "dossier") -> Path:
    files = {
        "mkdocs.yml": settings("", theme=theme),
        "data/actors.yml": ACTORS,
        "data/events.yml": EVENTS,
        "data/articles/talks.md": TALKS,
        "docs/about.md": "# About us\n\nWe count barges.\n",
    }
    return small_project(project, files)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is searched of each page of the project, by its address."""
    project = _write(tmp_path_factory.mktemp("project"))
    build(project)
    return indexed_texts(project / "site")


def test_a_sentence_of_an_article_is_searched_on_no_other_page_of_the_demo(demo_site: Path) -> None:
    texts = {url: text for url, text in indexed_texts(demo_site).items() if _GENERATED.match(url)}
    articles = [url for url in texts if url.startswith("/articles/")]
    records = "".join((ROOT / f"data/{name}.yml").read_text(encoding="utf-8") for name in ("actors", "events"))
    found = 0
    for url in articles:
        for sentence in _SENTENCE.findall(texts[url]):
            others = [other for other in texts if other != url and sentence in texts[other]]
            assert sentence in records or not [other for other in others if other not in articles], sentence
            found += not others
    assert len(articles) == len(list((ROOT / "data/articles").rglob("*.md")))
    assert found > 3 * len(articles)


def test_of_a_dossier_its_names_summary_and_facts_are_searched(texts: dict[str, str]) -> None:
    assert texts["/actors/ann-other/"] == (
        "Ann Other. Type: person. Office: lock keeper, Canal Office, since 2010. Also known as: A. N. Other. "
        "She keeps the locks of the old canal. lock keeper, Canal Office, since 2010. "
        "member of: Canal Office. Nobody has served there longer."
    )
    assert texts["/events/opening/"] == (
        "Opening of the gate. Date: 17 August 2016. Type: other. Place: Port Azure. Country: 🇸🇾 Syria. "
        "Water flows again after nine years. Ann Other: host (in office then: lock keeper, Canal Office)."
    )
    assert "Syria" in texts["/countries/syria/"]
    assert "Named" not in texts["/countries/syria/"]


def test_of_an_article_its_own_text_is_searched_and_pages_written_by_hand_are_whole(texts: dict[str, str]) -> None:
    assert texts["/about/"] == "About us. We count barges."
    assert texts["/articles/talks/"] == (
        "The barge. Published: 18 August 2016. A barge is through. "
        "Ann Other opened the gate in Syria on 17 August 2016. The Canal Office had asked Ann Other to wait. "
        "What came of it. On 18 August 2016 a barge went through. Water at last, The Towpath."
    )
    dossiers = ["/actors/ann-other/", "/actors/canal-office/", "/countries/syria/", "/events/opening/"]
    assert sorted(texts) == ["/about/", *dossiers[:2], "/articles/talks/", *dossiers[2:]]


def test_the_preview_searches_the_same_pages(texts: dict[str, str], tmp_path: Path) -> None:
    with serving(_write(tmp_path)) as server:
        entry = server.wait_for("pagefind/pagefind-entry.json", lambda text: "page_count" in text)
    assert json.loads(entry)["languages"]["en"]["page_count"] == len(texts) == 6


def test_under_another_theme_a_sentence_is_searched_once_too(tmp_path: Path) -> None:
    build(_write(tmp_path, "mkdocs"))
    texts = indexed_texts(tmp_path / "site")
    for sentence in ("had asked Ann Other to wait", "a barge went through"):
        assert [url for url, text in texts.items() if sentence in text] == ["/articles/talks/"]
    assert "She keeps the locks" in texts["/actors/ann-other/"]
    assert "Water flows again" in texts["/events/opening/"]
    assert "We count barges" in texts["/about/"]
