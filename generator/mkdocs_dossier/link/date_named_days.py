"""Days that name an event: `the October 7 attack`, `the January 6 committee`. Such a day keeps its own year.

The table is small, and events of the collection that say `known_by_date` extend it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from mkdocs_dossier.link.date_phrases import GAP, NamedDay, Scene, day_without_year
from mkdocs_dossier.link.date_tense import is_past_noun
from mkdocs_dossier.model.records import Event

_EVENTS = tuple(
    "attack assault massacre bombing blast explosion shooting killing raid clash strike riot protest march uprising "
    "revolution coup plot crackdown invasion offensive disaster earthquake fire flood victim hostage survivor "
    "anniversary".split()
)
BUILT_IN = (
    NamedDay("2023-10-07", (*_EVENTS, "captive")),
    NamedDay("2021-01-06", ("attack", "riot", "insurrection", "committee", "rioter", "panel", "hearing", "defendant")),
    NamedDay("2016-07-15", ("coup", "putsch")),
    NamedDay("2015-11-13", ("attack", "attacker")),
    NamedDay("2005-07-07", ("bombing", "bomber", "attack")),
    NamedDay("1944-07-20", ("plot", "plotter")),
)
_NOUN = re.compile(
    rf"{GAP}(?:(?:terror(?:ist)?|deadly|failed|attempted|[A-Z][A-Za-z-]+){GAP})?(?P<noun>[a-z]+)(?![\w-])"
)
_DETERMINED = re.compile(rf"(?:\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Tt]hat|[Tt]his)|['’]s){GAP}\Z")
_SOON = 60
"""Days within which an event that is only called by its day is one of the news."""

_GRACE = 3


def named_days(events: Iterable[Event]) -> tuple[NamedDay, ...]:
    """Return the table, with the events of a collection that are known by their date."""
    own = sorted(
        NamedDay(event.date.text, (*_EVENTS, *_words(event.title)))
        for event in events
        if event.known_by_date and event.date.precision == "day"
    )
    return (*own, *BUILT_IN)


def _words(title: str) -> tuple[str, ...]:
    return tuple(sorted({word.lower().removesuffix("s") for word in re.findall(r"[A-Za-z]{3,}", title)}))


def named_day(scene: Scene, month: int, day: int, end: int) -> str | None:
    """Return the day of the event that a month and day ending at `end` name with the noun behind them."""
    noun = _NOUN.match(scene.text, end, scene.end)
    if noun is None:
        return None
    named, today = f"-{month:02}-{day:02}", scene.published.isoformat()
    known = (known.day for known in scene.named if known.day.endswith(named) and _is_one(noun["noun"], known.nouns))
    return next((day for day in known if day <= today), None)


def _is_one(word: str, nouns: Collection[str]) -> bool:
    """Whether `word`, or what it is the plural of, is among the nouns."""
    return word in nouns or (word.endswith("s") and (word[:-1] in nouns or word.removesuffix("es") in nouns))


def is_left_alone(scene: Scene, start: int, month: int, day: int, end: int) -> bool:
    """Whether a day names an event of which nobody here knows the year: `the October 3 attack`, long after."""
    noun = _NOUN.match(scene.text, end, scene.end)
    if (
        noun is None
        or not _is_one(noun["noun"], _EVENTS)
        or not _DETERMINED.search(scene.text, max(0, start - 8), start)
    ):
        return False
    near = day_without_year(scene.published, month, day, None)
    if near is None:
        return True
    ahead = (near - scene.published).days
    return not -_SOON <= ahead <= (_GRACE if is_past_noun(noun["noun"]) else _SOON)
