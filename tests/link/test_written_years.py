"""The year that is written behind a day or month: which number is one, and what the others are.

In a case the phrases stand in [brackets], or in {braces} where the text has brackets of its own. The article is of
Thursday, 18 August 2016.
"""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.model.edtf import parse_edtf
from tests.link.reading import THURSDAY, check, read

OF_ANY_TIME = [
    ("They stormed it on [14 July 1789].", "1789-07-14 full-date"),
    ("They stormed it on [July 14, 1789].", "1789-07-14 full-date"),
    ("They stormed it on [July 14 1789] at noon.", "1789-07-14 full-date"),
    ("They stormed it on the [14th of July 1789].", "1789-07-14 full-date"),
    ("They stormed it on the [14th of July, 1789], and won.", "1789-07-14 full-date"),
    ("They stormed it on the [14th of July of 1789].", "1789-07-14 full-date"),
    ("They stormed it on the [14th of July of the year 1789].", "1789-07-14 full-date"),
    ("They stormed it on [14 July, 1789].", "1789-07-14 full-date"),
    ("They stormed it on [July the 14th, 1789].", "1789-07-14 full-date"),
    ("They stormed it on [Tuesday, 14 July 1789].", "1789-07-14 full-date"),
    ("They stormed it on [Tuesday, July 14, 1789].", "1789-07-14 full-date"),
    ("They stormed it on [Tuesday the 14th of July 1789].", "1789-07-14 full-date"),
    ("THEY STORMED IT ON [14 JULY 1789].", "1789-07-14 full-date"),
    ("They stormed it ([14-Jul-1789]).", "1789-07-14 full-date"),
    ("They stormed it on {14 July (1789)}.", "1789-07-14 full-date"),
    ("They stormed it on {14 July (Tuesday) 1789}.", "1789-07-14 full-date"),
    ("It fell on {7 November [O.S. 25 October] 1917}.", "1917-11-07 full-date"),
    ("It lasted [14–16 July 1789].", "1789-07-14/1789-07-16 day-range"),
    ("It lasted from [14 to 16 July 1789].", "1789-07-14/1789-07-16 day-range"),
    ("It lasted from [July 14 to 16, 1789].", "1789-07-14/1789-07-16 day-range"),
    ("It lasted from [14 July to 16 August 1789].", "1789-07-14/1789-08-16 day-range"),
    ("It lasted from [July 14 to August 16, 1789].", "1789-07-14/1789-08-16 day-range"),
    ("It lasted from [14 July 1789 to 9 November 1799].", "1789-07-14/1799-11-09 day-range"),
    ("It lasted from [30 December 1788 to 2 January 1789].", "1788-12-30/1789-01-02 day-range"),
    ("On [3 May] and [4 June 1789] they met.", "1789-05-03 full-date, 1789-06-04 full-date"),
    (
        "On [July 14], [15] and [16, 1789], they met.",
        "1789-07-14 full-date, 1789-07-15 full-date, 1789-07-16 full-date",
    ),
    ("On [14 July 1789] and 1200 other days they met.", "1789-07-14 full-date"),
    ("They won on [14 October 1066].", "1066-10-14 full-date"),
    ("They will land on [14 July 2150].", "2150-07-14 full-date"),
    ("They will land on [July 14, 9999].", "9999-07-14 full-date"),
    ("It broke out on [24 August 0079].", "0079-08-24 full-date"),
    ("In [July 1789] they stormed it.", "1789-07 month-year"),
    ("In [July, 1789], they stormed it.", "1789-07 month-year"),
    ("In [July of 1789] they stormed it.", "1789-07 month-year"),
    ("In [late July 1789] they stormed it.", "1789-07 month-year"),
    ("It lasted from [July to October 1789].", "1789-07/1789-10 month-range"),
    ("It lasted from [November 1788 to March 1789].", "1788-11/1789-03 month-range"),
]

