"""Date phrases as news writes them: what each one means, by which rule, and what is no date.

In a case the phrases stand in [brackets], which are taken out before the text is read; nothing else may be
found. Unless a case says otherwise the article is of Thursday, 18 August 2016.
"""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.link.dates import RULES, find_dates
from mkdocs_dossier.link.sentences import split_sentences
from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.model.prose import BLOCK_END
from tests.link.reading import THURSDAY, check, read

EXPLICIT = [
    ("They met on [18 August 2016] in Damascus.", "2016-08-18 full-date"),
    ("They met on [18th August, 2016], in Damascus.", "2016-08-18 full-date"),
    ("They met on the [18th of August 2016].", "2016-08-18 full-date"),
    ("They met on [August 18, 2016].", "2016-08-18 full-date"),
    ("They met on [August 18th, 2016], he said.", "2016-08-18 full-date"),
    ("They met on [Aug. 18, 2016], and left.", "2016-08-18 full-date"),
    ("They met on [Aug 18 2016] and left.", "2016-08-18 full-date"),
    ("They met on [Sept. 3, 2015].", "2015-09-03 full-date"),
    ("DAMASCUS, [18 AUGUST 2016] – Talks were held.", "2016-08-18 full-date"),
    ("It came on [Thursday, August 18, 2016].", "2016-08-18 full-date"),
    ("It came on [Thursday 18 August 2016].", "2016-08-18 full-date"),
    ("It came on [Thursday, 18 August 2016].", "2016-08-18 full-date"),
    ("It came on [Thursday the 18th of August 2016].", "2016-08-18 full-date"),
    ("It came on [Friday, August 18, 2016].", "2016-08-18 full-date"),
    ("On\n[18 August\n2016] it ended.", "2016-08-18 full-date"),
    ("On [18\u00a0August\u00a02016] it ended.", "2016-08-18 full-date"),
    ("Dated [2016-08-18].", "2016-08-18 iso-date"),
    ("Dated [2016/08/18], in Beijing.", "2016-08-18 iso-date"),
    ("At [2016-08-18]T12:00Z it ended.", "2016-08-18 iso-date"),
    ("Dated [18.08.2016].", "2016-08-18 numeric-date"),
    ("Dated [08/18/2016].", "2016-08-18 numeric-date"),
    ("Born on [29 February 2016].", "2016-02-29 full-date"),
    ("The [July 20, 1944], plot failed.", "1944-07-20 full-date"),
    ("On [February 8th, 2017], they will meet.", "2017-02-08 full-date"),
    ("On [3 March] and [4 May 2011] they met.", "2011-03-03 full-date, 2011-05-04 full-date"),
    ("On [March 3] and [May 4, 2011], they met.", "2011-03-03 full-date, 2011-05-04 full-date"),
]

RANGES = [
    ("He stayed [17-18 August 2016].", "2016-08-17/2016-08-18 day-range"),
    ("He stayed on [17 and 18 August 2016].", "2016-08-17/2016-08-18 day-range"),
    ("He stayed [August 17–18, 2016].", "2016-08-17/2016-08-18 day-range"),
    ("He stayed [Aug. 17 to 18, 2016].", "2016-08-17/2016-08-18 day-range"),
    ("He stayed from [30 August to 2 September 2016].", "2016-08-30/2016-09-02 day-range"),
    ("He stayed [30 August – 2 September 2016].", "2016-08-30/2016-09-02 day-range"),
    ("He stayed from [August 30 to September 2, 2016].", "2016-08-30/2016-09-02 day-range"),
    ("He stayed from [30 December to 2 January 2017].", "2016-12-30/2017-01-02 day-range"),
    ("He stayed from [30 December 2015 to 2 January 2016].", "2015-12-30/2016-01-02 day-range"),
    ("It took place between [11 and 13 September].", "2015-09-11/2015-09-13 day-range*"),
    ("It will take place between [11 and 13 September].", "2016-09-11/2016-09-13 day-range*"),
    ("Between [3 March 2015 and 4 May 2016] they met.", "2015-03-03/2016-05-04 day-range"),
    ("The meeting will be held on [3-4 December].", "2016-12-03/2016-12-04 day-range*"),
    ("He fled on [August 3] and [August 9].", "2016-08-03 day-month*, 2016-08-09 day-month*"),
    ("It was shut from [March to June 2015].", "2015-03/2015-06 month-range"),
    ("It fell in [September and October 2015].", "2015-09/2015-10 month-range"),
    ("It fell in [September 2015] to his men.", "2015-09 month-year"),
    ("It ran from [November 2015 to March 2016].", "2015-11/2016-03 month-range"),
    ("Between [June and August] ten left.", "2016-06/2016-08 month-range*"),
    ("He served from [November to February].", "2015-11/2016-02 month-range*"),
    ("They met in [November], [December] and [January].", "2015-11 month*, 2015-12 month*, 2016-01 month*"),
    ("They met in [March] and [October 2015].", "2015-03 month-year, 2015-10 month-year"),
    ("Over [2015-2016] prices rose.", "2015/2016 year-range"),
    ("Prices rose in the [2015–16] season.", "2015/2016 year-range"),
    ("Between [2011 and 2014] it grew.", "2011/2014 year-range"),
    ("He led it from [2011 to 2014].", "2011/2014 year-range"),
]

