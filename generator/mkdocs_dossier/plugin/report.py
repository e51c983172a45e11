"""Says in MkDocs' log what is wrong with the collection, and ends a build where that is an error."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from mkdocs_dossier.diagnostics import Diagnostic, Severity, as_text, has_errors, in_order
from mkdocs_dossier.diagnostics.run_result import tally, way_on

log = logging.getLogger("mkdocs.plugins.dossier")


def report(problems: Iterable[Diagnostic], *, serving: bool) -> None:
    """Under `serve` a raised error would end the server; what was good before is served instead."""
    problems = in_order(problems)
    for problem in problems:
        log.log(logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING, "%s", as_text(problem))
    if problems and not serving:
        ending = f"{tally(problems)} in the collection; 'dossier check' shows the lines. {way_on(problems)}"
        if has_errors(problems):
            raise PluginError(ending)
        log.info(ending)
