"""Files of the demo with something broken in them: always records or diagnostics, never anything else."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from mkdocs_dossier.diagnostics import CODES, FORMATS, Diagnostic
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link, read_records
from tests.conftest import NOW, ROOT
from tests.mutations import mutated

SHORT, FULL = 2_000, 1_000_000
BATCH = 5_000
PARTS = 5
"""Records of a list file that are taken together: small files are read quickly, and broken just as well."""


def _sources() -> dict[str, tuple[bytes, ...]]:
    """Files of the demo, by where they lie in a collection."""
    data = ROOT / "data"
    lists = {}
    for name in ("actors", "events"):
        records = [b"\n" + record for record in (data / f"{name}.yml").read_bytes().split(b"\n\n")[1:]]
        lists[f"{name}.yml"] = tuple(b"".join(records[n : n + PARTS]) for n in range(0, len(records), PARTS))
    articles = tuple(path.read_bytes() for path in sorted((data / "articles").rglob("*.md")))
    return {**lists, "countries.yml": ((data / "countries.yml").read_bytes(),), "articles/brief.md": articles}


def _assert_told(problems: tuple[Diagnostic, ...], path: str, data: bytes) -> None:
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
    for problem in problems:
        assert problem.code in CODES
        assert problem.place.path == f"data/{path}" or problem.place.line == 1
        assert 1 <= problem.place.line <= lines and problem.place.column >= 1, problem
        assert all(form(problem) for form in FORMATS.values())


def run_batch(seed: int, count: int) -> str:
    """Break files `count` times; return what went wrong, with the seed that shows it again, or nothing."""
    random, sources = Random(seed), _sources()
    everything = tuple(data for files in sources.values() for data in files)
    with TemporaryDirectory() as folder:
        for number in range(count):
            path = random.choice(list(sources))
            data = mutated(random.choice(sources[path]), everything, random)
            file = Path(folder, "data", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            options = Options(root=Path(folder), now=NOW)
            try:
                started = time.process_time()
                records, problems = read_records(options)
                assert time.process_time() - started < 10
                assert problems or data.strip(b"\xef\xbb\xbf \t\r\n") == b"" or any(True for _ in records.all())
                _assert_told(problems, path, data)
                if number % 20 == 0:
                    link(options)
            except BaseException as error:
                return f"run_batch({seed}, {number + 1}), {path}: {error!r}\n{data!r}"
            file.unlink()
    return ""


@pytest.mark.promise("bad-input")
def test_two_thousand_broken_files_give_records_or_diagnostics() -> None:
    assert run_batch(1, SHORT) == ""


@pytest.mark.long
@pytest.mark.promise("bad-input")
def test_a_million_broken_files_give_records_or_diagnostics() -> None:
    seed = int(os.environ.get("DOSSIER_TEST_SEED", "1"))
    seeds = range(seed * 1_000, seed * 1_000 + FULL // BATCH)
    with ProcessPoolExecutor() as pool:
        assert [said for said in pool.map(run_batch, seeds, [BATCH] * len(seeds)) if said] == []
