"""The examples that the manual's page on dates gives are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.link.reading import read_article

PAGE = Path(__file__).parents[2] / "docs" / "manual" / "dates.md"
EXAMPLES = re.findall(r"^\| `(.+)` \| ((?:none|[-\d/, ]+)) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("text", "dates"), EXAMPLES)
def test_an_example_of_the_manual_is_read_as_it_says(text: str, dates: str) -> None:
    found = [edtf for _, edtf, _ in read_article(text) if edtf != "?"]
    assert found == ([] if dates == "none" else dates.split(", "))


def test_the_manual_has_examples_of_news_and_of_the_past() -> None:
    assert len(EXAMPLES) > 20
