"""Whether a text tells of the past or of its own days: what its dates and day words show, or its front matter says.

News has weekdays and day words (`on Thursday`, `today`); what looks back has dates with their years.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mkdocs_dossier.model.edtf import Edtf
from mkdocs_dossier.model.mention import DateSpan

EXACT = frozenset("iso-date numeric-date full-date day-range month-year month-range season quarter half-year".split())
"""Rules that, unless the year is inferred, give at least the month with its year."""

DAY_WORDS = frozenset(
    "weekday last-weekday this-weekday next-weekday weekday-of-week weekday-range relative-day".split()
)
"""Rules for phrases that only news has in numbers."""

_OLD = timedelta(183)
_MANY = 4
_TIMES = 2


class TextTime(NamedTuple):
    """old: how many of the text's dates lie long before publication. news: how many weekdays and day words it has.

    coverage: the time that it tells of, where its front matter says so (`temporal_coverage`).
    """

    published: date
    old: int
    news: int
    coverage: Edtf | None

    @property
    def is_past(self) -> bool:
        """Whether the front matter says that the text tells of another time than that of its publication."""
        return self.coverage is not None and not self.coverage.covers(self.published)

    @property
    def leans_back(self) -> bool:
        """Whether dates of long ago outweigh what shows news, be they few."""
        return self.old > _TIMES * self.news

    @property
    def looks_back(self) -> bool:
        """Whether the text as a whole tells of the past."""
        return self.is_past or (self.old >= _MANY and self.leans_back)


def time_of_text(spans: Iterable[DateSpan], published: date, coverage: Edtf | None) -> TextTime:
    """Return what the dates of a text show."""
    limit = (published - _OLD).isoformat() if published - date.min > _OLD else ""
    old = news = 0
    for span in spans:
        old += is_exact(span) and last_part(span) < limit[: len(last_part(span))]
        news += span.rule in DAY_WORDS
    return TextTime(published, old, news, coverage)


def is_exact(span: DateSpan) -> bool:
    """Whether the phrase names at least a month with its year."""
    return span.rule in EXACT and not span.inferred


def last_part(span: DateSpan) -> str:
    """Return the day or month with which a date ends."""
    return span.edtf.rpartition("/")[2]
