"""A text that becomes YAML reads back as that text, in any script and however hostile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.edit.written import article_text, record_text, scalar
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.yaml_tree import parse_yaml, plain

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
HARD = st.sampled_from(
    (
        "-",
        "- x",
        "no",
        "NO",
        "007",
        "2016-08",
        "# x",
        "x # y",
        "x: y",
        "'",
        '"',
        "[a]",
        "{a}",
        "&a",
        "*a",
        "!a",
        "---",
        "…",
    )
)


@given(text=TEXTS | HARD)
def test_a_text_reads_back_as_that_text(text: str) -> None:
    node, problems = parse_yaml(f"a: {scalar(text)}\nb: [{scalar(text)}, {scalar(text)}]\n", "x.yml")
    assert problems == ()
    assert node is not None
    assert plain(node) == {"a": text, "b": [text, text]}


@given(name=TEXTS | HARD, aliases=st.lists(TEXTS | HARD, min_size=1, max_size=3))
def test_fields_read_back_from_a_record_and_from_front_matter(name: str, aliases: list[str]) -> None:
    fields = {"name": name, "aliases": tuple(aliases)}
    node, _ = parse_yaml(record_text("../schema/actor.schema.json", fields), "x.yml")
    article, _ = split_article(SourceFile("article", "x.md", "x", ""), article_text("../x.json", fields))
    assert node is not None
    assert article is not None
    assert plain(node) == plain(article.fields) == {"name": name, "aliases": aliases}
    assert article.body.strip() == ""


def test_plain_texts_have_no_quotes() -> None:
    plain_ones = (
        "Guan Youfei",
        "关友飞",
        "Adm. Guan",
        "CN",
        "NO",
        "2016-08-18",
        "https://example.org/a?b=c",
        "Nusra-Front",
    )
    assert [scalar(text) for text in plain_ones] == list(plain_ones)
