"""`dossier new`: a file for one more actor, event or article."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import collection_of, options_of

if TYPE_CHECKING:
    from mkdocs_dossier.edit.written import FieldValue
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.validate.records import Records

Command = Callable[..., Any]

_OPTIONS = {"aliases": "alias", "countries": "country", "actors": "actor", "authors": "author"}
"""The options that may be given several times, by the field that they make a list of."""

_draft = click.option("--draft", is_flag=True, help="Keep it back: nothing of a draft is published.")


@click.group()
def new() -> None:
    """Write the file of a new actor, event or article. On a terminal what is missing is asked for."""


@new.command()
@click.option("--name", help="The name it is best known by.")
@click.option(
    "--type", "type", help="person, organization, government, military, armed-group, party, media, company, other"
)
@click.option("--country", "countries", multiple=True, help="A country's code, as CN. May be given several times.")
@click.option("--alias", "aliases", multiple=True, help="Another name. May be given several times.")
@click.option("--summary", help="One or two sentences.")
@click.option("--id", "id", help="Its id. Default: made of the name.")
@_draft
@click.pass_obj
def actor(project: Path, /, id: str | None, **given: Any) -> None:
    """Write data/actors/ID.yml."""
    _write(project, "actor", id, given, required={"name": "", "type": ""}, order="name type aliases countries summary")


@new.command()
@click.option("--title", help="What happened, in a few words.")
@click.option("--date", help="When (EDTF): 2016-08-18, 2016-08, 2016-08-17/2016-08-18.")
@click.option("--type", "type", help="meeting, statement, agreement, attack, …, or a word of your own.")
@click.option("--place", help="Where.")
@click.option("--country", "countries", multiple=True, help="A country's code, as SY. May be given several times.")
@click.option("--actor", "actors", multiple=True, help="The id of one who took part. May be given several times.")
@click.option("--summary", help="One or two sentences.")
@click.option("--id", "id", help="Its id. Default: made of the title.")
@_draft
@click.pass_obj
def event(project: Path, /, id: str | None, **given: Any) -> None:
    """Write data/events/ID.yml."""
    order = "title date type place countries actors summary"
    _write(project, "event", id, given, required={"title": "", "date": ""}, order=order)


@new.command()
@click.option("--title", help="Its headline.")
@click.option("--date", help="When it was published: 2016-08-18, or a time with zone. Default: today (UTC).")
@click.option("--outlet", help="Who published it: an actor's id, or a name.")
@click.option("--author", "authors", multiple=True, help="The name of an author. May be given several times.")
@click.option("--url", help="Address of the original.")
@click.option("--lang", help="Its language (BCP 47). Default: en.")
@click.option("--summary", help="An abstract.")
@click.option("--id", "id", help="Its path below data/articles/. Default: the year, and a name made of the title.")
@_draft
@click.pass_obj
def article(project: Path, /, id: str | None, **given: Any) -> None:
    """Write data/articles/YEAR/ID.md, its text still to be written."""
    order = "title date outlet authors url lang summary"
    _write(project, "article", id, given, required={"title": "", "date": "today"}, order=order)


def _write(
    project: Path,
    kind: RecordKind,
    id: str | None,
    given: Mapping[str, Any],
    *,
    required: Mapping[str, str],
    order: str,
) -> None:
    """required: the fields that are asked for, with what they are if nothing is said. order: of the fields."""
    from mkdocs_dossier.diagnostics import Severity, as_text
    from mkdocs_dossier.edit.new import new_record, problems_of, wrong_value
    from mkdocs_dossier.write.edits import write_new
    from mkdocs_dossier.write.errors import CannotWrite

    options = options_of(project)
    files, records = collection_of(options, kind)
    today = options.now.date().isoformat()
    defaults = {key: today if default == "today" else default for key, default in required.items()}
    fields = {key: _tidy(given[key]) for key in order.split()}
    fields |= {key: fields[key] or _asked(kind, key, default) for key, default in defaults.items()}
    for key in required:
        if wrong := wrong_value(kind, key, str(fields[key])):
            raise click.UsageError(f"--{key}: {wrong}")
    fields |= {"status": "draft"} if given["draft"] else {}
    id = _id(kind, id, fields, records)
    data = _shown(options.data_folder, project)
    made = new_record(kind, id, fields, data, str(project / "schema") if Path(data).is_absolute() else "schema")
    for key, problem in problems_of(made, files, options.now):
        lines = as_text(problem).split("\n")
        if problem.severity is Severity.ERROR:
            said = "; ".join([lines[0].partition("] ")[2], *map(str.strip, lines[1:])])
            raise click.UsageError(f"--{_OPTIONS.get(key, key)}: {said}")
        echo(*lines, err=True)
    try:
        write_new(project / made.source.path, (made.source.text or "").encode())
    except CannotWrite as error:
        echo(str(error), err=True)
        sys.exit(FINDINGS)
    echo(f"wrote {made.source.path}")


def _tidy(value: str | tuple[str, ...] | None) -> FieldValue:
    """A text on one line, as it will be read."""
    if isinstance(value, tuple):
        return tuple(str(_tidy(one)) for one in value)
    text = " ".join((value or "").split())
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise click.UsageError(f"'{text[:80].encode('utf-8', 'replace').decode()}' is not UTF-8")
    return text


def _asked(kind: RecordKind, key: str, default: str) -> str:
    """Ask for a value on a terminal; take the default elsewhere."""
    if not sys.stdin.isatty():
        if not default:
            options = click.get_current_context().command.params
            help = next(option.help for option in options if isinstance(option, click.Option) and option.name == key)
            raise click.UsageError(f"give --{key}: {help}")
        return default
    from mkdocs_dossier.edit.new import wrong_value

    def checked(answer: str) -> str:
        text = str(_tidy(answer))
        if problem := wrong_value(kind, key, text):
            raise click.UsageError(problem)
        return text

    return str(click.prompt(key.capitalize(), default=default or None, value_proc=checked))


def _id(kind: RecordKind, id: str | None, fields: Mapping[str, FieldValue], records: Records) -> str:
    """The id that was given, or one that is made of the name and, on a terminal, agreed to."""
    from mkdocs_dossier.edit.choose import check_new_id, record_set_of
    from mkdocs_dossier.edit.new import proposed_id
    from mkdocs_dossier.edit.refused import Refused

    def checked(answer: str) -> str:
        try:
            check_new_id(records, kind, answer)
        except Refused as refused:
            raise click.UsageError(str(refused)) from refused
        return answer

    if id is not None:
        return checked(id)
    name, folder = (
        str(fields.get("name") or fields["title"]),
        f"{str(fields['date'])[:4]}/" if kind == "article" else "",
    )
    proposal = proposed_id(records, kind, name, folder)
    if sys.stdin.isatty():
        return str(click.prompt("Id", default=proposal or None, value_proc=checked))
    record_set, first = record_set_of(records, kind), re.sub("-[0-9]+$", "", proposal)
    if first != proposal and first in record_set.records:
        echo(f"note: the id '{first}' is taken: {record_set.place_of(first)}", err=True)
    if not proposal:
        raise click.UsageError("give --id: no id can be made of this name")
    return proposal


def _shown(folder: Path, project: Path) -> str:
    return folder.relative_to(project).as_posix() if folder.is_relative_to(project) else folder.as_posix()
