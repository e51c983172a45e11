"""Names the commonest slips behind a syntax error of YAML, which is often told of a line further down, in other words.

Each slip is mended in a copy. Where the error is gone then, or comes further down, that was it. Nothing of what is
written there is shown: it may be private.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

MOST = 100_000
"""Characters of a text that is looked through: each slip is tried out on all of it."""

_NO_BLANK = re.compile(r"\s*(?:- )*[a-z_]+:(?=[^\s:/])")
_KEY = re.compile(r"\s*(?:- )*")


class Slip(NamedTuple):
    """What was written wrong, where (1-based, in the text), and how to fix it."""

    line: int
    column: int
    message: str
    hint: str


class _Trial(NamedTuple):
    slip: Slip
    mended: list[str]


def find_slip(text: str, line: int, error_line: Callable[[str], int | None]) -> Slip | None:
    """Return the slip behind a syntax error, or None where it is none of those that are known.

    Args:
        line: Where the error is told of (1-based).
        error_line: Gives the line of the first syntax error of a text, or None where there is none.
    """
    if len(text) > MOST:
        return None
    lines = text.split("\n")
    here = min(line, len(lines))
    above = next((number for number in range(here - 1, 0, -1) if _is_written(lines[number - 1])), 0)
    for number in (here, above):
        if number and "\t" in _lead(lines[number - 1]):
            column = lines[number - 1].index("\t") + 1
            return Slip(number, column, "this line is indented with a tab", "indent with blanks, two for each level")
    for trial in (*_no_blank(lines, here, above), *_indented(lines, here, above)):
        found = error_line("\n".join(trial.mended))
        if found is None or found > line:
            return trial.slip
    return None


def _no_blank(lines: list[str], here: int, above: int) -> Iterator[_Trial]:
    """Yield `name:Ann`."""
    for number in (above, here):
        found = _NO_BLANK.match(lines[number - 1]) if number else None
        if found is not None:
            slip = Slip(number, found.end(), "there is no blank behind this colon", "write one before the value")
            yield _Trial(slip, _with(lines, number, f"{found[0]} {found.string[found.end() :]}"))


def _indented(lines: list[str], here: int, above: int) -> Iterator[_Trial]:
    """Yield a line that begins further left or right than the one that it belongs to."""
    if not above or not _is_written(lines[here - 1]):
        return
    own, other = _column(lines[here - 1]), _column(lines[above - 1])
    parent = next((number for number in range(above - 1, 0, -1) if _is_written(lines[number - 1])), 0)
    outer = len(_lead(lines[parent - 1])) if parent else 0
    is_first = parent and outer < len(_lead(lines[above - 1])) and own < other
    if is_first and own == outer + 2 and "- " not in lines[above - 1][:other]:
        slip = _misplaced(above, other, f"the one below it in column {own + 1}")
        yield _Trial(slip, _with(lines, above, _moved(lines[above - 1], own)))
    if own != other:
        slip = _misplaced(here, own, f"the one above it in column {other + 1}")
        yield _Trial(slip, _with(lines, here, _moved(lines[here - 1], other)))


def _misplaced(number: int, column: int, than: str) -> Slip:
    message = f"this line begins in column {column + 1}, {than}"
    return Slip(number, column + 1, message, "begin both in the same column; a text with ': ' in it needs quotes")


def _is_written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _column(line: str) -> int:
    """Return where the key of a line begins, behind the `- ` of an item (0-based)."""
    found = _KEY.match(line)
    assert found is not None  # it matches nothing, too
    return found.end()


def _moved(line: str, column: int) -> str:
    return " " * column + line.lstrip()


def _with(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[: number - 1], line, *lines[number:]]
