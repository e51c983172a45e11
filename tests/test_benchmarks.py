"""The benchmarks run, and say what they measured and what they could not; how long anything takes is not looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.figures import Failure, Figure
from tests.benchmarks.peers import as_pelican_reads
from tests.benchmarks.race import Contender, Course, race
from tests.benchmarks.report import as_json, as_tables
from tests.conftest import ROOT, article
from tests.small_project import write

ACTORS = """
guan-youfei: {name: Guan Youfei, type: person, summary: A rear admiral.}
xinhua: {name: Xinhua, type: media}
"""
OURS = {"Dossier, cold", "Dossier, warm", "Dossier, one article changed", "Dossier, one alias added"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "data/actors.yml": ACTORS,
        "data/articles/visit.md": article("Guan Youfei met ministers in Damascus, Xinhua said. Syria agreed."),
        "data/articles/other.md": article("Guan Youfei left.", date="2016-08-20"),
        "linked-md/index.md": "---\ntitle: Bench\n---\n\n# Bench\n",
    }
    return write(tmp_path, files)


def _bench(folder: Path, *arguments: str) -> tuple[str, dict[str, Any]]:
    """Run the command where no other tool is on the PATH."""
    result = folder / "bench.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", str(folder), "--rounds", "1", "--json", str(result), *arguments],
        cwd=ROOT,
        env={**os.environ, "PATH": str(folder / "nothing"), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, json.loads(result.read_text(encoding="utf-8"))


def test_ours_are_measured_and_a_peer_that_is_not_installed_is_named(folder: Path) -> None:
    said, result = _bench(folder, "--only", "peers", "--contenders", "cold,warm,changed,added")
    assert {figure["name"] for figure in result["figures"]} == OURS
    assert result["failures"] == []
    assert "Eleventy" in {one["name"] for one in result["left_out"]}
    assert "left out of peers: Eleventy, not installed" in said


@pytest.mark.long
def test_every_edit_arrives_under_serve(folder: Path) -> None:
    _, result = _bench(folder, "--only", "serving", "--edits", "1", "--contenders", "none")
    assert result["failures"] == []
    edits = {figure["name"].removesuffix(", HTTP") for figure in result["figures"] if "HTTP" in figure["name"]}
    assert edits == {
        "an actor's summary",
        "an alias of a much-named actor",
        "one article's text",
        "a page template's text",
    }


def test_a_contender_that_fails_is_named_with_its_last_words_and_the_others_go_on(tmp_path: Path) -> None:
    bad = Contender("bad", tmp_path, (sys.executable, "-c", "raise SystemExit('it broke')"))
    good = Contender("good", tmp_path, (sys.executable, "-c", "print('fine')"))
    findings = list(race(Course("some", "tiny", 1, rounds=2, base="good"), [bad, good]))
    assert [type(finding) for finding in findings] == [Failure, Figure]
    assert "it broke" in as_tables(findings)
    (figure,) = as_json(findings, 2)["figures"]
    assert (figure["name"], figure["ratio"], len(figure["runs"])) == ("good", 1.0, 2)


def test_a_target_stands_beside_its_figure() -> None:
    name = "ten times the articles: time"
    assert "at most 11 x: reached" in as_tables([Figure("growth", "made", 10_000, name, "x", (10.5,))])
    assert "at most 11 x: MISSED" in as_tables([Figure("growth", "made", 10_000, name, "x", (11.5,))])


def test_a_target_for_one_size_says_nothing_of_another() -> None:
    assert "at most" not in as_tables([Figure("growth", "made", 100, "ten times the articles: time", "x", (10.5,))])


def test_pelican_gets_its_own_kind_of_links_and_no_lists_in_the_front_matter() -> None:
    page = "---\ntitle: A\ntags:\n- b\n---\n\n[c](../d.md) and [e](https://f.example/g.md)\n"
    assert as_pelican_reads(page) == "---\ntitle: A\n---\n\n[c]({filename}../d.md) and [e](https://f.example/g.md)\n"
