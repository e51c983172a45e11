"""Which words of an article name an actor, as `dossier why` shows it."""

from __future__ import annotations

import pytest

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

PERSON = "{name: John Kerry, type: person}"


def _link(collection: MakeCollection, actors: str, body: str, **fields: str) -> LinkedArticle:
    (linked,) = link(collection({"data/actors.yml": actors, "data/articles/a.md": article(body, **fields)}))[0].articles
    return linked


def _named(linked: LinkedArticle) -> list[tuple[str, str]]:
    """Id and words of each mention of an actor."""
    text = linked.text
    return [(m.key, text[m.start : m.end]) for m in linked.mentions if m.kind == "actor"]


# Name of the one actor, text, the words that name it.
WORDS = {
    "whole words": ("Nusra Front", "The Nusra Front's men. Jabhat-Nusra Front. Nusra Fronts. Nusra Frontier.", 2),
    "Latin with digits": ("Falcon 9", "Falcon 9 flew, Falcon 90 did not.", 1),
    "no part of a word": ("Hama", "Hamas is in Gaza, not in Hama. Mohamad. Hamaa.", 1),
    "an underscore joins": ("Xinhua", "xinhua_Xinhua Xinhua_net Xinhua", 1),
    "Cyrillic": ("Сергей Лавров", "Сергей Лавров сказал. Сергей Лавровский молчал.", 1),
    "Greek": ("Σύριζα", "Ο Σύριζα κέρδισε. Σύριζας.", 1),
    "Arabic": ("بشار الأسد", "قال بشار الأسد إن بشار الأسدي", 1),
    "Hebrew": ("נתניהו", "נתניהו אמר. נתניהוי", 1),
    "Han": ("关友飞", "中国军官关友飞访问大马士革", 1),
    "Kana": ("プーチン", "露プーチン大統領", 1),
    "Thai": ("ประยุทธ์", "นายกประยุทธ์กล่าว", 1),
    "Hangul with a space": ("김정은", "북한 김정은 위원장", 1),
    "possessives": ("John Kerry", "John Kerry's plan, John Kerry’s plan, the Kerrys, John Kerry'splan", 2),
    "an apostrophe in it": ("Pat O'Brien", "Pat O’Brien and Pat O'Brien and Pat O‘Brien", 3),
    "not after an apostrophe": ("Brien", "O'Brien and O’Brien and Brien", 1),
    "quotation marks around it": (
        "Reuters",
        "'Reuters' and ‘Reuters’ and “Reuters” and (Reuters), [Reuters]: *Reuters*",
        6,
    ),
    "hyphen, dash and space": (
        "Bashar al-Assad",
        "Bashar al-Assad, Bashar al Assad, Bashar al–Assad, Bashar al‑Assad",
        4,
    ),
    "a hyphen beside it": ("John Kerry", "the John Kerry-led talks, a pro-John Kerry crowd", 2),
    "a slash beside it": ("John Kerry", "John Kerry/Lavrov", 1),
    "invisible characters": ("John Kerry", "Jo\u00adhn Ker\u200bry, John\u00a0Kerry, John\u2009Kerry", 3),
    "diacritics in the name": ("Tayyip Erdoğan", "Tayyip Erdogan, Tayyip Erdoğan, Tayyip Erdog\u0306an", 3),
    "diacritics in the text": ("Tayyip Erdogan", "Tayyip Erdoğan", 1),
    "the dotless i": ("Binali Yıldırım", "Binali Yildirim, Binali Yıldırım", 2),
    "the l with stroke": ("Lech Wałęsa", "Lech Walesa", 1),
    "vowel marks": ("بشار الأسد", "بَشَّار الأسد", 1),
    "another Kana is another letter": ("ガス", "カス ガス", 1),
    "letter case": ("Global Times", "global times, Global times, the Global Times", 1),
    "all capitals, two words": ("Global Times", "GLOBAL TIMES", 1),
    "all capitals, one word": ("Nato", "NATO and Nato", 1),
    "a name in capitals": ("UN", "The UN, not Un, not un", 1),
    "a small first letter": (
        "the defence ministry",
        "The defence ministry said. Then the defence ministry fell silent.",
        2,
    ),
    "small letters in the middle": ("the defence ministry", "The Defence Ministry", 0),
    "a capital The": ("The Hague Group", "The Hague Group and the Hague Group", 2),
    "an all-caps headline": ("the defence ministry", "SYRIA: THE DEFENCE MINISTRY SPEAKS", 1),
    "dots in it": ("U.N.", "the U.N. envoy of the U.N., of the U.N.'s own U.N.-led talks, at the U.N.", 5),
    "a sign at its end": ("Yahoo!", "Yahoo! and Yahoo!, not Yahoo", 2),
    "a sign inside it": ("AT&T", "AT&T's line, AT&Ts, AT&T", 2),
    "a dash between spaces in it": ("Sky News – Arabia", "Sky News – Arabia, not Sky News", 1),
    "a line break in it": ("John Kerry", "So John\nKerry said, and John  Kerry did.", 2),
    "no paragraph break in it": ("John Kerry", "So John\n\nKerry said.", 0),
    "no dash for a gap": ("John Kerry", "So said John – Kerry was silent.", 0),
    "no comma for a gap": ("John Kerry", "John, Kerry", 0),
}


