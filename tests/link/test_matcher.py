"""Which of several readings wins, where nothing is read at all, and what a mention knows of its place."""

from __future__ import annotations

import time
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.link.choose import leftmost_longest
from mkdocs_dossier.link.fold import fold_phrase, fold_text
from mkdocs_dossier.link.lexicon import LexiconEntry, Owner
from mkdocs_dossier.link.matcher import Hit, Matcher
from mkdocs_dossier.link.names import entry_spellings, owned
from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    army: {name: Syrian Army, type: military}
    fsa: {name: Free Syrian Army, type: armed-group}
    is: {name: Islamic State, type: armed-group, not: [Islamic State of Afghanistan]}
    state: {name: State Department, type: government}
    kerry: {name: John Kerry, type: person, not: [John Kerry Airport, Kerry County]}
    times: {name: Times, type: media, not: [Times Square, New Times Square of the Times]}
    gt: {name: Global Times, type: media}
    hill: {name: The Hill, type: media}
    ht: {name: The Hill Times, type: media}
    who: {name: WHO, type: organization}
    guan: {name: 关友飞, type: person}
    chang: {name: 常万全, type: person}
    """


def _link(collection: MakeCollection, body: str, **fields: str) -> LinkedArticle:
    (linked,) = link(collection({"data/actors.yml": ACTORS, "data/articles/a.md": article(body, **fields)}))[0].articles
    return linked


def _keys(linked: LinkedArticle) -> list[str]:
    return [m.key for m in linked.mentions if m.kind == "actor"]


WINNERS = {
    "the longer of two": ("The Free Syrian Army and the Syrian Army.", ["fsa", "army"]),
    "the longer of two that begin alike": ("The Hill Times and The Hill.", ["ht", "hill"]),
    "the leftmost of two that overlap": ("The Islamic State Department", ["is"]),
    "each of two that touch": ("Islamic State State Department", ["is", "state"]),
    "a name inside a longer actor's name": ("Global Times. Times.", ["gt", "times"]),
    "a phrase that hides": ("Times Square. The Islamic State of Afghanistan.", []),
    "a phrase that hides, with another inside": ("The New Times Square of the Times.", []),
    "a phrase that hides one place only": ("Times Square and the Times.", ["times"]),
    "a phrase that hides a full name": ("John Kerry Airport. Kerry.", []),
    "a phrase that hides a surname": ("John Kerry comes from Kerry County. Kerry left.", ["kerry", "kerry"]),
    "what is hidden hides nobody else": ("Free Syrian Army Times Square", ["fsa"]),
    "three capitals among small letters": ("The WHO will pay for this.", ["who"]),
    "three capitals among capitals": ("WHO WILL PAY FOR THIS?", []),
    "a word that begins a name": ("The hill is high. The Hill is a paper. the Hill", ["hill", "hill"]),
}


@pytest.mark.parametrize("what", WINNERS)
def test_the_winner_is(what: str, collection: MakeCollection) -> None:
    text, keys = WINNERS[what]
    assert _keys(_link(collection, text)) == keys


UNREAD = {
    "inline code": "Type `John Kerry` and `kerry`.",
    "a code block": "```\nJohn Kerry\n```",
    "an indented block": "Text:\n\n    John Kerry\n",
    "an address": "See https://example.org/John Kerry".replace(" Kerry", "%20Kerry"),
    "a bare address": "See <https://example.org/Global-Times> and www.Times.com and https://Times.com/Times.",
    "a link's target": "[here](https://example.org/Times 'Times')",
    "a mail address": "Write to Times@example.org or <Global.Times@example.org>.",
    "a picture's target": "![here](https://example.org/Times.png)",
}


@pytest.mark.parametrize("what", UNREAD)
def test_nothing_is_matched_in(what: str, collection: MakeCollection) -> None:
    assert _keys(_link(collection, UNREAD[what])) == []


MARKED = {
    "emphasis inside a name": ("**John** Kerry spoke.", ["kerry"]),
    "emphasis around a name": ("*John Kerry* and __John Kerry__ and **John Kerry**'s", ["kerry"] * 3),
    "emphasis across a line break": ("John\n**Kerry** spoke.", ["kerry"]),
    "a hard line break": ("John  \nKerry spoke.", ["kerry"]),
    "a heading": ("## John Kerry\n\nText.", ["kerry"]),
    "a list": ("- John Kerry\n- Global Times\n", ["kerry", "gt"]),
    "a list that parts a name": ("- John\n- Kerry\n", []),
    "a quotation": ("> John Kerry\n> spoke", ["kerry"]),
    "a quotation across lines": ("> John\n> Kerry spoke", ["kerry"]),
    "a table": ("| a | b |\n|---|---|\n| John Kerry | Times |\n", ["kerry", "times"]),
    "a table that parts a name": ("| a | b |\n|---|---|\n| John | Kerry |\n", []),
    "a link's text": ("[John Kerry](https://example.org)", ["kerry"]),
    "raw HTML": ("<b>John Kerry</b>", ["kerry"]),
    "an escaped star": ("\\*John Kerry\\*", ["kerry"]),
    "a title": ("Text.", []),
}


@pytest.mark.parametrize("what", MARKED)
def test_names_are_read_through_marks(what: str, collection: MakeCollection) -> None:
    text, keys = MARKED[what]
    assert _keys(_link(collection, text)) == keys


def test_the_title_is_read_too(collection: MakeCollection) -> None:
    linked = _link(collection, "Text.", title="John Kerry in the Times")
    assert [(m.key, m.sentence, m.linked) for m in linked.mentions] == [("kerry", 0, False), ("times", 0, False)]


def test_the_first_mention_that_can_be_a_link_is_one_and_no_other(collection: MakeCollection) -> None:
    body = """**John** Kerry. [John Kerry](https://example.org). John Kerry of Syria. Kerry, Syria; the [Times](https://t.co)."""
    linked = _link(collection, body, title="John Kerry in Syria")
    shown = [(m.key, m.linked) for m in linked.mentions]
    assert [linked for key, linked in shown if key == "kerry"] == [False, False, False, True, False]
    assert [linked for key, linked in shown if key == "SY"] == [False, True, False]
    assert [linked for key, linked in shown if key == "times"] == [False]


def test_a_country_inside_an_actors_name_leaves_the_link_to_the_actor(collection: MakeCollection) -> None:
    linked = _link(collection, "The Syrian Army left. The Syrian army stayed.")
    assert [(m.key, m.linked) for m in linked.mentions] == [("army", True), ("SY", False), ("SY", True)]


def test_two_names_side_by_side_are_both_links(collection: MakeCollection) -> None:
    linked = _link(collection, "关友飞常万全")
    assert [(m.key, m.linked) for m in linked.mentions] == [("guan", True), ("chang", True)]


def test_mentions_are_numbered_in_the_order_of_the_text(collection: MakeCollection) -> None:
    linked = _link(collection, "Syria. John Kerry. The Syrian Army in Iran.", title="The Times")
    assert [m.number for m in linked.mentions] == list(range(1, len(linked.mentions) + 1))
    assert [m.start for m in linked.mentions] == sorted(m.start for m in linked.mentions)


def test_every_mention_knows_its_sentence_line_and_column(collection: MakeCollection) -> None:
    body = "Первое слово. John Kerry spoke.\nHe left; the *Global\nTimes* wrote.\n\n- Ещё: Syrian Army. Times!"
    linked = _link(collection, body)
    prose = linked.prose
    found = []
    for m in linked.mentions:
        start, end = linked.sentences[m.sentence]
        assert start <= m.start and m.end <= end
        found.append((m.key, *prose.place(m.start), " ".join(prose.text[start:end].split())))
    assert found == [
        ("kerry", 6, 15, "John Kerry spoke."),
        ("gt", 7, 15, "He left; the Global Times wrote."),
        ("army", 10, 8, "Ещё: Syrian Army."),
        ("SY", 10, 8, "Ещё: Syrian Army."),
        ("times", 10, 21, "Times!"),
    ]


def _matcher(entries: Iterable[LexiconEntry]) -> Matcher:
    return Matcher(*owned(spelling for entry in entries for spelling in entry_spellings(entry)))


PARTS = ["a", "B", " ", "-", "'", "’", "é", "e\u0301", "a\u00adb", "ı", "中", "Ж", "\n", ".", "–"]
SOME = st.lists(st.sampled_from(PARTS), max_size=16).map("".join)


@given(SOME.filter(str.strip), SOME, SOME)
@settings(deadline=None)
def test_a_name_between_spaces_is_always_found(name: str, before: str, after: str) -> None:
    if not fold_phrase(name):
        return
    text = f"{before} {name.strip()} {after}"
    hits = _matcher([LexiconEntry(name, Owner("actor", "x", "name"))]).hits(fold_text(text))
    assert any(fold_phrase(text[hit.start : hit.end]) == fold_phrase(name) for hit in hits)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=12))
