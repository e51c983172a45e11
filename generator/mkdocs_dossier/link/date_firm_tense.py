"""Whether the verb that governs a date stands right beside it: `left on 3 September`, `will leave on 3 September`.

Such a verb tells past from future beyond doubt. One that stands further off may belong to another clause: `A dividend
payable on 7 December was declared`. Then a date without a year is the nearest one.
"""

from __future__ import annotations

import re

from mkdocs_dossier.link.date_phrases import Scene, Tense, word_before
from mkdocs_dossier.link.date_tense import is_past_verb

_INTRODUCE = frozenset(
    "on by since until till from of the before after for to in between and or through around about late early last "
    "next this dated ended ending during".split()
)
_BETWEEN = (
    r"(?:up|down|off|out|over|away|back|again|home|here|there|it|him|her|them|place|in|office|ahead|early|late|only|"
    r"suddenly|finally|first)"
)
_LINK = r"(?:on|in|between|from|during|throughout)"
_VERB = re.compile(
    rf"(?P<before>[A-Za-z’']+)[ \n]+(?P<verb>[A-Za-z]+)(?:[ \n]+{_BETWEEN})?"
    rf"[ \n]+{_LINK}(?:[ \n]+(?:the|early|mid|late))?[ \n]*\Z"
)
_ADJACENT = re.compile(r"(?P<before>[A-Za-z’']+)[ \n]+(?P<verb>[A-Za-z]+)[ \n]*\Z")
_TELLS = frozenset("said told announced declared called added asked stated reported".split())
_AHEAD = re.compile(
    rf"(?:\b(?:will|shall|(?:is|are|due|set|expected|scheduled)[ \n]+to)|['’]ll)[ \n]+(?:be[ \n]+)?[a-z]+"
    rf"(?:[ \n]+{_BETWEEN})?[ \n]+{_LINK}(?:[ \n]+the)?[ \n]*\Z"
)


def firm_tense(scene: Scene, start: int) -> Tense | None:
    """Return what the verb right before `start` says, or None where no verb stands there."""
    before = scene.text[max(scene.start, start - 60) : start]
    if _AHEAD.search(before) is not None:
        return "future"
    verb = _VERB.search(before) or _ADJACENT.search(before)
    if verb is None or (verb.re is _ADJACENT and verb["verb"].lower() in _TELLS):
        return None
    return "past" if is_past_verb(verb["verb"].lower(), verb["before"].lower()) else None


def is_introduced(scene: Scene, start: int) -> bool:
    """Whether a preposition or a mark stands before a day: not so in `We have set October 1 as the date`."""
    word = word_before(scene, start).lower()
    return not word or word in _INTRODUCE
