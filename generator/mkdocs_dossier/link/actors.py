"""Which hits name actors: full names, weak names, surnames, and names that several actors share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_dossier.link.choose import Covers, TextSpan, is_part, leftmost_longest
from mkdocs_dossier.link.lexicon import Owner, Owners
from mkdocs_dossier.link.matcher import Hit
from mkdocs_dossier.link.name_words import openers
from mkdocs_dossier.link.other_person import Surroundings, is_other_person, why_longer, why_no_surname, why_no_title
from mkdocs_dossier.link.surnames import PersonName
from mkdocs_dossier.model.records import Article

SHARED = "several actors have this name"
_PART = "part of a longer name"
SHARED_WEAK = "a weak name that several actors in this article share"

_OF_RECORDS = ("name", "alias")
"""What an author did not decide upon by hand."""


class NamedHit(NamedTuple):
    """A hit that names something.

    Attributes:
        shared: All that own the phrase, where it could not be told which is meant.
    """

    start: int
    end: int
    owner: Owner
    shared: tuple[str, ...] = ()


class RejectedHit(NamedTuple):
    """A hit that names nothing, and why."""

    start: int
    end: int
    keys: tuple[str, ...]
    reason: str


def choose_actors(
    hits: Iterable[Hit],
    text: str,
    record: Article,
    sentences: Sequence[TextSpan],
    persons: Mapping[str, PersonName],
    places: Sequence[TextSpan],
) -> tuple[list[NamedHit], list[RejectedHit]]:
    """Return what the hits of actors name, and what was refused.

    Args:
        persons: By id.
        places: Where countries are named.
    """
    day = record.day
    hits, refused = _of_the_day(hits, day)
    full = [hit for hit in hits if hit.owners.full]
    others = Covers([*places, *((hit.start, hit.end) for hit in full)])
    around = Surroundings(text, sentences, others, openers(record.lang), record.lang.startswith("de"))
    longer = [*_longer(full, around, persons), *_no_titles(hits, around, persons)]
    if longer:
        refused += longer
        gone = {(hit.start, hit.end) for hit in longer}
        hits, full = ([hit for hit in some if (hit.start, hit.end) not in gone] for some in (hits, full))
    named = _named_in_full(full, day)
    found: list[NamedHit] = []
    for hit in hits:
        result = _judge(hit, named, day)
        if isinstance(result, RejectedHit):
            refused.append(result)
            continue
        if result.owner.rule == "surname":
            names = [persons[owner.key] for owner in hit.owners if owner.key in persons]
            reason = why_no_surname(hit, around, names)
            if reason is not None:
                refused.append(RejectedHit(hit.start, hit.end, hit.owners.keys, reason))
                continue
        found.append(result)
    chosen = leftmost_longest(found)
    inside = [(f.start, f.end) for f in chosen]
    refused = [r._replace(reason=_PART) if is_part(inside, r.start, r.end) else r for r in refused]
    refused += _shut_out(found, chosen)
    refused += [RejectedHit(f.start, f.end, f.shared, SHARED) for f in chosen if f.shared]
    return chosen, refused


def _of_the_day(hits: Iterable[Hit], day: dt.date) -> tuple[list[Hit], list[RejectedHit]]:
    """The hits without owners who were not born yet, or did not hold the office that day."""
    kept: list[Hit] = []
    refused: list[RejectedHit] = []
    for hit in hits:
        if not hit.owners.are_dated:
            kept.append(hit)
            continue
        owners = Owners([owner for owner in hit.owners if _why_not_that_day(owner, day) is None])
        if owners:
            kept.append(hit.of(owners) if len(owners) < len(hit.owners) else hit)
        else:
            reason = _why_not_that_day(hit.owners[0], day) or ""
            refused.append(RejectedHit(hit.start, hit.end, hit.owners.keys, reason))
    return kept, refused


def _why_not_that_day(owner: Owner, day: dt.date) -> str | None:
    if owner.born is not None and owner.born.first > day:
        return "the person was born after the article was published"
    if owner.rule == "title" and not _in_use(owner, day):
        return "the person does not hold that office on the article's day"
    return None


def _no_titles(hits: list[Hit], around: Surroundings, persons: Mapping[str, PersonName]) -> list[RejectedHit]:
    """The titles with a surname that may be somebody else's: another of the surname is in the article."""
    titled = [hit for hit in hits if hit.owners[0].rule == "title"]
    others = {key for hit in titled for key in hit.owners.keys}
    for hit in hits if titled else ():
        if hit.owners[0].rule == "surname" and (doubted := others.intersection(hit.owners.keys)):
            names = [persons[key] for key in hit.owners.keys if key in persons]
            if not _is_free(hit, around, names):
                continue
            others -= doubted
    return [
        RejectedHit(hit.start, hit.end, hit.owners.keys, reason)
        for hit in titled
        if (reason := why_no_title(hit, around, others)) is not None
    ]


