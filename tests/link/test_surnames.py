"""Which surnames of a text are the person's who was named, and which are a word, a place or somebody else."""

from __future__ import annotations

import pytest

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ARCHER = "archer: {name: Ann Archer, type: person}"


def _link(collection: MakeCollection, actors: str, body: str, **fields: str) -> LinkedArticle:
    (linked,) = link(collection({"data/actors.yml": actors, "data/articles/a.md": article(body, **fields)}))[0].articles
    return linked


def _named(linked: LinkedArticle) -> list[tuple[str, str]]:
    text = linked.text
    return [(m.key, text[m.start : m.end]) for m in linked.mentions if m.kind == "actor"]


OPENERS = {
    "en": (
        "Did Archer know? Why Archer left. Despite Archer's denial, nothing came. Former Archer aides spoke. What Archer "
        "wants. Inspector Archer came. Reporter Archer wrote. Republican Archer won. Reportedly Archer fled. Will Archer "
        "resign? Don’t Archer's friends know? That’s Archer again. Notwithstanding Archer's plea. Co-founder Archer. "
        "Ex-Minister Archer. Governor-elect Archer. Meanwhile Archer slept. Defiantly Archer stayed. Spokeswoman Archer. "
        "In June Archer left. Asked Archer once. Perhaps Archer knows. Yet Archer stayed. Nor Archer. If Archer falls."
    ),
    "de": "Gestern Archer. Warum Archer ging. Außenministerin Archer kam. Der SPQ-Politikerin Archer nach. Frau Archer.",
    "fr": "Hier Archer est venue. Pourquoi Archer ? Selon Archer, non. Mme Archer. La ministre Archer. Voilà Archer.",
    "es": "Según Archer, no. Ayer Archer vino. La presidenta Archer. Sra. Archer. ¿Por qué Archer? Aunque Archer.",
    "nl": "Gisteren Archer. Volgens Archer niet. Waarom Archer? Minister Archer. Mevrouw Archer.",
    "it": "Ieri Archer. Secondo Archer. Perché Archer? Signora Archer. Anche Archer.",
    "pt": "Ontem Archer. Segundo Archer, sim. Embora Archer. Ministra Archer. Senhora Archer.",
}


@pytest.mark.parametrize("lang", OPENERS)
def test_behind_a_function_word_a_title_a_role_or_an_adverb_stands_a_surname(
    lang: str, collection: MakeCollection
) -> None:
    linked = _link(collection, ARCHER, f"Ann Archer spoke. {OPENERS[lang]}", lang=lang)
    refused = [linked.text[r.start - 25 : r.end] for r in linked.rejections]
    assert len(_named(linked)) == OPENERS[lang].count("Archer") + 1, refused


@pytest.mark.parametrize("block", ["## Did Archer know?", "- Former Archer aides", "| a |\n|---|\n| Why Archer left |"])
def test_a_heading_an_item_and_a_cell_open_with_a_word_too(block: str, collection: MakeCollection) -> None:
    assert len(_named(_link(collection, ARCHER, f"Ann Archer spoke.\n\n{block}\n"))) == 2


OTHERS = {
    "a given name": "Gail Archer sang. So did Maher Archer, Wulfric Archer and Bo Archer.",
    "a given name behind a title": "Professor Gail Archer. Former Minister Odo Archer.",
    "a month that is a given name": "June Archer came. Then April Archer came.",
    "a given name with an initial": "Gail P. Archer came. G. Archer left. Q. Archer too.",
    "a given name in capitals": "GAIL ARCHER WINS",
    "Will, who is no verb": "Will Archer resigned.",
    "a street": "She lives in Archer Street, near the Archer Foundation.",
    "a longer name": "He asked Archer Hope. So did the Archer Weekly.",
}


@pytest.mark.parametrize("what", OTHERS)
def test_somebody_else_of_the_surname_is_somebody_else(what: str, collection: MakeCollection) -> None:
    linked = _link(collection, ARCHER, f"Ann Archer spoke. {OTHERS[what]}")
    assert _named(linked) == [("archer", "Ann Archer")]


BEHIND = {
    "a weekday": "They met Archer Monday. She saw Archer Last Tuesday.",
    "a country": "They gave Archer Russian papers.",
    "another actor": "They gave Archer Global Times to read.",
    "an abbreviation": "They gave Archer NATO papers.",
    "a heading": "Archer Leaves Town, Nobody Follows",
    "what she leads": "The Archer Administration fell.",
}


@pytest.mark.parametrize("what", BEHIND)
def test_not_every_capital_behind_a_surname_goes_on_with_it(what: str, collection: MakeCollection) -> None:
    actors = ARCHER + "\ntimes: {name: Global Times, type: media}"
    linked = _link(collection, actors, f"Ann Archer spoke. {BEHIND[what]}")
    named = [words for key, words in _named(linked) if key == "archer"]
    assert named == ["Ann Archer"] + ["Archer"] * BEHIND[what].count("Archer")