@pytest.mark.parametrize("what", WORDS)
def test_a_name_is_found_by_whole_words(what: str, collection: MakeCollection) -> None:
    name, text, times = WORDS[what]
    linked = _link(collection, f"x:\n  name: {name!r}\n  type: other\n".replace("\\'", "''"), text)
    assert [key for key, _ in _named(linked)] == ["x"] * times, _named(linked)


@pytest.mark.parametrize(("text", "words"), [("John Kerry's plan", "John Kerry"), ("(John Kerry)", "John Kerry")])
def test_a_possessive_and_marks_stay_outside_the_mention(text: str, words: str, collection: MakeCollection) -> None:
    assert _named(_link(collection, f"kerry: {PERSON}", text)) == [("kerry", words)]


def test_case_any_ignores_case_and_only_for_that_alias(collection: MakeCollection) -> None:
    actors = "isis: {name: Islamic State, type: armed-group, aliases: [{name: daesh, case: any}, IS]}"
    named = _named(_link(collection, actors, "Daesh, DAESH and daesh. It is IS. islamic state. ISLAMIC STATE"))
    assert [words for _, words in named] == ["Daesh", "DAESH", "daesh", "IS", "ISLAMIC STATE"]


# Text, and the words in it that name Kerry; others are not to be taken for him.
WEAK = {
    "after the full name": ("John Kerry came. The envoy spoke.", ["John Kerry", "The envoy"]),
    "before the full name": ("The envoy spoke. John Kerry came.", ["John Kerry"]),
    "without the full name": ("The envoy spoke of Kerry.", []),
    "before and after": ("Kerry? John Kerry! Kerry.", ["John Kerry", "Kerry"]),
    "after a surname alone": ("Kerry came. The envoy spoke.", []),
    "after another full name": ("J. F. Kerry came. Kerry left.", ["J. F. Kerry", "Kerry"]),
    "after a link by hand": ("[[kerry|He]] came. Kerry left. The envoy slept.", ["He", "Kerry", "The envoy"]),
    "with a title": (
        "John Kerry. Mr. Kerry. Secretary Kerry. Secretary of State Kerry.",
        ["John Kerry"] + ["Kerry"] * 3,
    ),
    "with a possessive before it": ("John Kerry. America's Kerry.", ["John Kerry", "Kerry"]),
    "with a possessive of its own": ("John Kerry. Kerry's plan.", ["John Kerry", "Kerry"]),
    "at the start of a sentence": ("John Kerry met Putin. Kerry left.", ["John Kerry", "Kerry"]),
    "of another person": ("John Kerry. Teresa Kerry came.", ["John Kerry"]),
    "of another person with an initial": ("John Kerry. Alexandra F. Kerry came.", ["John Kerry"]),
    "in all capitals": ("John Kerry. KERRY LEAVES.", ["John Kerry", "KERRY"]),
    "after a place": ("John Kerry. In Moscow Kerry spoke.", ["John Kerry", "Kerry"]),
    "after a comma": ("John Kerry. In Moscow, Kerry spoke.", ["John Kerry", "Kerry"]),
    "in an enumeration": ("John Kerry. Lavrov and Kerry.", ["John Kerry", "Kerry"]),
}


