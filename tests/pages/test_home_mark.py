"""The mark for the figures of the collection: alone on its line, and not where it is shown as code."""

from __future__ import annotations

import pytest

from mkdocs_dossier.pages.home_mark import wants_home, with_home

MARK = "<!-- dossier:home -->"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{}  ",
        "# Here\n\n{}\n\nMore.\n",
        "```yaml\na: 1\n```\n\n{}\n",
        "~~~\n```\n~~~\n\n{}\n\n~~~\n```\n~~~\n",
        "````markdown\n```\n````\n\n{}\n",
        "```\nnever closed\n\n{}\n",
        "With ``` in a line\n\n{}\n\nand ``` in another.\n",
    ],
)
def test_the_figures_stand_at_the_mark(text: str) -> None:
    page = text.format(MARK)
    assert wants_home(page)
    assert with_home(page, "FIGURES").rstrip() == text.format("FIGURES").rstrip()


@pytest.mark.parametrize(
    "text",
    [
        "Write `{}` there.\n",
        "    {}\n",
        "```\n{}\n```\n",
        "```markdown\n# My dossiers\n\n{}\n```\n",
        "~~~ html\n{}\n~~~  \n",
        "````\n```\n````\n\n````\n```\n{}\n```\n````\n",
        "```\none\n```\n\n~~~\n{}\n~~~\n",
        "~~~\n```\n{}\n~~~\n",
    ],
)
def test_a_mark_that_is_shown_as_code_stays(text: str) -> None:
    page = text.format(MARK)
    assert not wants_home(page)
    assert with_home(page, "FIGURES") == page


def test_of_two_marks_the_one_in_code_stays() -> None:
    page = f"{MARK}\n\n```\n{MARK}\n```\n"
    assert with_home(page, "FIGURES") == f"FIGURES\n\n```\n{MARK}\n```\n"
