"""A workbook (.xlsx, .ods) to the cells of its first sheet that is a table. The one door to python-calamine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

from mkdocs_dossier.imports.archive import opened
from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.page import missing_extra

_ROWS = 1_000_000


def sheet_rows(content: bytes) -> tuple[Iterator[list[str]], tuple[str, ...]] | Refusal:
    """Return the rows of the first sheet that has any, and the names of the other sheets."""
    archive = opened(content)
    if isinstance(archive, Refusal):
        return archive
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        return missing_extra("workbooks")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > _ROWS:
                return Refusal(f"the sheet '{name[:80]}' has more than {_ROWS} rows", "split it")
            if rows := sheet.to_python(skip_empty_area=True):
                others = tuple(other for other in book.sheet_names if other != name)
                return ([_text(cell) for cell in row] for row in rows), others
    except (CalamineError, ValueError, OSError) as error:
        return Refusal(f"this workbook is damaged ({type(error).__name__})", "save it anew, or as CSV")
    return Refusal("there is nothing in this workbook")


def _text(cell: object) -> str:
    """A cell as a person reads it: whole numbers without a point, days without a clock."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell)