WHAT_FOLLOWS = [
    ("The events of [14 July 1789] were decisive.", "1789-07-14 full-date"),
    ("On [14 July 1789] the people rose.", "1789-07-14 full-date"),
    ("On [14 July 1789] crowds gathered.", "1789-07-14 full-date"),
    ("On [14 October 1066] William's soldiers won.", "1066-10-14 full-date"),
    ("On [18 June 1815] French troops attacked.", "1815-06-18 full-date"),
    ("On [18 June 1815] Napoleon's troops attacked.", "1815-06-18 full-date"),
    ("On [14 July 1789], 1200 people came.", "1789-07-14 full-date"),
    ("On [14 July 1850] Charles Example read.", "1850-07-14 full-date"),
    ("On [1 May 1800] elections were held.", "1800-05-01 full-date"),
    ("On [3 May 2017] troops came.", "2017-05-03 full-date"),
    ("On [May 3, 2017] troops came.", "2017-05-03 full-date"),
    ("On [3 May 1987] people fled.", "1987-05-03 full-date"),
    ("On [3 May 2016] local elections were held.", "2016-05-03 full-date"),
    ("On [3 May 2016] $5 million was paid.", "2016-05-03 full-date"),
    ("On [3 May 2016] Downing Street said so.", "2016-05-03 full-date"),
    ("On [3 May 2016] BC Hydro said so.", "2016-05-03 full-date"),
    ("On [20 July 1969] UTC they landed.", "1969-07-20 full-date"),
    ("On [July 14, 2016] GMT it began.", "2016-07-14 full-date"),
    ("[14 July 2016] – 5000 people fled.", "2016-07-14 full-date"),
    ("[14 July 2016] – 84 people died.", "2016-07-14 full-date"),
    ("[14 July 2016]: 5000 people fled.", "2016-07-14 full-date"),
    ("[14 July 2016] – 1830 GMT: it began.", "2016-07-14 full-date"),
    ("[14 July 2016], 1830 GMT: it began.", "2016-07-14 full-date"),
    ("In [May 2017] troops came.", "2017-05 month-year"),
]

AMOUNTS = [
    "On [5 May] 1200 people fled.",
    "On [5 May], 1200 people fled.",
    "On [May 5] 1200 people fled.",
    "On [May 5], 1200 people fled.",
    "On the [5th of May] 1200 people fled.",
    "On [Thursday, 5 May], 1200 people fled.",
    "On [5 May] 3000 troops came.",
    "On [5 May] 1200 armed men came.",
    "On [5 May] 1200 Syrian refugees came.",
    "On [5 May] 1500 Islamic State fighters came.",
    "On [5 May] 1500 Syrians came.",
    "On [5 May] 1200 Houthis came.",
    "On [5 May] 1200 sandbags came.",
    "On [5 May] 1200 were arrested.",
    "On [5 May] 1200+ people came.",
    "On [5 May] 1200 of them came.",
    "On [5 May] 1200 more were seen.",
    "On [5 May] 1200-strong crowds came.",
    "On [5 May] 1200 tonnes came.",
    "On [5 May] 2000 million was paid.",
    "On [5 May] 1200-1300 people fled.",
    "On [5 May] 1990-2000 people fled.",
    "On [5 May] 1200 to 1300 people fled.",
    "On [5 May] 1,200 people fled.",
    "On [5 May], 1,200 people fled.",
    "On [5 May] 1 200 people fled.",
    "On [5 May] 12000 people fled.",
    "On [5 May] 12,000 people fled.",
    "On [5 May] $1200 was paid.",
    "On [5 May] 1200% was reached.",
    "On [5 May] 2027 people fled.",
]

HOURS_AND_HOUSES = [
    "On [5 May] 1830 GMT it began.",
    "On [5 May] 1945 GMT it began.",
    "On [5 May], 1830 GMT, it began.",
    "On [May 5], 1830 GMT, it began.",
    "On [5 May] 0600 hours it began.",
    "On [5 May] 1030 a.m. it began.",
    "On [5 May] 1830 local time it began.",
    "On [5 May] 1830 Damascus time it began.",
    "On [5 May] 1400-1600 GMT it was shut.",
    "On [5 May] 1830Z it began.",
    "On [5 May] 18:30 it began.",
    "On [5 May] at 1400 it began.",
    "On [5 May], at 1400 GMT, it began.",
    "On [5 May] 1600 Pennsylvania Avenue was shut.",
    "On [5 May], 1600 Pennsylvania Avenue was shut.",
    "On [May 5], 1428 Elm St. was shut.",
    "The Example, [5 May], p. 1789",
    "The Example, [5 May], pp. 1990-2000",
]