WITHOUT_YEAR = [
    ("It fell on [18 August].", "2016-08-18 day-month*"),
    ("It fell on [August 18].", "2016-08-18 day-month*"),
    ("It fell on [Aug. 12] after a siege.", "2016-08-12 day-month*"),
    ("It came on [Thursday, August 18], he said.", "2016-08-18 day-month*"),
    ("It came on [Thursday, August 19], he said.", "2016-08-19 day-month*"),
    ("He was killed on [20 November].", "2015-11-20 day-month*"),
    ("He will speak on [20 November].", "2016-11-20 day-month*"),
    ("He will speak on [10 June].", "2017-06-10 day-month*"),
    ("Trump said it before the [Nov. 8] election.", "2016-11-08 day-month*"),
    ("The deal must be signed by [December 1].", "2016-12-01 day-month*"),
    ("He spoke on the [14th of July].", "2016-07-14 day-month*"),
    ("On [May 18] people gathered.", "2016-05-18 day-month*"),
    ("[July 15]: a coup fails.", "2016-07-15 day-month*"),
    ("The [July 15] coup attempt changed it.", "2016-07-15 day-month*"),
]

PARTIAL = [
    ("Since [September 2015] it has bombed them.", "2015-09 month-year"),
    ("In [early September 2015] they came.", "2015-09 month-year"),
    ("In [mid-September 2015] they came.", "2015-09 month-year"),
    ("In [late September 2015] they came.", "2015-09 month-year"),
    ("In [Sept. 2015] they came.", "2015-09 month-year"),
    ("They left in [September].", "2015-09 month*"),
    ("They will leave in [September].", "2016-09 month*"),
    ("It was formed [last September].", "2015-09 month*"),
    ("The vote is [next March].", "2017-03 month*"),
    ("The envoy, appointed in [March], said so.", "2016-03 month*"),
    ("It has burned since [May].", "2016-05 month*"),
    ("Talks broke down at the end of [April].", "2016-04 month*"),
    ("It will be ready by [October].", "2016-10 month*"),
    ("The [October] coup failed.", "2015-10 month*"),
    ("In its [July] report the UN said so.", "2016-07 month*"),
    ("In [August] 18 people died there.", "2016-08 month*"),
    ("In [May] 20,000 people fled.", "2016-05 month*"),
    ("The offensive of [spring 2016] failed.", "2016-03/2016-05 season"),
    ("In the [summer of 2015] it fell.", "2015-06/2015-08 season"),
    ("The war began in [2011].", "2011 year"),
    ("Since [2011] it has raged.", "2011 year"),
    ("It should end by [2020].", "2020 year"),
    ("The [2015] agreement holds.", "2015 year"),
    ("Kerry’s [2004] campaign failed.", "2004 year"),
    ("In the [2014] midterms turnout was low.", "2014 year"),
    ("He won the [2012] presidential elections.", "2012 year"),
    ("It was signed at the end of [2013].", "2013 year"),
    ("In [mid-2014] the city fell.", "2014 year"),
    ("In [2015] people fled.", "2015 year"),
    ("He wrote a book on it ([1998]).", "1998 year"),
    ("In [2014], [2015] and [2016] they met.", "2014 year, 2015 year, 2016 year"),
    ("[2015] was the deadliest year.", "2015 year"),
    ("A plan for [early 2017].", "2017 year"),
    ("Exports fell compared with [2014].", "2014 year"),
    ("In [2013]’s fighting it burned.", "2013 year"),
]

