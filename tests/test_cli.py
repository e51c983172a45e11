"""The command `dossier`, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import article
from tests.processes import run, run_in_terminal
from tests.small_project import BARE, settings, small_project
from tests.test_diagnostics import CASES, _write

ACTORS = """
guan-youfei: {name: Guan Youfei, type: person, countries: [CN]}
xinhua: {name: Xinhua, type: media}
"""
BRIEF = article(
    "Guan Youfei met Syrian ministers on Wednesday, Xinhua said.\n\nGuan left. The Chinese side was content."
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {"data/actors.yml": ACTORS, "data/articles/2016/brief.md": BRIEF, "docs/about.md": "# About\n"}
    return small_project(tmp_path, files)


def test_check_of_a_sound_collection_exits_0_and_says_so(project: Path) -> None:
    done = run("dossier", "check", "--strict", cwd=project)
    assert (done.returncode, done.stdout) == (0, "no problems found\n")


def test_check_exits_1_on_an_error_and_on_a_warning_only_with_strict(project: Path) -> None:
    (project / "data/events.yaml").write_text("a: b\n")
    assert run("dossier", "check", cwd=project).returncode == 0
    done = run("dossier", "check", "--strict", cwd=project)
    assert (done.returncode, done.stdout.splitlines()[-2]) == (1, "0 errors, 1 warning")
    (project / "data/actors.yml").write_text("x: {name: X}\n")
    assert run("dossier", "check", cwd=project).returncode == 1


def test_a_wrong_option_exits_2(project: Path) -> None:
    assert run("dossier", "check", "--format", "xml", cwd=project).returncode == 2
    assert run("dossier", "why", cwd=project).returncode == 2


def test_check_as_json_prints_one_object_a_line(project: Path) -> None:
    (project / "data/actors.yml").write_text("x: {name: X}\ny: {type: person}\n")
    lines = run("dossier", "check", "--format", "json", cwd=project).stdout.splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["missing-key", "missing-key"]


@pytest.mark.parametrize(
    "code", "empty-file no-data unknown-actor bad-date yaml-syntax duplicate-id missing-key encoding".split()
)
def test_bad_input_ends_in_a_diagnostic_and_never_in_a_traceback(code: str, tmp_path: Path) -> None:
    _write(tmp_path, {**BARE, **CASES[code]["wrong"]})
    for command in (["dossier", "check"], ["dossier", "build", "--to", "out"], ["mkdocs", "build"]):
        done = run(*command, cwd=tmp_path)
        printed = done.stdout + done.stderr
        assert done.returncode == 1, printed
        assert f"error[{code}]" in printed
        assert "Traceback" not in printed
    assert not (tmp_path / "out").exists()


def test_why_names_each_mention_with_its_place_and_rule(project: Path) -> None:
    done = run("dossier", "why", "2016/brief", "guan-youfei", cwd=project)
    assert done.stdout.splitlines() == [
        "data/articles/2016/brief.md:6:1: “Guan Youfei” is actor guan-youfei (rule: name, linked)",
        "data/articles/2016/brief.md:8:1: “Guan” is actor guan-youfei (rule: surname)",
    ]


def test_why_proposes_an_article_that_there_is(project: Path) -> None:
    done = run("dossier", "why", "2016/breif", cwd=project)
    assert done.returncode == 2
    assert "did you mean '2016/brief'?" in done.stderr


@pytest.mark.parametrize("asked", ["A brief", "brief", "data/articles/2016/breif.md"])
def test_why_proposes_an_article_by_its_title_or_its_file(asked: str, project: Path) -> None:
    done = run("dossier", "why", asked, cwd=project)
    assert done.returncode == 2
    assert "did you mean '2016/brief'" in done.stderr


@pytest.mark.parametrize(("name", "meant"), [("guan-yufei", "guan-youfei"), ("Xinhau", "xinhua"), ("Wang Yi", "")])
def test_why_says_so_where_nothing_has_the_name(name: str, meant: str, project: Path) -> None:
    done = run("dossier", "why", "2016/brief", name, cwd=project)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"nothing in '2016/brief' is, or may be, '{name}'" in done.stderr
    assert (f"did you mean '{meant}'?" in done.stderr) == bool(meant)


def test_an_executor_and_an_option_with_a_slip_get_a_proposal(project: Path) -> None:
    done = run("dossier", "check", "--executor", "serail", cwd=project)
    assert done.returncode == 2
    assert "did you mean 'serial'?" in done.stderr
    (project / "mkdocs.yml").write_text(settings().replace("search", "serch"))
    done = run("mkdocs", "build", cwd=project)
    assert "Unrecognised configuration name: serch did you mean 'search'?" in done.stderr


def test_why_all_prints_every_mention_as_json(project: Path) -> None:
    lines = run("dossier", "why", "--all", "--format", "jsonl", cwd=project).stdout.splitlines()
    first = json.loads(lines[0])
    assert first == {
        "article": "2016/brief",
        "kind": "actor",
        "key": "guan-youfei",
        "text": "Guan Youfei",
        "line": 6,
        "column": 1,
        "rule": "name",
        "linked": True,
    }
    assert {json.loads(line)["key"] for line in lines} == {"guan-youfei", "xinhua", "SY", "CN", "2016-08-17"}


def test_build_writes_a_tree_and_takes_back_what_is_gone(project: Path) -> None:
    assert run("dossier", "build", "--to", "out", cwd=project).returncode == 0
    out = project / "out"
    assert "Guan Youfei" in (out / "docs/actors/guan-youfei.md").read_text()
    assert (out / "docs/about.md").read_text() == "# About\n"
    own = out / "docs/own.md"
    own.write_text("mine")
    (project / "data/actors.yml").write_text("xinhua: {name: Xinhua, type: media}\n")
    done = run("dossier", "build", "--to", "out", cwd=project)
    assert not (out / "docs/actors/guan-youfei.md").exists(), done.stdout
    assert own.read_text() == "mine"
    assert "0 written" in run("dossier", "build", "--to", "out", cwd=project).stdout


def test_hidden_files_and_folders_of_the_docs_are_in_no_tree(project: Path) -> None:
    for path in (".git/config", "notes/.draft.md", ".hidden/deep/page.md"):
        (project / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / path).write_text("# A secret\n", encoding="utf-8")
    assert run("dossier", "build", "--to", "out", cwd=project).returncode == 0
    files = [file for file in (project / "out").rglob("*") if file.is_file()]
    assert project / "out/docs/about.md" in files
    assert [file for file in files if b"A secret" in file.read_bytes()] == []


def test_schema_writes_the_schemas(project: Path) -> None:
    assert run("dossier", "schema", cwd=project).returncode == 0
    actor = json.loads((project / "schema/actor.schema.json").read_text())
    assert actor["required"] == ["name", "type"]


def test_check_shows_the_line_with_a_mark_and_says_how_to_go_on(project: Path) -> None:
    (project / "data/actors.yml").write_text(ACTORS + "x: {name: X, type: persn}\n")
    lines = run("dossier", "check", cwd=project).stdout.splitlines()
    assert lines[1:3] == ["  4 | x: {name: X, type: persn}", "    |                    ^~~~~"]
    assert lines[-2] == "1 error, 0 warnings"
    assert lines[-1] == "How to fix it, with examples: dossier check --explain bad-value"


def test_warnings_alone_are_said_to_stop_nothing(project: Path) -> None:
    (project / "data/events.yaml").write_text("a: b\n")
    last = "stop a build. With examples: dossier check --explain unexpected-file"
    assert run("dossier", "check", cwd=project).stdout.splitlines()[-1] == f"A warning does not {last}"
    (project / "data/articles/note.txt").write_text("a\n")
    assert run("dossier", "check", cwd=project).stdout.splitlines()[-1] == f"Warnings do not {last}"
    strict = run("dossier", "check", "--strict", cwd=project).stdout.splitlines()[-1]
    assert strict == "How to fix them, with examples: dossier check --explain unexpected-file"
    built = run("mkdocs", "build", cwd=project)
    assert f"0 errors, 2 warnings in the collection; 'dossier check' shows the lines. Warnings do not {last}" in (
        built.stderr
    )


def test_what_a_code_means_is_told_as_in_the_manual(project: Path) -> None:
    done = run("dossier", "check", "--explain", "unknown-key", cwd=project)
    assert done.stdout.startswith("unknown-key\n\n*Error.* The record has no such field.")
    assert "  alises: [关友飞]\n" in done.stdout and done.stdout.endswith("aliases: [关友飞]\n```\n")
    assert "##" not in done.stdout and "<!--" not in done.stdout
    wrong = run("dossier", "check", "--explain", "unkown-key", cwd=project)
    assert wrong.returncode == 2 and "did you mean 'unknown-key'?" in wrong.stderr


COLOURS = {
    "a pipe": ({}, False, False),
    "a pipe that shall have them": ({"FORCE_COLOR": "1"}, False, True),
    "a terminal": ({}, True, True),
    "a terminal that shall have none": ({"NO_COLOR": "1"}, True, False),
    "a terminal that knows none": ({"TERM": "dumb"}, True, False),
}


@pytest.mark.parametrize("where", COLOURS)
def test_colours_are_for_terminals(where: str, project: Path) -> None:
    environment, terminal, coloured = COLOURS[where]
    (project / "data/actors.yml").write_text("x: {name: X, type: persn}\n")
    environment = {"CI": "1", "TERM": "xterm", "NO_COLOR": "", "FORCE_COLOR": "", **environment}
    for form in ("text", "json", "github"):
        command = ("dossier", "check", "--format", form)
        if terminal:
            printed = run_in_terminal(*command, cwd=project, **environment)
        else:
            printed = run(*command, cwd=project, **environment).stdout
        assert "bad-value" in printed
        assert ("\x1b[" in printed) == (coloured and form == "text")


def test_ten_thousand_problems_are_shown_as_one_is(project: Path) -> None:
    count = 10_000
    (project / "data/actors.yml").write_text("".join(f"a{n}: {{name: A, type: persn}}\n" for n in range(count)))
    done = run("dossier", "check", cwd=project)
    assert done.stdout.count("^~~~~") == count
    assert done.stdout.splitlines()[-2] == f"{count} errors, 0 warnings"
