"""Days that name an event, and what looks like a day and is none."""

from __future__ import annotations

import datetime
import json

import pytest

from mkdocs_dossier.link.corpus import link_collection
from mkdocs_dossier.link.kept import from_kept, to_keep
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import run_stages, source_digests
from tests.conftest import MakeCollection, article
from tests.link.reading import check, read

LATER = datetime.date(2025, 8, 18)

NAMED = [
    ("The [October 7] attack changed it.", "2023-10-07 named-day"),
    ("The [October 7] attacks changed it.", "2023-10-07 named-day"),
    ("Families of [October 7] hostages came.", "2023-10-07 named-day"),
    ("It recalled the [7 October] massacre.", "2023-10-07 named-day"),
    ("Since the [October 7] terror attack it has been shut.", "2023-10-07 named-day"),
    ("The [January 6] committee met.", "2021-01-06 named-day"),
    ("He spoke of [January 6] rioters.", "2021-01-06 named-day"),
    ("The [July 7] bombings are remembered.", "2005-07-07 named-day"),
    ("The [July 20] plot failed.", "1944-07-20 named-day"),
    ("The [September 11] attacks are remembered.", "2001-09-11 september-11"),
    ("The [August 12] attack was the worst.", "2025-08-12 day-month*"),
    ("The [August 12] talks failed.", "2025-08-12 day-month*"),
    ("On [October 7] he left.", "2025-10-07 day-month*"),
]

WEEKS = [
    ("It is in the week of [August 22].", "2016-08-22/2016-08-28 week-of-day*"),
    ("It was in the week of [March 6], he said.", "2016-03-06/2016-03-12 week-of-day*"),
    ("It was in the week of [March 9].", "2016-03-07/2016-03-13 week-of-day*"),
    ("It was in the week of the [9th of March].", "2016-03-07/2016-03-13 week-of-day*"),
    ("It was in the week of [8 August 2015].", "2015-08-03/2015-08-09 week-of-day"),
]

NONE = [
    "The October 3 attack changed it, and the March 9 massacre too.",
    "It had a score of 9/11, he scored 9/11 and she was rated 9/11.",
    "Fans of Sheffield Wednesday came.",
    "The Long March 5 flew, as the Long March 5 had done.",
    "The British Sunday paper said so, as did a Sunday tabloid.",
    "They are the people of tomorrow.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_day_that_names_an_event_keeps_the_year_of_the_event(text: str, expected: str) -> None:
    check(text, expected, LATER)


@pytest.mark.parametrize(("text", "expected"), WEEKS)
def test_the_week_of_a_day_is_a_week(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert read(text) == []


def test_an_event_does_not_name_a_day_before_it_happened() -> None:
    assert read("The October 7 attack was the worst.", datetime.date(1998, 10, 20))[0][1] == "1998-10-07"


EVENT = "{title: March of the bakers, date: 2011-10-03, known_by_date: true}"
TEXT = "The October 3 march changed it. The October 3 bakers came. On October 3 it rains."


def _dates(root: Options) -> list[str]:
    return [m.key for m in run_stages(root).corpus.articles[0].mentions if m.kind == "date"]


def test_an_event_of_the_collection_may_be_known_by_its_date(collection: MakeCollection) -> None:
    files = {"data/articles/a.md": article(TEXT, date="2016-08-18")}
    without = collection({**files, "data/events.yml": "bakers: {title: March of the bakers, date: 2011-10-03}\n"})
    assert "2011-10-03" not in _dates(without)
    events = collection({**files, "data/events.yml": f"bakers: {EVENT}\n"})
    assert _dates(events) == ["2011-10-03", "2011-10-03", "2016-10-03"]


def test_articles_are_linked_anew_when_an_event_becomes_known_by_its_date(collection: MakeCollection) -> None:
    files = {"data/articles/a.md": article(TEXT, date="2016-08-18")}
    before = run_stages(collection({**files, "data/events.yml": "bakers: {title: A march, date: 2011-10-03}\n"}))
    kept = json.loads(json.dumps(to_keep(before.linked.remembered, source_digests(before.read), None)))
    now = run_stages(collection({**files, "data/events.yml": f"bakers: {EVENT}\n"}))
    documents = now.validated.collection.documents
    again = from_kept(kept, documents, source_digests(now.read)).remembered
    for remembered in (before.linked.remembered, again):
        linked = link_collection(now.validated.collection, remembered)
        assert linked.corpus.articles == now.corpus.articles
        assert "2011-10-03" in [mention.key for mention in linked.corpus.articles[0].mentions]
