"""Which words of an article name a country: names, demonyms, capitals, and the traps among them."""

from __future__ import annotations

import pytest

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

Found = list[tuple[str, str]]


def _link(collection: MakeCollection, body: str, files: dict[str, str] | None = None, **fields: str) -> LinkedArticle:
    (linked,) = link(collection({**(files or {}), "data/articles/a.md": article(body, **fields)}))[0].articles
    return linked


def _named(linked: LinkedArticle) -> Found:
    """Code and words of each mention of a country."""
    text = linked.text
    return [(m.key, text[m.start : m.end]) for m in linked.mentions if m.kind == "country"]


def _rules(linked: LinkedArticle) -> list[tuple[str, str]]:
    return [(m.key, m.rule) for m in linked.mentions if m.kind == "country"]


TEXTS: dict[str, tuple[str, str]] = {
    "names": ("From Syria to Turkey, Russia and Iran.", "SY TR RU IR"),
    "other names": ("The Russian Federation, Türkiye, Turkiye, the USA, Great Britain.", "RU TR TR US GB"),
    "long names before short ones": ("North Korea and the Democratic Republic of the Congo.", "KP CD"),
    "demonyms": ("Syrian, Russians, a Turk, the Chinese, Americans, British.", "SY RU TR CN US GB"),
    "possessives": ("Syria's and Russia’s armies, the Chinese' view.", "SY RU CN"),
    "hyphens": ("A US-led, pro-Syrian, Russia-backed, non-Turkish plan; the Iran–Iraq war.", "US SY RU TR IR IQ"),
    "a slash": ("Russia/Syria", "RU SY"),
    "no part of a word": ("Syriac, Iranology, Chinatown, Russianness, Prussian, Sinai.", ""),
    "letter case": ("turkey for dinner, fine china, a polish cloth, a swede, japan lacquer.", ""),
    "all capitals": ("SOUTH AFRICA AND SAUDI ARABIA AGREE.", "ZA SA"),
    "the US and us": ("He told us that the US had told us. Us too.", "US"),
    "the U.S. and its dots": ("The U.S. army; in the U.S.; a U.S.-led war; the U.S.'s; the U.S.A.", "US US US US US"),
    "us in a headline of capitals": ("THEY TOLD US TO LEAVE AT ONCE.", ""),
    "IT and the like are no codes": ("IT is IN, so DO IT, says AM radio ON AIR.", ""),
    "the South China Sea": ("In the South China Sea, the East China Sea and the China Sea.", ""),
    "China beside its sea": ("China is in the South China Sea. CHINA.", "CN"),
    "seas and rivers": ("The Sea of Japan, the Congo River, Lake Chad, the Jordan River.", ""),
    "Georgia, the state": ("Atlanta, Georgia, the University of Georgia and the state of Georgia.", ""),
    "Georgia, the country": ("Georgia borders Russia. The Georgian army.", "GE RU GE"),
    "Georgia in both senses": ("Atlanta, Georgia, is far from Georgia.", "GE"),
    "Jordan, a man": ("Michael Jordan and Jordan Peterson.", ""),
    "Jordan, the country": ("Refugees fled to Jordan. Jordan's king.", "JO JO"),
    "Chad, a man": ("Chad Smith plays the drums.", ""),
    "Chad, the country": ("Troops of Chad, and Chad's army.", "TD TD"),
    "Turkey, a bird": ("Turkey vultures and a Turkey sandwich.", ""),
    "New Mexico and New England": ("New Mexico, New England, New South Wales, Papua New Guinea.", "PG"),
    "the Guineas": ("Guinea, Guinea-Bissau and Equatorial Guinea.", "GN GW GQ"),
    "the Koreas": ("North Korea, South Korea, North Koreans.", "KP KR KP"),
    "the Sudans": ("Sudan and South Sudan; the Sudanese; the South Sudanese.", "SD SS SD SS"),
    "Niger and Nigeria": ("Niger and Nigeria.", "NE NG"),
    "Ireland and its north": ("Ireland and Northern Ireland.", "IE GB"),
    "American continents": ("Latin America, South America, North American.", ""),
    "persons with a given name": ("Colin Jordan, Kathy Ireland and Terry Holland; Dawn English.", "GB"),
    "persons with a surname": ("There was Chad Example, with Israel Jacobson and Kenya Barrow.", ""),
    "a person, then the surname": ("Neil Jordan came. Jordan said no. Jordan's film.", ""),
    "a person, then the country": (
        "Neil Jordan came. He lives in Jordan. A Jordanian met him; Jordan paid.", "JO JO JO",
    ),
    "a person behind the country": ("Jordan paid. Neil Jordan came.", "JO"),
    "no surname behind a country": ("Israel Defense Forces. The Jordan Valley. In Chad President Odo spoke.", "IL TD"),
    "a headline": ("Israel Attacks Southern Lebanon", "IL LB"),
    "Georgia beside states": ("Kentucky, Tennessee and Georgia voted. In Georgia and Ohio, too.", ""),
    "Georgia beside its neighbours": (
        "Troops of Georgia left Tbilisi for Abkhazia. Armenia and Georgia.", "GE GE AM GE",
    ),
    "cities of the same name": ("Lebanon, Pennsylvania, and Peru, Indiana.", ""),
    "states of before": ("East Pakistan, French Sudan, N. Ireland, West Jersey, Upper Peru.", "FR GB"),
    "no adjectives of a people": ("A U.S. gallon. So BBC News Russian said. China plates broke. Polish the shoes.", ""),
    "English": ("The English came. English football. He speaks English. It is in English.", "GB GB"),
    "two peoples": (
        "Franco-German and Sino-Russian talks, Anglo-Irish and Russo–Turkish wars.", "FR DE CN RU GB IE RU TR",
    ),
    "no two peoples": ("General Franco came. The Anglo-Saxons, Indo-European words, the Austro-Hungarian army.", ""),
    "Holland and the Emirates": ("From Holland to The Emirates and the Emirates.", "NL AE AE"),
    "a headline in capitals": ("BRAZIL WINS. IRAN ATTACKS IRAQ. SWISS VOTE, RUSSIANS DO NOT.", "BR IR IQ CH RU"),
    "capitals in a sentence": ("So CHINA spoke.", ""),
    "Washington's paper": ("The Washington Post told the United States.", "US"),
}  # fmt: skip


