"""Dates of publication, as pages and file names write them."""

from __future__ import annotations

import pytest

from mkdocs_dossier.imports.dates import date_in_name, first_date

CASES = {
    "18 AUGUST 2016 • 11:13AM": "2016-08-18",
    "Thu, Aug 18, 2016 11:13 GMT": "2016-08-18T11:13:00+00:00",
    "18 August 2016, 11:13 pm UTC": "2016-08-18T23:13:00+00:00",
    "2016/08/18": "2016-08-18",
    "2016-08-18": "2016-08-18",
    "2016-08-18T11:13:05+01:00": "2016-08-18T11:13:05+01:00",
    "2016-08-18T11:13:05.123Z": "2016-08-18T11:13:05+00:00",
    "2016-08-18 11:13:05": "2016-08-18",
    "Published: August 18th, 2016 at 4:05 p.m.": "2016-08-18",
    "18.08.2016": "2016-08-18",
    "18/08/2016": "2016-08-18",
    "08/18/2016": "2016-08-18",
    "18-Aug-2016": "2016-08-18",
    "Sept. 5, 2016": "2016-09-05",
    "août 18, 2016": "2016-08-18",
    "jeudi 18 août 2016 à 11h13": "2016-08-18",
    "1er septembre 2016": "2016-09-01",
    "18. August 2016, 11:13 Uhr": "2016-08-18",
    "18 de agosto de 2016": "2016-08-18",
    "18 августа 2016": "2016-08-18",
    "18 Ağustos 2016": "2016-08-18",
    "١٨ أغسطس ٢٠١٦": "2016-08-18",
    "2016年8月18日 11:13": "2016-08-18",
    "2016년 8월 18일": "2016-08-18",
    "18 अगस्त 2016": "2016-08-18",
    "18 আগস্ট, 2016": "2016-08-18",
    "18 באוגוסט 2016": "2016-08-18",
    "2016. augusztus 18., csütörtök": "2016-08-18",
    "2016 m. rugpjūčio 18 d.": "2016-08-18",
    "ceturtdiena, 2016. gada 18. augusts": "2016-08-18",
    "2016 թ. օգոստոսի 18": "2016-08-18",
    "2016 ж. 18 тамыз": "2016-08-18",
    "ngày 18 tháng 8 năm 2016": "2016-08-18",
    "18 August 2016 11:13 GMT+3": "2016-08-18T11:13:00+03:00",
}
NONE = [
    *("8/9/2016", "31 February 2016", "August 2016", "18 August", "version 1.2.2016.4", "18 Foo 2016"),
    *("listopad 3, 2016", "99999-08-18", "18 August 0016", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value"), CASES.items())
def test_a_date_is_read(line: str, value: str) -> None:
    found = first_date(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("line", NONE)
def test_what_may_be_two_days_or_none_is_no_date(line: str) -> None:
    assert first_date(line) is None


def test_a_name_that_is_two_months_is_read_where_the_language_is_known() -> None:
    assert [first_date("3 listopada 2016", language).value for language in ("hr", "pl")] == ["2016-10-03", "2016-11-03"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "day"),
    {
        "2016-08-18-visit.txt": "2016-08-18",
        "visit_20160818.html": "2016-08-18",
        "/world/2016/08/18/visit": "2016-08-18",
        "/world/2016/aug/18/visit": "2016-08-18",
        "visit-20169999": None,
        "id-201608181": None,
    }.items(),
)
def test_a_name_may_tell_the_day(name: str, day: str | None) -> None:
    assert date_in_name(name) == day
