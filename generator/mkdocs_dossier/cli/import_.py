"""`dossier import`: what others wrote becomes articles, actors and events of the collection."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.import_files import Asked, Input, content_of, write
from mkdocs_dossier.cli.import_tables import import_tables
from mkdocs_dossier.cli.project import options_of

if TYPE_CHECKING:
    from mkdocs_dossier.imports.arrange import Arranged, Target
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.known import Known
    from mkdocs_dossier.run.options import Options
    from mkdocs_dossier.validate.records import Records

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
    from mkdocs_dossier.stages import read_records

    status = "published" if publish else "draft"
    asked = Asked(again, dry_run, show_dropped, kind, status, _folder(folder), max_size)
    inputs = list(_inputs(files, max_size))
    read = [one for one in inputs if isinstance(one, Input)]
    articles = [one for one in read if one.kind not in ("table", "json-lines")]
    if len(articles) > 1 and (wrong := [name for name in _OF_ONE if given[name]]):
        option = "author" if wrong[0] == "authors" else wrong[0]
        raise click.UsageError(f"--{option} is of one article, and these are {len(articles)}; import it alone")
    said = {name: value if name == "authors" else (value,) for name, value in given.items() if value}
    _refuse_invalid(said)
    options = options_of(project)
    records, _ = read_records(options)
    missed = [one for one in inputs if not isinstance(one, Input)]
    for text in missed:
        echo(text, err=True)
    failed = len(missed)
    if articles:
        failed += _import_articles(articles, said, records, options, asked)
    if tables := [one for one in read if one.kind in ("table", "json-lines")]:
        failed += import_tables(tables, records, options, asked)
    sys.exit(FINDINGS if failed else 0)


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


def _inputs(files: tuple[Path, ...], max_size: int) -> Iterator[Input | str]:
    """Yield what is in each file, or a line on why it was not read."""
    from mkdocs_dossier.imports.sniff import kind_of

    for path in files:
        content = content_of(path, max_size)
        kind = kind_of(content, path.name) if isinstance(content, bytes) else content
        if isinstance(content, bytes) and isinstance(kind, str):
            yield Input(path, kind)
        else:
            yield f"{path}: {kind!s}"


def _import_articles(
    inputs: list[Input], said: dict[Any, tuple[str, ...]], records: Records, options: Options, asked: Asked
) -> int:
    """Import articles one by one. Return how many could not be."""
    from mkdocs_dossier.imports.arrange import Target
    from mkdocs_dossier.imports.draft import Refusal
    from mkdocs_dossier.imports.existing_ids import taken
    from mkdocs_dossier.imports.known import known_of
    from mkdocs_dossier.run.progress import counted
    from mkdocs_dossier.run.progress_bar import progress_bar
    from mkdocs_dossier.schema import named_schemas

    record_set = records.articles
    known = known_of(records.actors.records.values(), record_set.records.values(), taken(record_set))
    target = Target(options.data_dir, named_schemas(options.root), folder=asked.folder, again=asked.again)
    lines: list[tuple[tuple[str, ...], bool]] = []
    failed = 0
    try:
        with progress_bar() as progress:
            for one in counted(inputs, "importing articles", len(inputs), progress):
                made = _article(one, said, known, target, options, asked, lines)
                if isinstance(made, Refusal):
                    failed += 1
                    lines.append(((f"{one.shown}: {made}",), True))
                    continue
                known.add(made.article.id, made.path, made.article)
                told = _told(one.shown, made.path, made.guessed, len(made.left_out))
                lines += [((f"# {made.path}", *made.text.split("\n")), False)] if asked.dry_run else []
                lines.append(((told,), asked.dry_run))
    finally:  # what was written is told, also where somebody stopped the command
        for told_lines, problem in lines:
            echo(*told_lines, err=problem)
    return failed


def _article(
    one: Input,
    said: dict[Any, tuple[str, ...]],
    known: Known,
    target: Target,
    options: Options,
    asked: Asked,
    lines: list[tuple[tuple[str, ...], bool]],
) -> Arranged | Refusal:
    """Write one article, and return it; or return why it was not written."""
    from mkdocs_dossier.imports.arrange import arrange
    from mkdocs_dossier.imports.article import read_draft
    from mkdocs_dossier.imports.draft import Refusal

    content = content_of(one.path, asked.max_size)
    draft = read_draft(content, one.kind, one.path.name) if isinstance(content, bytes) else content
    if isinstance(draft, Refusal):
        return draft
    if asked.show_dropped:
        lines += [((f"{one.shown}: left out ({left.rule}): {left.text}",), True) for left in draft.left_out]
    made = arrange(draft, one.path.name, said, known, target)
    if isinstance(made, Refusal):
        return made
    if len(made.text.encode()) > options.max_file_size:
        return Refusal(f"its text has more than {options.max_file_size} bytes", "raise the option max_file_size")
    problem = "" if asked.dry_run else write(made.path, made.text, options)
    return Refusal(problem) if problem else made


def _told(shown: str, path: str, guessed: tuple[str, ...], left_out: int) -> str:
    from mkdocs_dossier.diagnostics.run_result import count

    parts = [f"guessed: {', '.join(guessed)}"] if guessed else []
    parts += [f"{count(left_out, 'line')} left out"] if left_out else []
    return f"{path}: from {shown}" + (f" ({'; '.join(parts)})" if parts else "")