@pytest.mark.parametrize("what", TEXTS)
def test_a_text_names_its_countries(what: str, collection: MakeCollection) -> None:
    text, codes = TEXTS[what]
    named = _named(_link(collection, text))
    assert [code for code, _ in named] == codes.split(), named


WEAK: dict[str, tuple[str, str]] = {
    "a capital alone": ("Beijing and Moscow disagree. Damascus is silent.", ""),
    "a capital before its country": ("Beijing spoke. China is large.", "CN CN"),
    "a capital after its country": ("China is large. Beijing spoke.", "CN CN"),
    "a capital of another country": ("China is large. Moscow spoke.", "CN"),
    "Washington alone": ("Washington spoke.", ""),
    "Washington with its country": ("The United States. Washington spoke. Washington, D.C., too.", "US US US"),
    "Washington, a man": ("The United States honours George Washington and Denzel Washington.", "US"),
    "Korean alone": ("The Korean peninsula and the Koreans.", ""),
    "Korean in the South": ("South Korea. The Koreans.", "KR KR"),
    "Korean in both": ("South Korea and North Korea. The Koreans.", "KR KP"),
    "Congolese alone": ("The Congolese army.", ""),
    "Congolese with its republic": ("The Republic of the Congo and the Congolese army.", "CG CG"),
    "Congolese with the other": ("The Democratic Republic of the Congo and the Congolese army.", "CD CD"),
    "Dominican alone": ("A Dominican friar.", ""),
    "Dominican with Dominica": ("Dominica. A Dominican player.", "DM DM"),
    "Dominican Republic": ("The Dominican Republic. A Dominican player.", "DO DO"),
    "Congo alone": ("The war in the Congo.", ""),
}


@pytest.mark.parametrize("what", WEAK)
def test_a_word_that_is_shared_or_a_city_needs_its_country_in_the_article(
    what: str, collection: MakeCollection
) -> None:
    text, codes = WEAK[what]
    linked = _link(collection, text)
    named = _named(linked)
    assert [code for code, _ in named] == codes.split(), named
    if not codes and what != "Washington, a man":
        assert linked.rejections and all(r.kind == "country" and r.reason for r in linked.rejections)


def test_each_mention_is_marked_with_its_kind(collection: MakeCollection) -> None:
    text = "China, the PRC, the Chinese, Beijing, and the Koreans of South Korea."
    expected = [("CN", "name"), ("CN", "alias"), ("CN", "demonym"), ("CN", "capital"), ("KR", "weak"), ("KR", "name")]
    assert _rules(_link(collection, text)) == expected


