"""Which pages of the last build are what they were, and what this one leaves for the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.pages.all import Unit
from generator.pages.traced import Fact
from generator.plugin.last_build import LastPages

WHOLE = frozenset(("index", "explore"))
"""Kinds of pages that tell of everything, so that nearly each change concerns them: always made anew."""

Known = tuple[Sequence[str], Sequence[int]]
"""Of a unit: where its pages lie, and the numbers of the facts they were made of."""


def same_units(before: LastPages, digest: Callable[[Fact], str]) -> dict[Unit, Known]:
    """Return the units of which no fact says anything else now. digest: of what a fact says now."""
    changed = {
        number
        for number, (fact, then) in enumerate(zip(before.facts, before.digests, strict=True))
        if digest(fact) != then
    }
    return {
        (kind, key): (targets, facts)
        for kind, key, targets, facts in before.units
        if kind not in WHOLE and changed.isdisjoint(facts)
    }


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
    digests: list[str] = []
    old = [] if before is None else before.facts

    def number(fact: Fact) -> int:
        found = numbers.get(fact)
        if found is None:
            found = numbers[fact] = len(digests)
            digests.append(digest(fact))
        return found

    joined = []
    for unit in units:
        (targets, own), source = (kept[unit], old) if unit in kept else (made[unit], facts)
        joined.append((*unit, list(targets), [] if unit[0] in WHOLE else [number(source[n]) for n in own]))
    return LastPages(list(numbers), digests, joined)
