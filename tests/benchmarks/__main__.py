"""Measures all that is promised of speed, in one run, and prints tables.

    python -m tests.benchmarks FOLDER… [--rounds 3] [--edits 10] [--json FILE] [--only peers,serving]
                               [--contenders hugo,dossier] [--scale 1.0]

Each FOLDER is a collection: `data/`, and `linked-md/`, its pages already linked, as plain Markdown, for the peers.
Projects are made in a temporary folder (TMPDIR is honoured), and nothing is fetched.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tests.benchmarks import checking, executors, growth, peers, reading, serving, startup
from tests.benchmarks.figures import Finding, Plan
from tests.benchmarks.report import as_json, as_tables

SUBJECTS: Mapping[str, Callable[[Plan], Iterator[Finding]]] = {
    module.SUBJECT: module.measure for module in (startup, peers, checking, executors, growth, serving, reading)
}


def main() -> None:
    options = _options()
    # A benchmark that is stopped from outside removes its folders and ends its servers too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as work:
        plan = Plan(
            tuple(folder.resolve() for folder in options.folders),
            Path(work),
            rounds=options.rounds,
            edits=options.edits,
            contenders=tuple(part.lower() for part in _words(options.contenders)),
            scale=options.scale,
        )
        for subject in _words(options.only) or SUBJECTS:
            found = list(SUBJECTS[subject](plan))
            findings.extend(found)
            print(as_tables(found), flush=True)
            _keep(findings, options)  # after each subject: what was measured is not lost if a later one is stopped


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("folders", nargs="*", type=_collection, metavar="FOLDER", help="holds data/ and linked-md/")
    parser.add_argument("--rounds", type=int, default=3, help="how often each command runs; the median counts")
    parser.add_argument("--edits", type=int, default=10, help="how often each edit is made under mkdocs serve")
    parser.add_argument("--json", type=Path, help="where the figures are written too")
    parser.add_argument("--only", default="", type=_subjects, help=f"of {', '.join(SUBJECTS)}")
    parser.add_argument("--contenders", default="", help="of the peers only those whose names hold one of these")
    parser.add_argument("--scale", type=float, default=1.0, help="of the collections that are made for growth")
    return parser.parse_args()


def _collection(name: str) -> Path:
    folder = Path(name)
    for part in ("data", "linked-md"):
        if not (folder / part).is_dir():
            raise argparse.ArgumentTypeError(f"there is no folder {folder / part}")
    return folder


def _subjects(text: str) -> str:
    unknown = [word for word in _words(text) if word not in SUBJECTS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no subject {', '.join(unknown)}; there are {', '.join(SUBJECTS)}")
    return text


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _keep(findings: Iterable[Finding], options: argparse.Namespace) -> None:
    if options.json is not None:
        text = json.dumps(as_json(findings, options.rounds), indent=1, ensure_ascii=False)
        options.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
