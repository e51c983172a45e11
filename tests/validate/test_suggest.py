"""Did you mean: the same name in another spelling, a part of it, a slip of the keyboard; among many names too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.ids import slug
from mkdocs_dossier.model.near_names import Suggestions, did_you_mean

NAMES = Suggestions(
    ["guan-youfei", "recep-tayyip-erdogan", "sergei-lavrov", "ministry-of-defence"],
    [("关友飞", "guan-youfei"), ("The Turkish president", "recep-tayyip-erdogan"), ("MoD", "ministry-of-defence")],
)

FOUND = {
    "Guan Youfei": "guan-youfei",
    "guan_youfei": "guan-youfei",
    "GUANYOUFEI": "guan-youfei",
    "关友飞": "guan-youfei",
    "Youfei Guan": "guan-youfei",
    "Recep Tayyip Erdoğan": "recep-tayyip-erdogan",
    "Erdoğan": "recep-tayyip-erdogan",
    "Сергей Лавров": "sergei-lavrov",
    "sergey-lavrov": "sergei-lavrov",
    "ministry-of-defense": "ministry-of-defence",
}


@pytest.mark.parametrize("unknown", FOUND)
def test_a_name_is_found_in_any_spelling(unknown: str) -> None:
    assert NAMES.hint(unknown) == f"did you mean '{FOUND[unknown]}'?"


def test_an_alias_is_named_beside_the_id() -> None:
    assert NAMES.hint("mod") == "did you mean 'ministry-of-defence' (MoD)?"


@pytest.mark.parametrize("unknown", ["", "-", "zzz", "of", "🙂", "wang-yi", "x" * 10_000])
def test_what_is_like_nothing_known_gets_no_proposal(unknown: str) -> None:
    assert NAMES.hint(unknown, otherwise="add it") == "add it"


def test_nothing_is_proposed_where_nothing_is_known() -> None:
    assert did_you_mean("anything", []) == ""


def test_of_several_slips_the_closest_alone_is_proposed() -> None:
    for known in (["reuters", "reuters-tv"], ["reuters-tv", "reuters"]):
        assert did_you_mean("reuterz", known) == "did you mean 'reuters'?"


MANY = [f"person-{n:05}-of-{n % 97}-towns" for n in range(5_000)]


@pytest.mark.parametrize("slip", ["persn-04321-of-53-towns", "person-04321-of-53-twons", "person-4321-of-53-towns"])
def test_a_slip_is_found_among_thousands_that_are_much_alike(slip: str) -> None:
    assert Suggestions(MANY).hint(slip) == "did you mean 'person-04321-of-53-towns'?"


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8))
def test_whatever_is_proposed_is_known(unknown: str, known: list[str]) -> None:
    found = Suggestions(known).nearest(unknown)
    assert {id for _, id in found} <= {*known}
    if slug(unknown) and unknown in known:
        assert {slug(name).replace("-", "") for name, _ in found} == {slug(unknown).replace("-", "")}
