"""Which kind an input is, its encoding, its language, its paragraphs."""

from __future__ import annotations

import pytest

from mkdocs_dossier.imports.decode import decode, decoded
from mkdocs_dossier.imports.draft import Draft, Refusal
from mkdocs_dossier.imports.dump import read_dump
from mkdocs_dossier.imports.kinds import ImportKind, kind_of
from mkdocs_dossier.imports.languages import guess_language, language_tag
from mkdocs_dossier.imports.paragraphs import paragraphs
from mkdocs_dossier.imports.site_files import read_markdown
from mkdocs_dossier.imports.source import Found, ImportSource
from tests.imports.saved import FIRST, SECOND, page, pdf


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (page().encode(), "a.txt", "html"),
        (page().encode("utf-16"), "a", "html"),
        (b"<p>Some text</p>", "a.htm", "html"),
        (pdf([["x"]]), "a.html", "pdf"),
        (b"\n\n%PDF-1.4", "a", "pdf"),
        (b"Some text. <b>", "a.txt", "text"),
        (b"---\ntitle: x\n---\n", "a.txt", "markdown"),
        (b"# x", "a.md", "markdown"),
        (b"name,type\n", "a.csv", "table"),
        (b'{"name": "x"}\n', "a", "json-lines"),
        ("текст".encode("utf-16"), "a.txt", "text"),
    ],
)
def test_the_content_tells_the_kind_before_the_name(content: bytes, name: str, kind: str) -> None:
    found = kind_of(content, name)
    assert isinstance(found, ImportKind)
    assert found.name == kind


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"PK\x03\x04...", "zip"),
        (b"!BDN....", "mailbox of Outlook"),
        (b"\x89PNG\r\n", "picture"),
        (b"text\0text", "no text"),
        (b"bplist00", "Safari"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, reason: str) -> None:
    found = kind_of(content, "a.txt")
    assert isinstance(found, Refusal)
    assert reason in str(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode("Müller – „ja“\r\n".encode(encoding)) == "Müller – „ja“\n"


UNDECLARED = {
    "Адмирал посетил порт в четверг, и он говорил с мэром.": ["cp1251", "koi8_r"],
    "提督は木曜日に港を訪れた。市長と会談した。": ["cp932", "euc_jp", "iso2022_jp"],
    "제독은 목요일에 항구를 방문했다. 시장과 회담했다.": ["cp949"],
    "海军上将星期四访问了港口城市，与市长谈到了援助。": ["gb18030"],
    "海軍上將星期四訪問了港口城市，與市長談到了援助。": ["big5"],
    "Müller sagte „ja“ – gestern.": ["cp1252"],
    "João não chegou amanhã, señor; l'été a dû finir.": ["cp1252"],
    "Zażółć gęślą jaźń i jeszcze więcej słów.": ["cp1250"],
    "وصل الأدميرال إلى المدينة يوم الخميس": ["cp1256"],
    "Ο ναύαρχος επισκέφθηκε το λιμάνι": ["cp1253"],
    "האדמירל ביקר בנמל ביום חמישי": ["cp1255"],
    "Amiral çok güzel bir şehre geldi, ışık yandı": ["cp1254"],
}


@pytest.mark.parametrize(("text", "encoding"), [(text, one) for text, many in UNDECLARED.items() for one in many])
def test_a_text_that_declares_no_encoding_is_read_by_its_letters(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("shift_jis", "cp932"),
        ("x-sjis", "cp932"),
        ("ks_c_5601-1987", "cp949"),
        ("latin1", "cp1252"),
        ("gb2312", "gb18030"),
    ],
)
def test_a_declared_encoding_is_the_one_that_browsers_mean(label: str, encoding: str) -> None:
    text = {"cp932": "①港", "cp949": "똠항구", "cp1252": "“port”", "gb18030": "镕港"}[encoding]
    content = f"<meta charset={label}>".encode() + text.encode(encoding)
    assert decode(content, declares=True).endswith(text)


