"""What the commands print of problems, and how they exit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic

FINDINGS = 1
"""The exit code where something is wrong."""


def print_all(problems: Iterable[Diagnostic], form: str) -> None:
    from generator.diagnostics import FORMATS

    for problem in problems:
        click.echo(FORMATS[form](problem))


def summary(problems: Iterable[Diagnostic]) -> str:
    from generator.diagnostics import Severity
    from generator.pages.say import count

    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}" if severities else "no problems found"