@pytest.mark.parametrize("what", WEAK)
def test_a_weak_name_or_surname_counts(what: str, collection: MakeCollection) -> None:
    text, words = WEAK[what]
    actor = "{name: John Kerry, type: person, aliases: [{name: the envoy, weak: true}, J. F. Kerry]}"
    assert _named(_link(collection, f"kerry: {actor}", text)) == [("kerry", word) for word in words]


SURNAMES = {
    "Bashar al-Assad": ("SY", "Bashar al-Assad. Al-Assad spoke. So al-Assad, Assad, al Assad.", 5),
    "Staffan de Mistura": ("SE", "Staffan de Mistura. De Mistura spoke. So did de Mistura.", 3),
    "Guan Youfei": ("CN", "Guan Youfei. Guan spoke. Youfei did not.", 2),
    "Ban Ki-moon": ("KR", "Ban Ki-moon. Ban spoke. Travel ban.", 2),
    "Robert Kennedy Jr.": ("US", "Robert Kennedy Jr. came. Kennedy spoke.", 2),
    "Ursula von der Leyen": ("DE", "Ursula von der Leyen. Von der Leyen spoke. So von der Leyen.", 3),
    "Recep Tayyip Erdoğan": ("TR", "Recep Tayyip Erdoğan. Erdogan spoke. Tayyip did not.", 2),
    "Kim Jong-un": ("KP", "Kim Jong-un. Kim spoke. Kim Jong-il did not. Kim Il Sung neither.", 2),
    "Kim Jong Il": ("KP", "Kim Jong Il. Kim spoke. Kim left. Il did not.", 3),
    "Robert Kennedy, Jr.": ("US", "Robert Kennedy, Jr. came. Kennedy spoke.", 2),
    "Theresa May": ("GB", "Theresa May. May spoke in May 2016. So May 5 came. On 7 May, May left.", 3),
    "Aristotle": ("GR", "Aristotle. Aristotle.", 2),
}


@pytest.mark.parametrize("name", SURNAMES)
def test_a_person_is_known_by_the_surname_once_named(name: str, collection: MakeCollection) -> None:
    country, text, times = SURNAMES[name]
    actor = f'{{name: "{name}", type: person, countries: [{country}]}}'
    named = _named(_link(collection, f"x: {actor}", text))
    assert len(named) == times, named


def test_only_persons_have_surnames(collection: MakeCollection) -> None:
    actor = "{name: Global Times, type: media}"
    assert _named(_link(collection, f"x: {actor}", "Global Times. Times change.")) == [("x", "Global Times")]


BROTHERS = "bashar: {name: Bashar al-Assad, type: person}\nmaher: {name: Maher al-Assad, type: person}\n"
FAMILY = {
    "one is named": ("Bashar al-Assad spoke. Al-Assad left.", ["bashar", "bashar"]),
    "both are named": ("Bashar al-Assad met Maher al-Assad. Al-Assad left.", ["bashar", "maher"]),
    "one is named later": ("Bashar al-Assad spoke. Assad left. Maher al-Assad came.", ["bashar", "bashar", "maher"]),
    "a third one who is no actor": ("Bashar al-Assad spoke. Asma al-Assad left.", ["bashar"]),
}


@pytest.mark.parametrize("what", FAMILY)
def test_a_surname_of_two_persons_means_the_one_who_was_named(what: str, collection: MakeCollection) -> None:
    text, keys = FAMILY[what]
    linked = _link(collection, BROTHERS, text)
    assert [key for key, _ in _named(linked)] == keys
    assert all(rejection.reason for rejection in linked.rejections)


AMBIGUOUS = """
    sohr: {name: Syrian Observatory for Human Rights, type: organization, aliases: [the Observatory]}
    eso: {name: European Southern Observatory, type: organization, aliases: [the Observatory]}
    """
