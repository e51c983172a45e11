"""How many problems there are, and how to go on: the last lines of a command, and of a build's log."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_dossier.diagnostics import Diagnostic, Severity

EXPLAIN = "dossier check --explain"
"""The command that says what a code means."""


def tally(problems: Sequence[Diagnostic]) -> str:
    """Return the counts in words: `2 errors, 1 warning`."""
    errors, warnings = counts(problems)
    return f"{count(errors, 'error')}, {count(warnings, 'warning')}" if problems else "no problems found"


def counts(problems: Sequence[Diagnostic]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


def way_on(problems: Sequence[Diagnostic], *, strict: bool = False) -> str:
    """Return one line on what to do now; empty where nothing is wrong.

    Args:
        strict: Whether warnings count as errors do.
    """
    if not problems:
        return ""
    errors, warnings = counts(problems)
    codes = sorted({p.code for p in problems}, key=lambda code: _weight(code, problems))
    among = f"CODE, for {', '.join(codes[:4])}{' …' if len(codes) > 4 else ''}"
    more = f"{EXPLAIN} {codes[0] if len(codes) == 1 else among}"
    if errors or strict:
        return f"How to fix {'it' if len(problems) == 1 else 'them'}, with examples: {more}"
    return f"{'A warning does' if warnings == 1 else 'Warnings do'} not stop a build. With examples: {more}"


def _weight(code: str, problems: Sequence[Diagnostic]) -> tuple[bool, int, str]:
    """Errors come first, then what there is most of."""
    of_code = [problem for problem in problems if problem.code == code]
    return of_code[0].severity is not Severity.ERROR, -len(of_code), code


def count(number: int, noun: str) -> str:
    """Return `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
