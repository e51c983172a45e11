"""Dates for inputs that tell none: from their names, their paths, when they were changed, or a list."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import PurePath

from mkdocs_dossier.imports.dates import date_in_name, first_date
from mkdocs_dossier.imports.draft import Clue, Refusal

WAYS = ("name", "path", "mtime")


def date_from(way: str, path: PurePath, changed: float) -> tuple[Clue, ...]:
    """Return what a way tells of a file's date. changed: when it was last, in seconds since 1970."""
    if way == "mtime":
        return (Clue("date", (datetime.fromtimestamp(changed, UTC).date().isoformat(),), "when the file was changed"),)
    text = path.as_posix() if way == "path" else path.stem
    day = date_in_name(text) or ((found := first_date(text.replace("_", " "))) and found.value[:10])
    return (Clue("date", (day,), f"the file's {way}"),) if day else ()


def date_list(text: str) -> Mapping[str, str] | Refusal:
    """Return the dates in a list of two columns, a file's name or path and its date, by that name."""
    dates: dict[str, str] = {}
    sample = text.partition("\n")[0]
    separator = max(",;\t", key=sample.count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=separator), 1):
            cells = [cell.strip() for cell in row if cell.strip()]
            found = first_date(cells[1]) if len(cells) > 1 else None
            if found is not None:
                dates[cells[0]] = found.value
            elif cells and number > 1:
                return Refusal(f"line {number} has no file and date", "write: report.html,2016-08-18")
    except csv.Error as error:
        return Refusal(f"this is no list of files and dates: {error}")
    return dates if dates else Refusal("there are no dates in it", "write on each line: report.html,2016-08-18")


def listed(dates: Mapping[str, str], path: PurePath) -> tuple[Clue, ...]:
    """Return the date that a list gives a file, by its path, the end of it, or its name."""
    parts = path.parts
    names = (PurePath(*parts[start:]).as_posix() for start in range(len(parts)))
    value = next((dates[name] for name in names if name in dates), None)
    return (Clue("date", (value,), "the list of dates", given=True),) if value else ()
