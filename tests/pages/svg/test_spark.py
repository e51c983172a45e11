"""Small bars in a line of text."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

import markdown
import pytest

from mkdocs_dossier.pages.html import render_html
from mkdocs_dossier.pages.svg.times.spark import MOST_BARS, spark
from tests.pages.svg.golden import check

MONTHS = {"2014-07": 1, "2015-10": 1, "2016-03": 1, "2016-08": 3, "2016-09": 1}


def _bars(picture: str) -> list[tuple[float, int]]:
    """Where each bar begins, and how high it is."""
    return [(float(x), int(high)) for x, high in re.findall(r"M([\d.]+) 20v-(\d+)", picture)]


def test_each_month_has_a_bar_and_the_highest_fills_the_line() -> None:
    assert _bars(spark({"2016-08": 4, "2016-10": 2}, "2016-08", "2016-11", "x")) == [(0, 19), (20, 10)]


def test_all_of_a_list_have_the_same_time_whatever_their_own() -> None:
    early = spark({"2010-01": 1, "2018-12": 1}, "2010-01", "2018-12", "x")
    late = spark({"2018-12": 9}, "2010-01", "2018-12", "x")
    assert _bars(late) == _bars(early)[1:]


def test_a_long_time_is_gathered_into_few_bars() -> None:
    months = {f"{year}-{month:02}": 1 for year in range(1990, 2020) for month in range(1, 13)}
    bars = _bars(spark(months, "1990-01", "2019-12", "x"))
    assert len(bars) == MOST_BARS
    assert {high for _, high in bars} == {19}
    assert bars[-1][0] < 90


@pytest.mark.parametrize("months", [{}, {"2016-08": 0}, {"2009-12": 3}, {"2019-01": 3}])
def test_nothing_in_that_time_makes_no_picture(months: dict[str, int]) -> None:
    assert spark(months, "2010-01", "2018-12", "x") == ""


def _native(text: str) -> str:
    return render_html(text, "index.md", directories=True).html


def _python_markdown(text: str) -> str:
    return markdown.markdown(text, extensions=["tables", "md_in_html", "attr_list"])


@pytest.mark.parametrize("render", [_native, _python_markdown])
def test_it_stands_in_a_cell_of_a_table_whatever_its_label(render: Callable[[str], str]) -> None:
    label = 'a | b `c` [d](e) "f" <script>\n\n*g* {.h}'
    picture = spark(MONTHS, "2014-07", "2018-01", label)
    cells = re.findall(r"<td>(.*?)</td>", render(f"| x |\n|---|\n| {picture} |\n"))
    assert [ElementTree.fromstring(cell).attrib["aria-label"] for cell in cells] == [
        'a | b `c` [d](e) "f" <script> *g* {.h}'
    ]


def test_a_spark_looks_as_it_did(refresh: bool) -> None:
    check("spark", spark(MONTHS, "2012-07", "2018-01", "Staffan de Mistura: 7 articles"), refresh)
