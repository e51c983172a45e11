"""Verbs beside and far from a date: what is to come, what was planned, and which of two years or weeks is meant.

The article is of Thursday, 18 August 2016, unless a case says otherwise.
"""

from __future__ import annotations

import datetime

import pytest

from tests.link.reading import THURSDAY, check, read

NEAREST_DAY = [
    ("A dividend payable [Dec. 7] was declared.", "2016-12-07 day-month*"),
    ("A dividend, payable on [December 7], was declared.", "2016-12-07 day-month*"),
    ("He was invited to a ceremony on [Sept. 12].", "2016-09-12 day-month*"),
    ("The board raised the rates, effective [Feb. 1].", "2017-02-01 day-month*"),
    ("He backed the [July 11] poll.", "2016-07-11 day-month*"),
    ("They voted to offer a holiday on [1 September].", "2016-09-01 day-month*"),
    ("He told the paper [September 3] was the day.", "2016-09-03 day-month*"),
    ("It was elected by parliament, probably on [6 October].", "2016-10-06 day-month*"),
    ("Hearings on a petition filed by him until [21 September] were set.", "2016-09-21 day-month*"),
    ("They expected profits for the period ended [31 July].", "2016-07-31 day-month*"),
    ("The year ends [next March 31].", "2017-03-31 day-month*"),
    ("The deficit of the year ending on [31 December] was forecast low.", "2016-12-31 day-month*"),
    ("It opened [last May 3].", "2016-05-03 day-month*"),
    ("It closed [last September 3].", "2015-09-03 day-month*"),
    ("As early as [23 March], it had been seen.", "2016-03-23 day-month*"),
    ("We have set [December 1] as the date, he said.", "2016-12-01 day-month*"),
    ("He was killed [Nov. 20] at home.", "2015-11-20 day-month*"),
    ("It fell on [1 September].", "2015-09-01 day-month*"),
    ("He was shot on [1 September].", "2015-09-01 day-month*"),
    ("He will speak on [20 July].", "2017-07-20 day-month*"),
    ("The plan, which failed, was to begin on [Friday, 2 September].", "2016-09-02 day-month*"),
]

NEAREST_MONTH = [
    ("It was submitted to parliament for approval in [October].", "2016-10 month*"),
    ("It was voted on in the House in [September].", "2016-09 month*"),
    ("They urged him to call the polls in [November].", "2016-11 month*"),
    ("Crude for delivery in [October] closed higher.", "2016-10 month*"),
    ("They left in [September].", "2015-09 month*"),
    ("He was tried in [September].", "2015-09 month*"),
    ("The envoy, named by the king in [March], said so.", "2016-03 month*"),
    ("Records set by the exchange in [July] could be beaten.", "2016-07 month*"),
]

SCHEDULES = [
    ("He sets out [Wednesday] on a mission.", "2016-08-24 weekday*"),
    ("Parliament votes on [Friday].", "2016-08-19 weekday*"),
    ("Ministers meet on [Friday].", "2016-08-19 weekday*"),
    ("The trial opens [Tuesday] in Alfa.", "2016-08-23 weekday*"),
    ("The law comes into force on [Monday].", "2016-08-22 weekday*"),
    ("The law takes effect on [Monday].", "2016-08-22 weekday*"),
    ("The vote is on [Sunday].", "2016-08-21 weekday*"),
    ("The deadline is [Friday].", "2016-08-19 weekday*"),
    ("He leaves for Alfa on [Saturday].", "2016-08-20 weekday*"),
    ("The country goes to the polls on [Sunday].", "2016-08-21 weekday*"),
    ("The council votes on [Thursday].", "2016-08-18 weekday*"),
    ("The talks were put off until 15:00 GMT [Saturday].", "2016-08-20 weekday*"),
    ("The truce was extended until noon [Saturday].", "2016-08-20 weekday*"),
    ("The road is closed through [Friday].", "2016-08-19 weekday*"),
    ("The rally planned for [Saturday] was put off until [Monday].", "2016-08-20 weekday*, 2016-08-22 weekday*"),
]

LOOKING_BACK = [
    ("The fall was due to remarks on [Sunday] by him.", "2016-08-14 weekday*"),
    ("Rebels shell town on [Friday]", "2016-08-12 weekday*"),
    ("Parliament opens on [Friday]", "2016-08-12 weekday*"),
    ("Having vowed to react after [Sunday]'s action, they struck.", "2016-08-14 weekday*"),
    ("They say so, which would leave the [Sunday] out.", "2016-08-14 weekday*"),
    ("He leaves office disgraced by all, the court said [Friday].", "2016-08-12 weekday*"),
    ("He is on leave, they said on [Friday].", "2016-08-12 weekday*"),
    ("As early as [Monday], it had been seen.", "2016-08-15 weekday*"),
]

GIVEN_UP = [
    "A rally planned for Saturday was cancelled.",
    "The vote scheduled for Sunday has been called off.",
    "The match due on Saturday was postponed.",
    "The truce had been due to expire Friday.",
    "The talks had been set for Monday.",
    "The truce, due to end on Friday, was extended.",
    "They scrapped the march planned for Saturday.",
    "The session set for Friday was adjourned.",
    "The flight scheduled to leave on Saturday was delayed.",
    "The lecture planned for Friday was put back.",
]


@pytest.mark.parametrize(("text", "expected"), [*NEAREST_DAY, *NEAREST_MONTH])
def test_a_verb_that_stands_far_off_does_not_pull_a_date_a_year_away(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize(("text", "expected"), [*SCHEDULES, *LOOKING_BACK])
def test_the_present_tense_of_a_schedule_is_to_come_but_not_in_titles(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", GIVEN_UP)
def test_a_weekday_for_which_something_was_planned_that_did_not_happen_is_no_date(text: str) -> None:
    assert read(text) == []


MONTHS_OF_SPRING = [
    ("It was submitted to parliament for approval in [May].", "2016-05 month*"),
    ("It was voted on in the House in [April].", "2016-04 month*"),
    ("Its promised package in [April] must be big.", "2016-04 month*"),
    ("In [early March] he spoke to them.", "2016-03 month*"),
    ("They arrived in [January].", "2016-01 month*"),
    ("They will leave in [November].", "2016-11 month*"),
]


@pytest.mark.parametrize(("text", "expected"), MONTHS_OF_SPRING)
def test_in_march_the_coming_months_are_those_of_the_same_year(text: str, expected: str) -> None:
    check(text, expected, datetime.date(2016, 3, 15))


def test_on_the_weekday_that_a_schedule_names_it_is_that_day() -> None:
    for day in range(7):
        published = THURSDAY + datetime.timedelta(day)
        assert read(f"The council votes on {published:%A}.", published)[0][1] == published.isoformat()
