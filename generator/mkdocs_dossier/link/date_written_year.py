"""The year that is written behind a day or month: `14 July 1789`, `July 14, 1789`, `24 August AD 79`, `14 July (1789)`.

Four digits are the year, unless they are an amount. Fewer are one only where they are set off, or their era is named.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_dossier.link.date_numbers import counts_people_or_things, is_amount, names_follow
from mkdocs_dossier.link.date_phrases import GAP, TO, Scene, word_before

_SPACE = f"(?:{GAP})?"
_BEFORE_CHRIST = (
    r"(?:B\.C\.(?:E\.)?|b\.c\.(?:e\.)?|(?:BCE?|bce?|before Christ|before (?:the )?[Cc]ommon [Ee]ra)(?![A-Za-z]))"
)
_OUR_ERA = r"(?:A\.D\.|a\.d\.|C\.E\.|c\.e\.|(?:AD|CE|Anno Domini)(?![A-Za-z]))"
_YEAR = re.compile(
    rf"(?:,?{GAP}|(?P<bare>[,-]))(?P<of>of{GAP}(?:the{GAP}year{GAP})?)?"
    rf"(?P<digits>\d{{1,4}})(?![\w%°+]|[.,:]\d|{_SPACE}[%°]|{_SPACE}[€$£¥](?!\d))"
)
_OF_ERA = re.compile(
    rf"(?:,?{GAP}|[,-])(?:(?:in|of|the|year|about|around|circa|c\.|ca\.){GAP})*[(\[]?"
    rf"(?:(?:(?P<christ>{_BEFORE_CHRIST})|{_OUR_ERA}){_SPACE}(?P<digits>\d{{1,4}})(?!\w)"
    rf"|(?P<number>\d{{1,4}}){_SPACE}(?:(?P<after>{_BEFORE_CHRIST})|{_OUR_ERA}))[)\]]?"
)
_IN_BRACKETS = re.compile(rf",?{_SPACE}(?:\((?P<digits>\d{{1,4}})\)|\[(?P<square>\d{{4}})\])")
_ASIDE = re.compile(rf"{GAP}(?:\([^()\[\]]{{1,40}}\)|\[[^()\[\]]{{1,40}}\])(?=,?{GAP}\d{{4}}(?!\w))")
"""Between a day and its year: `7 November [O.S. 25 October] 1917`, `14 July (Tuesday) 1789`."""

_SHORTENED = re.compile(rf",?{GAP}['’‘](?P<digits>\d\d)(?!\w|{GAP}[A-Z])")
_TOLD_FROM_NOW = re.compile(rf",?{GAP}(?:(?:of|in){GAP}(?:the{GAP})?)?(?P<which>last|this|next){GAP}year(?![\w-]|['’])")
_YEARS_ON = {"last": -1, "this": 0, "next": 1}
_OTHER_RECKONING = re.compile(rf"{_SPACE}(?:A\.H\.|(?:AH|SH|AUC|[Hh]ijri|Anno Hegirae)(?![A-Za-z]))")
_CHRIST_FOLLOWS = re.compile(rf"(?:{TO}\d{{1,4}})?{_SPACE}(?P<era>{_BEFORE_CHRIST})")
_ERA_FOLLOWS = re.compile(rf"{_SPACE}(?:{_BEFORE_CHRIST}|{_OUR_ERA})(?!{_SPACE}\d)")
_CLOSES = re.compile(
    rf"[\"'”’)\]]*(?:\Z|[.;!?)\]—–]|,(?!{_SPACE}\d)|:(?!\d)|{GAP}[—–(-]"
    rf"|{GAP}(?:the|a|an|he|she|they|it|his|her|their|its)(?={GAP}))"
)
_NAME_FOLLOWS = re.compile(rf"{GAP}[A-Z]")


class WrittenYear(NamedTuple):
    """year: None where the calendar's pages have none for it (`44 BC`, `’89`). end: where the phrase ends.

    told: it was worked out from the article's own: `July last year`.
    """

    year: int | None
    end: int
    told: bool = False


def written_year(scene: Scene, at: int, *, day: int | None = None, of_month: bool = False) -> WrittenYear | None:
    """Return the year that is written behind a day or month which ends at `at`, None where no year is.

    day: the day of the month, where it is the day that stands before the year (`July 14, 1789`). of_month: no day
    stands beside the month; then a short number needs more proof (`In July, 90, mostly women, died`).
    """
    text, end = scene.text, scene.end
    from_now = _TOLD_FROM_NOW.match(text, at, end)
    if from_now is not None:
        return WrittenYear(scene.published.year + _YEARS_ON[from_now["which"]], from_now.end(), told=True)
    of_era = _OF_ERA.match(text, at, end)
    if of_era is not None:
        return _of_era(scene, of_era)
    shortened = _SHORTENED.match(text, at, end)
    if shortened is not None and not counts_people_or_things(scene, shortened.end(), int(shortened["digits"])):
        return WrittenYear(None, shortened.end())
    aside = _ASIDE.match(text, at, end) if not of_month else None
    found = _YEAR.match(text, aside.end() if aside is not None else at, end)
    if found is not None:
        return _beside(scene, found, day, of_month=of_month)
    found = _IN_BRACKETS.match(text, at, end)
    digits = (found["digits"] or found["square"]) if found is not None else ""
    if found is None or (of_month and len(digits) < 4):
        return None
    return WrittenYear(int(digits) or None, found.end())


def names_era(scene: Scene, start: int, end: int) -> bool:
    """Whether the number of a phrase like `August 14 AD`, which has no other, is a year of an era.

    Not so in `On August 14 BC Hydro said so`.
    """
    found = _ERA_FOLLOWS.match(scene.text, end, scene.end)
    if found is None:
        return False
    named = found[0][-1] != "." and _NAME_FOLLOWS.match(scene.text, found.end(), scene.end) is not None
    return not named or word_before(scene, start).lower() == "in"


def is_of_other_reckoning(scene: Scene, end: int) -> bool:
    """Whether the year that ends at `end` is counted from elsewhere: `1441 AH`."""
    return _OTHER_RECKONING.match(scene.text, end, scene.end) is not None


def is_before_christ(scene: Scene, end: int, year: int) -> bool:
    """Whether the year that ends at `end` is one of those before the first: `44 BC`, `1900-1850 BC`.

    `2016 BC Hydro` is of British Columbia.
    """
    found = _CHRIST_FOLLOWS.match(scene.text, end, scene.end)
    return found is not None and not _is_province(scene, found["era"], found.end(), year)


def _is_province(scene: Scene, era: str, end: int, year: int) -> bool:
    return era == "BC" and year >= 1900 and _NAME_FOLLOWS.match(scene.text, end, scene.end) is not None


def _of_era(scene: Scene, found: re.Match[str]) -> WrittenYear:
    year = int(found["digits"] or found["number"])
    if found["after"] and _is_province(scene, found["after"], found.end(), year):
        return WrittenYear(year, found.end("number"))
    return WrittenYear(None if found["christ"] or found["after"] else year or None, found.end())


def _beside(scene: Scene, found: re.Match[str], day: int | None, *, of_month: bool) -> WrittenYear | None:
    digits, start, end = found["digits"], found.start("digits"), found.end("digits")
    other = _OTHER_RECKONING.match(scene.text, end, scene.end)
    if other is not None:
        return WrittenYear(None, other.end())
    comma = "," in scene.text[found.start() : start]
    if len(digits) == 4:
        return None if is_amount(scene, start, end, comma=comma) else WrittenYear(int(digits) or None, end)
    set_off = comma and not of_month
    return WrittenYear(int(digits), end) if _is_short_year(scene, found, day, set_off=set_off) else None


def _is_short_year(scene: Scene, found: re.Match[str], day: int | None, *, set_off: bool) -> bool:
    """Whether one to three digits are a year: `on 24 August, 79, it broke out`; not so in `on 14 July, 90 died`."""
    number, end = int(found["digits"]), found.end("digits")
    if number == 0 or not (set_off or found["of"]) or (found["bare"] and not found["of"]):
        return False
    listed = day is not None and day < number <= 31 and not found["of"]  # `on July 14, 15`
    return not listed and (
        _CLOSES.match(scene.text, end, scene.end) is not None or (found["of"] is not None and names_follow(scene, end))
    )
