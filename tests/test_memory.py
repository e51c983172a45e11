"""The memory between builds: what is taken again, and what is made anew."""

from __future__ import annotations

from generator.memory import Memory


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