WEEKDAYS = [
    ("Officials met on [Thursday] in Damascus.", "2016-08-18 weekday*"),
    ("Officials met on [Friday] in Damascus.", "2016-08-12 weekday*"),
    ("The ministry said [Wednesday] that it had.", "2016-08-17 weekday*"),
    ("Shells fell [Tuesday morning].", "2016-08-16 weekday*"),
    ("[Monday]’s attack killed ten.", "2016-08-15 weekday*"),
    ("Ministers will discuss [Monday]'s attack.", "2016-08-15 weekday*"),
    ("They will attend [Monday]'s meeting.", "2016-08-22 weekday*"),
    ("He came [last Thursday].", "2016-08-11 last-weekday*"),
    ("He came [last Tuesday].", "2016-08-16 last-weekday*"),
    ("He will come [this Friday].", "2016-08-19 this-weekday*"),
    ("He came [this Tuesday].", "2016-08-16 this-weekday*"),
    ("They meet [next Thursday].", "2016-08-25 next-weekday*"),
    ("They meet [next Monday].", "2016-08-22 next-weekday*"),
    ("It starts [this coming Sunday].", "2016-08-21 next-weekday*"),
    ("He came on [Thursday last week].", "2016-08-11 weekday-of-week*"),
    ("He comes on [Friday of next week].", "2016-08-26 weekday-of-week*"),
    ("He will be in China from [Monday to Wednesday].", "2016-08-22/2016-08-24 weekday-range*"),
    ("He was in China from [Monday to Wednesday].", "2016-08-15/2016-08-17 weekday-range*"),
    ("It ran [Sunday through Tuesday].", "2016-08-14/2016-08-16 weekday-range*"),
    ("He met her on [Monday] and [Tuesday].", "2016-08-15 weekday*, 2016-08-16 weekday*"),
    ("TALKS WILL RESUME ON [MONDAY]", "2016-08-22 weekday*"),
    ("“We lost all on [Sunday],” he said.", "2016-08-14 weekday*"),
    ("At a [Wednesday] news conference he denied it.", "2016-08-17 weekday*"),
    ("“On [Monday] we shall march,” he told them.", "2016-08-22 weekday*"),
]

