"""A CSV file of actors or events to rows: any of the usual separators, quoted line breaks, a header of field names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from mkdocs_dossier.imports.cells import Cells, Wrong, value_of
from mkdocs_dossier.imports.columns import columns_of, row_tree, unknown_columns
from mkdocs_dossier.imports.rows import Row, RowKind, Rows, Trouble
from mkdocs_dossier.imports.words import visible
from mkdocs_dossier.model.records import Actor, Event, Record

MODELS: dict[RowKind, type[Record]] = {"actor": Actor, "event": Event}

_SEPARATORS = ",;\t|"
_SEPARATOR = re.compile(r"sep=(.|\\t)[ \t]*\n", re.IGNORECASE)
_LONGEST_CELL = 1_000_000
_COLUMNS = 1000
_TITLES = 20
"""Columns of a table; rows of titles that may stand above its header."""


@dataclass(frozen=True, slots=True)
class How:
    """How a table is read. fields: our names of columns by theirs, in lower case. ignored: columns that are none."""

    fields: Mapping[str, str] = field(default_factory=dict)
    ignored: frozenset[str] = frozenset()
    cells: Cells = field(default_factory=Cells)


def read_table(text: str, path: str, kind: RowKind | None, how: How | None = None) -> Rows:
    """Return the rows of a table. path: for messages. kind: where the user tells it."""
    text = visible(text).lstrip("\n")
    said = _SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    separator = said[1].replace("\\t", "\t") if said else _separator(text)
    header = text.partition("\n")[0]
    if header.count(separator) > _COLUMNS:
        return Rows(troubles=(_too_wide(path),))
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    return read_cells(reader, path, kind, how or How())


def _separator(text: str) -> str:
    """What stands most often in one of the first lines, which the header and the titles above it are among."""
    lines = text.split("\n", _TITLES)[:_TITLES]
    header = next((line for line in lines if any(sign in line for sign in _SEPARATORS)), "")
    return max(_SEPARATORS, key=header.count)


def read_cells(reader: Iterator[list[str]], path: str, kind: RowKind | None, how: How) -> Rows:
    """Return the rows of a table whose cells are told apart."""
    try:
        first, given = _header(reader, kind)
    except (csv.Error, StopIteration) as error:
        return Rows(troubles=(Trouble(path, 1, "", f"this is no table: {str(error) or 'it has no header'}"),))
    if len(given) > _COLUMNS:
        return Rows(troubles=(_too_wide(path),))
    names = [_ours(name, how) for name in given]
    kind = kind or kind_of_table(names, path)
    if kind is None:
        hint = "actors have columns 'name' and 'type', events 'title' and 'date'; or say --as actors, --as events"
        return Rows(troubles=(Trouble(path, first, "", "nobody knows what these rows are", hint),))
    if twice := sorted({name for name in names if name and names.count(name) > 1}):
        hint = "keep one of the two, or leave one out with --ignore"
        return Rows(troubles=tuple(Trouble(path, first, name, "this column stands here twice", hint) for name in twice))
    unknown = tuple(_unknown(names, given, kind, path, first))
    lost = {trouble.column for trouble in unknown}
    names = ["" if theirs in lost else name for name, theirs in zip(names, given, strict=True)]
    needed = "name" if kind == "actor" else "title"
    if needed not in names:
        hint = f"""say which of them it is, as with: --map "{given[0][:40]}={needed}\""""
        return Rows(troubles=(*unknown, Trouble(path, first, needed, f"no column is the {needed}", hint)))
    rows = _read_rows(reader, names, given, kind, path, first, how.cells)
    return Rows(rows.rows, (*unknown, *rows.troubles))


def _too_wide(path: str) -> Trouble:
    return Trouble(path, 1, "", f"there are more than {_COLUMNS} columns", "save the ones that you need as a table")


def _header(reader: Iterator[list[str]], kind: RowKind | None) -> tuple[int, list[str]]:
    """The number and the names of the header: the first row of several cells, behind titles that have one."""
    for number, cells in enumerate(reader, 1):
        names = [cell.strip() for cell in cells]
        if sum(map(bool, names)) > 1 or (number == 1 and len(names) == 1 and names[0]):
            alone = len(names) == 1 and _lower(names[0]) not in ("name", "title")
            if not alone:
                return number, names
        if number > _TITLES:
            break
    raise StopIteration


def _lower(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _ours(name: str, how: How) -> str:
    """What a column is called here: in any case, with blanks for `_`; empty where it is not read."""
    if name.lower() in how.ignored:
        return ""
    mapped = how.fields.get(name.lower()) or how.fields.get(_lower(name))
    return mapped if mapped is not None else _lower(name)


def _unknown(names: Sequence[str], given: Sequence[str], kind: RowKind, path: str, first: int) -> Iterator[Trouble]:
    for column, hint in unknown_columns(columns_of(names, MODELS[kind]), MODELS[kind], path):
        theirs = given[column.number - 1]
        more = f'{hint}; else --ignore "{theirs}", or --map "{theirs}=…"'
        yield Trouble(path, first, theirs, "there is no field of this name, so it is left out", more)


def kind_of_table(names: Sequence[str], path: str) -> RowKind | None:
    """Return what the rows are: by the columns that only one kind has, then by the file's name."""
    tops = {name.partition(".")[0] for name in names}
    kinds: tuple[tuple[RowKind, frozenset[str]], ...] = (
        ("event", frozenset(("title", "date", "place", "part_of"))),
        ("actor", frozenset(("name", "aliases", "roles", "relations", "born", "founded"))),
    )
    found = [kind for kind, own in kinds if own & tops]
    if len(found) == 1:
        return found[0]
    stem = PurePath(path).stem.lower()
    return next((kind for kind, _ in kinds if stem.startswith(kind)), None)


def _read_rows(
    reader: Iterator[list[str]],
    names: Sequence[str],
    given: Sequence[str],
    kind: RowKind,
    path: str,
    first: int,
    cells: Cells,
) -> Rows:
    columns, numbers = columns_of(names, MODELS[kind]), dict(enumerate(given, 1))
    at = names.index("id") if "id" in names else None
    rows: list[Row] = []
    troubles: list[Trouble] = []
    number = first
    try:
        for row in reader:
            number += 1
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
                hint = "put quotes around a cell that holds the separator"
                found = f"more cells ({len(row)}) than columns ({len(names)})"
                troubles.append(Trouble(path, number, "", found, hint))
                continue
            pairs = [(column, row[column.number - 1]) for column in columns if column.number <= len(row)]
            read = [(column, value_of(column.keys, cell, cells)) for column, cell in pairs if cell.strip()]
            wrong = [(column, value) for column, value in read if isinstance(value, Wrong)]
            troubles += (Trouble(path, number, numbers[one.number], why.message, why.hint) for one, why in wrong)
            if not wrong:
                id = row[at].strip() if at is not None and at < len(row) else ""
                texts = [(column, value) for column, value in read if isinstance(value, str)]
                rows.append(Row(path, number, kind, row_tree(texts, number), numbers, id))
    except csv.Error as error:
        troubles.append(Trouble(path, number + 1, "", f"this row cannot be read: {error}", "check its quotes"))
    return Rows(tuple(rows), tuple(troubles))
