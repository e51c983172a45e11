"""`dossier new`: a file for one more actor, event or article."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS
from mkdocs_dossier.cli.project import options_of, refusals

if TYPE_CHECKING:
    from mkdocs_dossier.model.references import RecordKind
    from mkdocs_dossier.new import FieldValues, RecordForm

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
    from mkdocs_dossier.new import record_form, write_new_file

    options = options_of(project)
    with refusals():
        form = record_form(options, kind)
    today = options.now.date().isoformat()
    defaults = {key: today if default == "today" else default for key, default in required.items()}
    fields = {key: _tidy(given[key]) for key in order.split()}
    fields |= {key: fields[key] or _asked(form, key, default) for key, default in defaults.items()}
    for key in required:
        if wrong := form.wrong_value(key, str(fields[key])):
            raise click.UsageError(f"--{key}: {wrong}")
    fields |= {"status": "draft"} if given["draft"] else {}
    made = form.file(_id(form, id, fields), fields)
    for key, problem in made.problems:
        lines = as_text(problem).split("\n")
        if problem.severity is Severity.ERROR:
            said = "; ".join([lines[0].partition("] ")[2], *map(str.strip, lines[1:])])
            raise click.UsageError(f"--{_OPTIONS.get(key, key)}: {said}")
        echo(*lines, err=True)
    if problem_writing := write_new_file(options, made.path, made.text):
        echo(problem_writing, err=True)
        sys.exit(FINDINGS)
    echo(f"wrote {made.path}")


def _tidy(value: str | tuple[str, ...] | None) -> str | tuple[str, ...]:
    """A text on one line, as it will be read."""
    if isinstance(value, tuple):
        return tuple(str(_tidy(one)) for one in value)
    text = " ".join((value or "").split())
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise click.UsageError(f"'{text[:80].encode('utf-8', 'replace').decode()}' is not UTF-8")
    return text


def _asked(form: RecordForm, key: str, default: str) -> str:
    """Ask for a value on a terminal; take the default elsewhere."""
    if not sys.stdin.isatty():
        if not default:
            options = click.get_current_context().command.params
            help = next(option.help for option in options if isinstance(option, click.Option) and option.name == key)
            raise click.UsageError(f"give --{key}: {help}")
        return default

    def checked(answer: str) -> str:
        text = str(_tidy(answer))
        if problem := form.wrong_value(key, text):
            raise click.UsageError(problem)
        return text

    return str(click.prompt(key.capitalize(), default=default or None, value_proc=checked))


def _id(form: RecordForm, id: str | None, fields: FieldValues) -> str:
    """The id that was given, or one that is made of the name and, on a terminal, agreed to."""

    def checked(answer: str) -> str:
        with refusals():
            form.check_id(answer)
        return answer

    if id is not None:
        return checked(id)
    proposal = form.proposed_id(fields)
    if sys.stdin.isatty():
        return str(click.prompt("Id", default=proposal or None, value_proc=checked))
    if taken := form.taken_before(proposal):
        echo(f"note: {taken}", err=True)
    if not proposal:
        raise click.UsageError("give --id: no id can be made of this name")
    return proposal
