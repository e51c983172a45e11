"""Weekdays, told by the article's own date: `on Thursday`, `last Friday`, `Monday through Wednesday`.

A weekday is the nearest such day not after publication, the day itself included. Where the verb says
future, it is the nearest one after publication; the day itself only with a time of day (`will meet later
on Thursday`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from mkdocs_dossier.link.date_phrases import (
    DAY,
    GAP,
    MONTH,
    WEEKDAYS,
    Scene,
    Spans,
    monday_of,
    word_after,
    words_before,
)
from mkdocs_dossier.link.date_schedule import is_given_up, is_scheduled
from mkdocs_dossier.link.date_tense import tense_at
from mkdocs_dossier.model.edtf import interval_text
from mkdocs_dossier.model.mention import DateSpan

_WEEKDAY = "(?:" + "|".join(form for name in WEEKDAYS for form in (name, name.upper())) + ")(?![A-Za-z])"
_PATTERN = re.compile(
    rf"(?P<day>{_WEEKDAY})(?P<time>{GAP}(?:morning|afternoon|evening|night|noon|midday|midnight|lunchtime)(?![\w-]))?"
    rf"(?:{GAP}(?:of{GAP})?(?P<week>last|this|next){GAP}week(?![\w-]))?"
)
_THROUGH = re.compile(rf"(?P<to>{GAP}(?:through|thru|to|until|till|and){GAP}|[-–—])(?P<day>{_WEEKDAY})(?!s\b)")
_DATE_FOLLOWS = re.compile(rf"(?:,?{GAP}|{GAP}?\()(?:the{GAP})?(?:{DAY}{GAP}(?:of{GAP})?{MONTH}|{MONTH}{GAP}{DAY})")
_ORDINAL_FOLLOWS = re.compile(rf",?{GAP}the{GAP}{DAY}")
_CALLED = re.compile(rf"\b(?P<word>[Ll]ast|[Nn]ext|[Tt]his(?:{GAP}(?:past|coming))?|[Pp]ast|[Cc]oming){GAP}\Z")
_CALLING = ("last", "next", "this", "past", "coming")

_HABIT_BEFORE = frozenset("every each any alternate other most one some".split())
_INDEFINITE = frozenset("a an".split())
_ANAPHORA = frozenset(
    "that following previous same another preceding first second third fourth fifth next-to-last "
    "ensuing subsequent".split()
)
_NAME_BEFORE = frozenset(
    "sheffield black good bloody ash easter palm super maundy holy shrove fat cyber giving casual ruby man girl "
    "freaky whit mothering spy clean mr mrs ms dr gen sir mr. mrs. ms. dr. gen.".split()
)
_NAME_AFTER = frozenset(
    "Times Telegraph Mirror Mail Express Post Herald Examiner Star Independent Tribune Business World "
    "Sport Standard Observer Chronicle Gazette Magazine People Mercury Guardian Sun Nation Vision "
    "Monitor Punch Trust Leader Review School Brunch Club Prayers Prayer Mass Agreement Accord Mosque "
    "Market League Morning Night Mosques Addams Bloody".split()
)
_HABIT_AFTER = frozenset(
    "prayer prayers sermon sermons mass masses school schools roast lunch newspaper newspapers paper papers press "
    "tabloid tabloids supplement nights mornings afternoons evenings best week fortnight worship".split()
)
_NO_NOUN = frozenset("out in off aside free alone too".split())
"""`would leave the Sunday out` points back at a Sunday, unlike `will attend the Sunday meeting`."""

_COUNTED_FROM = (["ago", "on"], ["week", "on"], ["weeks", "on"])
_MOVED = frozenset("moved postponed delayed rescheduled shifted".split())
_WEEKDAYS_LOW = frozenset(name.lower() for name in WEEKDAYS)
_BEFORE_NOUN = frozenset(
    "of before after when that following prior which and or in at on was is during to for with as".split()
)


def read_weekday(scene: Scene, at: int) -> Spans:
    """Return the day, or the interval of days, that the weekday at `at` means."""
    found = _PATTERN.match(scene.text, at, scene.end)
    if found is None or (at and (scene.text[at - 1].isalnum() or scene.text[at - 1] in "-'’&")):
        return ()
    if _DATE_FOLLOWS.match(scene.text, found.end(), scene.end):
        return ()  # the day of the month counts, and takes the weekday along
    words = words_before(scene, at, 3)
    if _is_no_day(scene, found, words) or _repeats_date(scene, at):
        return ()
    is_called = bool(words) and words[-1].endswith(_CALLING)
    called = _CALLED.search(scene.text, max(scene.free, at - 16), at) if is_called else None
    if found["week"]:
        return _in_week(scene, found)
    if called is not None:
        if words[-2:-1] == ["the"] and called["word"].lower() in ("last", "next"):
            return ()
        return _called(scene, called, found)
    through = _THROUGH.match(scene.text, found.end(), scene.end)
    if through is not None and found["time"] is None:
        spans = _through(scene, found, through, words)
        if spans is not None:
            return spans
    if is_given_up(scene, at, found.end()):
        return ()
    day = nearest_weekday(scene, at, found.end(), found["day"])
    return (DateSpan(at, found.end(), day.isoformat(), "weekday", True),)


def nearest_weekday(scene: Scene, start: int, end: int, name: str) -> date:
    """Return the day that a weekday means in its place: the nearest, that of publication included."""
    behind = (scene.published.weekday() - _index(name)) % 7
    points_back = scene.text[max(0, start - 4) : start - 1].lower() == "the" and word_after(scene, end) in _NO_NOUN
    if not points_back and (is_scheduled(scene, start) or tense_at(scene, start, end) == "future"):
        return scene.published + timedelta(-behind % 7)
    return scene.published - timedelta(behind)


def _index(name: str) -> int:
    return WEEKDAYS.index(name.capitalize())


def _is_no_day(scene: Scene, found: re.Match[str], words: list[str]) -> bool:
    """Whether the weekday is a habit, a part of a name, or known only from what was said before."""
    last = words[-1] if words else ""
    following = word_after(scene, found.end())
    if last in _HABIT_BEFORE or last in _NAME_BEFORE or last in _ANAPHORA or last == "ago":
        return True
    if words[-2:] in _COUNTED_FROM or _ORDINAL_FOLLOWS.match(scene.text, found.end(), scene.end):
        return True
    if following in _NAME_AFTER or following in _HABIT_AFTER:
        return True
    if last == "to" and words[-2:-1] and words[-2] in _WEEKDAYS_LOW and words[-3:-2] != ["from"]:
        return True
    if last in _INDEFINITE:
        return "on" in words[-2:-1] or not following.islower() or following in _BEFORE_NOUN
    if last == "the":
        capital = following[:1].isupper() and following not in WEEKDAYS
        return capital or following in _BEFORE_NOUN or not following
    return scene.text[found.end("day") : found.end("day") + 2] in ("-o", "-l") or last in ("week", "half-day")


def _repeats_date(scene: Scene, at: int) -> bool:
    """`18 August (Thursday)`: the date before says it already."""
    previous = scene.previous
    if previous is None or previous.rule not in ("full-date", "day-month", "iso-date", "numeric-date"):
        return False
    return scene.text[previous.end : at] in (" ", ", ", " (", " - ")


def _called(scene: Scene, called: re.Match[str], found: re.Match[str]) -> Spans:
    """`last Thursday` lies before publication, `next` in the week after, `this` as the verb says."""
    published, wanted = scene.published, _index(found["day"])
    behind = (published.weekday() - wanted) % 7
    word = called["word"].lower().split()[-1]
    start, rule = called.start("word"), "weekday"
    if word in ("last", "past"):
        day, rule = published - timedelta(behind or 7), "last-weekday"
    elif word == "next":
        day, rule = monday_of(published) + timedelta(7 + wanted), "next-weekday"
    elif word == "coming":
        day, rule = published + timedelta(7 - behind), "next-weekday"
    elif tense_at(scene, start, found.end()) == "past":
        day, rule = published - timedelta(behind), "this-weekday"
    else:
        day, rule = published + timedelta(-behind % 7), "this-weekday"
    return (DateSpan(start, found.end(), day.isoformat(), rule, True),)


def _in_week(scene: Scene, found: re.Match[str]) -> Spans:
    """`Thursday last week`, `Friday of next week`."""
    weeks = {"last": -1, "this": 0, "next": 1}[found["week"]]
    day = monday_of(scene.published) + timedelta(7 * weeks + _index(found["day"]))
    return (DateSpan(found.start(), found.end(), day.isoformat(), "weekday-of-week", True),)


def _through(scene: Scene, found: re.Match[str], through: re.Match[str], words: list[str]) -> Spans | None:
    """`from Monday to Wednesday`; nothing for the habit `Monday to Friday`; None where two days are meant."""
    first, last = _index(found["day"]), _index(through["day"])
    word, before = through["to"].strip(), words[-1] if words else ""
    if word == "and" and before != "between":
        return None
    if before == "from" and words[-2:-1] and words[-2] in _MOVED:
        return None
    if before not in ("from", "between") and word != "through":
        return () if (first, last) in ((0, 4), (0, 5), (5, 3), (6, 3)) else None
    day = nearest_weekday(scene, found.start(), found.end(), found["day"])
    if first == last:
        return None
    end = day + timedelta((last - first) % 7)
    return (DateSpan(found.start(), through.end(), interval_text(day, end), "weekday-range", True),)
