"""Dates with a month's name: with a day (`date_days`) or `September 2015`, `in March`, `March to June`."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR

from mkdocs_dossier.link.date_days import read_days
from mkdocs_dossier.link.date_firm_tense import firm_tense
from mkdocs_dossier.link.date_numbers import counts_things
from mkdocs_dossier.link.date_phrases import (
    DASH,
    GAP,
    MONTH,
    TO,
    YEAR,
    Scene,
    Spans,
    Tense,
    likely_month,
    month_number,
    month_text,
    month_without_year,
    shift_month,
    word_after,
    word_before,
    words_before,
)
from mkdocs_dossier.link.date_tense import is_past_noun, looks_forward, tense_at
from mkdocs_dossier.link.date_written_year import WrittenYear, written_year
from mkdocs_dossier.model.mention import DateSpan

_MONTH = re.compile(MONTH)
_TO_MONTH = re.compile(rf"(?P<to>{TO})(?P<month>{MONTH})")
_UNTIL_YEAR = re.compile(rf"(?:{GAP}(?:to|until|till|through){GAP}|{DASH})(?P<year>{YEAR})(?![-–/]\d)")
_STRONG = frozenset("in since during until till early mid late".split())
_WEAK = frozenset("by before after from through between to".split())
_PART_OF = frozenset(
    "end beginning start middle half month week weeks days part rest close outset as early late".split()
)
_ALSO_WORDS = frozenset((3, 4, 5, 6, 8))
"""March, April, May, June, August: words or names too, so that `by May` may be a person."""

_BELIEF = frozenset("confidence trust faith interest belief".split())
_CAPITAL_NEXT = re.compile(rf"{GAP}[A-Z][a-z]")
_MAY_ACTS = frozenset("took became has had was came called lost won said".split())
_SHORTENED = re.compile(r"(?:Sept|SEPT)\Z|.*\.\Z")


_QUALIFIER = re.compile(rf"\b(?:[Ee]arly|[Mm]id|[Ll]ate)(?:{GAP}|-)\Z")
_NO_NOUNS = frozenset(
    "that with from were when have will been would could said which while until where into over".split()
)


def read_month(scene: Scene, at: int) -> Spans:
    """Return the dates of which the month's name at `at` is a part."""
    month = _MONTH.match(scene.text, at, scene.end)
    if month is None or (at and scene.text[at - 1].isalnum()):
        return ()
    if month[0] == "March" and word_before(scene, at) == "Long":
        return ()  # the march, and the rockets called so
    days = read_days(scene, month)
    return days if days is not None else _months(scene, month)


def _months(scene: Scene, month: re.Match[str]) -> Spans:
    """`September 2015`, `March to June 2015`, `in September`."""
    number, year = month_number(month[0]), written_year(scene, month.end(), of_month=True)
    end = year.end if year is not None else month.end()
    to = _TO_MONTH.match(scene.text, end, scene.end)
    last_year = written_year(scene, to.end(), of_month=True) if to is not None else None
    if any(written is not None and written.year is None for written in (year, last_year)):
        return ()
    if (
        year is not None
        and month[0] in ("May", "MAY")
        and word_before(scene, month.start()) in ("Theresa", "Mrs", "Ms", "Minister")
    ):
        return ()
    if to is not None and (last_year or year) is not None:
        return _month_interval(scene, month, to, year, last_year)
    if year is not None and year.year is not None:
        start = _qualified(scene, month.start())
        until = _until_year(scene, year.end)
        if until is not None and not year.told and year.year < int(until["year"]):
            edtf = f"{month_text(year.year, number)}/{until['year']}"
            return (DateSpan(start, until.end(), edtf, "month-range", False),)
        return (DateSpan(start, end, month_text(year.year, number), "month" if year.told else "month-year", year.told),)
    if to is not None and word_before(scene, month.start()).lower() in ("from", "between"):
        return _inferred_interval(scene, month, to)
    return _bare_month(scene, month, number)


def _until_year(scene: Scene, at: int) -> re.Match[str] | None:
    """`June 2013 – 2020`, `May 2016 until 2018`; not `in May 2016 and 2018`."""
    until = _UNTIL_YEAR.match(scene.text, at, scene.end)
    return None if until is None or counts_things(scene, until.end()) else until


def _inferred_interval(scene: Scene, month: re.Match[str], to: re.Match[str]) -> Spans:
    """`between June and August`, `from March to May`: the last month tells the year."""
    first, last = month_number(month[0]), month_number(to["month"])
    end = to.end()
    firm = firm_tense(scene, month.start()) is not None
    closing = likely_month(scene.published, last, tense_at(scene, month.start(), end), firm=firm)
    opening = month_text(int(closing[:4]) - (first > last), first)
    if opening == closing:
        return ()
    return (DateSpan(month.start(), end, f"{opening}/{closing}", "month-range", True),)


