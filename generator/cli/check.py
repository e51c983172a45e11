"""`dossier check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.findings import FINDINGS, print_all, summary
from generator.cli.project import executor_option, options_of
from generator.garbage import keep_until_exit


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as findings.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@executor_option
@click.pass_obj
def check(project: Path, strict: bool, form: str, executor: str | None) -> None:
    """Report what is wrong in data/. Exits with 0 if nothing is, 1 if something is."""
    from generator.check import check
    from generator.diagnostics import has_errors
    from generator.memory import Memory

    memory = Memory()
    problems = check(options_of(project, executor), memory)
    keep_until_exit(memory)
    print_all(problems, form)
    if form == "text":
        click.echo(summary(problems))
    sys.exit(FINDINGS if has_errors(problems, strict=strict) else 0)