def test_what_is_chosen_never_overlaps_and_shuts_out_all_the_rest(spans: list[tuple[int, int]]) -> None:
    hits = [Hit(start, start + length, ()) for start, length in spans]
    chosen = leftmost_longest(hits)
    assert all(one.end <= other.start for one, other in pairwise(chosen))
    for hit in hits:
        assert any(kept.start < hit.end and hit.start < kept.end for kept in chosen)


def test_text_after_folding_still_points_at_the_original() -> None:
    text = "Ré\u0301\u00adgime – Erdog\u0306an\u200b’s «plan»"
    (hit,) = _matcher([LexiconEntry("Erdoğan", Owner("actor", "x", "name"))]).hits(fold_text(text))
    assert text[hit.start : hit.end] == "Erdog\u0306an"


def test_a_long_text_of_one_letter_takes_no_long_time() -> None:
    started = time.monotonic()
    entries = [LexiconEntry("a " * n + "b", Owner("actor", str(n), "name")) for n in range(1, 50)]
    assert _matcher(entries).hits(fold_text("a " * 100_000)) == []
    assert time.monotonic() - started < 5


def test_a_name_is_found_across_any_white_space() -> None:
    for between in (" ", "\n", " \n", "\t ", "\u00a0 "):
        text = f"x a{between}a y"
        (hit,) = _matcher([LexiconEntry("a a", Owner("actor", "x", "name"))]).hits(fold_text(text))
        assert text[hit.start : hit.end] == f"a{between}a"