LANGUAGES = {
    "fr": ("La Syrie et les États-Unis; l’Iran et l'Irak; Syria.", "SY US IR IQ SY"),
    "de": ("In Syrien, Russland und der Türkei.", "SY RU TR"),
    "ru": ("Россия, Сирия и США.", "RU SY US"),
    "ar": ("سوريا وروسيا", "SY"),
    "zh": ("中国和俄罗斯支持叙利亚。", "CN RU SY"),
    "zh-Hant-TW": ("中國與俄羅斯", "CN RU"),
    "ja": ("中国とロシア、シリア情勢", "CN RU SY"),
    "tr": ("Türkiye ve Rusya, Suriye", "TR RU SY"),
    "en": ("La Syrie et la Russie, Россия, 中国.", ""),
    "pt-BR": ("A Síria e a Rússia", "SY RU"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_names_countries_in_its_language_and_in_english(lang: str, collection: MakeCollection) -> None:
    text, codes = LANGUAGES[lang]
    named = _named(_link(collection, text, lang=lang))
    assert [code for code, _ in named] == codes.split(), named


ACTORS = {
    "data/actors.yml": """
        mod: {name: Russian Ministry of Defence, type: government, aliases: [the Russian defence ministry]}
        boc: {name: Bank of China, type: company}
        scs: {name: South China Sea Institute, type: organization}
        katz: {name: Israel Katz, type: person}
        chad: {name: Chad Brown, type: person}
        france: {name: Anatole France, type: person, aliases: [{name: the Chinese Hand, weak: true}]}
        sdf: {name: Syrian Democratic Forces, type: armed-group}
        """
}
INSIDE = {
    "a ministry": ("The Russian defence ministry spoke.", [("RU", "Russian")], ["mod"]),
    "a company": ("The Bank of China lends.", [("CN", "China")], ["boc"]),
    "a force": ("Syrian Democratic Forces advance.", [("SY", "Syrian")], ["sdf"]),
    "a sea": ("The South China Sea Institute.", [], ["scs"]),
    "a person": ("Israel Katz spoke.", [], ["katz"]),
    "a person and the country": ("Israel Katz spoke in Israel.", [("IL", "Israel")], ["katz"]),
    "a person named for one": ("Chad Brown flew to Chad.", [("TD", "Chad")], ["chad"]),
    "a person's surname": ("Anatole France wrote. France was moved.", None, None),
}


@pytest.mark.parametrize("what", INSIDE)
def test_a_country_counts_inside_an_actors_name_but_not_inside_a_persons(what: str, collection: MakeCollection) -> None:
    text, countries, actors = INSIDE[what]
    linked = _link(collection, text, ACTORS)
    if countries is None:
        # Both readings may be defended; one word is one mention.
        assert len({m.start for m in linked.mentions}) == len(linked.mentions)
        return
    assert _named(linked) == countries
    assert [m.key for m in linked.mentions if m.kind == "actor"] == actors


OWN = {
    "data/countries.yml": """
        SY: {aliases: [the Levant state, {name: the Republic, weak: true}], not: [Syrian hamster club, Syria Street]}
        XR: {name: Rojava, aliases: [Western Kurdistan]}
        US: {name: United States of America}
        """
}


def test_what_a_user_adds_counts_like_the_rest(collection: MakeCollection) -> None:
    text = (
        "Rojava, Western Kurdistan, the Levant state, Syria Street. The Republic. Syria, United States of America, US."
    )
    codes = [code for code, _ in _named(_link(collection, text, OWN))]
    assert codes == ["XR", "XR", "SY", "SY", "SY", "US", "US"]


def test_a_weak_name_that_a_user_adds_needs_the_country(collection: MakeCollection) -> None:
    assert _named(_link(collection, "The Republic stands.", OWN)) == []


def test_an_alias_that_a_user_gives_to_two_countries_needs_one_of_them(collection: MakeCollection) -> None:
    own = {"data/countries.yml": "SY: {aliases: [the Sham]}\nXR: {name: Rojava, aliases: [the Sham]}\n"}
    for text, codes in {"The Sham.": [], "Rojava, the Sham.": ["XR", "XR"], "Syria, the Sham.": ["SY", "SY"]}.items():
        assert [code for code, _ in _named(_link(collection, text, own))] == codes


def test_what_a_user_adds_under_not_hides_beside_what_is_hidden_already(collection: MakeCollection) -> None:
    own = {"data/countries.yml": "CN: {not: [China syndrome]}\n"}
    assert _named(_link(collection, "The China syndrome. The South China Sea.", own)) == []


def test_countries_attached_by_hand_need_no_mention(collection: MakeCollection) -> None:
    linked = _link(collection, "Nothing.", countries="[SY]")
    assert _named(linked) == [] and linked.record.countries == ("SY",)
