"""YAML that attacks is refused at once, at a place, with a hint; and nothing ends the process."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from mkdocs_dossier.diagnostics import CODES
from tests.limited import run_limited

SHORT, FULL = 400_000, 4_990_000
"""Characters of each attack: the latter just below what a file may have."""

KINDS = ("actors", "actor", "article")
PLACE = re.compile(r"data/\S+:[1-9]\d*:[1-9]\d*")
HARMLESS = re.compile(r"small records \(actors\)|notes of sixty levels \(act|number -?1_000|date .*٣|the number ٣٥")
"""Nothing is wrong with these: they are read, as text."""

SECONDS = 1.0
"""Of processor time. It is a tenth of a second where nothing else runs; a slow machine is no bug."""


def _told(size: int) -> list[dict[str, Any]]:
    done = run_limited("-m", "tests.read.yaml_attacks", str(size), *KINDS, seconds=600)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def _assert_refused(told: list[dict[str, Any]]) -> None:
    assert len(told) > 800
    silent = [one["what"] for one in told if not one["problems"] and not HARMLESS.search(one["what"])]
    assert silent == []
    for one in told:
        for place, code, message, hint in one["problems"]:
            assert PLACE.fullmatch(place), (one["what"], place)
            assert code in CODES and hint, (one["what"], code, message)
            assert len(message) + len(hint) < 1_000, (one["what"], message)


@pytest.mark.promise("bad-input")
def test_yaml_that_attacks_is_refused_at_its_place() -> None:
    told = _told(SHORT)
    _assert_refused(told)
    assert [(one["what"], one["seconds"]) for one in told if one["seconds"] > SECONDS] == []


@pytest.mark.long
@pytest.mark.promise("bad-input")
def test_yaml_that_attacks_is_refused_at_its_place_in_five_megabytes() -> None:
    told = _told(FULL)
    _assert_refused(told)
    slow = [(one["what"], one["seconds"]) for one in told if one["seconds"] > SECONDS]
    # Thirty thousand records that are as they should be take their time.
    assert [what for what, _ in slow if what != "small records (actors)"] == []


def test_a_file_that_is_too_big_is_not_even_read() -> None:
    script = """
import sys, time
from pathlib import Path
from tempfile import TemporaryDirectory
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import read_records
from tests.conftest import NOW
with TemporaryDirectory() as folder:
    Path(folder, "data").mkdir()
    with open(Path(folder, "data/actors.yml"), "wb") as file:
        file.truncate(1 << 40)
    _, problems = read_records(Options(root=Path(folder), now=NOW))
    print([p.code for p in problems])
"""
    done = run_limited("-c", script, seconds=10)
    assert (done.returncode, done.stdout.strip()) == (0, "['too-big']"), done.stderr
