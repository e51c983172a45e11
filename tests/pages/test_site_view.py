"""What pages may ask of a site: nothing but accessors, each of which records itself."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from mkdocs_dossier.build import Snapshot, make_snapshot
from mkdocs_dossier.incremental.dependencies import Dependency, accessors, ask_again
from mkdocs_dossier.pages.answers import site_digests
from mkdocs_dossier.pages.home import home_page
from mkdocs_dossier.pages.kinds import Unit, all_units, unit_pages
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import source_digests
from tests.conftest import MakeCollection, article

PACKAGE = Path(__file__).parent.parent.parent / "generator" / "mkdocs_dossier"

ROLE = "{title: Editor, organization: post, sources: [{article: two, quote: It rained}]}"
ANN = f"ann: {{name: Ann Archer, type: person, countries: [SY], roles: [{ROLE}]}}\n"
BOB = "bob: {name: Bob Baker, type: person, countries: [SY], relations: [{type: ally-of, actor: ann}]}\n"
POST = "post: {name: The Post, type: media}\n"
TALKS = (
    "talks: {title: Talks, date: 2016-08-18, actors: [ann], countries: [SY], sources: [{article: one, quote: QUOTE}]}\n"
)
WAR = "war: {title: War, date: 2016-08-20}\n"
ONE = article("Ann Archer met Bob Baker in Syria. It was quiet there.", outlet="The Post", summary="A *talk*.")
TWO = article("Bob Baker left Damascus, Syria, on 14 July 2015. It rained. It snowed.", date="2016-09-01")

START = {
    "data/actors.yml": ANN + BOB + POST,
    "data/events.yml": TALKS.replace("QUOTE", "It was quiet") + WAR,
    "data/articles/one.md": ONE,
    "data/articles/two.md": TWO,
}
EDITS: tuple[Mapping[str, str | None], ...] = (
    {"data/actors.yml": ANN.replace("Archer", "Archer Hill") + BOB + POST},
    {"data/actors.yml": ANN.replace("It rained", "It snowed") + BOB + POST},
    {"data/actors.yml": BOB.replace("countries: [SY], relations: [{type: ally-of, actor: ann}]", "born: 1960") + POST},
    {"data/actors.yml": ANN + BOB.replace("ally-of", "opposes") + POST.replace("media", "company")},
    {"data/actors.yml": ANN + BOB + POST + "carl: {name: Carl Cole, type: person}\n"},
    {"data/countries.yml": "SY: {summary: A *country*.}\n"},
    {
        "data/events.yml": TALKS.replace("QUOTE", "was quiet there").replace("18", "19")
        + WAR
        + "x: {title: X, date: 2016}\n"
    },
    {
        "data/events.yml": TALKS.replace("QUOTE", "met Bob").replace("SY", "TR")
        + "war: {title: War, date: 2016-08-20, part_of: talks}\n"
    },
    {"data/events.yml": TALKS.replace("actors: [ann]", "actors: [bob]").replace("QUOTE", "quiet there")},
    {"data/articles/one.md": ONE.replace("Ann Archer met Bob Baker", "Nobody met").replace("talk", "meeting")},
    {
        "data/articles/two.md": TWO.replace("2015", "2014").replace("2016-09-01", "2016-10-01"),
        "data/articles/one.md": None,
    },
    {
        "data/articles/three.md": article(
            "Ann Archer was in Turkey. Bob Baker was not.", date="2017-01-01", events="[talks]"
        )
    },
    {"data/articles/three.md": article("Nothing is named here.", date="2016-08-18")},
)
"""After each of these edits of `START` pages are answered otherwise: each question by one of them."""


def _asked(snapshot: Snapshot) -> dict[Unit, tuple[list[object], set[Dependency]]]:
    """The pages of each unit, the figures of the home page too, and what they rest on."""
    on_home: set[Dependency] = set()
    home = home_page(SiteView(snapshot.site, on_home.add))
    found: dict[Unit, tuple[list[object], set[Dependency]]] = {("home", ""): ([home], on_home)}
    for unit in all_units(snapshot.site):
        asked: set[Dependency] = set()
        found[unit] = list(unit_pages(SiteView(snapshot.site, asked.add), unit)), asked
    return found


def _answers(snapshot: Snapshot, dependencies: set[Dependency]) -> dict[Dependency, str]:
    view, digest = SiteView(snapshot.site), site_digests(source_digests(snapshot.stages.read))
    return {dependency: digest(ask_again(view, dependency)) for dependency in dependencies}


def _edited(edit: Mapping[str, str | None], options: Options) -> Snapshot:
    for path, text in (START | edit).items():
        if text is None:
            (options.root / path).unlink(missing_ok=True)
        else:
            (options.root / path).write_text(text, encoding="utf-8")
    snapshot = make_snapshot(options)
    for path in edit.keys() - START.keys():
        (options.root / path).unlink()
    return snapshot


@pytest.fixture
def states(collection: MakeCollection) -> Iterator[tuple[Snapshot, Snapshot]]:
    """The site before and after each edit, and back."""
    options = collection(START)
    first = _edited({}, options)
    assert first.problems == ()
    after = [_edited(edit, options) for edit in EDITS]
    return iter([pair for snapshot in after for pair in ((first, snapshot), (snapshot, first))])


def test_a_page_of_which_every_question_is_answered_as_before_is_the_page_that_was_there(
    states: Iterator[tuple[Snapshot, Snapshot]],
) -> None:
    """And every accessor is among the questions that some edit answers otherwise: one that no edit reaches has to get
    one in `EDITS`.
    """
    answered_otherwise: set[str] = set()
    for before, after in states:
        old, new = _asked(before), _asked(after)
        dependencies = {dependency for _, asked in old.values() for dependency in asked}
        then, now = _answers(before, dependencies), _answers(after, dependencies)
        changed = {dependency for dependency in dependencies if then[dependency] != now[dependency]}
        answered_otherwise |= {name for name, _ in changed}
        for unit, (pages, asked) in old.items():
            if asked.isdisjoint(changed):
                assert new[unit][0] == pages, unit
    recorded = {name for name in accessors(SiteView) if not hasattr(getattr(SiteView, name), "recorded_as")}
    assert recorded - answered_otherwise == {"draft"}, "drafts are shown under `mkdocs serve` alone: test_drafts.py"


def test_what_is_recorded_as_another_question_is_answered_otherwise_only_where_that_one_is(
    states: Iterator[tuple[Snapshot, Snapshot]],
) -> None:
    resting = {name for name in accessors(SiteView) if hasattr(getattr(SiteView, name), "recorded_as")}
    changed: set[str] = set()
    for before, after in states:
        keys = before.site.index.appearances.keys() & after.site.index.appearances.keys()
        for name, key in product(resting, keys):
            asked: set[Dependency] = set()
            answer = getattr(SiteView(before.site, asked.add), name)(*key)
            if getattr(SiteView(after.site), name)(*key) != answer:
                changed.add(name)
                assert _answers(before, asked) != _answers(after, asked), (name, key)
    assert changed == resting


READINGS: dict[str, Callable[[Any], object]] = {
    "how many articles there are": lambda site: len(site.collection.documents),
    "what the index holds": lambda site: site.index.appearances,
    "where pages went": lambda site: site.moved,
    "which path is which country's": lambda site: site.countries_by_path,
    "the names of all actors": lambda site: site.names,
}


@pytest.mark.parametrize("reading", READINGS)
def test_a_page_that_reads_what_nobody_records_cannot_be_made(reading: str, collection: MakeCollection) -> None:
    view = SiteView(make_snapshot(collection(START)).site)
    with pytest.raises(AttributeError):
        READINGS[reading](view)


def test_there_is_nothing_to_ask_but_what_records_itself() -> None:
    public = {name for name in dir(SiteView) if not name.startswith("_")}
    assert public - set(accessors(SiteView)) == {"atlas", "inline", "words"}, (
        "these are the same on every site of a language"
    )


@pytest.mark.parametrize("room", ["pages", "export"])
def test_no_page_looks_behind_the_view(room: str) -> None:
    for file in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("_site", "_record"):
                assert file.name == "site_view.py", f"{file.name}:{node.lineno}"
