"""Names in scripts that put no space between words, or none behind a name: no part of a longer word is one."""

from __future__ import annotations

import pytest

from mkdocs_dossier.model.collection import LinkedArticle
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTORS = """
    china-th: {name: จีน, type: other}
    laos-th: {name: ลาว, type: other}
    china-kh: {name: ចិន, type: other}
    lava: {name: ឡាវ, type: other}
    aung: {name: အောင်, type: other}
    ko: {name: ကို, type: other}
    lao: {name: ລາວ, type: other}
    america-bo: {name: ཨ་རི, type: other}
    bod: {name: བོད, type: other}
    half: {name: ｲﾗﾝ, type: other}
    wang: {name: Wang Yi, type: person, aliases: [王毅]}
    kelly: {name: John Kelly, type: person, aliases: [ジョン・ケリー, {name: ケリー, weak: true}], not: [ケリーバッグ]}
    minister: {name: 김철수, type: person, aliases: [{name: 장관, weak: true}]}
    nato: {name: NATO, type: organization}
    """


def _linked(collection: MakeCollection, lines: list[str], lang: str) -> LinkedArticle:
    """Lines without a word in common, each a paragraph of one article."""
    files = {"data/actors.yml": ACTORS, "data/articles/a.md": article("\n\n".join(lines), lang=lang)}
    (linked,) = link(collection(files))[0].articles
    return linked


def _named(collection: MakeCollection, lines: list[str], lang: str) -> list[list[str]]:
    """What each line names: actors' ids and countries' codes."""
    linked = _linked(collection, lines, lang)
    text = linked.text
    starts = [text.index(line) for line in lines]
    return [
        [m.key for m in linked.mentions if m.kind != "date" and start <= m.start < start + len(line)]
        for start, line in zip(starts, lines, strict=True)
    ]


NO_COUNTRY = {
    "ja": """
        スキューバ アルバム アイランド ウインドウ ハイチーズ インドア マインド ブラインド
        ウインドブレーカー リマインド グラインド ハイランド アルバイト アルバトロス タイトル
        タイヤ スタイル ネクタイ タイガー タイミング チリソース チリトリ シリアル シリアス
        オリビア トリビア プロシア ロシアンルーレット イタリアン ペルージャ トンガリ バトンガール
        フィジーク トルコン スイスイ ハイチュウ パナマックス モナコイン チャドル コンゴウ
        フランスパン マルタン ニュージャージー イランイラン サモアン ｱｲﾗﾝﾄﾞ ｲﾗﾝー
        イランㇰ イランヽ インド゛ ラインドライブ ラテンアメリカ 毎日本を読む 昨日本紙が報じた
        欧米国民の声 世界中国境を越える 今日本社で会見 内モンゴル 日本海側
        """,
    "zh": """
        其中国有企业 集中国力 在他心中国家第一 高中国际班 上海地区 沿海地带 渤海地质 青海地震
        南美国家 北美国家 欧美国家 拉美国家 公司法国际研讨 宪法国家 增加纳税人 参加纳新
        今日本报讯 节日本地居民 发展中国家 内蒙古草原 马里兰州 马里乌波尔 印度洋 约旦河
        群英国际酒店 国泰国际 考古巴士 海南非物质文化 云南非常美 河南韩愈 道德国民教育 无法国有化
        完美国王 美丽
        """,
    "zh-Hant": """
        其中國有企業 上海地區 沿海地帶 南美國家 發展中國家 增加納稅人 公司法國際研討 內蒙古草原
        """,
    "ko": """
        인도네시아어판 사랑이란 가나다 대미국채 미국채 중국집 일본도검 영국장 쿠바산 터키석
        페루자 차드락 이란성 몰타르 타이어 칠레니아 콩고물 기니피그 인도주의 인도양 러시아워
        중국어 독일제 한국어 이집트콩 카타르시스 토고갈 통가발 수단은 수단을 오만이 말리는
        통신수단
        """,
}


def _each(words: str, key: str) -> dict[str, list[str]]:
    return {word: [key] for word in words.split()}


