"""Which hits name actors: full names, weak names, surnames, and names that several actors share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_dossier.link.choose import Covers, TextSpan, leftmost_longest, span_around
from mkdocs_dossier.link.fold import fold_phrase
from mkdocs_dossier.link.lexicon import Owner
from mkdocs_dossier.link.matcher import Hit
from mkdocs_dossier.link.surnames import PersonName

_PARTICLES = frozenset("al el de di da van von bin".split())
_WORDS_BEFORE = re.compile(rf"((?:[^\W\d_][\w'’.]*[ \n]){{1,3}})(?:(?:{'|'.join(sorted(_PARTICLES))})[ \n-])?$")
_WORD_AFTER = re.compile(r"[ \n]([^\W\d_][\w-]+)")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NO_GIVEN_NAMES = frozenset(
    """The A An This That These Those His Her Its Their Our My Your And But Or Nor For Yet So If As At By In On To Of
    Off From With Without Within After Before Since Until When While Where Although Though Because However Then Than
    Once Like Unlike Under Over Against Among Between Both Even Only Also Still Not No Yes Now Today Yesterday
    Meanwhile Later Earlier Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sir Dame Lord Lady President Vice Prime Minister
    Secretary Senator Sen. Rep. Gov. Governor Mayor Judge Justice King Queen Prince Princess Emir Sheikh Sultan Imam
    Ayatollah Pope General Gen. Lt. Lieutenant Maj. Major Col. Colonel Capt. Captain Adm. Admiral Rear Brig.
    Brigadier Sgt. Marshal Commander Chief Ambassador Envoy Spokesman Spokeswoman Spokesperson Professor Prof.
    Chancellor Premier Chairman Chairwoman Director Comrade Candidate State Defence Defense Affairs Staff Interior
    Finance Treasury Justice Security Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March April May June July August September October November December""".split()
)
"""Words with a capital that may stand before a surname without being another person's given name."""


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
    day: dt.date,
    sentences: Sequence[TextSpan],
    persons: Mapping[str, PersonName],
    places: Sequence[TextSpan],
) -> tuple[list[NamedHit], list[RejectedHit]]:
    """Return what the hits of actors name, and what was refused.

    Args:
        persons: By id.
        places: Where countries are named.
    """
    hits = list(hits)
    full = [hit for hit in hits if hit.owners.full]
    named = _named_in_full(full, day)
    others = Covers([*places, *((hit.start, hit.end) for hit in full)])
    found: list[NamedHit] = []
    refused: list[RejectedHit] = []
    for hit in hits:
        result = _judge(hit, named, day)
        if isinstance(result, RejectedHit):
            refused.append(result)
            continue
        if result.owner.rule == "surname":
            names = [persons[owner.key] for owner in hit.owners if owner.key in persons]
            sentence = span_around(sentences, hit.start, hit.end) or (0, len(text))
            if _other_person(hit, text, sentence, names, others):
                reason = "the surname stands after another given name"
                refused.append(RejectedHit(hit.start, hit.end, hit.owners.keys, reason))
                continue
        found.append(result)
    chosen = leftmost_longest(found)
    refused += _shut_out(found, chosen)
    refused += [RejectedHit(f.start, f.end, f.shared, "several actors have this name") for f in chosen if f.shared]
    return chosen, refused


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


def _judge(hit: Hit, named: dict[str, int], day: dt.date) -> NamedHit | RejectedHit:
    full, keys = hit.owners.full, hit.owners.keys
    if len(keys) == 1 and (full or named.get(keys[0], hit.start) < hit.start):  # by far the most common
        return NamedHit(hit.start, hit.end, full[0] if full else hit.owners[0])
    weak = [o for o in hit.owners if o.weak and named.get(o.key, hit.start) < hit.start]
    able = (*full, *(owner for owner in weak if owner.key not in hit.owners.full_keys))
    if not able:
        return RejectedHit(hit.start, hit.end, keys, "a weak name, and nobody of that name was named in full before")
    if len({owner.key for owner in able}) == 1:
        return NamedHit(hit.start, hit.end, able[0])
    chosen = _one_of(able, named, day)
    if chosen is None and len(hit.owners.full_keys) == 1:
        chosen = full[0]
    if chosen is None and not full:
        return RejectedHit(hit.start, hit.end, keys, "a weak name that several actors in this article share")
    return NamedHit(hit.start, hit.end, chosen or able[0], () if chosen else hit.owners.full_keys)


def _other_person(hit: Hit, text: str, sentence: TextSpan, names: Sequence[PersonName], others: Covers) -> bool:
    """Tell whether a surname is part of the name of somebody else.

    Args:
        names: Of those who have this surname.
        others: Spans of other names, none of which is a given name.
    """
    given = names[0].given if len(names) == 1 else frozenset[str]().union(*(name.given for name in names))
    if any([name.family_first for name in names]):  # noqa: C419 - a list is the quicker for one or two
        after = _WORD_AFTER.match(text, hit.end, sentence[1])
        if after is not None and _may_be_given(after[1]) and fold_phrase(after[1]) not in given:
            return True
    start = max(sentence[0], hit.start - 60)
    if _is_plainly_alone(text, start, hit.start, given):
        return False
    before = _WORDS_BEFORE.search(text, _after_spaces(text, start, hit.start, 5), hit.start)
    if before is None:
        return False
    words = before[1].split()
    if any(fold_phrase(word) in given for word in words):
        return False
    if len(words) > 1 and _INITIAL.fullmatch(words[-1]):
        words.pop()
    at = text.rfind(words[-1], start, hit.start)
    return _may_be_given(words[-1]) and not others.hold(at, at + 1)


def _is_plainly_alone(text: str, start: int, end: int, given: frozenset[str]) -> bool:
    """Tell whether the one word before, between `start` and `end`, tells already that nobody else's given name stands
    there.

    It is one of these persons' own, or a word in small letters. So it is most often, and a look at more words takes
    long.
    """
    word = text[start : end - 1].rpartition(" ")[2]
    if text[end - 1 : end] != " " or not word.isalpha() or word in _PARTICLES:
        return False
    return word.islower() or (word if word.isascii() else fold_phrase(word)) in given


def _after_spaces(text: str, start: int, end: int, count: int) -> int:
    """Return where the text begins, from `start` on, that has no more than `count` spaces up to `end`."""
    at = end
    for _ in range(count):
        at = text.rfind(" ", start, at)
        if at < 0:
            return start
    return at


def _may_be_given(word: str) -> bool:
    possessive = word.endswith(("'s", "’s"))
    return word[:1].isupper() and not word.isupper() and not possessive and word not in _NO_GIVEN_NAMES


def _shut_out(found: list[NamedHit], chosen: list[NamedHit]) -> list[RejectedHit]:
    kept = {(f.start, f.end) for f in chosen}
    return [
        RejectedHit(f.start, f.end, (f.owner.key,), "part of a longer name")
        for f in found
        if (f.start, f.end) not in kept
    ]
