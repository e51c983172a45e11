"""Which words are taken for names, and for whose."""

from __future__ import annotations

import pytest

from tests.conftest import MakeCollection
from tests.suggest.inbox import suggested

TYPES = {
    "On Monday Rear Admiral Ann Archer arrived.": ("Ann Archer", "person"),
    "A visit by Foreign Minister Bo Baker was short.": ("Bo Baker", "person"),
    "There Cyr Cook, the Norwegian trade minister, spoke.": ("Cyr Cook", "person"),
    "The head of the bureau is Dag Dyer.": ("Dag Dyer", "person"),
    "Its harbour is run by Mr. van der Eist of the port.": ("van der Eist", "person"),
    "In the end the Hill Farmers Union signed.": ("Hill Farmers Union", "organization"),
    "It was the Institute for Tidal Studies that paid.": ("Institute for Tidal Studies", "organization"),
    "It was the Ministry of Roads and Rain that paid.": ("Ministry of Roads", "government"),
    "It was the Ministry of Health and Education that paid.": ("Ministry of Health and Education", "government"),
    "Nothing was said by the 4th Hill Brigade then.": ("Hill Brigade", "military"),
    "The town fell to Harakat al-Nahr at night.": ("Harakat al-Nahr", "armed-group"),
    "It is said that Zenda, a militia, holds the bridge.": ("Zenda", "armed-group"),
    "So wrote the newspaper Morgenruf on its first page.": ("Morgenruf", "media"),
    "On Tuesday Hilltop Gazette reported the fire.": ("Hilltop Gazette", "media"),
    "The trucks belong to Overland Motors Ltd since May.": ("Overland Motors Ltd", "company"),
    "They all belong to the Green Hill Party, it seems.": ("Green Hill Party", "party"),
    "A fine was set by the Hills and Exchange Commission there.": ("Hills and Exchange Commission", "government"),
    "There Dan Dyer, who had left, came back.": ("Dan Dyer", "person"),
    "It was done by a group known as Silent Gull, they say.": ("Silent Gull", "organization"),
    "Nobody asked researchers at Gull Point of this.": ("Gull Point", "organization"),
    "Then the Wet Gulls movement marched.": ("Wet Gulls", "organization"),
    "Soon the Norwegian defence ministry denied it.": ("Norwegian defence ministry", "government"),
    "Planes of the Norwegian-led coalition were seen.": ("Norwegian-led coalition", "organization"),
}


@pytest.mark.parametrize("sentence", TYPES)
def test_a_name_is_found_with_its_likely_type(sentence: str, collection: MakeCollection) -> None:
    name, type = TYPES[sentence]
    found = suggested(collection, f"Nobody knew. {sentence}")
    assert name in found, list(found)
    assert (found[name].type, found[name].place) == (type, False), found[name].reason


@pytest.mark.parametrize(
    "body",
    [
        "The rain came early. Nobody was hurt. Later it stopped.",
        "On Monday in August it rained. In Norway the Norwegians laughed, in French.",
        "WHAT THEY SAID ABOUT THE RAIN\n\nIt rained.",
        "They bought a T-90 and 12 SU-24. Resolution 2268 was adopted.",
        "The President met the Prime Minister and the Foreign Minister in Oslo, Norway.",
        "OSLO — Members of it left. The Democrats and the Republicans laughed.",
        "See `Ann Archer` and https://example.org/Ann_Archer for more.",
        "We asked: Was it you? “Never,” they said. “Rain is rain.”",
    ],
)
def test_ordinary_words_dates_countries_titles_and_code_are_no_names(body: str, collection: MakeCollection) -> None:
    assert list(suggested(collection, body)) == []


def test_a_word_at_the_beginning_of_a_sentence_counts_if_it_stands_elsewhere_in_the_middle_of_one(
    collection: MakeCollection,
) -> None:
    assert "Zenda" not in suggested(collection, "Zenda is far. Zenda is cold.")
    found = suggested(collection, "Zenda is far. We saw Zenda.", "Zenda is cold.")
    assert found["Zenda"].articles == 2


def test_a_headline_in_capitals_makes_no_names(collection: MakeCollection) -> None:
    found = suggested(collection, "It rained.", title="Strange Rain Falls On Quiet Town")
    assert list(found) == []


def test_a_surname_a_title_and_a_possessive_belong_to_the_full_name(collection: MakeCollection) -> None:
    found = suggested(
        collection,
        "We met Ann Archer. Later Archer's lawyer left. Ms Archer stayed.",
        "It was Ann J. Archer, said the lawyer of Ms Archer.",
    )
    assert list(found) == ["Ann Archer"]
    assert found["Ann Archer"].articles == 2
    assert set(found["Ann Archer"].variants) >= {"Archer", "Ann J. Archer"}


def test_a_surname_that_two_persons_of_an_article_have_belongs_to_neither(collection: MakeCollection) -> None:
    found = suggested(collection, "We met Ann Archer and Bo Archer. Only Archer spoke.")
    assert "Archer" not in (*found["Ann Archer"].variants, *found["Bo Archer"].variants)