TENSE = [
    ("Ministers will meet on [Friday].", "2016-08-19 weekday*"),
    ("On [Friday], ministers will meet.", "2016-08-19 weekday*"),
    ("On [Friday], ministers met.", "2016-08-12 weekday*"),
    ("Ministers will meet on [Thursday].", "2016-08-18 weekday*"),
    ("Ministers will meet later on [Thursday].", "2016-08-18 weekday*"),
    ("Ministers will meet on [Thursday evening].", "2016-08-18 weekday*"),
    ("The council votes at 3 p.m. on [Thursday], and will decide.", "2016-08-18 weekday*"),
    ("He said on [Thursday] that it would withdraw on [Monday].", "2016-08-18 weekday*, 2016-08-22 weekday*"),
    ("Kerry to meet Lavrov on [Friday]", "2016-08-19 weekday*"),
    ("Kerry is to meet Lavrov on [Friday].", "2016-08-19 weekday*"),
    ("He is expected to arrive on [Saturday].", "2016-08-20 weekday*"),
    ("The vote, scheduled for [Sunday], worries them.", "2016-08-21 weekday*"),
    ("A vote was due on [Sunday].", "2016-08-21 weekday*"),
    ("The vote had originally been planned for [Sunday].", "2016-08-14 weekday*"),
    ("The vote was initially set for [Tuesday] and put off.", "2016-08-16 weekday*"),
    ("Talks to be held on [Saturday] may fail.", "2016-08-20 weekday*"),
    ("Talks held on [Saturday] failed.", "2016-08-13 weekday*"),
    ("The rebels have until [Friday] to leave.", "2016-08-19 weekday*"),
    ("The truce was extended until [Saturday].", "2016-08-20 weekday*"),
    ("The truce lasted until [Saturday].", "2016-08-13 weekday*"),
    ("It has been closed since [Saturday].", "2016-08-13 weekday*"),
    ("US-backed fighters will leave on [Saturday].", "2016-08-20 weekday*"),
    ("He will meet the wounded men on [Saturday].", "2016-08-20 weekday*"),
    ("It may have been shot down on [Saturday].", "2016-08-13 weekday*"),
    ("He could arrive as early as [Saturday].", "2016-08-20 weekday*"),
    ("They agreed to meet on [Saturday].", "2016-08-20 weekday*"),
    ("They agreed on [Saturday] to meet.", "2016-08-13 weekday*"),
    ("They were forced to flee on [Saturday].", "2016-08-13 weekday*"),
    (
        "The talks, which collapsed on [Monday], will resume on [Friday].",
        "2016-08-15 weekday*, 2016-08-19 weekday*",
    ),
    ("He said that on [Monday] it would close.", "2016-08-22 weekday*"),
    ("He faces a [Saturday] deadline.", "2016-08-20 weekday*"),
    ("He missed [Saturday]’s deadline.", "2016-08-13 weekday*"),
    ("They’ll vote on [Saturday].", "2016-08-20 weekday*"),
    ("The talks resume on [Saturday].", "2016-08-20 weekday*"),
    ("The voting, which began in haste, ends on [Sunday].", "2016-08-21 weekday*"),
    ("The rally takes place on [Saturday].", "2016-08-20 weekday*"),
    ("Residents could not leave on [Saturday].", "2016-08-13 weekday*"),
    ("Parliament called elections for [Sunday].", "2016-08-21 weekday*"),
    ("[Saturday] in Aleppo.", "2016-08-13 weekday*"),
]

RELATIVE = [
    ("He left [yesterday].", "2016-08-17 relative-day*"),
    ("[Yesterday]’s strike hit a school.", "2016-08-17 relative-day*"),
    ("He left [yesterday morning].", "2016-08-17 relative-day*"),
    ("The council meets [today].", "2016-08-18 relative-day*"),
    ("It speaks [tonight].", "2016-08-18 relative-day*"),
    ("It began [this morning].", "2016-08-18 relative-day*"),
    ("[Tomorrow] is crucial.", "2016-08-19 relative-day*"),
    ("It fell [last night].", "2016-08-17 relative-day*"),
    ("It fell [the day before yesterday].", "2016-08-16 relative-day*"),
    ("It opens [the day after tomorrow].", "2016-08-20 relative-day*"),
    ("He died [two days ago].", "2016-08-16 days-ago*"),
    ("He died [10 days ago].", "2016-08-08 days-ago*"),
    ("He will return in [three days].", "2016-08-21 days-ahead*"),
    ("It ends [five days from now].", "2016-08-23 days-ahead*"),
    ("[Earlier this week] he flew home.", "2016-08-15/2016-08-18 earlier-this-week*"),
    ("He flies home [later this week].", "2016-08-18/2016-08-21 later-this-week*"),
    ("It happened [this week].", "2016-08-15/2016-08-21 relative-week*"),
    ("It happened [last week].", "2016-08-08/2016-08-14 relative-week*"),
    ("It happened [late last week].", "2016-08-08/2016-08-14 relative-week*"),
    ("He speaks [next week].", "2016-08-22/2016-08-28 relative-week*"),
    ("Over [the past week] 30 died.", "2016-08-11/2016-08-18 relative-week*"),
    ("They met [two weeks ago].", "2016-08-01/2016-08-07 weeks-ago*"),
    ("They met [a week ago].", "2016-08-08/2016-08-14 weeks-ago*"),
    ("They met [last weekend].", "2016-08-13/2016-08-14 weekend*"),
    ("They met over [the weekend].", "2016-08-13/2016-08-14 weekend*"),
    ("They will meet at [the weekend].", "2016-08-20/2016-08-21 weekend*"),
    ("They will meet [next weekend].", "2016-08-27/2016-08-28 weekend*"),
    ("They met [this month].", "2016-08 relative-month*"),
    ("They met [earlier this month].", "2016-08 relative-month*"),
    ("They met [last month].", "2016-07 relative-month*"),
    ("They meet [next month].", "2016-09 relative-month*"),
    ("They met [two months ago].", "2016-06 months-ago*"),
    ("They met [this year].", "2016 relative-year*"),
    ("In [last year]’s war they met.", "2015 relative-year*"),
    ("By the end of [next year] it ends.", "2017 relative-year*"),
    ("They met [three years ago].", "2013 years-ago*"),
    ("Already [earlier this year] it fell.", "2016 relative-year*"),
]

