"""Each diagnostic's wrong and right example from `golden/diagnostics.yml`, which the manual shows too."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import write_site
from generator.config import Options
from generator.diagnostics import CODES, FORMATS, Diagnostic, Place, as_text, in_order
from tests.conftest import NOW
from tests.processes import serving

GOLDEN = Path(__file__).parent / "golden" / "diagnostics.yml"
CASES: dict[str, dict[str, Any]] = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith("(a named pipe"):
            os.mkfifo(target)
        elif text.startswith("(a link to "):
            target.symlink_to(text.removeprefix("(a link to ").removesuffix(")"))
        elif text.startswith("(the name Erdoğan"):
            target.write_bytes("recep-tayyip-erdogan:\n  name: Recep Tayyip Erdoğan\n".encode("iso8859-9"))
        else:
            target.write_text(text.replace("(a text of 100,001 letters)", "x" * 100_001), encoding="utf-8")


def _problems(folder: Path, case: dict[str, Any], files: Mapping[str, str]) -> list[str]:
    """What is said of some files; by `mkdocs serve`, where nothing else says it."""
    folder.mkdir(exist_ok=True)
    _write(folder, files)
    if "served" in case:
        return _said_when_served(folder, case["served"])
    _, problems = write_site(Options(root=folder, now=NOW, **case.get("options", {})))
    return [as_text(problem) for problem in problems]


def _said_when_served(folder: Path, files: Mapping[str, str]) -> list[str]:
    """What `mkdocs serve` says, started with `files`, of what is in the folder now."""
    now = {path: (folder / path).read_text(encoding="utf-8") for path in files if (folder / path).is_file()}
    _write(folder, files)
    with serving(folder) as server:
        server.wait_for("", lambda page: "<main" in page)
        before = json.loads(server.get("dossier/serve/state"))["state"]
        _write(folder, {**now, "docs/seen.md": "# Seen\n"})
        server.wait_for(f"dossier/serve/state?state={before}", lambda _: server.log().count("Building doc") > 1)
        server.wait_for("", lambda _: server.log().count("Reloading browsers") > 0)
        found: list[str] = json.loads(server.get("dossier/serve/state"))["problems"]
        return found


def test_every_code_has_an_example() -> None:
    assert set(CASES) == set(CODES)


@pytest.mark.parametrize("code", CASES)
def test_the_wrong_example_says_what_the_manual_shows(code: str, tmp_path: Path, refresh: bool) -> None:
    said = _problems(tmp_path, CASES[code], CASES[code]["wrong"])
    if refresh:
        _refresh(code, said)
    else:
        assert said == CASES[code]["says"]
    assert any(f"[{code}]" in text for text in said)


@pytest.mark.parametrize("code", CASES)
def test_the_right_example_says_nothing(code: str, tmp_path: Path) -> None:
    # A reference to a private record is right in itself; the record is only missing from the site.
    assert _problems(tmp_path, CASES[code], CASES[code]["right"]) == []


def _refresh(code: str, said: list[str]) -> None:
    lines = GOLDEN.read_text(encoding="utf-8").split("\n")
    start = lines.index(f"{code}:")
    end = next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in (" ", "")), len(lines))
    block = lines[start:end]
    if "  says:" in block:
        at = block.index("  says:")
        stop = next((n for n in range(at + 1, len(block)) if block[n].startswith("  ") and block[n][2] != " "), None)
        block[at : stop or len(block)] = []
    at = next(n for n, line in enumerate(block) if line.startswith("  right:"))
    # A JSON text is a YAML text that says every character unmistakably.
    shown = [f"    - {json.dumps(text, ensure_ascii=False)}" for text in said]
    block[at:at] = ["  says:", *shown]
    GOLDEN.write_text("\n".join([*lines[:start], *block, *lines[end:]]), encoding="utf-8")


SAMPLE = Diagnostic(Place("data/actors.yml", 14, 11), "unknown-key", "unknown key 'alises'", "did you mean 'aliases'?")


def test_the_text_form_names_the_place_the_code_and_the_way_on() -> None:
    expected = "data/actors.yml:14:11: error[unknown-key] unknown key 'alises' (did you mean 'aliases'?)"
    assert FORMATS["text"](SAMPLE) == expected


def test_the_github_form_is_a_workflow_command_in_which_nothing_breaks_out() -> None:
    odd = Diagnostic(Place("data/a,b:c.yml", 2, 3), "bad-value", "one\ntwo 100%")
    expected = "::error file=data/a%2Cb%3Ac.yml,line=2,col=3,title=bad-value::one%0Atwo 100%25"
    assert FORMATS["github"](odd) == expected


def test_diagnostics_come_sorted_and_once() -> None:
    other = Diagnostic(Place("data/actors.yml", 2), "empty-file", "the file is empty")
    assert in_order([SAMPLE, other, SAMPLE]) == (other, SAMPLE)
