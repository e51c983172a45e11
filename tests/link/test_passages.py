"""A day or month without a year in a text that tells of the past, and in one that is news.

In a case a phrase stands as `[phrase = EDTF]`, or `[phrase = ?]` where its year is uncertain and it is no date. Unless
a case says otherwise the article is of Thursday, 18 August 2016.
"""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.explain import explain_text
from mkdocs_dossier.link.date_passages import NO_SUCH_DAY, OUTSIDE, TOLD_THEN, UNCERTAIN
from mkdocs_dossier.link.dates import RULES, find_dates
from mkdocs_dossier.link.sentences import split_sentences
from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.model.prose import BLOCK_END
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article
from tests.link.reading import THURSDAY, check_article, read, read_article
from tests.link.test_dates import DAYS, TEXTS

BESIDE = [
    "The siege began on 8 July 2014. On [17 July = 2014-07-17] troops crossed.",
    "The siege began on July 8, 2014, and on [July 17 = 2014-07-17] troops crossed.",
    "Troops crossed in July 2015, in Alfa ([1 July = 2015-07-01]), Beta ([2 July = 2015-07-02]) and Gamma.",
    "It began on 8 July 2014. On [17 July = 2014-07-17] it grew. On [3 August = 2014-08-03] it ended.",
    "In March 2013 he fled. In [April = 2013-04] he was tried.",
    "In March 2013 he fled, in [April = 2013-04] he was tried and in [May = 2013-05] shot.",
    "On 28 December 2013 it began. On [3 January = 2014-01-03] it fell.",
    "In November 2013 he fled. By [January = 2014-01] he was back.",
    "It began on 2014-07-08. On [17 July = 2014-07-17] troops crossed.",
    "It lasted from 3 to 8 July 2014. On [17 July = 2014-07-17] they came back.",
    "Back in 2003, troops crossed. On [17 July = 2003-07-17] they left.",
    "Back in 2003, troops crossed on [17 July = 2003-07-17].",
    "In 2003, troops crossed on [17 July = 2003-07-17].",
    "In 2003, between [3 and 5 July = 2003-07-03/2003-07-05], troops crossed.",
    "In 2003 he fled. On [17 July = 2003-07-17] he was tried.",
    "It began on 8 July 2014. From [3 to 5 August = 2014-08-03/2014-08-05] it rained.",
    "It began on 8 July 2014. From [August to October = 2014-08/2014-10] it rained.",
    "It was signed on 8 July 2014.\n\nOn [17 July = 2014-07-17] it was torn up.",
    "The siege (8 July 2014) was long. On [17 July = 2014-07-17] it ended.",
]
"""A full date of the same or the preceding sentence passes its year on."""

STRUCTURE = [
    "## 2013\n\nOn [17 July = 2013-07-17] troops crossed. It rained. It rained. By [3 August = 2013-08-03] all left.",
    "## March 2013\n\nIt rained on. On [17 March = 2013-03-17] they fled.",
    "2013\n\nOn [17 July = 2013-07-17] troops crossed.\n\n2014\n\nIn [May = 2014-05] they left.",
    "## The war of 2013\n\nIt rained on. On [17 July = 2013-07-17] troops crossed.",
    "## 2013\n\nIn 2011 it had begun, many say. On [17 July = 2011-07-17] troops had crossed.",
    "## 2013\n\nThe war had raged since 2011. On [17 July = 2013-07-17] troops crossed.",
    "4 May 2013: The march begins. It rains. Nobody comes.\n\n[17 May = 2013-05-17]: The march ends.",
    "- 4 May 2013: The march begins\n- [17 May = 2013-05-17]: The march ends\n- [2 June = 2013-06-02]: It rains",
    "4 May 2013 – The march begins. It rains.\n[17 May = 2013-05-17] – It ends.\n[12 December = 2013-12-12] – Snow.\n"
    "[3 January = 2014-01-03] – Thaw.",
    "| day | what |\n|---|---|\n| 4 May 2013 | It begins |\n| [17 May = 2013-05-17] | It ends |",
    "**4 May 2013**: It begins. It rains.\n\n**[17 May = 2013-05-17]**: It ends.",
]
"""A heading or the line before tells the year."""

