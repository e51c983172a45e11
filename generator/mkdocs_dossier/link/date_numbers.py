"""Whether a number beside a date counts things, tells the hour or numbers a house, and so is no year."""

from __future__ import annotations

import re

from mkdocs_dossier.link.date_phrases import GAP, Scene, word_after

COUNTED = frozenset(
    "people persons men women children civilians soldiers troops fighters militants rebels policemen "
    "officers families homes houses households buildings votes voters km kilometres kilometers miles "
    "metres meters tonnes tons kg dollars euros pounds yuan rubles roubles barrels hectares acres "
    "square points feet hours minutes seconds days weeks months million billion thousand hundred per "
    "percent cent refugees migrants cases deaths casualties victims prisoners detainees vehicles tanks "
    "rockets missiles shells aircraft jets ships boats jobs employees workers students pupils schools "
    "villages villagers others members countries states dead wounded injured lawmakers delegates "
    "protesters residents demonstrators passengers bodies inhabitants signatures copies pages gmt utc "
    "local hrs am pm rpm calories volts watts megawatts years units words bags trucks buses companies "
    "nations horses sheep cattle".split()
)
"""A number before one of these nouns or units counts things; it is no day and no year."""

HUMANS = frozenset(
    "people persons men women children civilians soldiers troops fighters militants rebels families "
    "refugees migrants villagers workers students voters countries states members cases protesters".split()
)
_COUNTED_TOO = frozenset(
    "activists supporters spectators fans marchers rioters tourists visitors guests commuters subscribers users "
    "police staff mw gw kw kwh gb mb mm cm ml lbs mph hp usd eur rupees lira rials shekels baht yen more".split()
)
"""What else is counted, as far as the number is hardly a year: these words may as well open what a year is told of."""

_GO_ON = frozenset("were are have died fled".split())
"""With these a sentence goes on whose subject is a round number of people: `On 5 May 1200 were arrested`."""

_HOURS = frozenset("gmt utc local hrs am pm".split())
_ONLY_COUNTED = frozenset("km kg per percent million billion thousand hundred".split())
"""Before these even the number of a year counts: no sentence goes on with them behind a date."""

_PLURAL_EVENTS = frozenset(
    "elections talks protests attacks accords olympics games sanctions riots clashes floods wars "
    "bombings negotiations reforms figures results championships finals hostilities events uprisings "
    "revolutions amendments guidelines rules polls primaries killings murders fires hearings trials "
    "summits strikes laws treaties".split()
)
_BEFORE_COUNTED = frozenset(
    "more other others armed unarmed young old new additional extra foreign local displaced homeless civilian "
    "suspected alleged wounded injured angry mostly about some heavily lightly further internally ethnic former".split()
)
"""What may stand between a number and what it counts, as a name may: `1200 armed men`, `1200 Syrian refugees`."""

_PEOPLES = re.compile(r"[A-Z][a-z]+[a-rt-z]s")
_NAMES = frozenset("James Charles Thomas Nicholas Douglas Andreas Hughes Rhodes Wales Athens Naples Brussels".split())
_PEOPLES_IN_US = frozenset("Bantus Hindus Hutus Zulus".split())
"""All else in `-us` is a name rather than a people: `Vesuvius`, `Marcus`."""

