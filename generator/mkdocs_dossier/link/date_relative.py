"""Phrases told by the article's own date: `yesterday`, `two days ago`, `last week`, `next year`.

A week stays a week, a month a month: an imprecise phrase is never pressed into one day. `the next day`,
`that week` and the like point at something said before and are left out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from mkdocs_dossier.link.date_phrases import (
    GAP,
    Scene,
    Spans,
    Tense,
    monday_of,
    month_text,
    shift_month,
    week_text,
    word_after,
    words_before,
)
from mkdocs_dossier.link.date_seasons import SEASONS, told_season
from mkdocs_dossier.link.date_tense import tense_at
from mkdocs_dossier.model.edtf import interval_text
from mkdocs_dossier.model.mention import DateSpan

_TIME = re.compile(rf"{GAP}(?:morning|afternoon|evening|night|noon|midday)(?![\w-])")
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_THE_DAY_BEFORE = re.compile(rf"\b[Tt]he{GAP}day{GAP}(?:before|after){GAP}\Z")
_UNIT_BEFORE = re.compile(
    rf"\b(?:(?P<when>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate){GAP}(?:in{GAP})?)?"
    rf"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]he{GAP}past|[Tt]his{GAP}past|[Tt]his{GAP}coming|[Tt]he{GAP}coming|[Tt]he){GAP}\Z"
)
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_AGO = re.compile(rf"(?<![\w.,-])(?i:{_NUMBER}){GAP}(?P<unit>day|week|month|year)s?{GAP}\Z")
_IN_DAYS = re.compile(rf"(?<![\w.,-])(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)}){GAP}\Z")
_FROM_NOW = re.compile(rf"{GAP}from{GAP}(?:now|today)\b|['’]{GAP}time\b")
_HEDGES = frozenset(
    "than over least most nearly almost about around roughly some approximately to or and half early "
    "barely under another within every".split()
)
_LIMITS = {"day": 31, "week": 8, "month": 11, "year": 9}
"""Beyond these, `twenty years ago` is a round figure and names no year."""

_OWNERS = frozenset("my his her their its our your one the each every".split())
_NAMES_TODAY = frozenset("of to even and than".split())
_GENERIC = frozenset("world society youth generation generations standards terms".split())


def read_relative(scene: Scene, at: int, word: str) -> Spans:
    """Return the dates of the relative phrase that ends with, or is, the word at `at`."""
    if at and scene.text[at - 1].isalnum():
        return ()
    low = word.lower()
    if low in _DAYS:
        return _named_day(scene, at, word)
    if low == "ago":
        return _ago(scene, at)
    if low == "days":
        return _in_days(scene, at)
    return _this_or_that(scene, at, low)


def _named_day(scene: Scene, at: int, word: str) -> Spans:
    """`yesterday`, `today's`, `the day after tomorrow`, `tomorrow morning`."""
    end = at + len(word)
    if scene.text[end : end + 1].isalnum() or not _is_this_day(scene, at, word, end):
        return ()
    start, days = at, _DAYS[word.lower()]
    beyond = _THE_DAY_BEFORE.search(scene.text, max(scene.free, at - 20), at)
    if beyond is not None:
        if abs(days) != 1 or ("before" in beyond[0]) != (days < 0):
            return ()
        start, days = beyond.start(), days * 2
    time = _TIME.match(scene.text, end, scene.end)
    day = scene.published + timedelta(days)
    return (DateSpan(start, time.end() if time else end, day.isoformat(), "relative-day", True),)


def _is_this_day(scene: Scene, at: int, word: str, end: int) -> bool:
    """Not `Russia Today`, `the Tonight Show`, `today's world`, `the Syria of today`, `a year ago today`."""
    words = words_before(scene, at, 2)
    last = words[-1] if words else ""
    opens = not words or scene.text[at - 1 : at] in "\"“‘'("
    if (
        word[0].isupper()
        and not opens
        and not (word.isupper() and scene.text[scene.start : min(scene.end, end + 200)][-400:].isupper())
    ):
        return False
    if last in ("ago", "from") or (scene.text[at - 1 : at] in "-/" and at > scene.start):
        return False
    if word.lower() == "tomorrow" and last == "of":
        return scene.text[end : end + 2] in ("'s", "’s")
    if word.lower() == "today":
        possessive = scene.text[end : end + 2] in ("'s", "’s")
        return last not in _NAMES_TODAY and not (possessive and word_after(scene, end + 2) in _GENERIC)
    return True


def _ago(scene: Scene, at: int) -> Spans:
    """`two days ago` is a day, `two weeks ago` the whole week; `about two`, `two or three` are nothing."""
    found = _AGO.search(scene.text, max(scene.free, at - 24), at)
    if found is None or not _HEDGES.isdisjoint(words_before(scene, found.start(), 2)[-1:]):
        return ()
    number = found["number"].lower()
    count = _NUMBERS.get(number) or int(number)
    unit = found["unit"]
    if not 0 < count <= _LIMITS[unit] or word_after(scene, at + 3) in (
        "today",
        "this",
        "on",
        "last",
        "yesterday",
    ):
        return ()
    return (DateSpan(found.start(), at + 3, _shifted(scene.published, unit, -count), f"{unit}s-ago", True),)


def _in_days(scene: Scene, at: int) -> Spans:
    """`in three days`, where something will happen then; `ten days from now`, `in five days' time`."""
    found = _IN_DAYS.search(scene.text, max(scene.free, at - 16), at)
    if found is None:
        return ()
    number = found["number"]
    count, words = _NUMBERS.get(number) or int(number), words_before(scene, found.start(), 2)
    later = _FROM_NOW.match(scene.text, at + 4, scene.end)
    if (later is None and words[-1:] != ["in"]) or count > _LIMITS["day"] or not _HEDGES.isdisjoint(words[-1:]):
        return ()
    if later is None:
        following = scene.text[at + 4 : at + 5]
        if (following in "-’'" and following) or word_after(scene, at + 4) == "of":
            return ()
        if tense_at(scene, found.start(), at + 4) != "future":
            return ()
    day = scene.published + timedelta(count)
    return (DateSpan(found.start(), later.end() if later else at + 4, day.isoformat(), "days-ahead", True),)


def _shifted(published: date, unit: str, count: int) -> str:
    if unit == "day":
        return (published + timedelta(count)).isoformat()
    if unit == "week":
        return week_text(monday_of(published) + timedelta(7 * count))
    if unit == "month":
        return month_text(*shift_month(published.year, published.month, count))
    return f"{published.year + count:04}"


def _this_or_that(scene: Scene, at: int, word: str) -> Spans:
    """`this`, `last` or `next` before week, weekend, month, year, night, morning, afternoon or evening."""
    end = at + len(word)
    if scene.text[end : end + 1].isalnum() or scene.text[end : end + 1] == "-":
        return ()
    found = _UNIT_BEFORE.search(scene.text, max(scene.free, at - 32), at)
    if found is None:
        return ()
    which = " ".join(found["which"].lower().split())
    if not _is_certain(scene, found, which, word, end):
        return ()
    when = (found["when"] or "").lower()
    start = found.start() if when else found.start("which")
    if word in SEASONS:
        edtf = told_season(scene.published, word, which) if which in ("last", "this", "next") and not when else ""
        return (DateSpan(start, end, edtf, "told-season", True),) if edtf else ()
    edtf, rule = _meaning(scene, start, end, when, which, word)
    return (DateSpan(start, end, edtf, rule, True),) if edtf else ()


def _is_certain(scene: Scene, found: re.Match[str], which: str, word: str, end: int) -> bool:
    """Not `its last year in office`, `the next week` (of the story), `last week of the campaign`."""
    words = words_before(scene, found.start("which"), 2)
    last = words[-1] if words else ""
    if last in ("ago", "at") and which == "this":
        return False
    if which in ("last", "next") and (last in _OWNERS or last.endswith(("'s", "’s", "s'", "s’"))):
        return False
    return not (which in ("last", "next") and word_after(scene, end) == "of")


def _meaning(scene: Scene, start: int, end: int, when: str, which: str, word: str) -> tuple[str, str]:
    """Return EDTF and rule; no EDTF where the phrase has no certain meaning."""
    published = scene.published
    count = {"this": 0, "last": -1, "next": 1, "this coming": 1, "the coming": 1}.get(which)
    if word == "weekend":
        return _weekend(scene, start, end, which), "weekend"
    if which in ("the coming", "this coming") and word == "year":
        return _shifted(published, word, 1), "relative-year"
    if which == "the" or (count is None and word != "week"):
        return "", ""
    if word in ("night", "morning", "afternoon", "evening"):
        return _part_of_day(published, which, word), "relative-day"
    if word != "week":
        return (_shifted(published, word, count or 0), f"relative-{word}") if " " not in which else ("", "")
    monday, sunday = monday_of(published), monday_of(published) + timedelta(6)
    if count is None:
        return interval_text(published - timedelta(7), published), "relative-week"
    if which == "this" and when == "earlier" and published > monday:
        return interval_text(monday, published), "earlier-this-week"
    if which == "this" and when == "later" and published < sunday:
        return interval_text(published, sunday), "later-this-week"
    return (week_text(monday + timedelta(7 * count)), "relative-week") if which != "the coming" else ("", "")


def _part_of_day(published: date, which: str, word: str) -> str:
    if which == "last" and word in ("night", "evening"):
        return (published - timedelta(1)).isoformat()
    return published.isoformat() if which == "this" and word != "night" else ""


def _weekend(scene: Scene, start: int, end: int, which: str) -> str:
    """Saturday and Sunday: `last` of the week before; `this` and `the` as the verb says."""
    published = scene.published
    saturday = monday_of(published) + timedelta(5)
    tense: Tense | None = "past" if which.endswith("past") else None
    if which == "last":
        saturday -= timedelta(7)
    elif which == "next":
        saturday += timedelta(7)
    elif which == "the" and not _over_weekend(scene, start, end):
        return ""
    if which in ("this", "the") or tense:
        tense = tense or tense_at(scene, start, end)
        if tense != "future" and published < saturday:
            saturday -= timedelta(7)
    return interval_text(saturday, saturday + timedelta(1))


def _over_weekend(scene: Scene, start: int, end: int) -> bool:
    """`at the weekend`, `over the weekend`, `the weekend's talks`."""
    words = words_before(scene, start, 1)
    over = bool(words) and words[0] in ("at", "over", "during", "on", "throughout")
    return over or scene.text[end : end + 2] in ("'s", "’s")