SHARED = {
    "none is named": ("The Observatory said so.", {}, [], True),
    "one is named before": ("The European Southern Observatory. The Observatory.", {}, ["eso", "eso"], False),
    "one is named after": ("The Observatory. The European Southern Observatory.", {}, ["eso", "eso"], False),
    "mentions says who": ("The Observatory said so.", {"mentions": "{the Observatory: sohr}"}, ["sohr"], False),
    "mentions says nobody": ("The Observatory said so.", {"mentions": "{The Observatory: false}"}, [], False),
}


@pytest.mark.parametrize("what", SHARED)
def test_a_name_that_two_actors_share(what: str, collection: MakeCollection) -> None:
    text, fields, keys, reported = SHARED[what]
    corpus, problems = link(collection({"data/actors.yml": AMBIGUOUS, "data/articles/a.md": article(text, **fields)}))
    assert [key for key, _ in _named(corpus.articles[0])] == keys
    assert [p.code for p in problems] == (["ambiguous-name"] if reported else [])
    if reported:
        (problem,) = problems
        assert "eso" in problem.message and "sohr" in problem.message and "mentions" in problem.hint
        assert (problem.place.path, problem.place.line, problem.place.column) == ("data/articles/a.md", 6, 1)
        assert [rejection.keys for rejection in corpus.articles[0].rejections] == [("eso", "sohr")]


def test_of_a_full_and_a_weak_owner_the_one_that_the_article_names_is_meant(collection: MakeCollection) -> None:
    actors = """
        erdogan: {name: Recep Tayyip Erdoğan, type: person, aliases: [{name: the president, weak: true}]}
        assad: {name: Bashar al-Assad, type: person, aliases: [the president]}
        """
    keys = [key for key, _ in _named(_link(collection, actors, "Recep Tayyip Erdoğan came. The president left."))]
    assert keys == ["erdogan", "erdogan"]


def test_a_date_is_no_persons_name(collection: MakeCollection) -> None:
    linked = _link(collection, "may: {name: Theresa May, type: person}", "Theresa May left in May 2016.")
    assert [(m.kind, m.key) for m in linked.mentions] == [("actor", "may"), ("date", "2016-05")]


def test_the_way_out_that_an_ambiguity_proposes_works(collection: MakeCollection) -> None:
    (problem,) = link(collection({"data/actors.yml": AMBIGUOUS, "data/articles/a.md": article("The Observatory.")}))[1]
    proposed = problem.hint.partition("'mentions: ")[2].partition("'")[0]
    corpus, problems = link(collection({"data/articles/a.md": article("The Observatory.", mentions=proposed)}))
    assert problems == ()
    assert [key for key, _ in _named(corpus.articles[0])] == ["eso"]


def test_an_alias_in_use_at_the_time_is_the_one_that_is_meant(collection: MakeCollection) -> None:
    actors = """
        nusra: {name: Nusra Front, type: armed-group, aliases: [{name: the Front, until: 2016-07-28}]}
        fatah: {name: Fatah al-Sham, type: armed-group, aliases: [{name: the Front, from: 2016-07-29}]}
        """
    assert _named(_link(collection, actors, "The Front.", date="2016-08-18")) == [("fatah", "The Front")]
    assert _named(_link(collection, actors, "The Front.", date="2015-08-18")) == [("nusra", "The Front")]
    assert _named(_link(collection, actors, "The Front.", date="2016-07-28")) == [("nusra", "The Front")]
    assert _named(_link(collection, actors, "The Front.", date="2016-07-29")) == [("fatah", "The Front")]


def test_a_name_that_one_of_two_has_in_any_letter_case_is_shared_too(collection: MakeCollection) -> None:
    actors = """
        paper: {name: Daesh, type: media}
        group: {name: Islamic State, type: armed-group, aliases: [{name: daesh, case: any}]}
        """
    corpus, problems = link(collection({"data/actors.yml": actors, "data/articles/a.md": article("So said Daesh.")}))
    assert _named(corpus.articles[0]) == []
    assert [p.code for p in problems] == ["ambiguous-name"]
