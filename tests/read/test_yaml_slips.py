"""The commonest slips are named for what they are, at the line that is to be fixed."""

from __future__ import annotations

import pytest

from mkdocs_dossier.read.yaml_slips import MOST
from mkdocs_dossier.read.yaml_tree import parse_yaml

TAB, BLANK, COLUMN = "indented with a tab", "no blank behind this colon", "this line begins in column"

SLIPS = {
    "a tab": ("ann:\n\tname: Ann\n", 2, 1, TAB),
    "a tab behind blanks": ("ann:\n  name: Ann\n  \ttype: person\n", 3, 3, TAB),
    "a tab in an item": ("ann:\n  roles:\n\t- title: director\n", 3, 1, TAB),
    "no blank": ("ann:\n  name:Ann\n  type: person\n", 2, 7, BLANK),
    "no blank in the last line": ("ann:\n  name: Ann\n  type:person\n", 3, 7, BLANK),
    "no blank in an item": ("ann:\n  roles:\n    - title:director\n      from: 2016\n", 3, 12, BLANK),
    "no blank, and a comment between": ("ann:\n  name:Ann\n  # who\n  type: person\n", 2, 7, BLANK),
    "one too many": ("ann:\n  name: Ann\n   type: person\n", 3, 4, COLUMN),
    "one too many in the line before": ("ann:\n   name: Ann\n  type: person\n", 2, 4, COLUMN),
    "one too few": ("ann:\n  name: Ann\n type: person\n", 3, 2, COLUMN),
    "one too few after several": ("ann:\n  name: Ann\n  type: person\n summary: X\n  countries: [CN]\n", 4, 2, COLUMN),
    "one too many after a list": ("ann:\n  aliases: [x]\n   type: person\n", 3, 4, COLUMN),
    "one too few in an item": ("ann:\n  roles:\n    - title: x\n     from: 2016\n", 4, 6, COLUMN),
    "one too many in an item": ("ann:\n  roles:\n    - title: x\n       from: 2016\n", 4, 8, COLUMN),
    "one too many in the first line": (" ann:\n  name: Ann\nbob:\n  name: Bob\n", 1, 2, COLUMN),
    "one too many in the first field": (" name: Ann\ntype: person\n", 1, 2, COLUMN),
    "one too many in the first item": ("ann:\n  aliases:\n     - x\n    - y\n", 3, 6, COLUMN),
    "one too many in the first item of fields": (
        "ann:\n  roles:\n     - title: x\n       from: 2016\n    - title: y\n",
        *(3, 6, COLUMN),
    ),
    "one too many in an item below its key": ("ann:\n  aliases:\n   - x\n  - y\n", 3, 4, COLUMN),
    "a quote": ('ann:\n  name: "Ann\n  type: person\n', 2, 9, "this quote is not closed"),
}


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_is_named_where_it_is(case: str) -> None:
    text, line, column, message = SLIPS[case]
    root, (problem,) = parse_yaml(text, "f.yml")
    assert root is None
    assert message in problem.message
    assert (problem.place.line, problem.place.column) == (line, column)
    assert problem.hint


@pytest.mark.parametrize("case", SLIPS)
def test_it_is_named_in_front_matter_and_below_other_records_too(case: str) -> None:
    text, line, column, message = SLIPS[case]
    before = "bob:\n  name: Bob\n  type: person\n\n# another\n"
    _, (problem,) = parse_yaml(before + text, "f.md", first_line=2)
    assert message in problem.message
    assert (problem.place.line, problem.place.column) == (line + 6, column)


@pytest.mark.parametrize(
    "text",
    [
        "ann:\n  name: Ann\n  summary: one: two\n",
        "ann:\n  name: [Ann\n  type: person\n",
        "ann: {name: Ann\nbob: {name: Bob}\n",
        "ann\n  name: Ann\n",
        "ann:\n  name: @Ann\n",
        "- : -\n: x\n",
        "\n\n: : :\n",
    ],
)
def test_what_is_no_such_slip_keeps_its_own_words(text: str) -> None:
    _, (problem,) = parse_yaml(text, "f.yml")
    assert problem.code == "yaml-syntax"
    assert not any(slip in problem.message for slip in (TAB, BLANK, COLUMN))


def test_nothing_that_is_written_is_repeated() -> None:
    for text, *_ in SLIPS.values():
        _, (problem,) = parse_yaml(text.replace("Ann", "Secretname").replace("name:", "secretkey:"), "f.yml")
        assert "ecret" not in problem.message + problem.hint


def test_a_huge_text_is_not_tried_out() -> None:
    text = "ann:\n  name:Ann\n  type: person\n" + "# x\n" * (MOST // 4)
    _, (problem,) = parse_yaml(text, "f.yml")
    assert "mapping values" in problem.message
