"""Dates around a year in digits: `2016-08-18`, `18.08.2016`, `2011-2014`, `spring 2015`, `in 2015`.

A number is a year only where its surroundings say so: most four-digit numbers are not.
"""

from __future__ import annotations

import re

from mkdocs_dossier.link.date_numbers import HUMANS, counts_people_or_things, counts_things, is_counted
from mkdocs_dossier.link.date_phrases import (
    DASH,
    GAP,
    YEAR,
    Scene,
    Spans,
    valid_day,
    words_before,
)
from mkdocs_dossier.link.date_seasons import decade_at, part_before, winter_at
from mkdocs_dossier.link.date_written_year import is_before_christ, is_of_other_reckoning
from mkdocs_dossier.model.mention import DateSpan
from mkdocs_dossier.model.prose import BLOCK_END

_ISO = re.compile(r"(\d{4})([-/])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=T\d|(?![\w/-])(?![.,]\d))")
_CJK = re.compile(r"(\d{4})[年년] ?(1[0-2]|0?[1-9])[月월](?: ?(3[01]|[12]\d|0?[1-9])[日日일号])?")
_CJK_BEFORE_CHRIST = re.compile(r"(?:前|기원전) ?\Z")
_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})\2\Z")
_WITH_HYPHENS = re.compile(r"(?<![\w./-])(\d{1,2})(-)(\d{1,2})-\Z")
_SLASHES_DAY_FIRST = frozenset(
    "fr es it pt ca gl ro el tr nl de pl cs sk ru uk bg sr hr sl da nb nn no fi id ms vi ar he".split()
)
"""In these languages `5/6/2016` is 5 June, wherever they are written."""
_YEAR = re.compile(YEAR)
_USUAL = 1800
"""Before it a number is a year only with more proof: there are more amounts and hours than years."""

_EARLY = frozenset("in since circa born founded established died year".split())
_EARLY_CLOSES = re.compile(
    rf"[\"'”’)\]]*(?:\Z|[.;!?)\]—–]|,(?!{GAP}?\d)|:(?!\d)"
    rf"|{GAP}(?:[A-Z—–(-]|(?:the|a|an|he|she|they|it|his|her|their|its|and|but|when|by|after|before|as|was|at|under|with"
    rf"|to|for|on|in|because|which|while)(?!\w)))"
)
_SECOND = re.compile(rf"(?P<to>{GAP}(?:and|to){GAP}|{DASH}|/)(?P<year>{YEAR}|\d\d(?!\w|[.,:/-]\d))(?![-–/]\d)")
_ABUTS = re.compile(r"[\w.,:/$£€¥#@+&=%_~‑–—-]\Z")
_QUALIFIER = re.compile(r"\b(?:[Ee]arly|[Mm]id|[Ll]ate)(?:[ \u00a0]|-)\Z|\bend-\Z")
_BRACKET = re.compile(r"[(\[](?:[^()\[\]]{0,30}[, \u00a0])?\Z")
_NO_YEAR_AFTER = re.compile(r"[%°$£€+]|-[A-Za-z]|[’']?s\b(?<=0s)|[’']s\b(?<=0.s)")
_PREPOSITIONS = frozenset(
    "in since by during until till from of before after early late mid through throughout circa year "
    "born founded established died fiscal".split()
)
_SURELY = frozenset("in since during until till".split())
_QUANTITIES = frozenset(
    "total out number population average maximum minimum height length distance altitude depth range "
    "sum price cost one some majority each all rate speed record capacity force strength garrison group "
    "army crowd convoy fleet".split()
)
_NAMES = frozenset(
    "resolution flight boeing airbus route highway windows office model expo article page room unit".split()
)
_PAGES = frozenset("p p. pp pp. page pages no no. nos nos. number numbers".split())
_DETERMINERS = frozenset("the a an its his her their our this that".split())
_VERBS_AFTER = frozenset("was is will has had saw marked brought ended began".split())
_TWO_WORDS = re.compile(rf"{GAP}([A-Za-z’'-]+)(?:{GAP}([A-Za-z’'-]+))?")


def read_numeric(scene: Scene, at: int) -> Spans:
    """Return the all-digit date of which the year at `at` is a part: the form every language shares."""
    text = scene.text
    iso = _ISO.match(text, at, scene.end)
    if iso is not None and not _ABUTS.search(text, max(scene.start, at - 1), at):
        return _one_day(iso.start(), iso.end(), iso[1], iso[3], iso[4], "iso-date")
    cjk = _CJK.match(text, at, scene.end)
    if cjk is not None and not _CJK_BEFORE_CHRIST.search(text, max(scene.start, at - 4), at):
        if cjk[3]:
            return _one_day(cjk.start(), cjk.end(), cjk[1], cjk[2], cjk[3], "full-date")
        return (DateSpan(cjk.start(), cjk.end(), f"{cjk[1]}-{int(cjk[2]):02}", "month-year", False),)
    return ()


