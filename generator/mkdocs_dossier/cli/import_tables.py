"""`dossier import` of tables: actors and events in bulk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
    from mkdocs_dossier.diagnostics.run_result import count
    from mkdocs_dossier.imports.batch import Destination, record_files
    from mkdocs_dossier.imports.existing_ids import ids_of
    from mkdocs_dossier.schema import named_schemas

    ids = ids_of(records)
    read = [_rows(one, records, asked) for one in inputs]
    place = Destination(options.data_dir, named_schemas(options.root), folder=asked.folder or "", status=asked.status)
    files, troubles = record_files((row for rows in read for row in rows.rows), ids, place)
    troubles = (*(trouble for rows in read for trouble in rows.troubles), *troubles)
    echo(*_told(troubles), err=True)
    written = list(_kept(files, options, asked))
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
    from mkdocs_dossier.diagnostics.run_result import count

    kinds: dict[tuple[str, str, str], list[Trouble]] = {}
    for trouble in troubles:
        kinds.setdefault((trouble.path, trouble.column, _QUOTED.sub("'…'", trouble.message)), []).append(trouble)
    for (path, column, message), found in kinds.items():
        yield from map(str, found[:_ALIKE])
        if more := found[_ALIKE:]:
            rows = ", ".join(str(trouble.row) for trouble in more[:20]) + (", …" if len(more) > 20 else "")
            where = f"{path}:{column}" if column else path
            yield f"{where}: the same ({message}) in {count(len(more), 'more row')}: {rows}"


def _kept(files: Sequence[RecordFile], options: Options, asked: Asked) -> Iterator[RecordFile]:
    """Write the records, each in a file of its own or all of a kind in one, and yield those that were written."""
    from mkdocs_dossier.imports.one_file import LISTS, MANY

    for kind, name in LISTS.items():
        of_kind = [file for file in files if file.row.kind == kind]
        path = f"{options.data_dir}/{name}.yml"
        new = not (options.root / path).exists() and not asked.folder
        together = asked.one_file if asked.one_file is not None else new and len(of_kind) > MANY
        if of_kind and together and (problem := _keep_list(of_kind, path, options, asked)) is None:
            yield from of_kind
        elif of_kind and together and asked.one_file:
            echo(f"{of_kind[0].row.path}: {problem}", err=True)
        else:
            yield from (file for file in of_kind if _keep(file, options, asked))


def _keep_list(files: Sequence[RecordFile], path: str, options: Options, asked: Asked) -> str | None:
    """Write the list of these records, or print what is new in it. Return why it was not written."""
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.one_file import list_text
    from mkdocs_dossier.schema import named_schemas
    from mkdocs_dossier.write.edits import Edit, write_edits
    from mkdocs_dossier.write.errors import CannotWrite

    target = options.root / path
    try:
        before = target.read_bytes() if target.exists() else b""
        text = list_text(files, path, named_schemas(options.root), before.decode())
    except (OSError, UnicodeDecodeError):
        return f"{path} cannot be read; fix it first (dossier check)"
    if isinstance(text, Refusal):
        return str(text)
    if len(text.encode()) > options.max_file_size:
        return f"{path} would have more than {options.max_file_size} bytes; raise the option max_file_size"
    if asked.dry_run:
        echo(f"# {path}", *text[len(before.decode()) :].split("\n"))
        return None
    if not before:
        return write(path, text, options) or None
    try:
        write_edits((Edit(target, target, before, text.encode()),))
    except CannotWrite as error:
        return str(error)
    return None


def _keep(file: RecordFile, options: Options, asked: Asked) -> bool:
    """Write the file of a record, or print it."""
    if asked.dry_run:
        echo(f"# {file.path}", *file.text.split("\n"))
        return True
    problem = write(file.path, file.text, options)
    if problem:
        echo(f"{file.row.path}:{file.row.number}: {problem}", err=True)
    return not problem