LONG = "The pact was signed in March 2012, broken in May 2012, renewed in June 2012 and torn up on 3 August 2012. "
LOOKING_BACK = [
    LONG + "It rained. Nobody came. On [17 August = 2012-08-17] troops crossed.",
    LONG + "It rained. Nobody came. In [September = 2012-09] they left.",
    LONG + "It rained. By late 2013 all had changed. On [17 July = 2013-07-17] troops crossed.",
    LONG + "It rained all through 2013 and 2014, too. On [17 July = 2012-07-17] troops crossed.",
    LONG + "It rained. In 2013 all changed. It rained. On [17 July = 2013-07-17] troops crossed.",
    LONG + "The plan for 2014 was kept secret. It rained. On [17 August = 2012-08-17] it leaked.",
    LONG.replace("2012", "2013") + "It rained. On [29 February = ?] nothing can have happened.",
    LONG + "It rained. On [29 February = 2012-02-29] troops crossed.",
    LONG + "It rained.\n\nLater\n\nThe mayor (born 5 May 1950) left. On [17 August = 2012-08-17] he fell.",
    LONG + "He said: “We leave [today = ?].” And so he did.",
    LONG + 'He said: "We leave [next week = ?]." And so he did.',
    LONG + "On 9 August 2012 he fell. [Thursday = ?]'s attack was his last.",
    "On [17 August = ?] it rained. " + LONG,
    LONG + "It rained. In the week of [March 9 = 2012-03-05/2012-03-11] he fled.",
    LONG + "The tribunal will speak on [20 November = 2016-11-20].",
    LONG + "It rained. On [Friday, 17 August = 2012-08-17], troops crossed.",
    LONG + "It rained. On [Wednesday, 17 August = 2016-08-17], a plaque was unveiled.",
]
"""Many old dates, and few weekdays or day words: the text tells of the past, and the year last named counts."""

NEWS = [
    "The war began in March 2011. On Thursday it rained. On Friday too. On [12 August = 2016-08-12] a truce began.",
    "Troops crossed on Thursday. It was the worst since July 2014. On [12 August = 2016-08-12] ten had died.",
    "The pact was signed on 8 July 2014. It will be renewed on [20 September = 2016-09-20].",
    "The pact of 8 July 2014 is to be renewed on [20 September = 2016-09-20].",
    "He was born on 5 May 1950. On [12 August = 2016-08-12] he resigned.",
    "He has led it since 5 May 2009. On [12 August = 2016-08-12] he resigned on Thursday's advice.",
    "The 8 July 2014 agreement failed. On [12 August = 2016-08-12] a new one was signed.",
    "Profits rose from those of July 2014. In [July = 2016-07] they fell.",
    "Losses grew, compared with March 2012. The [June = 2016-06] figures were better.",
    "On 8 July 2014 it began. [Last April = 2016-04] it ended.",
    "On 8 July 2014 it began. It ends [next January = 2017-01].",
    "In 2012 he became minister. On Thursday he resigned. On [12 August = 2016-08-12] he had hinted at it.",
    "It fell on [17 July = 2016-07-17]. The siege had begun on 8 July 2014.",
    "On [17 July = 2016-07-17] troops crossed, on [18 July = 2016-07-18] they left.",
    "By 2020 it should be done. Work began on [17 July = 2016-07-17].",
]
"""News speaks of the days around its publication, whatever it looks back on."""

NEWS += [
    LONG + "On Thursday it rained, on Friday too, and today it does. On [17 July = 2016-07-17] ten died.",
    LONG + "It rained yesterday and on Monday. It rains today. In [July = 2016-07] ten died.",
]

UNCERTAIN_YEARS = [
    "The siege began on 8 July 2014. It rained. Nobody came. On [7 June = ?] troops crossed.",
    "It has raged since March 2011, and since May 2012 in the north. On [7 June = ?] troops crossed.",
    "The pact was signed on 8 July 2014. The truce was due to end on [17 September = ?].",
    "He fled on Thursday. The pact was signed on 8 July 2014. On [12 August = ?] he signed another.",
    "It began on 8 July 2014. On [29 February = ?] nothing can have happened.",
]
"""Neither reading is certain: no date at all, rather than a false one."""


@pytest.mark.parametrize("marked", [*BESIDE, *STRUCTURE, *LOOKING_BACK])
def test_a_day_or_month_without_a_year_is_of_the_year_of_its_passage(marked: str) -> None:
    check_article(marked)


@pytest.mark.parametrize("marked", NEWS)
def test_in_news_it_is_the_nearest_to_publication(marked: str) -> None:
    check_article(marked)


@pytest.mark.parametrize("marked", UNCERTAIN_YEARS)
def test_where_the_year_stays_uncertain_it_is_no_date(marked: str) -> None:
    check_article(marked)


COVERAGE = [
    ("2014", "It rained. On [17 July = 2014-07-17] troops crossed. In [April = 2014-04] they left."),
    ("2013-11/2014-03", "On [17 November = 2013-11-17] it began, on [3 January = 2014-01-03] it fell."),
    ("2014-07", "On [17 July = 2014-07-17] troops crossed."),
    ("2014-07", "On [7 June = ?] troops crossed."),
    ("2011/2014", "On [17 July = ?] troops crossed."),
    ("2011/2014", "It began on 8 July 2013. On [17 July = 2013-07-17] troops crossed."),
    ("2014", "He came to power on 8 July 1999. On [17 July = 2014-07-17] troops crossed."),
    ("2014", "On [Thursday = ?] troops crossed. They left [yesterday = ?]."),
    ("2014~", "On [17 July = 2014-07-17] troops crossed."),
    ("2016-08", "On [12 August = 2016-08-12] troops crossed. On [Wednesday = 2016-08-17] they left."),
    ("2016", "On [20 November = 2016-11-20] troops crossed."),
    ("../2014", "On [17 July = ?] troops crossed."),
    ("2014", "They will be remembered on [20 September = 2016-09-20]."),
]