def read_day_first(scene: Scene, at: int, language: str) -> Spans:
    """Return `18.08.2016` or `18/08/2016` of which the year stands at `at`, where one reading is possible.

    language: BCP 47, without a region.
    """
    year = _YEAR.match(scene.text, at, scene.end)
    before = (_WITH_HYPHENS if language == "nl" and scene.text[at - 1] == "-" else _NUMERIC).search(
        scene.text, max(scene.free, at - 6), at
    )
    if year is None or before is None or (scene.text[year.end() : year.end() + 1] in "/-" and year.end() < scene.end):
        return ()
    one, two = int(before[1]), int(before[3])
    sure = language != "en" and (before[2] != "/" or language in _SLASHES_DAY_FIRST)
    if not sure and one <= 12 and two <= 12 and one != two:
        return ()
    day, month = (one, two) if two <= 12 else (two, one)
    return _one_day(before.start(), year.end(), year[0], str(month), str(day), "numeric-date") if month <= 12 else ()


def _one_day(start: int, end: int, year: str, month: str, day: str, rule: str) -> Spans:
    found = valid_day(int(year), int(month), int(day)) if day != "0" and int(year) > 0 else None
    return (DateSpan(start, end, found.isoformat(), rule, False),) if found is not None else ()


def read_year(scene: Scene, at: int) -> Spans:
    """Return the year at `at`, or the interval of years or the season that it is a part of."""
    decade = decade_at(scene.text, scene.free, at, scene.end)
    if decade is not None:
        return _decade(scene, *decade)
    winter = winter_at(scene.text, scene.free, at, scene.end)
    if winter is not None:
        return (DateSpan(*winter, "season", False),)
    year = _YEAR.match(scene.text, at, scene.end)
    if year is None or _NO_YEAR_AFTER.match(scene.text, year.end(), scene.end) or not _is_near(scene, year[0]):
        return ()
    if is_before_christ(scene, year.end(), int(year[0])) or is_of_other_reckoning(scene, year.end()):
        return ()
    if int(year[0]) < _USUAL:
        return _early_year(scene, at, year)
    part = part_before(scene.text, scene.free, at, int(year[0]))
    if part is not None and _SECOND.match(scene.text, year.end(), scene.end) is None:
        return (DateSpan(part[0], year.end(), *part[1:], False),)
    start = _qualified(scene, at)
    if start == at and _ABUTS.search(scene.text, max(0, at - 1), at):
        return ()
    return _interval(scene, start, year) or _single(scene, start, year)


def _decade(scene: Scene, start: int, end: int, edtf: str) -> Spans:
    """`in the 1990s`; not so for ages (`in her 1980s style`), which nobody could count in days."""
    word = words_before(scene, start, 1)[-1:]
    known = word in (["the"], ["early"], ["mid"], ["late"], ["in"], ["since"]) or scene.text[start] in "EeMmLl"
    return (DateSpan(start, end, edtf, "decade", False),) if known or _continues_decades(scene, start) else ()


def _continues_decades(scene: Scene, start: int) -> bool:
    """`in the 1980s and 1990s`."""
    previous = scene.previous
    return previous is not None and previous.rule == "decade" and start - previous.end < len(" and the ")


def _early_year(scene: Scene, at: int, year: re.Match[str]) -> Spans:
    """`in 1755`, `founded in 1607`; not `in 1500 homes` nor `by 1600 GMT`."""
    start = _qualified(scene, at)
    if start == at and (_ABUTS.search(scene.text, max(0, at - 1), at) or not _is_early(scene, at)):
        return ()
    if _EARLY_CLOSES.match(scene.text, year.end(), scene.end) is None or counts_people_or_things(
        scene, year.end(), int(year[0])
    ):
        return ()
    return (DateSpan(start, year.end(), year[0], "year", False),)


def _is_early(scene: Scene, at: int) -> bool:
    words = words_before(scene, at, 2)
    return words[-1:] != [] and words[-1] in _EARLY and words[-2:-1] not in (["one"], ["1"])


def _is_near(scene: Scene, year: str) -> bool:
    """Targets and projections reach some decades ahead; what lies further off is a number."""
    return int(year) <= scene.published.year + 40