FEW_DIGITS = [
    ("On [24 August, 79], it broke out.", "0079-08-24 full-date"),
    ("On [24 August, 79] the mountain broke out.", "0079-08-24 full-date"),
    ("It broke out on [August 24, 79].", "0079-08-24 full-date"),
    ("It broke out on the [24th of August of 79].", "0079-08-24 full-date"),
    ("On the [24th of August of 79] Vesuvius broke out.", "0079-08-24 full-date"),
    ("On the [24th of August of 79] Naples shook.", "0079-08-24 full-date"),
    ("The killing on [14 July] of 90 Hutus was denied.", "2016-07-14 day-month*"),
    ("The killing on [14 July] of 90 Syrians was denied.", "2016-07-14 day-month*"),
    ("It broke out on {24 August (79)}.", "0079-08-24 full-date"),
    ("It broke out on {24 August (AD 79)}.", "0079-08-24 full-date"),
    ("On [24 August 79 AD] it broke out.", "0079-08-24 full-date"),
    ("On [24 August 79 A.D.] it broke out.", "0079-08-24 full-date"),
    ("On [August 24, 79 CE], it broke out.", "0079-08-24 full-date"),
    ("On [24 August AD 79] it broke out.", "0079-08-24 full-date"),
    ("On [August 24, A.D. 79], it broke out.", "0079-08-24 full-date"),
    ("On [24 August 79AD] it broke out.", "0079-08-24 full-date"),
    ("On [24 August AD79] it broke out.", "0079-08-24 full-date"),
    ("On [24 August in AD 79] it broke out.", "0079-08-24 full-date"),
    ("On [24 August in the year 79 AD] it broke out.", "0079-08-24 full-date"),
    ("He was crowned on [25 December 800 AD].", "0800-12-25 full-date"),
    ("It lasted [24–26 August 79 AD].", "0079-08-24/0079-08-26 day-range"),
    ("In [August 79 AD] it broke out.", "0079-08 month-year"),
    ("In [August AD 79] it broke out.", "0079-08 month-year"),
    ("He died in [August 14 AD].", "0014-08 month-year"),
    ("In [August 14 AD] Tiberius followed.", "0014-08 month-year"),
    ("On [July 14] BC Hydro said so.", "2016-07-14 day-month*"),
    ("On [July 14] AD Example closed.", "2016-07-14 day-month*"),
    ("On [July 14], ’60 Examples’ opened.", "2016-07-14 day-month*"),
    ("On [July 14], 15 and 16 people, 20 in all, met.", "2016-07-14 day-month*"),
    ("On [14 July] 90 people died.", "2016-07-14 day-month*"),
    ("On [14 July], 90 people died.", "2016-07-14 day-month*"),
    ("On [July 14], 90 people died.", "2016-07-14 day-month*"),
    ("On [14 July] 90 died.", "2016-07-14 day-month*"),
    ("On [14 July], 90 died.", "2016-07-14 day-month*"),
    ("On [14 July], 221 Baker Street was shut.", "2016-07-14 day-month*"),
    ("On [July 14], 10 a.m., it began.", "2016-07-14 day-month*"),
    ("They lost on [14 July], 3-1.", "2016-07-14 day-month*"),
    ("On {14 July} (90 dead) it fell.", "2016-07-14 day-month*"),
    ("In [July], 90, mostly women, died.", "2016-07 month*"),
    ("“On [14 July] ’90 people died’,” he said.", "2016-07-14 day-month*"),
]

NO_YEAR_OF_THE_CALENDAR = [
    "He died on 15 March 44 BC.",
    "He died on 15 March, 44 BC, in Rome.",
    "He died on March 15, 44 BC.",
    "He died on March 15, 44 B.C., in Rome.",
    "He died on the 15th of March 44 BCE.",
    "He died on 15 March BC 44.",
    "He died on 15 March 44BC.",
    "He died on 15 March 44 b.c. in Rome.",
    "He died on 15 March in 44 BC.",
    "He died on 15 March, c. 44 BC.",
    "He died on 15 March of the year 44 before Christ.",
    "He died on 15 March (44 BC).",
    "It lasted 14–16 March 44 BC.",
    "It lasted from 15 March to 1 April 44 BC.",
    "It lasted from March 15 to April 1, 44 BC.",
    "It lasted from 15 March 44 BC to 1 April 43 BC.",
    "On 15 March and 1 April 44 BC they met.",
    "On 15 June 1763 BC the sun went dark.",
    "In March 44 BC he died.",
    "In March 15 BC he left.",
    "He left on March 15 BC.",
    "From March to May 44 BC they fought.",
    "In 1900 BC and in 2000-1900 BC it stood.",
    "It fell on 14 July ’89.",
    "It fell on July 14, '89.",
]


