"""The kept list of mutants fits the code, and what tries them tells a fault that is caught from one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.__main__ import HERE, PROJECT, main
from tests.mutants.mutant import read_mutants, stale
from tests.mutants.trial import Copy, NotHere, Project

MODULE = """
def largest(numbers):
    best = numbers[0]
    for number in numbers[1:]:
        if number > best:
            best = number
    return best


def halves(number):
    steps = 0
    while number > 1:
        number //= 2
        steps += 1
    return steps
"""
TESTS = """
import counting.sums


def test_largest():
    assert counting.sums.largest([1, 3, 2]) == 3


def test_halves():
    assert counting.sums.halves(8) == 3
"""
LIST = """
[["sums.py"]]
name = "the smallest instead"
old = 'number > best'
new = 'number < best'
harm = "The wrong one wins."
tests = ["tests/test_sums.py::test_largest"]

[["sums.py"]]
name = "the first is not looked at"
old = 'best = numbers[0]'
new = 'best = numbers[0] if len(numbers) > 1 else None'
harm = "A single number is none."
kind = "leak"
tests = ["tests/test_sums.py"]

[["sums.py"]]
name = "an end that never comes"
old = 'number //= 2'
new = 'number //= 1'
harm = "It waits for ever."
tests = ["tests/test_sums.py::test_halves"]
"""


def test_every_mutant_of_the_list_can_be_put_into_the_code_and_its_tests_are_there() -> None:
    mutants = read_mutants(HERE)
    assert [*stale(mutants, PROJECT.root, PROJECT.root / PROJECT.package)] == []
    assert len(mutants) >= 60


@pytest.fixture
def toy(tmp_path: Path) -> Project:
    files = {
        "counting/__init__.py": "",
        "counting/sums.py": MODULE,
        "tests/test_sums.py": TESTS,
        "lists/one.toml": LIST,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return Project(tmp_path, "counting")


def _tried(toy: Project, *arguments: str) -> int:
    return main([*arguments, "--jobs", "2"], toy, toy.root / "lists")


def test_a_fault_that_is_caught_and_one_that_is_not_are_told_apart(
    toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _tried(toy, "smallest", "first", "--limit", "300") == 1
    said = capsys.readouterr().out
    rows = {line.partition("sums.py: ")[2]: line.split()[0] for line in said.splitlines() if " s  sums.py" in line}
    assert rows == {
        "the smallest instead  [test_largest]": "caught",
        "the first is not looked at (leak)": "survived",
    }
    assert "harm: A single number is none." in said
    assert said.endswith("1 of 2 mutants are caught: 50 %\n")
    assert (toy.root / "counting/sums.py").read_text(encoding="utf-8") == MODULE


def test_a_fault_that_leaks_has_to_be_caught_however_many_others_are(
    toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _tried(toy, "leak", "--trust") == 1
    kept = toy.root / "lists/one.toml"
    kept.write_text(LIST.replace('kind = "leak"\n', ""), encoding="utf-8")
    assert _tried(toy, "smallest", "--trust") == 0
    assert "1 of 1 mutants are caught: 100 %" in capsys.readouterr().out


def test_tests_that_come_to_no_end_catch_nothing_but_where_the_list_says_so(
    toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _tried(toy, "end that never", "--trust", "--limit", "1") == 1
    assert "hung" in capsys.readouterr().out
    kept = toy.root / "lists/one.toml"
    kept.write_text(f"{LIST}hangs = true\n", encoding="utf-8")
    assert _tried(toy, "end that never", "--trust", "--limit", "1") == 0


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("number > best", "number > worst", "the old text occurs 0 times, not once"),
        ("'number > best'", "'number'", "the old text occurs 9 times, not once"),
        ("number < best'", "number > best'", "the code is the same with it"),
        ("number < best'", "number <'", "with it the module is no Python any more"),
        ("::test_largest", "::test_biggest", "there is no tests/test_sums.py::test_biggest"),
        ("an end that never comes", "the smallest instead", "two are called so"),
    ],
)
def test_a_list_that_does_not_fit_the_code_fails(
    old: str, new: str, problem: str, toy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (toy.root / "lists/one.toml").write_text(LIST.replace(old, new, 1), encoding="utf-8")
    assert _tried(toy) == 1
    assert problem in capsys.readouterr().err


def test_tests_that_fail_without_any_fault_catch_nothing(toy: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (toy.root / "tests/test_sums.py").write_text(f"{TESTS}    assert False\n", encoding="utf-8")
    assert _tried(toy, "end that never") == 1
    assert "without any mutant" in capsys.readouterr().err


def test_code_that_is_not_that_of_the_copy_is_not_tried(toy: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("copy")
    (folder / "counting.py").write_text("", encoding="utf-8")  # Python finds it first
    with pytest.raises(NotHere):
        Copy(toy, folder)
