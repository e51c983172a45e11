"""Writes the banner that every page shows under `mkdocs serve` while something is to be fixed.

It makes HTML from diagnostics. Whatever comes from files is escaped, and cut where it is too long to read.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from mkdocs_dossier.diagnostics import Diagnostic, Severity

SHOWN = 20
"""So many problems are shown, the errors first."""

_OPEN = 4
"""Up to so many the list is not folded."""

_LONGEST = 600
"""Characters of one text of a problem."""


def banner(problems: Sequence[Diagnostic]) -> str:
    """Return the banner as HTML; empty if nothing is to be fixed."""
    if not problems:
        return ""
    first = sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem))
    items = "".join(_item(problem) for problem in first[:SHOWN])
    left = len(problems) - SHOWN
    more = f"<p>And {left} more: <code>dossier check</code> lists those of the collection.</p>" if left > 0 else ""
    unfolded = " open" if len(problems) <= _OPEN else ""
    return (
        '<aside class="problems" aria-label="To be fixed">'
        f"<details{unfolded}><summary><strong>{_heading(problems)}</strong> "
        "<span>What is broken stays as it last was.</span></summary>"
        f'<ul tabindex="0" aria-label="Problems">{items}</ul>{more}</details></aside>'
    )


def _heading(problems: Sequence[Diagnostic]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    parts = [
        f"{number} {word}{'s' * (number > 1)}" for number, word in ((errors, "error"), (warnings, "warning")) if number
    ]
    return f"{' and '.join(parts)} to be fixed."


def _item(problem: Diagnostic) -> str:
    head = f"{problem.place}: {problem.severity}[{problem.code}]"
    hint = f' <span class="hint">{_text(problem.hint)}</span>' if problem.hint else ""
    related = "".join(f"<li><code>{_text(str(at))}</code> {_text(text)}</li>" for at, text in problem.related[:5])
    nested = f"<ul>{related}</ul>" if related else ""
    return f'<li class="{problem.severity}"><code>{_text(head)}</code> {_text(problem.message)}{hint}{nested}</li>'


def _text(text: str) -> str:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return html.escape(shown.encode("utf-8", "replace").decode("utf-8"))