def test_an_acronym_in_brackets_belongs_to_the_name_before_it(collection: MakeCollection) -> None:
    found = suggested(
        collection, "We saw the Hill Farmers Union (HFU). The HFU paid.", "The money of the HFU came late."
    )
    assert list(found) == ["Hill Farmers Union"]
    assert (found["Hill Farmers Union"].articles, found["Hill Farmers Union"].variants) == (2, ("HFU",))


def test_a_name_around_a_known_one_is_a_name_of_its_own(collection: MakeCollection) -> None:
    actors = "hills: {name: United Hills, type: organization}"
    found = suggested(
        collection, "It came from the United Hills Tidal Mission. The United Hills agreed.", actors=actors
    )
    assert list(found) == ["United Hills Tidal Mission"]


def test_a_company_is_called_by_less_than_its_name(collection: MakeCollection) -> None:
    found = suggested(collection, "We asked Overland Motors Ltd. Later Overland Motors paid, and so Overland fell.")
    assert list(found) == ["Overland Motors"]
    assert set(found["Overland Motors"].variants) == {"Overland Motors Ltd", "Overland"}


def test_an_office_behind_a_name_is_not_taken_from_the_next_in_a_row(collection: MakeCollection) -> None:
    found = suggested(collection, "We asked Mayor Ann Archer of Zenda, Gov. Bo Baker and others.")
    assert (found["Ann Archer"].type, found["Bo Baker"].type) == ("person", "person")
    assert "Zenda" not in found or found["Zenda"].type == "other"


def test_laws_wars_and_streets_are_no_actors(collection: MakeCollection) -> None:
    found = suggested(collection, "We read the General Wells Regulation on Gull Street after the Zenda War.")
    assert {name: s.type for name, s in found.items()} == dict.fromkeys(
        ("General Wells Regulation", "Gull Street", "Zenda War"), "other"
    )


def test_a_place_is_marked_and_comes_after_actors(collection: MakeCollection) -> None:
    body = "It rained in Zenda and near Zenda. The city of Zenda is wet. There the Hill Farmers Union met."
    found = suggested(collection, body, "Nothing in Zenda is dry.")
    assert list(found) == ["Hill Farmers Union", "Zenda"]
    assert found["Zenda"].place and not found["Hill Farmers Union"].place


def test_names_rank_by_how_many_articles_use_them(collection: MakeCollection) -> None:
    found = suggested(
        collection,
        "We met Ann Archer, Bo Baker and Cyr Cook.",
        "Then Bo Baker and Cyr Cook left.",
        "We liked Cyr Cook.",
    )
    assert list(found) == ["Cyr Cook", "Bo Baker", "Ann Archer"]
    assert found["Cyr Cook"].spread == "3 articles of 1 outlet on 3 days"


def test_each_name_comes_with_three_sentences_of_different_articles_and_their_places(
    collection: MakeCollection,
) -> None:
    found = suggested(collection, *(f"Rain number {n}.\n\nThere we met Ann Archer again." for n in range(5)))
    evidence = found["Ann Archer"].evidence
    assert len({e.article.id for e in evidence}) == 3
    for each in evidence:
        text = each.article.text
        assert text[each.start : each.end] == "Ann Archer"
        assert text[slice(*each.whole)] == "There we met Ann Archer again."
        assert each.article.prose.place(each.start) == (8, 14)


def test_german_nouns_alone_are_no_names(collection: MakeCollection) -> None:
    found = suggested(
        collection, "Gestern sprach der Minister im Regen. Die Ministerin Ann Archer lobte das Wetter.", lang="de"
    )
    assert list(found) == ["Ann Archer"]
    assert found["Ann Archer"].lang == "de"
    found = suggested(collection, "Gestern sprach Innenminister Bo Baker.", "Nur Regen fiel.", lang="de")
    assert (list(found), found["Bo Baker"].type) == (["Bo Baker"], "person")


def test_cyrillic_and_greek_capitals_work_as_latin_ones_do(collection: MakeCollection) -> None:
    assert list(suggested(collection, "Вчера министр Анна Арчер приехала.", lang="ru")) == ["Анна Арчер"]
    assert list(suggested(collection, "Χθες ο υπουργός Άννα Άρτσερ έφτασε.", lang="el")) == ["Άννα Άρτσερ"]


def test_scripts_without_capitals_name_what_stands_in_their_quotation_marks(collection: MakeCollection) -> None:
    bodies = ("据《山丘日报》报道，昨天下雨。", "《山丘日报》说没有下雨。")
    found = suggested(collection, *bodies, lang="zh")
    assert list(found) == ["山丘日报"]
    arabic = ("هطل المطر أمس في المدينة.", "قال الوزير إن المطر هطل.")
    assert suggested(collection, *arabic, lang="ar") == {}
