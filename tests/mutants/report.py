"""Says how many mutants were caught, and which were not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.mutants.mutant import Mutant
from tests.mutants.trial import Result

LEAST = 85
"""Percent of the mutants that have to be caught; of those that leak or leave a page stale, all."""


def is_caught(mutant: Mutant, result: Result) -> bool:
    """Whether the tests tell the mutant from the code; that they hang tells it only where the list says so."""
    return result.verdict == "caught" or (result.verdict == "hung" and mutant.hangs)


def row(mutant: Mutant, result: Result) -> str:
    """Return the line of one mutant in the table."""
    kind = f" ({mutant.kind})" if mutant.kind else ""
    by = f"  [{result.by.rpartition('::')[2]}]" if result.by else ""
    return f"{result.verdict:<9}{result.seconds:6.1f} s  {mutant.module}: {mutant.name}{kind}{by}"


def is_good(results: Sequence[tuple[Mutant, Result]]) -> bool:
    """Whether enough are caught."""
    caught = [is_caught(*each) for each in results]
    grave = all(is_caught(mutant, result) for mutant, result in results if mutant.kind)
    broken = any(result.verdict == "broken" for _, result in results)
    return grave and not broken and 100 * sum(caught) >= LEAST * len(caught)


def closing(results: Sequence[tuple[Mutant, Result]]) -> Iterator[str]:
    """Yield the lines below the table: what is not caught, with the harm that it would do, and the figure."""
    for mutant, result in results:
        if not is_caught(mutant, result):
            yield f"\n{row(mutant, result)}\n  harm: {mutant.harm}\n  meant for it: {' '.join(mutant.tests)}"
        if result.verdict == "broken":
            yield f"  pytest ran no test:\n{result.said}"
    caught = sum(is_caught(*each) for each in results)
    yield f"\n{caught} of {len(results)} mutants are caught: {100 * caught / max(1, len(results)):.0f} %"