COUNTRY = {
    "ja": {
        "イランの外相": ["IR"],
        "対イラン制裁": ["IR"],
        "あーイランか": ["IR"],
        "日本、インド": ["JP", "IN"],
        "日本・インド首脳": ["JP", "IN"],
        "イラン・イラク戦争": ["IR", "IQ"],
        "アメリカ・イギリス・フランスの三国": ["US", "GB", "FR"],
        "インド人": ["IN"],
        "ペルーとチリ": ["PE", "CL"],
        "ミャンマー軍": ["MM"],
        "「キューバ」": ["CU"],
        "在日米国大使": ["US"],
        "中国の外相": ["CN"],
        "日本人": ["JP"],
        "昨日日本政府は": ["JP"],
        "対中国政策": ["CN"],
        "東日本大震災": ["JP"],
        "訪日中国人": ["CN"],
        "韓国側": ["KR"],
        "日本海軍": ["JP"],
    },
    "zh": {
        "中国有十四亿人": ["CN"],
        "其中中国占三成": ["CN"],
        "在中国家庭里": ["CN"],
        "今年中国经济": ["CN"],
        "集中在中国东部": ["CN"],
        "中国人民": ["CN"],
        "新中国成立": ["CN"],
        "联合国中国代表团": ["CN"],
        "来自美国家庭": ["US"],
        "驻美国大使": ["US"],
        "中国和美国": ["CN", "US"],
        "海地总统": ["HT"],
        "援助海地灾民": ["HT"],
        "古巴外长": ["CU"],
        "法国国际广播": ["FR"],
        "与法国达成协议": ["FR"],
        "日本本州岛": ["JP"],
        "加纳纳税人": ["GH"],
        "对也门的空袭": ["YE"],
        "南非国家队": ["ZA"],
    },
    "zh-Hant": {"中國政府": ["CN"], "美國國務院": ["US"], "其中中國佔三成": ["CN"], "在日本國會": ["JP"]},
    "ko": {
        **_each("중국은 중국이 중국을 중국의 중국에서는 중국으로 중국까지도 중국이라는 중국이다", "CN"),
        **_each("러시아가 러시아는 러시아를 러시아와 러시아로 러시아의 러시아에서", "RU"),
        **_each("이란이 이란은 이란과 이란에도", "IR"),
        **_each("인도는 인도가 인도의", "IN"),
        **_each("일본부터 일본에게 일본처럼 일본만의", "JP"),
        "네팔로": ["NP"],
        "NATO는": ["nato"],
        "수단 공화국": ["SD"],
    },
    "th": {"ในอิหร่าน": ["IR"], "สหรัฐฯและเปรู": ["US", "PE"], "ไปคิวบาครับ": ["CU"]},
}


@pytest.mark.parametrize("lang", NO_COUNTRY)
def test_a_part_of_a_longer_word_is_no_country(lang: str, collection: MakeCollection) -> None:
    lines = " ".join(NO_COUNTRY[lang].split()).split(" ")
    named = _named(collection, lines, lang)
    assert [line for line, keys in zip(lines, named, strict=True) if keys] == []


@pytest.mark.parametrize("lang", COUNTRY)
def test_a_country_is_found_among_other_words(lang: str, collection: MakeCollection) -> None:
    lines = list(COUNTRY[lang])
    assert dict(zip(lines, _named(collection, lines, lang), strict=True)) == COUNTRY[lang]


def test_a_part_of_another_name_is_no_country_where_a_dot_joins_its_words(collection: MakeCollection) -> None:
    lines = ["マルタ・アルゲリッチが弾く", "ジェシカ・アルバ主演", "マルタ･ドミンゴ", "イラン・パペ教授"]
    assert _named(collection, lines, "ja") == [[]] * 4


SYLLABLES = {
    "th": (
        ["จีนี่", "คลาวด์", "บราติสลาวา", "กูเกิลคลาวด์", "สลาวิก", "เลาว์", "เปรูจ์", "คิวบาร์"],
        {"จีนและลาว": ["china-th", "laos-th"], "ไปจีน": ["china-th"], "ชาวลาวใต้": ["laos-th"]},
    ),
    "km": (["ចិន្តា", "ចិនី", "ឡាវា"], {"នៅចិននិងឡាវ": ["china-kh", "lava"]}),
    "my": (["အောင်း", "ကိုင်", "ကို္က"], {"ဦးအောင်နှင့်ကို": ["aung", "ko"]}),
    "lo": (["ລາວາ", "ຄລາວດ໌", "ເລາວ໌"], {"ຢູ່ລາວນີ້": ["lao"]}),
    "bo": (["བོདི་", "བོདཔ་", "ཨ་རིའུ་"], {"ཨ་རིའི་": ["america-bo"], "བོད་ཀྱི་": ["bod"]}),
}


@pytest.mark.parametrize("lang", SYLLABLES)
def test_no_syllable_is_cut(lang: str, collection: MakeCollection) -> None:
    wrong, right = SYLLABLES[lang]
    assert _named(collection, wrong, lang) == [[]] * len(wrong)
    assert dict(zip(right, _named(collection, list(right), lang), strict=True)) == right


def test_half_width_katakana_is_bounded_by_any_katakana(collection: MakeCollection) -> None:
    assert _named(collection, ["ｱｲﾗﾝﾄﾞ", "アｲﾗﾝ", "ｲﾗﾝﾟ", "ｲﾗﾝの"], "ja") == [[], [], [], ["half"]]


def test_weak_names_and_hiding_phrases_work_in_scripts_without_spaces(collection: MakeCollection) -> None:
    lines = [
        "ケリーは来ない",
        "ジョン・ケリーが来た",
        "ケリー氏は述べた",
        "ケリーバッグ",
        "スケリーズ",
        "王毅外长",
        "国王毅然退位",
    ]
    names = ["kelly"]
    assert _named(collection, lines, "ja") == [[], names, names, [], [], ["wang"], []]
    assert _named(collection, ["장관은 없다", "김철수가 왔다", "장관은 말했다"], "ko") == [
        [],
        ["minister"],
        ["minister"],
    ]


def test_an_overrule_meets_whole_words_only(collection: MakeCollection) -> None:
    body = "スキューバ\n\nキューバは\n\n其中国有\n\n중국어\n\n중국은"
    files = {"data/articles/a.md": article(body, lang="ko", mentions="{キューバ: CU, 中国: CN, 중국: TW}")}
    (linked,), problems = link(collection(files))[0].articles, link(collection(files))[1]
    assert [(m.key, m.rule) for m in linked.mentions] == [("CU", "overrule"), ("TW", "overrule")]
    assert [problem.code for problem in problems] == ["unused-overrule"]
