"""`dossier import`: what others wrote becomes articles, actors and events of the collection."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.import_articles import import_articles
from mkdocs_dossier.cli.import_files import Asked, Walked, walk
from mkdocs_dossier.cli.import_tables import import_tables
from mkdocs_dossier.cli.project import options_of

if TYPE_CHECKING:
    from mkdocs_dossier.imports.source import Reading

_OF_ONE = ("title", "date", "url", "authors")
"""Fields that can be told of a single article only."""


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
@click.option("--date-from", help="Where undated articles get a date: name, path, mtime, or a CSV file: name,date.")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="THEIRS=OURS",
    help="A name of a field in front matter or a table, and ours.",
)
@click.option("--ignore", "ignored", multiple=True, metavar="COLUMN", help="A column of a table that is not read.")
@click.option("--day-first/--month-first", default=None, help="What 01/02/1955 in a table is.")
@click.option("--one-file/--own-files", default=None, help="Rows go into data/actors.yml. Default: above 200 of them.")
@click.option("--encoding", default="", help="The encoding of the texts, in place of what they say.")
@click.option("--recipients", is_flag=True, help="Keep who mails went to: they may be sources.")
@click.option("--people", is_flag=True, help="Believe the author in the properties of documents.")
@click.option("--publish", is_flag=True, help="Articles and records are published at once. Default: drafts.")
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
    date_from: str | None,
    mapped: tuple[str, ...],
    ignored: tuple[str, ...],
    day_first: bool | None,
    one_file: bool | None,
    encoding: str,
    recipients: bool,
    people: bool,
    publish: bool,
    again: bool,
    dry_run: bool,
    show_dropped: bool,
    max_size: int,
    **given: Any,
) -> None:
    """Make articles of saved web pages, documents, mails, feeds and folders, and records of tables. Never overwrites.

    An article is written as a draft, with a comment on what was guessed. Of a folder every text is imported, its
    sub-folders kept. A file that cannot be read is named with the reason; the others are imported, and the exit code
    is 1.
    """
    from mkdocs_dossier.stages import read_records

    reading = _reading(mapped, encoding, recipients=recipients, people=people)
    way, dates = _dates(date_from, max_size)
    asked = Asked(
        again,
        dry_run,
        show_dropped,
        kind,
        publish,
        _folder(folder),
        max_size,
        reading,
        way,
        dates,
        _lower(ignored),
        day_first,
        one_file,
    )
    walked = walk(files, max_size)
    articles = [one for one in walked.inputs if one.kind.makes == "articles"]
    _refuse_for_many(given, len(articles), many=any(one.kind.many for one in articles))
    said = {name: value if name == "authors" else (value,) for name, value in given.items() if value}
    _refuse_invalid(said)
    options = options_of(project)
    records, _ = read_records(options)
    for text in walked.missed:
        echo(text, err=True)
    failed = len(walked.missed)
    if articles:
        failed += import_articles(articles, said, records, options, asked)
    if tables := [one for one in walked.inputs if one.kind.makes == "records"]:
        failed += import_tables(tables, records, options, asked)
    _report(walked)
    sys.exit(FINDINGS if failed else 0)


def _lower(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.strip().lower() for name in names)


def _report(walked: Walked) -> None:
    """Name what else lies in the folders."""
    if walked.others:
        parts = [f"{number} × {what}" for what, number in sorted(walked.others.items())]
        echo(f"not taken: {', '.join(parts)}", err=True)


def _refuse_for_many(given: Mapping[str, Any], count: int, *, many: bool) -> None:
    wrong = [name for name in _OF_ONE if given[name]]
    if wrong and (count > 1 or many):
        option = "author" if wrong[0] == "authors" else wrong[0]
        more = "; give undated ones a date with --date-from" if option == "date" else ""
        what = f"these are {count}" if count > 1 else "this may be many"
        raise click.UsageError(f"--{option} is of one article, and {what}; import it alone{more}")


def _reading(mapped: tuple[str, ...], encoding: str, *, recipients: bool, people: bool) -> Reading:
    from mkdocs_dossier.imports.decode import is_encoding
    from mkdocs_dossier.imports.source import Reading

    if encoding and not is_encoding(encoding):
        raise click.UsageError(f"--encoding: '{encoding}' is no encoding; write as web pages do, as windows-1251")
    pairs = [one.partition("=") for one in mapped]
    if wrong := [theirs for theirs, sign, ours in pairs if not (theirs.strip() and sign and ours.strip())]:
        raise click.UsageError(f"--map: write their name and ours, as pubDate=date, not '{wrong[0]}'")
    return Reading(encoding, recipients, people, {theirs.strip().lower(): ours.strip() for theirs, _, ours in pairs})


def _dates(date_from: str | None, max_size: int) -> tuple[str, Mapping[str, str]]:
    """The way to dates, or those in a list."""
    from mkdocs_dossier.cli.import_files import content_of
    from mkdocs_dossier.imports.dates_from import WAYS, date_list
    from mkdocs_dossier.imports.decode import decode
    from mkdocs_dossier.imports.draft import Refusal

    if date_from is None or date_from in WAYS:
        return date_from or "", {}
    content = content_of(Path(date_from), max_size)
    dates = content if isinstance(content, Refusal) else date_list(decode(content))
    if isinstance(dates, Refusal):
        raise click.UsageError(f"--date-from is name, path, mtime, or a list; {date_from}: {dates}")
    return "", dates


def _refuse_invalid(said: dict[Any, tuple[str, ...]]) -> None:
    from mkdocs_dossier.imports.arrange import not_valid

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