def _is_free(hit: Hit, around: Surroundings, names: Sequence[PersonName]) -> bool:
    return is_other_person(hit, around, names, around.sentence(hit))


def _longer(full: list[Hit], around: Surroundings, persons: Mapping[str, PersonName]) -> list[RejectedHit]:
    """The full names of persons that are part of a longer name here."""
    return [
        RejectedHit(hit.start, hit.end, hit.owners.keys, reason)
        for hit in full
        if all([owner.key in persons and owner.rule in _OF_RECORDS for owner in hit.owners.full])  # noqa: C419
        and (reason := why_longer(hit, around)) is not None
    ]


def _named_in_full(full: list[Hit], day: dt.date) -> dict[str, int]:
    """For each actor that a full name of its own names: where that happens first."""
    named: dict[str, int] = {}
    shared = []
    for hit in leftmost_longest(full):
        if len(hit.owners.keys) == 1:
            named.setdefault(hit.owners[0].key, hit.start)
        else:
            shared.append(hit)
    for hit in shared:
        owner = _one_of(hit.owners, named, day) or (hit.owners.full[0] if len(hit.owners.full_keys) == 1 else None)
        if owner is not None:
            named[owner.key] = min(hit.start, named.get(owner.key, hit.start))
    return named


def _one_of(owners: tuple[Owner, ...], named: dict[str, int], day: dt.date) -> Owner | None:
    """Return the owner that the article names in full by another name, or whose name was in use on that day; else
    None.
    """
    for kept in (
        [owner for owner in owners if owner.key in named],
        [owner for owner in owners if (owner.since or owner.until) and _in_use(owner, day)],
    ):
        if len({owner.key for owner in kept}) == 1:
            return kept[0]
    return None


def _in_use(owner: Owner, day: dt.date) -> bool:
    return (owner.since is None or owner.since.first <= day) and (owner.until is None or day <= owner.until.last)


def _is_known(owner: Owner, named: dict[str, int], hit: Hit) -> bool:
    """Whether the actor was named before. A headline in capitals stands before the text that names in full."""
    return owner.key in named if owner.only == "capitals" else named.get(owner.key, hit.start) < hit.start


def _judge(hit: Hit, named: dict[str, int], day: dt.date) -> NamedHit | RejectedHit:
    full, keys = hit.owners.full, hit.owners.keys
    if len(keys) == 1 and (full or named.get(keys[0], hit.start) < hit.start):  # by far the most common
        return NamedHit(hit.start, hit.end, full[0] if full else hit.owners[0])
    weak = [o for o in hit.owners if o.weak and _is_known(o, named, hit)]
    able = (*full, *(owner for owner in weak if owner.key not in hit.owners.full_keys))
    if not able:
        return RejectedHit(hit.start, hit.end, keys, "a weak name, and nobody of that name was named in full before")
    if len({owner.key for owner in able}) == 1:
        return NamedHit(hit.start, hit.end, able[0])
    chosen = _one_of(able, named, day)
    if chosen is None and len(hit.owners.full_keys) == 1:
        chosen = full[0]
    if chosen is None and not full:
        return RejectedHit(hit.start, hit.end, keys, SHARED_WEAK)
    return NamedHit(hit.start, hit.end, chosen or able[0], () if chosen else hit.owners.full_keys)


def _shut_out(found: list[NamedHit], chosen: list[NamedHit]) -> list[RejectedHit]:
    kept = {(f.start, f.end) for f in chosen}
    return [RejectedHit(f.start, f.end, (f.owner.key,), _PART) for f in found if (f.start, f.end) not in kept]
