"""What a page asks of the site is noted, and there is nothing else to ask: else a page could go stale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cached_property
from typing import Any

import pytest
import yaml

from generator.build import Edition, Written, make_edition, render_all, render_traced
from generator.config import Options
from generator.model.collection import Collection
from generator.model.index import Index
from generator.pages import all as all_pages
from generator.pages.all import all_units
from generator.pages.site import Site
from generator.pages.traced import Fact, traced_site
from tests.conftest import NOW, ROOT, MakeCollection, article

FILES = {
    "data/actors.yml": "xinhua: {name: Xinhua, type: media}\nwang-yi: {name: Wang Yi, type: person, formerly: [w]}\n",
    "data/events.yml": "talks: {title: Talks, date: 2016-08-17, actors: [wang-yi]}\n",
    "data/articles/a.md": article("Wang Yi spoke in Norway, Xinhua said."),
}
KEY = ("actor", "wang-yi")
GOLDEN = ROOT / "tests/golden/pages/visit.yml"


class LaterSite(Site):
    """A site to which something was added."""

    @cached_property
    def busiest(self) -> str:
        return max(self.index.calendar, key=lambda page: self.index.calendar[page].count)


READINGS: dict[str, Callable[[Site], object]] = {
    "how many articles there are": lambda site: len(site.collection.documents),
    "a cached property": lambda site: site.busiest,  # type: ignore[attr-defined]
    "where pages went": lambda site: site.moved,
    "which path is which country's": lambda site: site.countries_by_path,
    "which summaries there are": lambda site: len(site.collection.inline),  # type: ignore[arg-type]
    "which records are drafts": lambda site: site.collection.drafts,
    "which pictures there are": lambda site: site.collection.pictures,
    "the collection in the corpus": lambda site: site.index.corpus.collection,
    "the pages of the calendar, in order": lambda site: site._calendar,
    "whether there is something": lambda site: getattr(site.collection, "documents"),  # noqa: B009
    "all of the collection": lambda site: repr(site.collection.documents),
}


@pytest.mark.parametrize("reading", READINGS)
def test_a_page_that_reads_what_nobody_notes_cannot_be_made(
    reading: str, collection: MakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_edition(collection(FILES))
    edition = Edition(
        *(made.root, LaterSite(made.site.index, made.site.atlas), made.records, made.renderer, made.good, ())
    )
    actor_page = all_pages.actor_page

    def page(site: Site, actor: Any) -> Any:
        READINGS[reading](site)
        return actor_page(site, actor)

    monkeypatch.setattr(all_pages, "actor_page", page)
    assert len(render_all(edition, Written, "serial")[0]) > 10  # where nothing is kept, nothing goes stale
    with pytest.raises((AttributeError, TypeError), match=r"no page may read|has no len"):
        render_traced([("actor", "wang-yi")], edition, Written, "serial")


def test_all_that_a_page_may_read_is_noted(collection: MakeCollection) -> None:
    site = make_edition(collection(FILES)).site
    notes: set[Fact] = set()
    traced = traced_site(site, notes)
    event = site.collection.events["talks"]
    calls: dict[str, Callable[[], object]] = {
        "around": lambda: traced.around("2016-08-18"),
        "below": lambda: traced.below("2016"),
        "events_around": lambda: traced.events_around(event),
        "events_near": lambda: traced.events_near(event, 7),
        "events": lambda: traced.events,
        "articles of the corpus": lambda: traced.index.corpus.articles,
        "network": lambda: traced.index.network.value,
    }
    mappings = {
        name: part
        for of, kind in ((traced.collection, Collection), (traced.index, Index), (traced, Site))
        for name in (*(field.name for field in fields(kind)), *vars(kind))
        if name not in ("inline", "atlas", "collection", "index", "corpus", "at", "draft_of", *calls)
        and not name.startswith("__")
        and (part := getattr(of, name, None)) is not None
    }
    for name, mapping in mappings.items():
        calls |= {f"all of {name}": lambda m=mapping: list(m), f"how many of {name}": lambda m=mapping: len(m)}
        calls |= {f"one of {name}": lambda m=mapping: m.get(KEY), f"any of {name}": lambda m=mapping: KEY in m}
    assert {"actors", "territories", "appearances", "company", "calendar", "names", "parts_of"} <= mappings.keys()
    for name, call in calls.items():
        notes.clear()
        call()
        assert notes, name


def _same_pages(options: Options) -> None:
    edition = make_edition(options)
    made, _, _ = render_traced(list(all_units(edition.site)), edition, Written, "serial")
    assert [page for each in made for page in each.results] == render_all(edition, Written, "serial")[0]


def test_every_page_of_the_golden_collection_can_be_made_of_what_is_noted(collection: MakeCollection) -> None:
    _same_pages(collection(yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))["files"]))


def test_every_page_of_the_demo_can_be_made_of_what_is_noted() -> None:
    _same_pages(Options(root=ROOT, now=NOW))
