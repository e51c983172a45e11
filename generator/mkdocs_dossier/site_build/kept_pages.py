"""Finds out which pages of the last build are still right, and notes what pages depend on for the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from mkdocs_dossier.site_build.build_manifest import LastPages

if TYPE_CHECKING:
    from mkdocs_dossier.incremental.dependencies import Dependency
    from mkdocs_dossier.pages.kinds import Unit

KeptUnit = tuple[Sequence[str], Sequence[int]]
"""Of a unit: where its pages lie, and the numbers of the dependencies on which they rest."""


def same_units(before: LastPages, digest: Callable[[Dependency], str]) -> dict[Unit, KeptUnit]:
    """Return the units of which every dependency is answered as before.

    Args:
        digest: Gives the digest of the present answer to a question.
    """
    changed = {
        number
        for number, (dependency, then) in enumerate(zip(before.dependencies, before.digests, strict=True))
        if digest(dependency) != then
    }
    return {(kind, key): (targets, own) for kind, key, targets, own in before.units if changed.isdisjoint(own)}


def joined_pages(
    units: Iterable[Unit],
    kept: Mapping[Unit, KeptUnit],
    before: LastPages | None,
    made: Mapping[Unit, KeptUnit],
    dependencies: Sequence[Dependency],
    digest: Callable[[Dependency], str],
) -> LastPages:
    """Return what pages rest on now.

    Args:
        kept: Units that stay as the build before made them.
        made: Units that this build made.
        dependencies: The questions of these, to which they refer by number.
    """
    numbers: dict[Dependency, int] = {}

    def number(dependency: Dependency) -> int:
        return numbers.setdefault(dependency, len(numbers))

    old = [] if before is None else before.dependencies
    new = [number(dependency) for dependency in dependencies]
    joined: list[tuple[str, str, list[str], list[int]]] = []
    for unit in units:
        if unit in kept:
            targets, own = kept[unit]
            joined.append((*unit, list(targets), [number(old[n]) for n in own]))
        else:
            targets, own = made[unit]
            joined.append((*unit, list(targets), [new[n] for n in own]))
    return LastPages(list(numbers), [digest(dependency) for dependency in numbers], joined)