@pytest.mark.parametrize(("text", "expected"), [*OF_ANY_TIME, *WHAT_FOLLOWS, *FEW_DIGITS])
def test_a_day_is_of_the_year_that_is_written_behind_it(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", [*AMOUNTS, *HOURS_AND_HOUSES])
def test_a_number_that_is_no_year_leaves_the_day_in_the_year_of_its_article(text: str) -> None:
    check(text, "2016-05-05 day-month*")


@pytest.mark.parametrize("text", NO_YEAR_OF_THE_CALENDAR)
def test_a_day_of_a_year_that_has_no_page_is_no_day_of_another_year(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Am 14.07.1789 fiel sie, am 14. Juli 1789 fiel sie, am 15. März 44 v. Chr. starb er."),
        ("fr", "Le 14 juillet 1789 elle tomba."),
        ("fa", "در 1395/05/28 گفت."),
        ("zh", "1789年7月14日，公元前1900年3月15日。"),
        ("ko", "기원전 1900년 3월 15일"),
    ],
)
def test_in_other_languages_such_a_day_is_none_of_another_year(lang: str, text: str) -> None:
    assert read(text, lang=lang) == []


ORDERS = [
    "on {day} July {year}",
    "on {day} July, {year}",
    "on July {day}, {year}",
    "on July {day} {year}",
    "on the {day}th of July {year}",
    "on the {day}th of July, {year}",
    "on July {day}th, {year}",
    "on {day} July ({year})",
    "on {day} July {year} AD",
    "on {day} July AD {year}",
]


@given(st.sampled_from(ORDERS), st.integers(4, 20), st.integers(1, 9999), st.integers(1850, 2050))
def test_four_digits_behind_a_day_are_its_year_in_whatever_order(order: str, day: int, year: int, now: int) -> None:
    text = f"It fell {order.format(day=day, year=f'{year:04}')}."
    assert [edtf for _, edtf, _, _ in read(text, datetime.date(now, 8, 18))] == [f"{year:04}-07-{day:02}"]


@given(st.integers(1, 9999), st.sampled_from(["people fled", "troops came", "homes burned"]), st.integers(1950, 2050))
def test_what_counts_people_is_the_year_only_where_it_may_be_of_the_news(number: int, rest: str, now: int) -> None:
    ((phrase, edtf, _, _),) = read(f"On 5 May {number} {rest}.", datetime.date(now, 8, 18))
    if number < 1900 or number > now + 10:
        assert (phrase, edtf) == ("5 May", f"{now}-05-05")
    else:
        assert (phrase, edtf) == (f"5 May {number}", f"{number}-05-05")


WORDS = st.sampled_from(
    "14 31 1 July February December Sept. 30 44 79 1789 2016 0000 0001 9999 10000 90 AD BC B.C. ’89 , ( ) [ ] – - to "
    "and or of the on in from between 1,200 people GMT Tuesday th early 99 100%".split()
)


@given(st.lists(WORDS, max_size=12), st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))
def test_no_row_of_such_words_makes_a_date_that_is_none(words: list[str], published: datetime.date) -> None:
    for _, edtf, _, _ in read(" ".join(words), published):
        parse_edtf(edtf)


def test_a_year_far_from_the_article_is_read_in_an_article_of_any_time() -> None:
    for published in (datetime.date(150, 1, 1), datetime.date(1789, 12, 31), datetime.date(9899, 1, 1), THURSDAY):
        assert read("It fell on 14 July 1789.", published)[0][1] == "1789-07-14"
        assert read("It broke out on 24 August 79 AD.", published)[0][1] == "0079-08-24"


def test_a_month_without_a_year_has_one_of_four_digits_in_an_early_article_too() -> None:
    assert read("They met in March.", datetime.date(622, 8, 18)) == [("March", "0622-03", "month", True)]
