"""The mark stands below what is meant, whatever the line is made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_dossier.diagnostics.visible import HIDDEN
from mkdocs_dossier.excerpt.shown_line import ShownLine, show_line

LINES = {
    "a plain line": ("type: persn", 7, 5, "type: persn", "      ^~~~~"),
    "one place": ("type: persn", 7, 1, "type: persn", "      ^"),
    "a tab": ("\ttype:\tpersn", 8, 5, "    type:   persn", " " * 12 + "^~~~~"),
    "wide characters": ("a: [关友飞, 约翰]", 10, 2, "a: [关友飞, 约翰]", " " * 12 + "^~~~"),
    "combining marks": ("e\u0301e\u0301: x", 7, 1, "e\u0301e\u0301: x", "    ^"),
    "a mark that is meant itself": ("ae\u0301b", 3, 1, "ae\u0301b", "  ^"),
    "an escape sequence": ("a\x1b[2Jb: x", 7, 1, "a\\x1b[2Jb: x", " " * 9 + "^"),
    "what turns the direction": ("\u202ea: x", 5, 1, "\\u202ea: x", " " * 9 + "^"),
    "letters from right to left": ("a: سوريا, b", 4, 5, "a: \u200eسوريا\u200e, b", "   ^~~~~"),
    "behind the end": ("a: ", 9, 1, "a: ", "   ^"),
    "an empty line": ("", 1, 1, "", "^"),
}


@pytest.mark.parametrize("what", LINES)
def test_the_mark_is_below_what_is_meant(what: str) -> None:
    line, column, length, text, mark = LINES[what]
    shown = show_line(line, column, length)
    assert (shown.text, shown.mark) == (text, mark)


LONG = "".join(f"{n % 10_000:04} " for n in range(50_000))


@pytest.mark.parametrize("column", [1, 3, 61, 106, 5_001, 249_991, 249_999])
def test_a_long_line_is_cut_around_what_is_meant(column: int) -> None:
    shown = show_line(LONG, column, 4, width=60)
    assert _cells(shown.text) <= 60
    assert _under(shown) == LONG[column - 1 : column + 3]
    assert shown.text.startswith("…") == (column > 20) and shown.text.endswith("…") == (column < 249_900)


@given(st.text(max_size=60), st.integers(1, 70), st.integers(1, 20), st.integers(20, 100))
def test_nothing_steers_the_terminal_and_the_mark_stays_in_the_line(
    line: str, column: int, length: int, width: int
) -> None:
    line = line.replace("\n", " ")
    shown = show_line(line, column, length, width=width)
    assert HIDDEN.findall(shown.text.replace("\u200e", "")) == []
    assert _cells(shown.text) <= max(width, _cells(shown.text) if _cells(line) <= width else 0) + 12
    assert shown.before + shown.marked <= _cells(shown.text) + 1


@given(st.text(alphabet="ab é关友\u0301x", min_size=1, max_size=300), st.data())
def test_what_is_above_the_mark_is_what_is_meant(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(line)))
    meant = line[at - 1]
    if unicodedata.category(meant) != "Mn":
        assert _under(show_line(line, at, 1, width=50)).strip("\u0301") == meant


def _cells(text: str) -> int:
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _under(shown: ShownLine) -> str:
    """The characters above the mark."""
    at, found = 0, ""
    for char in shown.text:
        if shown.before <= at < shown.before + shown.marked or (found and not _width(char)):
            found += char
        at += _width(char)
        if at >= shown.before + shown.marked and _width(char) and found:
            break
    return found
