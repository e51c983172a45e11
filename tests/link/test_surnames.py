"""Which surnames of a text are the person's who was named, and which are a word, a place or somebody else."""

from __future__ import annotations

import re

import pytest

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import ROOT, MakeCollection, article

ARCHER = "archer: {name: Ann Archer, type: person}"


def _link(collection: MakeCollection, actors: str, body: str, **fields: str) -> LinkedArticle:
    (linked,) = link(collection({"data/actors.yml": actors, "data/articles/a.md": article(body, **fields)}))[0].articles
    return linked


def _named(linked: LinkedArticle) -> list[tuple[str, str]]:
    text = linked.text
    return [(m.key, text[m.start : m.end]) for m in linked.mentions if m.kind == "actor"]


OPENERS = {
    "en": (
        "Did Archer know? Why Archer left. Despite Archer's denial, nothing came. Former Archer aides spoke. "
        "What Archer wants. Inspector Archer came. Reporter Archer wrote. Republican Archer won."
        "Reportedly Archer fled. "
        "Will Archer resign? Don’t Archer's friends know? That’s Archer again. Notwithstanding Archer's plea. "
        "Co-founder Archer. "
        "Ex-Minister Archer. Governor-elect Archer. Meanwhile Archer slept. Defiantly Archer stayed. "
        "Spokeswoman Archer. "
        "In June Archer left. Asked Archer once. Perhaps Archer knows. Yet Archer stayed. Nor Archer. If Archer falls."
    ),
    "de": "Gestern Archer. Warum Archer ging. Außenministerin Archer kam. Der SPQ-Politikerin Archer. Frau Archer.",
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
    "Eve Price": (
        "Price controls failed. Price rises hurt. Price is all.", "Price said no. Price met us. But Price left.",
    ),
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


NAMED_BY = {
    "said in the record": ("{name: Ana Dos Reyos, surname: Reyos}", "Ana Dos Reyos. Reyos. Dos Reyos.", "Reyos Reyos"),
    "of two words": (
        "{name: Ann Hope Archer, surname: Hope Archer}", "Ann Hope Archer. Hope Archer. Archer.", "Hope Archer",
    ),
    "a western given name first": (
        "{name: Carrie Lamm, countries: [HK]}", "Carrie Lamm. Lamm spoke. Carrie left.", "Lamm",
    ),
    "of two countries": ("{name: Carrie Lamm, countries: [GB, HK]}", "Carrie Lamm. Lamm spoke. Carrie left.", "Lamm"),
    "a known family name last": ("{name: Jason Wang, countries: [CN]}", "Jason Wang. Wang spoke. Jason left.", "Wang"),
    "no Chinese word": ("{name: Bridget Stokke, countries: [CN]}", "Bridget Stokke. Stokke. Bridget.", "Stokke"),
    "family first in Hong Kong": ("{name: Leung Ka-wing, countries: [HK]}", "Leung Ka-wing. Leung spoke.", "Leung"),
    "family first, abroad": ("{name: Ban Hi-mun, countries: [KR, US]}", "Ban Hi-mun. Ban spoke.", "Ban"),
    "of an alias": ("{name: 张伟明, aliases: [Zhang Weiming], countries: [CN]}", "Zhang Weiming. Zhang sang.", "Zhang"),
    "of an alias, no name": ("{name: Ann Archer, aliases: [Iron Lady]}", "Ann Archer. Lady.", ""),
    "of a pen name": (
        "{name: Ann Archer, aliases: [Odo Quill]}", "Ann Archer. Quill wrote. Archer wrote.", "Quill Archer",
    ),
    "with Dos": ("{name: John dos Passor}", "John dos Passor. Dos Passor wrote. Passor left.", "Dos Passor Passor"),
    "with Du": (
        "{name: Ann du Mauriel}", "Ann du Mauriel. Du Mauriel wrote. So did du Mauriel.", "Du Mauriel du Mauriel",
    ),
    "with Ter": ("{name: Jan ter Braakel}", "Jan ter Braakel. Ter Braakel. Braakel.", "Ter Braakel Braakel"),
    "with zu": (
        "{name: Odo zu Guttenfels}", "Odo zu Guttenfels. Zu Guttenfels. Guttenfels.", "Zu Guttenfels Guttenfels",
    ),
    "Junior": ("{name: Hal Ferdin Junior}", "Hal Ferdin Junior. Ferdin spoke. Junior slept.", "Ferdin"),
    "Filho": ("{name: Davi Almeidor Filho}", "Davi Almeidor Filho. Almeidor spoke. Filho slept.", "Almeidor"),
    "Neto": ("{name: Davi Almeidor Neto}", "Davi Almeidor Neto. Almeidor spoke. Neto slept.", "Almeidor"),
    "an order": ("{name: 'Hal Ferdin, KCB'}", "Hal Ferdin, KCB. Ferdin spoke. KCB.", "Ferdin"),
    "a peer": ("{name: Lord Hastor of Upholl}", "Lord Hastor of Upholl. Hastor spoke. Upholl is a village.", "Hastor"),
    "a king": ("{name: King Othmar III}", "King Othmar III. III. Othmar.", ""),
    "Spanish": ("{name: Juan López Garcíar}", "Juan López Garcíar. López spoke. Garcíar left.", "López"),
    "Spanish, two given names": (
        "{name: José Luis Perezo, countries: [ES]}", "José Luis Perezo. Perezo. Luis.", "Perezo",
    ),
    "Spanish, both": ("{name: Juan López Garcíar}", "Juan López Garcíar. López Garcíar spoke.", "López Garcíar"),
    "no Spaniard": ("{name: John Hope Archer}", "John Hope Archer. Archer spoke. Hope left.", "Archer"),
    "an institution": ("{name: Ruritanian Armed Forces}", "Ruritanian Armed Forces. Forces came.", ""),
    "a committee": ("{name: Alder Committee}", "Alder Committee. Committee.", ""),
}  # fmt: skip


@pytest.mark.parametrize("what", NAMED_BY)
def test_which_words_are_the_surname(what: str, collection: MakeCollection) -> None:
    actor, text, words = NAMED_BY[what]
    named = _named(_link(collection, f"x: {actor[:-1]}, type: person}}", text))
    assert " ".join(found for _, found in named[1:]) == words, named


SPELLED = {
    "J. K. Rowlard": "J. K. Rowlard, J.K. Rowlard, JK Rowlard and J K Rowlard",
    "J.K. Rowlard": "J. K. Rowlard, J.K. Rowlard, JK Rowlard and J K Rowlard",
    "JK Rowlard": "J. K. Rowlard, J.K. Rowlard, JK Rowlard and J K Rowlard",
    "Ann F. Archer": "Ann F. Archer and Ann F Archer",
    "Hal Ferdin Jr.": "Hal Ferdin Jr. and Hal Ferdin, Jr. and Hal Ferdin Jr and Hal Ferdin, Jr",
    "Hal Ferdin, Jr": "Hal Ferdin Jr. and Hal Ferdin, Jr. and Hal Ferdin Jr and Hal Ferdin, Jr",
}


@pytest.mark.parametrize("name", SPELLED)
def test_dots_of_initials_do_not_count(name: str, collection: MakeCollection) -> None:
    linked = _link(collection, f"x: {{name: '{name}', type: person}}", SPELLED[name])
    assert len(_named(linked)) == SPELLED[name].count(
        name.replace(",", "").rstrip(".").split()[1 if "Jr" in name else -1]
    )


@pytest.mark.parametrize("name", ["Acme Inc", "Acme Inc.", "Acme, Inc.", "Bolt Corp", "Bolt Corp.", "Bolt, Corp."])
def test_a_dot_behind_inc_does_not_count(name: str, collection: MakeCollection) -> None:
    word, kind = name.replace(",", "").rstrip(".").split()
    text = f"So {word} {kind} grew, {word} {kind}. fell, and {word}, {kind}. too."
    assert len(_named(_link(collection, f"x: {{name: '{name}', type: company}}", text))) == 3


def test_a_person_who_was_born_later_is_not_meant(collection: MakeCollection) -> None:
    actors = """
        old: {name: John Fern, type: person, born: 1930}
        young: {name: John Fern, type: person, born: 1990}
        """
    for day, keys in {"1987-03-01": ["old"], "2016-03-01": []}.items():
        text = {"data/actors.yml": actors, "data/articles/a.md": article("John Fern spoke.", date=day)}
        corpus, problems = link(collection(text))
        assert [key for key, _ in _named(corpus.articles[0])] == keys
        assert len(problems) == (not keys)
    linked = _link(collection, "young: {name: John Fern, type: person, born: 1990}", "John Fern.", date="1987-03-01")
    assert _named(linked) == [] and "born" in linked.rejections[0].reason


MUSTER = "muster: {name: Hans Muster, type: person, roles: [{title: %s, from: 2010, until: 2018}]}"
TITLES = {
    "from the first line on": ("President", "President Muster spoke. Muster left. He met Muster.", 3),
    "behind a country": ("President", "Ruritanian President Muster spoke.", 1),
    "in small letters": ("President", "So said president Muster.", 1),
    "of a country": ("President of Ruritania", "President Muster spoke.", 1),
    "of a field": ("Minister of Defence", "Defence Minister Muster spoke; the defence minister Muster left.", 2),
    "of foreign affairs": ("Minister for Foreign Affairs", "Foreign Minister Muster spoke.", 1),
    "a secretary of state": ("Secretary of State", "Secretary of State Muster met Secretary Muster.", 2),
    "shortened": ("Senator", "Sen. Muster spoke. Muster left.", 2),
    "prime minister": ("Prime Minister", "Prime Minister Muster spoke. Premier Muster left.", 2),
    "another title": ("President", "Chancellor Muster spoke. Muster left.", 0),
    "another office": ("President", "Vice President Muster spoke. Deputy President Muster. Ex-President Muster.", 0),
    "an office of before": ("President", "Former President Muster spoke. Muster left. The late President Muster.", 0),
    "courtesy": ("Dr", "Dr Muster spoke. Mr Muster left. Mrs. Muster came.", 0),
    "somebody else of the surname": ("President", "President Muster spoke. Gail Muster left. Muster sang.", 0),
    "somebody else before": ("President", "Odo Muster sang. President Muster spoke.", 0),
    "a longer name": ("President", "President Muster Hope spoke.", 0),
    "a foundation": ("President", "The President Muster Foundation.", 0),
    "a weekday behind it": ("President", "They met President Muster Monday.", 1),
}


@pytest.mark.parametrize("what", TITLES)
def test_an_office_and_a_surname_name_who_holds_it(what: str, collection: MakeCollection) -> None:
    title, text, times = TITLES[what]
    linked = _link(collection, MUSTER % title, text, date="2016-08-18")
    assert len(_named(linked)) == times, linked.rejections
    if times:
        assert {m.rule for m in linked.mentions if m.kind == "actor"} <= {"title", "surname"}


@pytest.mark.parametrize(("day", "times"), [("2009-12-31", 0), ("2010-01-01", 2), ("2018-12-31", 2), ("2019-01-01", 0)])
def test_an_office_names_only_who_holds_it_that_day(day: str, times: int, collection: MakeCollection) -> None:
    linked = _link(collection, MUSTER % "President", "President Muster spoke. Muster left.", date=day)
    assert len(_named(linked)) == times
    assert times or "office" in linked.rejections[0].reason


NO_OFFICE = {
    "a role without a date": "{name: Hans Muster, type: person, roles: [{title: President}]}",
    "two of the surname": MUSTER.removeprefix("muster: ") % "President" + "\nodo: {name: Odo Muster, type: person}",
    "one who is called only so": MUSTER.removeprefix("muster: ") % "President" + "\nodo: {name: Muster, type: person}",
}


@pytest.mark.parametrize("what", NO_OFFICE)
def test_an_office_is_not_enough_where_it_may_be_somebody_else(what: str, collection: MakeCollection) -> None:
    linked = _link(collection, f"muster: {NO_OFFICE[what]}", "President Muster spoke.", date="2016-08-18")
    assert all(key == "odo" for key, _ in _named(linked))


TITLED = ("{name: the President, weak: true}", "President Hans Muster", "{name: The president, until: 2018}")


@pytest.mark.parametrize("alias", TITLED)
def test_an_alias_may_carry_the_title(alias: str, collection: MakeCollection) -> None:
    actors = f"muster: {{name: Hans Muster, type: person, aliases: [{alias}]}}"
    assert len(_named(_link(collection, actors, "President Muster spoke. Muster left."))) == 2


CAPITALS = {
    "after the name": ("Ann Archer spoke.\n\n## ARCHER SAYS NO", 2),
    "before the name": ("## ARCHER SAYS NO\n\nAnn Archer spoke.", 2),
    "without the name": ("## ARCHER SAYS NO\n\nNobody spoke.", 0),
    "behind a title": ("## PRESIDENT ARCHER LEAVES\n\nAnn Archer spoke.", 2),
    "somebody else": ("## GAIL ARCHER LEAVES\n\nAnn Archer spoke.", 1),
    "a street": ("## ARCHER STREET CLOSED\n\nAnn Archer spoke.", 1),
    "not in a sentence": ("Ann Archer spoke. So ARCHER spoke.", 1),
}


@pytest.mark.parametrize("what", CAPITALS)
def test_a_surname_in_a_headline_in_capitals_counts_with_the_name_in_the_text(
    what: str, collection: MakeCollection
) -> None:
    text, times = CAPITALS[what]
    assert len(_named(_link(collection, ARCHER, text))) == times


@pytest.mark.parametrize(("name", "times"), [("Soviet Union", 3), ("the Soviet Union", 3), ("Soviet Group", 0)])
def test_a_state_of_the_past_is_named_by_its_people(name: str, times: int, collection: MakeCollection) -> None:
    text = "The Soviets left. A Soviet plan. SOVIETS LEAVE."
    linked = _link(collection, f"ussr: {{name: {name}, type: government}}", text)
    assert len(_named(linked)) == times


LETTERS = {
    "ligatures": ("Ann Griffin", "Ann Gri\ufb03n and Ann Gri\ufb00in", 2),
    "full width": ("BBC News", "\uff22\uff22\uff23 News", 1),
    "ß": ("Odo Großmann", "Odo Grossmann, Odo Großmann", 2),
    "ss": ("Odo Grossmann", "Odo Großmann", 1),
    "æ": ("Ann Kjærbo", "Ann Kjaerbo, Ann Kjærbo", 2),
    "ae for æ": ("Ann Kjaerbo", "Ann Kjærbo", 1),
    "ö": ("Jörg Schönhof", "Joerg Schoenhof, Jorg Schonhof", 2),
    "oe": ("Joerg Schoenhof", "Jörg Schönhof", 1),
    "ü at the start": ("Özlem Ünalan", "Oezlem Uenalan", 1),
    "ø": ("Odo Sørbø", "Odo Sorbo, Odo Soerboe, Odo Sørbø", 3),
    "no other name": ("Michael Kohn", "Michal Kohn, Michael Kohn", 1),
    "Arabic ya": ("علي موسى", "علی موسي", 1),
    "Arabic ta": ("فاطمة حسن", "فاطمه حسن", 1),
    "Persian kaf": ("کریم", "كريم", 1),
    "a shift": ("Ann Archer", "Gro\u00df\u200b e\u0301 Ann Archer, \ufb03\u200b\u200b Ann Archer", 2),
}


@pytest.mark.parametrize("what", LETTERS)
def test_letters_count_however_they_are_printed(what: str, collection: MakeCollection) -> None:
    name, text, times = LETTERS[what]
    linked = _link(collection, f"x: {{name: {name}, type: person}}", text)
    assert len(_named(linked)) == times
    assert what != "a shift" or {words for _, words in _named(linked)} == {"Ann Archer"}


MANUAL = (ROOT / "docs" / "manual" / "mentions.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]*Archer[^`]*)` \| (yes|no) \|$", MANUAL, re.MULTILINE)


def test_the_manual_shows_whose_a_surname_is(collection: MakeCollection) -> None:
    assert len(ROWS) == 5
    for text, names_her in ROWS:
        assert len(_named(_link(collection, ARCHER, f"Ann Archer spoke. {text}"))) == 1 + (names_her == "yes"), text


SHOWN = {
    "the words of a title": ("President Muster", MUSTER % "President", "President Muster spoke. Muster left.", 2),
    "an office of before": ("Former President Muster", MUSTER % "President", "Former President Muster spoke.", 0),
    "another office": ("Vice President Muster", MUSTER % "President", "Vice President Muster spoke.", 0),
    "a word": ("Price controls failed", "x: {name: Eve Price, type: person}", "Eve Price. Price controls failed.", 1),
    "no word": ("Price said no", "x: {name: Eve Price, type: person}", "Eve Price. Price said no.", 2),
    "a bridge": ("The John Fern Bridge", "x: {name: John Fern, type: person}", "The John Fern Bridge.", 0),
    "a longer name": ("John Fern Hope", "x: {name: John Fern, type: person}", "John Fern Hope.", 0),
    "an initial": ("F. John Fern", "x: {name: John Fern, type: person}", "So said F. John Fern.", 0),
    "a son": ("John Fern, Jr.", "x: {name: John Fern, type: person}", "John Fern, Jr. spoke.", 0),
    "capitals": ("ARCHER SAYS NO", ARCHER, "ARCHER SAYS NO\n\nAnn Archer spoke.", 2),
    "a state of the past": ("Soviets", "x: {name: Soviet Union, type: government}", "The Soviets left.", 1),
}


@pytest.mark.parametrize("what", SHOWN)
def test_what_the_manual_says_of_names_holds(what: str, collection: MakeCollection) -> None:
    shown, actors, text, times = SHOWN[what]
    assert f"`{shown}`" in MANUAL
    assert len(_named(_link(collection, actors, text, date="2016-08-18"))) == times
