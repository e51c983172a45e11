"""Labels in pictures: names that fit stay whole, others are cut where it hurts least."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.pages.svg.labels import shortened, text_width


def test_a_name_that_fits_stays_as_it_is() -> None:
    assert shortened("Guan Youfei", 150, 13) == "Guan Youfei"


def test_a_long_name_is_cut_behind_a_word() -> None:
    assert shortened("Office of the High Commissioner for Human Rights", 150, 13) == "Office of the High…"


def test_a_long_word_is_cut_in_itself_rather_than_left_out() -> None:
    short = shortened("Al Donaudampfschifffahrtsgesellschaft", 120, 13)
    assert short.startswith("Al Donaudampf") and short.endswith("…")


@pytest.mark.parametrize("name", ["e\u0301" * 60, "क्षि" * 40, "ن\u064e\u0651" * 60, "👩\u200d🚀" * 30])
def test_no_letter_is_cut_from_its_marks(name: str) -> None:
    short = shortened(name, 120, 13).removesuffix("…")
    assert name.startswith(short) and 0 < len(short) < len(name)
    following = name[len(short)]
    assert unicodedata.category(following) not in ("Mn", "Mc", "Me") and following != "\u200d"
    assert not short.endswith(("\u200d", "\u094d"))


def test_chinese_is_twice_as_wide_as_latin() -> None:
    assert text_width("中华人民", 13) > 1.5 * text_width("abcd", 13)


@given(st.text(max_size=80), st.integers(40, 300))
def test_what_is_cut_fits(name: str, width: int) -> None:
    assert text_width(shortened(name, width, 13), 13) <= width
