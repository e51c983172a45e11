"""Each diagnostic's wrong and right example from `golden/diagnostics.yml`, which the manual shows too."""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_dossier.build import write_site
from mkdocs_dossier.check import check
from mkdocs_dossier.cli.problem_text import problem_text
from mkdocs_dossier.diagnostics import CODES, FORMATS, Diagnostic, Place, in_order
from mkdocs_dossier.diagnostics.visible import HIDDEN
from mkdocs_dossier.excerpt.excerpt import excerpts
from mkdocs_dossier.run.options import Options
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
            text = text.replace("(a text of 100,001 letters)", "x" * 100_001)
            text = text.replace("(60,000 rows of this table)", "| Aleppo | none |\n" * 60_000)
            target.write_text(text, encoding="utf-8")


def _problems(folder: Path, case: dict[str, Any], files: Mapping[str, str]) -> list[str]:
    """What is said of some files; by `mkdocs serve`, where nothing else says it."""
    folder.mkdir(exist_ok=True)
    if "served" in case:
        _write(folder, files)
        return _said_when_served(folder, case["served"])
    options, problems = _found(folder, case, files)
    excerpt = excerpts(options)
    return [problem_text(problem, excerpt, colours=False) for problem in problems]


def _found(folder: Path, case: dict[str, Any], files: Mapping[str, str]) -> tuple[Options, tuple[Diagnostic, ...]]:
    """What is wrong with some files."""
    _write(folder, files)
    options = Options(root=folder, now=NOW, **case.get("options", {}))
    return options, write_site(options)[1]


def _said_when_served(folder: Path, files: Mapping[str, str]) -> list[str]:
    """What `mkdocs serve` says, started with `files`, of what is in the folder now."""
    now = {path: (folder / path).read_text(encoding="utf-8") for path in files if (folder / path).is_file()}
    _write(folder, files)
    with serving(folder) as server:
        server.wait_for("", lambda page: "<main" in page)
        with server.turning("dossier/serve/banner.js", lambda _: "Reloading browsers" in server.log()):
            _write(folder, {**now, "docs/seen.md": "# Seen\n"})
        assert server.log().count("Building doc") > 1
        found: list[str] = json.loads(server.get("dossier/serve/state"))["problems"]
        return found


def test_every_code_has_an_example() -> None:
    assert set(CASES) == set(CODES)


@pytest.mark.parametrize("code", CASES)
def test_the_wrong_example_says_what_the_manual_shows_and_nothing_but_its_own_code(
    code: str, tmp_path: Path, refresh: bool
) -> None:
    said = _problems(tmp_path, CASES[code], CASES[code]["wrong"])
    if refresh:
        _refresh(code, said)
    else:
        assert said == CASES[code]["says"]
    assert said and all(f"[{code}]" in text.partition("\n")[0] for text in said)


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


HOSTILE = Diagnostic(
    Place("data/a\x1b[2Jb.md", 2, 3),
    "bad-value",
    "'\x1b]0;title\x07' \x9b31m is no \u202eeman\u202c \u200b\udcff",
    related=((Place("data/c\u2066.md"), "\x1b[31m"),),
)


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_lets_a_text_steer_the_terminal(form: str) -> None:
    said = FORMATS[form](HOSTILE)
    assert HIDDEN.findall(said.replace("\n", "")) == []
    said.encode()
    if form == "json":
        assert json.loads(said)["message"] == HOSTILE.message


def test_a_line_break_in_a_text_makes_no_further_diagnostic() -> None:
    sneaky = Diagnostic(Place("data/a.md"), "bad-value", "x\n::error file=b::y", related=((Place("c\nd"), "\r\n"),))
    assert len(FORMATS["json"](sneaky).splitlines()) == len(FORMATS["github"](sneaky).splitlines()) == 1
    assert len(FORMATS["text"](sneaky).splitlines()) == 2


def test_the_related_places_are_in_every_form() -> None:
    related = dataclasses.replace(SAMPLE, related=((Place("data/more.yml", 2, 3), "first used here"),))
    assert FORMATS["text"](related).endswith("\n    data/more.yml:2:3: first used here")
    assert json.loads(FORMATS["json"](related)) == {
        "place": {"path": "data/actors.yml", "line": 14, "column": 11},
        "code": "unknown-key",
        "severity": "error",
        "message": "unknown key 'alises'",
        "hint": "did you mean 'aliases'?",
        "related": [{"place": {"path": "data/more.yml", "line": 2, "column": 3}, "message": "first used here"}],
    }
    assert FORMATS["github"](related).endswith("%0Adata/more.yml:2:3: first used here")


RELATED = {
    "duplicate-id": ["data/actors/media/xinhua.yml:1:1"],
    "duplicate-key": ["data/actors.yml:2:3"],
    "private-reference": ["data/actors.yml:1:1"],
    "quote-not-found": ["data/articles/brief.md:5:9"],
    "ambiguous-name": ["data/actors.yml:1:75", "data/actors.yml:2:57"],
}


@pytest.mark.parametrize("code", RELATED)
def test_where_another_place_matters_it_is_named(code: str, tmp_path: Path) -> None:
    ((problem,),) = _found(tmp_path, CASES[code], CASES[code]["wrong"])[1:]
    assert [str(place) for place, _ in problem.related] == RELATED[code]


def test_the_places_of_those_who_share_a_name_follow_their_records(tmp_path: Path) -> None:
    files = dict(CASES["ambiguous-name"]["wrong"])
    _write(tmp_path, files)
    options = Options(root=tmp_path, now=NOW)
    cold = check(options)
    _write(tmp_path, {"data/actors.yml": "# a line more\n" + files["data/actors.yml"]})
    (warm,) = check(options)
    assert [str(place) for place, _ in warm.related] == ["data/actors.yml:2:75", "data/actors.yml:3:57"]
    assert [str(place) for place, _ in cold[0].related] == ["data/actors.yml:1:75", "data/actors.yml:2:57"]