_NAMED_WORD = re.compile(r"[A-Z][A-Za-z-]*")
_WORDS_AFTER = re.compile(rf"{GAP}([A-Za-z’'-]+)(?:{GAP}([A-Za-z’'-]+))?(?:{GAP}([A-Za-z’'-]+))?")
_IN_A_COMPOUND = re.compile(r"-[A-Za-z]")
_RANGE = re.compile(rf"(?:[-–—‑]|{GAP}(?:to|or){GAP})(?P<last>\d{{1,5}})(?!\w)")
_HOUSE = re.compile(
    rf"(?:{GAP}[A-Z0-9][\w.’'-]*){{1,3}}{GAP}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Terrace|Place"
    rf"|Parkway|Highway|Way|Court)(?!\w)|{GAP}block(?!\w)"
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d|2400")
_CLOCK_FOLLOWS = re.compile(
    rf"(?:[-–—‑]\d{{4}})?(?:{GAP}(?:GMT|UTC|UT|BST|CES?T|EES?T|WES?T|[ECMP][SD]T|MSK|IST|JST|KST|Zulu|hours?|hrs?|h"
    rf"|[ap]\.?m\.?|[AP]\.?M\.?|o['’]clock)(?!\w)"
    rf"|{GAP}(?:[A-Z][a-z]+|local)(?:{GAP}(?:standard|summer|daylight|local))?{GAP}time(?!\w))"
)

YEARS_AHEAD = 10
"""So many years after publication a number before a counted noun may still be the year: `On 3 May 2017 troops came`."""


def counts_things(scene: Scene, at: int) -> bool:
    """Whether the number that ends at `at` counts what follows."""
    return word_after(scene, at).lower() in COUNTED


def is_counted(word: str, number: int) -> bool:
    """Whether the noun may be what the number counts; of a round number any plural may, but for events."""
    low = word.lower()
    if low in HUMANS or low in COUNTED:
        return True
    plural = word.islower() and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s"))
    return plural and number % 50 == 0 and low not in _PLURAL_EVENTS


def is_amount(scene: Scene, start: int, end: int, *, comma: bool) -> bool:
    """Whether the four digits behind a day or month are an hour, a house's number, or count what follows.

    comma: whether one stands before them.
    """
    number = int(scene.text[start:end])
    if _begins_range(scene, end, number):
        return True
    usual = 1900 <= number <= scene.published.year + YEARS_AHEAD
    if _tells_hour(scene, start, end):
        return not (usual and comma)
    if usual:
        return word_after(scene, end) in _ONLY_COUNTED
    return counts_people_or_things(scene, end, number) or _HOUSE.match(scene.text, end, scene.end) is not None


def _begins_range(scene: Scene, at: int, number: int) -> bool:
    """`1200-1300 people`, `1990 to 2000 people`; not so in `14 July 2016 – 5000 people fled`."""
    further = _RANGE.match(scene.text, at, scene.end)
    if further is None or int(further["last"]) <= number:
        return False
    return counts_people_or_things(scene, further.end(), int(further["last"]))


def _tells_hour(scene: Scene, start: int, end: int) -> bool:
    """`1830 GMT`, `0600 hours`, `1400-1600 local time`."""
    text = scene.text
    return _CLOCK.fullmatch(text, start, end) is not None and _CLOCK_FOLLOWS.match(text, end, scene.end) is not None


def counts_people_or_things(scene: Scene, at: int, number: int) -> bool:
    """Whether `number`, which ends at `at`, counts what follows: `1200 people`, `1200 armed men`, `1200 Syrians`.

    It asks for less proof than `counts_things`, for numbers that are seldom a year; but only a round one is taken for
    a count where a name or an adjective comes first, since `18 June 1815 French troops` is a year.
    """
    if _IN_A_COMPOUND.match(scene.text, at, scene.end):
        return True
    following = _WORDS_AFTER.match(scene.text, at, scene.end)
    if following is None:
        return False
    words = [word for word in following.groups() if word is not None]
    if words[0] == "of":
        return words[1:2] in (["them"], ["whom"], ["those"], ["these"])
    is_round = number % 50 == 0
    if is_round and (words[0] in _GO_ON or _is_people(*words[:2])):
        return True
    for word in words[: 3 if is_round else 1]:
        low = word.lower()
        if low not in _HOURS and (low in _COUNTED_TOO or is_counted(word, number)):
            return True
        if not (word in _BEFORE_COUNTED or _NAMED_WORD.fullmatch(word)):
            return False
    return False


def names_follow(scene: Scene, at: int) -> bool:
    """Whether a name follows that is not that of a people: `on 24 August of 79 Vesuvius`, but not `of 90 Syrians`."""
    following = _WORDS_AFTER.match(scene.text, at, scene.end)
    if following is None or not following[1][0].isupper():
        return False
    word = following[1]
    return not _PEOPLES.fullmatch(word) or word in _NAMES or (word.endswith("us") and word not in _PEOPLES_IN_US)


def _is_people(word: str, following: str = "") -> bool:
    """`1200 Syrians came`, but not `5 May 1200 James came`, nor `5 May 1800 Roberts Bridge opened`."""
    return _PEOPLES.fullmatch(word) is not None and word not in _NAMES and not following[:1].isupper()
