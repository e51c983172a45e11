"""`dossier import` of tables: actors and events in bulk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.import_files import Asked, Input, content_of, write

if TYPE_CHECKING:
    from mkdocs_dossier.imports.batch import RecordFile
    from mkdocs_dossier.imports.rows import Rows, Trouble
    from mkdocs_dossier.run.options import Options
    from mkdocs_dossier.validate.records import Records


def import_tables(inputs: list[Input], records: Records, options: Options, asked: Asked) -> int:
    """Import the rows of all tables together, so that they may refer to each other. Return how many could not be."""
    from mkdocs_dossier.imports.batch import Place, record_files
    from mkdocs_dossier.imports.existing_ids import ids_of
    from mkdocs_dossier.pages.say import count

    ids = ids_of(records)
    read = [_rows(one, records, asked) for one in inputs]
    place = Place(options.data_dir, folder=asked.folder or "", status=asked.status)
    files, troubles = record_files((row for rows in read for row in rows.rows), ids, place)
    troubles = (*(trouble for rows in read for trouble in rows.troubles), *troubles)
    echo(*_told(troubles), err=True)
    written = [file for file in files if _keep(file, options, asked)]
    for one, rows in zip(inputs, read, strict=True):
        made = [file.row.kind for file in written if file.row.path == one.shown]
        parts = [count(made.count(kind), kind) for kind in ("actor", "event") if kind in made] or ["no records"]
        lost = len(rows.rows) - len(made)
        parts += [f"{count(lost, 'row')} not imported"] if lost else []
        echo(f"{one.shown}: {', '.join(parts)}", err=asked.dry_run)
        if rows.skipped:
            kinds = ", ".join(f"{number} {schema}" for schema, number in rows.skipped.items())
            echo(f"{one.shown}: left out, since records have no place for it: {kinds}", err=asked.dry_run)
    return sum(not trouble.note for trouble in troubles) + len(files) - len(written)


def _rows(one: Input, records: Records, asked: Asked) -> Rows:
    from mkdocs_dossier.imports.cells import Cells
    from mkdocs_dossier.imports.decode import decoded
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.existing_ids import countries_of
    from mkdocs_dossier.imports.json_lines import read_json_lines
    from mkdocs_dossier.imports.rows import Rows, Trouble
    from mkdocs_dossier.imports.sheets import sheet_rows
    from mkdocs_dossier.imports.table import How, read_cells, read_table

    kind: Any = asked.kind.removesuffix("s") if asked.kind else None
    content = content_of(one.path, asked.max_size)
    if not isinstance(content, bytes):
        return Rows(troubles=(Trouble(one.shown, 0, "", str(content)),))
    own = countries_of(records)
    how = How(asked.reading.fields, asked.ignored, Cells(own, asked.day_first))
    if one.kind.name in ("xlsx", "ods"):
        sheet = sheet_rows(content)
        if isinstance(sheet, Refusal):
            return Rows(troubles=(Trouble(one.shown, 0, "", str(sheet)),))
        rows, others = sheet
        read = read_cells(rows, one.shown, kind, how)
        left = tuple(Trouble(one.shown, 0, "", f"the sheet '{name}' is not read", note=True) for name in others)
        return replace(read, troubles=(*read.troubles, *left))
    found = decoded(content, forced=asked.reading.encoding)
    notes = (Trouble(one.shown, 0, "", found.warning, note=True),) if found.warning else ()
    if one.kind.name == "table":
        read = read_table(found.text, one.shown, kind, how)
    else:
        read = read_json_lines(found.text, one.shown, kind, frozenset(own.values()))
    return replace(read, troubles=(*notes, *read.troubles))


_ALIKE = 3
_QUOTED = re.compile(r"'[^']*'")


def _told(troubles: Iterable[Trouble]) -> Iterator[str]:
    """Yield what is wrong, a line each; of many of one kind the first ones, and the rows of the others."""
    kinds: dict[tuple[str, str, str], list[Trouble]] = {}
    for trouble in troubles:
        kinds.setdefault((trouble.path, trouble.column, _QUOTED.sub("'…'", trouble.message)), []).append(trouble)
    for (path, column, message), found in kinds.items():
        yield from map(str, found[:_ALIKE])
        if more := found[_ALIKE:]:
            rows = ", ".join(str(trouble.row) for trouble in more[:20]) + (", …" if len(more) > 20 else "")
            where = f"{path}:{column}" if column else path
            yield f"{where}: the same ({message}) in {len(more)} more rows: {rows}"


def _keep(file: RecordFile, options: Options, asked: Asked) -> bool:
    """Write the file of a record, or print it."""
    if asked.dry_run:
        echo(f"# {file.path}", *file.text.split("\n"))
        return True
    problem = write(file.path, file.text, options)
    if problem:
        echo(f"{file.row.path}:{file.row.number}: {problem}", err=True)
    return not problem