def _month_interval(
    scene: Scene, month: re.Match[str], to: re.Match[str], year: WrittenYear | None, last_year: WrittenYear | None
) -> Spans:
    """The months in between; `March and October 2015` are two."""
    start = _qualified(scene, month.start())
    number, number3 = month_number(month[0]), month_number(to["month"])
    given, given3 = (written.year if written is not None else None for written in (year, last_year))
    year3 = given3 if given3 is not None else (given or 0) + (number3 < number)
    year1 = given if given is not None else year3 - (number > number3)
    if year1 < MINYEAR or year3 > MAXYEAR:
        return ()
    first, last = month_text(year1, number), month_text(year3, number3)
    listed = to["to"].strip() in ("and", "or") and shift_month(year1, number, 1) != (year3, number3)
    end = last_year.end if last_year is not None else to.end()
    if listed and word_before(scene, start).lower() != "between":
        ends = year.end if year is not None else month.end()
        second = (DateSpan(to.start("month"), end, last, "month-year", False),) if last_year is not None else ()
        return (DateSpan(start, ends, first, "month-year", False), *second)
    if first >= last:
        return ()
    told = any(written is not None and written.told for written in (year, last_year))
    return (DateSpan(start, end, f"{first}/{last}", "month-range", told),)


def _qualified(scene: Scene, start: int) -> int:
    """Take `early`, `mid-` or `late` into the phrase."""
    found = _QUALIFIER.search(scene.text, max(scene.free, start - 9), start)
    return found.start() if found is not None else start


def _bare_month(scene: Scene, month: re.Match[str], number: int) -> Spans:
    start = _qualified(scene, month.start())
    word = scene.text[start : month.start()].strip(" -\n") or word_before(scene, start)
    low = word.lower()
    full = len(month[0]) > 4 or month[0] in ("May", "June", "JUNE", "July", "JULY")
    if not (full or _SHORTENED.match(month[0])) or month[0] in ("MAY", "MARCH"):
        return ()
    if scene.text[month.end() : month.end() + 1] == "-" or word_after(scene, month.end()) in (
        "Day",
        "Madness",
    ):
        return ()
    if (listed := _listed_month(scene, start, number)) is not None:
        return (DateSpan(start, month.end(), listed, "month", True),)
    if low in ("last", "next", "this"):
        return _named_by(scene, month, number, low)
    end, firm = month.end(), True
    if _is_introduced(scene, month, number, low, start):
        tense = firm_tense(scene, start)
        firm = tense is not None or (low == "since")
        tense = tense or tense_at(scene, start, end)
        if tense == "past" and low != "in" and looks_forward(scene, start):
            tense = None
    elif full and _is_attribute(scene, month):
        tense = _tense_of_attribute(scene, month)
        if tense is None and month_without_year(scene.published, number, None) > f"{scene.published:%Y-%m}":
            return ()
    else:
        return ()
    return (DateSpan(start, end, likely_month(scene.published, number, tense, firm=firm), "month", True),)


def _listed_month(scene: Scene, start: int, number: int) -> str | None:
    """`in July and August`: a month right after a month is of the same year, or of the next one."""
    previous = scene.previous
    if previous is None or previous.rule != "month" or previous.end < scene.start:
        return None
    if scene.text[previous.end : start].strip() not in (",", "and", "or", ", and", "&"):
        return None
    year, before = int(previous.edtf[:4]), int(previous.edtf[5:7])
    return month_text(year + (number < before), number)


def _is_introduced(scene: Scene, month: re.Match[str], number: int, low: str, start: int) -> bool:
    """Whether a preposition shows that the month's name is a month here."""
    words = words_before(scene, start, 3)
    following = word_after(scene, month.end())
    if low in _STRONG:
        if number == 5 and (not _BELIEF.isdisjoint(words) or (low == "since" and following in _MAY_ACTS)):
            return False
        return not (low == "late" and words[-1:] == ["the"] and following[:1].isupper())
    if low == "of":
        return len(words) > 1 and words[-2] in _PART_OF
    if low in _WEAK:
        return number not in _ALSO_WORDS or (number in (4, 6) and not _CAPITAL_NEXT.match(scene.text, month.end()))
    return False


def _is_attribute(scene: Scene, month: re.Match[str]) -> bool:
    """`the October coup`, `its March report`, `Egypt's July elections`."""
    word = word_before(scene, month.start()).lower()
    if word not in ("the", "its", "his", "her", "their", "our", "a", "an") and not word.endswith(("'s", "’s")):
        return False
    following = word_after(scene, month.end())
    return len(following) > 3 and following.islower() and following not in _NO_NOUNS


def _tense_of_attribute(scene: Scene, month: re.Match[str]) -> Tense | None:
    return "past" if is_past_noun(word_after(scene, month.end())) else None


def _named_by(scene: Scene, month: re.Match[str], number: int, word: str) -> Spans:
    """`last September` lies before this month, `next March` after it, `this May` in this year."""
    published = scene.published
    year = published.year
    if word == "last" and number >= published.month:
        year -= 1
    if word == "next" and number <= published.month:
        year += 1
    start = scene.text.lower().rindex(word, max(0, month.start() - 12), month.start())
    return (DateSpan(start, month.end(), month_text(year, number), "month", True),)
