"""Finds the date phrases of an article's text and says which EDTF date each one means, by which rule.

A quick search finds the words that may belong to a date (months, weekdays, years, `ago`, `week` …); only
there the rules of the `date_*` modules look closer. A wrong date is worse than a missed one, so each rule
asks for proof. English has all the rules; in other languages only dates in digits are read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from mkdocs_dossier.link.automaton import Automaton
from mkdocs_dossier.link.date_months import read_month
from mkdocs_dossier.link.date_named_days import BUILT_IN
from mkdocs_dossier.link.date_phrases import MONTH_WORDS, WEEKDAYS, NamedDay, Scene, Spans, words_before
from mkdocs_dossier.link.date_relative import read_relative
from mkdocs_dossier.link.date_weekdays import read_weekday
from mkdocs_dossier.link.date_years import read_day_first, read_numeric, read_year
from mkdocs_dossier.model.mention import DateSpan

RULES: dict[str, str] = {
    "iso-date": "a day in digits, year first: `2016-08-18`, `2016/08/18`",
    "numeric-date": "a day in digits, year last, where only one reading is possible: `18.08.2016`",
    "full-date": "a day with its year: `18 August 2016`, `Aug. 18, 2016`, `24 August 79 AD`",
    "day-month": "a day without a year: the nearest to publication if it lies within 60 days and no verb right beside "
    "it says otherwise, else the nearest on the side that the verb says: `on August 18`",
    "day-range": "an interval of days: `17-18 August 2016`, `from 30 August to 2 September`",
    "month-year": "a month with its year, perhaps early, mid or late in it: `late September 2015`, `August 79 AD`",
    "month-range": "an interval of months: `March to June 2015`",
    "month": "a month without a year, the one nearest to publication on the side that the verb says: `in September`",
    "passage-year": "a day or month without a year, which is of the year of its passage where the text tells of the "
    "past: `It began on 8 July 2014. On 17 July it ended.`",
    "coverage-year": "a day or month without a year, in the time that the front matter says the text tells of "
    "(`temporal_coverage`)",
    "season": "spring, summer or autumn of a year, as its three months in the north: `spring 2016`; "
    "`winter of 2018-19`",
    "told-season": "the season before, of or after publication: `last fall`, `this summer`",
    "quarter": "three months of a year: `the first quarter of 2016`, `Q3 2016`",
    "half-year": "six months of a year: `the second half of 2015`",
    "decade": "ten years: `the 1990s`",
    "year": "a year, where the words around it show that it is one: `in 2015`, `the 2015 agreement`",
    "year-range": "an interval of years: `2011-2014`",
    "named-day": "a day that names an event, of the event's year: `the October 7 attack`; events that say "
    "`known_by_date` are added",
    "september-11": "the attacks of 11 September 2001, called so: `the September 11 attacks`, `9/11`",
    "weekday": "the nearest such day not after publication, or from publication on where the verb says future or tells "
    "a schedule: `on Thursday`",
    "last-weekday": "the nearest such day before publication: `last Thursday`",
    "this-weekday": "the nearest such day from publication on, or up to it where the verb says past: `this Thursday`",
    "next-weekday": "such a day of the week after publication: `next Thursday`; or the nearest to "
    "come: `this coming Thursday`",
    "weekday-of-week": "such a day of last, this or next week: `Thursday last week`",
    "weekday-range": "the days from one weekday to another: `from Monday to Wednesday`",
    "relative-day": "a day by its distance from publication: `yesterday`, `last night`, `the day after tomorrow`",
    "days-ago": "so many days before publication: `two days ago`",
    "days-ahead": "so many days after publication, where the verb says future: `in three days`",
    "week-of-day": "the week of a day, from Monday, or from that day if it is a Sunday: `the week of March 6`",
    "relative-week": "the week of publication (Monday to Sunday), or the one before or after it: `last "
    "week`; `the past week` is the seven days up to publication",
    "earlier-this-week": "from Monday to the day of publication; on a Monday the whole week",
    "later-this-week": "from the day of publication to Sunday; on a Sunday the whole week",
    "weeks-ago": "the whole week so many weeks before publication: `two weeks ago`",
    "weekend": "Saturday and Sunday: `last weekend`, `over the weekend`",
    "relative-month": "the month of publication, or the one before or after it: `earlier this month`",
    "months-ago": "the month so many months before publication: `two months ago`",
    "relative-year": "the year of publication, or the one before or after it: `last year`",
    "years-ago": "the year so many years before publication: `three years ago`",
}
"""Every rule that makes a date of a phrase; the manual is made from it."""

MOST = 20_000
"""So many dates are looked for in one article, and as many names. A book has fewer."""

_NINE_ELEVEN = "9/11"
_YEAR = re.compile(r"1\d\d\d|20\d\d|9/11")
_YEAR_BEGINS = (*map(str, range(10, 21)), _NINE_ELEVEN)
_FIRST_IN_DIGITS = "1800"
_SCORES = frozenset("score scored scores scoring rating rated rate grade graded marks".split())
_DAY_WORDS = "yesterday today tonight tomorrow".split()
_RELATIVE = (
    *(form for word in _DAY_WORDS for form in (word, word.capitalize(), word.upper())),
    *"weekend week month year night morning afternoon evening ago days spring summer autumn fall winter".split(),
)
_KINDS = {
    **dict.fromkeys(_YEAR_BEGINS, "year"),
    **dict.fromkeys(MONTH_WORDS, "month"),
    **{form: "weekday" for name in WEEKDAYS for form in (name, name.upper())},
    **dict.fromkeys(_RELATIVE, "relative"),
}
_CLUES = tuple((kind, word) for word, kind in _KINDS.items())
_AUTOMATON = Automaton(_KINDS, overlapping=False)
"""One pass for all words. It loses a word that begins inside another one, but then letters stand before it, and no
rule takes such a word."""


def find_dates(
    text: str,
    sentences: Sequence[tuple[int, int]],
    published: date,
    lang: str = "en",
    named: tuple[NamedDay, ...] = BUILT_IN,
) -> tuple[DateSpan, ...]:
    """Return the date phrases of `text` in order; none overlap, and none crosses a sentence.

    sentences: spans in order, as `split_sentences` gives them. published: the article's day. lang: BCP 47.
    named: days that name an event.
    """
    # Reckoning from the first or last years of the calendar would leave it; no news is that old or new.
    language = lang.lower().partition("-")[0]
    english = language == "en" and 100 < published.year < 9900
    starts = [start for start, _ in sentences]
    found: list[DateSpan] = []
    free = 0
    for at, kind, word in _candidates(text, english)[:MOST]:
        index = bisect_right(starts, at) - 1
        if at < free or index < 0 or at >= sentences[index][1]:
            continue
        start, end = sentences[index]
        scene = Scene(text, start, end, max(start, free), published, found[-1] if found else None, named)
        for span in _read(scene, at, kind, word, english, language):
            found.append(span)
            free = span.end
    return tuple(found)


def has_many_dates(text: str, lang: str) -> bool:
    """Whether `text` has so many dates that `find_dates` does not look at all of them."""
    english = lang.lower().partition("-")[0] == "en"
    return len(text) > 4 * MOST and len(_candidates(text, english)) > MOST


def _candidates(text: str, english: bool) -> list[tuple[int, str, str]]:
    """Places where a date may be, in order: offset, kind and word."""
    places: list[tuple[int, str, str]] = []
    free = 0
    for number, start, _ in _AUTOMATON.places(text):
        kind, word = _CLUES[number]
        if kind == "year":
            year = _YEAR.match(text, start) if start >= free else None
            if year is not None:
                places.append((start, kind, year[0]))
                free = year.end()
        elif english:
            places.append((start, kind, word))
    return places


def _read(scene: Scene, at: int, kind: str, word: str, english: bool, language: str) -> Spans:
    if kind == "month":
        return read_month(scene, at)
    if kind == "weekday":
        return read_weekday(scene, at)
    if kind == "relative":
        return read_relative(scene, at, word)
    if word == _NINE_ELEVEN:
        return _nine_eleven(scene, at) if english else ()
    if word < _FIRST_IN_DIGITS:  # in digits the calendar may be another: `1395/05/28`
        return read_year(scene, at) if english else ()
    numeric = read_numeric(scene, at) or read_day_first(scene, at, language)
    return numeric or (read_year(scene, at) if english else ())


def _nine_eleven(scene: Scene, at: int) -> Spans:
    if not _SCORES.isdisjoint(words_before(scene, at, 3)):
        return ()
    around = scene.text[max(0, at - 1) : at] + scene.text[at + 4 : at + 5]
    if any(character.isdigit() or character in "/-." for character in around.rstrip(".")):
        return ()
    return (DateSpan(at, at + 4, "2001-09-11", "september-11", False),)