def _qualified(scene: Scene, at: int) -> int:
    found = _QUALIFIER.search(scene.text, max(scene.free, at - 6), at)
    return found.start() if found is not None else at


def _interval(scene: Scene, start: int, year: re.Match[str]) -> Spans:
    """`2011-2014`, `2015-16`, `from 2011 to 2014`, `between 2011 and 2014`."""
    second = _SECOND.match(scene.text, year.end(), scene.end)
    if second is None or counts_things(scene, second.end()):
        return ()
    last = second["year"] if len(second["year"]) == 4 else year[0][:2] + second["year"]
    word = second["to"].strip()
    words = words_before(scene, start, 1)
    if words and words[0] in _PAGES:
        return ()
    if word.isalpha() and (len(second["year"]) == 2 or words not in (["between"], ["from"])):
        return ()
    if not int(year[0]) < int(last) <= int(year[0]) + 150 or not _is_near(scene, last):
        return ()
    if word == "/" and len(second["year"]) == 2 and int(last) != int(year[0]) + 1:
        return ()
    return (DateSpan(start, second.end(), f"{year[0]}/{last}", "year-range", False),)


def _single(scene: Scene, start: int, year: re.Match[str]) -> Spans:
    if counts_things(scene, year.end()) and not _humans_in_a_year(scene, start, year):
        return ()
    known = start < year.start() or _continues_list(scene, start) or _in_brackets(scene, start, year.end())
    if not (known or _is_introduced(scene, start) or _is_attribute(scene, start, year.end()) or _opens(scene, year)):
        return ()
    return (DateSpan(start, year.end(), year[0], "year", False),)


def _humans_in_a_year(scene: Scene, start: int, year: re.Match[str]) -> bool:
    """`In 2015 people fled`, but not `of 2015 people`."""
    following = _TWO_WORDS.match(scene.text, year.end(), scene.end)
    human = following is not None and following[1].lower() in HUMANS
    return human and words_before(scene, start, 1)[-1:] in (["in"], ["since"], ["during"])


def _is_introduced(scene: Scene, start: int) -> bool:
    if not scene.text[start - 1 : start].isspace():
        return False
    words = words_before(scene, start, 3)
    last, before = words[-1:], words[-2:-1]
    if last == ["in"] and before in (["one"], ["1"]):
        return False
    if last in (["of"], ["from"], ["by"]) and before and (before[0] in _QUANTITIES or before[0].isdigit()):
        return False
    if last and last[0] in _PREPOSITIONS:
        return not (last == ["of"] and before and before[0] in _NAMES)
    if last in (["with"], ["to"]):
        return before in (["compared"], ["back"], ["dating"])
    return last == ["between"]


def _continues_list(scene: Scene, start: int) -> bool:
    """`in 2014, 2015 and 2016`: a year after a year."""
    previous = scene.previous
    if previous is None or previous.rule not in ("year", "year-range") or previous.end < scene.start:
        return False
    return scene.text[previous.end : start].strip() in (",", "and", "or", ", and", "to", "&")


def _in_brackets(scene: Scene, start: int, end: int) -> bool:
    """`(2015)`, `(Reuters, 2015)`, `(born 1965)`."""
    after = scene.text[end : end + 1]
    return (
        after in (")", "]")
        and end < scene.end
        and _BRACKET.search(scene.text, max(scene.start, start - 34), start) is not None
    )


def _is_attribute(scene: Scene, start: int, end: int) -> bool:
    """`the 2015 agreement`, `Kerry's 2004 campaign`; not `the 2000 refugees`."""
    words = words_before(scene, start, 1)
    if not words or not (words[0] in _DETERMINERS or words[0].endswith(("'s", "’s"))):
        return False
    following = _TWO_WORDS.match(scene.text, end, scene.end)
    if following is None:
        return False
    nouns = [word for word in following.groups() if word is not None]
    year = int(scene.text[end - 4 : end])
    return not any(is_counted(word, year) for word in nouns[: 1 if nouns[0].islower() else 2])


def _opens(scene: Scene, year: re.Match[str]) -> bool:
    """`2015 was the deadliest year`; a heading `2015`."""
    before = year.start() - scene.start
    if not before and year.end() == scene.end and scene.text[scene.end : scene.end + 1] in ("", BLOCK_END):
        return int(year[0]) <= scene.published.year and scene.text[scene.start - 1 : scene.start] in ("", BLOCK_END)
    if before > 3 or scene.text[scene.start : year.start()].strip("\"'“‘( "):
        return False
    following = _TWO_WORDS.match(scene.text, year.end(), scene.end)
    return following is not None and following[1] in _VERBS_AFTER
