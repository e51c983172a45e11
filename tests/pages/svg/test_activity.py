"""The bars of activity: one for each month with articles, none for those between, years where time is long."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from generator.pages.svg.activity import MOST_MONTHS, activity


def _bars(picture: str) -> list[tuple[str, int, int]]:
    """Title, place and height of each bar."""
    tree = ElementTree.fromstring(picture)
    return [(bar[0].text or "", int(bar.attrib["x"]), int(bar.attrib["height"])) for bar in tree.iter("rect")]


def test_each_month_has_its_bar_at_its_place_and_the_highest_fills_the_picture() -> None:
    bars = _bars(activity({"2016-08": 12, "2016-11": 3, "2017-01": 1}, "Xinhua"))
    assert [title for title, _, _ in bars] == [
        "August 2016: 12 articles",
        "November 2016: 3 articles",
        "January 2017: 1 article",
    ]
    assert [place for _, place, _ in bars] == [1, 25, 41]
    heights = [height for _, _, height in bars]
    assert heights[0] == 44 and heights[0] > heights[1] > heights[2] > 0


def test_a_long_time_is_shown_by_years() -> None:
    months = {f"{1990 + n // 12}-{n % 12 + 1:02}": 1 for n in range(MOST_MONTHS + 12)}
    bars = _bars(activity(months, "Xinhua"))
    assert [title for title, _, _ in bars][:2] == ["1990: 12 articles", "1991: 12 articles"]


@pytest.mark.parametrize("months", [{}, {"2016-08": 9}])
def test_one_month_makes_no_picture(months: dict[str, int]) -> None:
    assert activity(months, "Xinhua") == ""


def test_a_name_cannot_break_out_of_the_picture() -> None:
    picture = activity({"2016-08": 1, "2016-09": 1}, 'A "><script>alert(1)</script>')
    assert "<script" not in picture
    assert re.search(r'aria-label="Articles that name A &quot;&gt;&lt;script', picture)
