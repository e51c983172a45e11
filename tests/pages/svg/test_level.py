"""Levels: nothing is 0, the most is 5, and more is never a lower level."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.level import levels


def test_one_busy_day_does_not_make_all_others_look_alike() -> None:
    assert list(levels(dict.fromkeys("abc", 0) | {"d": 1, "e": 2, "f": 3, "g": 900}).values()) == [0, 0, 0, 1, 3, 4, 5]


def test_days_that_are_all_busy_can_be_told_apart() -> None:
    assert list(levels({day: day for day in range(80, 89)}).values()) == [1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_where_all_are_alike_all_are_the_highest() -> None:
    assert levels({"SY": 1, "RU": 1, "CN": 0}) == {"SY": 5, "RU": 5, "CN": 0}


def test_of_nothing_there_are_no_levels() -> None:
    assert levels({}) == {}
    assert levels({"SY": 0}) == {"SY": 0}


@given(st.dictionaries(st.integers(), st.integers(0, 10**9), min_size=1))
def test_levels_follow_the_counts(counts: dict[int, int]) -> None:
    found = levels(counts)
    in_order = [found[key] for key in sorted(counts, key=lambda key: counts[key])]
    assert in_order == sorted(in_order)
    assert in_order[-1] == (5 if max(counts.values()) else 0)
    assert all((found[key] == 0) == (counts[key] == 0) for key in counts)
