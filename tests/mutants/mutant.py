"""The kept list of mutants: small faults that are put into a copy of the code, to see whether tests catch them.

Each `.toml` beside this file holds some, as tables that are called by the module, its path below the package's folder.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Kind = Literal["", "leak", "stale"]
"""What makes a fault worse than others: it shows what is private, or leaves a page as it was."""

_KEYS = {"name", "old", "new", "harm", "tests", "kind", "hangs"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """module: its path below the package's folder. old: a text that occurs in it once. new: what is put in its place.
    harm: what a user would suffer. tests: those that are meant to catch it, as pytest is given them. hangs: whether
    it is caught where the tests do not come to an end.
    """

    name: str
    module: str
    old: str
    new: str
    harm: str
    tests: tuple[str, ...]
    kind: Kind = ""
    hangs: bool = False


def read_mutants(folder: Path) -> list[Mutant]:
    """Return the mutants that the lists in a folder hold. Raises `ValueError` where one is not written as it should."""
    return [
        _mutant(module, fields)
        for path in sorted(folder.glob("*.toml"))
        for module, mutants in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for fields in mutants
    ]


def _mutant(module: str, fields: dict[str, object]) -> Mutant:
    try:
        mutant = Mutant(module=module, **{**fields, "tests": tuple(fields["tests"])})  # type: ignore[arg-type]
    except (KeyError, TypeError) as error:
        raise ValueError(f"{module}: {fields.get('name', fields)}: {error}; it is made of {sorted(_KEYS)}") from error
    if mutant.kind not in ("", "leak", "stale"):
        raise ValueError(f"{module}: {mutant.name}: the kind is 'leak' or 'stale', not '{mutant.kind}'")
    return mutant


def mutated(text: str, mutant: Mutant) -> str:
    """Return the text of a module with the fault in it. Raises `ValueError` where it is not clear where to put it."""
    count = text.count(mutant.old)
    if count != 1:
        raise ValueError(f"the old text occurs {count} times, not once")
    return text.replace(mutant.old, mutant.new)


def stale(mutants: Sequence[Mutant], root: Path, package: Path) -> Iterator[str]:
    """Yield what is wrong with a list, a line each. root: of the project. package: the package's folder."""
    names = [mutant.name for mutant in mutants]
    yield from (f"{name}: two are called so" for name in sorted({one for one in names if names.count(one) > 1}))
    for mutant in mutants:
        for problem in (*_in_module(mutant, package), *_in_tests(mutant, root)):
            yield f"{mutant.name} ({mutant.module}): {problem}"


def _in_module(mutant: Mutant, package: Path) -> Iterator[str]:
    try:
        text = (package / mutant.module).read_text(encoding="utf-8")
        if ast.dump(ast.parse(text)) == ast.dump(ast.parse(mutated(text, mutant))):
            yield "the code is the same with it"
    except OSError as error:
        yield f"the module cannot be read: {error.strerror}"
    except SyntaxError:
        yield "with it the module is no Python any more"
    except ValueError as error:
        yield str(error)


def _in_tests(mutant: Mutant, root: Path) -> Iterator[str]:
    for test in mutant.tests or ("no test at all",):
        file, _, function = test.partition("[")[0].partition("::")
        if not (root / file).is_file() or (function and function not in _functions(root / file)):
            yield f"there is no {test}"


@cache
def _functions(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))
