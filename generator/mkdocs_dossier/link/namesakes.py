"""Whether the name of a country is a person's, or another place's, here: `Colin Jordan`, `Tennessee and Georgia`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from mkdocs_dossier.link.matcher import Hit
from mkdocs_dossier.link.name_words import listed
from mkdocs_dossier.link.other_person import Surroundings

_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[ \n]$")
_AFTER = re.compile(r"[ \n]([^\W\d_][\w-]*)(['’]s)?")
_OF_A_CITY = re.compile(r"[^\W\d_]+, Georgia")
"""What `not` hides already."""
_PERSON = "a person's name"
_STATE = "a state or city of the United States"


def why_no_country(hits: Sequence[Hit], around: Surroundings) -> Mapping[Hit, str]:
    """Return those of an article's hits that name no country, and why."""
    reasons: dict[Hit, str] = {}
    persons: dict[str, int] = {}
    for hit in hits:
        if _is_state(hit, around):
            reasons[hit] = _STATE
        elif _is_person(hit, around):
            reasons[hit] = _PERSON
            persons.setdefault(_word(hit, around), hit.start)
    for hit in hits if persons else ():
        # A headline in capitals stands before the text that says who is meant.
        since = persons.get(_word(hit, around))
        if hit in reasons or since is None or (hit.start < since and not around.is_in_capitals(hit)):
            continue
        if not _is_place(hit, around) and not _is_named_otherwise(hit, hits, around):
            reasons[hit] = _PERSON
    return reasons


def _word(hit: Hit, around: Surroundings) -> str:
    """The words of a hit; those in capitals as they are written elsewhere."""
    word = around.text[hit.start : hit.end]
    return word.capitalize() if len(word) > 3 and word.isupper() and " " not in word else word


def _is_person(hit: Hit, around: Surroundings) -> bool:
    """Whether another name stands before or behind a country's of one word."""
    text = around.text
    if text[hit.start - 1 : hit.start] in (" ", "\n"):
        before = _BEFORE.search(text, max(0, hit.start - 20), hit.start)
        if before is not None and _is_given(before[1], before.start(1), around):
            return " " not in text[hit.start : hit.end]
    if not text[hit.end + 1 : hit.end + 2].isupper() or text[hit.start : hit.end] not in _words("given names too"):
        return False
    after = _AFTER.match(text, hit.end)
    if after is None or after[1].isupper() or around.openers.has(after[1]):
        return False
    if after[1] in listed("institutions") or after[1] in _words("behind countries"):
        return False
    at = after.start(1)
    return not (around.is_german or around.others.hold(at, at + 1) or around.is_heading(around.sentence(hit)))


def _is_given(word: str, at: int, around: Surroundings) -> bool:
    if word not in listed("given") or word in _words("no given names") or around.openers.has(word):
        return False
    return not around.others.hold(at, at + 1)


def _is_state(hit: Hit, around: Surroundings) -> bool:
    """Whether `, Pennsylvania` stands behind, or other states beside Georgia and nothing that tells of the country."""
    text = around.text
    if text.startswith(", ", hit.end) and text.startswith(tuple(_words("states")), hit.end + 2):
        return text[hit.start : hit.end] != "Georgia" and " " not in text[hit.start : hit.end]
    if text[hit.start : hit.end] != "Georgia":
        return False
    if any(word in text for word in _words("Georgia")):
        return False
    start, end = around.sentence(hit)
    said = _OF_A_CITY.sub("", text[start:end])
    return any(word in said for word in (*_words("states"), *_words("cities")))


def _is_place(hit: Hit, around: Surroundings) -> bool:
    before = _BEFORE.search(around.text, max(0, hit.start - 20), hit.start)
    return before is not None and before[1] in _words("places before")


def _is_named_otherwise(hit: Hit, hits: Sequence[Hit], around: Surroundings) -> bool:
    word, keys = _word(hit, around), set(hit.owners.keys)
    return any(not keys.isdisjoint(h.owners.keys) and _word(h, around) != word for h in hits)


@cache
def _words(kind: str) -> tuple[str, ...]:
    table = json.loads((files("mkdocs_dossier") / "data" / "namesakes.json").read_text(encoding="utf-8"))
    return tuple(table[kind])