@pytest.mark.parametrize(("coverage", "marked"), COVERAGE)
def test_the_front_matter_says_of_which_time_the_text_tells(coverage: str, marked: str) -> None:
    check_article(marked, coverage=coverage)


TITLES = [
    ("The siege of 2013", "It rained. On [17 July = 2013-07-17] troops crossed."),
    ("Timeline: 2013", "It rained. In [June = 2013-06] troops crossed."),
    ("2013", "On [17 July = 2013-07-17] troops crossed on Thursday, Friday and Monday."),
    ("Vision 2030", "It rained. On [17 July = 2016-07-17] troops crossed."),
    ("Resolution 1973", "It rained. On [17 July = 2016-07-17] troops crossed."),
    ("Budget of 2015", "On [12 August = ?] the ministry published it."),
    ("Profits of 2015", "On [12 August = 2016-08-12] they rose again, the firm said on Thursday."),
    ("The siege began on 8 July 2014", "On [17 July = 2014-07-17] troops crossed."),
]


@pytest.mark.parametrize(("title", "marked"), TITLES)
def test_a_year_in_the_title_counts_where_the_text_is_no_news(title: str, marked: str) -> None:
    check_article(marked, title=title)


def test_the_reason_for_each_phrase_that_is_no_date_is_said() -> None:
    reasons = {
        UNCERTAIN: read_article("The siege began on 8 July 2014. It rained. It rained. On 7 June it ended."),
        NO_SUCH_DAY: read_article("It began on 8 July 2014. On 29 February it ended."),
        OUTSIDE: read_article("On 17 June troops crossed.", coverage="2014-07"),
        TOLD_THEN: read_article("On 8 July 2014 he said: “We leave today.”"),
    }
    for reason, found in reasons.items():
        assert found[-1][1:] == ("?", reason)


def test_the_rule_of_each_is_named() -> None:
    assert read_article("It began on 8 July 2014. On 17 July it ended.")[1] == ("17 July", "2014-07-17", "passage-year")
    assert read_article("On 17 July it ended.", coverage="2014") == [("17 July", "2014-07-17", "coverage-year")]
    assert {"passage-year", "coverage-year"} <= set(RULES)


def test_why_says_which_phrases_are_no_date_and_from_what_the_others_were_inferred(collection: MakeCollection) -> None:
    text = "The siege began on 8 July 2014. On 17 July it grew. It rained. It rained on. On 7 June troops crossed."
    corpus, problems = link(collection({"data/articles/a.md": article(text, date="2016-08-18")}))
    assert problems == ()
    said = "\n".join(explain_text(corpus.articles, None))
    assert "“17 July” is date 2014-07-17 (rule: passage-year, linked, inferred from the text around it)" in said
    assert f"“7 June” is no mention of date 2016-06-07: {UNCERTAIN}" in said


def test_the_front_matter_is_heeded_and_its_change_too(collection: MakeCollection) -> None:
    def dates(coverage: str) -> list[str]:
        front = {"temporal_coverage": coverage} if coverage else {}
        files = {"data/articles/a.md": article("On 17 July it fell.", date="2016-08-18", **front)}
        (found,) = link(collection(files))[0].articles
        return [mention.key for mention in found.mentions]

    assert [dates(""), dates("2014"), dates("2011/2013")] == [["2016-07-17"], ["2014-07-17"], []]


@given(TEXTS, DAYS, st.sampled_from([None, "2014", "1999/2003", "../2010", "2090/"]))
def test_whatever_the_text_each_phrase_is_a_date_or_none_and_keeps_its_place(
    text: str, published: datetime.date, coverage: str | None
) -> None:
    body = text.replace(BLOCK_END, "\n\n")
    found = read_article(body, published, coverage=coverage)
    for _, edtf, rule in found:
        assert edtf == "?" or (parse_edtf(edtf) and rule in RULES)


@given(TEXTS, DAYS)
def test_a_text_without_any_year_is_read_as_news(text: str, published: datetime.date) -> None:
    body = " ".join(text.replace(BLOCK_END, " ").replace("2016", "").replace("2015", "").replace("9/11", "").split())
    sentences = split_sentences(body)
    if any(not span.inferred for span in find_dates(body, sentences, published)):
        return
    assert [(phrase, edtf) for phrase, edtf, _ in read_article(body, published)] == [
        (phrase, edtf) for phrase, edtf, _, _ in read(body, published)
    ]


@pytest.mark.parametrize(
    "piece", ["On 3 May it fell. ", "In March 2011 he fled. In May he died. ", '"today" ', "2013\n\n"]
)
def test_a_text_without_an_end_takes_time_in_proportion(piece: str) -> None:
    assert read_article(piece * (40_000 // len(piece)), THURSDAY) is not None
