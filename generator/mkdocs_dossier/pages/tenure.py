"""How long an office can have been held: as its own dates tell, and while both its holder and where it is held existed.

Of a date that is not known to the day, the possible day that leaves the most time counts: a year without more rules
nothing out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mkdocs_dossier.model.records import Actor, Role


@dataclass(frozen=True, slots=True)
class Tenure:
    """The first and last day on which an office can have been held; `date.min`, `date.max` where nothing tells.

    dated: whether the office has a date of its own. over: whether its end is known, or it ended with its holder or with
    where it was held.
    """

    first: date
    last: date
    dated: bool
    over: bool

    def overlaps(self, first: date, last: date) -> bool:
        """Whether the office may have been held between two days. Without a date of its own that is not said."""
        return self.dated and max(first, self.first) <= min(last, self.last)


def tenure(role: Role, holder: Actor, find: Callable[[str], Actor | None]) -> Tenure:
    """Return how long `holder` can have had the office. find: an actor by id, as it may be held in one."""
    place = find(role.organization) if role.organization is not None else None
    existed = (holder,) if place is None else (holder, place)
    starts = (role.since, *(start for actor in existed for start in (actor.born, actor.founded)))
    ends = (role.until, *(end for actor in existed for end in (actor.died, actor.dissolved)))
    return Tenure(
        first=max((start.first for start in starts if start is not None), default=date.min),
        last=min((end.last for end in ends if end is not None), default=date.max),
        dated=role.since is not None or role.until is not None,
        over=any(end is not None for end in ends),
    )
