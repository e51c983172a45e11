"""Tries the kept list of mutants on this project.

    python -m tests.mutants [NAME …] [--list] [--jobs 2]      (or: make mutants)

It exits with 1 where too few are caught, where one that leaks or leaves a page stale is not, and where the list no
longer fits the code.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.mutants.mutant import Mutant, read_mutants, stale
from tests.mutants.report import closing, is_good, row
from tests.mutants.trial import Copy, NotHere, Project, try_all, unsound

HERE = Path(__file__).parent
PROJECT = Project(HERE.parent.parent, "generator/mkdocs_dossier", ("-m", "not long", "--hypothesis-profile", "first"))
LIMIT = 300.0


def main(arguments: Sequence[str] | None = None, project: Project = PROJECT, lists: Path = HERE) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="a part of the name, module or kind; default: all")
    parser.add_argument("--list", action="store_true", help="show the mutants and try none")
    parser.add_argument("--jobs", type=int, default=1, help="how many are tried at once (default: 1)")
    parser.add_argument(
        "--limit", type=float, default=LIMIT, help=f"seconds for the tests of one (default: {LIMIT:.0f})"
    )
    parser.add_argument("--trust", action="store_true", help="do not look first whether the tests pass as they should")
    given = parser.parse_args(arguments)
    mutants = [mutant for mutant in read_mutants(lists) if _is_meant(mutant, given.names)]
    if given.list:
        print(*(f"{m.module}: {m.name}\n  {m.harm}\n  {' '.join(m.tests)}" for m in mutants), sep="\n")
        return 0
    problems = [*stale(mutants, project.root, project.root / project.package)] or ([] if mutants else ["there is none"])
    if problems:
        print("the list of mutants does not fit the code:", *problems, sep="\n", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        try:
            copies = [Copy(project, Path(folder, str(number))) for number in range(max(1, given.jobs))]
        except NotHere as error:
            print(error, file=sys.stderr)
            return 1
        return _tried(copies, mutants, given.limit, trust=given.trust)


def _is_meant(mutant: Mutant, names: Sequence[str]) -> bool:
    about = f"{mutant.module} {mutant.name} {mutant.kind}"
    return not names or any(name in about for name in names)


def _tried(copies: Sequence[Copy], mutants: Sequence[Mutant], limit: float, *, trust: bool) -> int:
    failing = [] if trust else list(unsound(copies[0], mutants, limit))
    for tests, result in failing:
        print(f"without any mutant: {tests}: {result.verdict}\n{result.said}", file=sys.stderr)
    if failing:
        return 1
    results = []
    for mutant, result in try_all(copies, mutants, limit):
        results.append((mutant, result))
        print(row(mutant, result), flush=True)
    print(*closing(results), sep="\n")
    return 0 if is_good(results) else 1


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # as Ctrl-C does, so that nothing is left behind
    sys.exit(main())
