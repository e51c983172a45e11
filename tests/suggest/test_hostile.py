"""Texts that want to break the list. Those without end would take hours if their square counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.link.corpus import link_collection
from mkdocs_dossier.model.suggestion import Roster
from mkdocs_dossier.read.yaml_tree import parse_yaml, plain
from mkdocs_dossier.suggest.ranked import suggest
from mkdocs_dossier.suggest.show import as_json, as_text
from mkdocs_dossier.suggest.spelling import folded
from mkdocs_dossier.suggest.stub import yaml_text
from tests.conftest import MakeCollection
from tests.suggest.inbox import documents_of, suggested

LONG = {
    "one name without end": "We saw " + "Aaa " * 60_000,
    "prepositions without end": "We saw " + "Council of " * 40_000 + "Aaa",
    "one word without end": "We saw " + "A" * 300_000,
    "brackets without end": "We saw Ann Archer " + "(" * 100_000,
    "commas without end": "We saw Ann Archer" + ", the" * 60_000,
    "known names without end": "We saw Zenda Press " + "Aaa Zenda Press Aaa " * 15_000,
    "initials without end": "We saw " + "A. " * 60_000,
    "surnames without end": "We saw " + ", ".join(f"Ann Archer{n:x}" for n in range(15_000)).replace("0", "o"),
}


@pytest.mark.parametrize("case", LONG)
def test_a_long_text_is_done_with_and_gives_names_of_bounded_length(case: str, collection: MakeCollection) -> None:
    actors = "press: {name: Zenda Press, type: media}"
    found = suggested(collection, LONG[case], actors=actors)
    assert all(len(name) < 3000 for name in found)
    for number, suggestion in enumerate(found.values(), 1):
        assert len(as_json(suggestion, number)) < 30_000


_BITS = st.sampled_from(
    """Ann Archer|General |’s|'s |of |of the |and |, |. |(|)|“|”|Ministry|Union|UN|al-|É|Ж|关友飞|《|》|

# |
""".split("|")
)
_TEXTS = st.lists(st.one_of(_BITS, st.text(max_size=6)), max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(_TEXTS, min_size=1, max_size=4))
def test_any_text_is_looked_through_and_what_is_to_be_written_reads_as_the_name(texts: list[str]) -> None:
    corpus = link_collection(documents_of(texts)).corpus
    for number, suggestion in enumerate(suggest(corpus, Roster({})), 1):
        assert all(line.isprintable() for line in as_text(suggestion, number, {}, {}))
        root, problems = parse_yaml(suggestion.yaml, "x.yml")
        assert problems == () and root is not None
        assert plain(root)[suggestion.id]["name"] == suggestion.name
        for evidence in suggestion.evidence:
            text = evidence.article.text
            spelling = folded(" ".join(text[evidence.start : evidence.end].split()))
            assert spelling in map(folded, (suggestion.name, *suggestion.variants)) or len(suggestion.variants) == 8


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Cf", "Co")), min_size=1))
def test_a_text_in_yaml_reads_as_itself(text: str) -> None:
    root, problems = parse_yaml(f"- {yaml_text(text)}\n", "x.yml")
    assert (problems, plain(root) if root is not None else None) == ((), [" ".join(text.split())])


def test_markup_in_a_name_stays_text(collection: MakeCollection) -> None:
    found = suggested(collection, "We saw Ann <b>Archer</b> & Sons, *Bo* Baker and `Cyr Cook`.")
    assert not any("<" in name or "`" in name for name in found)


def test_a_collection_without_articles_has_nothing_to_suggest(collection: MakeCollection) -> None:
    assert suggested(collection, actors="ann: {name: Ann Archer, type: person}") == {}
