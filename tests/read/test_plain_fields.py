"""The short way through front matter gives the tree that YAML gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.read.plain_fields import plain_fields
from mkdocs_dossier.read.yaml_tree import parse_yaml

PLAIN = [
    "title: Talks stall in Aleppo",
    "date: '2016-08-18'",
    "date: 2016-08-18T11:13:00+01:00",
    "url: https://example.org/2016#part",
    'title: "He said: no #1"',
    "title: '# : [x]'",
    "title: ''",
    "title: Встреча в Москве",
    "title: 国防部",
    "title: It's a 100% {new} [one], & more* | so!",
    "actors: [john-kerry, lavrov]",
    "events: [2016/talks]",
    "lang: no",
]


@pytest.mark.parametrize("line", PLAIN)
def test_what_most_articles_begin_with_goes_the_short_way(line: str) -> None:
    tree = plain_fields([line, "outlet: xinhua"], first_line=2)
    assert tree is not None
    assert (tree, ()) == parse_yaml(f"{line}\noutlet: xinhua\n", "f.md", first_line=2)


DOUBTFUL = [
    "title: a: b", "title: a:", "title: a #b", "title: a ", "title: 'it''s'", "title: 'a' b", 'title: "a\\n"', "title:",
    "title: [a, [b]]", "title: [-, a]", "title: &a b", "title: |", " title: a", "title: @a", "title: a\tb", "# a", "",
    "title: a\u2028b", "title: a\x85", "outlet: b", "- a", "title", "? a", "<<: a", "title: [a,b]", "title: [---]",
]  # fmt: skip


@pytest.mark.parametrize("line", DOUBTFUL)
def test_all_else_is_left_to_yaml(line: str) -> None:
    assert plain_fields([line, "outlet: xinhua"], first_line=2) is None


VALUES = st.one_of(
    st.sampled_from([line.partition(": ")[2] for line in (*PLAIN, *DOUBTFUL)]),
    st.text(st.sampled_from("ab1_ :#'\"[],-/\\é国.?!{}&*|>%@`\t\x85\u2028\ufeff"), max_size=8),
    st.text(max_size=6).filter(lambda text: "\n" not in text),
)
LINES = st.one_of(
    st.builds(lambda key, value: f"{key}: {value}", st.sampled_from(["a", "b-c", "d_e", "F1", "n", "1", "é"]), VALUES),
    st.sampled_from(DOUBTFUL),
)


@given(st.lists(LINES, min_size=1, max_size=4))
@example(["a: [1]"])
@example(["a: [_]"])
@settings(max_examples=1500, deadline=None)
def test_the_short_way_gives_the_tree_that_yaml_gives(lines: list[str]) -> None:
    tree = plain_fields(lines, first_line=2)
    if tree is not None:
        assert (tree, ()) == parse_yaml("\n".join(lines) + "\n", "f.md", first_line=2)