NONE = [
    "He came on the following day, and the next day he left.",
    "That day, a day earlier and the same month, nothing happened.",
    "The next week of the siege and the last year of the war were worse.",
    "On Fridays they pray; every Friday and each Monday they march.",
    "They came on Friday nights, weekly, and after Friday prayers.",
    "Black Friday, Good Friday, Bloody Sunday and Ash Wednesday are names.",
    "The Sunday Times, the Sunday Examiner and The Friday Times wrote of it.",
    "Man Friday and Ruby Tuesday are names too.",
    "Friday the 13th, a week on Saturday and Saturday week.",
    "On a Friday in a far land they met.",
    "The Friday before they had met.",
    "The following Thursday they met again.",
    "They may meet; the people march, an august body.",
    "Theresa May said that she was ready, and by May she meant herself.",
    "Confidence in May fell.",
    "Mark March saw April May, and June Jordan saw Jan Egeland.",
    "2,015 people and 2015 people fled.",
    "Resolution 2231 and Resolution 1973 were passed.",
    "It flew 2016 km in a Tu-2016 for $2016 at 20:16.",
    "Call 555-2016-2017 or +1 2016 555 1990.",
    "Windows 2000, version 2.2016 and room 2016.",
    "A total of 2015 people, out of 2016 asked.",
    "One in 2015 was ill.",
    "His 1990s hairstyle, and other 1980’s things.",
    "By 1800 GMT and until 2000 local time it was over.",
    "Between 1500 and 2000 fighters and 1900-2000 troops came.",
    "The 2000 refugees and a 2015 Syrian refugees list.",
    "On 31 June 2016 and on 30 February nothing happens.",
    "On 29 February 2015 and 2015-02-29 nothing happens.",
    "They live at 11 March Street near 6 October Bridge.",
    "The March 14 alliance and the April 6 Youth Movement agreed.",
    "Some 20 years ago, more than two years ago, two or three weeks ago.",
    "A few days ago, several weeks ago and a couple of years ago.",
    "It was the third attack in three days.",
    "They were killed within three days of the truce.",
    "Russia Today and USA Today wrote of today’s world.",
    "The Arab Spring and winter 2015.",
    "Shops are open Monday to Friday, and Monday-Friday.",
    "A week-long, year-old, month-long fortnight in Chicago.",
    "His last year in office, its next month and the Fashion Week.",
    "In recent weeks, over the past five years, for the next few months.",
    "Decisions 05.06.2016-7 and 2016-08-18-3 were filed as CVE-2016-08-18.",
    "Interstate 2010, Beijing 2008 and Agenda 2030.",
    "The talks were on the 14th and on 18/08.",
]
"""Everything here names no day that one could be sure of."""


@pytest.mark.parametrize(
    ("text", "expected"), [*EXPLICIT, *RANGES, *WITHOUT_YEAR, *PARTIAL, *WEEKDAYS, *TENSE, *RELATIVE]
)
def test_a_phrase_becomes_the_date_that_it_means(text: str, expected: str) -> None:
    check(text, expected)


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_certain_date_is_left_out(text: str) -> None:
    assert read(text) == []


