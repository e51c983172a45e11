"""Shows whether two versions of the generator write the same bytes.

    python -m tools.compare_pages BEFORE AFTER [--collection FOLDER] [--ignore PATTERN]

BEFORE and AFTER are checkouts with their own `.venv`, or virtual environments. Each of them builds the demo, and each
collection that is given (a folder with `data/`), anew: as Markdown with `dossier build --to`, and as a site with
`mkdocs build`, without a full-text index. The demo is BEFORE's, for both, so that a page of the manual that was
changed is no difference. Only the two commands are called, so that it does not matter how modules are named.

It exits with 1 where any file differs, with 2 where a build failed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tests.benchmarks.projects import dossier_project

EPOCH = "1767225600"  # the first second of 2026 in UTC
DEMO = "demo"
SHOWN = 5
"""Of so many differing files the first difference is shown."""

_AROUND = 60
"""Characters that are shown on either side of the first that differs."""

Files = Mapping[str, bytes]
"""What was built, by path: `demo/tree/actors/ann.md`, `demo/site/actors/ann/index.html`."""


class BuildFailed(Exception):
    """A build ended with another status than 0; says which, and its last words."""


@dataclass(frozen=True, slots=True)
class Generator:
    """One of the two versions. commands: the folder in which its `dossier` and `mkdocs` lie."""

    name: str
    commands: Path

    def run(self, project: Path, command: str, *arguments: str) -> None:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        done = subprocess.run(
            [str(self.commands / command), *arguments],
            cwd=project,
            env={**environment, "SOURCE_DATE_EPOCH": EPOCH},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise BuildFailed(f"{self.name}: `{command}` failed in {project}:\n{(done.stdout + done.stderr)[-3000:]}")


def generator_in(name: str, folder: Path) -> Generator:
    """Return the version that is installed in a checkout or a virtual environment."""
    for commands in (folder / ".venv" / "bin", folder / "bin"):
        if (commands / "mkdocs").exists() and (commands / "dossier").exists():
            return Generator(name, commands.absolute())
    raise BuildFailed(f"{name}: neither `.venv/bin` nor `bin` of {folder} holds `mkdocs` and `dossier`")


def built_by(generator: Generator, demo: Path | None, collections: Sequence[Path], work: Path) -> Files:
    """Build everything below `work`. demo: the checkout whose demo it is."""
    projects = [dossier_project(work / folder.name, folder / "data", search=False) for folder in collections]
    if demo is not None:
        projects.append(_demo_project(work / DEMO, demo))
    files: dict[str, bytes] = {}
    for project in projects:
        generator.run(project, "dossier", "build", "--to", "tree")
        generator.run(project, "mkdocs", "build", "--quiet")
        for part in ("tree", "site"):
            files |= {f"{project.name}/{part}/{path}": content for path, content in _files_of(project / part)}
    return files


def _demo_project(project: Path, checkout: Path) -> Path:
    """Copy what the demo is made of; templates come from the version that builds it."""
    for folder in ("data", "docs"):
        shutil.copytree(checkout / folder, project / folder)
    settings = (checkout / "mkdocs.yml").read_text(encoding="utf-8")
    with_search = "\n  - dossier\n"
    if with_search not in settings:
        raise BuildFailed(
            "the demo's mkdocs.yml has no line `  - dossier` any more: its full-text index cannot be left out"
        )
    settings = settings.replace(with_search, "\n  - dossier: {search: false}\n")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return project


def _files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def differences(before: Files, after: Files, ignored: Sequence[str] = ()) -> dict[str, str]:
    """Return what differs: by path, in which way. ignored: patterns of paths that may differ."""
    found: dict[str, str] = {}
    for path in sorted(before.keys() | after.keys()):
        if any(fnmatch(path, pattern) for pattern in ignored):
            continue
        if path not in after:
            found[path] = "  is not written any more\n"
        elif path not in before:
            found[path] = "  was not written before\n"
        elif before[path] != after[path]:
            found[path] = _first_difference(before[path], after[path])
    return found


def _first_difference(before: bytes, after: bytes) -> str:
    """Show the first line that differs, cut to what is around the first letter that does."""
    try:
        old, new = before.decode("utf-8"), after.decode("utf-8")
    except UnicodeDecodeError:
        return f"  {len(before)} bytes were other {len(after)} bytes\n"
    at = next(
        (n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    line = old.count("\n", 0, at) + 1
    return f"  line {line}\n  - {_around(old, at)}\n  + {_around(new, at)}\n"


def _around(text: str, at: int) -> str:
    start = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    end = text.find("\n", at)
    return text[start : min(len(text) if end < 0 else end, at + _AROUND)]


def compare(before: Path, after: Path, collections: Sequence[Path], *, demo: bool, work: Path) -> tuple[Files, Files]:
    """Build with both versions, side by side, and return what each wrote."""
    versions = generator_in("before", before), generator_in("after", after)
    with ThreadPoolExecutor(len(versions)) as pool:
        built = [
            pool.submit(built_by, version, before if demo else None, collections, work / version.name)
            for version in versions
        ]
        return built[0].result(), built[1].result()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.compare_pages", description=__doc__.partition("\n")[0])
    parser.add_argument("before", type=Path, help="a checkout with its own .venv, or a virtual environment")
    parser.add_argument("after", type=Path, help="the same of the other version")
    parser.add_argument("--collection", type=Path, action="append", default=[], help="a folder that holds data/")
    parser.add_argument("--no-demo", action="store_true", help="build the collections alone")
    parser.add_argument("--ignore", action="append", default=[], metavar="PATTERN", help="paths that may differ")
    given = parser.parse_args(arguments)
    names = [DEMO, *(folder.name for folder in given.collection)]
    if len(set(names)) < len(names):
        parser.error("two collections have one name, by which what they give is told apart; or one is called 'demo'")
    with tempfile.TemporaryDirectory(prefix="compare-pages-") as work:
        try:
            before, after = compare(
                given.before, given.after, given.collection, demo=not given.no_demo, work=Path(work)
            )
        except BuildFailed as error:
            print(error, file=sys.stderr)
            return 2
    found = differences(before, after, given.ignore)
    for number, (path, how) in enumerate(found.items()):
        print(path)
        if number < SHOWN:
            print(how, end="")
    print(f"{len(found)} of {len(before.keys() | after.keys())} files differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
