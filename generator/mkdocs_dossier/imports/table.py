"""A CSV file of actors or events to rows: any of the usual separators, quoted line breaks, a header of field names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from mkdocs_dossier.imports.columns import columns_of, row_tree, unknown_columns
from mkdocs_dossier.imports.rows import Row, RowKind, Rows, Trouble
from mkdocs_dossier.imports.words import visible
from mkdocs_dossier.model.records import Actor, Event, Record

MODELS: dict[RowKind, type[Record]] = {"actor": Actor, "event": Event}

_SEPARATORS = ",;\t|"
_LONGEST_CELL = 1_000_000


def read_table(text: str, path: str, kind: RowKind | None) -> Rows:
    """Return the rows of a table. path: for messages. kind: where the user tells it."""
    text = visible(text)
    header = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=header.count)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=separator, skipinitialspace=True)
    try:
        names = [name.strip() for name in next(reader)]
    except (csv.Error, StopIteration) as error:
        return Rows(troubles=(Trouble(path, 1, "", f"this is no table: {error}"),))
    kind = kind or kind_of_table(names, path)
    if kind is None:
        hint = "actors have columns 'name' and 'type', events 'title' and 'date'; or say --as actors, --as events"
        return Rows(troubles=(Trouble(path, 1, "", "nobody knows what these rows are", hint),))
    if troubles := tuple(_header_troubles(names, kind, path)):
        return Rows(troubles=troubles)
    return _read_rows(reader, names, kind, path)


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


def _header_troubles(names: Sequence[str], kind: RowKind, path: str) -> Iterator[Trouble]:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    yield from (Trouble(path, 1, name, "this column stands here twice", "keep one of the two") for name in twice)
    columns = columns_of(names, MODELS[kind])
    for column, hint in unknown_columns(columns, MODELS[kind], path):
        yield Trouble(
            path, 1, column.name, f"there is no field of this name; no row of {PurePath(path).name} is read", hint
        )


def _read_rows(reader: Iterator[list[str]], names: Sequence[str], kind: RowKind, path: str) -> Rows:
    columns, numbers = columns_of(names, MODELS[kind]), dict(enumerate(names, 1))
    at = names.index("id") if "id" in names else None
    rows: list[Row] = []
    troubles: list[Trouble] = []
    number = 1
    try:
        for cells in reader:
            number += 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
                hint = "put quotes around a cell that holds the separator"
                troubles.append(
                    Trouble(path, number, "", f"there are {len(cells)} cells, and {len(names)} columns", hint)
                )
                continue
            pairs = [(column, cells[column.number - 1]) for column in columns if column.number <= len(cells)]
            id = cells[at].strip() if at is not None and at < len(cells) else ""
            rows.append(Row(path, number, kind, row_tree(pairs, number), numbers, id))
    except csv.Error as error:
        troubles.append(Trouble(path, number + 1, "", f"this row cannot be read: {error}", "check its quotes"))
    return Rows(tuple(rows), tuple(troubles))
