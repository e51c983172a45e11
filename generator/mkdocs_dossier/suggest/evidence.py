"""How widely a name is used, and the sentences to show for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mkdocs_dossier.model.suggestion import Evidence
from mkdocs_dossier.suggest.groups import NameGroup, NamePlace, articles_of

SHOWN = 3
"""So many sentences are shown with each name."""


def spread(group: NameGroup) -> tuple[int, int, int]:
    """Return how many articles, outlets and days use a name. Articles without an outlet count as of one."""
    records = [article.record for article in articles_of(group)]
    return len(records), len({record.outlet for record in records}), len({record.day for record in records})


def shown(places: Iterable[NamePlace]) -> tuple[Evidence, ...]:
    """Return three of the places: of different outlets if there are, then in different articles, then in different
    sentences; those first that tell most.
    """
    left = sorted(places, key=lambda place: (not place.sighting.sure, -place.sighting.words))
    chosen: list[NamePlace] = []
    for same in (_outlet, _article, _sentence):
        chosen += _unlike(left, chosen, same)[: SHOWN - len(chosen)]
    return tuple(Evidence(p.article, p.sighting.sentence, p.sighting.start, p.sighting.end) for p in chosen)


def _unlike(
    left: Sequence[NamePlace], chosen: Iterable[NamePlace], same: Callable[[NamePlace], object]
) -> list[NamePlace]:
    """Return the places that differ in some respect from those chosen, and from each other."""
    seen = {same(place) for place in chosen}
    found: list[NamePlace] = []
    for place in left:
        if same(place) not in seen:
            seen.add(same(place))
            found.append(place)
            if len(found) == SHOWN:
                break
    return found


def _outlet(place: NamePlace) -> object:
    return place.article.record.outlet


def _article(place: NamePlace) -> object:
    return place.article.id


def _sentence(place: NamePlace) -> object:
    return place.article.id, place.sighting.sentence
