"""The page on trust: every promise is shown by a test that carries its mark."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT
from tools.make_manual import MANUAL

PAGE = (MANUAL / "trust.md").read_text(encoding="utf-8")


def _promised() -> list[str]:
    promises = PAGE.partition("<!-- promises -->")[2].partition("<!-- end -->")[0]
    return re.findall(r"^\| `([a-z-]+)` \| [^|]+ \|$", promises, re.MULTILINE)


def _shown() -> Iterator[tuple[str, Path]]:
    """Each mark that a test carries."""
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for decorator in node.decorator_list:
                    if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.promise":
                        yield from ((str(ast.literal_eval(argument)), file) for argument in decorator.args)


def test_no_promise_lacks_a_test_and_no_test_shows_what_is_not_promised() -> None:
    promised = _promised()
    assert len(promised) == len(set(promised)) > 5
    assert set(promised) == {mark for mark, _ in _shown()}


def test_every_row_of_the_promises_has_its_mark() -> None:
    promises = PAGE.partition("<!-- promises -->")[2].partition("<!-- end -->")[0]
    rows = [
        line for line in promises.splitlines() if line.startswith("|") and "---" not in line and "| mark |" not in line
    ]
    assert len(rows) == len(_promised())
