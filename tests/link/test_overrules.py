"""What an article's author decides: links by hand in the text, and `mentions:` in the front matter."""

from __future__ import annotations

import pytest

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    john-kerry: {name: John Kerry, type: person}
    bill-clinton: {name: Bill Clinton, type: person}
    hillary-clinton: {name: Hillary Clinton, type: person, aliases: [{name: the candidate, weak: true}]}
    times: {name: The Times, type: media}
    guan: {name: 关友飞, type: person}
    """
Mentions = list[tuple[str, str, str]]


def _link(collection: MakeCollection, body: str, **fields: str) -> tuple[LinkedArticle, tuple[Diagnostic, ...]]:
    files = {"data/actors.yml": ACTORS, "data/articles/a.md": article(body, **fields)}
    corpus, problems = link(collection(files))
    return corpus.articles[0], problems


def _found(linked: LinkedArticle) -> Mentions:
    text = linked.text
    return [(m.key, text[m.start : m.end], m.rule) for m in linked.mentions]


def _kerry(words: str, rule: str) -> tuple[str, str, str]:
    return "john-kerry", words, rule


BY_HAND = {
    "with a text": ("So said [[john-kerry|the envoy]].", [_kerry("the envoy", "hand")]),
    "with his name": ("So said [[john-kerry|John Kerry]].", [_kerry("John Kerry", "hand")]),
    "with spaces": ("So said [[ john-kerry | the envoy ]].", [_kerry("the envoy", "hand")]),
    "inside emphasis": ("So said **[[john-kerry|the envoy]]**.", [_kerry("the envoy", "hand")]),
    "with another's name": ("[[john-kerry|The Times]] said.", [_kerry("The Times", "hand")]),
    "with a country's name": ("[[john-kerry|Syria]] said.", [_kerry("Syria", "hand")]),
    "twice": ("[[john-kerry|He]]. [[john-kerry|Him]].", [_kerry("He", "hand"), _kerry("Him", "hand")]),
    "on both sides of a name": (
        "[[john-kerry|他]]关友飞[[john-kerry|他]]",
        [_kerry("他", "hand"), ("guan", "关友飞", "name"), _kerry("他", "hand")],
    ),
    "in a table": ("| a |\n|---|\n| [[john-kerry\\|he]] |\n", [_kerry("he", "hand")]),
    "not in code": ("Write `[[john-kerry]]`.", []),
    "not when escaped": ("Write \\[[nobody]].", []),
}


@pytest.mark.parametrize("what", BY_HAND)
def test_a_link_by_hand_names_its_actor(what: str, collection: MakeCollection) -> None:
    text, found = BY_HAND[what]
    linked, problems = _link(collection, text)
    assert problems == ()
    assert _found(linked) == found
    keys = [m.key for m in linked.mentions]
    assert [m.linked for m in linked.mentions] == [key not in keys[:n] for n, key in enumerate(keys)]


def test_a_link_by_hand_without_a_text_names_its_actor(collection: MakeCollection) -> None:
    linked, problems = _link(collection, "So said [[john-kerry]].")
    assert problems == ()
    assert [(m.key, m.rule, m.linked) for m in linked.mentions] == [("john-kerry", "hand", True)]


@pytest.mark.parametrize("text", ["So said [[nobody]].", "So said [[nobody|he]].", "[[Syria]]", "[[John Kerry]]"])
def test_a_link_by_hand_to_nobody_is_reported_at_its_place(text: str, collection: MakeCollection) -> None:
    _, problems = _link(collection, text)
    assert [(p.code, p.place.line) for p in problems] == [("unknown-reference", 6)]


RULED: dict[str, tuple[str, str, Mentions]] = {
    "an actor": ("{Kerry: john-kerry}", "Kerry spoke.", [_kerry("Kerry", "overrule")]),
    "an actor of any words": (
        "{the tall man: john-kerry}",
        "Now the tall man left.",
        [_kerry("the tall man", "overrule")],
    ),
    "an actor, and no part of another word": (
        "{tall: john-kerry}",
        "The tall one left. The taller one slept.",
        [_kerry("tall", "overrule")],
    ),
    "another actor": (
        "{Clinton: bill-clinton}",
        "Hillary Clinton spoke. Clinton listened.",
        [("hillary-clinton", "Hillary Clinton", "name"), ("bill-clinton", "Clinton", "overrule")],
    ),
    "nobody": ("{Clinton: false}", "Clinton spoke.", []),
    "nobody of that name, and the full name still counts": (
        "{Clinton: false}",
        "Bill Clinton spoke. Clinton left.",
        [("bill-clinton", "Bill Clinton", "name")],
    ),
    "the same actor, and the full name stays whole": (
        "{Kerry: john-kerry}",
        "John Kerry spoke. Kerry left.",
        [_kerry("John Kerry", "name"), _kerry("Kerry", "overrule")],
    ),
    "a full name that is nobody here": ("{The Times: 'no'}", "The Times they are changing.", []),
    "a country that is no country": ("{Georgia: false}", "Georgia and Syria.", [("SY", "Syria", "name")]),
    "a country for another": ("{Georgia: US}", "Georgia voted.", [("US", "Georgia", "overrule")]),
    "a country that is an actor here": ("{Moscow: john-kerry}", "Moscow spoke.", [_kerry("Moscow", "overrule")]),
    "a day": ("{that day: 2016-08-15}", "On that day.", [("2016-08-15", "that day", "overrule")]),
    "a month": ("{that month: 2015-09}", "In that month.", [("2015-09", "that month", "overrule")]),
    "an interval": (
        "{that week: 2016-08-15/2016-08-21}",
        "In that week.",
        [("2016-08-15/2016-08-21", "that week", "overrule")],
    ),
    "a date for another": ("{'2016-08-18': 2016-08-17}", "On 2016-08-18.", [("2016-08-17", "2016-08-18", "overrule")]),
    "a date that is none": ("{'2016-08-18': false}", "Serial number 2016-08-18.", []),
    "every place of the words": ("{Kerry: john-kerry}", "Kerry. Kerry.", [_kerry("Kerry", "overrule")] * 2),
    "whole words only": ("{Ker: john-kerry, Kerry: false}", "Kerry and Ker.", [_kerry("Ker", "overrule")]),
    "folded words": ("{al-Masri: john-kerry}", "So al Masrī’s word.", [_kerry("al Masrī", "overrule")]),
    "words across a line break": (
        "{the tall man: john-kerry}",
        "The tall. Now the\ntall man.",
        [_kerry("the\ntall man", "overrule")],
    ),
    "the longer of two": (
        "{Kerry: false, Mr Kerry: john-kerry}",
        "Mr Kerry left. Kerry stayed.",
        [_kerry("Mr Kerry", "overrule")],
    ),
    "who may then be called by the surname": (
        "{the tall man: john-kerry}",
        "So the tall man came. Kerry spoke.",
        [_kerry("the tall man", "overrule"), _kerry("Kerry", "surname")],
    ),
}


@pytest.mark.parametrize("what", RULED)
def test_mentions_say_that_the_words_are(what: str, collection: MakeCollection) -> None:
    mentions, text, found = RULED[what]
    linked, problems = _link(collection, text, mentions=mentions)
    assert problems == ()
    assert _found(linked) == found


def test_an_overrule_reaches_the_start_of_a_sentence_like_any_name(collection: MakeCollection) -> None:
    linked, problems = _link(collection, "The tall man left.", mentions="{the tall man: john-kerry}")
    assert problems == ()
    assert _found(linked) == [_kerry("The tall man", "overrule")]


def test_an_overrule_never_reaches_into_code_or_addresses(collection: MakeCollection) -> None:
    body = "See `Kerry` and https://example.org/Kerry and Kerry."
    linked, problems = _link(collection, body, mentions="{Kerry: john-kerry}")
    assert problems == ()
    assert len(_found(linked)) == 1


@pytest.mark.parametrize("value", ["john-kerry", "false", "US", "2016-08"])
def test_an_overrule_of_words_that_the_text_does_not_have_is_reported(value: str, collection: MakeCollection) -> None:
    linked, problems = _link(collection, "Nothing.", mentions=f"{{Kerry: {value}}}")
    assert [(p.code, p.place.path) for p in problems] == [("unused-overrule", "data/articles/a.md")]
    assert "Kerry" in problems[0].message
    assert linked.mentions == ()


def test_an_unused_overrule_is_reported_at_its_place(collection: MakeCollection) -> None:
    _, problems = _link(collection, "Lavrov.", mentions="{Lavrov: false, Kerry: false}")
    assert [(p.place.line, p.place.column) for p in problems] == [(4, 27)]


def test_an_overrule_that_cannot_be_a_date_or_an_id_is_reported(collection: MakeCollection) -> None:
    for value in ("2016-13-01", "John Kerry", "nobody"):
        linked, problems = _link(collection, "Kerry.", mentions=f"{{Kerry: {value}}}")
        assert len(problems) == 1 and problems[0].place.line == 4, value
        assert linked.mentions == ()


def test_dates_that_an_overrule_gives_are_not_marked_as_inferred(collection: MakeCollection) -> None:
    linked, _ = _link(collection, "On that day.", mentions="{that day: 2016-08-15}")
    assert [m.inferred for m in linked.mentions] == [False]
