"""Which pages of the last build are what they were, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.plugin.last_build import LastPages

if TYPE_CHECKING:
    from generator.pages.all import Unit
    from generator.pages.traced import Fact

Known = tuple[Sequence[str], Sequence[int]]
"""Of a unit: where its pages lie, and the numbers of the facts they were made of."""


def same_units(before: LastPages, digest: Callable[[Fact], str]) -> dict[Unit, Known]:
    """Return the units of which no fact says anything else now. digest: of what a fact says now."""
    changed = {
        number
        for number, (fact, then) in enumerate(zip(before.facts, before.digests, strict=True))
        if digest(fact) != then
    }
    return {(kind, key): (targets, facts) for kind, key, targets, facts in before.units if changed.isdisjoint(facts)}


def joined_pages(
    units: Iterable[Unit],
    kept: Mapping[Unit, Known],
    before: LastPages | None,
    made: Mapping[Unit, Known],
    facts: Sequence[Fact],
    digest: Callable[[Fact], str],
) -> LastPages:
    """Return what pages are made of now. kept: units of the build before. made: in this one; facts: theirs."""
    numbers: dict[Fact, int] = {}

    def number(fact: Fact) -> int:
        return numbers.setdefault(fact, len(numbers))

    old = [] if before is None else before.facts
    new = [number(fact) for fact in facts]
    joined: list[tuple[str, str, list[str], list[int]]] = []
    for unit in units:
        if unit in kept:
            targets, own = kept[unit]
            joined.append((*unit, list(targets), [number(old[n]) for n in own]))
        else:
            targets, own = made[unit]
            joined.append((*unit, list(targets), [new[n] for n in own]))
    return LastPages(list(numbers), [digest(fact) for fact in numbers], joined)
