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
_FIELD = re.compile(r"[a-z_]{2,}:[^\s:/]")

BLANK_HINT = "write a blank behind the colon, as in 'name: Ann'"
"""For a line such as `name:Ann` that YAML takes for a text."""


class Slip(NamedTuple):
    """What was written wrong, where (1-based, in the text), and how to fix it."""

    line: int
    column: int
    message: str
    hint: str


def is_field_without_blank(text: str) -> bool:
    """Tell whether a text, where a mapping was expected, is `name:Ann`."""
    return _FIELD.match(text) is not None


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
    lead = len(_lead(lines[here - 1]))
    first, outer = _first_of_block(lines, above, lead)
    is_item = lines[here - 1][lead : lead + 2] == "- "
    # Where a block should begin is a guess, but for what people agree on: two further in, or an item below its key.
    if first and (lead == outer + 2 or (is_item and lead == outer)):
        begins = len(_lead(lines[first - 1]))
        slip = _misplaced(first, begins, f"the one below it in column {lead + 1}", between=here - first - 1)
        yield _Trial(slip, _without_excess(lines, first, here, begins - lead))
    if own != other:
        slip = _misplaced(here, own, f"the one above it in column {other + 1}")
        yield _Trial(slip, _with(lines, here, _moved(lines[here - 1], other)))


def _first_of_block(lines: list[str], above: int, lead: int) -> tuple[int, int]:
    """Return the first line of a block that begins further right than `lead`, and the indent of what it belongs to.

    Both are 0 where there is none; the indent is -2 at the top of a text.
    """
    first = 0
    for number in range(above, 0, -1):
        if not _is_written(lines[number - 1]):
            continue
        indent = len(_lead(lines[number - 1]))
        if indent <= lead:
            return (first, indent) if first and (indent < lead or lines[number - 1].rstrip()[-1:] == ":") else (0, 0)
        first = number
    return first, -2


def _without_excess(lines: list[str], first: int, end: int, excess: int) -> list[str]:
    """Move a line to the left, and what belongs to it, up to the line `end`."""
    begins, mended = len(_lead(lines[first - 1])), list(lines)
    for number in range(first, end):
        line = lines[number - 1]
        if number > first and _is_written(line) and len(_lead(line)) <= begins:
            break
        mended[number - 1] = line[excess:] if not line[:excess].strip() else line
    return mended


def _misplaced(number: int, column: int, than: str, *, between: int = 0) -> Slip:
    other = than if not between else than.replace("the one below it", "the next one of its kind")
    message = f"this line begins in column {column + 1}, {other}"
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
