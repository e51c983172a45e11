"""How outlines are made simpler and sewn together."""

from __future__ import annotations

from tools.make_shapes import FINE, PARTS, area, rounded, sewn, simplified


def test_the_smallest_bends_go_first_and_ends_stay() -> None:
    line = [(0.0, 0.0), (1.0, 0.1), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)]
    assert simplified(line, 0.5) == [(0.0, 0.0), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0)]
    assert simplified(line, 100) == [(0.0, 0.0), (4.0, 0.0)]


def test_a_border_is_simplified_alike_from_both_sides() -> None:
    line = [(n * 0.1, (n * 7 % 5) * 0.03) for n in range(40)]
    assert simplified(line[::-1], 0.004) == simplified(line, 0.004)[::-1]


def test_an_island_keeps_three_corners() -> None:
    island = [(0.0, 0.0), (0.0, 0.1), (0.05, 0.15), (0.1, 0.1), (0.1, 0.0), (0.0, 0.0)]
    assert len(simplified(island, 100)) == 4


def test_an_island_cut_at_180_degrees_is_one_again() -> None:
    west = [(179.0, 0.0), (180.0, 0.0), (180.0, 1.0), (179.0, 1.0)]
    east = [(-180.0, 1.0), (-180.0, 0.0), (-179.0, 0.0), (-179.0, 1.0)]
    (island,) = sewn([west, east])
    assert sorted(island) == [(179.0, 0.0), (179.0, 1.0), (180.0, 0.0), (180.0, 1.0), (181.0, 0.0), (181.0, 1.0)]
    assert area(island) > 1.99


def test_a_ring_across_180_degrees_counts_on_and_others_are_left_alone() -> None:
    across = [(170.0, 60.0), (-170.0, 60.0), (-170.0, 65.0), (170.0, 65.0)]
    plain = [(-170.0, 0.0), (-160.0, 0.0), (-160.0, 5.0)]
    assert sewn([across, plain]) == [[(170.0, 60.0), (190.0, 60.0), (190.0, 65.0), (170.0, 65.0)], plain]


def test_the_largest_island_stays_and_specks_go() -> None:
    speck = [(5.0, 5.0), (5.001, 5.0), (5.001, 5.001)]
    islet = [(0.0, 0.0), (0.004, 0.0), (0.004, 0.004)]
    assert rounded([speck, islet], FINE) == [[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)]]


def test_the_boxes_of_parts_do_not_overlap() -> None:
    boxes = [(parent, box) for parent, given in PARTS.values() for box in given]
    for n, (parent, (west, south, east, north)) in enumerate(boxes):
        assert west < east and south < north
        for other_parent, (other_west, other_south, other_east, other_north) in boxes[n + 1 :]:
            apart = east <= other_west or other_east <= west or north <= other_south or other_north <= south
            assert apart or parent != other_parent
