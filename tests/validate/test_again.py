"""What a run makes of a collection that was edited: the same as a first run would, and of the same objects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.collection import Collection
from mkdocs_dossier.read.files import SourceFile, SourceKind
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.validate.collection import Validated, make_collection
from mkdocs_dossier.validate.last_good import with_last_good
from mkdocs_dossier.validate.records import Records, RecordSet, RecordsRead, check_files
from tests.conftest import article

NOW, LATER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)

KINDS: dict[str, SourceKind] = {
    "data/actors/kerry.yml": "actor",
    "data/actors/shoigu.yml": "actor",
    "data/actors.yml": "actors",
    "data/articles/One.md": "article",
    "data/articles/one.md": "article",
    "data/articles/sub/two.md": "article",
    "data/countries.yml": "countries",
    "data/events/talks.yml": "event",
    "data/events.yml": "events",
}
"""In the order in which they are read."""

ACTORS = [
    "kerry: {name: John Kerry, type: person}\n",
    "kerry:\n  name: John Forbes Kerry\n  type: person\n  aliases: [Kerry]\n  summary: A *senator*.\n",
    "kerry:\n\n  name: John Forbes Kerry\n  type: person\n  aliases:\n  - Kerry\n  summary: A *senator*.\n",
    "kerry: {name: John Kerry, type: persn}\n",
    "kerry: {name: John Kerry, type: person, status: draft}\n",
    "lavrov: {name: Sergei Lavrov, type: person, embargo: 2026-01-02}\n",
    "lavrov: {name: Sergei Lavrov, type: person, name: Again}\n",
    "lavrov:\n  name: Sergei Lavrov\n  type: person\n  roles: [{title: Aide, organization: kery, country: XR}]\n"
    "  relations:\n  - {type: ally-of, actor: kerry, summary: Old *f*., sources: [{article: one, quote: met a}]}\n",
    "shoigu: {name: Sergei Shoigu, type: person, countries: [RU, QQ], sources: [one, {article: one, quote: no}]}\n",
    "Bad_Id: {name: X, type: person}\n",
    "# a note\n",
    "\n",
    "---\n",
    "broken: [\n",
]
SINGLE_ACTORS = ["{name: Another, type: person}\n", "name: Another\ntype: person\nborn: x\n", "{name: A\n", "# none\n"]
EVENTS = [
    "talks: {title: Talks, date: 2016-08-26, actors: [kerry, {actor: lavrov, role: host}], countries: [SY]}\n",
    "talks:\n  title: Talks\n  date: 2016-08-26\n  part_of: war\n  sources: [sub/two, {article: one, quote: met}]\n",
    "war: {title: War, date: 2011-03-15/.., place: {name: Aleppo, country: XR}, summary: It *began*.}\n",
    "war: {title: War}\n",
    "# a note\n",
    "? x\n",
]
SINGLE_EVENTS = ["{title: Talks, date: 2016, actors: [shoigu]}\n", "title: Talks\ndate: 2016\npart_of: wars\n", "- x\n"]
COUNTRIES = [
    "XR: {name: Rojava, summary: A *region*.}\n",
    "XR: {summary: No name.}\n",
    "SY: {aliases: [Sham], status: draft}\n",
    "RU: {name: Russland}\n",
    "xx: {}\n",
]
ARTICLES = [
    article("John Kerry met a word."),
    article("John Kerry met nobody. [[lavrov|He]] did. [[shoigu]]", title="Another"),
    article("John Kerry met a word.", mentions="{Kerry: kerry, Met: nobody, Word: false}", outlet="kerry"),
    article("John Kerry met a word.", countries="[XR, SY]", events="[war, talks]", actors="[lavrov]", summary="A *b*."),
    article("A word.", status="draft"),
    article("A word.", embargo="2026-01-02"),
    article("A word.", date="yesterday"),
    "no front matter\n",
]


def _lists(records: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.lists(st.sampled_from(records), min_size=1, max_size=4).map("".join)


def _texts(records: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(records)


CONTENTS: dict[SourceKind, st.SearchStrategy[str | None]] = {
    "actor": _texts(SINGLE_ACTORS),
    "actors": _lists(ACTORS),
    "article": _texts(ARTICLES),
    "countries": _lists(COUNTRIES),
    "event": _texts(SINGLE_EVENTS),
    "events": _lists(EVENTS),
}
Edit = tuple[str, str | None]
EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.sampled_from(list(KINDS)).flatmap(lambda path: st.tuples(st.just(path), CONTENTS[KINDS[path]])), max_size=4
)


class Project:
    """Files that are edited; one that did not change is the same object, as `read_files` has it."""

    def __init__(self) -> None:
        self.files: dict[str, SourceFile] = {}

    def edit(self, *edits: Edit) -> tuple[SourceFile, ...]:
        for path, text in edits:
            self.files.pop(path, None)
            if text is not None:
                name = path.removeprefix("data/").partition(".")[0].partition("/")
                self.files[path] = SourceFile(KINDS[path], path, name[2] or name[0], text)
        return tuple(self.files[path] for path in KINDS if path in self.files)


@dataclass(frozen=True)
class Made:
    """What a run made, and what the next one takes from it."""

    read: RecordsRead
    records: Records
    validated: Validated

    @property
    def collection(self) -> Collection:
        return self.validated.collection

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return (*self.read.problems, *self.validated.problems)


def _make(
    sources: tuple[SourceFile, ...], now: datetime, before: Made | None = None, good: Records | None = None
) -> Made:
    read = check_files(sources, None if before is None else before.read.files)
    records = read.records if good is None else with_last_good(read.records, good)
    validated = make_collection(
        *(records, built_in_territories(), now, None if before is None else before.validated),
        look=lambda file: f"pictures/{file.path}",
    )
    return Made(read, records, validated)


def _in_order(record_set: RecordSet[Any]) -> tuple[Any, ...]:
    places = [(id, tree.place) for id, tree in record_set.trees.items()]
    return list(record_set.records.items()), places, list(record_set.broken.items()), record_set.unread


def _seen(made: Made) -> tuple[Any, ...]:
    records, collection, problems = made.records, made.collection, made.problems
    record_sets = [
        _in_order(record_set) for record_set in (records.actors, records.events, records.countries, records.articles)
    ]
    mappings = (collection.actors, collection.events, collection.territories, collection.documents, collection.inline)
    return record_sets, list(records.prose.items()), [list(mapping.items()) for mapping in mappings], problems


STEPS = st.lists(st.tuples(EDITS, st.sampled_from([NOW, LATER])), min_size=2, max_size=6)


@given(STEPS, st.booleans())
@settings(max_examples=100)
def test_any_edits_give_what_a_first_run_would(steps: list[tuple[list[Edit], datetime]], keep_good: bool) -> None:
    _hold(steps, keep_good)


@pytest.mark.long
@given(STEPS, st.booleans())
@settings(max_examples=1000)
def test_many_edits_give_what_a_first_run_would(steps: list[tuple[list[Edit], datetime]], keep_good: bool) -> None:
    _hold(steps, keep_good)


def _hold(steps: list[tuple[list[Edit], datetime]], keep_good: bool) -> None:
    project = Project()
    before: Made | None = None
    for edits, now in steps:
        sources = project.edit(*edits)
        good = before.records if keep_good and before is not None else None
        again, first = _make(sources, now, before, good), _make(sources, now, None, good)
        assert _seen(again) == _seen(first)
        before = again


GOOD: list[Edit] = [
    ("data/actors.yml", ACTORS[1] + "lavrov: {name: Sergei Lavrov, type: person}\n"),
    ("data/events.yml", EVENTS[0] + "war: {title: War, date: 2011}\n"),
    ("data/articles/one.md", ARTICLES[0]),
    ("data/articles/sub/two.md", article("Nothing. [[lavrov]]", summary="It *says*.", status="published")),
]


def _objects(collection: Collection) -> dict[str, object]:
    """What is made of each file, by what it is: linking and the pages take an article again by these."""
    texts = {f"text {id}": document.prose for id, document in collection.documents.items()}
    records = {id: document.record for id, document in collection.documents.items()}
    return {**collection.actors, **collection.events, **records, **texts}


def _changed(before: Collection, after: Collection) -> set[str]:
    """What is not the same objects."""
    old, new = _objects(before), _objects(after)
    return {name for name in old.keys() | new.keys() if old.get(name) is not new.get(name)}


def _after(*edits: Edit, now: datetime = NOW) -> tuple[Collection, Collection]:
    """The good collection before and after an edit."""
    project = Project()
    before = _make(project.edit(*GOOD), NOW)
    before = _make(project.edit(), NOW, before)
    assert before.problems == ()
    return before.collection, _make(project.edit(*edits), now, before).collection


def test_with_nothing_changed_everything_is_the_same_object() -> None:
    assert _changed(*_after()) == set()
    assert _changed(*_after(now=LATER)) == set()


def test_an_edit_of_one_actor_leaves_all_others_the_same_objects() -> None:
    kerry = f"# new\n{ACTORS[0]}lavrov: {{name: Sergei Lavrov, type: person}}\n"
    assert _changed(*_after(("data/actors.yml", kerry))) == {"kerry"}


def test_records_that_only_moved_or_are_only_written_otherwise_are_the_same_objects() -> None:
    moved = f"# a note\n\nlavrov: {{name: Sergei Lavrov, type: person}}\n{ACTORS[2]}"
    assert _changed(*_after(("data/actors.yml", moved))) == set()


def test_an_edit_of_an_article_leaves_its_record_and_all_others_the_same_objects() -> None:
    assert _changed(*_after(("data/articles/one.md", article("Another word.")))) == {"text one"}


def test_a_new_actor_leaves_all_others_the_same_objects() -> None:
    assert _changed(*_after(("data/actors/shoigu.yml", SINGLE_ACTORS[0]))) == {"shoigu"}


def test_a_removed_actor_changes_only_what_names_it() -> None:
    before, after = _after(("data/actors.yml", "lavrov: {name: Sergei Lavrov, type: person}\n"))
    assert _changed(before, after) == {"kerry", "talks"}
    assert [part.actor for part in after.events["talks"].actors] == ["lavrov"]


def test_after_a_fault_was_mended_its_neighbours_are_the_same_objects() -> None:
    project = Project()
    before = made = _make(project.edit(*GOOD), NOW)
    for _ in range(4):
        made = _make(project.edit(("data/actors.yml", "kerry: [\n")), NOW, made, made.records)
        assert [p.code for p in made.problems] == ["yaml-syntax"]
    after = _make(project.edit(GOOD[0]), NOW, made)
    assert after.problems == ()
    assert _changed(before.collection, after.collection) == set()


def test_a_message_names_the_line_to_which_a_record_was_moved() -> None:
    project = Project()
    made: Made | None = None
    wrong = "kerry:\n  name: John Kerry\n  type: person\n  countries: [QQ]\n"
    moved = f"# a note\n\n{wrong}"
    otherwise = "kerry:\n  name: John Kerry\n\n  type: person\n  countries:\n  - QQ\n"
    for text, line in ((wrong, 4), (moved, 6), (otherwise, 6), (wrong, 4)):
        made = _make(project.edit(("data/actors.yml", text)), NOW, made)
        assert [(p.code, p.place.line) for p in made.problems] == [("unknown-country", line)]


def test_what_is_under_embargo_comes_on_its_day_in_one_process() -> None:
    sources = Project().edit(("data/actors.yml", ACTORS[5]), ("data/articles/one.md", ARTICLES[5]))
    made: Made | None = None
    for now, ids in ((NOW, []), (LATER, ["lavrov", "one"]), (NOW, [])):
        made = _make(sources, now, made)
        assert [*made.collection.actors, *made.collection.documents] == ids
