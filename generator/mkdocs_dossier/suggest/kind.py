"""The likely type of what a name names, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple, get_args

from mkdocs_dossier.model.records import ActorType
from mkdocs_dossier.suggest.clues import ACTS, ARTICLE, DOES, FROM, PLACE, THING, TypeClue
from mkdocs_dossier.suggest.heads import head_type
from mkdocs_dossier.suggest.spelling import folded, latin_words
from mkdocs_dossier.suggest.things import thing_word
from mkdocs_dossier.suggest.words import PARTICLES

_BESIDE = (ACTS, DOES, ARTICLE, FROM)
"""Clues that tell no type."""

_ACTOR_TYPES: Mapping[str, ActorType] = {type: type for type in get_args(ActorType)}


class Guess(NamedTuple):
    """What a name is likely to name.

    Attributes:
        type: The likely type of actor.
        place, thing: Whether it is a place or another thing, and so no actor.
        sure: How much speaks for an actor, from 0 to 3.
    """

    type: ActorType
    place: bool
    thing: bool
    reason: str
    sure: int


@dataclass(frozen=True, slots=True)
class CollectionClues:
    """What the whole collection tells.

    Attributes:
        outlets: Folded names of outlets.
        given: First names of known persons.
        small: In how many articles each word is written small.
        lands: Words of countries' names, folded.
        far: Folded demonyms of countries that the collection is not about.
    """

    outlets: Set[str]
    given: Set[str]
    small: Mapping[str, int]
    lands: Set[str]
    far: Set[str]


def guess(name: str, clues: Iterable[TypeClue], around: CollectionClues) -> Guess:
    """Return what a name is likely to name.

    Args:
        clues: Of all its places.
    """
    counts = Counter(clues)
    by_type: Counter[str] = Counter()
    for clue, number in counts.items():
        by_type[clue.type] += number
    parts = name.split()
    if len(parts) == 1:  # "from X": a person's name has two words, a place's seldom
        by_type[PLACE] += by_type[FROM]
    if is_acronym(name):
        by_type[PLACE] = by_type[THING] = 0
    if folded(name) in around.outlets and by_type["person"] == 0:
        return _actor("media", "articles give it as an outlet", 3 if by_type["media"] else 2)
    if (thing := thing_word(parts)) is not None and by_type["person"] == 0:
        return _no_actor(thing[0], f"“{thing[1]}” in its name")
    head = head_type(parts)
    if head is not None and by_type["person"] <= by_type[head[0]]:
        if head[1][0].isupper():
            return _actor(head[0], f"“{head[1]}” in its name", 3)
        far = any(folded(" ".join(parts[:count])) in around.far for count in (1, 2, 3))
        return Guess(head[0], False, False, f"“{head[1]}” in its name", 0 if far else 2)
    best = _best(counts, by_type)
    if best is not None:
        type = _ACTOR_TYPES.get(best.type)
        return _no_actor(best.type, best.why) if type is None else _actor(type, best.why, 3)
    if head is not None:
        return _actor(head[0], f"“{head[1]}” in its name", 3)
    verb = next((clue.why for clue in counts if clue.type == ACTS), "")
    return _by_shape(parts, by_type, verb, around)


def _actor(type: ActorType, reason: str, sure: int) -> Guess:
    return Guess(type, False, False, reason, sure)


def _no_actor(type: str, reason: str) -> Guess:
    return Guess("other", type == PLACE, type == THING, reason, 0)


def is_acronym(name: str) -> bool:
    return len(name) > 1 and name.isupper() and " " not in name


def _best(counts: Counter[TypeClue], by_type: Counter[str]) -> TypeClue | None:
    """Return the clue that counts: of the type for which most is found, that for actors before that for places."""
    found = [(number, type not in (PLACE, THING), type) for type, number in by_type.items() if number]
    found = [each for each in found if each[2] not in _BESIDE]
    if not found:
        return None
    _, _, type = max(found)
    if type in (PLACE, THING) and by_type[ACTS] >= by_type[type]:
        return None
    why = max((number, clue.why) for clue, number in counts.items() if clue.type in (type, type == PLACE and FROM))[1]
    return TypeClue(type, why)


def _by_shape(parts: list[str], by_type: Mapping[str, int], verb: str, around: CollectionClues) -> Guess:
    """Return what the words of a name alone tell, and whether it acts."""
    acts = bool(verb)
    if is_acronym(" ".join(parts)):
        return _actor("organization", "an acronym", 2 if acts else 1)
    if len(parts) == 1:
        return _lone(verb, article=by_type.get(ARTICLE, 0) > 0)
    if by_type.get(ARTICLE, 0) or not _is_personal(parts, around):
        return _actor("organization", verb or "a name of several words", 2 if acts else 1)
    if latin_words(" ".join(parts))[:1] and latin_words(" ".join(parts))[0] in around.given:
        return _actor("person", "a first name that others in the collection have", 3)
    more = f", and {verb}" if acts else ""
    return _actor("person", f"it has the shape of a person's name{more}", 3 if acts or by_type.get(DOES, 0) else 2)


def _lone(verb: str, *, article: bool) -> Guess:
    if verb:
        return _actor("organization", verb, 2)
    return _actor("other", "“the” stands before it" if article else "a name", 1 if article else 0)


def _is_personal(parts: list[str], around: CollectionClues) -> bool:
    """Tell whether a name may be a person's: two to four words, none of which is an ordinary word or a country's
    name.
    """
    words = [part for part in parts if part.lower() not in PARTICLES]
    return (
        2 <= len(words) <= 4
        and all(word[:1].isupper() or "-" in word or "'" in word or "’" in word for word in words)
        and not any(
            (word.isupper() and len(word) > 2)
            or (len(word) > 3 and around.small.get(word.lower(), 0))
            or folded(word) in around.lands
            for word in words
        )
    )
