"""Marks in rows: none overlaps another, and none is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.times.rows import MOST_ROWS, Extent, in_rows


def _at(*starts: int) -> list[Extent[int]]:
    return [Extent(number, start, start + 24) for number, start in enumerate(starts)]


def test_marks_apart_lie_in_one_row() -> None:
    rows = in_rows(_at(0, 24, 60), 24)
    assert [len(row) for row in rows.rows] == [3]
    assert rows.gathered == ()
    assert rows.height == 1


def test_marks_at_one_place_lie_above_each_other() -> None:
    rows = in_rows(_at(0, 0, 0, 0), 24)
    assert [len(row) for row in rows.rows] == [1, 1, 1, 1]
    assert rows.gathered == ()


def test_more_marks_at_one_place_are_gathered_above_the_rows() -> None:
    rows = in_rows(_at(0, 0, 0, 0, 0, 0), 24)
    assert [len(row) for row in rows.rows] == [1, 1, 1]
    assert [[extent.mark for extent in group] for group in rows.gathered] == [[3, 4, 5]]
    assert rows.height == MOST_ROWS


@given(st.lists(st.tuples(st.integers(0, 640), st.integers(24, 200)), max_size=80))
def test_nothing_overlaps_and_nothing_is_lost(places: list[tuple[int, int]]) -> None:
    marks = [Extent(number, start, start + wide) for number, (start, wide) in enumerate(sorted(places))]
    rows = in_rows(marks, 24)
    for row in rows.rows:
        assert all(one.end <= other.start for one, other in pairwise(row))
    firsts = [group[0].start for group in rows.gathered]
    assert all(one + 24 <= other for one, other in pairwise(firsts))
    kept = [extent.mark for part in (*rows.rows, *rows.gathered) for extent in part]
    assert sorted(kept) == list(range(len(marks)))
    assert rows.height <= MOST_ROWS
