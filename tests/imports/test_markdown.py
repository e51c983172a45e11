"""Text in, text out: what an input says is what the article reads as."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.imports.draft import Block, Span
from mkdocs_dossier.imports.markdown import escaped, without_hand_links, written
from mkdocs_dossier.imports.words import one_line
from mkdocs_dossier.imports.yaml_text import mapping, scalar
from mkdocs_dossier.model.prose import HandLink, Open, Prose
from mkdocs_dossier.read.prose import parse_prose
from mkdocs_dossier.read.yaml_tree import parse_yaml, plain

MARKS = st.sampled_from(
    [*"\\`*_{}[]<>|~^@&#$=+:!-.()\"' ", "[[", "]]", "](", "&amp;", "&#35;", "<b>", "~~~", "```", "1.", "- "]
)
TEXTS = st.lists(st.one_of(MARKS, st.sampled_from("aZ8é中 "), st.characters()), max_size=30).map("".join)
VISIBLE = TEXTS.map(lambda text: normalize("NFC", one_line(text))).filter(bool)
"""As the parser composes it."""


def _read(markdown: str) -> Prose:
    return parse_prose(markdown, title="-", title_place=(1, 1), first_line=1)


def _body(prose: Prose) -> str:
    return prose.text.partition("\u2029")[2].rstrip("\u2029")


@given(VISIBLE)
@example("[a]: https://example.org/")
@example("1. August")
@example("[[x]] <script>alert(1)</script> `c` **b** | a |")
def test_a_paragraph_reads_as_the_text_it_was(text: str) -> None:
    prose = _read(escaped(text))
    assert one_line(_body(prose)) == text
    assert [piece.tag for piece in prose.pieces if isinstance(piece, Open)] == ["h1", "p"]
    assert not any(isinstance(piece, HandLink) for piece in prose.pieces)


SPANS = st.builds(
    Span,
    text=VISIBLE.map(lambda text: f" {text} ") | VISIBLE,
    strong=st.booleans(),
    emphasis=st.booleans(),
    address=st.sampled_from(["", "", "https://example.org/a_(b)?c=d&e=[f] g"]),
)
BLOCKS = st.builds(
    Block,
    st.sampled_from(["paragraph", "heading", "item", "quote"]),
    st.lists(SPANS, min_size=1, max_size=4).map(tuple),
    level=st.just(2),
)


@given(st.lists(BLOCKS, min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_blocks_read_as_the_text_they_were(blocks: list[Block]) -> None:
    blocks = [Block(block.kind, block.spans, 2 if block.kind == "heading" else 0) for block in blocks]
    read = re.sub(r"\s", "", _body(_read(written(blocks))))
    assert read == re.sub(r"\s", "", normalize("NFC", "".join(block.text for block in blocks)))


def test_plain_text_is_written_as_it_is() -> None:
    text = "He said (twice): it costs $5 & more, #1 of snake_case_names [sic]; see a-b."
    assert escaped(text) == text


def test_manner_is_kept_where_markdown_is_sure_to_read_it() -> None:
    spans = (
        Span("A "),
        Span("bold", strong=True),
        Span(" and "),
        Span("linked", address="https://example.org/"),
        Span("."),
    )
    assert written([Block("paragraph", spans)]) == "A **bold** and [linked](https://example.org/)."
    assert written([Block("paragraph", (Span("un"), Span("even", emphasis=True)))]) == "uneven"


def test_links_by_hand_of_another_tool_are_text_but_code_and_links_stay() -> None:
    markdown = "[[a]] [[d|e]] `[[b]]` [[1]](https://example.org/)\n\n```\n[[c]]\n```"
    assert without_hand_links(markdown) == markdown.replace("[[a]] [[d|e]]", "a e")


@given(VISIBLE)
@example("a: b")
@example("# a")
@example("no")
@example("- a")
@example('"a')
def test_a_value_reads_as_the_text_it_was(text: str) -> None:
    root, problems = parse_yaml(f"a: {scalar(text)}  # comment\nb: [{scalar(text)}, {scalar(text)}]\n", "x.yml")
    assert problems == ()
    assert root is not None
    assert plain(root) == {"a": text, "b": [text, text]}


@given(
    st.dictionaries(st.sampled_from("abc"), st.one_of(VISIBLE, st.lists(VISIBLE, min_size=1, max_size=3)), min_size=1)
)
def test_a_record_reads_as_the_values_it_was(values: dict[str, object]) -> None:
    values = {**values, "d": {"inner": values, "list": ["x", {"name": "y", "weak": "true"}]}}
    root, problems = parse_yaml("\n".join(mapping(values)), "x.yml")
    assert problems == ()
    assert root is not None
    assert plain(root) == values
