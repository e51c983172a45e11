"""What stands around a name says what it names: "the *spokesman* X", "X, a *militia*", "*near* X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_dossier.suggest.offices import is_office, says_person
from mkdocs_dossier.suggest.words import DESCRIPTIONS, FUNCTION_WORDS, REPORTS, SPEECH

PLACE, FROM, THING, ACTS, DOES, ARTICLE = "place", "from", "thing", "acts", "does", "article"
"""What a clue may tell beside the types of actors: a place; perhaps one; an event or another thing; someone or
something that acts as only people and what they make do; the subject of any verb; that `the` stands before it."""

REACH = 80
"""So many letters before and behind a name are looked at."""


class TypeClue(NamedTuple):
    """Something in the text that tells of what type a name is.

    Attributes:
        type: A type of actor, or one of the constants above.
        why: What was seen, in words.
    """

    type: str
    why: str


_PLACE_NOUNS = "|".join(noun for noun, type in DESCRIPTIONS.items() if type == PLACE)
_OPENS_PLACES = frozenset("in near outside around toward towards into across inside throughout".split())
_PREPOSITIONS = frozenset(
    "at from of for with to by told met meet quoted reached left entered captured besieged retook".split()
)
_BEFORE_OBJECTS = _OPENS_PLACES | frozenset("at from of for with to by and or on about over against between".split())
_ONE_OF = (
    r"spokes\w+|leader|head|chief|director|members?|fighters?|officials?|analyst|chair\w*|commander|president|founder|"
    r"representatives?|forces|statement|researchers?|scientists?|engineers?|employees|staff|workers|experts?|students?|"
    r"professor|fellow"
)
_BEFORE = tuple(
    (re.compile(rf"\b(?:{pattern})[ \n](?:the[ \n])?$", re.IGNORECASE), type)
    for pattern, type in (
        (
            rf"(?:{_PLACE_NOUNS}|(?:north|south)(?:-?east|-?west)?|east|west|outskirts|resident|inhabitant|people|mayor)"
            "s? of",
            PLACE,
        ),
        ("reached|left|entered|captured|besieged|retook", PLACE),
        ("(?:reports?|dispatch|interview|article|correspondent) (?:of|by|from|in|with|to|for)", "media"),
        (rf"(?:{_ONE_OF}) (?:of|for|at|with|to|from|by)", "organization"),
        ("(?:spoke|speaks|speaking|works?|worked|working) for", "organization"),
        ("told|according to|quoted by|interview with|talks with|met|meet|meeting with", ACTS),
    )
)
_LAST_WORD = re.compile(r"([\w-]+\.?)[ \n](?:[“\"‘'])?$")
_BEFORE_IS = re.compile(r"([\w-]+)[ \n](?:is|was|named|called)[ \n]$")
_KNOWN_AS = re.compile(r"([\w-]+)[ \n](?:that[ \n]is[ \n])?(?:known|referred[ \n]to)[ \n]as[ \n](?:the[ \n])?$")
_BEFORE_COMMA = re.compile(r"([\w-]+)(?:[ \n](?:to|of|for|in|at)[ \n][^,.;:]{1,40})?,[ \n]$")

_NOUN_BEHIND = re.compile(r"[ \n](?!of\b)([a-z]+)\b")
_WHO = re.compile(r",?[ \n](who|whose|himself|herself)\b")
_ITS_PEOPLE = re.compile(r"(?:['’]s)?[ \n](?:spokes\w+|officials?|fighters|militants|commanders?|leader\w*|members)\b")
_VERB = re.compile(r"[ \n](?:(?:also|then|later|has|have|had|today|\w+ly)[ \n])?([a-z]+)\b")
_IS = re.compile(
    r"[ \n](?:(?:is|was|became|remains|heads|leads|led|headed)[ \n])?(?:an?|the|its|his|her|their)[ \n]"
    r"((?:[\w’'-]+[ \n]){0,5}[\w’'-]+)"
)
_DESCRIBED = re.compile(r",[ \n](?:an?|the|its|one of)[ \n]")
_WORD = re.compile(r"[\w’'-]+")
_VERBS = frozenset(
    """took gave went came held made saw wrote won lost began chose kept sent brought put leads heads spoke became
    led sought fought built ran fell got has had will would is was""".split()
)
_CLOSES = frozenset("and but which where while said told in on".split())


def clues(text: str, start: int, end: int, sentence: tuple[int, int], title: str) -> tuple[TypeClue, ...]:
    """Return what tells what the name `text[start:end]` names.

    Args:
        title: What stood before it in its row of words.
    """
    before = text[max(sentence[0], start - REACH) : start]
    behind = text[end : min(sentence[1], end + REACH)]
    titled = (_before_it("person", title),) if title else ()
    found = (*titled, *_before(before), *_behind(behind, subject=not _is_object(before)))
    return tuple(clue for clue in found if clue.type != ARTICLE) if _is_adjective(behind) else found


def _is_adjective(behind: str) -> bool:
    """Tell whether a name only says more of the noun behind it: "the X *market*"."""
    match = _VERB.match(behind)
    return match is not None and match[1] not in FUNCTION_WORDS and not _verb(match[1])


def _is_object(before: str) -> bool:
    """Tell whether the verb behind a name has another subject: "a resident *of* X said"."""
    return before[-40:].rstrip().rpartition(" ")[2].lower() in _BEFORE_OBJECTS


def _before_it(type: str, words: str) -> TypeClue:
    return TypeClue(type, f"“{' '.join(words.split())}” stands before it")


def _behind_it(type: str, words: str) -> TypeClue:
    return TypeClue(type, f"“{' '.join(words.split())}” stands behind it")


def _before(before: str) -> tuple[TypeClue, ...]:
    words = before.split()
    # The last word tells which of the questions below may be answered: most names stand behind none of these.
    last = words[-1].lower() if words and before[-1] in ' \n“"‘' else ""
    if last in _OPENS_PLACES:
        return (_before_it(PLACE, words[-1]),)
    if last in _PREPOSITIONS or last == "the":
        return _behind_preposition(before, last)
    for pattern in (_BEFORE_COMMA,) if last[-1:] == "," else (_LAST_WORD, _BEFORE_IS):
        match = pattern.search(before)
        if match is not None and says_person(match[1]):
            return (_before_it("person", match[1]),)
    named = _KNOWN_AS.search(before) or _BEFORE_IS.search(before)
    type = DESCRIPTIONS.get(last if named is None else named[1].lower())
    return () if type is None else (_before_it(type, words[-1] if named is None else named[0]),)


def _behind_preposition(before: str, last: str) -> tuple[TypeClue, ...]:
    for pattern, type in _BEFORE:
        if (match := pattern.search(before)) is not None:
            return (_before_it(type, match[0]),)
    beside = {"by": DOES, "the": ARTICLE, "at": PLACE, "from": FROM}.get(last)
    return () if beside is None else (_before_it(beside, last),)


def _behind(behind: str, *, subject: bool) -> tuple[TypeClue, ...]:
    if not behind or behind[0] not in " \n,'’":
        return ()
    if (match := _WHO.match(behind)) is not None:
        return (_behind_it("person", match[1]),)
    if behind[0] == ",":
        return _apposition(behind)
    if (match := _ITS_PEOPLE.match(behind)) is not None:
        return (_behind_it("organization", match[0]),)
    if (match := _NOUN_BEHIND.match(behind)) is not None and (type := DESCRIPTIONS.get(match[1])) is not None:
        return (_behind_it(type, match[1]),)
    if (match := _IS.match(behind)) is not None and (found := _described(match[1].split())) is not None:
        return (found,)
    match = _VERB.match(behind)
    return _verb(match[1]) if match is not None and subject else ()


def _verb(verb: str) -> tuple[TypeClue, ...]:
    if verb in REPORTS:
        return _behind_it("media", verb), _behind_it(ACTS, verb)
    if verb in SPEECH:
        return (_behind_it(ACTS, verb),)
    return (_behind_it(DOES, verb),) if verb in _VERBS or (verb.endswith("ed") and len(verb) > 3) else ()


def _described(words: Sequence[str]) -> TypeClue | None:
    """Return what `is the ministry's spokesman` tells, or `is a militia`."""
    for at, word in enumerate(words):
        low = word.lower()
        if says_person(word):
            return _behind_it("person", word)
        if at < 4 and word[0].islower() and (type := DESCRIPTIONS.get(low)) is not None:
            return _behind_it(type, word)
    return None


def _apposition(behind: str) -> tuple[TypeClue, ...]:
    """`, the Russian foreign minister`; `, a militia`. The first word that tells something counts."""
    end = behind.find(",", 2)
    described = _DESCRIBED.match(behind) is not None
    words = _WORD.findall(behind[1 : end if end > 0 else None])[:10]
    for at, word in enumerate(words[:9]):
        low = word.lower()
        # With a capital it is the title of the next in a row: "X, Gov. Y".
        if is_office(word) and (word[0].islower() or words[at + 1 : at + 2] in (["of"], ["for"])):
            return (_behind_it("person", word),)
        if described and at < 5 and word[0].islower() and (type := DESCRIPTIONS.get(low)) is not None:
            return (_behind_it(type, word),)
        if low in _CLOSES:
            break
    return ()
