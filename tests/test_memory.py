"""The memory between builds: what is taken again, and what is made anew."""

from __future__ import annotations

from generator.memory import Memory, settled


def test_what_is_made_of_the_same_objects_is_taken_again_and_of_equal_ones_made_anew() -> None:
    memory, made = Memory(), []

    def make() -> list[str]:
        made.append("")
        return ["result"]

    text = ("a", "text")
    first = memory.recall("slot", (text,), make)
    memory.begin()
    assert memory.recall("slot", (text,), make) is first
    assert memory.recall("slot", (tuple(iter(text)),), make) is not first
    assert len(made) == 2


def test_what_a_run_did_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    value = memory.settle("slot", ["value"])
    memory.begin()
    assert memory.settle("slot", ["value"]) is value
    memory.begin()
    memory.begin()
    assert memory.last("slot") is None


def test_an_equal_value_is_the_last_one_itself() -> None:
    memory = Memory()
    value = memory.settle("slot", ["value"])
    assert memory.settle("slot", ["value"]) is value
    assert memory.settle("slot", ["other"]) == ["other"]


def test_a_result_is_renewed_from_the_last_one() -> None:
    memory = Memory()
    first, second = ("a",), ("b",)
    assert memory.renew("slot", (first,), lambda before: [before]) == [None]
    memory.begin()
    assert memory.renew("slot", (first,), lambda before: []) == [None]
    memory.begin()
    assert memory.renew("slot", (second,), lambda before: [before]) == [[None]]


def test_of_many_items_only_those_are_made_that_are_not_the_very_same() -> None:
    memory, made = Memory(), []

    def make(item: list[str]) -> list[str]:
        made.append(item[0])
        return [item[0].upper()]

    a, b = ["a"], ["b"]
    first = memory.each("slot", {"x": a, "y": b}, make)
    memory.begin()
    second = memory.each("slot", {"x": a, "y": ["c"]}, make)
    assert second == {"x": ["A"], "y": ["C"]} and second["x"] is first["x"]
    memory.begin()
    assert memory.each("slot", {"x": a, "y": ["c"]}, make) is second
    assert list(memory.each("slot", {"z": b, "x": a}, make).items()) == [("z", ["B"]), ("x", ["A"])]
    assert made == ["a", "b", "c", "c", "b"]
    memory.begin()
    assert list(memory.each("slot", {"x": a, "z": b}, make)) == ["x", "z"]


def test_a_mapping_is_settled_if_its_order_and_its_very_values_are_the_same() -> None:
    a, b = ["a"], ["b"]
    before = {"x": a, "y": b}
    assert settled(before, {"x": a, "y": b}) is before
    for other in ({"y": b, "x": a}, {"x": a}, {"x": a, "y": ["b"]}, {"x": a, "z": b}):
        assert settled(before, other) is other
    assert settled(None, before) is before
