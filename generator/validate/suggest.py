"""Did you mean: the likeliest of the known names for one that is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

MEANT = "did you mean "
"""With this a hint begins that names something close."""

_LONGEST = 200
"""Nobody meant a name of more characters than this; comparing takes the square of them."""

_FEW = 100
"""So many names are compared one by one."""


@dataclass(frozen=True, slots=True)
class Names:
    """Known names by their small letters. by_pair: in which of these two letters follow each other."""

    folded: Mapping[str, str]
    by_pair: Mapping[str, tuple[str, ...]]


def index_names(known: Iterable[str]) -> Names:
    """Return the names such that what was meant is found at once among thousands."""
    folded = {name.lower(): name for name in known if len(name) <= _LONGEST}
    by_pair: dict[str, list[str]] = {}
    for name in folded if len(folded) > _FEW else ():
        for pair in _pairs(name):
            by_pair.setdefault(pair, []).append(name)
    return Names(folded, {pair: tuple(names) for pair, names in by_pair.items()})


def closest(unknown: str, names: Names) -> str | None:
    """Return the known name that is most like `unknown`, or None where none is like it."""
    if len(unknown) > _LONGEST:
        return None
    for spelling in (unknown.lower().replace(" ", "-"), unknown.lower()):
        found = get_close_matches(spelling, _candidates(spelling, names), n=1, cutoff=0.7)
        if found:
            return names.folded[found[0]]
    return None


def did_you_mean(unknown: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """Return `did you mean 'x'?`, or `otherwise` where nothing known is close."""
    name = closest(unknown, index_names(known))
    return otherwise if name is None else f"{MEANT}'{name}'?"


def _candidates(spelling: str, names: Names) -> Iterable[str]:
    """The names that have most pairs of letters in common with a spelling: to compare all takes too long."""
    if not names.by_pair:
        return names.folded
    shared = Counter(name for pair in _pairs(spelling) for name in names.by_pair.get(pair, ()))
    return [name for name, _ in shared.most_common(_FEW)]


def _pairs(name: str) -> set[str]:
    padded = f"\n{name}\n"
    return {padded[at : at + 2] for at in range(len(padded) - 1)}
