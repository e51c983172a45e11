"""`dossier import`: what others wrote becomes articles, actors and events of the collection."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from generator.cli.findings import FINDINGS
from generator.cli.project import options_of

if TYPE_CHECKING:
    from generator.config import Options
    from generator.imports.batch import Ids
    from generator.imports.draft import Refusal
    from generator.imports.rows import Rows
    from generator.imports.sniff import Kind
    from generator.validate.records import Records, Shelf

_OF_ONE = ("title", "date", "url", "authors")
"""Fields that can be told of a single article only."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line says. status: of records in bulk that name none."""

    again: bool
    dry_run: bool
    show_dropped: bool
    kind: str | None
    status: str
    folder: str | None
    max_size: int


@dataclass(frozen=True, slots=True)
class _Input:
    shown: str
    name: str
    kind: Kind
    content: bytes


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--title", help="The title of the article, where FILE is one.")
@click.option("--date", help="Its date of publication, as 2016-08-18, or a time with zone.")
@click.option("--outlet", help="Who published it: an actor's id, or text. Holds for all FILES.")
@click.option("--url", help="The address of the original.")
@click.option("--lang", help="Its language, as en or zh-Hans. Holds for all FILES.")
@click.option("--author", "authors", multiple=True, help="An author's name; once for each.")
@click.option("--to", "folder", help="A folder below data/articles (data/actors, data/events). Default: the year's.")
@click.option("--as", "kind", type=click.Choice(["actors", "events"]), help="What the rows of tables are.")
@click.option("--publish", is_flag=True, help="Rows of tables become published records. Default: drafts.")
@click.option("--again", is_flag=True, help="Import articles that the collection has once more.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option("--show-dropped", is_flag=True, help="Print each line that was left out, and by which rule.")
@click.option("--max-size", type=click.IntRange(1), default=20_000_000, help="Bytes a file may have: 20000000.")
@click.pass_obj
def import_(
    project: Path,
    /,
    files: tuple[Path, ...],
    folder: str | None,
    kind: str | None,
    publish: bool,
    again: bool,
    dry_run: bool,
    show_dropped: bool,
    max_size: int,
    **given: Any,
) -> None:
    """Make articles of saved web pages, plain texts, Markdown and PDFs, and records of tables. Never overwrites.

    An article is written as a draft, with a comment on what was guessed. Tables are CSV or JSON Lines, with columns
    by field name, or FollowTheMoney entities. A file that cannot be read is named with the reason; the others are
    imported, and the exit code is 1.
    """
    from generator.corpus import read_records

    status = "published" if publish else "draft"
    asked = _Asked(again, dry_run, show_dropped, kind, status, _folder(folder), max_size)
    inputs = list(_inputs(files, max_size))
    read = [one for one in inputs if isinstance(one, _Input)]
    articles = [one for one in read if one.kind not in ("table", "json-lines")]
    if len(articles) > 1 and (wrong := [name for name in _OF_ONE if given[name]]):
        option = "author" if wrong[0] == "authors" else wrong[0]
        raise click.UsageError(f"--{option} is of one article, and these are {len(articles)}; import it alone")
    said = {name: value if name == "authors" else (value,) for name, value in given.items() if value}
    _refuse_invalid(said)
    options = options_of(project)
    records, _ = read_records(options)
    missed = [one for one in inputs if not isinstance(one, _Input)]
    for text in missed:
        click.echo(text, err=True)
    failed = len(missed)
    if articles:
        failed += _import_articles(articles, said, records, options, asked)
    if tables := [one for one in read if one.kind in ("table", "json-lines")]:
        failed += _import_tables(tables, records, options, asked)
    sys.exit(FINDINGS if failed else 0)


def _refuse_invalid(said: dict[Any, tuple[str, ...]]) -> None:
    from generator.imports.arrange import not_valid

    if (found := not_valid(said)) is not None:
        field, problem = found
        raise click.UsageError(f"--{'author' if field == 'authors' else field}: {problem}")


def _folder(folder: str | None) -> str | None:
    """The folder as it stands in paths: below the data folder whatever is in it."""
    if folder is None:
        return None
    parts = PurePosixPath(folder.replace("\\", "/")).parts
    if ".." in parts or folder.startswith("/") or any(part.startswith(".") for part in parts):
        raise click.UsageError(f"--to names a folder below data/articles, data/actors or data/events, not '{folder}'")
    return "/".join(parts)


def _inputs(files: tuple[Path, ...], max_size: int) -> Iterator[_Input | str]:
    """Yield what is in each file, or a line on why it was not read."""
    from generator.imports.sniff import kind_of

    for path in files:
        content = _content(path, max_size)
        kind = kind_of(content, path.name) if isinstance(content, bytes) else content
        if isinstance(content, bytes) and isinstance(kind, str):
            yield _Input(str(path), path.name, kind, content)
        else:
            yield f"{path}: {kind!s}"


def _content(path: Path, max_size: int) -> bytes | Refusal:
    from generator.imports.draft import Refusal

    try:
        if path.is_dir():
            return Refusal("this is a folder", "name the files in it")
        if path.exists() and not path.is_file():
            return Refusal("this is not an ordinary file", "save what it gives in one, and import that")
        with path.open("rb") as file:
            content = file.read(max_size + 1)
    except OSError as error:
        return Refusal(f"it cannot be read: {(error.strerror or 'unknown reason').lower()}")
    return content if len(content) <= max_size else Refusal(f"it has more than {max_size} bytes", "raise --max-size")


def _import_articles(
    inputs: list[_Input], said: dict[Any, tuple[str, ...]], records: Records, options: Options, asked: _Asked
) -> int:
    """Import articles one by one. Return how many could not be."""
    from generator.imports.arrange import Target, arrange
    from generator.imports.article import read_draft
    from generator.imports.draft import Refusal
    from generator.imports.known import known_of

    shelf = records.articles
    known = known_of(records.actors.records.values(), shelf.records.values(), _taken(shelf))
    target = Target(options.data_dir, folder=asked.folder, again=asked.again)
    failed = 0
    for one in inputs:
        draft = read_draft(one.content, one.kind, one.name)
        made = draft if isinstance(draft, Refusal) else arrange(draft, one.name, said, known, target)
        if not isinstance(made, Refusal) and len(made.text.encode()) > options.max_file_size:
            made = Refusal(f"its text has more than {options.max_file_size} bytes", "raise the option max_file_size")
        if asked.show_dropped and not isinstance(draft, Refusal):
            for left in draft.left_out:
                click.echo(f"{one.shown}: left out ({left.rule}): {left.text}", err=True)
        if isinstance(made, Refusal):
            failed += 1
            click.echo(f"{one.shown}: {made}", err=True)
        elif _written(made.path, made.text, options, asked):
            known.add(made.article.id, made.path, made.article)
            click.echo(_told(one.shown, made.path, made.guessed, len(made.left_out)), err=asked.dry_run)
        else:
            failed += 1
    return failed


def _told(shown: str, path: str, guessed: tuple[str, ...], left_out: int) -> str:
    from generator.pages.say import count

    parts = [f"guessed: {', '.join(guessed)}"] if guessed else []
    parts += [f"{count(left_out, 'line')} left out"] if left_out else []
    return f"{path}: from {shown}" + (f" ({'; '.join(parts)})" if parts else "")


def _written(path: str, text: str, options: Options, asked: _Asked) -> bool:
    from generator.write.edits import write_new
    from generator.write.errors import CannotWrite
    from generator.write.inside import leads_out

    if asked.dry_run:
        click.echo(f"# {path}\n{text}")
        return True
    target = options.root / path
    try:
        if options.data_folder.exists() and leads_out(target, options.data_folder):
            raise CannotWrite(f"cannot write {path}: a link on the way leads out of {options.data_dir}/")
        write_new(target, text.encode())
    except CannotWrite as error:
        click.echo(str(error), err=True)
        return False
    return True


def _import_tables(inputs: list[_Input], records: Records, options: Options, asked: _Asked) -> int:
    """Import the rows of all tables together, so that they may refer to each other. Return how many could not be."""
    from generator.imports.batch import Place, record_files
    from generator.pages.say import count

    ids = _ids(records)
    read = [_rows(one, ids.there["country"], asked) for one in inputs]
    place = Place(options.data_dir, folder=asked.folder or "", status=asked.status)
    files, troubles = record_files((row for rows in read for row in rows.rows), ids, place)
    troubles = (*(trouble for rows in read for trouble in rows.troubles), *troubles)
    for trouble in troubles:
        click.echo(str(trouble), err=True)
    written = [file for file in files if _written(file.path, file.text, options, asked)]
    for one, rows in zip(inputs, read, strict=True):
        made = [file.row.kind for file in written if file.row.path == one.shown]
        parts = [count(made.count(kind), kind) for kind in ("actor", "event") if kind in made] or ["no records"]
        lost = len(rows.rows) - len(made)
        parts += [f"{count(lost, 'row')} not imported"] if lost else []
        click.echo(f"{one.shown}: {', '.join(parts)}", err=asked.dry_run)
        if rows.skipped:
            kinds = ", ".join(f"{number} {schema}" for schema, number in rows.skipped.items())
            click.echo(f"{one.shown}: left out, since records have no place for it: {kinds}", err=asked.dry_run)
    return sum(not trouble.note for trouble in troubles) + len(files) - len(written)


def _rows(one: _Input, countries: frozenset[str], asked: _Asked) -> Rows:
    from generator.imports.decode import decode
    from generator.imports.json_lines import read_json_lines
    from generator.imports.table import read_table

    kind: Any = asked.kind.removesuffix("s") if asked.kind else None
    text = decode(one.content)
    return (
        read_table(text, one.shown, kind) if one.kind == "table" else read_json_lines(text, one.shown, kind, countries)
    )


def _taken(shelf: Shelf[Any]) -> frozenset[str]:
    """The ids that records have, or had: these lead on to them."""
    former = (id for record in shelf.records.values() for id in record.formerly)
    return frozenset((*shelf.records, *shelf.broken, *former))


def _ids(records: Records) -> Ids:
    from generator.imports.batch import Ids
    from generator.read.territories import built_in_territories

    shelves: dict[Any, Any] = {"actor": records.actors, "event": records.events, "article": records.articles}
    there = {kind: frozenset({*shelf.records, *shelf.broken}) for kind, shelf in shelves.items()}
    former: dict[Any, frozenset[str]] = {kind: _taken(shelves[kind]) - there[kind] for kind in ("actor", "event")}
    there["country"] = frozenset({*built_in_territories(), *records.countries.records, *records.countries.broken})
    places: dict[Any, dict[str, str]] = {
        kind: {id: shelves[kind].place_of(id).path for id in there[kind]} for kind in ("actor", "event")
    }
    names = {
        name.casefold(): id
        for id, actor in records.actors.records.items()
        for name in (actor.name, *(alias.name for alias in actor.aliases))
    }
    closed = {kind for kind, shelf in shelves.items() if not shelf.unread}
    return Ids(there, former, places, names, frozenset({*closed, *(() if records.countries.unread else ("country",))}))
