"""`dossier schema --vscode`, run as a user runs it; and what `mkdocs serve` makes of it."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import article
from tests.processes import PATIENCE, run, serving
from tests.small_project import small_project

ACTORS = "guan-youfei: {name: Guan Youfei, type: person}\nzilpzalp: {name: Zilp Zalp, type: person, status: draft}\n"
IDS = ".dossier-ids/event.schema.json"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "data/actors.yml": ACTORS,
        "data/articles/a.md": article("Guan Youfei came."),
    }
    return small_project(tmp_path, files)


def test_it_writes_settings_and_schemas_with_ids_that_stay_out_of_commits_and_of_the_site(project: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=project, capture_output=True, text=True, check=True)
    done = run("dossier", "schema", "--vscode", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    settings = json.loads((project / ".vscode/settings.json").read_text())
    for path, files in settings["yaml.schemas"].items():
        assert (project / path).is_file() and all(file.startswith("data/") for file in files)
    assert "zilpzalp" in (project / IDS).read_text()
    for ignored_by in ((project / ".gitignore"), (project / ".dossier-ids/.gitignore")):  # each is enough
        assert _offered_to_git(project) & {IDS, ".dossier-ids/.gitignore"} == set()
        ignored_by.unlink()
        run("dossier", "check", cwd=project)
    assert IDS in _offered_to_git(project)
    assert run("mkdocs", "build", cwd=project).returncode == 0
    site = [file.read_bytes() for file in (project / "site").rglob("*") if file.is_file()]
    assert not [content for content in site if b"zilpzalp" in content or b"defaultSnippets" in content]


def _offered_to_git(project: Path) -> set[str]:
    """The files that `git add` would take."""
    command = ["git", "status", "--short", "--untracked-files=all"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return {line[3:] for line in done.stdout.splitlines()}


GITIGNORES = {
    "none": (None, b".dossier-ids/\n"),
    "with other lines": (b"site/\n", b"site/\n.dossier-ids/\n"),
    "without an end of its last line": (b"site/\r\n*.x", b"site/\r\n*.x\r\n.dossier-ids/\r\n"),
    "with the line": (b"/.dossier-ids\nsite/", b"/.dossier-ids\nsite/"),
    "that is no text": (b"\xff\n", b"\xff\n.dossier-ids/\n"),
}


@pytest.mark.parametrize("what", GITIGNORES)
def test_the_projects_gitignore_gets_one_line(what: str, project: Path) -> None:
    before, after = GITIGNORES[what]
    if before is not None:
        (project / ".gitignore").write_bytes(before)
    for _ in range(2):
        done = run("dossier", "schema", "--vscode", cwd=project)
        assert done.returncode == 0 and (project / ".gitignore").read_bytes() == after


def test_settings_that_are_there_are_kept_and_a_second_run_changes_nothing(project: Path) -> None:
    settings = project / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{\n  // mine\n  "editor.tabSize": 2,\n}\n')
    run("dossier", "schema", "--vscode", cwd=project)
    once = settings.read_text()
    assert "// mine" in once and '"editor.tabSize": 2' in once and "actors.schema.json" in once
    stamp = settings.stat().st_mtime_ns, (project / IDS).stat().st_mtime_ns
    run("dossier", "schema", "--vscode", cwd=project)
    assert (settings.stat().st_mtime_ns, (project / IDS).stat().st_mtime_ns) == stamp


@pytest.mark.parametrize("content", [b"[]", b'{"a": ', b"\xff\xfe{}"])
def test_settings_that_are_not_understood_stay_as_they_are_and_what_to_add_is_printed(
    content: bytes, project: Path
) -> None:
    settings = project / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_bytes(content)
    done = run("dossier", "schema", "--vscode", cwd=project)
    assert done.returncode == 1 and settings.read_bytes() == content
    assert "yaml.schemas" in json.loads(done.stderr.partition("\n\n")[2])


def test_files_that_name_a_schema_themselves_are_named(project: Path) -> None:
    (project / "data/actors.yml").write_text(f"# yaml-language-server: $schema=x.json\n{ACTORS}")
    assert "data/actors.yml: its line" in run("dossier", "schema", "--vscode", cwd=project).stdout
    wrong = run("dossier", "schema", "--vscode", "--to", "x", cwd=project)
    assert wrong.returncode == 2


def test_the_ids_follow_an_edit_under_serve_and_only_where_they_were_asked_for(project: Path) -> None:
    with serving(project) as server:
        server.wait_for("actors/guan-youfei/", lambda page: "Guan" in page)
        with server.turning("actors/wang-yi/", lambda page: "Wang Yi" in page):
            (project / "data/actors.yml").write_text(f"{ACTORS}wang-yi: {{name: Wang Yi, type: person}}\n")
        time.sleep(2)
        assert not (project / IDS).exists()
        run("dossier", "schema", "--vscode", cwd=project)
        (project / "data/actors.yml").write_text(f"{ACTORS}li-zuocheng: {{name: Li Zuocheng, type: person}}\n")
        end = time.monotonic() + PATIENCE
        while "li-zuocheng (Li Zuocheng)" not in (project / IDS).read_text():
            assert time.monotonic() < end, server.log()
            time.sleep(0.1)
        assert "wang-yi" not in (project / IDS).read_text()