BOUNDARIES = [
    ("2016-01-02", "It fell on [Thursday].", "2015-12-31 weekday*"),
    ("2016-12-30", "It will open on [Monday].", "2017-01-02 weekday*"),
    ("2016-01-01", "It fell [yesterday].", "2015-12-31 relative-day*"),
    ("2016-12-31", "It ends [tomorrow].", "2017-01-01 relative-day*"),
    ("2016-01-15", "It fell [last month].", "2015-12 relative-month*"),
    ("2016-12-15", "It ends [next month].", "2017-01 relative-month*"),
    ("2016-02-15", "It fell [three months ago].", "2015-11 months-ago*"),
    ("2016-01-03", "It fell [this week].", "2015-12-28/2016-01-03 relative-week*"),
    ("2016-01-03", "It fell [last week].", "2015-12-21/2015-12-27 relative-week*"),
    ("2016-01-04", "It fell [last week].", "2015-12-28/2016-01-03 relative-week*"),
    ("2016-08-15", "[Earlier this week] it fell.", "2016-08-15/2016-08-21 relative-week*"),
    ("2016-08-21", "[Later this week] it ends.", "2016-08-15/2016-08-21 relative-week*"),
    ("2016-08-21", "It fell over [the weekend].", "2016-08-20/2016-08-21 weekend*"),
    ("2016-08-20", "It fell [this weekend].", "2016-08-20/2016-08-21 weekend*"),
    ("2016-08-21", "It fell [last weekend].", "2016-08-13/2016-08-14 weekend*"),
    ("2016-08-22", "It fell [last weekend].", "2016-08-20/2016-08-21 weekend*"),
    ("2016-03-01", "It fell [yesterday].", "2016-02-29 relative-day*"),
    ("2015-03-01", "It fell [yesterday].", "2015-02-28 relative-day*"),
    ("2016-12-28", "It will open on [January 3].", "2017-01-03 day-month*"),
    ("2017-01-03", "It fell on [December 28].", "2016-12-28 day-month*"),
    ("2017-01-03", "It fell in [December].", "2016-12 month*"),
    ("2017-05-01", "It was signed on [29 February].", "2016-02-29 day-month*"),
    ("2018-05-01", "It was signed on [29 February].", "2016-02-29 day-month*"),
    ("2016-08-17", "It fell on [August 18], he said.", "2016-08-18 day-month*"),
    ("2016-08-19", "It will open on [August 18].", "2016-08-18 day-month*"),
    ("2016-09-12", "Fifteen years after the [September 11] attacks.", "2001-09-11 september-11"),
    ("2016-09-12", "Fifteen years after [9/11] they met.", "2001-09-11 september-11"),
    ("2016-09-27", "They will meet on [Thursday, August 18].", "2016-08-18 day-month*"),
    ("2016-09-27", "They will meet on [Friday, August 18].", "2017-08-18 day-month*"),
    (
        "2016-08-18",
        "They met [this year] in [last year]’s venue.",
        "2016 relative-year*, 2015 relative-year*",
    ),
    ("2016-09-05", "It fell [last September].", "2015-09 month*"),
    ("2016-03-05", "It opens [next March].", "2017-03 month*"),
]


@pytest.mark.parametrize(("published", "text", "expected"), BOUNDARIES)
def test_weeks_months_and_years_turn_where_the_calendar_does(published: str, text: str, expected: str) -> None:
    check(text, expected, datetime.date.fromisoformat(published))


