"""Strict YAML: every scalar is text, every place is exact, and what could surprise is refused."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_dossier.diagnostics import CODES, Place
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence, parse_yaml, plain
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

ACTOR = "x: {{name: {}, type: person}}\n"


@pytest.mark.parametrize(
    "text", ["NO", "no", "yes", "on", "true", "007", "0x10", "1e3", "2016-08", "2016-08-18", "null", "~", "3.10", "="]
)
def test_every_scalar_is_the_text_that_was_written(text: str, collection: MakeCollection) -> None:
    corpus, problems = link(collection({"data/actors.yml": ACTOR.format(text)}))
    assert problems == ()
    assert corpus.collection.actors["x"].name == text


@pytest.mark.parametrize("country", ["NO", '"NO"', "'NO'"])
def test_norway_is_a_country_however_it_is_quoted(country: str, collection: MakeCollection) -> None:
    options = collection({"data/actors.yml": f"x:\n  name: Oslo\n  type: government\n  countries: [{country}]\n"})
    corpus, problems = link(options)
    assert problems == ()
    assert corpus.collection.actors["x"].countries == ("NO",)


PLACES = [
    ("x:\n  name: A\n  type: person\n  tipe: b\n", 4, 3),
    ("x: {name: Эрдоган, type: person, tipe: b}\n", 1, 34),
    ("x: {name: 🇹🇷🇹🇷, type: person, tipe: b}\n", 1, 31),
    ("x: {name: كيري, type: person, tipe: b}\n", 1, 31),
    ("# 国防部\nx:\n  name: 国防部  # 国\n  type: person\n  tipe: b\n", 5, 3),
    ("x:\n  name: |\n    one\n    two\n  type: person\n  tipe: b\n", 6, 3),
    ("x:\r\n  name: A\r\n  type: person\r\n  tipe: b\r\n", 4, 3),
    ("\ufeffx:\n  name: A\n  type: person\n  tipe: b\n", 4, 3),
    ("---\nx:\n  name: A\n  type: person\n  tipe: b\n", 5, 3),
    # An editor counts lines by line feeds only.
    ("x:\n  name: 'A\x85B'\n  type: person\n  tipe: b\n", 4, 3),
    ("x:\n  name: 'A\u2028B'\n  type: person\n  tipe: b\n", 4, 3),
]


@pytest.mark.parametrize(("text", "line", "column"), PLACES)
def test_a_place_is_the_line_and_code_point_that_an_editor_shows(
    text: str, line: int, column: int, collection: MakeCollection
) -> None:
    options = collection({"data/articles/a.md": article("Text.")})
    (options.data_folder / "actors.yml").write_bytes(text.encode())
    _, problems = link(options)
    assert [(p.code, p.place) for p in problems] == [("unknown-key", Place("data/actors.yml", line, column))]


REFUSED = {
    "a tag": ("x: !!python/object:os.system {name: A}\n", "yaml-feature", 1, 4),
    "a tag of one's own": ("x:\n  name: !secret A\n", "yaml-feature", 2, 9),
    "the tag of a text": ("x:\n  name: !!str A\n", "yaml-feature", 2, 9),
    "the tag that means nothing": ("x:\n  name: ! A\n", "yaml-feature", 2, 9),
    "an anchor": ("x: &one\n  name: A\n", "yaml-feature", 1, 4),
    "an alias": ("x:\n  name: *one\n", "yaml-feature", 2, 9),
    "a merge key": ("x:\n  <<: {name: A}\n", "yaml-feature", 2, 3),
    "a list for a key": ("? [a, b]\n: c\n", "yaml-feature", 1, 3),
    "a second document": ("x: {name: A, type: person}\n---\ny: {}\n", "yaml-feature", 2, 1),
    "a control character": ("x:\n  name: Эрдоган\x01\n", "yaml-syntax", 2, 16),
    "a NUL": ("x:\n  name: A\x00\n  type: person\n", "yaml-syntax", 2, 10),
    "a delete character": ("x:\n  name: A\x7f\n", "yaml-syntax", 2, 10),
    "a tab for indentation": ("x:\n\tname: A\n", "yaml-syntax", 2, 1),
    "a colon in a text": ("x:\n  name: A: B\n", "yaml-syntax", 2, 10),
    "a text that begins with an at sign": ("x:\n  name: @kerry\n", "yaml-syntax", 2, 9),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_could_surprise_is_refused_at_its_place(what: str, collection: MakeCollection) -> None:
    text, code, line, column = REFUSED[what]
    corpus, problems = link(collection({"data/actors.yml": text}))
    assert [(p.code, p.place) for p in problems] == [(code, Place("data/actors.yml", line, column))]
    assert problems[0].hint
    assert not corpus.collection.actors


def test_a_key_given_twice_names_both_places(collection: MakeCollection) -> None:
    text = "x:\n  name: A\n  type: person\n  name: B\n"
    _, problems = link(collection({"data/actors.yml": text}))
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("duplicate-key", 4, 3)]
    assert problems[0].related[0][0] == Place("data/actors.yml", 2, 3)


def test_keys_that_only_look_alike_are_two_keys() -> None:
    node, problems = parse_yaml("1: a\n01: b\n1.0: c\n'': d\n", "f.yml")
    assert problems == ()
    assert node is not None and plain(node) == {"1": "a", "01": "b", "1.0": "c", "": "d"}


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_sixty_four_levels_are_allowed_and_sixty_five_are_not(opening: str, closing: str) -> None:
    for depth, allowed in ((64, True), (65, False)):
        node, problems = parse_yaml(opening * depth + "x" + closing * depth, "f.yml")
        assert (node is not None) == allowed
        assert [p.code for p in problems] == ([] if allowed else ["yaml-depth"])


@pytest.mark.parametrize("opening", ["[", "{a: ", "{", "- ", "? ", "[{a: ", "!", "- - ? ", "&a "])
def test_a_hundred_thousand_brackets_are_refused_at_once(opening: str, collection: MakeCollection) -> None:
    started = time.monotonic()
    files = {"data/actors.yml": opening * 100_000, "data/articles/a.md": f"---\na: {opening * 100_000}\n---\n\nText.\n"}
    _, problems = link(collection(files))
    assert {p.place.path for p in problems} == set(files)
    assert {p.code for p in problems} <= {"yaml-depth", "yaml-size", "yaml-syntax", "yaml-feature"}
    assert time.monotonic() - started < 10


def test_a_wide_file_is_as_good_as_a_deep_one_is_bad() -> None:
    node, problems = parse_yaml("x: [" + ", ".join(["[a]"] * 9_000) + "]\n", "f.yml")
    assert problems == ()
    assert isinstance(node, Mapping) and len(node.items["x"].items) == 9_000  # type: ignore[union-attr]


YAMLISH = st.text(st.sampled_from("ab:-?,[]{}#&*!|>'\"%@` \n\t\r\x00\x01\x85\u2028\ufeffжя国🇹~<=\\./0"), max_size=60)


def _nodes(node: Node) -> list[Node]:
    inner: list[Node] = []
    if isinstance(node, Sequence):
        inner = node.items
    elif isinstance(node, Mapping):
        inner = [*node.keys.values(), *node.items.values()]
    return [node, *(found for part in inner for found in _nodes(part))]


@given(st.one_of(YAMLISH, st.text(max_size=60)))
@example("%YAML 9.9\n---\na")
@example('a: "\\ud800"')
@example('a: "\\U00110000"')
@settings(max_examples=400, deadline=None)
def test_any_text_gives_a_tree_or_diagnostics_and_no_exception(text: str) -> None:
    node, problems = parse_yaml(text, "f.yml", first_line=3)
    assert all(p.code in CODES and p.place.line >= 3 and p.place.column >= 1 for p in problems)
    if node is None:
        assert problems or not _content(text)
        return
    for found in _nodes(node):
        assert found.line >= 3 and found.column >= 1
        assert not isinstance(found, Scalar) or isinstance(found.value, str)


def _content(text: str) -> str:
    """What is left of a text without the lines that hold no value."""
    lines = (line.partition("#")[0].strip(" \t\r\ufeff\x85\u2028-.") for line in text.split("\n"))
    return "".join(line for line in lines if not line.startswith("%"))


VALUES: Any = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), min_size=1, max_size=8),
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner),
    max_leaves=8,
)


@given(VALUES)
@settings(deadline=None)
def test_what_json_writes_strict_yaml_reads(value: Any) -> None:
    node, problems = parse_yaml(json.dumps(value, ensure_ascii=False), "f.yml")
    assert problems == ()
    assert node is not None and plain(node) == value
