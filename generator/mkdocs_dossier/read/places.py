"""Where the content of a block stands in the file. Used by the rules in `markup.py`."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.rules_block import StateBlock

from mkdocs_dossier.read.plain_prose import TRIM

Places = list[tuple[int, int, int]]
"""(offset in the content, 0-based line, 0-based column), sorted: from each on, content and file run in step."""


def trimmed_lines(state: StateBlock, first: int, end: int) -> tuple[str, Places]:
    """Return the text of a paragraph on these lines, and where it stands."""
    raw = state.getLines(first, end, state.blkIndent, False)
    lead = len(raw) - len(raw.lstrip(TRIM))
    return raw.strip(TRIM), [(offset - lead, line, column) for offset, line, column in line_places(state, raw, first)]


def line_places(state: StateBlock, content: str, first: int) -> Places:
    """Return where each line of `content` stands: at the end of a line of the file, from the line `first` on.

    What stands before it there is an indent or the mark of a list or quote; tabs in these may have become blanks.
    """
    places = []
    offset = 0
    for line, text in enumerate(content.removesuffix("\n").split("\n"), first):
        end = state.eMarks[line]
        column = end - state.src.rfind("\n", 0, end) - 1 - len(text)
        places.append((offset, line, max(0, column)))
        if column < 0:
            places.append((offset - column, line, 0))
        offset += len(text) + 1
    return places


def cell_contents(state: StateBlock, line: int, count: int) -> Iterator[tuple[str, Places]]:
    """Yield the content of each of `count` cells of a row, and where it stands.

    Cells beyond the number of columns, which GFM leaves out, stay in the last one.
    """
    start = state.bMarks[line] + state.tShift[line]
    base = start - state.src.rfind("\n", 0, start) - 1
    cells = _split(state.src[start : state.eMarks[line]].rstrip(TRIM), base)
    if len(cells) > count:
        cells[count - 1 :] = [_joined(cells[count - 1 :])]
    for number in range(count):
        yield _content(cells[number] if number < len(cells) else [], line)


_Cell = list[tuple[str, int]]
"""The characters of a cell, each with its column."""


def _split(row: str, base: int) -> list[_Cell]:
    cells: list[_Cell] = [[]]
    escaped = False
    for column, char in enumerate(row, base):
        if char == "|" and not escaped:
            cells.append([])
        else:
            if char == "|":
                cells[-1].pop()
            cells[-1].append((char, column))
        escaped = char == "\\"
    if not cells[0]:
        del cells[0]
    if cells and not cells[-1]:
        del cells[-1]
    return cells


def _joined(cells: list[_Cell]) -> _Cell:
    joined = cells[0]
    for cell in cells[1:]:
        column = joined[-1][1] + 1 if joined else 0
        joined = [*joined, ("|", column), *cell]
    return joined


def _content(cell: _Cell, line: int) -> tuple[str, Places]:
    text = "".join(char for char, _ in cell)
    lead = len(text) - len(text.lstrip(TRIM))
    text = text.strip(TRIM)
    kept = cell[lead : lead + len(text)]
    places = [
        (offset, line, column)
        for offset, (_, column) in enumerate(kept)
        if offset == 0 or column != kept[offset - 1][1] + 1
    ]
    return text, places or [(0, line, 0)]