OTHER_LANGUAGES = [
    ("de", "Am [18.08.2016] kam er, am 18. August ging er.", "2016-08-18 numeric-date"),
    ("de", "Am [05.06.2016] kam er.", "2016-06-05 numeric-date"),
    ("en", "Filed on 05.06.2016.", ""),
    ("fr", "Le [2016-08-18], en 2015, mai 2014.", "2016-08-18 iso-date"),
    ("zh", "[2016年8月18日]，他来了。[2015年9月]。", "2016-08-18 full-date, 2015-09 month-year"),
    ("ar", "في [2016/08/18] قال ذلك", "2016-08-18 iso-date"),
    ("en-GB", "He came on [18 August 2016].", "2016-08-18 full-date"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OTHER_LANGUAGES)
def test_other_languages_have_dates_in_digits_only(lang: str, text: str, expected: str) -> None:
    check(text, expected, lang=lang)


def test_no_phrase_crosses_a_block_or_a_sentence() -> None:
    assert read(f"It fell on 18{BLOCK_END}August 2016") == [("August 2016", "2016-08", "month-year", False)]
    assert read(f"They met last{BLOCK_END}week.") == []
    assert read("He was 18. August 2016 was hot.") == [("August 2016", "2016-08", "month-year", False)]


def test_a_title_is_read_like_any_sentence() -> None:
    text = f"UN to vote on Friday{BLOCK_END}The council met on Monday."
    assert [edtf for _, edtf, _, _ in read(text)] == ["2016-08-19", "2016-08-15"]


def test_no_year_is_taken_from_the_calendar_of_the_machine() -> None:
    assert read("It fell on 3 May.", datetime.date(1956, 8, 1))[0][1] == "1956-05-03"


OF_OTHERS = set("passage-year coverage-year named-day week-of-day told-season quarter half-year decade".split())
"""Rules whose cases `test_passages.py`, `test_named_days.py` and `test_parts_of_years.py` have."""


def test_every_rule_is_described_and_met_in_a_case() -> None:
    tables = [*EXPLICIT, *RANGES, *WITHOUT_YEAR, *PARTIAL, *WEEKDAYS, *TENSE, *RELATIVE]
    expected = [case[-1] for case in (*tables, *BOUNDARIES, *OTHER_LANGUAGES)]
    met = {one.split()[1].rstrip("*") for case in expected for one in case.split(",") if one}
    assert met == set(RULES) - OF_OTHERS
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule) and RULES[rule] for rule in RULES)


WORDS = st.sampled_from(
    (
        "on in last next this the early May March Thursday Friday August Sept. 18 17-18 2016 2015 , . week "
        "month weekend year ago two days will said was yesterday from to and between Monday's 9/11 2016-08-18 "
        "people Kerry \u2029 “ ” ( ) 1990s 31 February 29 since until by of today 18.08.2016 later earlier \n"
    ).split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 12, 31))


@given(TEXTS | st.text(max_size=200), DAYS, st.sampled_from(["en", "de", "zh"]))
def test_spans_are_ordered_disjoint_and_valid_edtf(text: str, published: datetime.date, lang: str) -> None:
    sentences = split_sentences(text, lang)
    end = 0
    for span in find_dates(text, sentences, published, lang):
        assert end <= span.start < span.end <= len(text)
        assert any(start <= span.start and span.end <= stop for start, stop in sentences)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert span.rule in RULES
        parse_edtf(span.edtf)
        end = span.end


@given(TEXTS, DAYS)
def test_text_in_another_block_changes_nothing(text: str, published: datetime.date) -> None:
    around = "Rain fell on the hills and nobody came."
    assert read(f"{around}{BLOCK_END}{text}{BLOCK_END}{around}", published) == read(text, published)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2080, 12, 31)), DAYS)
def test_a_full_date_is_the_same_in_every_article(day: datetime.date, published: datetime.date) -> None:
    names = "January February March April May June July August September October November December".split()
    month = names[day.month - 1]
    for text in (f"On {day.day} {month} {day.year} it fell.", f"On {month} {day.day}, {day.year}, it fell."):
        assert [found[1] for found in read(text, published)] == [day.isoformat()]


@given(DAYS, st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_past_weekday_lies_in_the_seven_days_up_to_publication(published: datetime.date, name: str) -> None:
    past = datetime.date.fromisoformat(read(f"It fell on {name}.", published)[0][1])
    future = datetime.date.fromisoformat(read(f"It will fall on {name}.", published)[0][1])
    assert past.strftime("%A") == future.strftime("%A") == name
    assert 0 <= (published - past).days < 7 and 0 <= (future - published).days < 7


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max])
def test_the_ends_of_the_calendar_do_no_harm(published: datetime.date) -> None:
    text = "Last week, on Friday, tomorrow, in March, on 3 May, two years ago; on 2016-08-18."
    assert [edtf for _, edtf, _, _ in read(text, published)] == ["2016-08-18"]


ENDLESS = ["Friday ", "May 3 ", "! ", "in 2015 ", "last week, ", "Mr. ", "“", "18 August-", "today "]


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_text_without_an_end_takes_time_in_proportion(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    find_dates(text, split_sentences(text), THURSDAY)
