"""`dossier suggest`: names that the texts use and no record covers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.findings import FINDINGS, summary
from mkdocs_dossier.cli.project import executor_option, options_of
from mkdocs_dossier.run.gc_tuning import keep_until_exit

if TYPE_CHECKING:
    from mkdocs_dossier.inbox import Inbox
    from mkdocs_dossier.model.suggestion import Suggestion
    from mkdocs_dossier.run.options import Options

SHOWN = 20


@click.command()
@click.argument("which", nargs=-1, metavar="[NUMBER|ID|NAME]...")
@click.option("--limit", type=click.IntRange(min=0), default=SHOWN, show_default=True, help="How many to list; 0: all.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--write", is_flag=True, help="Write the chosen ones as drafts, each into a file of its own.")
@click.option("--mute", multiple=True, metavar="NAME", help="Never propose NAME again: adds it to data/muted.yml.")
@executor_option
@click.pass_obj
def suggest(
    project: Path,
    which: tuple[str, ...],
    limit: int,
    form: str,
    write: bool,
    mute: tuple[str, ...],
    executor: str | None,
) -> None:
    """List the names that the articles use and no actor covers, the most widely used first.

    With a number of the list, an id or a name only that one.
    """
    options = options_of(project, executor)
    if mute:
        if which or write:
            raise click.UsageError("--mute goes alone: it takes a name, as --mute 'Eid al-Adha'")
        _mute(options, mute)
        return
    if write and not which:
        raise click.UsageError("say which to write: a number of the list, an id or a name, as 'suggest --write 1 3'")
    from mkdocs_dossier.inbox import read_inbox
    from mkdocs_dossier.run.progress_bar import progress_bar

    with progress_bar() as progress:
        inbox = read_inbox(options, progress)
    keep_until_exit(inbox)
    chosen = _chosen(inbox.suggestions, which) if which else list(enumerate(inbox.suggestions, 1))[: limit or None]
    if inbox.problems and form == "text":
        echo(f"{summary(inbox.problems)} in data/: 'dossier check' lists them", err=True)
    if write:
        _write(options, inbox, [suggestion for _, suggestion in chosen])
    else:
        _print(inbox, chosen, form)


def _chosen(suggestions: Sequence[Suggestion], which: Iterable[str]) -> list[tuple[int, Suggestion]]:
    """The suggestions of these numbers, ids or names."""
    chosen: dict[int, Suggestion] = {}
    for one in which:
        found = [
            (number, s)
            for number, s in enumerate(suggestions, 1)
            if one == str(number) or (one == s.id and s.alias_of is None) or one.casefold() == s.name.casefold()
        ]
        if not found:
            known = f"there {'is' if len(suggestions) == 1 else 'are'} {len(suggestions) or 'none'}"
            raise click.UsageError(f"'{one}' is no number, id or name of a suggestion ({known}; 'dossier suggest')")
        chosen[found[0][0]] = found[0][1]
    return list(chosen.items())


def _print(inbox: Inbox, chosen: Sequence[tuple[int, Suggestion]], form: str) -> None:
    from mkdocs_dossier.inbox import suggestion_json, suggestion_text

    if form == "json":
        for number, suggestion in chosen:
            echo(suggestion_json(suggestion, number))
        return
    for number, suggestion in chosen:
        title, *lines = suggestion_text(inbox, suggestion, number)
        echo(title, bold=True)
        echo(*lines, "")
    total = len(inbox.suggestions)
    if not total:
        echo("every name that the articles use is covered")
    elif len(chosen) == total:
        echo(f"{total} in all; --write NUMBER makes a draft, --mute NAME hides one")
    else:
        echo(f"{len(chosen)} of {total}; --limit 0 lists all, --write NUMBER makes a draft, --mute NAME hides one")


def _write(options: Options, inbox: Inbox, chosen: Sequence[Suggestion]) -> None:
    """Write drafts; print the line to add for what is another name of an actor."""
    from mkdocs_dossier.inbox import draft_of
    from mkdocs_dossier.new import write_new_file

    unread = sorted(inbox.records.actors.unread)
    if unread:
        message = f"{unread[0]} cannot be read, so nobody knows which ids are taken; fix it first ('dossier check')"
        raise click.ClickException(message)
    failed = False
    for suggestion in chosen:
        if suggestion.alias_of is not None:
            place = inbox.records.actors.trees[suggestion.alias_of.actor].place
            echo(f"{place}: add below 'aliases:' of {suggestion.alias_of.actor}:", f"    {suggestion.yaml.strip()}")
            continue
        path, text = draft_of(options, suggestion)
        problem = write_new_file(options, path, text)
        echo(problem or f"{path}: written as a draft", err=bool(problem))
        failed |= bool(problem)
    sys.exit(FINDINGS if failed else 0)


def _mute(options: Options, names: Sequence[str]) -> None:
    from mkdocs_dossier.inbox import CannotMute, mute

    if not all(name.strip() for name in names):
        raise click.UsageError("--mute takes a name, as --mute 'Eid al-Adha'")
    try:
        added = mute(options, names)
    except CannotMute as error:
        raise click.ClickException(str(error)) from error
    for name in names:
        echo(f"{options.data_dir}/muted.yml: {'added' if name in added else 'there already'}: {name}")
