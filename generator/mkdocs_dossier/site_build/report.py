"""Says in MkDocs' log what is wrong with the collection, and ends a build where that is an error."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from mkdocs.exceptions import PluginError

from mkdocs_dossier.diagnostics import Diagnostic, Severity, as_text, has_errors, in_order
from mkdocs_dossier.diagnostics.run_result import tally, way_on

log = logging.getLogger("mkdocs.plugins.dossier")

Report = Callable[[Iterable[Diagnostic]], None]
"""Says what is wrong with the collection, to whom it concerns."""


def report(problems: Iterable[Diagnostic]) -> None:
    """Log each problem. Under `serve` that is all: what was good before is served on."""
    for problem in in_order(problems):
        log.log(logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING, "%s", as_text(problem))


def report_in_build(problems: Iterable[Diagnostic]) -> None:
    """Log each problem, and how to go on. Raises MkDocs' `PluginError` where one is an error."""
    problems = in_order(problems)
    report(problems)
    if problems:
        ending = f"{tally(problems)} in the collection; 'dossier check' shows the lines. {way_on(problems)}"
        if has_errors(problems):
            raise PluginError(ending)
        log.info(ending)
