"""A problem as the terminal shows it: what is wrong, the line that is meant, a mark below it; the same for related
places.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from mkdocs_dossier.diagnostics import Diagnostic, Place, Severity, head, related_head
from mkdocs_dossier.excerpt.excerpt import Excerpt

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_INDENT = " " * 4
"""Before a related place."""


def problem_text(problem: Diagnostic, excerpt: Excerpt | None, *, colours: bool) -> str:
    """Return a problem in lines. excerpt: shows the line at a place."""
    colour = _COLOURS[problem.severity]
    lines = [_coloured_head(head(problem), problem, colour) if colours else head(problem)]
    lines += _shown(problem.place, problem, problem.message, excerpt, colour if colours else "")
    for place, says in problem.related:
        lines.append(f"{_INDENT}{related_head(place, says)}")
        lines += (_INDENT + line for line in _shown(place, problem, says, excerpt, "cyan" if colours else ""))
    return "\n".join(lines)


def _shown(place: Place, problem: Diagnostic, says: str, excerpt: Excerpt | None, colour: str) -> Iterator[str]:
    shown = None if excerpt is None else excerpt(place, problem.code, says)
    if shown is None:
        return
    number = str(place.line)
    gutter, below = f"  {number} | ", f"  {' ' * len(number)} | "
    if not colour:
        yield gutter + shown.text
        yield below + shown.mark
        return
    yield click.style(gutter, dim=True) + shown.text
    yield click.style(below, dim=True) + click.style(shown.mark, fg=colour, bold=True)


def _coloured_head(text: str, problem: Diagnostic, colour: str) -> str:
    """The same line: its place bold, and what kind of problem it is in colour."""
    kind = f"{problem.severity}[{problem.code}]"
    place, found, rest = text.partition(f": {kind} ")
    return f"{click.style(place, bold=True)}: {click.style(kind, fg=colour, bold=True)} {rest}" if found else text