def test_in_german_every_noun_has_a_capital(collection: MakeCollection) -> None:
    linked = _link(collection, ARCHER, "Ann Archer kam. Man machte Archer Vorwürfe. Dort fand Archer Ruhe.", lang="de")
    assert len(_named(linked)) == 3


WORDS = {
    "Ned West": ("West Germany won. West winds blew. The West Bank.", "West said no. West was late. West's plan."),
    "Tina May": ("In May it rained. By May it was over. Since May it shone.", "May said no. May's plan. So May left."),
    "Bert King": ("King Felipe came. King prawns were served.", "King said no. King was late. King and Lavrov met."),
    "Eve Price": ("Price controls failed. Price rises hurt. Price is all.", "Price said no. Price resigned. But Price left."),
    "Rob Andrew": ("Andrew Blades came. They met Andrew Blades.", "Andrew said no. Andrew left. They met Andrew."),
    "Jo Rice": ("Rice exports fell. Rice was scarce. Rice fields.", "Rice said no. Rice met Lavrov. Then Rice left."),
    "Al Young": ("Young people came. Young men sang.", "Young said no. Young resigned. Young has gone."),
    "Di Green": ("Green energy is cheap. Green Party.", "Green told us. Green, who left. For Green it was easy."),
    "Moe Long": ("Long queues formed. Long Beach.", "Long was here. Long had left. Long will win."),
    "Guy Power": ("Power cuts came. Power fell to others.", "Power said so. Nobody told Power. Power’s plan."),
    "Cy Bush": ("Bush fires raged.", "Bush said no. Bush left. The Bush Administration."),
    "Ed Scott": ("They met Scott Fern. Scott Fern left.", "Scott said no. They met Scott Tuesday. Scott left."),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_a_surname_that_is_a_word_too_counts_where_it_is_the_name(name: str, collection: MakeCollection) -> None:
    no, yes = WORDS[name]
    actor = f"x: {{name: {name}, type: person}}"
    assert _named(_link(collection, actor, f"{name} came. {no}")) == [("x", name)]
    surname = name.split()[1]
    assert _named(_link(collection, actor, f"{name} came. {yes}")) == [("x", name)] + [("x", surname)] * 3


LONGER = {
    "a bridge": "The John Fern Bridge was closed.",
    "a foundation": "The John Fern Foundation's money.",
    "another surname behind it": "John Fern Hope came. They met John Fern Hope.",
    "an initial before it": "There was F. John Fern, too.",
    "a given name before it": "They met Peter John Fern and Mary John Fern.",
    "a son": "John Fern, Jr. came. John Fern Jr. left. John Fern III too.",
    "a younger one": "They read John Fern the Younger.",
}


@pytest.mark.parametrize("what", LONGER)
def test_a_full_name_that_is_part_of_a_longer_one_names_nobody(what: str, collection: MakeCollection) -> None:
    linked = _link(collection, "fern: {name: John Fern, type: person}", LONGER[what])
    assert _named(linked) == []
    assert linked.rejections and all(rejection.reason for rejection in linked.rejections)


FULL = {
    "a weekday behind it": "They met John Fern Monday.",
    "a heading": "John Fern Quits Over Missing Money",
    "a title before it": "By Senator John Fern. Gov. John Fern. Mr. John Fern.",
    "a country behind it": "It cost John Fern Russian friends.",
    "a word before it": "Robotics founder John Fern. Microbe’s John Fern. Oilman John Fern.",
    "the, behind it": "They gave John Fern the money.",
    "a comma behind it": "They met John Fern, Just in time.",
}


@pytest.mark.parametrize("what", FULL)
def test_a_full_name_among_other_words_names_the_person(what: str, collection: MakeCollection) -> None:
    linked = _link(collection, "fern: {name: John Fern, type: person}", FULL[what])
    assert len(_named(linked)) == FULL[what].count("John Fern")


def test_a_surname_of_two_who_are_both_named_is_told_once(collection: MakeCollection) -> None:
    actors = "gus: {name: Gus Bush, type: person}\ndan: {name: Dan Bush, type: person}"
    text = "Gus Bush met Dan Bush. Bush said no. So Bush left."
    corpus, problems = link(collection({"data/actors.yml": actors, "data/articles/a.md": article(text)}))
    assert [key for key, _ in _named(corpus.articles[0])] == ["gus", "dan"]
    (problem,) = problems
    assert problem.code == "ambiguous-name" and "dan or gus" in problem.message
    proposed = problem.hint.partition("'mentions: ")[2].partition("'")[0]
    ruled, problems = link(collection({"data/articles/a.md": article(text, mentions=proposed)}))
    assert problems == () and [key for key, _ in _named(ruled.articles[0])] == ["gus", "dan", "dan", "dan"]
