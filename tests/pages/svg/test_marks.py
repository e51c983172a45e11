"""How values get into a picture: text stays text, numbers are short."""

from __future__ import annotations

import html

import pytest

from mkdocs_dossier.pages.svg.marks import linked, number, svg_text


@pytest.mark.parametrize(
    "text", ['A "><script>', "{{ config }}", "{% raw %}", "a|b", "`x`", "[a](b)", "*a* _b_", "R&D"]
)
def test_text_reads_as_itself_and_is_nothing_else(text: str) -> None:
    written = svg_text(text)
    assert html.unescape(written) == text
    assert not set('<>"{}|`*_[]') & set(written)


def test_text_is_on_one_line() -> None:
    assert svg_text("a\n\n b\x0b\u2028c\x00d") == "a b c d"


def test_turns_of_direction_end_within_the_text() -> None:
    assert svg_text("a\u202eb") == "a\u202eb\u202c"


def test_the_address_comes_first_in_a_link_and_cannot_end_it() -> None:
    assert linked('x.md"onload="y', "T", "<path/>").startswith('<a href="x.md&quot;onload=&quot;y"><title>T</title>')


def test_without_an_address_a_mark_still_has_its_title() -> None:
    assert linked(None, "T", "<path/>") == "<g><title>T</title><path/></g>"


@pytest.mark.parametrize(("value", "written"), [(1.0, "1"), (1.25, "1.2"), (-0.01, "0"), (12.36, "12.4"), (10, "10")])
def test_a_coordinate_has_a_decimal_only_where_it_needs_one(value: float, written: str) -> None:
    assert number(value) == written
