"""Past or future? Reads the verbs around a date phrase: "said on Thursday that it would leave on Monday".

It is a list of words, not a grammar: the nearest cue before the phrase in its sentence decides, or the
first one after it where the phrase opens the sentence or a clause. `was due to leave on Friday` leaves
open what came of it: it counts as future. Where nothing tells, the answer is None; the rules then take a
weekday as past, and a date without a year as the nearest one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mkdocs_dossier.link.date_phrases import Scene, Tense, words_before
from mkdocs_dossier.link.date_schedule import SCHEDULE, is_headline

_BE = frozenset("is are was were be being been isn't aren't get gets getting it's they're he's she's".split())
_ATTRIBUTE_AFTER = frozenset(
    "the a an its their his her our my your of by with for to any other under new from into against".split()
)
_DETERMINERS = frozenset("the a an its their his her our this that these those all some any".split())

_FUTURE = frozenset(
    "will shall won't would wouldn't due scheduled slated planned planning plans plan upcoming "
    "forthcoming expected expects expect hopes hoping intends intend aims must should likely poised may "
    "might begins starts opens ends closes resumes expires resume expire tomorrow".split()
)
_FUTURE_BEFORE_TO = frozenset(
    "agreed agree agrees vowed vows vow promised promises promise pledged pledges pledge threatened "
    "threatens threaten intended hoped hope aimed want wants decided decides prepared prepares prepare "
    "preparing ready unlikely set supposed needs need has have ought is are was were about bound "
    "invited summoned going".split()
)
_COULD = frozenset(
    "be take begin start resume meet come arrive return vote decide announce leave visit travel launch "
    "end open face become sign hold".split()
)
_MOVING = frozenset(
    "arriving leaving travelling traveling meeting visiting holding heading flying hosting returning "
    "opening starting beginning launching".split()
)
_POSTPONED = frozenset(
    "cancelled canceled postponed delayed put adjourned extended extends extend rescheduled deferred suspended closed "
    "gave given give remanded pushed shut banned barred prolonged moved brought forward has have had".split()
)
_PAST = frozenset(
    "said told had has have did didn't was were wasn't weren't made took met came went began broke "
    "brought built bought caught chose dealt drew drove fell fought found flew forgot gave grew heard "
    "held kept knew led left lost meant paid ran rose saw sold sent shot spoke spent stood struck swore "
    "taught thought threw understood won wrote became fled sank shook stole withdrew overthrew sought "
    "blew hit says hasn't hadn't haven't laid lay rode sang swept tore woke born seen known taken given "
    "gone done written shown".split()
)
_NOT_VERBS = frozenset(
    "united hundred indeed need speed seed feed breed bed red proceed exceed succeed embed sacred "
    "hatred wicked naked unprecedented related armed alleged proposed unnamed detailed advanced limited "
    "talented so-called wounded injured ahmed mohammed mohamed hamed saeed sayed rashed khaled majed "
    "waleed zayed abed shed wed sled bleed".split()
)
_PAST_NOUNS = frozenset(
    "attack attacks bombing bombings blast blasts explosion explosions strike strikes airstrike "
    "airstrikes shooting shootings killing killings massacre raid raids clashes clash assault incident "
    "crash coup earthquake quake disaster fire announcement statement decision ruling verdict arrest "
    "arrests violence protest protests defeat victory win loss remarks comments declaration revelation "
    "revelations deaths death referendum storm floods".split()
)
_DEADLINE_OVER = frozenset("missed passed expired after since ignored".split())
_TIME_OF_DAY = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?|[ap]\.?m\.?|gmt|utc|local|time|noon|midnight|early|late|at"
)
_FORMERLY = frozenset("initially originally previously".split())
_LOOKING_FORWARD = frozenset("by until till before for to".split())
_REACH = 400
"""No verb is looked for further off (code points): a text may hold no full stop at all."""

_EDGES = "\"'“”‘’«»()[],;:.…!?*"
_OPENS_CLAUSE = re.compile(
    r"(?:^|[:;–—“\"(]|(?:^|[\s,])(?P<link>and|but|that|while|whereas|because|although|when|if))[\s“\"'‘(]*"
    r"(?:(?:on|by|late|early|earlier|later|from|at|in|of|the)\s+)*\Z"
)
_BEFORE_DATE = frozenset("on by late early earlier later from at in of the".split())
_LINKS = frozenset("and but that while whereas because although when if".split())


def tense_at(scene: Scene, start: int, end: int) -> Tense | None:
    """Return the tense that the phrase `scene.text[start:end]` stands in, or None where no verb tells."""
    direct = _beside(scene, start, end)
    if direct is not None:
        return direct
    before = scene.text[max(scene.start, start - _REACH) : start]
    words = before.split()
    if is_headline(scene):
        words = [word for word in words if word.strip(_EDGES).lower() not in SCHEDULE]
    opening = _OPENS_CLAUSE.search(before, max(0, len(before) - 60)) if _may_open(words) else None
    if opening is not None and _clause_follows(scene, end, opening["link"]):
        first = _first_after(scene, end)
        if first is not None:
            return first
    found = _nearest_before(words, caps=before.isupper())
    if found is None and opening is None:
        found = _first_after(scene, end)
    if found is None:
        found = _headline_future(words)
    return found


def looks_forward(scene: Scene, start: int) -> bool:
    """Whether the words before say that what comes may lie ahead, whatever the verb: `ahead of`, `by`."""
    words = [word for word in words_before(scene, start, 4) if word not in ("the", "its", "his")]
    return bool(words) and (words[-1] in _LOOKING_FORWARD or words[-2:] == ["ahead", "of"])


def is_past_noun(word: str) -> bool:
    """Whether `word` names what must have happened before one speaks of it: `attack`."""
    return word.lower() in _PAST_NOUNS


def is_past_verb(word: str, before: str) -> bool:
    """Whether `word`, with the one before it, is a verb of the past: `left`, `was shot`; not in `a proposed`."""
    auxiliary = before in ("was", "were", "been", "had", "has", "have")
    return word not in ("was", "were", "had", "has", "have", "says") and (
        _of_past_word(word, "" if auxiliary else before) is not None
    )


def _beside(scene: Scene, start: int, end: int) -> Tense | None:
    """What the words right beside the phrase say: `since`, `as early as`, `until`, `Thursday's attack`."""
    words = words_before(scene, start, 8)
    last = words[-1] if words else ""
    if last == "since" or "earlier" in (last, *(words[-2:-1] if last == "on" else ())):
        return "past"
    if last in ("as", "than") and words[-3:] in (["as", "early", "as"], ["as", "soon", "as"], ["no", "later", "than"]):
        return "future" if len(words) > 3 and _nearest_before(words[:-3]) == "future" else None
    possessive = scene.text[end : end + 2] in ("'s", "’s")
    following = scene.text[end + 2 * possessive : min(scene.end, end + 60)].split(maxsplit=2)
    after = [word.strip(_EDGES) for word in following[:2]]
    noun = after[0] if after else ""
    if is_past_noun(noun) and (possessive or last in ("the", "for", "after", "following")):
        return "past"
    if noun == "deadline":
        return "future" if _DEADLINE_OVER.isdisjoint((*words, *after[1:2])) else "past"
    while words and _TIME_OF_DAY.fullmatch(words[-1]):
        words.pop()
    last = words[-1] if words else ""
    if possessive or last not in ("until", "till", "to", "for", "through"):
        return None
    if last == "for":
        return "future" if _FORMERLY.isdisjoint(words) else "past"
    return None if _POSTPONED.isdisjoint(words) else "future"


def _may_open(words: list[str]) -> bool:
    """Whether a closer look can find that the words before a phrase open a clause: not so after `said on`."""
    for word in reversed(words):
        if word not in _BEFORE_DATE:
            return word in _LINKS or not word.isalpha()
    return True


def _clause_follows(scene: Scene, end: int, link: str | None) -> bool:
    """Whether what stands behind the phrase looks like the rest of a clause that the phrase opens."""
    following = scene.text[end : end + 30].lstrip("'’s")
    if link is None or link not in ("and", "but"):
        return True
    if following.startswith(","):
        return link == "but"
    word = following.split()[:1]
    return bool(word) and word[0].strip(_EDGES) not in (
        "and",
        "or",
        "to",
        "in",
        "at",
        "for",
        "with",
        "but",
        "after",
        "",
    )


def _nearest_before(words: list[str], *, caps: bool = False) -> Tense | None:
    # Most often the verb is near: the rest of a long sentence is prepared only where it is needed.
    for size in (4, 12, len(words)):
        cut = max(0, len(words) - size)
        plain = [_plain(word, cut + i, caps) for i, word in enumerate(words[cut:])]
        for i in range(len(plain) - 1, -1 if cut == 0 else 1, -1):
            if (found := _cue(plain, i)) is not None:
                return found
        if cut == 0:
            break
    return None


def _first_after(scene: Scene, end: int) -> Tense | None:
    after = scene.text[end : min(scene.end, end + _REACH)]
    caps = after.isupper()
    words = [_plain(word, 1, caps) for word in after.split()]
    for i in range(len(words)):
        if (found := _cue(words, i)) is not None:
            return found
    return None


def _plain(word: str, index: int, caps: bool) -> str:
    """The word as the lists have it; a name (capital letter inside a sentence) becomes nothing."""
    bare = word.strip(_EDGES).replace("’", "'")
    if index and bare[:1].isupper() and not caps:
        return ""
    return bare.lower()


def _cue(words: list[str], i: int) -> Tense | None:
    """The tense that word `i` gives, seen with its neighbours."""
    word = words[i]
    if not word or "-" in word:
        return None
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if word == "to":
        return _of_infinitive(words, i, before, after)
    if word in _FUTURE or word.endswith("'ll"):
        return _of_future_word(words, i, before, after)
    if word in ("has", "have", "had"):
        return _of_have(word, before, after)
    if word in ("was", "were", "is", "are", "isn't", "aren't"):
        past = word.startswith("w")
        return "future" if after == "to" or (after in _MOVING and not past) else "past" if past else None
    if word == "could":
        return "future" if after in _COULD else None
    if word == "set":
        return "future" if after in ("to", "for") and before not in _FORMERLY else None
    if word in ("place", "effect"):
        return "future" if before in ("takes", "take") else None
    return _of_past_word(word, before)


def _of_infinitive(words: list[str], i: int, before: str, after: str) -> Tense | None:
    if before in _FUTURE_BEFORE_TO and after not in _DETERMINERS and after != "":
        return "past" if words[i - 2 : i - 1] == ["having"] else "future"
    if after == "be" and before not in (
        "had",
        "used",
        "began",
        "continued",
        "failed",
        "appeared",
        "seemed",
        "able",
    ):
        return None if before.endswith(("ed", "ought", "nown", "aid")) or before in _BE else "future"
    return None


def _of_future_word(words: list[str], i: int, before: str, after: str) -> Tense | None:
    word = words[i]
    if word == "expected" and before in ("as", "than"):
        return None
    if (word in ("resume", "expire") and before in ("not", "didn't")) or (word == "opens" and after == "fire"):
        return None
    if before in _FORMERLY and word in ("due", "scheduled", "planned", "expected"):
        return "past"
    if word == "due" and after == "to" and i + 2 < len(words) and _is_noun(words[i + 2]):
        return None  # because of
    if after == "have" and word not in ("will", "shall"):
        return "past"
    return "future"


def _is_noun(word: str) -> bool:
    """Whether `word` is an article or a plural, and no infinitive: `due to remarks`, but `due to discuss`."""
    return word in _DETERMINERS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _of_have(word: str, before: str, after: str) -> Tense | None:
    if after in ("until", "till"):
        return "future"
    if after == "to":
        return "past" if word == "had" else "future"
    return "future" if before in ("will", "shall") else "past"


def _of_past_word(word: str, before: str) -> Tense | None:
    if word not in _PAST and not (word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS):
        return None
    if before in _BE or before in _ATTRIBUTE_AFTER or before.endswith(("'s", "s'")):
        return None
    return "past"


def _headline_future(words: list[str]) -> Tense | None:
    """`Kerry to meet Lavrov on Friday`: without any finite verb, the infinitive is a plan."""
    for word, after in pairwise(words[1:]):
        verb = after.lower()
        if word.lower() != "to" or not verb.isalpha() or verb in _DETERMINERS or word.islower() > after.islower():
            continue
        if not verb.endswith("s") or verb.endswith(("ss", "us")):
            return "future"
    return None
