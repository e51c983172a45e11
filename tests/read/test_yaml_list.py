"""A list of records parsed piece by piece is what it is when parsed as a whole, whatever stands in it."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.read.yaml_list import ParsedList, Pieces, parse_list
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, is_repeated, parse_yaml

LIST = """# actors

kerry:
  name: John Kerry
  aliases: [Kerry, {name: Mr Kerry}]
# about the next one
lavrov:
  name: "Sergei
    Lavrov"
  summary: |+
    Two

    lines

shoigu: {name: Sergei Shoigu,
  type: person}
"""


def moved(node: Node, by: int) -> Node:
    """The same tree, `by` lines further down."""
    if isinstance(node, Scalar):
        return node._replace(line=node.line + by, end_line=node.end_line + by)
    if not isinstance(node, Mapping):
        return type(node)(node.line + by, node.column, [moved(item, by) for item in node.items])
    return Mapping(
        node.line + by,
        node.column,
        {key: moved(item, by) for key, item in node.items.items()},
        {key: moved(scalar, by) for key, scalar in node.keys.items()},
        [moved(scalar, by) for scalar in node.repeated],
    )


Seen = tuple[list[tuple[Any, ...]] | None, tuple[Diagnostic, ...]]


def _seen(parsed: ParsedList) -> Seen:
    if parsed.entries is None:
        return None, parsed.problems
    entries = [(moved(e.key, e.below), moved(e.tree, e.below), e.damaged) for e in parsed.entries]
    return entries, parsed.problems


def _whole(text: str) -> Seen:
    node, problems = parse_yaml(text, "f.yml")
    if not isinstance(node, Mapping):
        return None, problems
    trees = [(node.keys[id], tree, bool(problems) and is_repeated(tree)) for id, tree in node.items.items()]
    return trees, problems


PLAIN = parse_list("z: y\n", "f.yml", {}).pieces
"""With something known, what is new is parsed in pieces; with nothing known, as a whole."""


def _both_ways(text: str, pieces: Pieces) -> Pieces:
    assert _seen(parse_list(text, "f.yml", PLAIN)) == _whole(text)
    parsed = parse_list(text, "f.yml", pieces)
    assert _seen(parsed) == _whole(text)
    return parsed.pieces


VALUES = st.sampled_from(
    [
        *("", " x", " 'x'", ' "x', ' "x"', " 'it''s", " |", " |+", " >-", " |2", " [x", " [x, y]", " {x: y}", " {x: y"),
        *("}", " x: y", " &a x", " *a", " !t x", " # note", " x # note", "\n  - x", "\n  - x: y\n    z: w"),
        *("\n  x:\n    y: z", "\n- x", "\n  text\n  text", "\n text\n\n  more", "\n\n  text", "\n\ttext"),
        *("\n  'x\n\n  y'", '\n"x', "\n  x: y\n  x: z", " x\ty", "\t x", "\n  - - x\n  -\n", " ? x", "\n? x"),
        *(" x\u2028y", "\n\u2028", " \x85", "\n\ufeff", " \x01", " ж国", "\n...", "\n---", " ---", "\n  ---", "\n%x"),
        *(" |\n  text\n\n\n", " |+\n\n\n  text\n \n\n", " >\n\n  x\n\n   y\n"),
    ]
)
KEYS = st.sampled_from(
    ["a", "b", "c", "d", "a-1", "NO", "7", "'q'", "two words", "-x", "? a", "<<", "é", " a", "  b", "#a"]
)
LINES = st.one_of(
    st.builds(lambda key, value: f"{key}:{value}\n", KEYS, VALUES),
    st.builds(lambda key, value: f"{key}:{value}\n", st.sampled_from("abcdef"), VALUES),
    st.builds(lambda key: f"{key}:\n  name: x\n  list: [a, b]\n", st.sampled_from("abcdef")),
    st.sampled_from(
        [
            "# note\n",
            "\n",
            "  \n",
            " \t\n",
            "\t\n",
            "  # note\n",
            "---\n",
            "...\n",
            "text\n",
            "\r\n",
            "\ufeff\n",
            "#\x01\n",
        ]
    ),
)
TEXTS = st.builds(
    lambda lines, end: "".join(lines).removesuffix("\n") + end, st.lists(LINES, max_size=6), st.sampled_from(["", "\n"])
)
EDITS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 9), st.sampled_from(["", "\n", " ", "x", "a: b\n"])), max_size=4
)


@given(TEXTS, EDITS)
@example(LIST, [(40, 3, "x"), (0, 0, "\n")])
@example("a:", [])
@example("", [])
@settings(max_examples=600, deadline=None)
def test_any_text_gives_the_same_records_places_and_messages_as_its_whole(
    text: str, edits: list[tuple[int, int, str]]
) -> None:
    pieces = _both_ways(text, {})
    for start, length, new in edits:
        text = text[:start] + new + text[start + length :]
        pieces = _both_ways(text, pieces)


YAMLISH = st.text(st.sampled_from("abc:-?,[]{}#&*!|>'\"%@ \n\n\n\t\x01\x85\u2028\ufeffж."), max_size=40)


@given(YAMLISH, YAMLISH)
@settings(max_examples=600, deadline=None)
def test_odd_texts_do_so_too(one: str, other: str) -> None:
    pieces = _both_ways(one, {})
    _both_ways(f"a: {one}\nb: {other}\n", pieces)


def test_only_the_record_that_was_edited_is_parsed_again() -> None:
    first = parse_list(LIST, "f.yml", {})
    second = parse_list(
        LIST.replace("Mr Kerry", "Senator Kerry").replace("# actors", "# all\n# actors"), "f.yml", first.pieces
    )
    assert first.entries is not None and second.entries is not None
    same = [one.tree is other.tree for one, other in zip(first.entries, second.entries, strict=True)]
    assert same == [False, True, True]
    assert [e.below for e in second.entries] == [3, 1, 1]


def test_a_list_with_a_fault_in_it_forgets_none_of_the_others() -> None:
    first = parse_list(LIST, "f.yml", {})
    broken = parse_list(LIST.replace("[Kerry", "Kerry"), "f.yml", first.pieces)
    assert broken.entries is None and broken.problems
    mended = parse_list(LIST, "f.yml", broken.pieces)
    assert first.entries is not None and mended.entries is not None
    assert all(one.tree is other.tree for one, other in zip(first.entries, mended.entries, strict=True))