def test_one_bad_byte_is_one_sign_and_is_told() -> None:
    found = decoded("Größe und Müll, ein Übel für Bär und Löwe, schön. ".encode() * 2 + b"\xff end")
    assert (found.text.count("\ufffd"), found.text.startswith("Größe und Müll"), found.replaced) == (1, True, 1)
    assert "--encoding" in found.warning
    assert decoded("Größe".encode()).warning == ""


@pytest.mark.parametrize("name", ["rot13", "hex", "zip", "nonsense", "idna", "undefined", "utf-8-sig"])
def test_an_encoding_that_is_none_does_no_harm(name: str) -> None:
    assert "charset" in decode(f"charset={name} \xe9".encode("latin-1"), declares=True)


@pytest.mark.parametrize(
    ("text", "tag"),
    {
        "en_US": "en-US",
        "EN-gb": "en-GB",
        "zh_hans_cn": "zh-Hans-CN",
        "de": "de",
        "x": "",
        "en_GB.UTF-8": "en-GB",
    }.items(),
)
def test_a_language_is_written_as_bcp_47(text: str, tag: str) -> None:
    assert language_tag(text) == tag


@pytest.mark.parametrize(
    ("text", "language"),
    {
        f"{FIRST} {SECOND}": "en",
        "Der Admiral hat die Stadt am Donnerstag besucht, und er sprach mit dem Bürgermeister über die Hilfe.": "de",
        "L'amiral a visité la ville jeudi, et il a parlé avec le maire de la ville de l'aide pour les îles.": "fr",
        "Адмирал посетил порт в четверг, и он говорил с мэром о помощи, что было не так просто на деле.": "ru",
        "الأدميرال زار المدينة في يوم الخميس و تحدث مع رئيس البلدية عن المساعدات من أجل الجزيرة إلى الآن": "ar",
        "海军上将星期四访问了港口城市，与市长谈到了援助。": "zh",
        "Muster Roe 2016": "",
    }.items(),
)
def test_the_language_is_guessed_by_script_and_common_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_lines_cut_at_a_width_are_joined_and_others_are_not() -> None:
    cut = "It was a long way from the harbour to the capital, and the\nship was very slow. All of them arrived\nlate."
    assert paragraphs(f"Title\n\n{cut}") == ("Title", cut.replace("\n", " "))
    lines = "One paragraph that stands on a line of its own, and ends.\nAnother paragraph, also on a line of its own."
    assert paragraphs(lines) == tuple(lines.split("\n"))


def _markdown(text: str) -> Draft:
    found = read_markdown(ImportSource(text.encode(), "a.md"))
    assert isinstance(found, Found), found
    return found.drafts[0]


def test_markdown_is_kept_and_its_front_matter_believed() -> None:
    draft = _markdown("---\ntitle: A: b\n---\n\n# Title\n\nText with *marks*.\n\n---\n\nMore.\n")
    assert draft.clues[0].values == ("A: b",)  # no YAML, but plain enough
    draft = _markdown("---\ntitle: A\nauthor: [X Y, Z]\ndate: 2016-08-18\n---\n\n# Title\n\n*Text* [[link]].\n")
    assert [(clue.field, clue.values, clue.given) for clue in draft.clues] == [
        ("title", ("A",), True),
        ("date", ("2016-08-18",), True),
        ("authors", ("X Y", "Z"), True),
        ("title", ("Title",), False),
    ]
    assert draft.blocks[0].text == "*Text* link."


def test_a_dump_with_nothing_but_furniture_is_refused() -> None:
    assert isinstance(read_dump("Home\nTweet\nAdvertisement"), Refusal)


@pytest.mark.parametrize(
    "text", ["a " * 500_000, "a\n" * 30_000, "." * 500_000, "#a " * 100_000, "> " * 200_000, "1.1 " * 9_000]
)
def test_a_hostile_dump_is_read_or_named(text: str) -> None:
    assert isinstance(read_dump(text), Draft | Refusal)
    assert isinstance(read_markdown(ImportSource(text.encode(), "a.md")), Found | Refusal)
