"""`dossier import` of tables: actors and events in bulk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.import_files import Asked, Input, content_of, write

if TYPE_CHECKING:
    from mkdocs_dossier.imports.batch import RecordFile
    from mkdocs_dossier.imports.rows import Rows
    from mkdocs_dossier.run.options import Options
    from mkdocs_dossier.validate.records import Records


def import_tables(inputs: list[Input], records: Records, options: Options, asked: Asked) -> int:
    """Import the rows of all tables together, so that they may refer to each other. Return how many could not be."""
    from mkdocs_dossier.diagnostics.run_result import count
    from mkdocs_dossier.imports.batch import Destination, record_files
    from mkdocs_dossier.imports.existing_ids import ids_of
    from mkdocs_dossier.schema import named_schemas

    ids = ids_of(records)
    read = [_rows(one, ids.there["country"], asked) for one in inputs]
    place = Destination(options.data_dir, named_schemas(options.root), folder=asked.folder or "", status=asked.status)
    files, troubles = record_files((row for rows in read for row in rows.rows), ids, place)
    troubles = (*(trouble for rows in read for trouble in rows.troubles), *troubles)
    for trouble in troubles:
        echo(str(trouble), err=True)
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


def _rows(one: Input, countries: frozenset[str], asked: Asked) -> Rows:
    from mkdocs_dossier.imports.decode import decode
    from mkdocs_dossier.imports.json_lines import read_json_lines
    from mkdocs_dossier.imports.rows import Rows, Trouble
    from mkdocs_dossier.imports.table import read_table

    kind: Any = asked.kind.removesuffix("s") if asked.kind else None
    content = content_of(one.path, asked.max_size)
    if not isinstance(content, bytes):
        return Rows(troubles=(Trouble(one.shown, 0, "", str(content)),))
    text = decode(content)
    if one.kind == "table":
        return read_table(text, one.shown, kind)
    return read_json_lines(text, one.shown, kind, countries)


def _keep(file: RecordFile, options: Options, asked: Asked) -> bool:
    """Write the file of a record, or print it."""
    if asked.dry_run:
        echo(f"# {file.path}", *file.text.split("\n"))
        return True
    problem = write(file.path, file.text, options)
    if problem:
        echo(f"{file.row.path}:{file.row.number}: {problem}", err=True)
    return not problem
